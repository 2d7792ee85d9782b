//! A file with one offer is about that offer: nothing is compared, and its raises are drawn as those of any other.

use counteroffer::files::parse_scenario;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::driven;
use super::screen::{painted, said};

#[test]
fn one_offer_alone_has_its_figures_on_top_and_percents_at_its_heads() {
    let text = include_str!("../faults/ratified-late-retroactive.ron");
    let mut harness = driven(parse_scenario(text).unwrap());
    for presents in [false, true] {
        if presents {
            harness
                .get_by_role_and_label(Role::Button, "Present")
                .click();
            harness.run();
        }
        let (painted, said) = (painted(&harness), said(&harness));
        for percent in ["3", "3.5", "7", "4", "4.5"] {
            // The table beneath says 3%.
            assert!(
                painted.lines().any(|line| line == percent),
                "no head says {percent}, presenting: {presents}"
            );
        }
        // It is compared with nothing, so that it is no A.
        assert!(!painted.lines().any(|line| line == "A"), "{painted}");
        assert!(!said.contains("Gap between A and B"));
        assert!(!painted.contains("choose two offers"));
        assert!(painted.contains("Cost over 5 years\n"));
        // 3 + 3.5 + 7 + 4 + 4.5.
        assert!(said.contains("Raises, simple sum: 22%"), "{said}");
    }
}

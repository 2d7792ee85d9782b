//! What is asked of one export: an offer in colour, figures with or without numbers. The case's own choices stay the
//! default, and nothing asked for changes what the hash stands for.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use counteroffer::export::figure_set::{FigureSet, Showing};
use counteroffer::figure::{Figure, FigureName};
use counteroffer::scenario::{OfferId, Scenario};

use crate::cases;

const CASE: &str = "scenarios/kaiser-alliance-2025.ron";

fn run(out: &Path, more: &[&str]) -> Output {
    let quick = ["--format", "svg", "--figure", "cost"];
    Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .args(["export", CASE, "--out"])
        .arg(out)
        .args(quick)
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// The name and text of the one picture that is written.
fn picture(more: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), more);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{told}");
    let mut files = fs::read_dir(folder.path()).unwrap();
    let file = files.next().unwrap().unwrap().path();
    assert!(files.next().is_none());
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    (name, fs::read_to_string(file).unwrap())
}

fn refused(more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), more);
    assert_eq!(output.status.code(), Some(1), "{more:?}");
    assert!(output.stdout.is_empty());
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    String::from_utf8(output.stderr).unwrap()
}

fn cost(scenario: &Scenario, showing: Showing<'_>) -> Figure {
    let set = FigureSet::showing(scenario, showing).unwrap();
    set.figure(FigureName::Cost).unwrap().clone()
}

#[test]
fn an_offer_is_highlighted_for_one_export_as_the_case_would() {
    let mut scenario = cases::kaiser();
    for offer in &mut scenario.offers {
        offer.shared = true;
    }
    let union = OfferId("union-2025-10-07".to_owned());
    let asked = Showing {
        highlight: Some(&union),
        ..Showing::default()
    };
    let plain = cost(&scenario, Showing::default());
    let figure = cost(&scenario, asked);
    assert_ne!(figure.body, plain.body);
    assert_eq!(figure.hash, plain.hash);
    let employer = scenario.offers.iter().find(|offer| offer.id != union);
    scenario.figures.highlight = employer.map(|offer| offer.id.clone());
    // What is asked goes before what the case says, which stays where nothing is asked.
    assert_eq!(cost(&scenario, asked).body, figure.body);
    let other = cost(&scenario, Showing::default());
    assert!(other.body != figure.body && other.body != plain.body);
    let (_, of_command) = picture(&["--highlight", "union-2025-10-07"]);
    assert_ne!(of_command, picture(&[]).1);
}

#[test]
fn figures_go_with_or_without_numbers_as_asked() {
    let (name, text) = picture(&[]);
    assert_eq!(
        name,
        "counteroffer-kaiser-alliance-2025-03-cost-slide-light.svg"
    );
    assert!(text.contains("Figure 3"), "{text}");
    // The same one twice is one, and keeps its number.
    let (twice, _) = picture(&["cost"]);
    assert_eq!(twice, name);
    let (name, text) = picture(&["--unnumbered"]);
    assert_eq!(
        name,
        "counteroffer-kaiser-alliance-2025-cost-slide-light.svg"
    );
    assert!(!text.contains("Figure 3"), "{text}");
    let mut scenario = cases::kaiser();
    scenario.figures.unnumbered = true;
    for (numbered, expected) in [(None, None), (Some(true), Some(3)), (Some(false), None)] {
        let asked = Showing {
            with_private: true,
            numbered,
            ..Showing::default()
        };
        assert_eq!(cost(&scenario, asked).number, expected);
    }
}

#[test]
fn an_offer_that_isnt_there_or_isnt_shown_is_refused_in_words() {
    for flag in ["--highlight", "--without"] {
        let told = refused(&[flag, "nobody\nforged: line"]);
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.contains("no offer has the id"), "{told}");
        assert!(told.contains("union-2025-10-07"), "{told}");
    }
    let both = [
        "--highlight",
        "union-2025-10-07",
        "--without",
        "union-2025-10-07",
    ];
    assert!(refused(&both).contains("leaves out the offer \"union-2025-10-07\""));
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["--numbered", "--unnumbered"]);
    assert_eq!(output.status.code(), Some(2));
}

/// What is said of an offer that is left out is left out with it, and leaving out a shared offer makes nothing private.
#[test]
fn statements_about_an_offer_left_out_go_with_it() {
    let scenario = cases::example(cases::EXAMPLES[0]);
    let employer = [OfferId("employer-2025-10-02".to_owned())];
    let without = Showing {
        with_private: true,
        without: &employer,
        ..Showing::default()
    };
    let rows = |showing: Showing<'_>| {
        let set = FigureSet::showing(&scenario, showing).unwrap();
        assert!(!set.private);
        let figure = set.figure(FigureName::Claims).unwrap();
        format!("{:?}", figure.data.rows)
    };
    let said = "Its raises come to 21.5";
    assert!(rows(Showing::default()).contains(said));
    let left = rows(without);
    assert!(!left.contains(said), "{left}");
    assert!(left.contains("The unions demand 25"), "{left}");
}

//! What is remembered over restarts, and what the first start offers.

use super::*;

#[test]
fn view_panels_lanes_and_recent_files_are_remembered() {
    let mut harness = harness();
    harness
        .get_by_label("Cost above the baseline: show, hide or copy")
        .click();
    harness.rest();
    harness.get_by_label("Hide this lane").click();
    harness.rest();
    harness.get_by_label("Fold the offers panel").click();
    harness.rest();
    assert!(harness.query_by_label("+ from A").is_none());
    let lanes = heights(&harness);
    harness.state_mut().file_mut().recent =
        vec!["/cases/north.ron".into(), "/cases/south.ron".into()];
    let next = shown(started_again(&harness), Vec2::new(1440.0, 900.0));
    assert_eq!(heights(&next), lanes);
    assert!(next.query_by_label("+ from A").is_none());
    assert_eq!(next.state().file().recent, harness.state().file().recent);
    harness.get_by_label("View: Gap").click();
    harness.rest();
    assert_eq!(started_again(&harness).view(), views::gap::VIEW);
}

#[test]
fn the_first_start_offers_a_contract_of_ones_own_until_there_is_one() {
    for size in [
        Vec2::new(1440.0, 900.0),
        Vec2::new(1024.0, 700.0),
        Vec2::new(900.0, 640.0),
    ] {
        let mut harness = shown(window(), size);
        for name in ["New contract\u{2026}", "Open\u{2026}"] {
            let rect = harness.get_by_label(name).rect();
            let tabs = harness.get_by_label("View: Timeline").rect();
            assert!(
                !tabs.intersects(rect),
                "{name} at {size:?} lies under the tabs"
            );
            let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, size);
            assert!(screen.contains_rect(rect), "{name} at {size:?}: {rect:?}");
        }
        harness
            .state_mut()
            .file_mut()
            .recent
            .push("/cases/north.ron".into());
        harness.rest();
        assert!(harness.query_by_label("New contract\u{2026}").is_none());
    }
}

#[test]
fn years_are_cut_by_contract_calendar_and_fiscal_year() {
    let mut harness = harness();
    harness.get_by_label("View: Years").click();
    harness.rest();
    assert!(texts(&harness).contains("Employer offer by contract year"));
    harness.get_by_label("Years: Calendar").click();
    harness.rest();
    let seen = texts(&harness);
    // Three twelfths of 6.5% of a payroll of 62,000 × $132,923.08: 133.92 million, in the unit of the table.
    for expected in [
        "Employer offer by calendar year",
        "Calendar 2025 (cut by the term)",
        "$134M",
    ] {
        assert!(seen.contains(expected), "{expected} in {seen}");
    }
    harness.get_by_label("Years: Fiscal").click();
    harness.rest();
    // From July, so the term's first nine months are the rest of fiscal 2026.
    assert!(texts(&harness).contains("Fiscal 2026 (cut by the term)"));
    assert!(texts(&harness).contains("Fiscal 2030 (cut by the term)"));
    harness.get_by_label("Fiscal year begins in").click();
    harness.rest();
    harness.get_by_label("Oct").click();
    harness.rest();
    // From October, as the term: four whole years.
    let seen = texts(&harness);
    assert!(
        seen.contains("Fiscal 2026: ") && !seen.contains("cut by the term"),
        "{seen}"
    );
    assert_eq!(
        started_again(&harness).views.years.cut,
        harness.state().views.years.cut
    );
}

//! The window shows the figures that `report` prints: a file is saved from the window, the program's own
//! report on it is read line by line, and each figure is looked for on screen, in the window's short
//! form, which is worked out here anew from the report's digits.

use std::collections::BTreeSet;
use std::process::Command;

use counteroffer::files::{Over, open, save};
use counteroffer::ui::{App, View};
use eframe::egui::vec2;
use egui_kittest::Harness;
use num_bigint::BigInt;

use super::screen::{Hands, head, painted, pull, said};
use super::{VIEWS, driven, with_draft};

/// What `report` prints of a file.
fn report(path: &std::path::Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .arg("report")
        .arg(path)
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// Dollars and cents of `$1,234.56` as a whole number of cents.
fn cents(figure: &str) -> BigInt {
    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
    let size: BigInt = digits.parse().unwrap();
    if figure.starts_with('\u{2212}') {
        -size
    } else {
        size
    }
}

/// Half away from zero.
fn divided(value: &BigInt, by: u64) -> BigInt {
    let by = BigInt::from(by);
    let sign = if *value < BigInt::from(0) { -1 } else { 1 };
    let size = value * sign;
    ((size * 2 + &by) / (by * 2)) * sign
}

/// `value` whole units of which `10^places` make one: `$5.24B` of 524 and 2.
fn shown(value: &BigInt, places: usize, unit: &str) -> String {
    let negative = *value < BigInt::from(0);
    let digits = value.to_string().replace('-', "");
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let point = if places > 0 { "." } else { "" };
    let sign = if negative { "\u{2212}" } else { "" };
    format!("{sign}${grouped}{point}{decimals}{unit}")
}

/// Every form a dollar figure may have on screen: to the cent, to the dollar, in millions with none, one
/// or two decimals, in billions with two.
fn forms(figure: &str) -> Vec<String> {
    let cents = cents(figure);
    vec![
        shown(&cents, 2, ""),
        shown(&divided(&cents, 100), 0, ""),
        shown(&divided(&cents, 100_000_000), 0, "M"),
        shown(&divided(&cents, 10_000_000), 1, "M"),
        shown(&divided(&cents, 1_000_000), 2, "M"),
        shown(&divided(&cents, 1_000_000_000), 2, "B"),
    ]
}

/// Percents and points of six decimals, as the screen has them: as they are, and with two.
fn percent_forms(figure: &str) -> Vec<String> {
    let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
    let millionths: BigInt = format!("{whole}{decimals:0<6}").parse().unwrap();
    let two = shown(&divided(&millionths, 10_000), 2, "").replace('$', "");
    vec![figure.to_owned(), two]
}

/// Everything that can be read in any view.
fn on_screen(harness: &mut Harness<'_, App>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (_, view) in VIEWS {
        harness.state_mut().show(view);
        harness.run();
        for text in [painted(harness), said(harness)] {
            let texts = text.split([' ', '\n', '\u{b7}', '(', ')']);
            words.extend(
                texts.map(|word| word.trim_matches([',', '.', ';', ':', '%', '+']).to_owned()),
            );
        }
    }
    harness.state_mut().show(View::TIMELINE);
    harness.run();
    // The worth of the edited offer's raises is told by the bubble.
    for number in 1..=5 {
        let at = head(harness, &format!("Draft 1, raise {number} of 5"));
        harness.hover_at(at);
        harness.run();
        let text = painted(harness);
        words.extend(text.split([' ', '\n']).map(str::to_owned));
    }
    words
}

/// The dollar figures of a line, and the numbers before ` %` and ` points`.
fn figures_of(line: &str) -> (Vec<String>, Vec<String>) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let dollars = words
        .iter()
        .filter(|word| word.trim_start_matches('\u{2212}').starts_with('$'))
        .map(|word| word.trim_end_matches([',', '.']).to_owned())
        .collect();
    let percents = words
        .windows(2)
        .filter(|pair| ["%", "points", "points."].contains(&pair[1]))
        .map(|pair| pair[0].to_owned())
        .filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    (dollars, percents)
}

#[test]
fn every_figure_of_the_report_on_the_saved_file_is_on_screen() {
    let folder = std::env::temp_dir().join(format!("counteroffer-figures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("counter.ron");
    let mut harness = with_draft();
    for (number, by) in [(3, vec2(60.0, -20.0)), (5, vec2(0.0, 15.0))] {
        let from = head(&harness, &format!("Draft 1, raise {number} of 5"));
        pull(&mut harness, from, by);
        harness.drop_at(from + by);
        harness.run();
    }
    save(harness.state().scenario(), &path, Over::Nothing).unwrap();
    let printed = report(&path);
    let mut again = driven(open(&path).unwrap().scenario);
    std::fs::remove_dir_all(&folder).unwrap();

    for (whose, harness) in [("that saved", &mut harness), ("that opened", &mut again)] {
        // Tall enough that nothing is scrolled away unpainted.
        harness.set_size(vec2(1440.0, 2400.0));
        harness.run();
        let screen = on_screen(harness);
        let (mut found, mut missing) = (0, Vec::new());
        for line in printed.lines() {
            if is_only_in_the_report(line) {
                continue;
            }
            let (dollars, percents) = figures_of(line);
            let candidates = dollars.iter().map(|one| (one, forms(one)));
            let candidates = candidates.chain(percents.iter().map(|one| (one, percent_forms(one))));
            for (figure, forms) in candidates {
                // A nought is a dash in tables.
                let nought = figure.chars().all(|c| !c.is_ascii_digit() || c == '0');
                if nought || forms.iter().any(|form| screen.contains(form)) {
                    found += 1;
                } else {
                    missing.push(format!("{figure} of: {}", line.trim()));
                }
            }
        }
        assert!(
            missing.is_empty(),
            "the window {whose} doesn\u{2019}t show {missing:#?}"
        );
        assert!(found > 150, "{found} figures");
    }
}

/// What the report has and the window leaves out, each for a reason.
fn is_only_in_the_report(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    // Months of a delay: the window shows six of the twelve, and what one employee loses.
    let is_month_of_delay =
        words.len() == 5 && words[3].starts_with('$') && words[4].starts_with('$');
    // The words of an assumption; what the case was made from; the rate behind average pay.
    is_month_of_delay
        || line.contains("$720")
        || line.trim_start().starts_with("Cost of 1 % today")
        || line.contains("one employee, $")
}

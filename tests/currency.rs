//! A case is told in its own money: no dollar sign in what a case in pounds says, and no pound sign in one in
//! dollars; and what is typed in it is read alike.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "pictures/pdf_text.rs"]
#[allow(
    dead_code,
    clippy::expect_used,
    reason = "read by tests of pictures too"
)]
mod pdf_text;

use counteroffer::document::statement::claim::Asked;
use counteroffer::document::{cell, entry, paste, term_sheet::term_sheet};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{PaidIn, RateUnit};
use counteroffer::units::Currency;
use counteroffer::units::reading::{Kind, Refusal, number_in};

const CASES: [&str; 4] = [
    "kaiser-alliance-2025",
    "two-market-hospital",
    "five-markets",
    "school-district",
];

fn of(symbol: &str, code: &str) -> Currency {
    Currency {
        symbol: symbol.to_owned(),
        code: code.to_owned(),
    }
}

/// A case as its people would write it in another country: its own words and its money.
fn case_in(name: &str, currency: &Currency) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.ron"));
    let text = std::fs::read_to_string(file).unwrap();
    if currency.is_dollar() {
        return text;
    }
    let text = text.replace('$', &currency.symbol);
    let stated = format!(
        "    currency: (symbol: \"{}\", code: \"{}\"),\n    term: (",
        currency.symbol, currency.code
    );
    let stated = text.replacen("    term: (", &stated, 1);
    assert_ne!(stated, text, "{name} states no term where it is looked for");
    stated
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).unwrap() + &told
}

/// Every text that the command line writes of a case, by what wrote it.
fn written(text: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("case.ron"), text).unwrap();
    let mut all: Vec<(String, String)> = [
        &["check", "case.ron"][..],
        &["report", "case.ron"],
        &["report", "case.ron", "--shared"],
        &["report", "case.ron", "--delay-to-horizon"],
        &["report", "case.ron", "--format", "json"],
        &["report", "case.ron", "--format", "csv"],
        &[
            "export",
            "case.ron",
            "--out",
            "out",
            "--format",
            "svg,csv,pdf",
        ],
    ]
    .into_iter()
    .map(|arguments| (arguments.join(" "), run(at, arguments)))
    .collect();
    let mut files: Vec<PathBuf> = std::fs::read_dir(at.join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 10, "{files:?}");
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).unwrap();
        let text = if name.ends_with(".pdf") {
            // What a reader copies out of it: the letters of its pages.
            pdf_text::read(&bytes).lines.join("\n")
        } else {
            String::from_utf8(bytes).unwrap()
        };
        all.push((name, text));
    }
    let scenario = parse_scenario(text).unwrap();
    for offer in &scenario.offers {
        all.push((
            format!("term sheet of {}", offer.name),
            term_sheet(&scenario, offer),
        ));
    }
    all
}

#[test]
fn no_sign_but_its_own_in_anything_the_command_line_writes() {
    for (currency, foreign) in [(of("\u{a3}", "GBP"), '$'), (Currency::default(), '\u{a3}')] {
        for name in CASES {
            for (what, text) in written(&case_in(name, &currency)) {
                let line = text.lines().find(|line| line.contains(foreign));
                assert_eq!(line, None, "{name}, {}: {what}", currency.code);
            }
        }
    }
}

/// Figures are the same whatever they are called: only the sign differs.
#[test]
fn the_figures_of_a_case_are_those_in_dollars() {
    let folder = tempfile::tempdir().unwrap();
    let report = |currency: &Currency| {
        let text = case_in("five-markets", currency);
        std::fs::write(folder.path().join("case.ron"), text).unwrap();
        let told = run(folder.path(), &["report", "case.ron"]);
        // Columns are as wide as their words, and the last line names the file by its hash.
        let lines = told.lines().filter(|line| !line.contains("METHOD.md"));
        let words = lines.flat_map(str::split_whitespace);
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let euros = report(&of("\u{20ac}", "EUR"));
    let dollars = report(&Currency::default());
    assert!(euros.iter().any(|word| word.starts_with('\u{20ac}')));
    assert_eq!(euros.len(), dollars.len());
    for (euro, dollar) in euros.iter().zip(&dollars) {
        let as_dollars = euro.replace('\u{20ac}', "$").replace("euro", "dollar");
        assert_eq!(as_dollars, *dollar);
    }
}

#[test]
fn money_is_read_in_the_case_s_own_signs_and_in_no_other() {
    let pounds = of("\u{a3}", "GBP");
    let euros = of("\u{20ac}", "EUR");
    let canadian = of("C$", "CAD");
    let francs = of("CHF", "CHF");
    let us = Currency::default();
    for (currency, typed, read) in [
        (&pounds, "\u{a3}1.50", "1.50"),
        (&pounds, "-\u{a3}1.50", "-1.50"),
        (&pounds, "GBP 2", "2"),
        (&pounds, "2 gbp", "2"),
        (&pounds, "1.50 pounds an hour", "1.50"),
        (&pounds, "75p", "0.75"),
        (&pounds, "75 pence", "0.75"),
        (&pounds, "=\u{a3}3/2", "1.5"),
        (&pounds, "1.50", "1.50"),
        (&euros, "\u{20ac} 1.50", "1.50"),
        (&euros, "1,50 \u{20ac}", "1.50"),
        (&euros, "1,50 EUR", "1.50"),
        (&euros, "75 cents", "0.75"),
        (&canadian, "C$1.50", "1.50"),
        (&canadian, "CA$1.50", "1.50"),
        (&canadian, "$1.50", "1.50"),
        (&canadian, "1.50 dollars", "1.50"),
        (&canadian, "75\u{a2}", "0.75"),
        (&francs, "CHF 1.50", "1.50"),
        (&francs, "chf\u{a0}1.50", "1.50"),
        (&us, "US$1.50", "1.50"),
        (&us, "USD 1.50", "1.50"),
        (&us, "75c", "0.75"),
    ] {
        let value = number_in(typed, Kind::Hourly, currency).map(|value| value.to_string());
        assert_eq!(value.as_deref(), Ok(read), "{typed} in {}", currency.code);
    }
    for (currency, typed, foreign) in [
        (&pounds, "$1.50", "$"),
        (&pounds, "US$1.50", "US$"),
        (&pounds, "\u{20ac}1.50", "\u{20ac}"),
        (&pounds, "1.50 dollars", "dollars"),
        (&pounds, "75\u{a2}", "\u{a2}"),
        (&pounds, "75 cents", "cents"),
        (&pounds, "USD 2", "USD"),
        (&euros, "$1.50", "$"),
        (&euros, "1.50 pounds", "pounds"),
        (&canadian, "US$1.50", "US$"),
        (&canadian, "USD 1.50", "USD"),
        (&us, "\u{a3}1.50", "\u{a3}"),
        (&us, "C$1.50", "C$"),
        (&us, "1.50 \u{20ac}", "\u{20ac}"),
        (&us, "1.50 euros", "euros"),
        (&us, "\u{20b9}50", "\u{20b9}"),
        (&us, "\u{20a9}5000", "\u{20a9}"),
        (&us, "NZ$1.50", "NZ$"),
        (&us, "75 pence", "pence"),
        (&us, "CAD 2", "CAD"),
    ] {
        let refused = number_in(typed, Kind::Hourly, currency);
        let told = Refusal::Currency(foreign.to_owned());
        assert_eq!(refused, Err(told), "{typed} in {}", currency.code);
    }
}

/// What a cell, a pasted line, a claim and a field say is read in the same money.
#[test]
fn cells_lines_claims_and_fields_read_the_case_s_own_money() {
    let pounds = of("\u{a3}", "GBP");
    let paid = PaidIn::new(RateUnit::Hour, &pounds);
    for typed in [
        "\u{a3}1.50/h",
        "5% or \u{a3}1.50",
        "min \u{a3}24",
        "\u{a3}750",
        "\u{a3}750 each",
    ] {
        assert!(cell::read(typed, paid).is_ok(), "{typed}");
        let foreign = typed.replace('\u{a3}', "$");
        let told = cell::read(&foreign, paid).unwrap_err();
        let told = told.words(&foreign, &pounds);
        assert!(
            told.contains("\u{201c}$\u{201d} is another currency") && told.contains("\u{a3}750"),
            "{told}"
        );
        assert!(
            cell::read(typed, PaidIn::us_dollars(RateUnit::Hour)).is_err(),
            "{typed}"
        );
    }
    let line = |text: &str| paste::lines(text, paid).remove(0).term(&pounds);
    assert!(line("10/1/2027: \u{a3}1.50 an hour").is_ok());
    assert!(line("10/1/2027: $1.50 an hour").is_err());
    for text in [
        "10/1/2027: 1.50/h (all amounts in $)",
        "10/1/2027: 1.50/h, in USD",
        "10/1/2027: 3 p.a.",
        "10/1/2027: 75 p",
    ] {
        assert!(line(text).is_err(), "{text}");
    }
    assert!(line("10/1/2027: 75p an hour").is_ok());
    let asked = |words: &str| {
        let mut asked = Asked {
            words: words.to_owned(),
            ..Asked::default()
        };
        asked.take_sentence(&pounds).map(|()| asked.number)
    };
    assert_eq!(
        asked("It adds nearly \u{a3}1,000,000 to the bill"),
        Ok("\u{a3}1,000,000".to_owned())
    );
    assert_eq!(
        asked("It adds a million pounds to the bill"),
        Ok("\u{a3}1,000,000".to_owned())
    );
    assert!(asked("It adds nearly $1,000,000 to the bill").is_err());
    assert!(asked("It adds a million dollars to the bill").is_err());
    assert!(entry::money("\u{a3}1,500", &pounds).is_ok());
    // A percent has no money of any kind.
    let told = entry::percent("\u{a3}5").unwrap_err();
    assert!(told.contains("is no unit of this percent"), "{told}");
}

/// A sign nobody sees, or one that numbers are written with, is none.
#[test]
fn a_sign_that_can_t_be_told_from_the_number_is_refused() {
    for symbol in ["", "-", "5", "\u{202e}", "a b", "\u{2212}$", "dollar", "%"] {
        assert!(!of(symbol, "USD").has_sound_symbol(), "{symbol:?}");
    }
    for symbol in ["$", "C$", "\u{a3}", "\u{20ac}", "CHF", "Fr.", "kr"] {
        assert!(of(symbol, "USD").has_sound_symbol(), "{symbol:?}");
    }
}

/// Words about money in general name the units of the case: no dollars and no cents where there are none.
#[test]
fn no_units_of_other_money_in_the_words_of_pictures_and_reports() {
    for (currency, foreign) in [
        (of("\u{a3}", "GBP"), ["dollar", "cent "]),
        (of("\u{20ac}", "EUR"), ["dollar", "penny"]),
        (of("\u{a5}", "JPY"), ["dollar", "the cent"]),
    ] {
        // The keys of JSON and CSV are those of every case.
        let all = written(&case_in("two-market-hospital", &currency));
        for (what, text) in all
            .into_iter()
            .filter(|(what, _)| !what.contains("--format"))
        {
            // The case's own words speak of percent, and of its own dates.
            let text = text.to_lowercase().replace("percent ", "");
            for word in foreign {
                let line = text.lines().find(|line| line.contains(word));
                assert_eq!(line, None, "{}: {what}: {word}", currency.code);
            }
        }
    }
}

//! Every typed and pasted string of `tests/reading/strings.csv` has its reading or its refusal.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

use counteroffer::document::cell::{self, CellRefusal, Dollars, Draft};
use counteroffer::document::entry;
use counteroffer::document::line::{self, LineRefusal, Said};
use counteroffer::scenario::{PaidIn, RateUnit};
use counteroffer::units::Currency;
use counteroffer::units::reading::{DateRefusal, Kind, Refusal, date, number};
use counteroffer::units::visible::first_hidden;

fn refusal(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Missing => "missing",
        Refusal::NotANumber => "no number",
        Refusal::TwoNumbers => "two numbers",
        Refusal::Range => "range",
        Refusal::Ambiguous { .. } => "ambiguous",
        Refusal::Share { .. } => "share",
        Refusal::Grouping => "grouping",
        Refusal::Word(_) => "word",
        Refusal::Unit(_) => "unit",
        Refusal::Currency(_) => "currency",
        Refusal::Brackets => "brackets",
        Refusal::Dash => "dash",
        Refusal::Invisible => "invisible",
        Refusal::TooManyDigits => "digits",
        Refusal::Formula => "formula",
        Refusal::DivisionByZero => "zero",
        Refusal::Date(day) => of_day(day),
    }
}

fn of_day(refusal: &DateRefusal) -> &'static str {
    match refusal {
        DateRefusal::Form => "no date",
        DateRefusal::Ambiguous(..) => "ambiguous day",
        DateRefusal::Impossible => "no day",
        DateRefusal::DayFirst(_) => "day first",
        DateRefusal::OutOfRange => "year",
    }
}

fn of_cell(told: &CellRefusal) -> &'static str {
    match told {
        CellRefusal::Text(text) => refusal(text),
        CellRefusal::Raise(_) | CellRefusal::Value(_) | CellRefusal::Bonus(_) => "out of range",
        CellRefusal::Per(_) => "per",
        CellRefusal::Rate(..) => "rate",
        CellRefusal::LowestInPercent(_) => "unit",
        CellRefusal::Part => "part",
        CellRefusal::Share(_) => "part",
        CellRefusal::Payment(_) => "payment",
        CellRefusal::Until => "until",
        CellRefusal::Which => "which number",
        CellRefusal::TwoTerms => "two terms",
    }
}

fn of_line(told: &LineRefusal) -> &'static str {
    match told {
        LineRefusal::NoDate => "no day given",
        LineRefusal::TwoDates => "two dates",
        LineRefusal::Date(day) => of_day(day),
        LineRefusal::NoTerm => "no term",
        LineRefusal::TwoTerms => "two terms",
        LineRefusal::Term(cell) => of_cell(cell),
    }
}

fn draft(draft: &Draft) -> String {
    let dollars = |Dollars { amount, per }: &Dollars| match per {
        Some(per) => format!("${amount} {per:?}"),
        None => format!("${amount}"),
    };
    match draft {
        Draft::Unknown => "unknown".to_owned(),
        Draft::Percent(percent) => percent.get().to_string(),
        Draft::Dollars(amount) => dollars(amount),
        Draft::GreaterOf(percent, amount) => format!("{} or {}", percent.get(), amount.amount),
        Draft::Floor(rate) => format!("min {}", rate.amount),
        Draft::Cola { floor, cap, .. } => {
            let end = |end: &Option<counteroffer::units::Percent>| {
                end.map_or_else(|| "-".to_owned(), |end| end.get().to_string())
            };
            format!("COLA {} {}", end(floor), end(cap))
        }
        Draft::Pool { percent, .. } => format!("pool {}", percent.get()),
        Draft::HoldSteps { .. } => "hold".to_owned(),
        Draft::LumpSum(money, _) => format!("lump {}", money.get()),
        Draft::LumpOfPay(percent) => format!("lump {}%", percent.get()),
        Draft::MinimumRates { .. } => "minimum rates".to_owned(),
    }
}

/// A cell of a workforce whose rates are in a unit.
fn cell_in(unit: RateUnit, text: &str) -> String {
    cell::read(text, PaidIn::us_dollars(unit)).map_or_else(
        |no| format!("refused {}", of_cell(&no)),
        |term| draft(&term),
    )
}

/// A rate typed into a field of such a workforce, as its digits; refusals in words are told apart by what they say.
fn rate_in(unit: RateUnit, text: &str) -> String {
    match entry::rate(text, PaidIn::us_dollars(unit)) {
        Ok(rate) => rate.get().to_string(),
        Err(words) if words.contains(" can be ") => "refused ambiguous".to_owned(),
        Err(words) if words.contains("is no unit") => "refused unit".to_owned(),
        Err(words) if words.contains("outside") => "refused out of range".to_owned(),
        Err(words) => format!("refused: {words}"),
    }
}

fn reading(read_as: &str, text: &str) -> String {
    let told = |told: &str| format!("refused {told}");
    let of =
        |kind| number(text, kind).map_or_else(|no| told(refusal(&no)), |value| value.to_string());
    match read_as {
        "percent" => of(Kind::Percent),
        "headcount" => of(Kind::Headcount),
        "fte" => of(Kind::Fte),
        "pay" => of(Kind::Pay),
        "month" => of(Kind::Monthly),
        "sum" => of(Kind::Sum),
        "hourly cell" => cell_in(RateUnit::Hour, text),
        "monthly cell" => cell_in(RateUnit::Month, text),
        "yearly cell" => cell_in(RateUnit::Year, text),
        "hourly rate" => rate_in(RateUnit::Hour, text),
        "monthly rate" => rate_in(RateUnit::Month, text),
        "yearly rate" => rate_in(RateUnit::Year, text),
        "hourly" => of(Kind::Hourly),
        "hours" => of(Kind::Hours),
        "index" => of(Kind::Index),
        "date" => date(text).map_or_else(|no| told(refusal(&no)), |day| day.to_string()),
        "cell" => cell_in(RateUnit::Hour, text),
        "line" => match line::read(text, PaidIn::us_dollars(RateUnit::Hour)) {
            Ok(Said::Nothing) => "nothing".to_owned(),
            Ok(Said::Term(day, term)) => format!("{day} {}", draft(&term)),
            Err(no) => told(of_line(&no)),
        },
        other => panic!("{other} is no place"),
    }
}

fn rows() -> Vec<[String; 3]> {
    let text = include_str!("reading/strings.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            [row[0].to_owned(), row[1].to_owned(), row[2].to_owned()]
        })
        .collect()
}

#[test]
fn every_string_is_read_or_refused_as_the_table_says() {
    let rows = rows();
    assert!(rows.len() >= 1_900, "only {} strings", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|[place, text, expected]| {
            let got = reading(place, text);
            (got != *expected).then(|| format!("{place} {text:?}: {got}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A refusal shown beside a field is one line that names what was typed or what is missing, and
/// holds no character that could forge another line.
#[test]
fn every_refusal_has_words_of_one_line() {
    for [place, text, _] in rows() {
        let words = match place.as_str() {
            "cell" => cell::read(&text, PaidIn::us_dollars(RateUnit::Hour))
                .err()
                .map(|no| no.words(&text, Currency::us_dollar())),
            "line" => line::read(&text, PaidIn::us_dollars(RateUnit::Hour))
                .err()
                .map(|no| no.words(&text, Currency::us_dollar())),
            "date" => counteroffer::document::entry::date(&text).err(),
            "pay" => counteroffer::document::entry::money(&text, Currency::us_dollar()).err(),
            "headcount" => counteroffer::document::entry::headcount(&text).err(),
            _ => counteroffer::document::entry::percent(&text).err(),
        };
        if let Some(words) = words {
            assert_eq!(first_hidden(&words), None, "{words:?}");
            assert!((10..400).contains(&words.len()), "{text:?}: {words}");
        }
    }
}

/// Whatever is typed, one of three things happens: a value, a refusal, nothing; never a panic.
#[test]
fn no_text_panics() {
    let alphabet = [
        "0",
        "1",
        "9",
        "00",
        "125",
        ".",
        ",",
        " ",
        "%",
        "$",
        "-",
        "\u{2013}",
        "\u{2212}",
        "(",
        ")",
        "=",
        "/",
        "*",
        "k",
        "M",
        "Oct",
        "2027",
        "10/1/27",
        "or",
        "COLA",
        "pool",
        "min",
        "hold",
        "steps",
        "\t",
        "\u{bd}",
        "\u{2009}",
        "\u{200b}",
        "e",
        "\u{e9}\u{301}",
        "\u{1f600}",
        "'",
        "\"",
        ":",
        "each",
        "per",
        "of",
        "elsewhere",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..60_000 {
        let mut text = String::new();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let mut draw = state;
        for _ in 0..(draw % 9) {
            draw = draw.rotate_right(7).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            text.push_str(alphabet[(draw >> 33) as usize % alphabet.len()]);
        }
        for place in [
            "percent",
            "headcount",
            "fte",
            "pay",
            "hourly",
            "date",
            "cell",
            "line",
        ] {
            let _ = reading(place, &text);
        }
    }
}

//! How figures read, whatever the case: short sentences with one number, one unit for what stands side by side, sums
//! that come out as printed, names that can be told from one another.

use std::collections::BTreeSet;

use counteroffer::figure::layout::lay_out;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Sheet, Size, TextPart};
use counteroffer::figure::{Body, Chart, Figure, FigureName, Role, Side, Table};
use counteroffer::scenario::Scenario;
use counteroffer::units::Currency;
use rust_decimal::Decimal;

use super::cases::{self, kaiser, set};

/// Words of a headline besides the names of offers.
const MOST_WORDS: usize = 11;

/// The examples, the hard cases, and names as people give them.
fn all() -> Vec<(String, Scenario)> {
    let examples = cases::EXAMPLES.iter();
    let examples = examples.map(|name| ((*name).to_owned(), cases::example(name)));
    let hard = cases::hard().into_iter();
    let hard = hard.map(|(name, scenario)| (name.to_owned(), scenario));
    examples.chain(hard).chain(named()).collect()
}

/// The real case under other names, in other money, and in tiny and huge amounts.
fn named() -> Vec<(String, Scenario)> {
    let pairs = [
        ("Employer", "Union"),
        ("Management", "Teamsters"),
        ("3 % less", "3 % and 3 %"),
        ("MOU", "The same in percent"),
        (
            "October 23 proposal, voted down",
            "Settlement of November 4",
        ),
        (
            "\u{96c7}\u{4e3b}\u{65b9}\u{6848} \u{2013} Notl\u{f6}sung",
            "Forderung der Gewerkschaft",
        ),
        ("A", "B"),
    ];
    let mut all: Vec<(String, Scenario)> = pairs
        .into_iter()
        .map(|(a, b)| {
            let mut scenario = kaiser();
            scenario.offers[0].name = a.to_owned();
            scenario.offers[1].name = b.to_owned();
            (format!("{a} and {b}"), scenario)
        })
        .collect();
    let mut pounds = cases::sized("12", "31000");
    pounds.currency = Currency {
        symbol: "\u{a3}".to_owned(),
        code: "GBP".to_owned(),
    };
    all.push(("pounds".to_owned(), pounds));
    let sizes = [
        ("1", "0.37"),
        ("60", "110392"),
        ("315", "57720"),
        ("62000", "1329230"),
    ];
    for (number, pay) in sizes {
        all.push((format!("{number} at {pay}"), cases::sized(number, pay)));
    }
    let mut alike = cases::ten_offers();
    for (number, offer) in alike.offers.iter_mut().enumerate() {
        offer.name = format!(
            "Comprehensive package proposal number {number} of the joint bargaining committee"
        );
    }
    all.push(("names that differ in their middle".to_owned(), alike));
    all
}

/// The headline without the offers' names, which are as long as they are.
fn without_names(figure: &Figure, scenario: &Scenario) -> String {
    let mut text = figure.headline.to_lowercase();
    let mut names: Vec<String> = scenario
        .offers
        .iter()
        .map(|offer| offer.name.clone())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        text = text.replace(&name.to_lowercase(), "it");
    }
    text
}

fn is_amount(word: &str) -> bool {
    let money = word.contains(['$', '\u{a3}', '\u{20ac}']);
    money || (word.ends_with('%') && word.starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn headlines_are_short_with_one_number() {
    for (case, scenario) in all() {
        for figure in set(&scenario) {
            let text = without_names(&figure, &scenario);
            let words = text.split_whitespace().count();
            // Whose offer it is takes up to four: `under the union’s counter`.
            // What isn't known takes both offers' names to say.
            let unknown = text.ends_with("not known");
            assert!(
                unknown || words <= MOST_WORDS + 4,
                "{case}: {text} ({words})"
            );
            let numbers = text.split_whitespace().filter(|word| is_amount(word));
            assert!(numbers.count() <= 1, "{case}: {text}");
            let text = &figure.headline;
            for bare in ["Employer", "Union", "Management"] {
                let end = format!("under {bare}");
                let start = format!("{bare} costs");
                let is_bare = text.ends_with(&end) || text.starts_with(&start);
                assert!(!is_bare, "{case}: {text}");
            }
        }
    }
}

/// `M`, `B` or nothing after the digits of an amount, and the decimals; `None` for what is no amount.
fn unit_of(text: &str) -> Option<(char, usize)> {
    let digits = text.trim_start_matches(['+', '\u{2212}']);
    let digits = digits
        .strip_prefix('$')
        .or_else(|| digits.strip_prefix('\u{a3}'))?;
    if digits == "0" {
        return None;
    }
    let suffix = digits
        .chars()
        .last()
        .filter(char::is_ascii_uppercase)
        .unwrap_or(' ');
    let digits = digits.trim_end_matches(suffix);
    Some((
        suffix,
        digits.split_once('.').map_or(0, |(_, rest)| rest.len()),
    ))
}

fn amount_of(text: &str) -> Option<Decimal> {
    unit_of(text)?;
    let kept: String = text.replace('\u{2212}', "-");
    let kept: String = kept
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
        .collect();
    kept.parse().ok()
}

fn last_word(label: &str) -> &str {
    label.rsplit(' ').next().unwrap_or_default()
}

/// The amounts of everybody in the comparison: of each column, without the rows of one employee.
fn of_everybody(table: &Table) -> Vec<Vec<String>> {
    let mut of_one = false;
    let mut columns = vec![Vec::new(); table.columns.len() - 1];
    for row in &table.rows {
        if !row.cells[0].starts_with("Difference") {
            of_one = row.cells[0] == "Per full-time employee";
        }
        if of_one {
            continue;
        }
        for (column, cell) in columns.iter_mut().zip(&row.cells[1..]) {
            column.push(cell.clone());
        }
    }
    columns
}

#[test]
fn amounts_side_by_side_are_in_one_unit() {
    let mut seen = 0;
    for (case, scenario) in all() {
        for figure in set(&scenario) {
            let name = figure.name;
            let units: BTreeSet<(char, usize)> = match &figure.body {
                Body::Table(table) if name == FigureName::Comparison => {
                    let columns = of_everybody(table);
                    columns
                        .iter()
                        .flatten()
                        .filter_map(|cell| unit_of(cell))
                        .collect()
                }
                Body::Chart(chart) if in_money(name) => {
                    // What lies between two ends is the number that is quoted, and may be told closer.
                    let labels = chart.labels.iter();
                    labels
                        .filter(|label| label.side != Side::Between)
                        .filter_map(|label| unit_of(last_word(&label.text)))
                        .collect()
                }
                _ => continue,
            };
            seen += 1;
            // What its unit would hide is told in its own: only amounts far apart do.
            let suffixes: BTreeSet<char> = units.iter().map(|(suffix, _)| *suffix).collect();
            assert!(
                suffixes.len() <= 1 || hides(&figure),
                "{case}, {name:?}: {units:?}"
            );
            if let (Body::Chart(chart), Some(suffix)) = (&figure.body, suffixes.first()) {
                axis_reads_alike(chart, *suffix, &format!("{case}, {name:?}"));
            }
        }
    }
    assert!(seen > 50);
}

fn in_money(name: FigureName) -> bool {
    use FigureName::{Cost, Delay, Employee, History, Point, Raises, Years};
    [Cost, Delay, Employee, History, Point, Raises, Years].contains(&name)
}

/// Whether a figure holds amounts of which one shows nothing in the unit of the other.
fn hides(figure: &Figure) -> bool {
    let labels: Vec<Decimal> = match &figure.body {
        Body::Chart(chart) => chart.labels.iter().map(|label| label.at.y.abs()).collect(),
        _ => return true,
    };
    let known: Vec<Decimal> = labels
        .into_iter()
        .filter(|value| !value.is_zero())
        .collect();
    let (Some(least), Some(most)) = (known.iter().min(), known.iter().max()) else {
        return false;
    };
    *least * Decimal::from(100) < *most
}

fn axis_reads_alike(chart: &Chart, suffix: char, of: &str) {
    for tick in &chart.y.ticks {
        if let Some((own, _)) = unit_of(&tick.label) {
            assert_eq!(own, suffix, "{of}: {} on the axis", tick.label);
        }
    }
}

/// What stands between two ends is what a reader gets who subtracts them, as close as the ends are printed; where
/// rounding prevents it, that is said.
#[test]
fn what_lies_between_comes_out_as_printed() {
    let mut exact = 0;
    for (case, scenario) in all() {
        let figure = cases::one(&scenario, FigureName::Cost);
        let Body::Chart(chart) = &figure.body else {
            continue;
        };
        let end = |role| {
            let at = chart.series.iter().position(|one| one.role == role)?;
            let mut labels = chart.labels.iter();
            let label = labels.find(|label| label.series == at && label.side == Side::End)?;
            Some(in_units(last_word(&label.text)))
        };
        let between = chart
            .labels
            .iter()
            .find(|label| label.side == Side::Between);
        let (Some(a), Some(b), Some(between)) = (end(Role::A), end(Role::B), between) else {
            continue;
        };
        let (told, _) = in_units(&between.text);
        // Half of what the last digit of an end stands for.
        let half = a.1.max(b.1) / Decimal::TWO;
        let comes_out = (b.0 - a.0 - told).abs() <= half;
        let is_said = figure
            .notes
            .iter()
            .any(|note| note.full.contains("rounded;"));
        assert!(
            comes_out || is_said,
            "{case}: {b:?} less {a:?} is not {told}"
        );
        exact += usize::from(comes_out);
    }
    assert!(exact > 10, "{exact}");
}

/// A printed amount, and what its last digit stands for.
fn in_units(text: &str) -> (Decimal, Decimal) {
    let (suffix, decimals) = unit_of(text).unwrap_or((' ', 0));
    let scale = match suffix {
        'B' => 1_000_000_000,
        'M' => 1_000_000,
        _ => 1,
    };
    let amount = amount_of(text).unwrap_or_default();
    let last = Decimal::new(1, u32::try_from(decimals).unwrap());
    (amount * Decimal::from(scale), last * Decimal::from(scale))
}

/// Names in keys, heads of columns and at curves' ends differ, however little room there is, and are cut once.
#[test]
fn names_that_are_cut_still_differ() {
    for (case, scenario) in all() {
        for figure in set(&scenario) {
            for size in Size::ALL {
                let theme = Theme::Light;
                let scene = lay_out(&figure, Sheet { size, theme });
                let of = format!("{case}, {:?}, {size:?}", figure.name);
                let keys = scene.texts.iter().filter(|text| text.part == TextPart::Key);
                let keys: Vec<&str> = keys.map(|text| text.text.as_str()).collect();
                let distinct: BTreeSet<&str> = keys.iter().copied().collect();
                assert_eq!(keys.len(), distinct.len(), "{of}: {keys:?}");
                let mut heads: Vec<String> = Vec::new();
                let columns = scene
                    .cells
                    .iter()
                    .filter(|cell| cell.row == 0 && cell.column > 0);
                for cell in columns {
                    let at = cell.column - 1;
                    heads.resize(heads.len().max(at + 1), String::new());
                    heads[at].push_str(&scene.texts[cell.text].text);
                }
                let distinct: BTreeSet<&String> = heads.iter().collect();
                assert_eq!(heads.len(), distinct.len(), "{of}: {heads:?}");
                for text in &scene.texts {
                    let named =
                        matches!(text.part, TextPart::Key | TextPart::Label | TextPart::Cell);
                    let cuts = text.text.matches('\u{2026}').count();
                    assert!(!named || cuts <= 2, "{of}: {}", text.text);
                }
            }
        }
    }
}

//! What the sections of the text report are made of: headings, paragraphs, and figures in words.

use rust_decimal::Decimal;

use super::columns::wrapped;
use crate::units::decimal::round;
use crate::units::{Currency, text};

/// Characters of a line of running text.
pub(super) const LINE: usize = 92;
/// What stands for a figure nobody has published.
const NOT_COSTED: &str = "not costed";

/// Says so where the parts as shown don't add up to the whole as shown.
pub(super) fn may_not_add(
    out: &mut String,
    parts: impl Iterator<Item = Option<Decimal>>,
    whole: Option<Decimal>,
) {
    let shown: Option<Decimal> = parts
        .map(|part| part.map(|part| round(part, 2)))
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
    if let (Some(shown), Some(whole)) = (shown, whole)
        && shown != round(whole, 2)
    {
        line(
            out,
            "  Rounded figures may not add up; totals are sums of unrounded parts.",
        );
    }
}

/// A heading with an empty line before it.
pub(super) fn heading(out: &mut String, words: &str) {
    line(out, "");
    line(out, words);
}

/// Running text, indented.
pub(super) fn paragraph(out: &mut String, words: &str) {
    for part in wrapped(words, LINE) {
        line(out, &format!("  {part}"));
    }
}

pub(super) fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}

pub(super) fn money(currency: &Currency, value: Option<Decimal>) -> String {
    known(value.map(|value| currency.exact(value)))
}

pub(super) fn per_year(currency: &Currency, value: Option<Decimal>) -> String {
    known(value.map(|value| format!("{} a year", currency.exact(value))))
}

pub(super) fn percent(value: Option<Decimal>) -> String {
    known(value.map(|value| text::percent(value, 6)))
}

pub(super) fn points(value: Option<Decimal>) -> String {
    known(value.map(|value| {
        let unit = if round(value, 6).abs() == Decimal::ONE {
            " point"
        } else {
            " points"
        };
        format!("{}{unit}", text::at_most(value, 6))
    }))
}

fn known(value: Option<String>) -> String {
    value.unwrap_or_else(|| NOT_COSTED.to_owned())
}

pub(super) fn yes(yes: bool) -> String {
    (if yes { "yes" } else { "no" }).to_owned()
}

//! A claim as it is typed and chosen: what a pasted sentence says, shown for confirmation, and what it
//! measures, in plain words.

use super::measured::Measured;
use super::refused;
use crate::document::entry;
use crate::document::refused::{self as words_of, Wanted};
use crate::document::words;
use crate::document::wrong::Wrong;
use crate::explore::sentence::read as read_sentence;
use crate::scenario::{
    Claim, OfferId, Party, Per, Precision, Quantity, QuotedUnit, Scenario, Span,
};
use crate::units::reading::{self, Kind};
use crate::units::{Currency, Percent, Quoted, text};

/// What is typed and chosen so far. Nothing that a sentence leaves open is chosen beforehand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    pub words: String,
    /// The number quoted, as typed; empty for "most".
    pub number: String,
    pub unit: Option<QuotedUnit>,
    /// How it is to be read.
    pub precision: Precision,
    pub measures: Option<Measured>,
    pub offer: Option<OfferId>,
    /// The contract year, from 1, as typed; empty for the term.
    pub year: String,
    pub per: Per,
    /// Months without a contract, as typed.
    pub months: String,
    /// The day by which raises are in force, as typed.
    pub day: String,
    /// The pool's percent, as typed; empty for that of the offer.
    pub pool: String,
    pub settlement: Option<String>,
    /// What checking it would take.
    pub takes: String,
    pub by: Option<Party>,
    /// The day it was said, as typed; may be empty.
    pub date: String,
    pub source: Option<String>,
    /// The assumption that was worked back from it.
    pub input_of: Option<String>,
    /// Whether the other side may see it.
    pub shared: bool,
    pub note: String,
}

impl Asked {
    /// A claim as it would be typed.
    #[must_use]
    pub fn of(claim: &Claim, currency: &Currency) -> Self {
        let unit = claim.quantity.unit();
        let mut asked = Self {
            words: claim.words.clone(),
            number: claim.value.map_or_else(String::new, |value| {
                shown(value.get(), Some(unit), currency)
            }),
            unit: Some(unit),
            precision: claim.precision,
            measures: Some(Measured::of(&claim.quantity)),
            offer: claim.quantity.offer().cloned(),
            by: Some(claim.by),
            date: claim.date.map_or_else(String::new, words::date),
            source: claim.source.clone(),
            input_of: claim.input_of.clone(),
            shared: claim.shared,
            note: claim.note.clone(),
            ..Self::default()
        };
        match &claim.quantity {
            Quantity::Gap { over, per } | Quantity::Cost { over, per, .. } => {
                asked.year = year(*over);
                asked.per = *per;
            }
            Quantity::EmployeePay { over, .. } => asked.year = year(*over),
            Quantity::Delay { months, per, .. } => {
                asked.months = months.to_string();
                asked.per = *per;
            }
            Quantity::ShareInForce { by, .. } => asked.day = words::date(*by),
            Quantity::PoolWithFirstRaise { percent, .. } => {
                asked.pool = percent.map_or_else(String::new, |own| words::percent(own.get()));
            }
            Quantity::AgainstSettlement { settlement, .. } => {
                asked.settlement = Some(settlement.clone());
            }
            Quantity::NotComputed { takes, .. } => asked.takes.clone_from(takes),
            _ => {}
        }
        asked
    }

    /// Takes number, unit and precision out of the sentence, for confirmation.
    ///
    /// # Errors
    /// Words that say why the sentence can't be read; nothing is taken from it then.
    pub fn take_sentence(&mut self, currency: &Currency) -> Result<(), String> {
        let found = read_sentence(&self.words, currency)
            .map_err(|why| refused(&why, &self.words, currency))?;
        self.number = found
            .value
            .map_or_else(String::new, |value| shown(value, found.unit, currency));
        self.unit = found.unit;
        self.precision = found.precision;
        Ok(())
    }
}

fn year(over: Span) -> String {
    match over {
        Span::Term => String::new(),
        Span::Year(year) => year.to_string(),
    }
}

/// A quoted number as people write it, with the digits it has: `$1,440`, `18.50%`, `61,000`.
#[must_use]
pub fn shown(
    value: rust_decimal::Decimal,
    unit: Option<QuotedUnit>,
    currency: &Currency,
) -> String {
    match unit {
        Some(QuotedUnit::Dollars) => currency.as_written(value),
        Some(QuotedUnit::Percent) => format!("{}%", text::count_as_written(value)),
        Some(QuotedUnit::Count) | None => text::count_as_written(value),
    }
}

/// A field of the page of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Sentence,
    Number,
    Measures,
    Offer,
    Settlement,
    Months,
    Day,
    Pool,
    Year,
    By,
    Date,
}

/// The claim of what was typed, under an id.
///
/// # Errors
/// What is wrong with which field.
pub fn read(scenario: &Scenario, asked: &Asked, id: String) -> Result<Claim, Wrong<Field>> {
    let mut wrong = Wrong::default();
    let sentence: Vec<&str> = asked.words.split_whitespace().collect();
    if sentence.is_empty() {
        wrong.tell(Field::Sentence, "Paste or type what is said.");
    }
    let measures = asked
        .measures
        .ok_or_else(|| "Choose what the number measures.".to_owned());
    let measures = wrong.taken(Field::Measures, measures);
    let value = measures.and_then(|measures| {
        let value = number(asked, measures, &scenario.currency);
        wrong.taken(Field::Number, value)
    });
    let quantity = measures.and_then(|measures| quantity(scenario, asked, measures, &mut wrong));
    let by = asked.by.ok_or_else(|| "Choose who says it.".to_owned());
    let by = wrong.taken(Field::By, by);
    let date = wrong.taken_if(Field::Date, &asked.date, entry::date);
    let made = match (value, quantity, by) {
        (Some(value), Some(quantity), Some(by)) => Some(Claim {
            id,
            by,
            words: sentence.join(" "),
            date,
            source: asked.source.clone(),
            quantity,
            value,
            precision: asked.precision,
            input_of: asked.input_of.clone(),
            shared: asked.shared,
            note: asked.note.trim().to_owned(),
        }),
        _ => None,
    };
    wrong.or(made)
}

/// What the number counts, as a noun.
#[must_use]
pub fn unit_in_words(unit: QuotedUnit, currency: &Currency) -> &str {
    match unit {
        QuotedUnit::Dollars => currency.units(),
        QuotedUnit::Percent => "percent",
        QuotedUnit::Count => "employees",
    }
}

fn number(
    asked: &Asked,
    measures: Measured,
    currency: &Currency,
) -> Result<Option<Quoted>, String> {
    let unit = measures.unit().or(asked.unit);
    let unit = unit.ok_or_else(|| {
        currency.said("Choose what the number counts: dollars, percent or employees.")
    })?;
    if let Some(said) = asked.unit
        && said != unit
    {
        return Err(format!(
            "The number is in {}, and \u{201c}{}\u{201d} is in {}; choose what fits, or correct the number\u{2019}s unit.",
            unit_in_words(said, currency),
            measures.in_plain_words(),
            unit_in_words(unit, currency)
        ));
    }
    let typed = asked.number.trim();
    match (asked.precision, typed) {
        (Precision::Most, "") => return Ok(None),
        (Precision::Most, _) => {
            return Err(
                "\u{201c}Most\u{201d} means more than half and has no number; clear the number, or choose another precision."
                    .to_owned(),
            );
        }
        (_, "") if measures == Measured::NotComputed => return Ok(None),
        _ => {}
    }
    let example = currency.example("1,440");
    let (kind, wanted) = match unit {
        QuotedUnit::Dollars => (
            Kind::Pay,
            Wanted {
                what: "number",
                such_as: &example,
            },
        ),
        QuotedUnit::Percent => (
            Kind::Percent,
            Wanted {
                what: "number",
                such_as: "18.5%",
            },
        ),
        QuotedUnit::Count => (
            Kind::Headcount,
            Wanted {
                what: "number",
                such_as: "61,000",
            },
        ),
    };
    let value = reading::number_in(typed, kind, currency)
        .map_err(|refusal| words_of::words(&refusal, typed, wanted))?;
    Quoted::new(value)
        .map(Some)
        .map_err(|error| error.to_string())
}

fn quantity(
    scenario: &Scenario,
    asked: &Asked,
    measures: Measured,
    wrong: &mut Wrong<Field>,
) -> Option<Quantity> {
    let over = if measures.asks_span() {
        wrong.taken(Field::Year, span(&asked.year))
    } else {
        Some(Span::Term)
    };
    let offer = if measures.asks_offer() {
        let chosen = asked.offer.clone();
        let chosen = chosen.ok_or_else(|| "Choose the offer it is about.".to_owned());
        wrong.taken(Field::Offer, chosen)
    } else {
        None
    };
    let per = asked.per;
    Some(match measures {
        Measured::Gap if scenario.a.is_none() || scenario.b.is_none() => {
            wrong.tell(
                Field::Measures,
                "Choose offers A and B first: their difference is measured.",
            );
            return None;
        }
        Measured::Gap => Quantity::Gap { over: over?, per },
        Measured::Cost => Quantity::Cost {
            offer: offer?,
            over: over?,
            per,
        },
        Measured::Delay => {
            let months = wrong.taken(Field::Months, whole(&asked.months));
            Quantity::Delay {
                offer: offer?,
                months: months?,
                per,
            }
        }
        Measured::SimpleSum => Quantity::SimpleSum { offer: offer? },
        Measured::Compounded => Quantity::Compounded { offer: offer? },
        Measured::AverageAYear => Quantity::AverageAYear { offer: offer? },
        Measured::WithSteps => Quantity::WithSteps { offer: offer? },
        Measured::ShareInForce => {
            let by = wrong.taken(Field::Day, entry::date(&asked.day));
            Quantity::ShareInForce {
                offer: offer?,
                by: by?,
            }
        }
        Measured::PoolWithFirstRaise => {
            let percent = wrong.taken(Field::Pool, pool(&asked.pool));
            Quantity::PoolWithFirstRaise {
                offer: offer?,
                percent: percent?,
            }
        }
        Measured::AgainstSettlement => {
            let settlement = asked.settlement.clone();
            let settlement = settlement.ok_or_else(|| "Choose the settlement.".to_owned());
            let settlement = wrong.taken(Field::Settlement, settlement);
            Quantity::AgainstSettlement {
                offer: offer?,
                settlement: settlement?,
            }
        }
        Measured::EmployeePay => Quantity::EmployeePay {
            offer: offer?,
            over: over?,
        },
        Measured::Headcount => Quantity::Headcount,
        Measured::FullTimeEquivalents => Quantity::FullTimeEquivalents,
        Measured::Payroll => Quantity::Payroll,
        Measured::AveragePay => Quantity::AveragePay,
        Measured::NotComputed => Quantity::NotComputed {
            unit: asked.unit.unwrap_or_default(),
            takes: asked.takes.trim().to_owned(),
        },
    })
}

fn span(typed: &str) -> Result<Span, String> {
    match typed.trim() {
        "" => Ok(Span::Term),
        typed => whole(typed).map(Span::Year),
    }
}

/// A whole number from 1 to 1,000.
fn whole(typed: &str) -> Result<u16, String> {
    let typed = typed.trim();
    let read = typed.parse::<u16>().ok();
    read.filter(|number| (1..=1_000).contains(number))
        .ok_or_else(|| match typed {
            "" => "type a whole number, such as 2".to_owned(),
            typed => {
                format!("\u{201c}{typed}\u{201d} is no whole number from 1 to 1,000; write it as 2")
            }
        })
}

fn pool(typed: &str) -> Result<Option<Percent>, String> {
    match typed.trim() {
        "" => Ok(None),
        typed => entry::percent(typed).map(Some),
    }
}

//! How a finding comes about, in sentences with the figures it is made of.

use rust_decimal::Decimal;

use crate::document::words as day_words;
use crate::explore::claims::{Checked, ReadAs};
use crate::explore::settlements::Across;
use crate::scenario::{ClauseTerms, OfferId, Per, Quantity, Scenario, Span};
use crate::ui::state::Context;
use crate::units::decimal::round;
use crate::units::text;

use super::claim_words;

/// The arithmetic of a claim's finding; empty where nothing is found.
#[must_use]
pub fn lines(context: &Context, checked: &Checked) -> Vec<String> {
    let currency = &context.scenario().currency;
    let Some(found) = checked.finding() else {
        return checked
            .takes
            .iter()
            .map(|takes| sentence(&claim_words::needs(context.scenario(), takes)))
            .collect();
    };
    let told = Told {
        context,
        scenario: context.scenario(),
    };
    match &checked.claim.quantity {
        Quantity::Gap { over, per } => told.gap(*over, *per, found),
        Quantity::Cost { offer, over, per } => told.cost(offer, *over, *per, found),
        Quantity::Delay { offer, months, per } => {
            let months = match months {
                1 => "one month".to_owned(),
                months => format!("{months} months"),
            };
            let of = told.name(offer);
            let per = told.divided(*per);
            vec![format!(
                "Cost of {of} ratified on time, less its cost ratified {months} after the first day with nothing paid back{per}: {}.",
                currency.exact(found)
            )]
        }
        Quantity::SimpleSum { offer } => told.added_up(offer, found, None, checked),
        Quantity::Compounded { offer } => vec![format!(
            "Payroll of the last day under {} over the baseline\u{2019}s, less 1: {}.",
            told.name(offer),
            percent(found)
        )],
        Quantity::AverageAYear { offer } => vec![format!(
            "The even yearly raise that compounds to the end rate of {}: {}.",
            told.name(offer),
            percent(found)
        )],
        Quantity::WithSteps { offer } => vec![format!(
            "Payroll of the last day under {}, steps included, over today\u{2019}s, less 1: {}.",
            told.name(offer),
            percent(found)
        )],
        Quantity::ShareInForce { offer, by } => told.added_up(offer, found, Some(*by), checked),
        Quantity::EmployeePay { offer, over } => vec![format!(
            "What the employee looked at earns under {} {}: {}.",
            told.name(offer),
            span(*over),
            currency.exact(found)
        )],
        Quantity::Headcount => vec![format!("Employees of the scenario: {}.", count(found))],
        Quantity::FullTimeEquivalents => {
            vec![format!(
                "Full-time equivalents of the scenario: {}.",
                count(found)
            )]
        }
        Quantity::Payroll => vec![format!(
            "Base payroll of the scenario: {}.",
            currency.exact(found)
        )],
        Quantity::AveragePay => vec![format!(
            "Base payroll over full-time equivalents: {}.",
            currency.exact(found)
        )],
        Quantity::PoolWithFirstRaise { offer, percent } => {
            let pool = percent.map(|percent| percent.get());
            told.pool(offer, pool, checked)
        }
        Quantity::AgainstSettlement { offer, settlement } => {
            told.against(offer, settlement, checked)
        }
        Quantity::NotComputed { .. } => Vec::new(),
    }
}

fn percent(value: Decimal) -> String {
    text::percent_close(round(value, 6))
}

fn count(value: Decimal) -> String {
    text::count(value)
}

fn span(over: Span) -> String {
    match over {
        Span::Term => "over the term".to_owned(),
        Span::Year(year) => format!("in contract year {year}"),
    }
}

/// A sentence of words that begin one.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

struct Told<'c> {
    context: &'c Context,
    scenario: &'c Scenario,
}

impl Told<'_> {
    fn name(&self, id: &OfferId) -> &str {
        self.context.name_of(id)
    }

    fn cost_of(&self, id: &OfferId, over: Span) -> Option<Decimal> {
        let figures = &self.context.results.of(id)?.figures;
        match over {
            Span::Term => figures.cost,
            Span::Year(year) => {
                let at = usize::from(year).checked_sub(1)?;
                figures.years.get(at)?.cash
            }
        }
    }

    fn divided(&self, per: Per) -> String {
        match (per, self.context.results.fte) {
            (Per::Fte, Some(fte)) => format!(", over {} FTE", count(fte)),
            _ => String::new(),
        }
    }

    fn gap(&self, over: Span, per: Per, found: Decimal) -> Vec<String> {
        let currency = &self.scenario.currency;
        let (Some(a), Some(b)) = (&self.scenario.a, &self.scenario.b) else {
            return Vec::new();
        };
        let exact = |id| {
            self.cost_of(id, over)
                .map_or_else(String::new, |cost| format!(", {}", currency.exact(cost)))
        };
        vec![format!(
            "Cost of {} {}{}, less cost of {}{}{}: {}.",
            self.name(b),
            span(over),
            exact(b),
            self.name(a),
            exact(a),
            self.divided(per),
            currency.exact(found)
        )]
    }

    fn cost(&self, offer: &OfferId, over: Span, per: Per, found: Decimal) -> Vec<String> {
        let currency = &self.scenario.currency;
        vec![format!(
            "Cost of {} above the baseline {}{}: {}.",
            self.name(offer),
            span(over),
            self.divided(per),
            currency.exact(found)
        )]
    }

    fn across(&self, id: &OfferId) -> Option<Across> {
        let figures = &self.context.results.of(id)?.figures;
        Across::of_offer(self.scenario.offer(id)?, figures)
    }

    /// Percents with signs between: `6.5 + 6.5 + 3`.
    fn sum(raises: &[Decimal]) -> String {
        let each: Vec<String> = raises
            .iter()
            .map(|one| text::minus(&text::plain(*one)))
            .collect();
        each.join(" + ")
    }

    /// All raises of an offer, or those in force by a day.
    fn added_up(
        &self,
        offer: &OfferId,
        found: Decimal,
        by: Option<crate::units::Date>,
        checked: &Checked,
    ) -> Vec<String> {
        let Some(across) = self.across(offer) else {
            return vec![format!(
                "Raises of {}: {}.",
                self.name(offer),
                percent(found)
            )];
        };
        let name = self.name(offer);
        match by {
            Some(by) => {
                let raises: Vec<Decimal> = across.percents(|day| day <= by).collect();
                let part = across.sum(|day| day <= by).unwrap_or_default();
                let whole = across.sum(|_| true).unwrap_or_default();
                vec![format!(
                    "Raises of {name} in force by {}: {} = {} of {} points, {}.",
                    day_words::date(by),
                    Self::sum(&raises),
                    text::plain(part),
                    text::plain(whole),
                    percent(found)
                )]
            }
            None => {
                let raises: Vec<Decimal> = across.percents(|_| true).collect();
                let mut lines = vec![format!(
                    "Raises of {name}: {} = {}.",
                    Self::sum(&raises),
                    percent(found)
                )];
                lines.extend(checked.beside.iter().filter_map(|one| match one {
                    crate::explore::claims::Beside::Compounded(value) => {
                        Some(format!("Compounded they come to {}.", percent(*value)))
                    }
                    _ => None,
                }));
                lines
            }
        }
    }

    fn pool(&self, offer: &OfferId, pool: Option<Decimal>, checked: &Checked) -> Vec<String> {
        let own = self.scenario.offer(offer).and_then(|own| {
            own.clauses.iter().find_map(|clause| match &clause.terms {
                ClauseTerms::EquityPool { percent, .. } => percent.get().map(|one| one.get()),
                _ => None,
            })
        });
        let pool = pool
            .or(own)
            .map_or_else(String::new, |pool| format!(" of {}", percent(pool)));
        let name = self.name(offer);
        let readings = checked.readings.iter().map(|one| {
            let holds = match one.holds {
                Some(true) => ": it holds",
                Some(false) => ": it doesn\u{2019}t",
                None => "",
            };
            format!(
                "{} {}{holds}",
                claim_words::reading(one.read_as),
                percent(one.finding)
            )
        });
        let readings: Vec<String> = readings.collect();
        vec![format!(
            "The pool{pool} with the raises of {name} in the first twelve months: {}.",
            readings.join("; ")
        )]
    }

    fn against(&self, offer: &OfferId, settlement: &str, checked: &Checked) -> Vec<String> {
        let reading = |read_as: ReadAs| {
            let one = checked.readings.iter().find(|one| one.read_as == read_as)?;
            let against = one.against?;
            Some(format!(
                "{}: {} against {}",
                claim_words::reading(read_as),
                percent(one.finding),
                percent(against)
            ))
        };
        let unknown = || "compounded: unknown, only the total is published".to_owned();
        let each = [
            reading(ReadAs::AddedUp),
            reading(ReadAs::Compounded).or_else(|| Some(unknown())),
        ];
        let each: Vec<String> = each.into_iter().flatten().collect();
        vec![format!(
            "{} against {settlement}, {}.",
            self.name(offer),
            each.join("; ")
        )]
    }
}

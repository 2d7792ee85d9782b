//! The fields of a clause's terms, and the words for what can be chosen in them.

use eframe::egui::{Id, Ui};

use crate::document::new_clause::{Counted, counted, lump};
use crate::document::{amounts, entry, words};
use crate::scenario::{ClauseTerms, LumpAmount, LumpTiming, RateUnit};
use crate::ui::widgets::rows;
use crate::units::{Date, text};

/// The fields of a kind; what was typed into one of them, read.
pub fn fields(
    ui: &mut Ui,
    id: Id,
    terms: &ClauseTerms,
    unit: RateUnit,
) -> Option<Result<ClauseTerms, String>> {
    let unknown = || "unknown".to_owned();
    let percent_field = |ui: &mut Ui, percent: &crate::units::Known<crate::units::Percent>| {
        let shown = percent
            .get()
            .map_or_else(unknown, |percent| words::percent(percent.get()));
        rows::typed(ui, id.with("percent"), "Increase", "Increase", &shown)
            .map(|typed| amounts::or_unknown(&typed, entry::percent))
    };
    match terms {
        ClauseTerms::Percent(percent) => {
            percent_field(ui, percent).map(|typed| typed.map(ClauseTerms::Percent))
        }
        ClauseTerms::PerHour(amount) => {
            let shown = amount
                .get()
                .map_or_else(unknown, |one| text::rate(one.get()));
            rows::typed(ui, id.with("hour"), "An hour", "Dollars an hour", &shown).map(|typed| {
                amounts::or_unknown(&typed, amounts::per_hour).map(ClauseTerms::PerHour)
            })
        }
        ClauseTerms::GreaterOf {
            percent,
            per_hour: Some(per_hour),
            per_year,
        } => {
            let typed = percent_field(ui, percent).map(|typed| {
                typed.map(|percent| ClauseTerms::GreaterOf {
                    percent,
                    per_hour: Some(*per_hour),
                    per_year: *per_year,
                })
            });
            let shown = per_hour
                .get()
                .map_or_else(unknown, |one| text::rate(one.get()));
            let hour = rows::typed(ui, id.with("hour"), "or an hour", "Dollars an hour", &shown);
            let hour = hour.map(|typed| {
                amounts::or_unknown(&typed, amounts::per_hour).map(|per_hour| {
                    ClauseTerms::GreaterOf {
                        percent: *percent,
                        per_hour: Some(per_hour),
                        per_year: *per_year,
                    }
                })
            });
            typed.or(hour)
        }
        ClauseTerms::Floor(rate) => {
            let shown = rate.get().map_or_else(unknown, |one| text::rate(one.get()));
            rows::typed(ui, id.with("rate"), "At least", "Lowest rate", &shown)
                .map(|typed| amounts::or_unknown(&typed, amounts::rate).map(ClauseTerms::Floor))
        }
        ClauseTerms::LumpSum {
            amount,
            paid,
            measured_to,
        } => lump_sum(ui, id, amount, *paid, *measured_to),
        other => {
            rows::plain(ui, "Gives", &words::terms(other, unit));
            None
        }
    }
}

/// What a lump sum can be counted on, with the words for it.
pub const COUNTED: [(Counted, &str); 4] = [
    (Counted::Each, "each employee"),
    (Counted::PerFte, "each 1.0 FTE"),
    (Counted::ByFte, "each employee, by FTE"),
    (Counted::OfPay, "percent of a year\u{2019}s pay"),
];

/// When a lump sum can be paid, with the words for it.
pub const PAID: [(LumpTiming, &str); 3] = [
    (LumpTiming::Dated, "on its date"),
    (LumpTiming::OnRatification, "on ratification"),
    (LumpTiming::Later, "on the later of the two"),
];

fn lump_sum(
    ui: &mut Ui,
    id: Id,
    amount: &LumpAmount,
    paid: LumpTiming,
    measured_to: Option<Date>,
) -> Option<Result<ClauseTerms, String>> {
    let per = counted(amount);
    let shown = match amount {
        LumpAmount::PerHead(money) | LumpAmount::PerFte(money) | LumpAmount::Prorated(money) => {
            money.get().map(|money| text::dollars(money.get()))
        }
        LumpAmount::PercentOfPay(percent) => {
            percent.get().map(|percent| words::percent(percent.get()))
        }
    };
    let shown = shown.unwrap_or_else(|| "unknown".to_owned());
    let of = |amount: Result<LumpAmount, String>| {
        amount.map(|amount| ClauseTerms::LumpSum {
            amount,
            paid,
            measured_to,
        })
    };
    let mut changed = rows::typed(ui, id.with("amount"), "Amount", "Amount", &shown)
        .map(|typed| of(lump(per, &typed)));
    let names = COUNTED.map(|(_, name)| name);
    let now = COUNTED.iter().find(|(one, _)| *one == per);
    if let Some(index) = rows::choice(ui, "Counted on", now.map_or("", |(_, name)| name), &names)
        && let Some((to, _)) = COUNTED.get(index)
    {
        // Dollars are no percent: what the figure was is not known in the other measure.
        let same_measure = (*to == Counted::OfPay) == (per == Counted::OfPay);
        let figure = if same_measure {
            shown.as_str()
        } else {
            "unknown"
        };
        changed = Some(of(lump(*to, figure)));
    }
    let names = PAID.map(|(_, name)| name);
    let now = PAID.iter().find(|(one, _)| *one == paid);
    if let Some(index) = rows::choice(ui, "Paid", now.map_or("", |(_, name)| name), &names)
        && let Some((paid, _)) = PAID.get(index)
    {
        changed = Some(Ok(ClauseTerms::LumpSum {
            amount: amount.clone(),
            paid: *paid,
            measured_to,
        }));
    }
    changed
}

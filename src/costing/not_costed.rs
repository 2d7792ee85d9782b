//! What is missing from an offer's figures, in words (costing.md §1 "unknown").

use super::model::Model;
use super::schedule::{Effect, Step};
use crate::scenario::{LumpAmount, Offer, People, Workforce};

/// Why figures of an offer are not costed, in words; empty where all are.
#[must_use]
pub fn not_costed(model: &Model<'_>, offer: &Offer, steps: &[Step]) -> Vec<String> {
    let per_head = steps
        .iter()
        .any(|step| step.counts && matches!(step.effect, Effect::LumpSum(LumpAmount::PerHead(_))));
    let mut missing = unknown_people(&model.scenario.workforce, per_head);
    let unknown = |step: &&Step| {
        step.counts && matches!(step.effect, Effect::UnknownRate | Effect::UnknownDollars)
    };
    for step in model.baseline.iter().chain(steps).filter(unknown) {
        let terms = step
            .clause
            .and_then(|number| offer.clauses.get(number))
            .map(|clause| &clause.terms);
        missing.push(match terms {
            None => format!("unknown: the raise of {} in the baseline", step.nominal),
            Some(terms) if Effect::is_costed(terms.kind()) => {
                format!(
                    "unknown: the size of the {} of {}",
                    terms.kind().name(),
                    step.nominal
                )
            }
            Some(terms) => format!(
                "not costed by this version: the {} of {}",
                terms.kind().name(),
                step.nominal
            ),
        });
    }
    missing
}

/// What nobody has published of the workforce. Headcounts matter only to lump sums per head.
fn unknown_people(workforce: &Workforce, per_head: bool) -> Vec<String> {
    let mut missing = Vec::new();
    let mut note = |known: bool, what: &str, whose: &str| {
        if !known {
            missing.push(format!("unknown: {what} of {whose}"));
        }
    };
    match &workforce.people {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            note(fte.is_known(), "full-time equivalents", "the workforce");
            note(
                average_annual_pay.is_known(),
                "average annual pay",
                "the workforce",
            );
            note(
                headcount.is_known() || !per_head,
                "headcount",
                "the workforce",
            );
        }
        People::Table { file, groups, .. } if groups.get().is_none() => {
            missing.push(format!("unknown: the groups in {file} beside the scenario"));
        }
        people @ (People::Groups(_) | People::Table { .. }) => {
            for group in people.groups().unwrap_or_default() {
                note(group.fte.is_known(), "full-time equivalents", &group.name);
                note(workforce.rate_of(group).is_known(), "rate", &group.name);
                note(
                    group.headcount.is_known() || !per_head,
                    "headcount",
                    &group.name,
                );
            }
        }
    }
    missing
}

//! What nobody has published, where figures can't be costed.

use super::case::{Case, Shown};
use super::whom::group_name;
use crate::scenario::{Clause, ClauseTerms, LumpAmount, People};
use crate::units::text;

/// What is missing for the offers shown, each once; empty where all are costed.
pub fn missing(case: &Case<'_>) -> Vec<String> {
    let without: Vec<&Shown<'_>> = case
        .shown
        .iter()
        .filter(|shown| !shown.figures().not_costed.is_empty())
        .collect();
    if without.is_empty() {
        return Vec::new();
    }
    let mut found = of_people(case);
    let own = without.iter().flat_map(|shown| &shown.offer.clauses);
    for clause in case.scenario.baseline.iter().chain(own) {
        if let Some(what) = of_clause(clause)
            && !found.contains(&what)
        {
            found.push(what);
        }
    }
    found
}

/// Why something can't be drawn, in a sentence.
pub fn not_drawn(case: &Case<'_>, what: &str) -> String {
    if case.shown.is_empty() {
        return "There are no offers to show.".to_owned();
    }
    let missing = missing(case);
    match missing.as_slice() {
        [] => format!("{what} can\u{2019}t be drawn: not all of it is known."),
        some => format!(
            "{what} can\u{2019}t be drawn without knowing {}.",
            super::phrases::listed(some)
        ),
    }
}

fn of_people(case: &Case<'_>) -> Vec<String> {
    let mut found = Vec::new();
    match &case.scenario.workforce.people {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            let of = [
                (average_annual_pay.is_known(), "average annual pay"),
                (fte.is_known(), "full-time equivalents"),
                (headcount.is_known() || !per_head(case), "headcount"),
            ];
            found.extend(
                of.into_iter()
                    .filter(|(known, _)| !known)
                    .map(|(_, what)| what.to_owned()),
            );
        }
        People::Table { .. } if case.scenario.workforce.people.is_unread() => {
            found.push("the table of groups beside the scenario".to_owned());
        }
        people @ (People::Groups(_) | People::Table { .. }) => {
            let groups = people.read_groups();
            let mut without = groups.iter().filter(|group| {
                let headcount = group.headcount.is_known() || !per_head(case);
                !(group.fte.is_known()
                    && case.scenario.workforce.rate_of(group).is_known()
                    && headcount)
            });
            let unknown: Vec<&str> = [
                (
                    per_head(case) && groups.iter().any(|one| !one.headcount.is_known()),
                    "headcount",
                ),
                (groups.iter().any(|one| !one.fte.is_known()), "hours"),
                (
                    groups
                        .iter()
                        .any(|one| !case.scenario.workforce.rate_of(one).is_known()),
                    "rate",
                ),
            ]
            .into_iter()
            .filter_map(|(is_unknown, what)| is_unknown.then_some(what))
            .collect();
            let what = match unknown.as_slice() {
                [one] => (*one).to_owned(),
                [one, other] => format!("{one} or {other}"),
                _ => "headcount, hours or rate".to_owned(),
            };
            if let Some(group) = without.next() {
                let name =
                    group_name(case.scenario, &group.name).unwrap_or_else(|| "a group".to_owned());
                let more = match without.count() {
                    0 => String::new(),
                    1 => " and of 1 more group".to_owned(),
                    more => format!(" and of {more} more groups"),
                };
                found.push(format!("{what} of {name}{more}"));
            }
        }
    }
    found
}

fn per_head(case: &Case<'_>) -> bool {
    let clauses = case.shown.iter().flat_map(|shown| &shown.offer.clauses);
    clauses.into_iter().any(|clause| {
        let ClauseTerms::LumpSum { amount, .. } = &clause.terms else {
            return false;
        };
        matches!(amount, LumpAmount::PerHead(_))
    })
}

fn of_clause(clause: &Clause) -> Option<String> {
    if clause.terms.is_known() || !clause.counted {
        return None;
    }
    let day = text::day(clause.date);
    let kind = clause.terms.kind().called();
    Some(format!("the size of the {kind} of {day}"))
}

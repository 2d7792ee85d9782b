//! What stands beneath a figure: where the offers come from and what the figures rest on.

use rust_decimal::Decimal;

use super::case::{Case, Shown};
use super::missing::missing;
use super::names::{cut, one_line};
use super::say::{capitalized, counted, first_of, listed};
use crate::scenario::{Accrual, Assumption, Ratification, Rounding, Source, Standing, Subject};
use crate::units::text;

/// Characters of how an assumption was arrived at.
const OF_WHY: usize = 160;
/// Characters of a source's title.
const OF_TITLE: usize = 70;
/// The most publishers named.
const MOST_PUBLISHERS: usize = 4;
/// The most issues named of one publisher.
const MOST_ISSUES: usize = 4;
/// The most offers named that are not drawn.
const MOST_NAMED: usize = 3;

/// What the figures beneath which the notes stand are made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Percents and dates alone.
    Terms,
    /// Rates, without hours.
    Rates,
    /// Dollars of everyone.
    Cost,
    /// Dollars of one employee.
    Employee,
    /// Dollars, whenever offers are ratified.
    Delay,
}

/// Sources and assumptions, after the figure's own notes; one sentence each. What a reader needs
/// most stands first: a small picture has no room for all.
pub fn notes(case: &Case<'_>, basis: Basis, own: Vec<String>) -> Vec<String> {
    let dollars = !matches!(basis, Basis::Terms | Basis::Rates);
    let mut notes = own;
    notes.extend(standing_at(case, Standing::MadeUp));
    if dollars {
        notes.extend(of_pay(case));
    }
    notes.extend(sources(case));
    notes.extend(left_out(case));
    let missing = missing(case);
    if basis != Basis::Terms && !missing.is_empty() {
        notes.push(format!("Not known: {}.", listed(&missing)));
    }
    if case.results.horizon != case.scenario.term.last_day {
        notes.push(format!(
            "Counted to {}; the term ends {}.",
            text::day(case.results.horizon),
            text::day(case.scenario.term.last_day)
        ));
    }
    if basis != Basis::Delay {
        notes.extend(ratified(case));
    }
    if matches!(basis, Basis::Cost | Basis::Delay) {
        notes.push("Cost is wages above the baseline and lump sums, without roll-up.".to_owned());
    }
    if dollars {
        for standing in [Standing::NotIncluded, Standing::Inferred, Standing::Assumed] {
            notes.extend(standing_at(case, standing));
        }
    }
    if basis != Basis::Terms {
        notes.extend(counting(case, basis));
    }
    // Words of the user may leave gaps.
    notes.iter().map(|note| one_line(note)).collect()
}

fn is_of_pay(assumption: &Assumption) -> bool {
    assumption.of.contains(&Subject::AveragePay)
}

/// How pay was arrived at, where nobody has published it.
fn of_pay(case: &Case<'_>) -> Vec<String> {
    let all = case.scenario.assumptions.iter();
    all.filter(|one| is_of_pay(one) && one.standing != Standing::Published)
        .map(|one| {
            let about = capitalized(&one_line(&one.about));
            let why = first_sentence(&one_line(&one.why));
            // Nothing is approximate where nothing is known.
            if case.results.payroll.is_none() && !why.is_empty() {
                return format!("{about}: {why}");
            }
            let said = format!("\u{2248} {about}: {}. {why}", one.standing.name());
            said.trim_end().to_owned()
        })
        .collect()
}

/// What else stands no firmer than this, in a sentence.
fn standing_at(case: &Case<'_>, standing: Standing) -> Option<String> {
    let about: Vec<String> = case
        .scenario
        .assumptions
        .iter()
        .filter(|one| one.standing == standing && !is_of_pay(one))
        .map(|one| one_line(&one.about))
        .filter(|about| !about.is_empty())
        .collect();
    let name = capitalized(standing.name());
    (!about.is_empty()).then(|| format!("{name}: {}.", about.join("; ")))
}

/// When offers are ratified, and whether what is earned before is paid.
fn ratified(case: &Case<'_>) -> Option<String> {
    if case.shown.is_empty() {
        return None;
    }
    let words = |shown: &Shown<'_>| {
        let back = if case.scenario.is_retroactive(shown.offer) {
            "retroactive"
        } else {
            "not retroactive"
        };
        match case.scenario.ratification_of(shown.offer) {
            Ratification::OnTime => "on time".to_owned(),
            Ratification::On(day) => format!("on {}, {back}", text::day(day)),
        }
    };
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for shown in &case.shown {
        let (when, name) = (words(shown), shown.names.headline.clone());
        match told.iter_mut().find(|(one, _)| *one == when) {
            Some((_, names)) => names.push(name),
            None => told.push((when, vec![name])),
        }
    }
    if let [(when, _)] = told.as_slice() {
        return Some(format!("Ratified {when}."));
    }
    let each: Vec<String> = told
        .into_iter()
        .map(|(when, names)| format!("{} {when}", listed(&names)))
        .collect();
    Some(format!("Ratified: {}.", each.join("; ")))
}

/// How hours fall on days, how rates are rounded, and what the baseline holds, in one sentence.
fn counting(case: &Case<'_>, basis: Basis) -> Option<String> {
    let scenario = case.scenario;
    let mut parts = Vec::new();
    match scenario.accrual {
        // Rates don't depend on hours.
        _ if basis == Basis::Rates => {}
        Accrual::Monthly => parts.push("a month\u{2019}s hours fall evenly on its days".to_owned()),
        Accrual::Biweekly { first_day } => parts.push(format!(
            "hours fall evenly on 14-day pay periods, counted from {}",
            text::day(first_day)
        )),
    }
    if scenario.workforce.rounding == Rounding::Cent {
        parts.push("rates are rounded to the cent after each raise".to_owned());
    }
    if !scenario.baseline.is_empty() {
        let raises = counted(Decimal::from(scenario.baseline.len()), "raise");
        parts.push(format!("the baseline holds {raises} already owed"));
    }
    (!parts.is_empty()).then(|| format!("{}.", capitalized(&parts.join("; "))))
}

fn left_out(case: &Case<'_>) -> Option<String> {
    if case.left_out.is_empty() {
        return None;
    }
    let named = case.left_out.iter().map(|name| cut(name, 40)).collect();
    Some(format!("Not shown: {}.", first_of(named, MOST_NAMED)))
}

/// Where the offers come from, by publisher; and which name no source.
fn sources(case: &Case<'_>) -> Vec<String> {
    let mut by_publisher: Vec<(String, Vec<String>)> = Vec::new();
    let mut without = Vec::new();
    for shown in &case.shown {
        let sources = of_offer(case, shown);
        if sources.is_empty() {
            without.push(shown.names.headline.clone());
        }
        for source in sources {
            let publisher = one_line(&source.publisher);
            let issue = issue(source);
            match by_publisher.iter_mut().find(|(one, _)| *one == publisher) {
                Some((_, issues)) if issues.contains(&issue) => {}
                Some((_, issues)) => issues.push(issue),
                None => by_publisher.push((publisher, vec![issue])),
            }
        }
    }
    let named: Vec<String> = by_publisher
        .into_iter()
        .map(|(publisher, issues)| {
            let issues = first_of(issues, MOST_ISSUES);
            if publisher.is_empty() {
                issues
            } else {
                format!("{publisher}, {issues}")
            }
        })
        .collect();
    let mut notes = Vec::new();
    if !named.is_empty() {
        let more = named.len().saturating_sub(MOST_PUBLISHERS);
        let mut told: Vec<String> = named.into_iter().take(MOST_PUBLISHERS).collect();
        if more > 0 {
            told.push(format!("{more} more"));
        }
        notes.push(format!("Sources: {}.", told.join("; ")));
    }
    if !without.is_empty() {
        notes.push(format!("No source given for {}.", listed(&without)));
    }
    notes
}

/// The sources an offer and its clauses name, those there are.
fn of_offer<'a>(case: &Case<'a>, shown: &Shown<'_>) -> Vec<&'a Source> {
    let clauses = shown.offer.clauses.iter();
    let of_clauses = clauses.filter_map(|clause| clause.source.as_ref());
    let ids = shown.offer.sources.iter().chain(of_clauses);
    let found = |id: &String| case.scenario.sources.iter().find(|one| one.id == *id);
    ids.filter_map(found)
        .filter(|source| !(source.title.trim().is_empty() && source.publisher.trim().is_empty()))
        .collect()
}

/// The day something was published; without one, or without a publisher, its title.
fn issue(source: &Source) -> String {
    let title = format!(
        "\u{201c}{}\u{201d}",
        cut(&one_line(&source.title), OF_TITLE)
    );
    match source.published {
        Some(day) if source.publisher.trim().is_empty() => format!("{title}, {}", text::day(day)),
        Some(day) => text::day(day),
        None if source.title.trim().is_empty() => "undated".to_owned(),
        None => title,
    }
}

/// A text to its first full stop that ends a sentence, with a full stop.
fn first_sentence(text: &str) -> String {
    let sentence = text.split_once(". ").map_or(text, |(first, _)| first);
    let sentence = cut(sentence.trim_end_matches('.'), OF_WHY);
    if sentence.is_empty() || sentence.ends_with('…') {
        sentence
    } else {
        format!("{sentence}.")
    }
}

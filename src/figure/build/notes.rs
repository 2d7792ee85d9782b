//! What stands beneath a figure: where the offers come from and what the figures rest on.

use rust_decimal::Decimal;

use super::case::{Case, Shown};
use super::missing::missing;
use super::names::{cut, one_line};
use super::say::{counted, first_of, listed};
use crate::scenario::{Accrual, Assumption, Ratification, Rounding, Source, Standing};
use crate::units::text;

/// Characters of how an assumption was arrived at.
const OF_WHY: usize = 160;
/// Characters of a source's title.
const OF_TITLE: usize = 70;
/// The most sources named for one offer.
const MOST_SOURCES: usize = 3;
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

/// Sources and assumptions, after the figure's own notes; one sentence each.
pub fn notes(case: &Case<'_>, basis: Basis, own: Vec<String>) -> Vec<String> {
    let mut notes = own;
    if basis != Basis::Terms {
        notes.extend(assumed(case));
    }
    if basis != Basis::Delay {
        notes.extend(ratified(case));
    }
    if matches!(basis, Basis::Cost | Basis::Delay) {
        let words = "Cost is wages above the baseline and lump sums; roll-up is not in it.";
        notes.push(words.to_owned());
    }
    if basis != Basis::Terms {
        notes.extend(counting(case, basis));
    }
    if case.results.horizon != case.scenario.term.last_day {
        notes.push(format!(
            "Counted to {}; the term ends {}.",
            text::day(case.results.horizon),
            text::day(case.scenario.term.last_day)
        ));
    }
    let missing = missing(case);
    if basis != Basis::Terms && !missing.is_empty() {
        notes.push(format!("Not known: {}.", listed(&missing)));
    }
    notes.extend(left_out(case));
    notes.extend(sources(case));
    // Words of the user may leave gaps.
    notes.iter().map(|note| one_line(note)).collect()
}

/// Inputs nobody has published, pay first: which, and for pay and hours how they were arrived at.
fn assumed(case: &Case<'_>) -> Vec<String> {
    let unsure = |one: &&Assumption| one.standing != Standing::Published;
    let matters = |one: &&Assumption| one.about.contains("pay") || one.about.contains("full-time");
    let all: Vec<&Assumption> = case.scenario.assumptions.iter().filter(unsure).collect();
    let (mut basic, others): (Vec<&Assumption>, Vec<&Assumption>) =
        all.into_iter().partition(matters);
    basic.sort_by_key(|one| !one.about.contains("pay"));
    let mut notes: Vec<String> = basic
        .into_iter()
        .map(|one| {
            let about = capitalized(&one_line(&one.about));
            let why = first_sentence(&one_line(&one.why));
            let standing = one.standing.name();
            // Nothing is approximate where nothing is known.
            if case.results.payroll.is_none() && !why.is_empty() {
                return format!("{about}: {why}");
            }
            let said = format!("\u{2248} {about}: {standing}. {why}");
            said.trim_end().to_owned()
        })
        .collect();
    for standing in [Standing::Inferred, Standing::Assumed, Standing::MadeUp] {
        let about: Vec<String> = others
            .iter()
            .filter(|one| one.standing == standing)
            .map(|one| one_line(&one.about))
            .filter(|about| !about.is_empty())
            .collect();
        if !about.is_empty() {
            let standing = capitalized(standing.name());
            notes.push(format!("{standing}: {}.", listed(&about)));
        }
    }
    notes
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
    let each: Vec<String> = case.shown.iter().map(words).collect();
    let first = each.first()?;
    if each.iter().all(|one| one == first) {
        return Some(format!("Ratified {first}."));
    }
    let named = case.shown.iter().zip(&each);
    let named: Vec<String> = named
        .map(|(shown, when)| format!("{} {when}", shown.names.headline))
        .collect();
    Some(format!("Ratified: {}.", named.join("; ")))
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

/// Where each offer comes from; offers with the same sources share a sentence.
fn sources(case: &Case<'_>) -> Vec<String> {
    let mut told: Vec<(Vec<String>, String)> = Vec::new();
    for shown in &case.shown {
        let words = of_offer(case, shown);
        let name = shown.names.headline.clone();
        match told.iter_mut().find(|(_, one)| *one == words) {
            Some((names, _)) => names.push(name),
            None => told.push((vec![name], words)),
        }
    }
    told.into_iter()
        .map(|(names, words)| {
            if words.is_empty() {
                format!("No source given for {}.", listed(&names))
            } else {
                format!("Source of {}: {words}.", listed(&names))
            }
        })
        .collect()
}

/// The sources an offer and its clauses name, in words; empty where they name none there is.
fn of_offer(case: &Case<'_>, shown: &Shown<'_>) -> String {
    let clauses = shown.offer.clauses.iter();
    let of_clauses = clauses.filter_map(|clause| clause.source.as_ref());
    let mut ids: Vec<&String> = Vec::new();
    for id in shown.offer.sources.iter().chain(of_clauses) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let found = |id: &String| case.scenario.sources.iter().find(|one| one.id == *id);
    let words: Vec<String> = ids
        .into_iter()
        .filter_map(found)
        .map(of_source)
        .filter(|words| !words.is_empty())
        .collect();
    let more = words.len().saturating_sub(MOST_SOURCES);
    let mut named: Vec<String> = words.into_iter().take(MOST_SOURCES).collect();
    if more > 0 {
        named.push(format!("and {more} more"));
    }
    named.join("; ")
}

fn of_source(source: &Source) -> String {
    let mut parts = Vec::new();
    let (publisher, title) = (one_line(&source.publisher), one_line(&source.title));
    if !publisher.is_empty() {
        parts.push(publisher);
    }
    if !title.is_empty() {
        parts.push(format!("\u{201c}{}\u{201d}", cut(&title, OF_TITLE)));
    }
    if let Some(day) = source.published {
        parts.push(text::day(day));
    }
    parts.join(", ")
}

fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
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

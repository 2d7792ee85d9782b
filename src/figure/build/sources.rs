//! The line "Source": where offers come from, by publisher.

use super::case::{Case, Shown};
use super::names::{cut, one_line};
use super::phrases::{first_of, listed};
use crate::figure::Note;
use crate::scenario::Source;
use crate::units::text;

/// Characters of a source's title.
const OF_TITLE: usize = 70;
/// The most publishers named.
const MOST_PUBLISHERS: usize = 4;
/// The most issues named of one publisher.
const MOST_ISSUES: usize = 4;
/// The most offers named that have no source.
const MOST_WITHOUT: usize = 4;

/// Publications by their publishers, in short the publishers alone; and which offers name none.
pub fn sources(case: &Case<'_>) -> Vec<Note> {
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
    let mut told = Vec::new();
    if !by_publisher.is_empty() {
        let more = by_publisher.len().saturating_sub(MOST_PUBLISHERS);
        let rest = (more > 0).then(|| format!("{more} more"));
        let named = by_publisher.iter().take(MOST_PUBLISHERS);
        let full = named.clone().map(|(publisher, issues)| {
            let issues = first_of(issues.clone(), MOST_ISSUES);
            if publisher.is_empty() {
                issues
            } else {
                format!("{publisher}, {issues}")
            }
        });
        let short = named.map(|(publisher, issues)| {
            if publisher.is_empty() {
                first_of(issues.clone(), 1)
            } else {
                publisher.clone()
            }
        });
        let full: Vec<String> = full.chain(rest.clone()).collect();
        let short: Vec<String> = short.chain(rest).collect();
        told.push(Note::shortened(
            format!("{}.", full.join("; ")),
            format!("{}.", short.join("; ")),
        ));
    }
    if !without.is_empty() {
        let all = without.len() == case.shown.len();
        let short = if all {
            "No source given.".to_owned()
        } else {
            format!("None given for {}.", first_of(without.clone(), 2))
        };
        let full = if all && without.len() > 2 {
            "No source given for any offer.".to_owned()
        } else if without.len() > MOST_WITHOUT {
            format!("No source given for {}.", first_of(without, MOST_WITHOUT))
        } else {
            format!("No source given for {}.", listed(&without))
        };
        told.push(Note::shortened(full, short));
    }
    told
}

/// The sources an offer and its clauses name, those there are.
pub fn of_offer<'a>(case: &Case<'a>, shown: &Shown<'_>) -> Vec<&'a Source> {
    let clauses = shown.offer.clauses.iter();
    let of_clauses = clauses.filter_map(|clause| clause.source.as_ref());
    let mut ids: Vec<&String> = Vec::new();
    for id in shown.offer.sources.iter().chain(of_clauses) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let found = |id: &&String| case.scenario.sources.iter().find(|one| one.id == **id);
    ids.iter()
        .filter_map(found)
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

//! The line "Note": what a figure rests on, what a reader needs most first.

use rust_decimal::Decimal;

use super::case::{Case, Shown};
use super::late::paid_after_the_end;
use super::missing::missing;
use super::names::{cut, one_line};
use super::phrases::{capitalized, counted, first_of, listed};
use super::sources::{of_offer, sources};
use super::whom::SMALL_GROUP;
use crate::figure::Note;
use crate::figure::told_apart::told_apart;
use crate::scenario::{Accrual, Assumption, Ratification, Rounding, Standing, Subject};
use crate::units::{Date, text};

/// Characters of how an assumption was arrived at.
const OF_WHY: usize = 160;
/// Characters of what an assumption is about.
const OF_ABOUT: usize = 90;
/// The same of one of several, where room is short.
const OF_MANY: usize = 45;
/// Characters of the name of an offer that isn't drawn.
const OF_NAME: usize = 40;
/// The most assumptions of one standing that are named.
const MOST_ASSUMED: usize = 8;
/// The most offers named that are not drawn.
const MOST_NAMED: usize = 3;

/// What the figures beneath which the notes stand are made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Percents and dates alone.
    Terms,
    /// Rates, without hours.
    Rates,
    /// Rates against prices.
    RealWage,
    /// Dollars of everyone.
    Cost,
    /// Dollars of one employee.
    Employee,
    /// Dollars, whenever offers are ratified.
    Delay,
}

impl Basis {
    fn in_dollars(self) -> bool {
        !matches!(self, Self::Terms | Self::Rates | Self::RealWage)
    }

    /// Whether figures of this kind rest on an input.
    fn rests_on(self, subject: Subject) -> bool {
        match subject {
            Subject::Raises | Subject::Dates => true,
            Subject::Ratification => self != Self::Delay,
            Subject::Steps => self != Self::Terms,
            Subject::AveragePay => self.in_dollars(),
            Subject::FullTimeEquivalents | Subject::Headcount => {
                matches!(self, Self::Cost | Self::Delay)
            }
            Subject::Benefits => self == Self::Cost,
            Subject::Prices => self == Self::RealWage,
        }
    }
}

/// The lines beneath a figure.
pub struct Notes {
    pub(crate) notes: Vec<Note>,
    pub(crate) sources: Vec<Note>,
}

/// What a figure rests on, after its own notes; one sentence each.
pub fn notes(case: &Case<'_>, basis: Basis, own: Vec<Note>) -> Notes {
    let mut notes = own;
    if basis == Basis::Employee && case.average_stands_in {
        notes.push(Note::plain(format!(
            "The average employee stands in: the one chosen belongs to a group of fewer than {SMALL_GROUP}."
        )));
    }
    notes.extend(standing_at(case, basis, Standing::MadeUp));
    if basis.in_dollars() {
        notes.extend(of_pay(case));
    }
    if basis.in_dollars() {
        notes.extend(groups_joined(case));
    }
    notes.extend(standing_at(case, basis, Standing::NotIncluded));
    notes.extend(without_terms(case));
    if matches!(basis, Basis::Cost | Basis::Employee | Basis::Delay) {
        notes.extend(paid_after_the_end(case));
    }
    // What a note of pay has told isn't told twice.
    let told: Vec<String> = notes.iter().map(|note| note.full.to_lowercase()).collect();
    let mut missing = missing(case);
    missing.retain(|one| {
        let says = |note: &String| note.contains("unknown") && note.contains(&one.to_lowercase());
        !told.iter().any(says)
    });
    if basis != Basis::Terms && !missing.is_empty() {
        let full = format!("Not known: {}.", listed(&missing));
        let short = format!("Not known: {}.", first_of(missing, 2));
        notes.push(Note::shortened(full, short));
    }
    if case.results.horizon != case.scenario.term.last_day {
        notes.push(Note::shortened(
            format!(
                "Counted to {}; the term ends {}.",
                text::day(case.results.horizon),
                text::day(case.scenario.term.last_day)
            ),
            format!("Counted to {}.", text::day(case.results.horizon)),
        ));
    }
    if basis != Basis::Delay {
        notes.extend(ratified(case));
    }
    for standing in [Standing::Inferred, Standing::Assumed] {
        notes.extend(standing_at(case, basis, standing));
    }
    notes.extend(left_out(case));
    if matches!(basis, Basis::Cost | Basis::Delay) {
        notes.push(Note::shortened(
            "Cost is wages above the baseline and lump sums, without roll-up.",
            "Cost: wages and lump sums, no roll-up.",
        ));
    }
    if basis != Basis::Terms {
        notes.extend(counting(case, basis));
    }
    // Words of the user may leave gaps.
    let clean = |notes: Vec<Note>| {
        let each = notes.into_iter().map(|note| Note {
            full: one_line(&note.full),
            short: one_line(&note.short),
        });
        each.collect()
    };
    Notes {
        notes: clean(notes),
        sources: clean(sources(case)),
    }
}

/// What is said beneath amounts whose printed values don't leave the printed difference.
pub fn of_rounding() -> Note {
    Note::shortened(
        "Amounts are rounded; their differences may not agree in the last digit.",
        "Amounts are rounded.",
    )
}

/// That groups too small to be shown are joined to others, and what that changes for the offers drawn.
fn groups_joined(case: &Case<'_>) -> Option<Note> {
    let banding = case.banding?;
    let change = |shown: &Shown<'_>| {
        let bound = banding.bound_in_words(&shown.offer.id, &case.scenario.currency)?;
        Some(format!("{bound} for {}", shown.names.headline))
    };
    let changes: Vec<String> = case.shown.iter().filter_map(change).collect();
    let joined = format!("Groups of fewer than {SMALL_GROUP} are joined to others");
    if changes.is_empty() {
        return Some(Note::plain(format!("{joined}.")));
    }
    Some(Note::shortened(
        format!("{joined}, which changes costs: {}.", listed(&changes)),
        format!("{joined}: {}.", first_of(changes, 2)),
    ))
}

fn is_of_pay(assumption: &Assumption) -> bool {
    assumption.of.contains(&Subject::AveragePay)
}

/// How pay was arrived at, where nobody has published it.
fn of_pay(case: &Case<'_>) -> Vec<Note> {
    let all = case.scenario.assumptions.iter();
    all.filter(|one| {
        let weak = matches!(one.standing, Standing::Inferred | Standing::Assumed);
        is_of_pay(one) && weak
    })
    .map(|one| {
        let about = capitalized(&cut(&one_line(&one.about), OF_ABOUT));
        let why = first_sentence(&one_line(&one.why));
        // Nothing is approximate where nothing is known.
        if case.results.payroll.is_none() && !why.is_empty() {
            return Note::shortened(format!("{about}: {why}"), format!("{about}: not known."));
        }
        let standing = one.standing.name();
        let full = format!("\u{2248} {about}: {standing}. {why}");
        Note::shortened(full.trim_end(), format!("\u{2248} {about}: {standing}."))
    })
    .take(MOST_ASSUMED)
    .collect()
}

/// What else stands no firmer than this, in a sentence, where the figures rest on it.
fn standing_at(case: &Case<'_>, basis: Basis, standing: Standing) -> Option<Note> {
    let applies = |one: &&Assumption| {
        one.standing == standing
            && match standing {
                Standing::MadeUp | Standing::NotIncluded => true,
                _ if one.of.is_empty() => basis.in_dollars(),
                _ => !is_of_pay(one) && one.of.iter().any(|of| basis.rests_on(*of)),
            }
    };
    let about: Vec<String> = case
        .scenario
        .assumptions
        .iter()
        .filter(applies)
        .map(|one| cut(&one_line(&one.about), OF_ABOUT))
        .filter(|about| !about.is_empty())
        .collect();
    if about.is_empty() {
        return None;
    }
    let name = capitalized(standing.name());
    let few = |most: usize, of_each: usize| {
        let more = about.len().saturating_sub(most);
        let told = about.iter().take(most).map(|one| cut(one, of_each));
        let mut told: Vec<String> = told.collect();
        if more > 0 {
            told.push(format!("{more} more"));
        }
        format!("{name}: {}.", told.join("; "))
    };
    // Of many each is said in fewer words.
    let of_each = if about.len() > 2 { OF_MANY } else { OF_ABOUT };
    Some(Note::shortened(
        few(MOST_ASSUMED, OF_ABOUT),
        few(2, of_each),
    ))
}

/// When offers are ratified, and whether what is earned before is paid.
fn ratified(case: &Case<'_>) -> Option<Note> {
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
    let on_time =
        |shown: &Shown<'_>| case.scenario.ratification_of(shown.offer) == Ratification::OnTime;
    let later = latest_trace(case).filter(|day| *day > case.first());
    if let (true, Some(later)) = (case.shown.iter().all(on_time), later) {
        let first = text::day(case.first());
        return Some(Note::shortened(
            format!(
                "Assumes ratification by {first}; the offers and sources reach to {}.",
                text::day(later)
            ),
            format!("Assumes ratification by {first}."),
        ));
    }
    if let [(when, _)] = told.as_slice() {
        return Some(Note::plain(format!("Ratified {when}.")));
    }
    let each: Vec<String> = told
        .iter()
        .map(|(when, names)| format!("{} {when}", listed(names)))
        .collect();
    let days: Vec<String> = told.into_iter().map(|(when, _)| when).collect();
    Some(Note::shortened(
        format!("Ratified: {}.", each.join("; ")),
        format!("Ratified {}.", days.join(" or ")),
    ))
}

/// The latest day at which the offers were still on the table: passed, or written of. An offer
/// agreed is no such trace.
fn latest_trace(case: &Case<'_>) -> Option<Date> {
    let agreed = case
        .shown
        .iter()
        .any(|shown| matches!(shown.offer.status, crate::scenario::Status::Agreed(_)));
    if agreed {
        return None;
    }
    let passed = case
        .shown
        .iter()
        .filter_map(|shown| shown.offer.status.moment())
        .map(|moment| moment.on);
    let published = case
        .shown
        .iter()
        .flat_map(|shown| of_offer(case, shown))
        .filter_map(|source| source.published);
    passed.chain(published).max()
}

/// How hours fall on days, how rates are rounded, and what the baseline holds, in one sentence.
fn counting(case: &Case<'_>, basis: Basis) -> Option<Note> {
    let scenario = case.scenario;
    let (mut parts, mut short) = (Vec::new(), Vec::new());
    match scenario.accrual {
        // Rates don't depend on hours.
        _ if matches!(basis, Basis::Rates | Basis::RealWage) => {}
        Accrual::Monthly => {
            parts.push("a month\u{2019}s hours fall evenly on its days".to_owned());
            short.push("monthly hours".to_owned());
        }
        Accrual::Biweekly { first_day } => {
            parts.push(format!(
                "hours fall evenly on 14-day pay periods, counted from {}",
                text::day(first_day)
            ));
            short.push("14-day pay periods".to_owned());
        }
    }
    if scenario.workforce.rounding == Rounding::Cent {
        parts.push("rates are rounded to the cent after each raise".to_owned());
        short.push("rates to the cent".to_owned());
    }
    if !scenario.baseline.is_empty() {
        let raises = counted(Decimal::from(scenario.baseline.len()), "raise");
        parts.push(format!("the baseline holds {raises} already owed"));
        short.push(format!("{raises} already owed in the baseline"));
    }
    let sentence = |parts: &[String]| {
        let words = format!("{}.", capitalized(&parts.join("; ")));
        scenario.currency.said(&words)
    };
    (!parts.is_empty()).then(|| Note::shortened(sentence(&parts), sentence(&short)))
}

fn left_out(case: &Case<'_>) -> Option<Note> {
    if case.left_out.is_empty() {
        return None;
    }
    let named = told_apart(&case.left_out, |_, name| name.chars().count() <= OF_NAME);
    let count = counted(Decimal::from(case.left_out.len()), "offer");
    Some(Note::shortened(
        format!("Not shown: {}.", first_of(named, MOST_NAMED)),
        format!("{count} not shown."),
    ))
}

/// Which terms of an offer are in no figure, because something of them isn't published.
fn without_terms(case: &Case<'_>) -> Vec<Note> {
    case.shown
        .iter()
        .filter_map(|shown| {
            let without = shown.offer.clauses.iter().filter(|clause| !clause.counted);
            let kinds: Vec<String> = without
                .map(|clause| clause.terms.kind().called().to_owned())
                .collect();
            if kinds.is_empty() {
                return None;
            }
            let count = counted(Decimal::from(kinds.len()), "term");
            let name = capitalized(&shown.names.headline);
            let mut told: Vec<String> = Vec::new();
            for kind in kinds {
                if !told.contains(&kind) {
                    told.push(kind);
                }
            }
            Some(Note::shortened(
                format!("{name} without {count}: {}.", first_of(told, MOST_ASSUMED)),
                format!("{name} without {count}."),
            ))
        })
        .collect()
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

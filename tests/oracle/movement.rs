//! How far a counter has come from its side's last offer, and how far the other side's is.

use num_traits::{Signed, Zero};

use super::exact::{Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::model::{Case, Side, Status};
use super::report::Worked;

fn across(side: Side) -> Side {
    match side {
        Side::Union => Side::Employer,
        Side::Employer => Side::Union,
        Side::Neutral => Side::Neutral,
    }
}

/// The counter: as named, else the last offer still being worked on.
fn counter<'a>(case: &Case, worked: &'a [Worked<'a>]) -> Option<&'a Worked<'a>> {
    if let Some(id) = &case.counter {
        return worked.iter().find(|one| one.offer.id == *id);
    }
    worked.iter().rfind(|one| {
        matches!(one.offer.status, Status::Draft | Status::WhatIf)
            && (case.we_are == Side::Neutral || one.offer.side == case.we_are)
    })
}

/// A side's latest passed offer, else whichever of A and B is that side's; never the counter.
fn last_of<'a>(
    side: Side,
    not: &str,
    compared: [&'a Worked<'a>; 2],
    worked: &'a [Worked<'a>],
) -> Option<&'a Worked<'a>> {
    let others = |one: &&Worked| one.offer.side == side && one.offer.id != not;
    let passed = worked
        .iter()
        .filter(others)
        .filter_map(|one| match &one.offer.status {
            Status::Passed(on, at) => Some((*on, at.clone().unwrap_or_default(), one)),
            _ => None,
        });
    passed
        .reduce(|last, next| {
            if (next.0, &next.1) >= (last.0, &last.1) {
                next
            } else {
                last
            }
        })
        .map(|(_, _, one)| one)
        .or_else(|| compared.into_iter().find(|one| others(one)))
}

pub fn movement<'a>(
    sheet: &mut Sheet,
    case: &Case,
    compared: [&'a Worked<'a>; 2],
    worked: &'a [Worked<'a>],
) {
    let counter = counter(case, worked);
    let ends = counter.and_then(|c| {
        let side = if c.offer.side == Side::Neutral {
            case.we_are
        } else {
            c.offer.side
        };
        if side == Side::Neutral {
            return Some((compared[0], compared[1]));
        }
        let id = &c.offer.id;
        let own = last_of(side, id, compared, worked)?;
        Some((own, last_of(across(side), id, compared, worked)?))
    });
    let apart = |one: &Worked, other: &Worked| -> Option<Fraction> {
        let (one, other) = (one.outcome.cost.as_ref()?, other.outcome.cost.as_ref()?);
        Some((one - other).to_fraction().abs())
    };
    let distances = counter.zip(ends);
    let moved = distances.and_then(|(c, (from, _))| apart(from, c));
    let remains = distances.and_then(|(c, (_, to))| apart(c, to));
    let whole = ends.and_then(|(from, to)| apart(from, to));
    let share = |part: &Option<Fraction>| {
        let (part, whole) = part.as_ref().zip(whole.as_ref())?;
        (!whole.is_zero()).then(|| part / whole * fraction(100))
    };
    let part = Part::Movement;
    sheet.maybe(part, Name::Counter, counter.map(|one| &one.offer.id));
    sheet.maybe(part, Name::From, ends.map(|(from, _)| &from.offer.id));
    sheet.maybe(part, Name::To, ends.map(|(_, to)| &to.offer.id));
    sheet.percent(part, Name::MovedShare, share(&moved));
    sheet.percent(part, Name::RemainsShare, share(&remains));
    sheet.dollars(part, Name::Moved, moved);
    sheet.dollars(part, Name::Remains, remains);
}

//! Who gains: what every offer means for employees who have a market, a unit, a job, a scale or a band of starting
//! pay in common.

use super::crew::in_a_year;
use super::exact::{Dec, Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::ledger::Ledger;
use super::lumps::payments;
use super::model::{Case, Keys, People};
use super::offer::is_zero;
use super::report::Worked;
use super::spread::by_line;
use super::sums::{Money, Quotient};

/// The tables, in the order a report has them; behind them stand the lowest and the highest paid fifth.
pub const TABLES: usize = 5;

/// What members of a row have in common, as a text by which rows are told apart.
fn common(table: usize, keys: &Keys) -> Option<String> {
    match table {
        0 => keys.market.clone(),
        1 => keys.unit.clone(),
        2 => keys.job.clone(),
        _ => keys.scale.clone(),
    }
}

/// A group's starting rate in dollars an hour, whatever its scale's other steps are.
fn starting_rate(case: &Case, group: usize) -> Option<Fraction> {
    let People::Groups(groups) = &case.people else {
        return None;
    };
    let group = &groups[group];
    let on_step = group.stands.as_ref();
    let on_step = on_step.map(|stands| &case.scale(&stands.scale).steps[stands.step - 1].0);
    let rate = Quotient::of(on_step.unwrap_or(&group.rate).as_ref()?);
    let a_year = rate.times(&in_a_year(case.rate_unit, case)).to_fraction();
    Some(a_year / case.hours.to_fraction())
}

/// The lowest dollars an hour of the band of five that it lies in.
fn band(case: &Case, group: usize) -> Option<i64> {
    let fives = (starting_rate(case, group)? / fraction(5)).floor();
    i64::try_from(fives.to_integer())
        .ok()
        .map(|fives| fives * 5)
}

/// The lines of each row. Bands go from the lowest, with unknown pay first; others as they appear.
fn rows(table: usize, case: &Case, ledger: &Ledger) -> Vec<(Option<String>, Vec<usize>)> {
    let lines = ledger.crew.counted();
    if table + 1 == TABLES {
        let banded = lines.map(|(at, _)| (band(case, at), at));
        let mut banded: Vec<(Option<i64>, usize)> = banded.collect();
        banded.sort();
        let mut found: Vec<(Option<i64>, Vec<usize>)> = vec![];
        for (band, at) in banded {
            match found.last_mut().filter(|(last, _)| *last == band) {
                Some((_, row)) => row.push(at),
                None => found.push((band, vec![at])),
            }
        }
        let named = found.into_iter();
        let name = |band: i64| format!("${band}\u{2013}{}", band + 5);
        return named.map(|(band, row)| (band.map(name), row)).collect();
    }
    let mut found: Vec<(Option<String>, Vec<usize>)> = vec![];
    for (at, line) in lines {
        let name = common(table, &line.keys);
        match found.iter_mut().find(|(own, _)| *own == name) {
            Some((_, row)) => row.push(at),
            None => found.push((name, vec![at])),
        }
    }
    found
}

/// An offer, and what each line costs under it.
type Costed<'a> = (&'a Worked<'a>, Vec<Option<Money>>);

/// The lines of a row, each with the share of it that belongs there.
type Members = Vec<(usize, Fraction)>;

/// The fifth of the employees with the lowest starting rates, or the highest; `None` where one rate or headcount
/// isn't known, or nobody is there.
fn fifth(case: &Case, ledger: &Ledger, highest: bool) -> Option<(Fraction, Members)> {
    let lines = ledger.crew.counted();
    let rated = lines.map(|(at, line)| {
        let heads = line.headcount.as_ref()?.to_fraction();
        Some((starting_rate(case, at)?, at, heads))
    });
    let mut rated: Vec<(Fraction, usize, Fraction)> = rated.collect::<Option<_>>()?;
    rated.sort();
    if highest {
        rated.reverse();
    }
    let all: Fraction = rated.iter().map(|(_, _, heads)| heads.clone()).sum();
    let fifth = all / fraction(5);
    let mut left = fifth.clone();
    let mut members = vec![];
    for (_, at, heads) in rated {
        if is_zero(&left) || is_zero(&heads) {
            continue;
        }
        let own = left.clone().min(heads.clone());
        left -= own.clone();
        members.push((at, own / heads));
    }
    (!is_zero(&fifth)).then_some((fifth, members))
}

pub fn tables(sheet: &mut Sheet, case: &Case, ledger: &Ledger, worked: &[Worked]) {
    if !ledger.crew.has_groups {
        return;
    }
    let costed = worked.iter().map(|one| {
        let paid = payments(ledger, &one.priced, &one.deal);
        (one, by_line(ledger, &one.priced, &paid))
    });
    let costed: Vec<Costed> = costed.collect();
    for table in 0..TABLES {
        for (row, (name, lines)) in rows(table, case, ledger).into_iter().enumerate() {
            let part = Part::Gains { table, row };
            let own = lines.iter().map(|at| &ledger.crew.lines[*at]);
            let heads = own.map(|line| line.headcount.clone()).sum::<Option<Dec>>();
            sheet.maybe(part, Name::Title, name);
            let heads = heads.map(|heads| heads.to_fraction());
            sheet.number(part, Name::Headcount, heads);
            let whole = lines.into_iter().map(|at| (at, fraction(1)));
            of_row(sheet, (table, row), ledger, &costed, &whole.collect());
        }
    }
    for (at, highest) in [false, true].into_iter().enumerate() {
        let table = TABLES + at;
        if let Some((fifth, members)) = fifth(case, ledger, highest) {
            let part = Part::Gains { table, row: 0 };
            let heads = (fifth + fraction(1) / fraction(2)).floor();
            sheet.maybe(part, Name::Title, None::<String>);
            sheet.number(part, Name::Headcount, Some(heads));
            of_row(sheet, (table, 0), ledger, &costed, &members);
        }
    }
}

/// The part of a group may have no end of decimals.
pub fn put_fte(sheet: &mut Sheet, part: Part, fte: Option<Fraction>) {
    sheet.dollars(part, Name::Fte, fte);
}

fn of_row(
    sheet: &mut Sheet,
    (table, row): (usize, usize),
    ledger: &Ledger,
    costed: &[Costed],
    members: &Members,
) {
    let fte = members.iter().map(|(at, share)| {
        let fte = ledger.crew.lines[*at].fte.as_ref()?;
        Some(fte.to_fraction() * share)
    });
    let fte = fte.sum::<Option<Fraction>>();
    put_fte(sheet, Part::Gains { table, row }, fte.clone());
    for (offer, (one, costs)) in costed.iter().enumerate() {
        let part = Part::GainsOf { table, row, offer };
        let cost = members
            .iter()
            .map(|(at, share)| Some(costs[*at].as_ref()?.to_fraction() * share));
        let cost = cost.sum::<Option<Fraction>>();
        sheet.dollars(part, Name::Cost, cost.clone());
        let fte = fte.clone().filter(|fte| !is_zero(fte));
        let per_fte = cost.zip(fte).map(|(cost, fte)| cost / fte);
        sheet.dollars(part, Name::CostPerFte, per_fte);
        let a_year = |priced| {
            let pay = members.iter().map(|(at, share)| {
                let pay = ledger.a_year(priced, *at, ledger.horizon)?;
                Some(pay.to_fraction() * share)
            });
            pay.sum::<Option<Fraction>>()
        };
        let ends = a_year(&one.priced).zip(a_year(&ledger.baseline));
        let end = ends.and_then(|(under, owed)| {
            let grown = (!is_zero(&owed)).then(|| under / owed)?;
            Some((grown - fraction(1)) * fraction(100))
        });
        sheet.percent(part, Name::EndPercent, end);
    }
}

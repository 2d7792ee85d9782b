//! Groups of a workforce put into classes, rates and copies of wage scales.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cohorts::{
    Class, Cohorts, GroupKeys, KeyNumbers, RatePlace, ScaleCopy, Seat, ten_thousandths,
};
use super::error::CostingError;
use super::lookup::entry;
use crate::scenario::{Group, Scale, Scope, Workforce};
use crate::units::decimal::in_units;
use crate::units::{HourlyRate, Known};

/// One group on its way into the cohorts.
struct Entry {
    group: usize,
    class: usize,
    fte: u64,
    at: At,
}

/// Its own rate, or a scale and a step counted from 0.
enum At {
    Rate(u64),
    Step { scale: usize, step: usize },
}

/// Groups put together; whoever calls adds the scopes.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub(super) fn grouped(
    workforce: &Workforce,
    groups: &[Group],
    scopes: &[Scope],
    a_year: i128,
) -> Result<Cohorts, CostingError> {
    let scales: HashMap<&str, usize> = workforce
        .scales
        .iter()
        .enumerate()
        .map(|(number, scale)| (scale.name.as_str(), number))
        .collect();
    let rate_decimals = decimals(workforce, groups);
    let mut numbers = KeyNumbers::default();
    let mut class_numbers: HashMap<(Vec<bool>, usize), usize> = HashMap::new();
    let mut memberships: Vec<Vec<bool>> = Vec::new();
    let mut classes: Vec<Class> = Vec::new();
    let mut entries = Vec::with_capacity(groups.len());
    let mut class_of = Vec::with_capacity(groups.len());
    let mut unseated = Vec::new();
    let mut is_unseated = HashSet::new();
    let asked: Vec<_> = scopes.iter().map(|scope| scope.asked(workforce)).collect();
    for (number, group) in groups.iter().enumerate() {
        let keys = numbers.number(GroupKeys {
            market: group.market.clone(),
            unit: group.unit.clone(),
            job: group.job.clone(),
        });
        let membership: Vec<bool> = asked.iter().map(|asked| asked.include(group)).collect();
        let next = classes.len();
        let class =
            *class_numbers
                .entry((membership, keys))
                .or_insert_with_key(|(membership, keys)| {
                    memberships.push(membership.clone());
                    classes.push(Class {
                        keys: *keys,
                        headcount: Some(0),
                        whole_fte: Some(0),
                        ..Class::default()
                    });
                    next
                });
        let place = placed(workforce, &scales, group, rate_decimals)?;
        let fte = group.fte.get().map(|fte| ten_thousandths(fte.get()));
        let fte = fte.transpose()?;
        if let Some(class) = classes.get_mut(class) {
            let heads = group.headcount.get().map(i128::from);
            class.headcount = both(class.headcount, heads);
            class.whole_fte = both(class.whole_fte, fte);
            class.is_unknown |= place.is_none() || fte.is_none();
        }
        class_of.push(class);
        let scale = group.scale.as_deref().and_then(|name| scales.get(name));
        if let (None, Some(scale)) = (&place, scale)
            && is_unseated.insert((class, *scale))
        {
            unseated.push((class, *scale));
        }
        if let Some(at) = place {
            // Of unknown FTE its rates are followed all the same: minimums go by them, and so does one employee. The
            // zero that stands for it is in no figure, since the class is unknown.
            let fte = fte.unwrap_or(0);
            entries.push(Entry {
                group: number,
                class,
                fte: u64::try_from(fte).map_err(|_| CostingError::TooLarge)?,
                at,
            });
        }
    }
    let mut cohorts = Cohorts {
        has_groups: true,
        class_of,
        unseated,
        classes,
        keys: numbers.all,
        rate_decimals,
        a_year,
        ..Cohorts::default()
    };
    let in_scope = |scope: usize| {
        memberships
            .iter()
            .map(move |own| entry(own, scope).copied())
    };
    let members = (0..scopes.len()).flat_map(in_scope);
    cohorts.set_members(members.collect::<Result<_, CostingError>>()?);
    let named = |name: &String| scales.get(name.as_str()).copied();
    let ladders = workforce.ladders.iter();
    cohorts.ladders = ladders
        .map(|ladder| ladder.scales.iter().filter_map(named).collect())
        .collect();
    place_all(&mut cohorts, &workforce.scales, entries)?;
    Ok(cohorts)
}

/// Puts rates and copies of scales in the order of classes, and seats groups at them.
fn place_all(
    cohorts: &mut Cohorts,
    scales: &[Scale],
    mut entries: Vec<Entry>,
) -> Result<(), CostingError> {
    // Sorted, so that the result doesn't depend on the order in which a table hands its entries out.
    entries.sort_by_key(|entry| match entry.at {
        At::Rate(rate) => (entry.class, None, rate, entry.group),
        At::Step { scale, .. } => (entry.class, Some(scale), 0, entry.group),
    });
    let mut copies: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let unit = cohorts.rate_decimals;
    let mut class = 0;
    for number in 0..cohorts.classes.len() {
        start_class(cohorts, number);
        while let Some(one) = entries.get(class).filter(|one| one.class == number) {
            let (place, rate) = match one.at {
                At::Rate(rate) => {
                    let own = cohorts.classes.get(number).map(|own| own.rates.clone());
                    let same = own.is_some_and(|own| !own.is_empty())
                        && cohorts.rates.last() == Some(&rate);
                    match cohorts.ftes.last_mut() {
                        Some(fte) if same => {
                            *fte = fte.checked_add(one.fte).ok_or(CostingError::TooLarge)?;
                        }
                        _ => {
                            cohorts.rates.push(rate);
                            cohorts.ftes.push(one.fte);
                        }
                    }
                    (RatePlace::Rate(cohorts.rates.len() - 1), rate)
                }
                At::Step { scale, step } => {
                    let copy = match copies.get(&(number, scale)) {
                        Some(copy) => *copy,
                        None => new_copy(cohorts, scales, number, scale, unit)?,
                    };
                    copies.insert((number, scale), copy);
                    let rate = *entry(&cohorts.steps, cohorts.cell(copy, step)?)?;
                    (RatePlace::Step { copy, step }, rate)
                }
            };
            let pay = cohorts.pay_of_sum(i128::from(rate) * i128::from(one.fte))?;
            let (rates, steps) = (cohorts.rates.len(), cohorts.steps.len());
            let copies = cohorts.copies.len();
            if let Some(own) = cohorts.classes.get_mut(number) {
                own.rates.end = rates;
                own.copies.end = copies;
                own.steps.end = steps;
                own.pay = own.pay.plus(pay)?;
                own.fte += i128::from(one.fte);
                if let RatePlace::Rate(_) = place {
                    own.plain = own.plain.plus(pay)?;
                    own.plain_fte += i128::from(one.fte);
                }
            }
            cohorts.seats.push(Seat {
                group: one.group,
                class: number,
                place,
                fte: one.fte,
            });
            class += 1;
        }
    }
    cohorts.seats.sort_by_key(|seat| seat.group);
    Ok(())
}

fn start_class(cohorts: &mut Cohorts, number: usize) {
    let (rates, copies, steps) = (
        cohorts.rates.len(),
        cohorts.copies.len(),
        cohorts.steps.len(),
    );
    if let Some(class) = cohorts.classes.get_mut(number) {
        class.rates = rates..rates;
        class.copies = copies..copies;
        class.steps = steps..steps;
    }
}

fn new_copy(
    cohorts: &mut Cohorts,
    scales: &[Scale],
    class: usize,
    scale: usize,
    decimals: u32,
) -> Result<usize, CostingError> {
    let start = cohorts.steps.len();
    let steps = &entry(scales, scale)?.steps;
    // Whoever has a seat at it stands above the steps that aren't known. Theirs is the rate of the first that is: one
    // that nobody is paid, and that no cut brings below zero before the others.
    let first = steps.iter().find_map(|step| step.rate.get());
    let first = first.ok_or(CostingError::Misplaced)?;
    for step in steps {
        let rate = step.rate.get().unwrap_or(first);
        cohorts.steps.push(rate_units(rate, decimals)?);
    }
    cohorts.copies.push(ScaleCopy {
        class,
        scale,
        steps: start..cohorts.steps.len(),
        lacks_steps: steps.iter().any(|step| !step.rate.is_known()),
    });
    Ok(cohorts.copies.len() - 1)
}

/// Where a group's rate is; `None` where it is unknown. On a scale every step from the group's own on must be known,
/// because people move up it.
fn placed(
    workforce: &Workforce,
    scales: &HashMap<&str, usize>,
    group: &Group,
    decimals: u32,
) -> Result<Option<At>, CostingError> {
    let scale = group.scale.as_deref().and_then(|name| scales.get(name));
    if let (Some(number), Some(step)) = (scale, group.step)
        && let Some(scale) = workforce.scales.get(*number)
        && scale.rate_of(step).is_some()
    {
        // Steps of a scale are counted from 1.
        let step = usize::try_from(step).map_err(|_| CostingError::TooLarge)?;
        let step = step.checked_sub(1).ok_or(CostingError::Misplaced)?;
        let mut from_here = scale.steps.iter().skip(step);
        if !from_here.all(|step| step.rate.is_known()) {
            return Ok(None);
        }
        return Ok(Some(At::Step {
            scale: *number,
            step,
        }));
    }
    match group.rate {
        Some(Known::Known(rate)) => Ok(Some(At::Rate(rate_units(rate, decimals)?))),
        _ => Ok(None),
    }
}

/// The finest decimals among rates, 2 to 6.
fn decimals(workforce: &Workforce, groups: &[Group]) -> u32 {
    let of_groups = groups.iter().filter_map(|group| group.rate);
    let of_steps = workforce
        .scales
        .iter()
        .flat_map(|scale| scale.steps.iter().map(|step| step.rate));
    of_groups
        .chain(of_steps)
        .filter_map(|rate| rate.get())
        .map(|rate| rate.get().normalize().scale())
        .fold(2, u32::max)
}

fn both(a: Option<i128>, b: Option<i128>) -> Option<i128> {
    a.zip(b).and_then(|(a, b)| a.checked_add(b))
}

fn rate_units(rate: HourlyRate, decimals: u32) -> Result<u64, CostingError> {
    in_units(rate.get(), decimals)
        .and_then(|units| u64::try_from(units).ok())
        .ok_or(CostingError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_part_makes_a_sum_unknown() {
        assert_eq!(both(Some(2), Some(3)), Some(5));
        assert_eq!(both(Some(2), None), None);
    }
}

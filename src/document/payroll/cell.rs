//! What is typed into one cell of the table of groups.

use super::column::Column;
use crate::document::amounts::or_unknown;
use crate::document::entry;
use crate::document::sound::line;
use crate::scenario::{Group, PaidIn, Scale, Workforce};
use crate::units::visible::LONGEST_NAME;
use crate::units::{Currency, HourlyRate, Known};

/// A group of which nothing but its name is known.
#[must_use]
pub fn named(name: &str) -> Group {
    Group {
        name: name.to_owned(),
        market: None,
        unit: None,
        job: None,
        scale: None,
        step: None,
        next_step: None,
        headcount: Known::Unknown,
        fte: Known::Unknown,
        rate: Some(Known::Unknown),
    }
}

/// The group with what was typed into one of its cells.
///
/// # Errors
/// Words that say what is wrong with it and what can be typed.
pub fn changed(
    workforce: &Workforce,
    currency: &Currency,
    group: &Group,
    column: Column,
    typed: &str,
) -> Result<Group, String> {
    let typed = typed.trim();
    let mut next = group.clone();
    let name = || name_of(column, typed);
    match column {
        Column::Name => {
            next.name = name()?.ok_or("a group needs a name of its own")?;
        }
        Column::Market => next.market = name()?,
        Column::Unit => next.unit = name()?,
        Column::Job => next.job = name()?,
        Column::Scale => return on_scale(workforce, group, typed),
        Column::Step => return on_step(workforce, group, typed),
        Column::Headcount => next.headcount = or_unknown(typed, entry::headcount)?,
        Column::Fte => next.fte = or_unknown(typed, entry::fte)?,
        Column::Rate => return at_rate(workforce, currency, group, typed),
        Column::Pay => {
            return Err(
                "pay a year follows from rate, FTE and hours; change one of them".to_owned(),
            );
        }
        Column::NextStep => {
            if matches!(
                typed.to_lowercase().as_str(),
                "" | "evenly" | "top step" | "\u{2013}" | "-"
            ) {
                next.next_step = None;
            } else if group.scale.is_none() {
                return Err("a group on no scale has no next step; type its scale first".to_owned());
            } else {
                next.next_step = Some(entry::date(typed)?);
            }
        }
    }
    Ok(next)
}

/// A name of a group, market, unit or job; none for an empty cell.
fn name_of(column: Column, typed: &str) -> Result<Option<String>, String> {
    line(column.noun(), typed, LONGEST_NAME).map_err(|refusal| refusal.to_string())?;
    let none = typed.is_empty() || typed == "\u{2013}";
    Ok((!none).then(|| typed.to_owned()))
}

/// The group on a scale that was typed, its step after it or told by the group's rate; `none` takes it off,
/// with the rate it had.
fn on_scale(workforce: &Workforce, group: &Group, typed: &str) -> Result<Group, String> {
    if matches!(typed.to_lowercase().as_str(), "" | "none" | "\u{2013}") {
        return Ok(Group {
            scale: None,
            step: None,
            next_step: None,
            rate: Some(workforce.rate_of(group)),
            ..group.clone()
        });
    }
    let (scale, step) = match workforce.scale(typed) {
        Some(scale) => (scale, None),
        None => with_step(workforce, typed)?,
    };
    let kept = || {
        group
            .step
            .filter(|_| group.scale.as_ref() == Some(&scale.name))
    };
    let by_rate = || step_at(scale, workforce.rate_of(group).get()?);
    let Some(step) = step.or_else(kept).or_else(by_rate) else {
        return Err(format!(
            "which step of {}? Type it after the scale, such as {} 1",
            scale.name, scale.name
        ));
    };
    stand_on(scale, step, group)
}

/// A scale and a step after it: `MA-IE 3`.
fn with_step<'a>(
    workforce: &'a Workforce,
    typed: &str,
) -> Result<(&'a Scale, Option<u32>), String> {
    let unknown = || {
        let known: Vec<&str> = workforce
            .scales
            .iter()
            .take(8)
            .map(|scale| scale.name.as_str())
            .collect();
        if known.is_empty() {
            return "there are no scales yet; add one first".to_owned();
        }
        format!("no scale is called {typed}; there are {}", known.join(", "))
    };
    let (name, step) = typed.rsplit_once(' ').ok_or_else(unknown)?;
    let name = name.trim().trim_end_matches(',').trim_end();
    let name = name.strip_suffix("step").unwrap_or(name).trim_end();
    let name = name.trim_end_matches(',').trim_end();
    let scale = workforce.scale(name).ok_or_else(unknown)?;
    let step = step.parse::<u32>().map_err(|_| unknown())?;
    Ok((scale, Some(step)))
}

/// The step of a scale, from 1, that pays a rate, if only one does.
fn step_at(scale: &Scale, rate: HourlyRate) -> Option<u32> {
    let mut found = scale
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.rate == Known::Known(rate));
    let (at, _) = found.next()?;
    let only = found.next().is_none();
    u32::try_from(at).ok()?.checked_add(1).filter(|_| only)
}

fn stand_on(scale: &Scale, step: u32, group: &Group) -> Result<Group, String> {
    if scale.rate_of(step).is_none() {
        return Err(format!(
            "{} has no step {step}; its steps are 1 to {}",
            scale.name,
            scale.steps.len()
        ));
    }
    Ok(Group {
        scale: Some(scale.name.clone()),
        step: Some(step),
        rate: None,
        ..group.clone()
    })
}

fn on_step(workforce: &Workforce, group: &Group, typed: &str) -> Result<Group, String> {
    let Some(name) = &group.scale else {
        if typed.is_empty() {
            return Ok(group.clone());
        }
        return Err("a group on no scale has no step; type its scale first".to_owned());
    };
    let scale = workforce
        .scale(name)
        .ok_or_else(|| format!("no scale is called {name}"))?;
    let wrong = || {
        format!(
            "a step is a number from 1 to {} of {name}; to take the group off its scale, clear the scale",
            scale.steps.len()
        )
    };
    let step = typed.parse::<u32>().map_err(|_| wrong())?;
    stand_on(scale, step, group)
}

fn at_rate(
    workforce: &Workforce,
    currency: &Currency,
    group: &Group,
    typed: &str,
) -> Result<Group, String> {
    let paid = PaidIn {
        unit: workforce.rate_unit,
        currency,
    };
    let rate = or_unknown(typed, |typed| entry::rate(typed, paid))?;
    let Some(name) = &group.scale else {
        return Ok(Group {
            rate: Some(rate),
            ..group.clone()
        });
    };
    if workforce.rate_of(group) == rate {
        return Ok(group.clone());
    }
    Err(format!(
        "the rate is that of step {} of {name}; change the scale, or clear the group\u{2019}s scale first",
        group.step.unwrap_or(1)
    ))
}

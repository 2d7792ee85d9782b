//! From counted lines to groups: who stands on a scale, what each group is called, what stands out.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::error::{Fault, MappingFault};
use super::meaning::Meaning;
use super::profile::{Pay, Profile, ScaleSource};
use super::scales::scales_of;
use super::staged::{OffScale, Outlier, OutlierKind};
use super::tally::{Count, Key, Names, Tally, dollars};
use crate::scenario::{Group, Scale};
use crate::units::decimal::in_units;
use crate::units::{Date, Fte, HourlyRate, HoursPerYear, Known};

/// The longest name a group gets, in characters.
const LONGEST_NAME: usize = 180;

/// What the counted lines come to.
pub(super) struct Made {
    pub(crate) groups: Vec<Group>,
    pub(crate) scales: Vec<Scale>,
    pub(crate) payroll: Decimal,
    pub(crate) off_scale: OffScale,
    pub(crate) outliers: Vec<Outlier>,
    /// Scales that can't be told from the roster, because nobody stands on one of their steps.
    pub(crate) holes: Vec<String>,
}

/// A group's own: sorted by it, so that the order doesn't depend on how lines were counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct InCommon<'a> {
    market: Option<&'a str>,
    unit: Option<&'a str>,
    job: Option<&'a str>,
    scale: Option<&'a str>,
    step: Option<u32>,
    rate: i64,
    next_step: Option<Date>,
}

/// Puts groups together.
///
/// # Errors
/// [`Fault::TooLarge`] where sums are beyond what is counted exactly.
pub(super) fn grouped(
    tally: Tally,
    names: &Names,
    profile: &Profile,
    given: Option<&[Scale]>,
    hours: HoursPerYear,
) -> Result<Made, Fault> {
    let entries: Vec<(Key, Count)> = tally.into_entries().collect();
    let (scales, holes) = match (&profile.scales, given) {
        (ScaleSource::Roster(months), _) => scales_of(&entries, names, *months),
        (_, given) => (given.unwrap_or_default().to_vec(), Vec::new()),
    };
    let by_step = profile.columns.iter().all(|one| one.is != Meaning::Step);
    let ladder = Standing::of(&scales, by_step);
    let mut off = OffScale::default();
    let mut unknown: HashMap<&str, u64> = HashMap::new();
    let mut merged: BTreeMap<InCommon<'_>, Count> = BTreeMap::new();
    for (key, count) in &entries {
        let scale = names.text(key.scale);
        let stands = match (scale, ladder.stand(scale, key)) {
            (None, _) => None,
            (Some(_), Ok(step)) => Some(step),
            (Some(name), Err(why)) => {
                match why {
                    Off::Unknown => *unknown.entry(name).or_default() += count.heads,
                    Off::NoStep => off.no_step += count.heads,
                    Off::OtherRate => off.other_rate += count.heads,
                }
                None
            }
        };
        let rate = match stands {
            Some((_, rate)) => rate,
            // Lines with neither a rate nor a step that has one are rejected as they are read.
            None => key.rate.ok_or(Fault::Mapping(MappingFault::NoRate))?,
        };
        let place = InCommon {
            market: names.text(key.market),
            unit: names.text(key.unit),
            job: names.text(key.job),
            scale: scale.filter(|_| stands.is_some()),
            step: stands.map(|(step, _)| step),
            rate,
            next_step: key
                .next_step
                .filter(|_| stands.is_some_and(|(step, _)| ladder.moves_on(scale, step))),
        };
        let sum = merged.entry(place).or_insert(Count {
            first_line: count.first_line,
            ..Count::default()
        });
        sum.heads += count.heads;
        sum.fte = sum.fte.checked_add(count.fte).ok_or(Fault::TooLarge)?;
        sum.first_line = sum.first_line.min(count.first_line);
    }
    off.unknown_scales = unknown
        .into_iter()
        .map(|(name, heads)| (name.to_owned(), heads))
        .collect();
    off.unknown_scales
        .sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    let exact = Exact::of(profile, hours).ok_or(Fault::TooLarge)?;
    Ok(Made {
        payroll: exact.payroll(&merged).ok_or(Fault::TooLarge)?,
        outliers: outliers(&merged, profile, &exact),
        groups: named(&merged)?,
        scales,
        off_scale: off,
        holes,
    })
}

/// Why employees of a scale don't stand on it.
enum Off {
    Unknown,
    NoStep,
    OtherRate,
}

/// The steps of all scales, to stand on.
struct Standing<'a> {
    steps: HashMap<&'a str, Vec<Option<i64>>>,
    /// Whether the file says no steps, so that a rate that only one step has tells it.
    by_rate: bool,
}

impl<'a> Standing<'a> {
    fn of(scales: &'a [Scale], by_rate: bool) -> Self {
        let millionths = |rate: &Known<HourlyRate>| {
            let units = in_units(rate.get()?.get(), 6)?;
            i64::try_from(units).ok()
        };
        let steps = scales.iter().map(|scale| {
            let rates = scale.steps.iter().map(|step| millionths(&step.rate));
            (scale.name.as_str(), rates.collect())
        });
        Self {
            steps: steps.collect(),
            by_rate,
        }
    }

    /// The step and its rate.
    fn stand(&self, scale: Option<&str>, key: &Key) -> Result<(u32, i64), Off> {
        let steps = scale
            .and_then(|scale| self.steps.get(scale))
            .ok_or(Off::Unknown)?;
        let Some(step) = key.step else {
            if !self.by_rate {
                return Err(Off::NoStep);
            }
            let mut same = steps
                .iter()
                .enumerate()
                .filter(|(_, rate)| rate.is_some() && **rate == key.rate);
            return match (same.next(), same.next()) {
                (Some((at, Some(rate))), None) => u32::try_from(at + 1)
                    .map(|step| (step, *rate))
                    .map_err(|_| Off::NoStep),
                (None, _) => Err(Off::OtherRate),
                _ => Err(Off::NoStep),
            };
        };
        let of_step = (step as usize).checked_sub(1).and_then(|at| steps.get(at));
        match (of_step.copied().flatten(), key.rate) {
            (Some(rate), None) => Ok((step, rate)),
            (Some(rate), Some(own)) if rate == own => Ok((step, rate)),
            _ => Err(Off::OtherRate),
        }
    }

    fn moves_on(&self, scale: Option<&str>, step: u32) -> bool {
        let steps = scale.and_then(|scale| self.steps.get(scale));
        steps.is_some_and(|steps| (step as usize) < steps.len())
    }
}

fn named(merged: &BTreeMap<InCommon<'_>, Count>) -> Result<Vec<Group>, Fault> {
    let mut used = HashSet::new();
    let mut groups = Vec::with_capacity(merged.len());
    for (place, count) in merged {
        let fte = Fte::new(Decimal::new(count.fte, 4).normalize()).map_err(|_| Fault::TooLarge)?;
        let rate = HourlyRate::new(dollars(place.rate)).map_err(|_| Fault::TooLarge)?;
        let own = |text: Option<&str>| text.map(str::to_owned);
        let mut name = name_of(place);
        let mut again = 2_u32;
        while !used.insert(name.clone()) {
            name = format!("{} ({again})", name_of(place));
            again += 1;
        }
        groups.push(Group {
            name,
            market: own(place.market),
            unit: own(place.unit),
            job: own(place.job),
            scale: own(place.scale),
            step: place.step,
            next_step: place.next_step,
            headcount: Known::Known(count.heads),
            fte: Known::Known(fte),
            // On a scale the step has the rate, so that one change of the scale is a change of all.
            rate: place.scale.is_none().then_some(Known::Known(rate)),
        });
    }
    Ok(groups)
}

/// A group's name, made of what its employees have in common.
fn name_of(place: &InCommon<'_>) -> String {
    let mut parts: Vec<String> = [place.market, place.unit, place.job]
        .into_iter()
        .flatten()
        .map(str::to_owned)
        .collect();
    match (place.scale, place.step) {
        (Some(scale), Some(step)) => parts.push(format!("{scale} step {step}")),
        _ => parts.push(format!("at {}", dollars(place.rate))),
    }
    if let Some(date) = place.next_step {
        parts.push(format!("moves {date}"));
    }
    let name = parts.join(", ");
    if name.chars().count() <= LONGEST_NAME {
        return name;
    }
    let start: String = name.chars().take(LONGEST_NAME - 1).collect();
    format!("{start}\u{2026}")
}

/// What rates are compared and multiplied with, in whole units.
struct Exact {
    /// Units of the rate a year, in ten-thousandths: paid hours, months, or one.
    times: i128,
    /// Paid hours a year, in ten-thousandths.
    hours: i128,
    /// The lowest wage not asked about, in millionths of a dollar.
    wage: i128,
}

impl Exact {
    fn of(profile: &Profile, hours: HoursPerYear) -> Option<Self> {
        let hours = in_units(hours.get(), 4)?;
        Some(Self {
            times: match profile.pay {
                Pay::Hourly | Pay::PerPeriod(_) | Pay::PerPeriodHours => hours,
                Pay::Monthly => 120_000,
                Pay::Annual => 10_000,
            },
            hours,
            wage: in_units(profile.limits.minimum_wage.get(), 6)?,
        })
    }

    /// Σ rate × FTE × times a year: 10⁻⁶ × 10⁻⁴ × 10⁻⁴ dollars; none where it can't be kept.
    fn payroll(&self, merged: &BTreeMap<InCommon<'_>, Count>) -> Option<Decimal> {
        let sum = merged.iter().try_fold(0_i128, |sum, (place, count)| {
            let pay = i128::from(place.rate).checked_mul(i128::from(count.fte))?;
            sum.checked_add(pay.checked_mul(self.times)?)
        })?;
        let payroll = Decimal::try_from_i128_with_scale(sum, 14).ok()?;
        Some(payroll.normalize())
    }

    /// Whether a rate pays less an hour than the lowest wage not asked about. The products fit: a rate has at most
    /// 64 bits, and neither a year's hours nor that wage more than 50.
    fn is_below(&self, rate: i64) -> bool {
        i128::from(rate) * self.times < self.wage * self.hours
    }
}

/// Rates that look like a slip, in the order of their lines.
fn outliers(
    merged: &BTreeMap<InCommon<'_>, Count>,
    profile: &Profile,
    exact: &Exact,
) -> Vec<Outlier> {
    let mut rates: Vec<(i64, u64)> = merged
        .iter()
        .map(|(place, count)| (place.rate, count.heads))
        .collect();
    rates.sort_unstable();
    let all: u64 = rates.iter().map(|(_, heads)| heads).sum();
    let mut reached = 0;
    let median = rates
        .iter()
        .find(|(_, heads)| {
            reached += heads;
            reached * 2 >= all
        })
        .map_or(0, |(rate, _)| *rate);
    let most = i128::from(median) * i128::from(profile.limits.times_median);
    let found = merged.iter().filter_map(|(place, count)| {
        let kind = if exact.is_below(place.rate) {
            OutlierKind::BelowMinimum
        } else if profile.limits.times_median > 0 && i128::from(place.rate) > most {
            OutlierKind::AboveMedian
        } else {
            return None;
        };
        Some(Outlier {
            kind,
            rate: dollars(place.rate),
            employees: count.heads,
            first_line: count.first_line,
        })
    });
    let mut found: Vec<Outlier> = found.collect();
    found.sort_by_key(|one| one.first_line);
    found
}

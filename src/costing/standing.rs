//! Who stands on which step of a wage scale over time: counted once, for offers only to price
//! (METHOD.md "Workforce").

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use super::clock::Ticks;
use super::cohorts::{Cohorts, RatePlace, Seat};
use super::error::CostingError;
use super::lookup::{entry, part};
use super::schedule::Calendar;
use super::weights::{Weights, shortened};
use crate::scenario::{EffectiveRule, Group, Scale, Workforce};
use crate::units::Date;

/// The largest common multiple of step lengths that is worked with.
const MOST_PARTS: i64 = 1_000_000;
/// Steps in the rows kept for moments asked about, some tens of megabytes; beyond them the memory is emptied. In a
/// roster somebody moves on nearly every day, and each of these days is asked about in every frame of a drag.
const MOST_STEPS_KEPT: usize = 1_000_000;
/// The steps that a row counts as at the least.
const LEAST_OF_A_ROW: usize = 64;

/// The calendar and the rules that steps move by.
#[derive(Debug, Clone, Copy)]
pub struct Ladderway<'a> {
    pub(crate) workforce: &'a Workforce,
    pub(crate) calendar: Calendar,
    /// The scenario's effective-day rule; never an offer's.
    pub(crate) rule: EffectiveRule,
    /// The last day a move is looked for.
    pub(crate) last_day: Date,
}

/// Steps held for some classes: from its first day up to, and not on, its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSteps {
    /// The number of its scope.
    pub(crate) scope: usize,
    /// The first day nobody moves.
    pub(crate) from: Date,
    /// The first day somebody moves again.
    pub(crate) until: Date,
}

/// Weights of every step of every copy over time. A weight is FTE in 10⁻⁴ × `parts`.
#[derive(Debug)]
pub struct Standing {
    /// The common multiple of the lengths of steps that groups are spread over.
    pub(crate) parts: i64,
    start: Vec<i64>,
    moves: Vec<Move>,
    /// When somebody moves: each moment once.
    moments: Vec<Ticks>,
    marks: Vec<(usize, Row)>,
    rows: Mutex<HashMap<Ticks, Arc<Row>>>,
}

/// The weights at a moment, and the weights × ticks up to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    at: Ticks,
    /// Weight of each step, after the moves of the moment.
    pub(crate) now: Vec<i64>,
    /// Weight × ticks of each step since the day the rates are taken from; negative before it.
    sum: Vec<i128>,
    /// The same in 64 bits, where all of them fit.
    short: Option<Vec<i64>>,
}

/// A weight that moves up from a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    at: Ticks,
    from: usize,
    weight: i64,
}

/// One way up a scale: employees who stand on the same steps at all times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// How many of the group's equal parts it is.
    pub(crate) parts: i64,
    /// The place it starts at.
    pub(crate) place: RatePlace,
    /// When it reaches each next step.
    pub(crate) moves: Vec<Ticks>,
}

/// The common multiple of the lengths of steps that groups are spread over.
///
/// # Errors
/// [`CostingError::StepLengths`].
pub fn parts(workforce: &Workforce) -> Result<i64, CostingError> {
    let mut parts = 1_i64;
    for group in workforce.read_groups() {
        let Some(months) = spread_over(workforce, group) else {
            continue;
        };
        let months = i64::from(months);
        if parts % months != 0 {
            let divisor = super::wide::common_divisor(i128::from(parts), i128::from(months));
            let divisor = i64::try_from(divisor).map_err(|_| CostingError::StepLengths)?;
            parts = (parts / divisor)
                .checked_mul(months)
                .filter(|parts| *parts <= MOST_PARTS)
                .ok_or(CostingError::StepLengths)?;
        }
    }
    Ok(parts)
}

/// The months a group on a scale without a date of its own is spread over.
fn spread_over(workforce: &Workforce, group: &Group) -> Option<u32> {
    let months = months_on(workforce, group)?;
    (group.next_step.is_none() && months > 0).then_some(months)
}

fn months_on(workforce: &Workforce, group: &Group) -> Option<u32> {
    let scale = workforce.scale(group.scale.as_deref()?)?;
    scale.months_on(usize::try_from(group.step?).ok()?)
}

impl Ladderway<'_> {
    /// The first moves of a group, as dates written, each with how many of `parts` it is. Empty for
    /// those who stand on a top step.
    fn first_moves(&self, group: &Group, parts: i64) -> Vec<(Date, i64)> {
        let Some(months) = months_on(self.workforce, group).filter(|months| *months > 0) else {
            return Vec::new();
        };
        if let Some(date) = group.next_step {
            return vec![(date, parts)];
        }
        let first = self.workforce.rates_as_of.first_of_month();
        let spread = (1..=months).filter_map(|month| i32::try_from(month).ok());
        spread
            .map(|month| (first.plus_months(month), parts / i64::from(months.max(1))))
            .collect()
    }

    /// When those who move first on a date reach each next step of a scale, from a step counted from 0.
    fn moves(&self, scale: &Scale, step: usize, written: Date, held: &[&HeldSteps]) -> Vec<Ticks> {
        let mut moves = Vec::new();
        let (mut step, mut written) = (step, written);
        loop {
            let day = self.calendar.effective_day(self.rule, written);
            if day > self.last_day {
                break;
            }
            let is_held = |hold: &&&HeldSteps| hold.from <= day && day < hold.until;
            let next = if held.iter().any(|hold| is_held(&hold)) {
                written.plus_months(12)
            } else {
                moves.push(self.calendar.clock.start_of(day));
                step += 1;
                let months = scale.months_on(step + 1);
                let months = months.and_then(|months| i32::try_from(months).ok());
                match months.filter(|months| *months > 0) {
                    Some(months) => written.plus_months(months),
                    None => break,
                }
            };
            // At the end of the calendar dates no longer grow.
            if next <= written {
                break;
            }
            written = next;
        }
        moves
    }

    /// The tracks of a seat: one, or the parts that a group is spread over.
    #[must_use]
    pub fn tracks(
        &self,
        cohorts: &Cohorts,
        seat: &Seat,
        parts: i64,
        holds: &[HeldSteps],
    ) -> Vec<Track> {
        let group = self.workforce.groups().and_then(|all| all.get(seat.group));
        let still = || {
            vec![Track {
                parts,
                place: seat.place,
                moves: Vec::new(),
            }]
        };
        let (Some(group), RatePlace::Step { copy, step }) = (group, seat.place) else {
            return still();
        };
        let scale = cohorts.copies.get(copy).map(|copy| copy.scale);
        let Some(scale) = scale.and_then(|scale| self.workforce.scales.get(scale)) else {
            return still();
        };
        let held = holding(cohorts, holds, seat.class);
        let first = self.first_moves(group, parts);
        if first.is_empty() {
            return still();
        }
        let tracks = first.into_iter().map(|(date, parts)| Track {
            parts,
            place: seat.place,
            moves: self.moves(scale, step, date, &held),
        });
        tracks.collect()
    }
}

fn holding<'h>(cohorts: &Cohorts, holds: &'h [HeldSteps], class: usize) -> Vec<&'h HeldSteps> {
    let holds = holds.iter();
    holds
        .filter(|hold| cohorts.applies(hold.scope, class))
        .collect()
}

impl Standing {
    /// Counts who stands where: as steps move, less those held.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn moving(
        way: &Ladderway<'_>,
        cohorts: &Cohorts,
        holds: &[HeldSteps],
    ) -> Result<Self, CostingError> {
        let parts = parts(way.workforce)?;
        let mut standing = Self::still(way, cohorts, parts)?;
        // Groups that move alike are put together first.
        let mut alike: BTreeMap<(usize, usize, Date), i64> = BTreeMap::new();
        for seat in &cohorts.seats {
            let RatePlace::Step { copy, step } = seat.place else {
                continue;
            };
            let group = way.workforce.groups().and_then(|all| all.get(seat.group));
            for (date, parts) in group.map_or_else(Vec::new, |one| way.first_moves(one, parts)) {
                let weight = weight(seat.fte, parts)?;
                let slot = alike.entry((copy, step, date)).or_default();
                *slot = slot.checked_add(weight).ok_or(CostingError::TooLarge)?;
            }
        }
        for ((copy, step, date), weight) in alike {
            let copy = entry(&cohorts.copies, copy)?;
            let scale = entry(&way.workforce.scales, copy.scale)?;
            let held = holding(cohorts, holds, copy.class);
            let moves = way.moves(scale, step, date, &held);
            for (number, at) in moves.into_iter().enumerate() {
                standing.moves.push(Move {
                    at,
                    from: copy.steps.start + step + number,
                    weight,
                });
            }
        }
        standing.moves.sort_unstable();
        standing.moments = standing.moves.iter().map(|one| one.at).collect();
        standing.moments.dedup();
        standing.mark()?;
        Ok(standing)
    }

    /// Everyone where they stand on the day the rates are taken from, for ever.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn still(way: &Ladderway<'_>, cohorts: &Cohorts, parts: i64) -> Result<Self, CostingError> {
        let mut start = vec![0_i64; cohorts.steps.len()];
        for seat in &cohorts.seats {
            let RatePlace::Step { copy, step } = seat.place else {
                continue;
            };
            let slot = start.get_mut(cohorts.cell(copy, step)?);
            let slot = slot.ok_or(CostingError::Misplaced)?;
            *slot = slot
                .checked_add(weight(seat.fte, parts)?)
                .ok_or(CostingError::TooLarge)?;
        }
        let mut standing = Self {
            parts,
            start,
            moves: Vec::new(),
            moments: Vec::new(),
            marks: Vec::new(),
            rows: Mutex::default(),
        };
        let first = Row {
            at: way.calendar.clock.start_of(way.workforce.rates_as_of),
            now: standing.start.clone(),
            sum: vec![0; standing.start.len()],
            short: None,
        };
        standing.marks.push((0, first));
        Ok(standing)
    }

    /// Keeps a row every so many moves, so that any moment is a few moves away from one.
    fn mark(&mut self) -> Result<(), CostingError> {
        let every = (self.start.len() / 2).max(64);
        let mut row = entry(&self.marks, 0)?.1.clone();
        for (number, chunk) in self.moves.chunks(every).enumerate() {
            if number > 0 {
                self.marks.push((number * every, row.clone()));
            }
            for one in chunk {
                row.take(one)?;
            }
        }
        Ok(())
    }

    /// The weights on the day the rates are taken from.
    #[must_use]
    pub fn at_start(&self) -> &[i64] {
        &self.start
    }

    /// When somebody moves, in order; a moment may repeat.
    pub fn changes(&self) -> impl Iterator<Item = Ticks> {
        self.moves.iter().map(|one| one.at)
    }

    /// The moments somebody moves between two, both included, each once and in order.
    #[must_use]
    pub fn moments(&self, from: Ticks, to: Ticks) -> &[Ticks] {
        let first = self.moments.partition_point(|at| *at < from);
        let after = self.moments.partition_point(|at| *at <= to);
        // Nothing lies between two where the second is the earlier.
        self.moments.get(first..after).unwrap_or_default()
    }

    /// The weights at a moment, after its moves.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn at(&self, moment: Ticks) -> Result<Arc<Row>, CostingError> {
        let Ok(mut rows) = self.rows.lock() else {
            return self.counted(moment).map(Arc::new);
        };
        if let Some(row) = rows.get(&moment) {
            return Ok(row.clone());
        }
        let row = Arc::new(self.counted(moment)?);
        // A row without steps takes room too.
        if rows.len() * self.start.len().max(LEAST_OF_A_ROW) >= MOST_STEPS_KEPT {
            rows.clear();
        }
        rows.insert(moment, row.clone());
        Ok(row)
    }

    fn counted(&self, moment: Ticks) -> Result<Row, CostingError> {
        let moved = self.moves.partition_point(|one| one.at <= moment);
        let mark = self.marks.partition_point(|(first, _)| *first <= moved);
        // The first mark stands before all moves, so that there is always one to go on from.
        let mark = mark.checked_sub(1).ok_or(CostingError::Misplaced)?;
        let (first, row) = entry(&self.marks, mark)?;
        let mut row = row.clone();
        for one in part(&self.moves, *first..moved)? {
            row.take(one)?;
        }
        row.wait(moment)?;
        row.short = shortened(&row.sum);
        Ok(row)
    }
}

impl Row {
    /// The weights × ticks from this row's moment to that of a later one.
    pub(super) fn weights_to<'r>(&'r self, last: &'r Self) -> Weights<'r> {
        match (self.short_sum(), last.short_sum()) {
            (Some(first), Some(last)) => Weights::Passed(first, last),
            _ => Weights::LongPassed(&self.sum, &last.sum),
        }
    }

    /// Weight × ticks in 64 bits; `None` where one of them is too large.
    pub(super) fn short_sum(&self) -> Option<&[i64]> {
        self.short.as_deref()
    }

    /// Lets time pass with everyone where they stand.
    fn wait(&mut self, moment: Ticks) -> Result<(), CostingError> {
        let passed = i128::from(moment - self.at);
        if passed != 0 {
            for (sum, now) in self.sum.iter_mut().zip(&self.now) {
                *sum = i128::from(*now)
                    .checked_mul(passed)
                    .and_then(|more| sum.checked_add(more))
                    .ok_or(CostingError::TooLarge)?;
            }
        }
        self.at = moment;
        Ok(())
    }

    /// A weight moves up. Only the two steps it touches are brought to its moment: to the others time is
    /// added later, so each sum counts from this row's own moment.
    fn take(&mut self, one: &Move) -> Result<(), CostingError> {
        // What moves at `one.at` has stood on the lower step since this row's moment, and stands on the
        // higher one from then on.
        let since = i128::from(one.weight)
            .checked_mul(i128::from(one.at - self.at))
            .ok_or(CostingError::TooLarge)?;
        for (cell, sign) in [(one.from, -1_i64), (one.from + 1, 1)] {
            let (Some(now), Some(sum)) = (self.now.get_mut(cell), self.sum.get_mut(cell)) else {
                return Err(CostingError::Misplaced);
            };
            *now = now
                .checked_add(sign * one.weight)
                .ok_or(CostingError::TooLarge)?;
            // Time passes later at the new weight from `self.at`; what was too much or too little is made up
            // for here.
            *sum = sum
                .checked_sub(i128::from(sign) * since)
                .ok_or(CostingError::TooLarge)?;
        }
        Ok(())
    }
}

fn weight(fte: u64, parts: i64) -> Result<i64, CostingError> {
    i64::try_from(fte)
        .ok()
        .and_then(|fte| fte.checked_mul(parts))
        .ok_or(CostingError::TooLarge)
}

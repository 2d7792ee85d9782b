//! Pay over time: what is earned under changes of rates and moves up steps.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::amount::{Amount, AnnualPay};
use super::blocks::{Block, Changed, GRAIN};
use super::changes::Change;
use super::clock::Ticks;
use super::cohorts::{Class, Cohorts, RatePlace};
use super::effects::Fraction;
use super::error::CostingError;
use super::lookup::{entry, part};
use super::standing::{Row, Standing};
use super::weights::Weights;
use super::wide::Wide;

/// One replay of a list of changes, before it is joined with who stands where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// When each change takes effect, in order; changes on one day follow each other without time between.
    at: Vec<Ticks>,
    /// Pay a year of everyone without a scale: before the first change, then after each.
    totals: Vec<AnnualPay>,
    /// The same by class: change × classes + class.
    by_class: Vec<AnnualPay>,
    classes: usize,
    /// Prices of steps, likewise; all alike where nobody is on a scale.
    prices: Vec<Prices>,
    /// Rates without a scale, likewise, where they were asked for.
    plain: Option<Vec<Prices>>,
    /// What each change added, where it is a part of a pool.
    added: Vec<Option<Fraction>>,
    /// The clause of each change.
    clauses: Vec<Option<usize>>,
}

/// Rates at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Prices {
    /// Whole numbers in the unit of the rates.
    Whole(Vec<u64>),
    /// Starting rates as blocks changed them.
    Blocks {
        blocks: Arc<Vec<Block>>,
        state: Vec<Changed>,
    },
}

/// Pay of every class over time: one replay, or where raises end, one for each time between their ends.
#[derive(Debug, Clone)]
pub struct Path {
    cohorts: Arc<Cohorts>,
    standing: Arc<Standing>,
    /// The first holds from the beginning of time, each other from its moment on.
    stages: Vec<(Ticks, Replay)>,
    /// What was earned between moments asked about before, by class: figures ask for the same ones again and
    /// again. Kept where somebody is on a scale; elsewhere counting is as fast.
    earned: Arc<Mutex<HashMap<Asked, Amount>>>,
}

/// From when, until when, and of which class, if of one.
type Asked = (Ticks, Ticks, Option<usize>);

/// Answers kept; beyond them the memory is emptied.
const MOST_ANSWERS: usize = 4_096;

impl Replay {
    pub(super) fn new(
        changes: &[Change<'_>],
        by_class: Vec<AnnualPay>,
        classes: usize,
        prices: Vec<Prices>,
        plain: Option<Vec<Prices>>,
        added: Vec<Option<Fraction>>,
    ) -> Result<Self, CostingError> {
        let totals = by_class
            .chunks(classes.max(1))
            .map(|pays| {
                pays.iter()
                    .try_fold(AnnualPay::default(), |sum, pay| sum.plus(*pay))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            at: changes.iter().map(|change| change.at).collect(),
            clauses: changes.iter().map(|change| change.clause).collect(),
            totals,
            by_class,
            classes,
            prices,
            plain,
            added,
        })
    }

    /// How many changes have taken effect at a moment.
    pub(super) fn by(&self, moment: Ticks) -> usize {
        self.at.partition_point(|at| *at <= moment)
    }
}

impl Path {
    /// Joins replays, each from its moment on, with who stands where.
    #[must_use]
    pub fn new(
        cohorts: Arc<Cohorts>,
        standing: Arc<Standing>,
        stages: Vec<(Ticks, Replay)>,
    ) -> Self {
        Self {
            cohorts,
            standing,
            stages,
            earned: Arc::default(),
        }
    }

    /// Σ r·h of everyone between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn earned(&self, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.earned_of((from, to, None))
    }

    /// Σ r·h of one class between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn earned_by(&self, class: usize, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.earned_of((from, to, Some(class)))
    }

    fn earned_of(&self, asked: Asked) -> Result<Amount, CostingError> {
        if !self.cohorts.has_scales() {
            return self.integral(asked);
        }
        if let Ok(earned) = self.earned.lock()
            && let Some(amount) = earned.get(&asked)
        {
            return Ok(*amount);
        }
        let amount = self.integral(asked)?;
        if let Ok(mut earned) = self.earned.lock() {
            if earned.len() >= MOST_ANSWERS {
                earned.clear();
            }
            earned.insert(asked, amount);
        }
        Ok(amount)
    }

    /// Pay a year of everyone at a moment, after the changes and moves of that moment.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_at(&self, moment: Ticks) -> Result<AnnualPay, CostingError> {
        self.pay(moment, None)
    }

    /// The same of one class.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_of(&self, class: usize, moment: Ticks) -> Result<AnnualPay, CostingError> {
        self.pay(moment, Some(class))
    }

    /// When rates change, in order; a moment may repeat. Moves up steps are no changes.
    pub fn changes(&self) -> impl Iterator<Item = Ticks> {
        let stages = self.stages.iter().enumerate();
        stages.flat_map(|(number, (from, replay))| {
            let until = self
                .stages
                .get(number + 1)
                .map_or(Ticks::MAX, |next| next.0);
            let own = replay.at.iter().copied();
            let first = (number > 0).then_some(*from);
            first
                .into_iter()
                .chain(own.filter(move |at| (*from..until).contains(at)))
        })
    }

    /// A rate at a moment in 10⁻¹⁸ dollars; `None` for a rate without a scale that wasn't asked for.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn rate_at(&self, place: RatePlace, moment: Ticks) -> Result<Option<i128>, CostingError> {
        let Some((_, replay)) = self.stage(moment) else {
            return Ok(None);
        };
        self.rate_after(replay, place, replay.by(moment))
    }

    /// A rate just before and just after a clause changes it at a moment, in 10⁻¹⁸ dollars; `None` where the
    /// clause changes nothing then.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn around(
        &self,
        place: RatePlace,
        clause: usize,
        moment: Ticks,
    ) -> Result<Option<(i128, i128)>, CostingError> {
        let Some((replay, number)) = self.change_of(clause, moment, 0) else {
            return Ok(None);
        };
        let before = self.rate_after(replay, place, number)?;
        Ok(before.zip(self.rate_after(replay, place, number + 1)?))
    }

    /// What the change a clause makes at a moment added, where it is a part of a pool: the n-th of those
    /// that fall on that moment.
    #[must_use]
    pub fn added_by(&self, clause: usize, moment: Ticks, nth: usize) -> Option<Fraction> {
        let (replay, number) = self.change_of(clause, moment, nth)?;
        replay.added.get(number).copied().flatten()
    }

    /// What the change of a number in a stage added, where it is a part of a pool.
    pub(super) fn added_in(&self, stage: usize, number: usize) -> Option<Fraction> {
        let (_, replay) = self.stages.get(stage)?;
        replay.added.get(number).copied().flatten()
    }

    fn change_of(&self, clause: usize, moment: Ticks, nth: usize) -> Option<(&Replay, usize)> {
        let (_, replay) = self.stage(moment)?;
        let changes = replay.clauses.iter().zip(&replay.at).enumerate();
        let own = changes.filter(|(_, (own, at))| **own == Some(clause) && **at == moment);
        own.map(|(number, _)| (replay, number)).nth(nth)
    }

    /// The starting rates of a block's cells.
    pub(super) fn starting_rates(&self, block: &Block) -> Result<&[u64], CostingError> {
        part(&self.cohorts.steps, block.cells.clone())
    }

    /// Who stands where.
    #[must_use]
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    pub(super) fn stage(&self, moment: Ticks) -> Option<&(Ticks, Replay)> {
        let after = self.stages.iter().skip(1);
        let number = after.take_while(|(from, _)| *from <= moment).count();
        self.stages.get(number)
    }

    fn rate_after(
        &self,
        replay: &Replay,
        place: RatePlace,
        changes: usize,
    ) -> Result<Option<i128>, CostingError> {
        let (cell, prices, start, plain) = match place {
            RatePlace::Rate(rate) => {
                let prices = replay.plain.as_ref().and_then(|rows| rows.get(changes));
                (rate, prices, self.cohorts.rates.get(rate), true)
            }
            RatePlace::Step { copy, step } => {
                let first = self
                    .cohorts
                    .copies
                    .get(copy)
                    .map_or(0, |copy| copy.steps.start);
                let cell = first + step;
                let prices = replay.prices.get(changes);
                (cell, prices, self.cohorts.steps.get(cell), false)
            }
        };
        let (Some(prices), Some(start)) = (prices, start) else {
            return Ok(None);
        };
        let missing = 18_u32.saturating_sub(self.cohorts.rate_decimals);
        match prices {
            Prices::Whole(rates) => {
                let rate = i128::from(*entry(rates, cell)?);
                let fine = rate.checked_mul(10_i128.pow(missing));
                fine.map(Some).ok_or(CostingError::TooLarge)
            }
            Prices::Blocks { blocks, state } => {
                let own = |block: &Block| block.plain == plain && block.cells.contains(&cell);
                // Blocks are in the order of their cells, plain ones last.
                let split = blocks.partition_point(|block| !block.plain);
                let (offset, within) = if plain {
                    (split, part(blocks, split..)?)
                } else {
                    (0, part(blocks, ..split)?)
                };
                let at = within.partition_point(|block| block.cells.end <= cell);
                let block = within.get(at).filter(|block| own(block));
                let Some(changed) = block.and_then(|_| state.get(offset + at)) else {
                    return Ok(None);
                };
                let fine = Wide::product(changed.of(*start)?, 10_i128.pow(missing));
                fine.over(GRAIN.unsigned_abs()).map(Some)
            }
        }
    }

    fn pay(&self, moment: Ticks, class: Option<usize>) -> Result<AnnualPay, CostingError> {
        let Some((_, replay)) = self.stage(moment) else {
            return Ok(AnnualPay::default());
        };
        let changes = replay.by(moment);
        let plain = replay.plain_pay(changes, class)?;
        if !self.cohorts.has_scales() {
            return Ok(plain);
        }
        let row = self.standing.at(moment)?;
        let now = Weights::Now(&row.now);
        let (price, grain) = self.price(replay.prices.get(changes), class, now)?;
        plain.plus(annual_pay(
            &self.cohorts,
            price,
            self.standing.parts,
            grain,
        )?)
    }

    fn integral(&self, (from, to, class): Asked) -> Result<Amount, CostingError> {
        let mut sum = Amount::ZERO;
        let mut fine = Wide::ZERO;
        let mut grain = 1;
        for (number, (start, replay)) in self.stages.iter().enumerate() {
            let start = if number == 0 { from } else { from.max(*start) };
            let next = self.stages.get(number + 1).map_or(to, |next| next.0);
            let end = to.min(next);
            let mut now = start;
            let mut changes = replay.by(now);
            let mut before: Option<Arc<Row>> = None;
            while now < end {
                let until = replay.at.get(changes).copied().unwrap_or(end).min(end);
                if until > now {
                    let pay = replay.plain_pay(changes, class)?;
                    sum = sum.plus(pay.over(until - now)?)?;
                    if self.cohorts.has_scales() {
                        let first = match before.take() {
                            Some(row) => row,
                            None => self.standing.at(now)?,
                        };
                        let last = self.standing.at(until)?;
                        let passed = first.weights_to(&last);
                        let priced = self.price(replay.prices.get(changes), class, passed)?;
                        fine = fine.plus(priced.0)?;
                        grain = priced.1;
                        before = Some(last);
                    }
                    now = until;
                }
                changes += 1;
            }
        }
        if self.cohorts.has_scales() {
            let on_scales = annual_pay(&self.cohorts, fine, self.standing.parts, grain)?;
            sum = sum.plus(on_scales.over(1)?)?;
        }
        Ok(sum)
    }

    /// Σ price × weight of the steps of a class, or of everyone, and what one dollar of it is.
    fn price(
        &self,
        prices: Option<&Prices>,
        class: Option<usize>,
        weights: Weights<'_>,
    ) -> Result<(Wide, i128), CostingError> {
        let whole = 0..self.cohorts.steps.len();
        let steps = match class {
            Some(class) => self
                .cohorts
                .classes
                .get(class)
                .map_or(0..0, |class: &Class| class.steps.clone()),
            None => whole,
        };
        match prices {
            None => Ok((Wide::ZERO, 1)),
            Some(Prices::Whole(rates)) => {
                let weighed = weights.weigh(part(rates, steps.clone())?, steps)?;
                Ok((Wide::product(weighed.by_rate, 1), 1))
            }
            Some(Prices::Blocks { blocks, state }) => {
                let mut sum = Wide::ZERO;
                for (block, changed) in blocks.iter().zip(state) {
                    if block.plain || class.is_some_and(|class| class != block.class) {
                        continue;
                    }
                    let rates = part(&self.cohorts.steps, block.cells.clone())?;
                    let weighed = weights.weigh(rates, block.cells.clone())?;
                    sum = sum.plus(changed.price(weighed.by_rate, weighed.all)?)?;
                }
                Ok((sum, GRAIN))
            }
        }
    }
}

impl Replay {
    /// The prices of steps after so many changes.
    pub(super) fn prices_after(&self, changes: usize) -> Option<&Prices> {
        self.prices.get(changes)
    }

    /// Pay a year of a class, or of everyone, without a scale after so many changes.
    pub(super) fn plain_pay(
        &self,
        changes: usize,
        class: Option<usize>,
    ) -> Result<AnnualPay, CostingError> {
        let pay = match class {
            None => entry(&self.totals, changes)?,
            Some(class) => entry(&self.by_class, changes * self.classes + class)?,
        };
        Ok(*pay)
    }
}

/// Pay a year of Σ rate × weight: in the unit of the rates, × `parts` and × `grain`. Rounded here to 10⁻¹⁴
/// dollars, half away from zero. Of weights × ticks it gives an amount likewise.
pub(super) fn annual_pay(
    cohorts: &Cohorts,
    price: Wide,
    parts: i64,
    grain: i128,
) -> Result<AnnualPay, CostingError> {
    let a_year = cohorts
        .a_year
        .checked_mul(cohorts.missing_decimals())
        .and_then(|a_year| u64::try_from(a_year).ok())
        .ok_or(CostingError::TooLarge)?;
    let divisor = i128::from(parts)
        .checked_mul(grain)
        .ok_or(CostingError::TooLarge)?;
    price
        .times(a_year)?
        .over(divisor.unsigned_abs())
        .map(AnnualPay)
}

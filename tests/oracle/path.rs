//! Rates from day to day: acts taking effect one after another.

use std::collections::BTreeMap;

use super::acts::{Act, Effect, Minimum};
use super::calendar::Day;
use super::crew::Crew;
use super::exact::Dec;
use super::hours::Hours;
use super::ladder;
use super::model::{Case, Rounding, Scope};
use super::steps::Standing;
use super::sums::{Quotient, Rate};
use super::terms::Pool;

/// Rates by line and step; `None` where one isn't known.
pub type Rates = Vec<Option<Vec<Rate>>>;

/// One act as it happened.
pub struct Done {
    pub place: usize,
    pub tranche: usize,
    pub day: Day,
    pub before: Rates,
    pub after: Rates,
    /// Whether it is a pool's tranche.
    pub is_part: bool,
    /// What a tranche adds to the rates, in percent; none where that isn't known.
    pub adds: Option<Quotient>,
}

/// The rates of each line from day to day. The first entry reaches back without end.
pub struct Path {
    spans: Vec<(Day, Rates)>,
    /// The offer's acts as they happened.
    pub done: Vec<Done>,
}

/// What acts are worked out with.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub case: &'a Case,
    pub crew: &'a Crew,
    pub hours: &'a Hours,
    pub standing: &'a Standing,
    pub rounding: Rounding,
}

const BEFORE_ALL: Day = Day(i32::MIN / 2);

impl Path {
    /// Every day from which a temporary act is over begins a world in which it had never been:
    /// all acts are gone through anew without it.
    pub fn walk(setting: Setting, acts: &[Act]) -> Self {
        let mut sorted: Vec<&Act> = acts.iter().collect();
        sorted.sort_by_key(|act| (act.day, act.date, act.of_offer, act.place, act.tranche));
        let mut begins: Vec<Day> = sorted.iter().filter_map(|act| act.until).collect();
        begins.push(BEFORE_ALL);
        begins.sort();
        begins.dedup();
        let mut path = Self {
            spans: vec![],
            done: vec![],
        };
        for (at, begin) in begins.iter().enumerate() {
            let end = begins.get(at + 1).copied();
            let world = sorted.iter().copied().filter(|act| !act.is_over_by(*begin));
            path.walk_world(setting, world.collect(), *begin, end);
        }
        path
    }

    fn walk_world(&mut self, setting: Setting, acts: Vec<&Act>, begin: Day, end: Option<Day>) {
        let mut world = World {
            setting,
            acts: &acts,
            rates: setting.crew.lines.iter().map(|l| l.steps.clone()).collect(),
            measured: BTreeMap::new(),
        };
        self.spans.push((begin, world.rates.clone()));
        let mut at = 0;
        while let Some(act) = acts.get(at) {
            let day = act.day;
            if end.is_some_and(|end| day >= end) {
                return;
            }
            let eve = world.rates.clone();
            while let Some(act) = acts.get(at).filter(|act| act.day == day) {
                let before = world.rates.clone();
                let adds = world.apply(act, &eve);
                if act.of_offer && day >= begin {
                    self.done.push(Done {
                        place: act.place,
                        tranche: act.tranche,
                        day,
                        before,
                        after: world.rates.clone(),
                        is_part: matches!(act.effect, Effect::Tranche(_)),
                        adds,
                    });
                }
                at += 1;
            }
            let last = self.spans.last_mut().unwrap();
            if day <= begin {
                last.1.clone_from(&world.rates);
            } else {
                self.spans.push((day, world.rates.clone()));
            }
        }
    }

    /// The rates on a day.
    pub fn on(&self, day: Day) -> &Rates {
        let at = self.spans.iter().rposition(|(from, _)| *from <= day);
        &self.spans[at.unwrap()].1
    }

    /// The days on which any rate may have changed.
    pub fn changes(&self) -> impl Iterator<Item = Day> {
        self.spans.iter().skip(1).map(|(day, _)| *day)
    }

    /// The stretches of unchanged rates within some days, both included.
    pub fn stretches(&self, first: Day, last: Day) -> impl Iterator<Item = (Day, Day, &Rates)> {
        let ends = self.spans.iter().skip(1).map(|(day, _)| day.plus(-1));
        let ends = ends.chain([last]);
        self.spans
            .iter()
            .zip(ends)
            .map(move |((from, rates), to)| ((*from).max(first), to.min(last), rates))
            .filter(|(from, to, _)| from <= to)
    }
}

/// The rates as acts are gone through.
struct World<'a> {
    setting: Setting<'a>,
    acts: &'a [&'a Act],
    rates: Rates,
    /// The payroll each pool is measured by, once its first tranche has come.
    measured: BTreeMap<(bool, usize), Option<Quotient>>,
}

impl World<'_> {
    /// Applies an act; answers what a tranche adds, in percent.
    fn apply(&mut self, act: &Act, eve: &Rates) -> Option<Quotient> {
        let percent = |percent: &Dec| {
            let factor = Quotient::whole(1).plus(&Quotient::of(&percent.hundredth()));
            move |rate: &Quotient| rate.times(&factor)
        };
        match &act.effect {
            Effect::Unknown => {
                for (line, rates) in self.setting.crew.lines.iter().zip(&mut self.rates) {
                    if act.scope.holds(&line.keys) {
                        *rates = None;
                    }
                }
            }
            Effect::Percent(by) => self.each(&act.scope, percent(by)),
            Effect::Dollars(more) => self.each(&act.scope, |rate| rate.plus(more)),
            Effect::GreaterOf(by, more) => {
                let raised = percent(by);
                self.each(&act.scope, |rate| raised(rate).larger(rate.plus(more)));
            }
            Effect::Floor(floor) => {
                self.each(&act.scope, |rate| rate.clone().larger(floor.clone()));
            }
            Effect::Minimum(minimum) => self.lift(act, minimum),
            Effect::Tranche(pool) => return self.tranche(act, pool, eve),
        }
        None
    }

    fn each(&mut self, scope: &Scope, change: impl Fn(&Quotient) -> Quotient) {
        let rounding = self.setting.rounding;
        for (line, rates) in self.setting.crew.lines.iter().zip(&mut self.rates) {
            if scope.holds(&line.keys) {
                for rate in rates.iter_mut().flatten() {
                    *rate = Rate::rounded(&change(&rate.to_quotient()), rounding);
                }
            }
        }
    }

    fn lift(&mut self, act: &Act, minimum: &Minimum) {
        let lifts = ladder::lifts(self.setting.crew, &self.rates, &act.scope, minimum);
        for (rates, lift) in self.rates.iter_mut().zip(lifts) {
            let Some(lift) = lift else { continue };
            let Some(lift) = lift else {
                *rates = None;
                continue;
            };
            for rate in rates.iter_mut().flatten() {
                let lifted = lift.on(&rate.to_quotient());
                *rate = Rate::rounded(&lifted, self.setting.rounding);
            }
        }
    }

    fn tranche(&mut self, act: &Act, pool: &Pool, eve: &Rates) -> Option<Quotient> {
        let eve_day = act.day.plus(-1);
        let setting = self.setting;
        let measured = self
            .measured
            .entry((act.of_offer, act.place))
            .or_insert_with(|| {
                if pool.today {
                    let today: Rates = setting.crew.lines.iter().map(|l| l.steps.clone()).collect();
                    setting.payroll(&pool.payroll_of, &today, BEFORE_ALL)
                } else {
                    setting.payroll(&pool.payroll_of, eve, eve_day)
                }
            });
        let of = measured.clone();
        let target = setting.payroll(&act.scope, eve, eve_day);
        let left = self.left_of_pool(pool, act.of_offer);
        let Some(((of, target), left)) = of.zip(target).zip(left) else {
            for (line, rates) in setting.crew.lines.iter().zip(&mut self.rates) {
                if act.scope.holds(&line.keys) {
                    *rates = None;
                }
            }
            return None;
        };
        let count = i64::try_from(pool.tranches.len()).unwrap();
        let shares = target.times(&Quotient::whole(count));
        if !shares.is_positive() {
            // Nobody is paid anything it could be added to.
            return None;
        }
        let adds = left.times(&of).over(&shares);
        let factor = Quotient::whole(1).plus(&adds.over(&Quotient::whole(100)));
        self.each(&act.scope, |rate| rate.times(&factor));
        Some(adds)
    }

    /// The pool's percent, or what its cap leaves of it beside the first year's raises; `None` where one of these
    /// isn't known.
    fn left_of_pool(&self, pool: &Pool, of_offer: bool) -> Option<Quotient> {
        let percent = Quotient::of(pool.percent.as_ref().unwrap());
        let Some(cap) = &pool.cap else {
            return Some(percent);
        };
        let second_year = self.setting.case.first_day.plus_months(12);
        // A pool that is owed stands among what is owed, whatever an offer brings.
        let beside = self.acts.iter().filter(|act| act.of_offer == of_offer);
        let first_year = beside.filter(|act| act.day < second_year);
        let percents = first_year.filter_map(|act| act.across_the_board());
        let percents: Vec<&Dec> = percents.map(Option::as_ref).collect::<Option<_>>()?;
        let hundred = Quotient::whole(100);
        let one = Quotient::whole(1);
        let room = if pool.compounded {
            let factor = percents.iter().fold(one.clone(), |factor, percent| {
                factor.times(&one.plus(&Quotient::of(&percent.hundredth())))
            });
            let capped = one.plus(&Quotient::of(&cap.hundredth()));
            capped.over(&factor).minus(&one).times(&hundred)
        } else {
            let sum: Dec = percents.into_iter().sum();
            Quotient::of(cap).minus(&Quotient::of(&sum))
        };
        Some(percent.smaller(room).larger(Quotient::whole(0)))
    }
}

impl Setting<'_> {
    /// Annual payroll of a scope at some rates and where employees stand on a day.
    fn payroll(&self, scope: &Scope, rates: &Rates, day: Day) -> Option<Quotient> {
        let annual = self.crew.annual(self.case);
        let mut sum = Quotient::whole(0);
        for (at, line) in self.crew.counted() {
            if !scope.holds(&line.keys) {
                continue;
            }
            let fte = Quotient::of(line.fte.as_ref()?);
            let parts = Quotient::whole(line.part_count());
            for (step, rate) in rates[at].as_ref()?.iter().enumerate() {
                let there = self.standing.parts_on(at, step, day);
                if there > 0 {
                    let share = Quotient::whole(there).over(&parts);
                    let pay = rate.to_quotient().times(&annual).times(&fte).times(&share);
                    sum = sum.plus(&pay);
                }
            }
        }
        Some(sum)
    }
}

//! Who is paid, at what pay to begin with, and where they stand.

use super::calendar::Day;
use super::exact::Dec;
use super::model::{Case, Group, Keys, Known, People, RateUnit, Rounding, Stands};
use super::sums::{Quotient, Rate};

/// Employees of a line who move together.
#[derive(Clone, Debug)]
pub struct Part {
    /// From 0.
    pub step: usize,
    /// The date they move to the next step, as written.
    pub next: Option<Day>,
}

/// Employees at one rate or on one scale: a group, the whole of a summary, or one employee.
#[derive(Clone, Debug)]
pub struct Line {
    pub keys: Keys,
    pub scale: Option<String>,
    /// The ladder its scale stands on and the place there.
    pub rank: Option<(usize, usize)>,
    /// Rates of the steps before any clause; a line without a scale has one step.
    pub steps: Option<Vec<Rate>>,
    /// Whether the rate of a step below its own isn't known, which a minimum would have to see.
    pub lacks_steps: bool,
    /// Months from each step to the next.
    pub months: Vec<i32>,
    /// Equal parts of the line.
    pub parts: Vec<Part>,
    pub headcount: Known,
    pub fte: Known,
    /// One employee looked at: follows the clauses, and is in no sum.
    pub looked_at: bool,
}

impl Line {
    /// Whether anybody of it moves up a step.
    pub fn moves(&self) -> bool {
        self.parts.iter().any(|part| part.next.is_some())
    }

    pub fn top(&self) -> usize {
        self.months.len() - 1
    }

    pub fn part_count(&self) -> i64 {
        i64::try_from(self.parts.len()).unwrap()
    }
}

/// All whose pay is added up.
#[derive(Clone, Debug)]
pub struct Crew {
    pub lines: Vec<Line>,
    pub unit: RateUnit,
    pub rounding: Rounding,
    pub has_groups: bool,
}

impl Crew {
    pub fn of(case: &Case) -> Self {
        match &case.people {
            People::Summary {
                headcount,
                fte,
                annual_pay,
            } => Self {
                lines: vec![Line {
                    keys: Keys::default(),
                    scale: None,
                    rank: None,
                    steps: annual_pay.as_ref().map(|pay| vec![Rate::of(pay)]),
                    lacks_steps: false,
                    months: vec![0],
                    parts: vec![Part {
                        step: 0,
                        next: None,
                    }],
                    headcount: headcount.clone(),
                    fte: fte.clone(),
                    looked_at: false,
                }],
                // An average is counted by the year, so that it never passes through an hourly
                // rate that has no end of digits.
                unit: RateUnit::Year,
                rounding: Rounding::None,
                has_groups: false,
            },
            People::Groups(groups) => Self {
                lines: groups.iter().map(|group| line(case, group)).collect(),
                unit: case.rate_unit,
                rounding: case.rounding,
                has_groups: true,
            },
        }
    }

    /// The lines whose pay is added up.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Line)> {
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| !line.looked_at)
    }

    /// Annual pay of 1.0 FTE for one unit of a rate.
    pub fn annual(&self, case: &Case) -> Quotient {
        in_a_year(self.unit, case)
    }

    pub fn fte(&self) -> Known {
        self.counted().map(|(_, line)| line.fte.clone()).sum()
    }

    pub fn headcount(&self) -> Known {
        self.counted().map(|(_, line)| line.headcount.clone()).sum()
    }
}

pub fn in_a_year(unit: RateUnit, case: &Case) -> Quotient {
    match unit {
        RateUnit::Hour => Quotient::of(&case.hours),
        RateUnit::Month => Quotient::whole(12),
        RateUnit::Year => Quotient::whole(1),
    }
}

fn line(case: &Case, group: &Group) -> Line {
    let mut lacks_steps = false;
    let (steps, months, parts) = match &group.stands {
        None => {
            let steps = group.rate.as_ref().map(|rate| vec![Rate::of(rate)]);
            let part = Part {
                step: 0,
                next: None,
            };
            (steps, vec![0], vec![part])
        }
        Some(stands) => {
            let scale = case.scale(&stands.scale);
            // People move up a scale: from their own step on every rate has to be known. That of a step below is
            // nobody's, and zero would do; the next known one is never cut below zero before the others.
            let rates: Vec<Option<Rate>> = scale
                .steps
                .iter()
                .map(|(rate, _)| rate.as_ref().map(Rate::of))
                .collect();
            let above = rates.iter().skip(stands.step - 1).all(Option::is_some);
            lacks_steps = rates.iter().any(Option::is_none);
            let own = rates[stands.step - 1];
            let rates = above.then(|| {
                let next = |at: usize| rates[at..].iter().flatten().next().cloned();
                (0..rates.len())
                    .map(|at| next(at).or(own).unwrap())
                    .collect()
            });
            let months: Vec<i32> = scale.steps.iter().map(|(_, months)| *months).collect();
            let parts = parts(case, stands, &months);
            (rates, months, parts)
        }
    };
    Line {
        keys: group.keys.clone(),
        scale: group.stands.as_ref().map(|stands| stands.scale.clone()),
        rank: group
            .stands
            .as_ref()
            .and_then(|stands| case.rank(&stands.scale)),
        steps,
        lacks_steps,
        months,
        parts,
        headcount: group.headcount.clone(),
        fte: group.fte.clone(),
        looked_at: false,
    }
}

/// A group with a date moves then; one without is spread over the months of its step.
fn parts(case: &Case, stands: &Stands, months: &[i32]) -> Vec<Part> {
    let step = stands.step - 1;
    let one = |next| Part { step, next };
    if stands.next_step.is_some() || step + 1 == months.len() {
        return vec![one(stands.next_step)];
    }
    let (year, month, _) = case.rates_as_of.civil();
    let begun = Day::new(year, month, 1);
    (1..=months[step])
        .map(|n| one(Some(begun.plus_months(n))))
        .collect()
}

/// Dec × an equal part of a line.
pub fn share_of(value: &Dec, line: &Line) -> Quotient {
    Quotient::of(value).over(&Quotient::whole(line.part_count()))
}

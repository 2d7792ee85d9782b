//! Settings of the whole scenario: what is common to all offers.

use super::refusal::Refusal;
use crate::scenario::{
    Accrual, Assumption, Clause, Currency, EffectiveRule, FigureSettings, Inflation, Parties,
    People, RollUpRate, Rounding, Scenario, Source, Term,
};
use crate::units::{Date, PayCalendar, Percent};

/// How a case is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Presentation {
    /// What its money is called.
    pub(crate) currency: Currency,
    pub(crate) parties: Parties,
    /// What is chosen for its figures.
    pub(crate) figures: FigureSettings,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// The contract's first and last day.
    Term(Term),
    /// The day the workforce's rates are taken from.
    RatesAsOf(Date),
    /// The last day offers are compared over; `None` is the shortest last day of A and B.
    Horizon(Option<Date>),
    /// The first day of any pay period; `None` is that there are none.
    PayPeriods(Option<Date>),
    /// Whether pay accrues by pay period rather than by month.
    ByPayPeriod(bool),
    /// How hourly rates are rounded after each raise.
    Rounding(Rounding),
    /// Discount rate of the present value, percent a year.
    Discount(Percent),
    /// Raises already owed under existing contracts.
    Baseline(Vec<Clause>),
    /// Rates the employer pays on top of wages.
    RollUp(Vec<RollUpRate>),
    /// The price index behind real wages.
    Prices(Option<Inflation>),
    /// What the figures rest on that nobody has published.
    Assumptions(Vec<Assumption>),
    /// Where facts come from. What rested on a source that is gone no longer names it.
    Sources(Vec<Source>),
    /// Currency, parties and what is chosen for the figures.
    Presentation(Box<Presentation>),
    Note(String),
    /// The private note on the workforce.
    WorkforceNote(String),
}

impl Setting {
    /// What undo calls it.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Term(_) => "Change the term",
            Self::RatesAsOf(_) => "Change the day of the rates",
            Self::Horizon(_) => "Change the last day compared",
            Self::PayPeriods(_) => "Change pay periods",
            Self::ByPayPeriod(_) => "Change how pay accrues",
            Self::Rounding(_) => "Change rounding",
            Self::Discount(_) => "Change the discount rate",
            Self::Baseline(_) => "Change the raises already owed",
            Self::RollUp(_) => "Change the payroll roll-up",
            Self::Prices(_) => "Change prices",
            Self::Assumptions(_) => "Change what is assumed",
            Self::Sources(_) => "Change the sources",
            Self::Presentation(_) => "Change the figures",
            Self::Note(_) => "Change the note",
            Self::WorkforceNote(_) => "Change the note on the workforce",
        }
    }
}

pub(super) fn apply(scenario: &mut Scenario, setting: &Setting) -> Result<(), Refusal> {
    match setting {
        Setting::Term(term) => {
            if term.last_day <= term.first_day {
                return Err(Refusal::Breaks(
                    "the last day must come after the first day".to_owned(),
                ));
            }
            scenario.term = *term;
        }
        Setting::RatesAsOf(day) => scenario.workforce_mut().rates_as_of = *day,
        Setting::Horizon(day) => scenario.horizon = *day,
        Setting::PayPeriods(first_day) => pay_periods(scenario, *first_day)?,
        Setting::ByPayPeriod(by_period) => accrue(scenario, *by_period)?,
        Setting::Rounding(rounding) => {
            if matches!(scenario.workforce.people, People::Summary { .. })
                && *rounding == Rounding::Cent
            {
                return Err(Refusal::Breaks(
                    "an average is no real rate, so it can\u{2019}t be rounded to the cent"
                        .to_owned(),
                ));
            }
            scenario.workforce_mut().rounding = *rounding;
        }
        Setting::Discount(percent) => scenario.discount_rate = *percent,
        Setting::Baseline(raises) => scenario.baseline.clone_from(raises),
        Setting::RollUp(rates) => scenario.roll_up.clone_from(rates),
        Setting::Prices(prices) => scenario.inflation.clone_from(prices),
        Setting::Assumptions(list) => scenario.assumptions.clone_from(list),
        Setting::Sources(list) => sources(scenario, list),
        Setting::Presentation(of) => {
            scenario.currency.clone_from(&of.currency);
            scenario.parties.clone_from(&of.parties);
            scenario.figures.clone_from(&of.figures);
        }
        Setting::Note(note) => note.trim().clone_into(&mut scenario.note),
        Setting::WorkforceNote(note) => note.trim().clone_into(&mut scenario.workforce_mut().note),
    }
    Ok(())
}

/// Whether a rule has the pay periods it needs.
pub(super) fn rule_can_be_kept(scenario: &Scenario, rule: EffectiveRule) -> Result<(), Refusal> {
    if rule != EffectiveRule::OnDate && scenario.pay_periods().is_none() {
        return Err(Refusal::NoPayPeriods);
    }
    Ok(())
}

fn needs_pay_periods(scenario: &Scenario) -> bool {
    let moved =
        |rule: Option<EffectiveRule>| rule.is_some_and(|rule| rule != EffectiveRule::OnDate);
    let clauses = scenario.offers.iter().flat_map(|offer| &offer.clauses);
    moved(Some(scenario.effective))
        || scenario.offers.iter().any(|offer| moved(offer.effective))
        || clauses
            .chain(&scenario.baseline)
            .any(|clause| moved(clause.effective))
}

fn pay_periods(scenario: &mut Scenario, first_day: Option<Date>) -> Result<(), Refusal> {
    let Some(first_day) = first_day else {
        if needs_pay_periods(scenario) {
            return Err(Refusal::Breaks(
                "raises still take effect by pay period; let them take effect on their date first"
                    .to_owned(),
            ));
        }
        scenario.accrual = Accrual::Monthly;
        scenario.pay_calendar = None;
        return Ok(());
    };
    match &mut scenario.accrual {
        Accrual::Biweekly { first_day: own } => {
            *own = first_day;
            scenario.pay_calendar = None;
        }
        Accrual::Monthly => {
            scenario.pay_calendar = Some(PayCalendar::Biweekly { first_day });
        }
    }
    Ok(())
}

/// Pay periods stay known when pay accrues by month again.
fn accrue(scenario: &mut Scenario, by_period: bool) -> Result<(), Refusal> {
    let known = scenario.pay_periods();
    if !by_period {
        scenario.accrual = Accrual::Monthly;
        scenario.pay_calendar = known;
        return Ok(());
    }
    let Some(PayCalendar::Biweekly { first_day } | PayCalendar::Weekly { first_day }) = known
    else {
        return Err(Refusal::NoPayPeriods);
    };
    scenario.accrual = Accrual::Biweekly { first_day };
    scenario.pay_calendar = None;
    Ok(())
}

fn sources(scenario: &mut Scenario, list: &[Source]) {
    scenario.sources = list.to_vec();
    let there = |id: &String| list.iter().any(|source| source.id == *id);
    for offer in &mut scenario.offers {
        offer.sources.retain(there);
        for clause in &mut offer.clauses {
            clause.source = clause.source.take().filter(there);
        }
    }
    for clause in &mut scenario.baseline {
        clause.source = clause.source.take().filter(there);
    }
    for assumption in &mut scenario.assumptions {
        assumption.sources.retain(there);
    }
    for claim in &mut scenario.claims {
        claim.source = claim.source.take().filter(there);
    }
    for settlement in &mut scenario.settlements {
        settlement.source = settlement.source.take().filter(there);
    }
}

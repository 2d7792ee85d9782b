//! What is wrong with clauses, in words.

use crate::scenario::PercentRange;
use crate::scenario::fault::{ClauseFault, MeasuredPercent, TermsFault};
use crate::units::HouseStyle;

/// What is wrong with a clause in what clauses of all kinds have.
pub(super) fn clause(fault: &ClauseFault, style: HouseStyle) -> String {
    let (day, a) = (|day| style.day(day), style.apostrophe());
    match fault {
        ClauseFault::OutsideTheTerm {
            kind,
            date,
            first,
            last,
        } => format!(
            "the {} of {} lies outside the offer{a}s term, {} to {}; change its date or the term",
            kind.one(),
            day(*date),
            day(*first),
            day(*last)
        ),
        ClauseFault::PartAfterTheEnd { kind, date, last } => format!(
            "this part of the {} comes on {}, after the offer{a}s last day, {}, so it is in no figure; \
             change its date, or remove it",
            kind.one(),
            day(*date),
            day(*last)
        ),
        ClauseFault::OnTopOfTheRates { kind, date, as_of } => format!(
            "the {} of {} counts on top of the rates as of {}; make sure it isn{a}t in them already",
            kind.one(),
            day(*date),
            day(*as_of)
        ),
        ClauseFault::AfterTheHorizon {
            kind,
            effective,
            horizon,
        } => format!(
            "the {} takes effect on {}, after the last day compared, {}, so it costs nothing in any \
             figure; check its date or the last day",
            kind.one(),
            day(*effective),
            day(*horizon)
        ),
        ClauseFault::NeverInForce {
            kind,
            effective,
            until,
        } => format!(
            "the {} takes effect on {} and ends on {}, so it is never in force; check both days",
            kind.one(),
            day(*effective),
            day(*until)
        ),
        ClauseFault::NotABaselineRaise(kind) => format!(
            "the baseline holds raises only, and this is a {}; move it to an offer, or remove it",
            kind.one()
        ),
        ClauseFault::NeedsScales(kind) => format!(
            "on a summary nobody stands on a wage scale, so a {} can{a}t be costed, nor what depends on \
             it; give groups with their scales, or leave the clause out with counted: false",
            kind.one()
        ),
        ClauseFault::GoesByItsOwnDates(kind) => format!(
            "a {} goes by its own dates, which no rule moves; leave effective out",
            kind.one()
        ),
        ClauseFault::CannotEnd(kind) => format!(
            "only what changes rates can end, and this is a {}; leave until out",
            kind.one()
        ),
        ClauseFault::EndsFirst { kind, until, date } => format!(
            "the {} ends on {}, which isn{a}t after its own day, {}; give the first day on which it is over",
            kind.one(),
            day(*until),
            day(*date)
        ),
        ClauseFault::ScopeOfASummary(scope) => format!(
            "the workforce is a summary, which has no groups, so nobody can be picked out as {}: what \
             depends on this clause is not costed; give groups, leave the clause out with counted: false, \
             or leave the scope out to mean everyone",
            scope.describe()
        ),
        ClauseFault::NobodyMatches(scope) => format!(
            "each name is known, but no group matches all of them together: {}; remove a key, or correct \
             the groups",
            scope.describe()
        ),
    }
}

/// What is wrong with what a clause gives.
pub(super) fn terms(fault: &TermsFault, style: HouseStyle) -> String {
    let (day, a) = (|day| style.day(day), style.apostrophe());
    match fault {
        TermsFault::NoDates { list, date } => {
            format!("{list} is empty; give at least one, the first on {}", day(*date))
        }
        TermsFault::FirstDateDiffers { first, own } => format!(
            "the first date here is {} and the clause{a}s own {}; give both the same",
            day(*first),
            day(*own)
        ),
        TermsFault::DateTwice(date) => {
            format!("{} stands here twice; remove one, or correct it", day(*date))
        }
        TermsFault::DatesOutOfOrder { before, date } => format!(
            "{} comes after {} here; put the dates in order",
            day(*date),
            day(*before)
        ),
        TermsFault::Raise(percent) => format!(
            "a raise of {} is outside {} to {}; write 6.5 for six and a half percent",
            style.percent_of(percent),
            style.percent_of("\u{2212}50"),
            style.percent_of("100")
        ),
        TermsFault::Outside {
            what,
            percent,
            range: PercentRange { low, high },
        } => format!(
            "{} of {} is outside {} to {}; correct it",
            measured(*what, style),
            style.percent_of(percent),
            style.percent_of(low),
            style.percent_of(high)
        ),
        TermsFault::GreaterOfWhat => {
            "the greater of two needs a percent and one amount; write per_hour or per_year, not both"
                .to_owned()
        }
        TermsFault::LimitsCrossed { floor, cap } => format!(
            "the least this cost-of-living raise gives, {}, is above the most, {}; swap or correct them",
            style.percent_of(floor.get()),
            style.percent_of(cap.get())
        ),
        TermsFault::NoIndex => {
            "this raise follows a price index, and none is given; add inflation: (index: […], \
             projected: …)"
                .to_owned()
        }
        TermsFault::IndexBeginsLater { needed, first } => format!(
            "this raise needs the price index of {}, and the index begins with {}; add the months before \
             it, or choose a smaller lag",
            style.month(*needed),
            style.month(*first)
        ),
        TermsFault::IndexLacks(needed) => format!(
            "this raise needs the price index of {}, which is missing from the index; add it",
            style.month(*needed)
        ),
        TermsFault::Understates(kind) => format!(
            "on a summary a {} understates the cost, because the lower rates it lifts aren{a}t seen; give \
             groups for the true cost",
            kind.one()
        ),
        TermsFault::HeldForNoTime { until, from } => format!(
            "steps are held until {}, which isn{a}t after {}, the day they are held from; give the first \
             day on which they move again",
            day(*until),
            day(*from)
        ),
        TermsFault::NoMinimum => {
            "no minimum is given; name a market and its rate, or give elsewhere".to_owned()
        }
        TermsFault::MinimumTwice(market) => {
            format!("\"{market}\" has a minimum already; remove one of the two")
        }
        TermsFault::NotMeasured => {
            "only a percent of pay is measured to a day; leave measured_to out".to_owned()
        }
        TermsFault::MeasuredAfterPaid { measured, paid } => format!(
            "pay is measured to {}, after {}, the day it is paid; check both days",
            day(*measured),
            day(*paid)
        ),
        TermsFault::GoalsBeyondTheWhole(sum) => format!(
            "the goals{a} shares come to {}, more than the whole; correct them",
            style.percent_of(sum.normalize())
        ),
    }
}

fn measured(what: MeasuredPercent, style: HouseStyle) -> String {
    let a = style.apostrophe();
    match what {
        MeasuredPercent::IndexShare => format!("a share of the index{a}s change"),
        MeasuredPercent::PayrollShare => "a share of payroll".to_owned(),
        MeasuredPercent::Cap => "a cap".to_owned(),
        MeasuredPercent::Attainment => "the part that is reached".to_owned(),
        MeasuredPercent::Likelihood => "a likelihood".to_owned(),
        MeasuredPercent::Backfilled => "the part of the hours".to_owned(),
        MeasuredPercent::Premium => "pay for these hours".to_owned(),
        MeasuredPercent::Contribution => "a contribution on pay".to_owned(),
        MeasuredPercent::GoalShare => format!("a goal{a}s share"),
        MeasuredPercent::GoalReached => "a goal reached".to_owned(),
    }
}

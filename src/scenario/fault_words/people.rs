//! What is wrong with the workforce and its wage scales, in words.

use crate::scenario::Rounding;
use crate::scenario::fault::{PeopleFault, ScaleFault};
use crate::units::{HouseStyle, text};

/// What is wrong with the workforce.
pub(super) fn people(fault: &PeopleFault, style: HouseStyle) -> String {
    let a = style.apostrophe();
    match fault {
        PeopleFault::RoundedAverage(to) => {
            let to = match to {
                Rounding::Cent => "rounded to the cent",
                Rounding::Dollar => "rounded to the dollar",
                Rounding::None => "left unrounded",
            };
            format!(
                "an average is no real rate, so it can{a}t be {to}; write rounding: None, or give groups \
                 with their own rates"
            )
        }
        PeopleFault::NoAveragePay => {
            "average annual pay must be above zero; enter it, or write unknown".to_owned()
        }
        PeopleFault::ZeroFte => {
            "the whole workforce is zero full-time equivalents; enter them, or write unknown"
                .to_owned()
        }
        PeopleFault::LooksLikeAShare { fte, employees } => {
            let doubt = if fte > employees {
                "more full-time equivalents than employees"
            } else {
                "fewer full-time equivalents than a tenth of the employees"
            };
            format!(
                "{} FTE for {}: {doubt}; fte is the total of all of them together, \
                 not one employee{a}s share",
                text::count_as_written(*fte),
                text::counted(*employees, "employee")
            )
        }
        PeopleFault::NotATableName(file) => format!(
            "\"{file}\" is no name of a table beside the scenario; it is a bare file name that ends in .csv"
        ),
        PeopleFault::NoGroups => {
            "the list of groups is empty; add a group, or give a Summary".to_owned()
        }
        PeopleFault::StepZero => "steps count from 1; correct it, or leave it out".to_owned(),
        PeopleFault::NobodyIsPaid => {
            "no group has any pay: every rate is zero; enter the rates, or write unknown".to_owned()
        }
        PeopleFault::EmployeeOfASummary => format!(
            "the workforce is a summary and has no groups; leave the employee{a}s group out, or give groups"
        ),
    }
}

/// What is wrong with a wage scale or ladder, or where a group stands on it.
pub(super) fn scale(fault: &ScaleFault, style: HouseStyle) -> String {
    let (day, a) = (|day| style.day(day), style.apostrophe());
    match fault {
        ScaleFault::EmptyLadder => {
            "the ladder has no scales; name them from the lowest job to the highest, or remove the ladder"
                .to_owned()
        }
        ScaleFault::OnLadderTwice(scale) => {
            format!("\"{scale}\" stands on this ladder twice; remove it once")
        }
        ScaleFault::NoSteps(scale) => {
            format!("the wage scale \"{scale}\" has no steps; give at least one rate")
        }
        ScaleFault::TopMovesOn {
            step,
            scale,
            months,
        } => format!(
            "step {step} is the top of \"{scale}\", and nobody moves on from it after {months} months; \
             leave months out, or add the next step"
        ),
        ScaleFault::NoMonths => {
            "a step lasts at least one month; write the months until the next step".to_owned()
        }
        ScaleFault::TooManyMonths(months) => format!(
            "{months} months are longer than any term; write the months until the next step, or leave \
             them out for 12"
        ),
        ScaleFault::PaysLess {
            step,
            scale,
            rate,
            before,
        } => format!(
            "step {step} of \"{scale}\" pays {}, less than the step before it, {}; check the order of the \
             steps",
            text::rate_digits(rate.get()),
            text::rate_digits(before.get())
        ),
        ScaleFault::StepMissing { scale, steps } => {
            format!("the step on \"{scale}\" is missing; add step: 1 to {steps}")
        }
        ScaleFault::NoSuchStep { scale, step, steps } => {
            format!("\"{scale}\" has no step {step}; its steps are 1 to {steps}")
        }
        ScaleFault::RateDiffers {
            own,
            step,
            scale,
            of_step,
        } => format!(
            "the group{a}s own rate, {}, differs from that of step {step} of \"{scale}\", {}; leave the \
             group{a}s rate out, or correct one of them",
            text::rate_digits(own.get()),
            text::rate_digits(of_step.get())
        ),
        ScaleFault::NextStepPast { next, as_of } => format!(
            "the next step, {}, isn{a}t after the day the rates are taken from, {}; give the date of the \
             step that comes next",
            day(*next),
            day(*as_of)
        ),
        ScaleFault::NextStepAtTheTop { step, scale, next } => format!(
            "step {step} is the top of \"{scale}\", so nobody moves on {}; leave next_step out, or add a \
             step to the scale",
            day(*next)
        ),
        ScaleFault::NoRate => {
            "the group has neither a rate nor a wage scale; add its rate, or write rate: unknown"
                .to_owned()
        }
        ScaleFault::NextStepOffScale => {
            "a group on no wage scale has no next step; name its scale and step, or leave next_step out"
                .to_owned()
        }
    }
}

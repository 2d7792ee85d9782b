//! What is wrong with claims and settlements, in words.

use crate::scenario::fault::StatementFault;
use crate::units::HouseStyle;

/// What is wrong with a claim or settlement.
pub(super) fn statement(fault: &StatementFault, style: HouseStyle) -> String {
    let (day, a) = (|day| style.day(day), style.apostrophe());
    match fault {
        StatementFault::Unknown {
            what,
            written,
            known,
        } => {
            let kind = super::one(*what);
            let advice = super::advice(known, &format!("{kind}s"));
            format!("no {kind} is called \"{written}\"; {advice}")
        }
        StatementFault::MostOfNoShare => {
            "only a share can be \"most\"; choose another precision, or ShareInForce as the quantity"
                .to_owned()
        }
        StatementFault::MostWithANumber => {
            "\"most\" means more than half and quotes no number; remove the value, or choose another \
             precision"
                .to_owned()
        }
        StatementFault::NoNumber => {
            "the number quoted is missing; add it, with its digits as quoted".to_owned()
        }
        StatementFault::NotAboveZero => {
            "\"nearly\" and \"about\" need a number above zero; turn the claim round, or choose another \
             precision"
                .to_owned()
        }
        StatementFault::NoDelay => {
            "a delay of no months costs nothing; write 1 or more".to_owned()
        }
        StatementFault::DelayTooLong { months, last } => format!(
            "{months} months after the first day lie beyond the last day, {}; write fewer",
            day(*last)
        ),
        StatementFault::NoSuchYear { year, last } => format!(
            "the term has no year {year}; years count from 1, to the last day, {}",
            day(*last)
        ),
        StatementFault::SettlementEndsFirst { first, last } => format!(
            "the settlement{a}s last day, {}, lies before its first day, {}; correct one of them",
            day(*last),
            day(*first)
        ),
        StatementFault::NothingSettled => {
            "neither raises nor a total are given; add the raises, or total: with their sum".to_owned()
        }
        StatementFault::SumTooLarge => {
            "the raises add up to more than a percent can be, 1000; check them for a slip".to_owned()
        }
        StatementFault::TotalDiffers { sum, total } => format!(
            "the raises add up to {}, but the total says {}; correct one, or leave the total out",
            sum.normalize(),
            total.normalize()
        ),
        StatementFault::RaiseOutOfOrder(date) => format!(
            "the raise of {} comes after a later one; put the raises in order",
            day(*date)
        ),
        StatementFault::RaiseAfterTheEnd(date) => format!(
            "the raise of {} lies after the settlement{a}s last day",
            day(*date)
        ),
    }
}

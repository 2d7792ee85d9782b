//! Made-up clauses of every kind.

use counteroffer::scenario::clause::{
    BenefitBasis, CapReading, DatedAmount, MarketMinimum, Ripple,
};
use counteroffer::scenario::{ClauseTerms, LumpAmount, LumpTiming};

use crate::numbers::Numbers;

impl Numbers {
    fn amounts(&mut self) -> Vec<DatedAmount> {
        self.several(3, |n| DatedAmount {
            date: n.date(),
            amount: n.known(|n| n.quantity(-1_000_000_000_000, 1_000_000_000_000, 6)),
        })
    }

    fn lump(&mut self) -> LumpAmount {
        match self.below(4) {
            0 => LumpAmount::PerHead(self.known(|n| n.quantity(-5000, 5000, 6))),
            1 => LumpAmount::PerFte(self.known(|n| n.quantity(0, 5000, 2))),
            2 => LumpAmount::Prorated(self.known(|n| n.quantity(0, 5000, 2))),
            _ => LumpAmount::PercentOfPay(self.known(|n| n.quantity(-100, 1000, 6))),
        }
    }

    pub(super) fn terms(&mut self) -> ClauseTerms {
        match self.below(10) {
            0 => ClauseTerms::Percent(self.known(|n| n.quantity(-100, 1000, 6))),
            1 => ClauseTerms::PerHour(self.known(|n| n.quantity(-1000, 1000, 6))),
            2 => ClauseTerms::GreaterOf {
                percent: self.known(|n| n.quantity(-100, 1000, 6)),
                per_hour: self.known(|n| n.quantity(-1000, 1000, 6)),
            },
            3 => ClauseTerms::Floor(self.known(|n| n.quantity(0, 100_000, 6))),
            4 => ClauseTerms::LumpSum {
                amount: self.lump(),
                paid: self.one(&[
                    LumpTiming::Dated,
                    LumpTiming::OnRatification,
                    LumpTiming::Later,
                ]),
            },
            5 => ClauseTerms::Cola {
                share: self.known(|n| n.quantity(0, 200, 6)),
                floor: self.maybe(|n| n.quantity(-100, 1000, 6)),
                cap: self.maybe(|n| n.quantity(-100, 1000, 6)),
                lag_months: self.below(256) as u8,
            },
            6 => ClauseTerms::MinimumRate {
                by_market: self.several(3, |n| MarketMinimum {
                    market: n.text(),
                    rate: n.known(|n| n.quantity(0, 100_000, 6)),
                }),
                ripple: self.one(&[
                    Ripple::SamePercent,
                    Ripple::SameDollars,
                    Ripple::FirstStepOnly,
                ]),
            },
            7 => ClauseTerms::EquityPool {
                percent: self.known(|n| n.quantity(-100, 1000, 6)),
                payroll_of: self.scope(),
                tranches: self.below(256) as u8,
                cap: self.maybe(|n| n.quantity(-100, 1000, 6)),
                reading: self.one(&[CapReading::Additive, CapReading::Compounded]),
            },
            8 => ClauseTerms::Benefit {
                today: self.known(|n| n.quantity(0, 100_000, 6)),
                values: self.amounts(),
                participants: self.known(|n| n.quantity(0, 10_000_000, 4)),
                attainment: self.known(|n| n.quantity(0, 101, 6)),
                basis: self.one(&[
                    BenefitBasis::PerHead,
                    BenefitBasis::PerFte,
                    BenefitBasis::PerPaidHour,
                ]),
            },
            _ => ClauseTerms::CostStream(self.amounts()),
        }
    }
}

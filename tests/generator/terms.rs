//! Made-up clauses of every kind.

use counteroffer::scenario::{
    BenefitBasis, CapReading, ClauseKind, ClauseTerms, DatedAmount, DatedValue, DollarTiming, Goal,
    LumpAmount, LumpTiming, MarketMinimum, PayoutBasis, PayrollMeasured, Ripple,
};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Known, Percent};

use crate::numbers::Numbers;

impl Numbers {
    fn amounts(&mut self) -> Vec<DatedAmount> {
        self.several(3, |n| DatedAmount {
            date: n.date(),
            amount: n.known(|n| n.quantity(-1_000_000_000_000, 1_000_000_000_000, 6)),
        })
    }

    fn values<T: FromDigits>(&mut self, low: i64, high: i64) -> Vec<DatedValue<T>> {
        self.several(3, |n| DatedValue {
            date: n.date(),
            value: n.known(|n| n.quantity(low, high, 6)),
        })
    }

    fn percent(&mut self) -> Known<Percent> {
        self.known(|n| n.quantity(-100, 1000, 6))
    }

    fn when(&mut self) -> DollarTiming {
        self.one(&[DollarTiming::Dated, DollarTiming::Later])
    }

    fn lump(&mut self) -> LumpAmount {
        match self.below(4) {
            0 => LumpAmount::PerHead(self.known(|n| n.quantity(-5000, 5000, 6))),
            1 => LumpAmount::PerFte(self.known(|n| n.quantity(0, 5000, 2))),
            2 => LumpAmount::Prorated(self.known(|n| n.quantity(0, 5000, 2))),
            _ => LumpAmount::PercentOfPay(self.percent()),
        }
    }

    pub(super) fn terms(&mut self) -> ClauseTerms {
        match self.one(&ClauseKind::ALL) {
            ClauseKind::Percent => ClauseTerms::Percent(self.percent()),
            ClauseKind::PerHour => ClauseTerms::PerHour(self.known(|n| n.quantity(-1000, 1000, 6))),
            ClauseKind::PerYear => {
                ClauseTerms::PerYear(self.known(|n| n.quantity(-1_000_000, 1_000_000, 6)))
            }
            ClauseKind::GreaterOf => ClauseTerms::GreaterOf {
                percent: self.percent(),
                per_hour: self.maybe(|n| n.known(|n| n.quantity(-1000, 1000, 6))),
                per_year: self.maybe(|n| n.known(|n| n.quantity(-10_000, 10_000, 6))),
            },
            ClauseKind::Floor => ClauseTerms::Floor(self.known(|n| n.quantity(0, 100_000, 6))),
            ClauseKind::Cola => ClauseTerms::Cola {
                share: self.known(|n| n.quantity(0, 200, 6)),
                floor: self.maybe(|n| n.quantity(-100, 1000, 6)),
                cap: self.maybe(|n| n.quantity(-100, 1000, 6)),
                lag_months: self.below(256) as u8,
            },
            ClauseKind::MinimumRate => ClauseTerms::MinimumRate {
                by_market: self.several(3, |n| MarketMinimum {
                    market: n.text(),
                    rate: n.known(|n| n.quantity(0, 100_000, 6)),
                }),
                elsewhere: self.maybe(|n| n.known(|n| n.quantity(0, 100_000, 6))),
                ripple: self.one(&[
                    Ripple::SamePercent,
                    Ripple::SameDollars,
                    Ripple::FirstStepOnly,
                ]),
            },
            ClauseKind::EquityPool => ClauseTerms::EquityPool {
                percent: self.percent(),
                payroll_of: self.scope(),
                tranches: self.several(3, Self::date),
                cap: self.maybe(|n| n.quantity(-100, 1000, 6)),
                reading: self.one(&[CapReading::Additive, CapReading::Compounded]),
                measured: self.one(&[PayrollMeasured::Eve, PayrollMeasured::Today]),
            },
            ClauseKind::HoldSteps => ClauseTerms::HoldSteps { until: self.date() },
            ClauseKind::LumpSum => ClauseTerms::LumpSum {
                amount: self.lump(),
                paid: self.one(&[
                    LumpTiming::Dated,
                    LumpTiming::OnRatification,
                    LumpTiming::Later,
                ]),
                measured_to: self.maybe(Self::date),
            },
            ClauseKind::Benefit => ClauseTerms::Benefit {
                today: self.known(|n| n.quantity(0, 100_000, 6)),
                values: self.values(-100_000, 100_000),
                participants: self.known(|n| n.quantity(0, 10_000_000, 4)),
                attainment: self.known(|n| n.quantity(0, 101, 6)),
                basis: self.one(&[
                    BenefitBasis::PerHead,
                    BenefitBasis::PerFte,
                    BenefitBasis::PerPaidHour,
                ]),
                when: self.when(),
            },
            ClauseKind::Payout => ClauseTerms::Payout {
                on: self.several(3, Self::date),
                amount: self.known(|n| n.quantity(-100_000, 100_000, 6)),
                today: self.known(|n| n.quantity(0, 100_000, 6)),
                participants: self.known(|n| n.quantity(0, 10_000_000, 4)),
                basis: self.one(&[PayoutBasis::PerHead, PayoutBasis::PerFte]),
                likelihood: self.percent(),
                goals: self.several(3, |n| Goal {
                    name: n.text(),
                    share: n.percent(),
                    reached: n.percent(),
                }),
                when: self.when(),
            },
            ClauseKind::PaidTime => ClauseTerms::PaidTime {
                hours: self.known(|n| n.quantity(0, 8784, 4)),
                participants: self.known(|n| n.quantity(0, 10_000_000, 4)),
                backfilled: self.percent(),
                premium: self.percent(),
            },
            ClauseKind::Contribution => ClauseTerms::Contribution {
                name: self.text(),
                today: self.percent(),
                values: self.values(-100, 1000),
                when: self.when(),
            },
            ClauseKind::CostStream => ClauseTerms::CostStream {
                amounts: self.amounts(),
                when: self.when(),
            },
        }
    }
}

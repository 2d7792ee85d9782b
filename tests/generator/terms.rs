//! Made-up clauses of every kind.

use counteroffer::scenario::{
    BenefitBasis, CapReading, ClauseTerms, DatedAmount, DatedValue, DollarTiming, Goal, LumpAmount,
    LumpTiming, MarketMinimum, PayoutBasis, PayrollMeasured, Ripple,
};
use counteroffer::units::{Fte, HourlyRate, Known, Money, Percent};

use crate::numbers::Numbers;

impl Numbers {
    fn amounts(&mut self) -> Vec<DatedAmount> {
        self.several(3, |n| DatedAmount {
            date: n.date(),
            amount: n.money(),
        })
    }

    fn money(&mut self) -> Known<Money> {
        self.known(|n| n.quantity(-1_000_000_000_000, 1_000_000_000_000, 6))
    }

    fn percent(&mut self) -> Known<Percent> {
        self.known(|n| n.quantity(-100, 1000, 6))
    }

    fn rate(&mut self) -> Known<HourlyRate> {
        self.known(|n| n.quantity(0, 100_000, 6))
    }

    fn participants(&mut self) -> Known<Fte> {
        self.known(|n| n.quantity(0, 10_000_000, 4))
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
        match self.below(8) {
            0 => ClauseTerms::Percent(self.percent()),
            1 => ClauseTerms::PerHour(self.known(|n| n.quantity(-1000, 1000, 6))),
            2 => ClauseTerms::PerYear(self.known(|n| n.quantity(-10_000_000, 10_000_000, 6))),
            3 => ClauseTerms::GreaterOf {
                percent: self.percent(),
                per_hour: self.maybe(|n| n.known(|n| n.quantity(-1000, 1000, 6))),
                per_year: self.maybe(|n| n.known(|n| n.quantity(-1000, 1000, 6))),
            },
            4 => ClauseTerms::Floor(self.rate()),
            5 => ClauseTerms::LumpSum {
                amount: self.lump(),
                paid: self.one(&[
                    LumpTiming::Dated,
                    LumpTiming::OnRatification,
                    LumpTiming::Later,
                ]),
                measured_to: self.maybe(Self::date),
            },
            6 => self.changing_rates(),
            _ => self.paying_dollars(),
        }
    }

    fn changing_rates(&mut self) -> ClauseTerms {
        match self.below(4) {
            0 => ClauseTerms::Cola {
                share: self.known(|n| n.quantity(0, 200, 6)),
                floor: self.maybe(|n| n.quantity(-100, 1000, 6)),
                cap: self.maybe(|n| n.quantity(-100, 1000, 6)),
                lag_months: self.below(256) as u8,
            },
            1 => ClauseTerms::MinimumRate {
                by_market: self.several(3, |n| MarketMinimum {
                    market: n.text(),
                    rate: n.rate(),
                }),
                elsewhere: self.maybe(Self::rate),
                ripple: self.one(&[
                    Ripple::SamePercent,
                    Ripple::SameDollars,
                    Ripple::FirstStepOnly,
                ]),
            },
            2 => ClauseTerms::EquityPool {
                percent: self.percent(),
                payroll_of: self.scope(),
                tranches: self.several(3, Self::date),
                cap: self.maybe(|n| n.quantity(-100, 1000, 6)),
                reading: self.one(&[CapReading::Additive, CapReading::Compounded]),
                measured: self.one(&[PayrollMeasured::Eve, PayrollMeasured::Today]),
            },
            _ => ClauseTerms::HoldSteps { until: self.date() },
        }
    }

    fn paying_dollars(&mut self) -> ClauseTerms {
        match self.below(5) {
            0 => ClauseTerms::Benefit {
                today: self.money(),
                values: self.several(3, |n| DatedValue {
                    date: n.date(),
                    value: n.money(),
                }),
                participants: self.participants(),
                attainment: self.known(|n| n.quantity(0, 101, 6)),
                basis: self.one(&[
                    BenefitBasis::PerHead,
                    BenefitBasis::PerFte,
                    BenefitBasis::PerPaidHour,
                ]),
                when: self.when(),
            },
            1 => ClauseTerms::Payout {
                on: self.several(3, Self::date),
                amount: self.money(),
                today: self.money(),
                participants: self.participants(),
                basis: self.one(&[PayoutBasis::PerHead, PayoutBasis::PerFte]),
                likelihood: self.percent(),
                goals: self.several(2, |n| Goal {
                    name: n.text(),
                    share: n.percent(),
                    reached: n.percent(),
                }),
                when: self.when(),
            },
            2 => ClauseTerms::PaidTime {
                hours: self.known(|n| n.quantity(0, 8784, 4)),
                participants: self.participants(),
                backfilled: self.percent(),
                premium: self.percent(),
            },
            3 => ClauseTerms::Contribution {
                name: self.text(),
                today: self.percent(),
                values: self.several(3, |n| DatedValue {
                    date: n.date(),
                    value: n.percent(),
                }),
                when: self.when(),
            },
            _ => ClauseTerms::CostStream {
                amounts: self.amounts(),
                when: self.when(),
            },
        }
    }
}

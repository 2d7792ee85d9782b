//! Made-up claims, counts and settlements of every kind.

use counteroffer::scenario::{
    Claim, Count, OfferId, Per, Precision, Quantity, QuotedUnit, SettledLumpSum, SettledRaise,
    Settlement, Span, Term,
};

use crate::numbers::Numbers;

impl Numbers {
    fn span(&mut self) -> Span {
        if self.coin() {
            Span::Term
        } else {
            Span::Year(self.next() as u16)
        }
    }

    fn per(&mut self) -> Per {
        self.one(&[Per::All, Per::Fte])
    }

    fn quantity_of_claim(&mut self) -> Quantity {
        let offer = OfferId(self.text());
        match self.below(17) {
            0 => Quantity::Gap {
                over: self.span(),
                per: self.per(),
            },
            1 => Quantity::Cost {
                offer,
                over: self.span(),
                per: self.per(),
            },
            2 => Quantity::Delay {
                offer,
                months: self.next() as u16,
                per: self.per(),
            },
            3 => Quantity::SimpleSum { offer },
            4 => Quantity::Compounded { offer },
            5 => Quantity::AverageAYear { offer },
            6 => Quantity::WithSteps { offer },
            7 => Quantity::ShareInForce {
                offer,
                by: self.date(),
            },
            8 => Quantity::EmployeePay {
                offer,
                over: self.span(),
            },
            9 => Quantity::Headcount,
            10 => Quantity::FullTimeEquivalents,
            11 => Quantity::Payroll,
            12 => Quantity::AveragePay,
            13 => Quantity::PoolWithFirstRaise {
                offer,
                percent: self.maybe(|n| n.quantity(-100, 1000, 6)),
            },
            14 => Quantity::AgainstSettlement {
                offer,
                settlement: self.text(),
            },
            _ => Quantity::NotComputed {
                unit: self.one(&[QuotedUnit::Dollars, QuotedUnit::Percent, QuotedUnit::Count]),
                takes: self.text(),
            },
        }
    }

    pub(super) fn claim(&mut self) -> Claim {
        Claim {
            id: self.text(),
            by: self.party(),
            words: self.text(),
            date: self.maybe(Self::date),
            source: self.maybe(Self::text),
            quantity: self.quantity_of_claim(),
            value: self.maybe(|n| n.quantity(-1_000_000_000_000, 1_000_000_000_000, 6)),
            precision: self.one(&[
                Precision::Exactly,
                Precision::Nearly,
                Precision::About,
                Precision::MoreThan,
                Precision::AtLeast,
                Precision::AtMost,
                Precision::LessThan,
                Precision::Most,
            ]),
            input_of: self.maybe(Self::text),
            shared: self.coin(),
            note: self.text(),
        }
    }

    pub(super) fn count(&mut self) -> Count {
        Count {
            name: self.text(),
            headcount: self.known(|n| n.below(10_000_001)),
            fte: self.known(|n| n.quantity(0, 10_000_000, 4)),
            average_annual_pay: self.known(|n| n.quantity(-1_000_000, 1_000_000, 6)),
            shared: self.coin(),
        }
    }

    pub(super) fn settlement(&mut self) -> Settlement {
        Settlement {
            name: self.text(),
            parties: self.text(),
            source: self.maybe(Self::text),
            term: self.maybe(|n| Term {
                first_day: n.date(),
                last_day: n.date(),
            }),
            raises: self.several(4, |n| SettledRaise {
                date: n.maybe(Self::date),
                percent: n.quantity(-100, 1000, 6),
            }),
            total: self.maybe(|n| n.quantity(-100, 1000, 6)),
            lump_sums: self.several(2, |n| SettledLumpSum {
                date: n.maybe(Self::date),
                amount: n.quantity(-5000, 5000, 2),
            }),
            shared: self.coin(),
            note: self.text(),
        }
    }
}

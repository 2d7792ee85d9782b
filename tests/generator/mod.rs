//! Made-up scenarios of every shape the types allow, the same ones for the same seed. They need
//! not keep the rules: what is saved must come back whatever it says.

mod statements;
mod terms;

use std::sync::Arc;

use counteroffer::scenario::offer::Moment;
use counteroffer::scenario::{
    Accrual, Assumption, Clause, ClauseId, CpiMonth, Currency, EffectiveRule, Employee, FigureEdit,
    FigureName, FigureSettings, Group, Inflation, Ladder, Ledger, Offer, OfferId, Parties, Party,
    People, RateUnit, Ratification, RollUpRate, Rounding, Scale, ScaleStep, Scenario, Scope,
    ShortName, Source, Standing, Status, Subject, Term, Workforce,
};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Date, Known, PayCalendar};

use crate::numbers::Numbers;

/// Pieces of text that files have stumbled over.
const PIECES: [&str; 24] = [
    "Union counter",
    "nurses' pay",
    "\"quoted\"",
    "\n",
    "\r\n",
    "\t",
    "\\",
    "\\n",
    "//",
    "/* x */",
    "\u{0}",
    "\u{7f}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "名前",
    "🙂",
    "\u{202e}",
    "r#\"x\"#",
    "), (",
    "unknown",
    "'",
    "",
    " ",
];

impl Numbers {
    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }

    fn maybe<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn several<T>(&mut self, most: u64, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn text(&mut self) -> String {
        let pieces = self.several(5, |n| {
            if n.below(8) == 0 {
                let c = char::from_u32(n.below(0x11_0000) as u32);
                c.unwrap_or('\u{fffd}').to_string()
            } else {
                n.one(&PIECES).to_owned()
            }
        });
        pieces.concat()
    }

    fn date(&mut self) -> Date {
        Date::earliest().plus_days(self.below(109_936) as i32)
    }

    /// A quantity from digits written in many ways, all of them exact.
    fn quantity<T: FromDigits>(&mut self, low: i64, high: i64, decimals: usize) -> T {
        let zeros = if self.below(4) == 0 { "000" } else { "" };
        let places = self.below(decimals as u64 + 1) as usize;
        let mut fraction: String = (0..places)
            .map(|_| self.one(&['0', '3', '5', '9']))
            .collect();
        let mut whole = (low + self.below((high - low) as u64 + 1) as i64).to_string();
        if whole == low.to_string() || whole == high.to_string() {
            fraction.clear();
        } else if whole == "0" && low < 0 && self.coin() {
            whole.insert(0, '-');
        }
        let dot = !(fraction.is_empty() && zeros.is_empty());
        let digits = format!("{whole}{}{fraction}{zeros}", if dot { "." } else { "" });
        T::from_digits(&digits).unwrap_or_else(|error| panic!("{digits}: {error}"))
    }

    fn known<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Known<T> {
        if self.below(5) == 0 {
            Known::Unknown
        } else {
            Known::Known(make(self))
        }
    }

    fn scope(&mut self) -> Scope {
        let mut names = || self.several(2, Self::text);
        Scope {
            market: names(),
            unit: names(),
            job: names(),
            ladder: names(),
            scale: names(),
            group: names(),
        }
    }

    fn rule(&mut self) -> EffectiveRule {
        self.one(&[
            EffectiveRule::OnDate,
            EffectiveRule::FirstPeriodOnOrAfter,
            EffectiveRule::FirstPeriodAfter,
            EffectiveRule::NearestPeriod,
        ])
    }

    fn ratification(&mut self) -> Ratification {
        if self.coin() {
            Ratification::OnTime
        } else {
            Ratification::On(self.date())
        }
    }

    fn clause(&mut self) -> Clause {
        Clause {
            id: ClauseId::UNASSIGNED,
            until: self.maybe(Self::date),
            counted: self.coin(),
            left_out_because: self.text(),
            condition: self.text(),
            date: self.date(),
            terms: self.terms(),
            scope: if self.coin() {
                self.scope()
            } else {
                Scope::default()
            },
            effective: self.maybe(Self::rule),
            note: self.text(),
            source: self.maybe(Self::text),
        }
    }

    fn offer(&mut self) -> Offer {
        let moment = Moment {
            on: self.date(),
            at: self.maybe(Self::text),
        };
        Offer {
            id: OfferId(self.text()),
            name: self.text(),
            side: self.party(),
            status: self.one(&[
                Status::Draft,
                Status::WhatIf,
                Status::Passed(moment.clone()),
                Status::Agreed(moment.clone()),
                Status::Withdrawn(moment),
            ]),
            shared: self.coin(),
            effective: self.maybe(Self::rule),
            retroactive: self.maybe(Self::coin),
            last_day: self.maybe(Self::date),
            ratification: self.maybe(Self::ratification),
            clauses: self.several(5, Self::clause),
            note: self.text(),
            sources: self.several(3, Self::text),
        }
    }

    fn party(&mut self) -> Party {
        self.one(&[Party::Union, Party::Employer, Party::Neutral])
    }

    fn group(&mut self) -> Group {
        Group {
            name: self.text(),
            market: self.maybe(Self::text),
            unit: self.maybe(Self::text),
            job: self.maybe(Self::text),
            scale: self.maybe(Self::text),
            step: self.maybe(|n| n.next() as u32),
            headcount: self.known(|n| n.below(10_000_001)),
            fte: self.known(|n| n.quantity(0, 10_000_000, 4)),
            next_step: self.maybe(Self::date),
            rate: self.maybe(|n| n.known(|n| n.quantity(0, 100_000, 6))),
        }
    }

    fn workforce(&mut self) -> Workforce {
        let people = if self.coin() {
            People::Groups(self.several(4, Self::group))
        } else {
            People::Summary {
                headcount: self.known(|n| n.below(10_000_001)),
                fte: self.known(|n| n.quantity(0, 10_000_000, 4)),
                average_annual_pay: self.known(|n| n.quantity(-1_000_000, 1_000_000, 6)),
            }
        };
        Workforce {
            rates_as_of: self.date(),
            rate_unit: self.one(&[RateUnit::Hour, RateUnit::Month, RateUnit::Year]),
            rounding: self.one(&[Rounding::Cent, Rounding::Dollar, Rounding::None]),
            people,
            scales: self.several(2, |n| Scale {
                name: n.text(),
                steps: n.several(3, |n| ScaleStep {
                    rate: n.known(|n| n.quantity(0, 100_000, 6)),
                    months: n.maybe(|n| n.next() as u32),
                }),
            }),
            ladders: self.several(2, |n| Ladder {
                name: n.text(),
                scales: n.several(2, Self::text),
            }),
            note: self.text(),
        }
    }

    fn inflation(&mut self) -> Inflation {
        Inflation {
            reference: self.maybe(Self::date),
            index: self.several(3, |n| CpiMonth {
                month: n.date(),
                value: n.quantity(1, 1_000_000, 6),
            }),
            projected: self.quantity(-100, 1000, 6),
        }
    }

    /// A whole scenario.
    pub fn scenario(&mut self) -> Scenario {
        Scenario {
            version: 1,
            title: self.text(),
            parties: Parties {
                employer: self.text(),
                union: self.text(),
            },
            currency: Currency {
                symbol: self.text(),
                code: self.text(),
            },
            we_are: self.party(),
            term: Term {
                first_day: self.date(),
                last_day: self.date(),
            },
            horizon: self.maybe(Self::date),
            accrual: if self.coin() {
                Accrual::Monthly
            } else {
                Accrual::Biweekly {
                    first_day: self.date(),
                }
            },
            pay_calendar: self.maybe(|n| {
                let first_day = n.date();
                n.one(&[
                    PayCalendar::Biweekly { first_day },
                    PayCalendar::Weekly { first_day },
                    PayCalendar::SemiMonthly,
                    PayCalendar::Monthly,
                ])
            }),
            hours: self.quantity(1, 8784, 4),
            ratification: self.ratification(),
            effective: self.rule(),
            retroactive: self.coin(),
            discount_rate: self.quantity(-100, 1000, 6),
            inflation: self.maybe(Self::inflation),
            roll_up: self.several(2, |n| RollUpRate {
                name: n.text(),
                percent: n.quantity(-100, 1000, 6),
                on_lump_sums: n.coin(),
                pay_base: n.maybe(|n| n.quantity(0, 1_000_000, 2)),
            }),
            a: self.maybe(|n| OfferId(n.text())),
            b: self.maybe(|n| OfferId(n.text())),
            counter: self.maybe(|n| OfferId(n.text())),
            employee: Employee {
                rate: self.maybe(|n| n.quantity(0, 100_000, 6)),
                fte: self.quantity(0, 2, 4),
                group: self.maybe(Self::text),
            },
            workforce: Arc::new(self.workforce()),
            baseline: self.several(2, Self::clause),
            offers: self.several(3, Self::offer),
            assumptions: self.several(2, |n| Assumption {
                about: n.text(),
                of: n.several(2, |n| {
                    n.one(&[Subject::AveragePay, Subject::Raises, Subject::Steps])
                }),
                standing: n.one(&[
                    Standing::Published,
                    Standing::Inferred,
                    Standing::Assumed,
                    Standing::MadeUp,
                    Standing::NotIncluded,
                ]),
                why: n.text(),
                sources: n.several(2, Self::text),
                ledger: n.maybe(|n| Ledger {
                    headcount: n.maybe(|n| n.below(10_000)),
                    fte: n.maybe(|n| n.quantity(0, 10_000, 4)),
                    payroll: n.maybe(|n| n.quantity(0, 1_000_000, 2)),
                    source: n.text(),
                }),
            }),
            claims: self.several(3, Self::claim),
            counts: self.several(2, Self::count),
            settlements: self.several(2, Self::settlement),
            sources: self.several(2, |n| Source {
                id: n.text(),
                title: n.text(),
                publisher: n.text(),
                published: n.maybe(Self::date),
                note: n.text(),
            }),
            figures: FigureSettings {
                chosen: self.several(3, |n| n.one(&FigureName::ALL)),
                unnumbered: self.coin(),
                highlight: self.maybe(|n| OfferId(n.text())),
                short_names: self.several(2, |n| ShortName {
                    offer: OfferId(n.text()),
                    name: n.text(),
                }),
                edits: self.several(2, |n| FigureEdit {
                    figure: n.one(&FigureName::ALL),
                    headline: n.maybe(Self::text),
                    subtitle: n.maybe(Self::text),
                    source: n.maybe(Self::text),
                }),
            },
            note: self.text(),
        }
    }
}

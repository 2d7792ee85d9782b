//! A report as a flat list of figures under typed keys: what two computations are compared by.

use std::collections::HashMap;

use super::exact::Fraction;

/// One figure, and how closely two computations of it must agree.
#[derive(Clone, Debug)]
pub enum Figure {
    /// To within 10⁻⁶ dollars.
    Dollars(Option<Fraction>),
    /// To within 10⁻⁹ percent.
    Percent(Option<Fraction>),
    /// Exactly.
    Number(Option<Fraction>),
    /// Word for word: names, dates, yes and no.
    Text(String),
}

/// Where in a report a figure stands. Offers, years and months are told by their place, clauses by
/// their place in their offer's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Report,
    Basis,
    StepMovement(usize),
    Offer(usize),
    Year(usize, usize),
    Raise {
        offer: usize,
        clause: usize,
    },
    Benefit {
        offer: usize,
        clause: usize,
    },
    BenefitYear {
        offer: usize,
        clause: usize,
        year: usize,
    },
    LeftOut {
        offer: usize,
        clause: usize,
    },
    Pool {
        offer: usize,
        clause: usize,
        tranche: usize,
    },
    Lifted {
        offer: usize,
        clause: usize,
    },
    Scope(usize, usize),
    Delay(usize, usize),
    Employee(usize),
    RealWage(usize, usize),
    Cumulative(usize, usize),
    Percentile {
        offer: usize,
        of_hundred: usize,
    },
    Gains {
        table: usize,
        row: usize,
    },
    GainsOf {
        table: usize,
        row: usize,
        offer: usize,
    },
    Gap,
    GapYear(usize),
    Why,
    Movement,
    BreakEven,
    /// Whether A's raises, and whether B's, are paid back to their own days.
    Retroactivity(bool, bool),
}

/// What a figure is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    A,
    Accrual,
    Added,
    Annualized,
    Arrears,
    ArrearsPerFte,
    AverageAYear,
    B,
    Because,
    BeforeTheTerm,
    Benefits,
    CarryOver,
    Cash,
    CatchUp,
    Compounded,
    CompoundedPoints,
    Compounding,
    Copies,
    Cost,
    CostOfOnePercent,
    CostPerFte,
    Count,
    Counter,
    Cut,
    Date,
    Days,
    DiscountRate,
    DollarsPerFte,
    Earned,
    EndPercent,
    ExitRunRate,
    FirstDay,
    Floors,
    From,
    Fte,
    Headcount,
    Horizon,
    Hours,
    Id,
    Job,
    Kind,
    LastDay,
    Lost,
    LostPerFte,
    LumpSums,
    Market,
    Moved,
    MovedShare,
    NewMoney,
    Order,
    Paid,
    Payroll,
    Percent,
    Percentiles,
    Pools,
    PresentValue,
    Rate,
    RateUnit,
    RatesAsOf,
    Ratio,
    Ratified,
    Remains,
    RemainsShare,
    Resolved,
    Retroactive,
    RollUp,
    Rounding,
    Shared,
    Side,
    SimplePoints,
    SimpleSum,
    SimpleSumIsPartial,
    SimpleSumScoped,
    Size,
    Status,
    StepMovement,
    Steps,
    TakesEffect,
    Timing,
    Title,
    To,
    Unit,
    ValueOfAPoint,
    Wages,
    WithSteps,
    Worth,
}

pub type Key = (Part, Name);

/// The figures of a report.
#[derive(Default)]
pub struct Sheet {
    pub figures: Vec<(Key, Figure)>,
    by_key: HashMap<Key, usize>,
}

impl Sheet {
    pub fn put(&mut self, part: Part, name: Name, figure: Figure) {
        let known = self.by_key.insert((part, name), self.figures.len());
        assert!(known.is_none(), "{name:?} of {part:?} twice");
        self.figures.push(((part, name), figure));
    }

    /// Puts another figure in the place of one.
    pub fn replace(&mut self, part: Part, name: Name, figure: Figure) {
        if let Some(at) = self.by_key.get(&(part, name)) {
            self.figures[*at].1 = figure;
        }
    }

    pub fn dollars(&mut self, part: Part, name: Name, value: Option<Fraction>) {
        self.put(part, name, Figure::Dollars(value));
    }

    pub fn percent(&mut self, part: Part, name: Name, value: Option<Fraction>) {
        self.put(part, name, Figure::Percent(value));
    }

    pub fn number(&mut self, part: Part, name: Name, value: Option<Fraction>) {
        self.put(part, name, Figure::Number(value));
    }

    pub fn text(&mut self, part: Part, name: Name, value: impl ToString) {
        self.put(part, name, Figure::Text(value.to_string()));
    }

    /// A text that may be missing.
    pub fn maybe(&mut self, part: Part, name: Name, value: Option<impl ToString>) {
        let text = value.map_or("none".to_owned(), |v| v.to_string());
        self.text(part, name, text);
    }

    pub fn find(&self, part: Part, name: Name) -> Option<&Figure> {
        Some(&self.figures[*self.by_key.get(&(part, name))?].1)
    }

    pub fn get(&self, part: Part, name: Name) -> &Figure {
        self.find(part, name)
            .unwrap_or_else(|| panic!("no figure {name:?} of {part:?}"))
    }

    /// A figure's value, where it has one.
    pub fn value(&self, part: Part, name: Name) -> Option<&Fraction> {
        match self.get(part, name) {
            Figure::Dollars(value) | Figure::Percent(value) | Figure::Number(value) => {
                value.as_ref()
            }
            Figure::Text(text) => panic!("{name:?} of {part:?} is the text {text}"),
        }
    }

    pub fn words(&self, part: Part, name: Name) -> &str {
        match self.get(part, name) {
            Figure::Text(text) => text,
            other => panic!("{name:?} of {part:?} is the number {other:?}"),
        }
    }
}

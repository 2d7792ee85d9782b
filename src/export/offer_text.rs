//! The sections of the text report that are about one offer.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::report_lines::{heading, line, may_not_add, money, paragraph};
use crate::costing::report::{
    BenefitFigures, DelayFigures, EmployeeFigures, LiftedFigures, OfferApart, OfferFigures,
    PoolFigures, RaiseFigures, RealWageFigures, ScopeFigures, YearFigures,
};
use crate::scenario::{Clause, Offer, PaidIn, Scenario, Scope};
use crate::units::{Currency, HouseStyle, text};

/// Writes an offer's raises, years, scopes, delay and employee. An offer without any dollar figure gets
/// its raises only, and the employee where the employee's own rate is known.
pub fn write(out: &mut String, scenario: &Scenario, offer: &OfferFigures, apart: &OfferApart) {
    let paid = scenario.paid_in();
    let clauses = Clauses {
        offer: scenario.offer(&offer.id),
        paid,
    };
    let currency = paid.currency;
    heading(out, &format!("{}: terms", offer.name));
    terms(out, &clauses, &offer.raises, offer.cost);
    if !offer.left_out.is_empty() {
        heading(out, &format!("{}: left out of every figure", offer.name));
        for one in &offer.left_out {
            left_out(out, &clauses, one.clause, &one.why);
        }
    }
    if !offer.pools.is_empty() {
        heading(out, &format!("{}: equity pools", offer.name));
        pools(out, &offer.pools);
    }
    if !offer.lifted.is_empty() {
        heading(
            out,
            &format!("{}: wage scales that minimum rates lift", offer.name),
        );
        lifted(out, currency, &offer.lifted);
    }
    if !offer.benefit_clauses.is_empty() {
        heading(out, &format!("{}: benefits by term", offer.name));
        benefits(out, &clauses, &offer.benefit_clauses, offer.benefits);
    }
    if offer.wages.is_some() {
        heading(out, &format!("{}: by contract year", offer.name));
        years(out, currency, &offer.years, offer.cost);
        if apart.by_scope.len() > 1 {
            let title = format!("{}: by market, bargaining unit and job", offer.name);
            heading(out, &title);
            let shared_out = offer
                .wages
                .zip(offer.lump_sums)
                .and_then(|(wages, lump_sums)| wages.checked_add(lump_sums));
            by_scope(out, currency, &apart.by_scope, shared_out);
            if !offer.benefit_clauses.is_empty() {
                line(
                    out,
                    "  Benefits aren't divided among people; they stand beside.",
                );
            }
        }
        let title = format!("{}: ratified late, without retroactive pay", offer.name);
        heading(out, &title);
        delay(out, currency, &apart.delay);
    } else {
        line(
            out,
            "  Years, delay and other figures of money are not costed.",
        );
    }
    if offer
        .employee
        .cumulative
        .iter()
        .any(|to| to.earned.is_some())
    {
        employee(out, &offer.name, &offer.employee, paid);
    }
    if !offer.real_wage.is_empty() {
        heading(out, &format!("{}: wages against prices", offer.name));
        real_wage(out, &offer.real_wage);
    }
}

fn real_wage(out: &mut String, years: &[RealWageFigures]) {
    let mut table = Columns::with_header(1, &["On", "Real wage, 1 = reference", "Catch-up"]);
    for year in years {
        let known = |value: Option<String>| value.unwrap_or_else(|| "not known".to_owned());
        table.row([
            text::day(year.date),
            known(year.ratio.map(|ratio| text::fixed(ratio, 4))),
            known(year.catch_up.map(|percent| text::percent(percent, 2))),
        ]);
    }
    table.write(out);
}

/// The clauses behind an offer's figures.
struct Clauses<'a> {
    offer: Option<&'a Offer>,
    paid: PaidIn<'a>,
}

impl Clauses<'_> {
    fn at(&self, number: usize) -> Option<&Clause> {
        self.offer?.clauses.get(number)
    }

    /// A clause's date and what it gives.
    fn in_words(&self, number: usize) -> String {
        self.at(number).map_or_else(String::new, |clause| {
            format!(
                "{}: {}",
                text::day(clause.date),
                clause.in_words(self.paid, HouseStyle::File)
            )
        })
    }
}

fn left_out(out: &mut String, clauses: &Clauses<'_>, number: usize, why: &str) {
    let mut words = clauses.in_words(number);
    if let Some(clause) = clauses.at(number) {
        if !clause.scope.is_everyone() {
            words.push_str(&format!(", for {}", clause.scope.describe()));
        }
        if !clause.condition.is_empty() {
            words.push_str(&format!(", {}", clause.condition));
        }
    }
    let words = if why.is_empty() {
        words
    } else {
        format!("{why} ({words})")
    };
    paragraph(out, &format!("– {words}"));
}

fn pools(out: &mut String, pools: &[PoolFigures]) {
    let mut table = Columns::with_header(1, &["Takes effect", "Raises its target by"]);
    for part in pools {
        let percent = part.percent.map(|percent| text::percent(percent, 6));
        table.row([
            text::day(part.takes_effect),
            percent.unwrap_or_else(|| "not costed".to_owned()),
        ]);
    }
    table.write(out);
}

fn lifted(out: &mut String, currency: &Currency, copies: &[LiftedFigures]) {
    let header = ["Scale", "Market", "For", "First step", "Top step"];
    let mut table = Columns::with_header(3, &header);
    let between = |before: Option<&Decimal>, after: Option<&Decimal>| match (before, after) {
        (Some(before), Some(after)) => {
            format!("{} to {}", currency.rate(*before), currency.rate(*after))
        }
        _ => String::new(),
    };
    for copy in copies {
        let ladder = if copy.by_ladder {
            " (by its ladder)"
        } else {
            ""
        };
        let scale = copy.scale.as_deref().unwrap_or("no scale");
        let scopes: Vec<String> = copy.scopes.iter().map(Scope::describe).collect();
        table.row([
            format!("{scale}{ladder}"),
            copy.market.clone().unwrap_or_else(|| "–".to_owned()),
            scopes.join("; "),
            between(copy.before.first(), copy.after.first()),
            between(copy.before.last(), copy.after.last()),
        ]);
    }
    table.write(out);
}

fn benefits(
    out: &mut String,
    clauses: &Clauses<'_>,
    benefits: &[BenefitFigures],
    whole: Option<Decimal>,
) {
    let currency = clauses.paid.currency;
    let mut table = Columns::with_header(1, &["Term", "Over the term"]);
    for one in benefits {
        table.row([clauses.in_words(one.clause), money(currency, one.cost)]);
    }
    table.write(out);
    may_not_add(out, benefits.iter().map(|one| one.cost), whole);
}

fn terms(out: &mut String, clauses: &Clauses<'_>, raises: &[RaiseFigures], cost: Option<Decimal>) {
    let currency = clauses.paid.currency;
    let header = [
        "Date",
        "Takes effect",
        "What",
        "To",
        "Worth over the term",
        &currency.said("One more point or dollar"),
    ];
    let mut table = Columns::with_header(4, &header);
    for raise in raises {
        let words = clauses.at(raise.clause).map_or_else(
            || raise.terms.in_words(clauses.paid, HouseStyle::File),
            |clause| clause.in_words(clauses.paid, HouseStyle::File),
        );
        let resolved = raise.resolved_percent.map_or(String::new(), |percent| {
            format!(" = {}", text::percent(percent, 6))
        });
        table.row([
            text::day(raise.date),
            text::day(raise.takes_effect),
            format!("{words}{resolved}"),
            raise.scope.describe(),
            money(currency, raise.worth),
            match (raise.percent, raise.value_of_a_point) {
                (None, None) => "–".to_owned(),
                (_, value) => money(currency, value),
            },
        ]);
    }
    table.write(out);
    may_not_add(out, raises.iter().map(|raise| raise.worth), cost);
}

fn by_scope(out: &mut String, currency: &Currency, cells: &[ScopeFigures], whole: Option<Decimal>) {
    let mut table = Columns::with_header(
        3,
        &["Market", "Bargaining unit", "Job", "Wages and lump sums"],
    );
    for cell in cells {
        let key = |key: &Option<String>| key.clone().unwrap_or_else(|| "–".to_owned());
        table.row([
            key(&cell.market),
            key(&cell.unit),
            key(&cell.job),
            if cell.hidden {
                "hidden".to_owned()
            } else {
                money(currency, cell.cost)
            },
        ]);
    }
    table.write(out);
    may_not_add(out, cells.iter().map(|cell| cell.cost), whole);
}

fn delay(out: &mut String, currency: &Currency, delays: &[DelayFigures]) {
    let header = ["Ratified", "Lost per full-time employee", "Lost"];
    let mut table = Columns::with_header(1, &header);
    for delay in delays {
        table.row([
            text::day(delay.ratified),
            money(currency, delay.lost_per_fte),
            money(currency, delay.lost),
        ]);
    }
    table.write(out);
}

fn employee(out: &mut String, name: &str, employee: &EmployeeFigures, paid: PaidIn<'_>) {
    let currency = paid.currency;
    let rate = employee.rate.map_or_else(
        || "rate unknown".to_owned(),
        |rate| format!("{} {}", currency.exact(rate), paid.unit.in_words()),
    );
    let fte = text::plain(employee.fte);
    heading(out, &format!("{name}: one employee, {rate}, {fte} FTE"));
    let mut table = Columns::with_header(1, &["By the end of", "Earned", "Paid", "Lump sums"]);
    for to in &employee.cumulative {
        table.row([
            text::day(to.date),
            money(currency, to.earned),
            money(currency, to.paid),
            money(currency, to.lump_sums),
        ]);
    }
    table.write(out);
}

fn years(out: &mut String, currency: &Currency, years: &[YearFigures], cost: Option<Decimal>) {
    let mut table = Columns::with_header(
        1,
        &[
            "Year",
            "Payroll",
            "Cash above baseline",
            "Added",
            "New money",
            "Annualized",
            "Carry-over",
        ],
    );
    for year in years {
        table.row([
            year.label.in_words(),
            money(currency, year.payroll),
            money(currency, year.cash),
            money(currency, year.added),
            money(currency, year.new_money),
            money(currency, year.annualized),
            money(currency, year.carry_over),
        ]);
    }
    table.write(out);
    may_not_add(out, years.iter().map(|year| year.cash), cost);
    // People set the sum of new money beside the cost and see a contradiction.
    let news: Option<Decimal> = years
        .iter()
        .map(|year| year.new_money)
        .try_fold(Decimal::ZERO, |sum, year| sum.checked_add(year?));
    if let Some(news) = news {
        let words = format!(
            "New money comes to {}: what each year adds to the year before, lump sums in full. The cost is \
             larger, because a raise is paid in every year after.",
            currency.exact(news)
        );
        paragraph(out, &words);
    }
}

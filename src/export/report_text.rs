//! The report as text that can be read in a caucus: aligned, labelled, with what it depends on.

mod between;

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::columns::Columns;
use super::report_lines::{heading, line, money, paragraph, per_year, percent, yes};
use super::{PROGRAM, Stated, offer_text, spread_text, statements_text};
use crate::costing::report::{
    BasisFigures, OfferFigures, PeopleFigures, PercentileFigures, Percentiles,
};
use crate::costing::undefined::{RateFigure, SpreadTable, Undefined, Why};
use crate::figure::PRIVATE;
use crate::scenario::{EffectiveRule, OfferId, Ratification, Rounding, Scenario, Standing};
use crate::units::{Currency, PayCalendar, text};

/// Offers side by side in one table; more go into a table of their own.
const ABREAST: usize = 3;
/// The most reasons listed why figures are missing.
const MOST_REASONS: usize = 100;

/// The report as text.
#[must_use]
pub fn to_text(stated: Stated<'_>) -> String {
    let Stated {
        scenario,
        sha256,
        file_sha256,
        report,
        statements,
    } = stated;
    let mut out = String::new();
    line(&mut out, &scenario.title);
    line(&mut out, &"═".repeat(scenario.title.chars().count()));
    if scenario.holds_private() {
        line(&mut out, PRIVATE);
    }
    basis(&mut out, scenario, &report.basis);
    for group in report.offers.chunks(ABREAST) {
        heading(&mut out, "Offers");
        offers(&mut out, scenario, group);
    }
    if let Some(gap) = &report.gap {
        between::write(&mut out, scenario, &report.offers, gap);
    }
    for (offer, apart) in report.offers.iter().zip(&report.apart) {
        offer_text::write(&mut out, scenario, offer, apart);
    }
    statements_text::write(&mut out, scenario, statements);
    let ranks = &report.people.percentiles;
    let any = |of: &PercentileFigures| of.end_percent.is_some() || of.dollars_per_fte.is_some();
    if ranks.iter().any(any) {
        spread(&mut out, &report.offers, &report.people, &scenario.currency);
        spread_text::add_to(&mut out, scenario, &report.offers, &report.people);
    }
    // That the employee doesn't break even is said between the offers.
    let told = |one: &&Undefined| one.why != Why::NotWithinTerm;
    for figure in report.undefined.iter().filter(told) {
        let words = format!(
            "{} is not given: {}.",
            undefined(&report.offers, figure),
            figure.why.in_words()
        );
        paragraph(&mut out, &words);
    }
    line(&mut out, "");
    let short = |hash: &str| hash.chars().take(16).collect::<String>();
    let stands_on = match file_sha256 {
        Some(file) => format!("shared copy {} of scenario {}", short(sha256), short(file)),
        None => format!("scenario {}", short(sha256)),
    };
    line(
        &mut out,
        &format!(
            "{} {} · {stands_on} · every figure is defined in METHOD.md",
            PROGRAM.0, PROGRAM.1
        ),
    );
    out
}

fn basis(out: &mut String, scenario: &Scenario, basis: &BasisFigures) {
    let currency = &scenario.currency;
    heading(out, "What the figures rest on");
    let mut table = Columns::new(2);
    let mut row = |label: &str, value: String| table.row([label.to_owned(), value]);
    row(
        "Term",
        format!(
            "{} to {}",
            text::day(basis.first_day),
            text::day(basis.last_day)
        ),
    );
    if basis.horizon != basis.last_day {
        row("Compared to", text::day(basis.horizon));
    }
    row("Base payroll", per_year(currency, basis.payroll));
    let count = |count: Option<Decimal>| count.map_or_else(|| "unknown".to_owned(), text::count);
    row("Employees", count(basis.headcount.map(Decimal::from)));
    row("Full-time equivalents", count(basis.fte));
    row("Rates as of", text::day(basis.rates_as_of));
    row(
        "Hours",
        format!(
            "{} a year, {} accrual",
            text::count(basis.hours),
            basis.accrual.to_lowercase()
        ),
    );
    row(
        "Ratified",
        match scenario.ratification {
            Ratification::OnTime => "on time, unless an offer says otherwise".to_owned(),
            Ratification::On(day) => format!("{}, unless an offer says otherwise", text::day(day)),
        },
    );
    row("Raises take effect", rule_in_words(scenario));
    row(
        "Rates",
        match scenario.workforce.rounding {
            Rounding::Cent => currency.said("rounded to the cent after each raise"),
            Rounding::Dollar => currency.said("rounded to the dollar after each raise"),
            Rounding::None => "not rounded".to_owned(),
        },
    );
    for rate in &scenario.roll_up {
        let stops = rate.pay_base.map_or(String::new(), |base| {
            format!(", up to {} a year", currency.exact(base.get()))
        });
        let lumps = if rate.on_lump_sums {
            ", lump sums too"
        } else {
            ""
        };
        let percent = text::percent(rate.percent.get(), 6);
        row("Roll-up", format!("{}: {percent}{stops}{lumps}", rate.name));
    }
    if let Some(group) = &scenario.employee.group {
        row("Employee looked at", group.clone());
    }
    row(
        "Cost of 1 % today",
        per_year(currency, basis.cost_of_one_percent),
    );
    let moves = |cost: Option<Decimal>| cost.is_none_or(|cost| !cost.is_zero());
    if basis.step_movement.iter().any(|year| moves(year.cost)) {
        for year in &basis.step_movement {
            let label = format!("Step movement, {}", year.label.in_words());
            row(&label, money(currency, year.cost));
        }
    }
    row(
        "Discount rate",
        format!("{} a year", text::percent(basis.discount_rate, 6)),
    );
    table.write(out);
    for assumption in &scenario.assumptions {
        let mark = match assumption.standing {
            Standing::Published | Standing::NotIncluded => "",
            Standing::Inferred | Standing::Assumed | Standing::MadeUp => "≈ ",
        };
        let words = format!(
            "{mark}{} ({}): {}",
            assumption.about,
            assumption.standing.name(),
            assumption.why
        );
        paragraph(out, &words);
    }
}

/// The scenario's effective-day rule, with the pay periods it needs.
fn rule_in_words(scenario: &Scenario) -> String {
    let rule = scenario.effective;
    let rule = match rule {
        EffectiveRule::OnDate => "on their date".to_owned(),
        EffectiveRule::NearestPeriod => format!("on the {} to their date", rule.in_words()),
        _ => format!("on the {} their date", rule.in_words()),
    };
    match scenario.pay_periods() {
        Some(PayCalendar::Biweekly { first_day }) => {
            format!("{rule}; pay periods from {}", text::day(first_day))
        }
        Some(PayCalendar::Weekly { first_day }) => {
            format!("{rule}; weekly pay periods from {}", text::day(first_day))
        }
        Some(PayCalendar::SemiMonthly) => format!("{rule}; pay periods from the 1st and the 16th"),
        Some(PayCalendar::Monthly) => format!("{rule}; pay periods by month"),
        None => rule,
    }
}

fn offers(out: &mut String, scenario: &Scenario, group: &[OfferFigures]) {
    let currency = &scenario.currency;
    let mut table = Columns::new(1);
    let mut row = |label: &str, value: &dyn Fn(&OfferFigures) -> String| {
        table.row(std::iter::once(label.to_owned()).chain(group.iter().map(value)));
    };
    row("", &|offer| offer.name.clone());
    row("", &|offer| {
        let role = match &offer.id {
            id if scenario.a.as_ref() == Some(id) => "A, ",
            id if scenario.b.as_ref() == Some(id) => "B, ",
            _ => "",
        };
        let shared = if offer.shared { "" } else { ", private" };
        format!("{role}{}{shared}", offer.status)
    });
    if group.iter().any(|offer| !offer.left_out.is_empty()) {
        row("", &without);
    }
    row("Simple sum", &|offer| {
        let more = if offer.simple_sum_is_partial {
            " +"
        } else {
            ""
        };
        format!("{}{more}", percent(offer.simple_sum))
    });
    if group
        .iter()
        .any(|offer| offer.simple_sum_scoped.is_none_or(|sum| !sum.is_zero()))
    {
        row("  raises for some, by payroll", &|offer| {
            percent(offer.simple_sum_scoped)
        });
    }
    row("Compounded", &|offer| percent(offer.compounded));
    row("Average a year", &|offer| percent(offer.average_a_year));
    if group.iter().any(|offer| offer.with_steps.is_some()) {
        row("With steps", &|offer| percent(offer.with_steps));
    }
    row("Cost over the term", &|offer| money(currency, offer.cost));
    row("  wages", &|offer| money(currency, offer.wages));
    row("  lump sums", &|offer| money(currency, offer.lump_sums));
    if group.iter().any(|offer| !offer.benefit_clauses.is_empty()) {
        row("  benefits", &|offer| money(currency, offer.benefits));
    }
    if !scenario.roll_up.is_empty() {
        row("Roll-up, on top", &|offer| money(currency, offer.roll_up));
    }
    row("Cost per full-time employee", &|offer| {
        money(currency, offer.cost_per_fte)
    });
    row("Present value", &|offer| {
        money(currency, offer.present_value)
    });
    row("Payroll a year at the end", &|offer| {
        money(currency, offer.exit_run_rate)
    });
    if group
        .iter()
        .filter_map(|offer| offer.before_the_term)
        .any(|cost| !cost.is_zero())
    {
        row("Before the term, not included", &|offer| {
            money(currency, offer.before_the_term)
        });
    }
    row("Retroactive pay", &|offer| yes(offer.retroactive));
    if group.iter().any(|offer| offer.arrears.is_some()) {
        row("  arrears on ratification, wages", &|offer| {
            offer.arrears.as_ref().map_or_else(
                || "none".to_owned(),
                |arrears| money(currency, arrears.total),
            )
        });
        row("  the same per full-time employee", &|offer| {
            offer.arrears.as_ref().map_or_else(
                || "none".to_owned(),
                |arrears| money(currency, arrears.per_fte),
            )
        });
    }
    table.write(out);
    let mut told: HashSet<String> = HashSet::new();
    for reason in group.iter().flat_map(|offer| &offer.not_costed) {
        let words = reason.in_words();
        if told.len() < MOST_REASONS && told.insert(words.clone()) {
            paragraph(out, &format!("Not all is costed: {words}."));
        }
    }
}

/// How offers spread over employees: the q-th percentile is the least value with at least q % of heads at or
/// below it.
fn spread(out: &mut String, offers: &[OfferFigures], people: &PeopleFigures, currency: &Currency) {
    heading(out, "How the offers spread over employees");
    let header = ["", "10 %", "25 %", "Half", "75 %", "90 %"];
    let mut table = Columns::with_header(1, &header);
    let mut row =
        |label: String, ranks: Option<Percentiles>, shown: &dyn Fn(Option<Decimal>) -> String| {
            let Some(ranks) = ranks else { return };
            let values = [ranks.p10, ranks.p25, ranks.p50, ranks.p75, ranks.p90];
            table.row(std::iter::once(label).chain(values.map(|value| shown(Some(value)))));
        };
    for of in &people.percentiles {
        let name = name_of(offers, &of.offer);
        row(
            format!("{name}: last rate, above the baseline"),
            of.end_percent,
            &percent,
        );
        row(
            currency.said(&format!("{name}: dollars per 1.0 FTE")),
            of.dollars_per_fte,
            &|value| money(currency, value),
        );
    }
    table.write(out);
}

/// A figure without a value, as people call it.
fn undefined(offers: &[OfferFigures], of: &Undefined) -> String {
    let figure = match of.figure {
        RateFigure::SimpleSum => "the simple sum",
        RateFigure::SimplePoints => "the difference of the simple sums",
        RateFigure::Compounded => "the compounded percent",
        RateFigure::AverageAYear => "the average a year",
        RateFigure::WithSteps => "the percent with steps",
        RateFigure::PresentValue => "the present value",
        RateFigure::BreakEven => "break-even",
        RateFigure::Movement => "movement in shares",
        RateFigure::CompoundedPoints => "the difference of the compounded percents",
        RateFigure::EndPercentiles => "the percentiles of the percent at the end",
        RateFigure::DollarPercentiles => "the percentiles of dollars per full-time equivalent",
        RateFigure::EndPercent(table) => &format!("the percent at the end of {}", one_of(table)),
        RateFigure::PerFte(table) => {
            &format!("what a full-time equivalent gets of {}", one_of(table))
        }
    };
    match &of.offer {
        Some(id) => format!("{}: {figure}", name_of(offers, id)),
        None => format!("Gap: {figure}"),
    }
}

fn one_of(table: SpreadTable) -> &'static str {
    match table {
        SpreadTable::Market => "a market",
        SpreadTable::Unit => "a bargaining unit",
        SpreadTable::Job => "a job",
        SpreadTable::Scale => "a scale",
        SpreadTable::Band => "a band of pay",
    }
}

/// `without 3 terms`, or that nothing is left out.
fn without(offer: &OfferFigures) -> String {
    match offer.left_out.len() {
        0 => "with all its terms".to_owned(),
        1 => "without 1 term".to_owned(),
        count => format!("without {count} terms"),
    }
}

fn name_of(offers: &[OfferFigures], id: &OfferId) -> String {
    offers
        .iter()
        .find(|offer| offer.id == *id)
        .map_or_else(|| id.to_string(), |offer| offer.name.clone())
}

//! The report as text that can be read in a caucus: aligned, labelled, with what it depends on.

use rust_decimal::Decimal;

use super::columns::{Columns, wrapped};
use super::{PROGRAM, Stated, offer_text, statements_text};
use crate::costing::not_costed::NotCosted;
use crate::costing::report::{BasisFigures, GapFigures, MovementFigures, OfferFigures};
use crate::scenario::{EffectiveRule, OfferId, Party, Ratification, Rounding, Scenario, Standing};
use crate::units::decimal::round;
use crate::units::{PayCalendar, text};

/// Offers side by side in one table; more go into a table of their own.
const ABREAST: usize = 3;
/// Characters of a line of running text.
pub(super) const LINE: usize = 92;
/// What stands for a figure nobody has published.
const NOT_COSTED: &str = "not costed";

/// The report as text.
#[must_use]
pub fn to_text(stated: Stated<'_>) -> String {
    let Stated {
        scenario,
        sha256,
        report,
        statements,
    } = stated;
    let mut out = String::new();
    line(&mut out, &scenario.title);
    line(&mut out, &"═".repeat(scenario.title.chars().count()));
    basis(&mut out, scenario, &report.basis);
    for group in report.offers.chunks(ABREAST) {
        heading(&mut out, "Offers");
        offers(&mut out, scenario, group);
    }
    if let Some(gap) = &report.gap {
        between(&mut out, scenario, &report.offers, gap);
    }
    for offer in &report.offers {
        offer_text::write(&mut out, offer);
    }
    statements_text::write(&mut out, scenario, statements);
    line(&mut out, "");
    let hash: String = sha256.chars().take(16).collect();
    line(
        &mut out,
        &format!(
            "{} {} · scenario {hash} · every figure is defined in METHOD.md",
            PROGRAM.0, PROGRAM.1
        ),
    );
    out
}

fn basis(out: &mut String, scenario: &Scenario, basis: &BasisFigures) {
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
    row("Base payroll", per_year(basis.payroll));
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
            Rounding::Cent => "rounded to the cent after each raise".to_owned(),
            Rounding::Dollar => "rounded to the dollar after each raise".to_owned(),
            Rounding::None => "not rounded".to_owned(),
        },
    );
    for rate in &scenario.roll_up {
        let stops = rate.pay_base.map_or(String::new(), |base| {
            format!(", up to {} a year", text::dollars(base.get()))
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
    row("Cost of 1 % today", per_year(basis.cost_of_one_percent));
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
    let rule = match scenario.effective {
        EffectiveRule::OnDate => "on their date",
        EffectiveRule::FirstPeriodOnOrAfter => "on the first pay period on or after their date",
        EffectiveRule::FirstPeriodAfter => "on the first pay period after their date",
        EffectiveRule::NearestPeriod => "on the pay period nearest to their date",
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
        None => rule.to_owned(),
    }
}

fn offers(out: &mut String, scenario: &Scenario, group: &[OfferFigures]) {
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
    row("Simple sum", &|offer| percent(offer.simple_sum));
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
    row("Cost over the term", &|offer| money(offer.cost));
    row("  wages", &|offer| money(offer.wages));
    row("  lump sums", &|offer| money(offer.lump_sums));
    if !scenario.roll_up.is_empty() {
        row("Roll-up, on top", &|offer| money(offer.roll_up));
    }
    row("Cost per full-time employee", &|offer| {
        money(offer.cost_per_fte)
    });
    row("Present value", &|offer| money(offer.present_value));
    row("Payroll a year at the end", &|offer| {
        money(offer.exit_run_rate)
    });
    if group
        .iter()
        .filter_map(|offer| offer.before_the_term)
        .any(|cost| !cost.is_zero())
    {
        row("Before the term, not included", &|offer| {
            money(offer.before_the_term)
        });
    }
    row("Retroactive pay", &|offer| yes(offer.retroactive));
    table.write(out);
    let mut told: Vec<&NotCosted> = Vec::new();
    for offer in group {
        for reason in &offer.not_costed {
            if !told.contains(&reason) {
                told.push(reason);
                paragraph(out, &format!("Not all is costed: {}.", reason.in_words()));
            }
        }
    }
}

fn between(out: &mut String, scenario: &Scenario, offers: &[OfferFigures], gap: &GapFigures) {
    let name = |id: &OfferId| name_of(offers, id);
    heading(
        out,
        &format!("Between A and B: {} less {}", name(&gap.b), name(&gap.a)),
    );
    let mut table = Columns::new(1);
    let mut row = |label: &str, value: String| table.row([label.to_owned(), value]);
    row("Cost", money(gap.cost));
    row("Per full-time employee", money(gap.cost_per_fte));
    row("Simple sum", points(gap.simple_points));
    row("Compounded", points(gap.compounded_points));
    row("Present value", money(gap.present_value));
    row("", String::new());
    let why = &gap.why;
    let size = if why.size.is_some() && why.timing.is_none() {
        "Why: size and dates of raises"
    } else {
        "Why: size of raises"
    };
    row(size, money(why.size));
    if why.timing.is_some() || why.size.is_none() {
        row("     earlier or later dates", money(why.timing));
    }
    row("     compounding", money(why.compounding));
    for (label, bar) in [
        ("     lump sums", why.lump_sums),
        ("     rounding to the cent", why.rounding),
        ("     floors and minimum amounts", why.floors),
    ] {
        if bar != Some(Decimal::ZERO) {
            row(label, money(bar));
        }
    }
    row("", String::new());
    for (label, cost) in &gap.by_year {
        row(&label.in_words(), money(*cost));
    }
    table.write(out);
    may_not_add(out, gap.by_year.iter().map(|(_, cost)| *cost), gap.cost);
    movement(out, scenario, &gap.movement, &name);
    break_even(out, gap, &name);
    let cost = |a, b| {
        gap.retroactivity
            .iter()
            .find(|pair| (pair.a, pair.b) == (a, b))?
            .cost
    };
    let same = gap.retroactivity.iter().all(|pair| pair.cost == gap.cost);
    if !same {
        paragraph(
            out,
            &format!(
                "Gap by retroactive pay: both {}; only {} {}; neither {}; only {} {}.",
                money(cost(true, true)),
                name(&gap.b),
                money(cost(false, true)),
                money(cost(false, false)),
                name(&gap.a),
                money(cost(true, false)),
            ),
        );
    }
}

fn movement(
    out: &mut String,
    scenario: &Scenario,
    movement: &MovementFigures,
    name: &dyn Fn(&OfferId) -> String,
) {
    let (Some(counter), Some(from), Some(to)) = (&movement.counter, &movement.from, &movement.to)
    else {
        return;
    };
    let share = |share: Option<Decimal>| {
        share.map_or(String::new(), |share| {
            format!(" ({})", text::percent(share, 1))
        })
    };
    let moved = format!("{}{}", money(movement.moved), share(movement.moved_share));
    let remains = format!(
        "{}{}",
        money(movement.remains),
        share(movement.remains_share)
    );
    let (counter, from, to) = (name(counter), name(from), name(to));
    let side = scenario.we_are;
    paragraph(
        out,
        &if side == Party::Neutral {
            format!("{counter}: {moved} from {from}, {remains} from {to}.")
        } else {
            format!("{counter}: moved {moved} from {from}; {remains} remains to {to}.")
        },
    );
}

fn break_even(out: &mut String, gap: &GapFigures, name: &dyn Fn(&OfferId) -> String) {
    let even = &gap.break_even;
    let Some(from) = even.from else { return };
    let (a, b) = (name(&gap.a), name(&gap.b));
    let words = match (even.date, even.days) {
        (Some(_), Some(0)) => {
            format!(
                "In wages, the employee looked at has never earned less under {b} than under {a}."
            )
        }
        (Some(date), Some(days)) => format!(
            "In wages, the employee looked at has earned as much under {b} as under {a}, and stays there, {days} days after {}: on {}.",
            text::day(from),
            text::day(date)
        ),
        _ => format!(
            "In wages, the employee looked at does not break even under {b}, compared with {a}, within the term."
        ),
    };
    paragraph(out, &words);
}

/// Says so where the parts as shown don't add up to the whole as shown.
pub(super) fn may_not_add(
    out: &mut String,
    parts: impl Iterator<Item = Option<Decimal>>,
    whole: Option<Decimal>,
) {
    let shown: Option<Decimal> = parts
        .map(|part| part.map(|part| round(part, 2)))
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
    if let (Some(shown), Some(whole)) = (shown, whole)
        && shown != round(whole, 2)
    {
        line(
            out,
            "  Rounded figures may not add up; totals are sums of unrounded parts.",
        );
    }
}

fn name_of(offers: &[OfferFigures], id: &OfferId) -> String {
    offers
        .iter()
        .find(|offer| offer.id == *id)
        .map_or_else(|| id.to_string(), |offer| offer.name.clone())
}

pub(super) fn heading(out: &mut String, words: &str) {
    line(out, "");
    line(out, words);
}

pub(super) fn paragraph(out: &mut String, words: &str) {
    for part in wrapped(words, LINE) {
        line(out, &format!("  {part}"));
    }
}

pub(super) fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}

pub(super) fn money(value: Option<Decimal>) -> String {
    known(value.map(text::dollars))
}

fn per_year(value: Option<Decimal>) -> String {
    known(value.map(|value| format!("{} a year", text::dollars(value))))
}

fn percent(value: Option<Decimal>) -> String {
    known(value.map(|value| text::percent(value, 6)))
}

fn points(value: Option<Decimal>) -> String {
    known(value.map(|value| {
        let unit = if round(value, 6).abs() == Decimal::ONE {
            " point"
        } else {
            " points"
        };
        text::percent(value, 6).replace(" %", unit)
    }))
}

fn known(value: Option<String>) -> String {
    value.unwrap_or_else(|| NOT_COSTED.to_owned())
}

fn yes(yes: bool) -> String {
    (if yes { "yes" } else { "no" }).to_owned()
}

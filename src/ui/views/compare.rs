//! Offers side by side: terms paired by kind and time, and figures with the difference from the first.

use eframe::egui::{RichText, ScrollArea, Ui};
use rust_decimal::Decimal;

use super::picked;
use crate::costing::report::OfferFigures;
use crate::document::{Results, words};
use crate::figure::alike;
use crate::figure::compared::{self, Unit};
use crate::figure::pairs::{Pair, pairs};
use crate::scenario::{Offer, Ratification, Scenario};
use crate::ui::state::{Actions, Context, View};
use crate::ui::widgets::names::role_of;
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{controls, theme};
use crate::units::{Currency, MoneyUnit, text};

pub const VIEW: View = View {
    key: "compare",
    title: "Compare",
};

/// Paints the view. The first offer, A where there is one, is the one others are measured against.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    ui.add_space(10.0);
    picked::choose(ui, context, actions);
    let offers = picked::offers(context);
    let heads: Vec<_> = offers
        .iter()
        .map(|offer| {
            let color = palette.text(role_of(scenario, &offer.id));
            (offer.name.clone(), Some(color))
        })
        .collect();
    let tables = [
        ("Terms", terms(scenario, &offers)),
        ("Figures", figures(scenario, &context.results, &offers)),
    ]
    .map(|(title, rows)| Table {
        title: title.to_owned(),
        heads: heads.clone(),
        rows,
    });
    let against = offers
        .first()
        .map_or(String::new(), |offer| offer.name.clone());
    let mut copied = None;
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - controls::BAR);
        for table in &tables {
            copied = table.show(ui, 190.0, 230.0).or(copied.take());
        }
        ui.add_space(8.0);
        let note = format!("Small figures: the difference from {against}. Costs are above the baseline, without roll-up. Terms of one kind stand side by side where they come within half a year of each other.");
        let note = RichText::new(note).size(12.5).color(palette.soft);
        ui.add(eframe::egui::Label::new(note).wrap());
    });
    if let Some(cells) = copied {
        actions.copy_table_of(cells, offers);
    }
}

fn terms(scenario: &Scenario, offers: &[&Offer]) -> Vec<(String, Vec<Cell>)> {
    let pairs = pairs(offers);
    let mut rows: Vec<(String, Vec<Cell>)> = pairs
        .iter()
        .map(|pair| {
            let cells = offers.iter().zip(&pair.clauses);
            let cells = cells.map(|(offer, place)| term(scenario, offer, *place));
            (heading(offers, pair, &pairs), cells.collect())
        })
        .collect();
    let mut row = |name: &str, say: &dyn Fn(&Offer) -> String| {
        let cells = offers.iter().map(|offer| Cell::from(say(offer)));
        rows.push((name.to_owned(), cells.collect()));
    };
    row("Standing", &|offer| offer.status.name().to_owned());
    row("Retroactive", &|offer| {
        if scenario.is_retroactive(offer) {
            "yes".to_owned()
        } else {
            "no".to_owned()
        }
    });
    row("Ratified", &|offer| match scenario.ratification_of(offer) {
        Ratification::OnTime => "on time".to_owned(),
        Ratification::On(day) => words::date(day),
    });
    row("Last day", &|offer| {
        words::date(scenario.last_day_of(offer))
    });
    rows
}

/// What a row of terms is called: `Raise 2`, `Lump sum for Valley`.
fn heading(offers: &[&Offer], pair: &Pair, all: &[Pair]) -> String {
    let clause = offers.iter().zip(&pair.clauses).find_map(|(offer, place)| {
        let place = (*place)?;
        offer.clauses.get(place)
    });
    let Some(clause) = clause else {
        return String::new();
    };
    let mut name = clause.terms.kind().called().to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let alike = all
        .iter()
        .filter(|other| other.kind == pair.kind && other.scope == pair.scope);
    let alike: Vec<&Pair> = alike.collect();
    let place = alike.iter().position(|other| std::ptr::eq(*other, pair));
    let number = place.filter(|_| alike.len() > 1);
    if let Some(place) = number {
        name.push_str(&format!(" {}", place + 1));
    }
    if !pair.scope.is_everyone() {
        name.push_str(&format!(" for {}", pair.scope.describe()));
    }
    name
}

/// One offer's part of a row: what it gives, and when.
fn term(scenario: &Scenario, offer: &Offer, place: Option<usize>) -> Cell {
    let clause = place.and_then(|place| offer.clauses.get(place));
    let Some(clause) = clause else {
        return Cell::from("\u{2013}".to_owned());
    };
    let text = words::terms(&clause.terms, scenario.paid_in());
    let mut small = words::date(clause.date);
    if let Some(until) = clause.until {
        small.push_str(&format!(" until {}", words::date(until)));
    }
    if !clause.counted {
        small.push_str(", left out");
    }
    Cell { text, small }
}

fn figures(scenario: &Scenario, results: &Results, offers: &[&Offer]) -> Vec<(String, Vec<Cell>)> {
    let currency = &scenario.currency;
    let of = |offer: &&Offer| results.of(&offer.id).map(|one| &*one.figures);
    let rows = compared::rows(offers.iter().filter_map(of), !scenario.roll_up.is_empty());
    // Amounts of everybody have one unit, down the column and with their differences; those of one employee their own.
    let unit_of = |of_one: bool| {
        let rows = rows
            .iter()
            .filter(|row| row.unit == Unit::Dollars && row.of_one_employee == of_one);
        let present: Option<fn(&OfferFigures) -> Option<Decimal>> =
            (!of_one).then_some(|of: &OfferFigures| of.present_value);
        let reads = rows.map(|row| row.read).chain(present);
        alike::unit_of_table(reads.flat_map(|read| {
            let values = values(results, offers, read);
            let less = differences(&values);
            values.into_iter().chain(less).flatten().collect::<Vec<_>>()
        }))
    };
    let (all, each) = (unit_of(false), unit_of(true));
    let mut table: Vec<(String, Vec<Cell>)> = rows
        .into_iter()
        .map(|row| {
            let unit = if row.of_one_employee { each } else { all };
            let cells = cells((currency, unit), results, offers, row.read, row.unit);
            (row.name.to_owned(), cells)
        })
        .collect();
    let present = cells(
        (currency, all),
        results,
        offers,
        |of| of.present_value,
        Unit::Dollars,
    );
    table.push(("Present value".to_owned(), present));
    table
}

/// A figure of each offer and its difference from the first, all of a row written alike.
fn cells(
    (currency, of_all): (&Currency, (MoneyUnit, u32)),
    results: &Results,
    offers: &[&Offer],
    read: fn(&OfferFigures) -> Option<Decimal>,
    unit: Unit,
) -> Vec<Cell> {
    let values = values(results, offers, read);
    let less = differences(&values);
    let known = || values.iter().copied().flatten();
    let places = match unit {
        Unit::Percent => alike::places_of_percents(known()),
        _ => 2,
    };
    let cells = values.iter().zip(&less).map(|(value, less)| Cell {
        text: value.map_or_else(
            || {
                let of_cost = unit == Unit::Dollars;
                let nothing = if of_cost { "not costed" } else { "not known" };
                nothing.to_owned()
            },
            |value| match unit {
                Unit::Dollars => alike::amount(currency, value, of_all),
                _ => text::percent_fixed(value, places),
            },
        ),
        small: less.map_or_else(String::new, |less| match unit {
            Unit::Dollars => alike::amount_signed(currency, less, of_all),
            _ => points(less),
        }),
    });
    cells.collect()
}

fn values(
    results: &Results,
    offers: &[&Offer],
    read: fn(&OfferFigures) -> Option<Decimal>,
) -> Vec<Option<Decimal>> {
    let value_of = |offer: &&Offer| results.of(&offer.id).and_then(|one| read(&one.figures));
    offers.iter().map(value_of).collect()
}

/// What each of the values is more or less than the first; nothing of the first itself and where they are equal.
fn differences(values: &[Option<Decimal>]) -> Vec<Option<Decimal>> {
    let base = values.first().copied().flatten();
    let less = values.iter().enumerate().map(|(index, value)| {
        let less = value.zip(base);
        let less = less.and_then(|(value, base)| value.checked_sub(base));
        less.filter(|less| index > 0 && !less.is_zero())
    });
    less.collect()
}

fn points(value: Decimal) -> String {
    let sign = if value > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{} points", words::points(value))
}

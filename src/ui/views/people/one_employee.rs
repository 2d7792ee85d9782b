//! One employee: cumulative pay under each offer, what delay and a strike cost.

mod looked_at;

use std::sync::Arc;

use eframe::egui::{Label, RichText, ScrollArea, Slider, Ui};
use rust_decimal::Decimal;

use crate::costing::Model;
use crate::costing::delay::delays_on;
use crate::costing::report::{CumulativeFigures, DelayFigures};
use crate::costing::results::OfferResults;
use crate::costing::strike::{StrikeFigures, of_days};
use crate::document::words;
use crate::figure::build::{self, MOST_DRAWN, without_small_groups};
use crate::figure::{FigureName, alike};
use crate::scenario::{Ratification, Scenario};
use crate::ui::state::{Actions, Context};
use crate::ui::views::picked;
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{chart, controls, theme};
use crate::units::{Currency, Date, MoneyUnit, text};

/// What the view remembers: the strike's days, and what it came to.
#[derive(Debug, Clone, Default)]
pub struct OneEmployee {
    days: i32,
    known: Option<(Arc<Scenario>, i32, Option<StrikeFigures>)>,
    late: Option<(Arc<Scenario>, Late)>,
}

/// Days of ratification, and what is lost by each under every offer, in the scenario's order.
#[derive(Debug, Clone, Default)]
struct Late {
    days: Vec<Date>,
    lost: Vec<Vec<DelayFigures>>,
}

pub fn show(own: &mut OneEmployee, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let tables = [cumulative(context), delay(own, context)];
    let part = picked::scenario(context);
    let figures = [FigureName::Employee, FigureName::Delay]
        .map(|name| build::figure(name, &part, &context.results, ""));
    let mut asked = None;
    let mut copied = None;
    ui.add_space(6.0);
    looked_at::show(ui, context, actions);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for (figure, table) in figures.iter().zip(&tables) {
            if let Some(what) = chart::show(ui, figure, 190.0) {
                asked = Some((figure.name, what));
            }
            copied = table.show(ui, 150.0, 150.0).or(copied.take());
        }
        ui.scope(|ui| {
            ui.set_max_width(560.0);
            strike_of_days(own, ui, context);
        });
        ui.add_space(8.0);
        let fte = context.scenario().employee.fte.get();
        let note = format!(
            "One employee of {} FTE, from the first day of the term. Earned is what the terms give; paid follows ratification; lump sums stand beside both. Small figures: the difference from A.",
            text::plain(fte)
        );
        ui.add(Label::new(RichText::new(note).size(12.5).color(palette.soft)));
    });
    if let Some(cells) = copied {
        // What one of a few is paid is shared with nobody.
        let private = without_small_groups(context.scenario()).1;
        let private = private || picked::offers(context).iter().any(|offer| !offer.shared);
        actions.copy_table(cells, private);
    }
    if let Some((name, what)) = asked {
        actions.copy_figure(name, what);
    }
}

fn money(currency: &Currency, value: Option<Decimal>) -> String {
    value.map_or_else(|| "not costed".to_owned(), |value| currency.exact(value))
}

/// The offers of the tables: A, B and the one worked on first, or those that were picked.
fn shown(context: &Context) -> Vec<&OfferResults> {
    let offers = picked::offers(context).into_iter();
    let known = offers.filter_map(|offer| context.results.of(&offer.id));
    known.take(MOST_DRAWN).collect()
}

/// What one employee has by the date of a place in the list.
fn at(offer: &OfferResults, index: usize) -> Option<&CumulativeFigures> {
    offer.figures.employee.cumulative.get(index)
}

/// A figure of each offer, and its difference from A's.
fn cells(
    currency: &Currency,
    shown: &[&OfferResults],
    base: Option<&OfferResults>,
    read: impl Fn(&OfferResults) -> Option<Decimal>,
) -> Vec<Cell> {
    let base = base.and_then(&read);
    let cells = shown.iter().map(|offer| {
        let value = read(offer);
        let less = value
            .zip(base)
            .and_then(|(value, base)| value.checked_sub(base))
            .filter(|less| !less.is_zero());
        Cell {
            text: money(currency, value),
            // As close as what stands above it.
            small: less.map_or_else(String::new, |value| {
                alike::amount_signed(currency, value, (MoneyUnit::One, 2))
            }),
        }
    });
    cells.collect()
}

fn cumulative(context: &Context) -> Table {
    let currency = &context.scenario().currency;
    let scenario = context.scenario();
    let shown = shown(context);
    let base = scenario.a.as_ref().and_then(|a| context.results.of(a));
    let dates = shown.first().map_or(Vec::new(), |offer| {
        offer
            .figures
            .employee
            .cumulative
            .iter()
            .map(|one| one.date)
            .collect()
    });
    let rows = dates.iter().enumerate().flat_map(|(index, date)| {
        let earned = cells(currency, &shown, base, |offer| at(offer, index)?.earned);
        let paid = cells(currency, &shown, base, |offer| at(offer, index)?.paid);
        let with_lumps = cells(currency, &shown, base, |offer| {
            let one = at(offer, index)?;
            one.paid?.checked_add(one.lump_sums?)
        });
        let lump = |offer: &&OfferResults| at(offer, index)?.lump_sums;
        let lumps: Vec<Option<Decimal>> = shown.iter().map(lump).collect();
        let same = earned
            .iter()
            .zip(&paid)
            .all(|(earned, paid)| earned.text == paid.text);
        let by = words::date(*date);
        let mut rows = vec![(format!("Earned by {by}"), earned)];
        if !same {
            rows.push((format!("Paid by {by}"), paid));
        }
        if lumps
            .iter()
            .any(|lump| lump.is_some_and(|lump| !lump.is_zero()))
        {
            let cell = |value: &Option<Decimal>| Cell::from(money(currency, *value));
            rows.push((
                format!("Lump sums by {by}"),
                lumps.iter().map(cell).collect(),
            ));
            rows.push((format!("With lump sums by {by}"), with_lumps));
        }
        rows
    });
    Table {
        title: "Cumulative pay of one employee".to_owned(),
        heads: shown
            .iter()
            .map(|offer| (offer.figures.name.clone(), None))
            .collect(),
        rows: rows.collect(),
    }
}

/// What is lost by some months of the first year, by each year to the last day compared, and by the day an
/// offer is ratified on.
fn late<'o>(own: &'o mut OneEmployee, context: &Context) -> &'o Late {
    let scenario = context.document().snapshot();
    let kept = own.late.as_ref();
    if !kept.is_some_and(|(of, _)| Arc::ptr_eq(of, &scenario)) {
        let first = scenario.term.first_day;
        let end = context.results.horizon.plus_days(1);
        let months = [1, 2, 3, 6, 9].into_iter();
        let months = months.chain((1..=200).map(|year| year * 12));
        let own_days =
            scenario
                .offers
                .iter()
                .filter_map(|offer| match scenario.ratification_of(offer) {
                    Ratification::On(day) => Some(day),
                    Ratification::OnTime => None,
                });
        let mut days: Vec<Date> = months
            .map(|month| first.plus_months(month))
            .take_while(|day| *day < end)
            .chain(own_days.filter(|day| *day > first))
            .chain([end])
            .collect();
        days.sort_unstable();
        days.dedup();
        let lost = delays_on(&scenario, &days).unwrap_or_default();
        own.late = Some((scenario.clone(), Late { days, lost }));
    }
    let kept = own.late.get_or_insert_with(|| (scenario, Late::default()));
    &kept.1
}

fn delay(own: &mut OneEmployee, context: &Context) -> Table {
    let currency = &context.scenario().currency;
    let offers = shown(context);
    let scenario = context.scenario();
    let late = late(own, context);
    let of = |offer: &OfferResults| {
        let all = scenario.offers.iter();
        let at = all.enumerate().find(|(_, one)| one.id == offer.figures.id);
        at.and_then(|(at, _)| late.lost.get(at))
    };
    let days = late.days.iter().enumerate().map(|(index, day)| {
        let cells = offers.iter().map(|offer| {
            let lost = of(offer).and_then(|all| all.get(index)?.lost_per_fte);
            Cell::from(money(currency, lost))
        });
        (format!("Ratified {}", words::date(*day)), cells.collect())
    });
    let mut rows: Vec<(String, Vec<Cell>)> = days.collect();
    if offers.iter().any(|offer| offer.figures.arrears.is_some()) {
        let cells = offers.iter().map(|offer| {
            let arrears = offer.figures.arrears.as_ref();
            Cell::from(
                arrears.map_or_else(|| "none".to_owned(), |one| money(currency, one.per_fte)),
            )
        });
        rows.push(("Arrears, if retroactive".to_owned(), cells.collect()));
    }
    Table {
        title: "Lost per full-time employee when ratified late and not retroactive".to_owned(),
        heads: offers
            .iter()
            .map(|offer| (offer.figures.name.clone(), None))
            .collect(),
        rows,
    }
}

fn strike_of_days(own: &mut OneEmployee, ui: &mut Ui, context: &Context) {
    let currency = &context.scenario().currency;
    controls::section(ui, "A strike for B rather than A, from the first day");
    let slider = ui.add(Slider::new(&mut own.days, 0..=120).text("days on strike"));
    controls::focus_ring(ui, &slider, slider.rect);
    let scenario = context.document().snapshot();
    let days = own.days;
    let kept = own
        .known
        .as_ref()
        .filter(|(of, on_strike, _)| Arc::ptr_eq(of, &scenario) && *on_strike == days);
    let found = match kept {
        Some((_, _, strike)) => strike.clone(),
        None => {
            let model = Model::new(&scenario).ok();
            let found = model.and_then(|model| of_days(&model, days).ok().flatten());
            own.known = Some((scenario, days, found.clone()));
            found
        }
    };
    let Some(found) = found else {
        ui.label("Not costed: pay is unknown, or A or B is missing.");
        return;
    };
    controls::figure_row(ui, "Pay lost", &currency.exact(found.loss));
    let made_up = match (found.made_up.date, found.made_up.days) {
        _ if days == 0 => "\u{2013}".to_owned(),
        (Some(day), Some(days)) => {
            let days = crate::units::text::counted(days, "day");
            format!("{}, {days} after the strike", words::date(day))
        }
        _ => "not within the term".to_owned(),
    };
    controls::figure_row(ui, "Made up by the terms of B", &made_up);
}

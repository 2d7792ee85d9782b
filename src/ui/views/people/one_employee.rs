//! One employee: cumulative pay under each offer, what delay and a strike cost.

mod looked_at;

use std::sync::Arc;

use eframe::egui::{Label, RichText, ScrollArea, Slider, Ui};
use rust_decimal::Decimal;

use crate::costing::Model;
use crate::costing::strike::{StrikeFigures, of_days};
use crate::document::words;
use crate::figure::{FigureName, build};
use crate::scenario::Scenario;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::names::drawing_order;
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{chart, controls, theme};
use crate::units::text;

/// What the view remembers: the strike's days, and what it came to.
#[derive(Debug, Clone, Default)]
pub struct OneEmployee {
    looked: looked_at::LookedAt,
    days: i32,
    known: Option<(Arc<Scenario>, i32, Option<StrikeFigures>)>,
}

/// Paints the view.
pub fn show(own: &mut OneEmployee, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let tables = [cumulative(context), delay(context)];
    let scenario = context.scenario();
    let figures = [FigureName::Employee, FigureName::Delay]
        .map(|name| build::figure(name, scenario, &context.results, ""));
    let mut asked = None;
    let mut copied = false;
    ui.add_space(6.0);
    looked_at::show(&mut own.looked, ui, context, actions);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for (figure, table) in figures.iter().zip(&tables) {
            if let Some(what) = chart::show(ui, figure, 190.0) {
                asked = Some((figure.name, what));
            }
            copied |= table.show(ui, 150.0, 150.0);
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
    if copied {
        actions.tell("Copied the table as cells");
    }
    if let Some((name, what)) = asked {
        actions.copy_figure(name, what);
    }
}

fn money(value: Option<Decimal>) -> String {
    value.map_or_else(|| "not costed".to_owned(), text::dollars)
}

fn cumulative(context: &Context) -> Table {
    let scenario = context.scenario();
    let shown: Vec<_> = scenario
        .offers
        .iter()
        .filter_map(|offer| context.results.of(&offer.id))
        .take(4)
        .collect();
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
        let cells = |paid: bool| -> Vec<Cell> {
            shown
                .iter()
                .map(|offer| {
                    let read = |offer: &crate::costing::results::OfferResults| {
                        let one = offer.figures.employee.cumulative.get(index)?;
                        if paid { one.paid } else { one.earned }
                    };
                    let value = read(offer);
                    let less = value
                        .zip(base.and_then(read))
                        .and_then(|(value, base)| value.checked_sub(base));
                    Cell {
                        text: money(value),
                        small: less
                            .filter(|less| !less.is_zero())
                            .map_or_else(String::new, words::dollars_signed),
                    }
                })
                .collect()
        };
        let (earned, paid) = (cells(false), cells(true));
        let lump = |offer: &&crate::costing::results::OfferResults| {
            let one = offer.figures.employee.cumulative.get(index)?;
            one.lump_sums
        };
        let lumps: Vec<Option<Decimal>> = shown.iter().map(lump).collect();
        let with_lumps = |index: usize| -> Vec<Cell> {
            let read = |offer: &crate::costing::results::OfferResults| {
                let one = offer.figures.employee.cumulative.get(index)?;
                one.paid?.checked_add(one.lump_sums?)
            };
            let cells = shown.iter().map(|offer| {
                let value = read(offer);
                let less = value
                    .zip(base.and_then(read))
                    .and_then(|(value, base)| value.checked_sub(base));
                Cell {
                    text: money(value),
                    small: less
                        .filter(|less| !less.is_zero())
                        .map_or_else(String::new, words::dollars_signed),
                }
            });
            cells.collect()
        };
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
            let cell = |value: &Option<Decimal>| Cell::from(money(*value));
            rows.push((
                format!("Lump sums by {by}"),
                lumps.iter().map(cell).collect(),
            ));
            rows.push((format!("With lump sums by {by}"), with_lumps(index)));
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

fn delay(context: &Context) -> Table {
    let offers: Vec<_> = drawing_order(context.scenario())
        .into_iter()
        .filter_map(|offer| context.results.of(&offer.id))
        .take(4)
        .collect();
    let days: Vec<_> = offers.first().map_or(Vec::new(), |offer| {
        offer.figures.delay.iter().map(|one| one.ratified).collect()
    });
    let rows = days
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(index, _)| [1, 2, 3, 5, 8, 11].contains(index))
        .map(|(index, day)| {
            let cells = offers.iter().map(|offer| {
                let lost = offer
                    .figures
                    .delay
                    .get(index)
                    .and_then(|one| one.lost_per_fte);
                Cell::from(money(lost))
            });
            (format!("Ratified {}", words::date(*day)), cells.collect())
        });
    Table {
        title: "Lost per full-time employee when ratified late and not retroactive".to_owned(),
        heads: offers
            .iter()
            .map(|offer| (offer.figures.name.clone(), None))
            .collect(),
        rows: rows.collect(),
    }
}

fn strike_of_days(own: &mut OneEmployee, ui: &mut Ui, context: &Context) {
    controls::section(ui, "A strike for B rather than A, from the first day");
    ui.add(Slider::new(&mut own.days, 0..=120).text("days on strike"));
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
    controls::figure_row(ui, "Pay lost", &text::dollars(found.loss));
    let made_up = match (found.made_up.date, found.made_up.days) {
        _ if days == 0 => "\u{2013}".to_owned(),
        (Some(day), Some(days)) => format!("{}, {days} days after the strike", words::date(day)),
        _ => "not within the term".to_owned(),
    };
    controls::figure_row(ui, "Made up by the terms of B", &made_up);
}

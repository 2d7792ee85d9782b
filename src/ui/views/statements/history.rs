//! The history of offers: what each side passed when, what each move conceded, what followed; and its replay,
//! with the timeline of the offers on the table at each move.

use eframe::egui::{
    Button, EventFilter, Id, Key, Modifiers, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, vec2,
};

use rust_decimal::Decimal;

use super::{Statements, claim_words, claims, steps};
use crate::costing::report::OfferFigures;
use crate::document::words as day_words;
use crate::explore::history::{Move, Told, days_without_movement, history};
use crate::figure::{FigureName, alike, build, passed};
use crate::scenario::{OfferId, Party, Scenario};
use crate::ui::state::{Actions, Context, Look};
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{chart, controls, theme};
use crate::units::Currency;

/// The offers passed, in their order.
#[must_use]
pub fn moves(context: &Context, told: Told) -> Vec<Move> {
    let results = context.results.offers.iter();
    let figures: Vec<OfferFigures> = results
        .filter(|one| {
            let offer = context.offer(&one.figures.id);
            offer.is_some_and(|offer| offer.status.moment().is_some())
        })
        .map(|one| one.figures.as_ref().clone())
        .collect();
    history(context.scenario(), &figures, told)
}

/// The figure told, and the replay.
pub fn tools(own: &mut Statements, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let all = [(Told::Cost, "Cost"), (Told::EndRate, "End rate")];
    if let Some(told) = controls::segmented(ui, "Told in", &all, own.told) {
        own.told = told;
    }
    let count = moves(context, own.told).len();
    if count == 0 {
        return;
    }
    ui.add_space(8.0);
    let Some(shown) = own.replayed else {
        let button = ui.add(Button::new("Replay the history").min_size(vec2(0.0, 28.0)));
        if button
            .on_hover_text("Move by move, by Left and Right")
            .clicked()
        {
            actions.look(Look::Replay(true));
        }
        return;
    };
    let shown = shown.min(count);
    if ui
        .add_enabled(shown > 1, Button::new("Back").min_size(vec2(0.0, 28.0)))
        .clicked()
    {
        own.replayed = Some(shown - 1);
    }
    let forward = Button::new("Forward").min_size(vec2(0.0, 28.0));
    if ui.add_enabled(shown < count, forward).clicked() {
        own.replayed = Some(shown + 1);
    }
    if ui
        .add(Button::new("End the replay").min_size(vec2(0.0, 28.0)))
        .clicked()
    {
        actions.look(Look::Replay(false));
    }
}

pub fn show(own: &mut Statements, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let moves = moves(context, own.told);
    if moves.is_empty() {
        nothing_passed(ui, context);
        return;
    }
    keys(own, ui, moves.len());
    let shown = own
        .replayed
        .map_or(moves.len(), |shown| shown.min(moves.len()));
    let replaying = own.replayed.is_some();
    let mut copied = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let height = if replaying { 240.0 } else { 320.0 };
        picture(own, ui, context, (&moves, shown), height);
        if replaying {
            now(ui, context, &moves, shown, own.told);
            timeline(ui, context, moves.get(..shown).unwrap_or_default(), actions);
        } else {
            since(ui, context, &moves);
        }
        let visible = moves.get(..shown).unwrap_or(&moves);
        copied = table(context, visible, own.told).show(ui, 210.0, 170.0);
        ui.add_space(6.0);
        let soft = theme::palette(ui).soft;
        let note = "A move follows another in time; nothing here says that it answers it. What a move changed is the figure of a side\u{2019}s offer less that of its own offer before.";
        let doubts = passed::in_doubt(context.scenario(), visible);
        for words in std::iter::once(note).chain(doubts.iter().map(String::as_str)) {
            let words = RichText::new(words).size(12.5).color(soft);
            ui.add(eframe::egui::Label::new(words).wrap());
        }
        ui.add_space(12.0);
    });
    if let Some(cells) = copied {
        let of = moves.iter().filter_map(|one| context.offer(&one.offer));
        actions.copy_table_of(cells, of);
    }
}

pub fn nothing_passed(ui: &mut Ui, context: &Context) {
    let words = if context.is_presenting() {
        "No offer that was passed is shared."
    } else {
        "No offer was passed yet. Mark an offer as passed, with its day, in its menu in the offers panel: it stands here then."
    };
    ui.add_space(16.0);
    let soft = theme::palette(ui).soft;
    ui.add(eframe::egui::Label::new(RichText::new(words).color(soft)).wrap());
}

/// The stop of the keyboard while the history is replayed.
fn stop() -> Id {
    Id::unique("replay of the history")
}

/// Left and Right step through the moves, Home and End go to the first and the last, whatever has no
/// use of its own for them.
fn keys(own: &mut Statements, ui: &Ui, count: usize) {
    let Some(shown) = own.replayed else { return };
    let (idle, under_a_dialog) = ui.memory(|memory| {
        let focused = memory.focused();
        let idle = focused.is_none() || focused == Some(stop());
        (idle, memory.top_modal_layer().is_some())
    });
    if !idle || under_a_dialog {
        return;
    }
    let shown = ui.input_mut(|input| {
        let mut shown = shown.min(count);
        let on = input.count_and_consume_key(Modifiers::NONE, Key::ArrowRight);
        let back = input.count_and_consume_key(Modifiers::NONE, Key::ArrowLeft);
        shown = shown.saturating_add(on).min(count);
        shown = shown.saturating_sub(back).max(1);
        if input.consume_key(Modifiers::NONE, Key::Home) {
            shown = 1;
        }
        if input.consume_key(Modifiers::NONE, Key::End) {
            shown = count;
        }
        shown
    });
    own.replayed = Some(shown);
}

fn picture(
    own: &mut Statements,
    ui: &mut Ui,
    context: &Context,
    (moves, shown): (&[Move], usize),
    height: f32,
) {
    let palette = theme::palette(ui);
    let size = vec2(ui.available_width() - 12.0, height);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let replaying = own.replayed.is_some();
    let sense = if replaying {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, stop(), sense);
    if replaying && (std::mem::take(&mut own.takes_keys) || response.clicked()) {
        response.request_focus();
    }
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    let visible = moves.get(..shown).unwrap_or(moves);
    let told = own.told;
    response.widget_info(|| {
        let spoken = steps::spoken(context, visible, told);
        if replaying {
            let label = format!(
                "Replay of the history, move {shown} of {}: {spoken}",
                moves.len()
            );
            WidgetInfo::labeled(Role::Slider, true, label)
        } else {
            WidgetInfo::labeled(Role::Figure, true, format!("History of offers: {spoken}"))
        }
    });
    ui.painter().rect_filled(rect, 6.0, palette.card);
    let stroke = Stroke::new(1.0, palette.outline);
    ui.painter()
        .rect_stroke(rect, 6.0, stroke, eframe::egui::StrokeKind::Inside);
    steps::paint(
        ui,
        rect.shrink2(vec2(12.0, 8.0)),
        context,
        (moves, shown),
        told,
    );
    controls::focus_ring(ui, &response, rect.shrink(3.0));
}

/// What the last move shown is.
fn now(ui: &mut Ui, context: &Context, moves: &[Move], shown: usize, told: Told) {
    let Some(one) = shown.checked_sub(1).and_then(|at| moves.get(at)) else {
        return;
    };
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let palette = theme::palette(ui);
        let head = format!("Move {shown} of {}", moves.len());
        ui.label(theme::strong(head, 14.0));
        let role = claims::role_of_side(context, one.side);
        let name = format!(
            "{}, {}",
            context.name_of(&one.offer),
            day_words::date(one.on.on)
        );
        ui.label(RichText::new(name).color(palette.text(role)));
        let mut parts = Vec::new();
        parts.extend(
            one.figure
                .map(|value| steps::figure(told, value, &context.scenario().currency)),
        );
        parts.push(moved(one, told, &context.scenario().currency));
        ui.label(RichText::new(parts.join(" \u{b7} ")).color(palette.soft));
    });
}

/// What a move changed, neither way taken for the right one.
pub fn moved(one: &Move, told: Told, currency: &Currency) -> String {
    match one.conceded {
        Some(conceded) if conceded.is_zero() => "no change".to_owned(),
        Some(conceded) => steps::change(told, conceded, currency),
        None if one.figure.is_none() => "not costed".to_owned(),
        None => "the first known".to_owned(),
    }
}

/// The raises on the table at a move: the latest offer of each side.
fn timeline(ui: &mut Ui, context: &Context, moves: &[Move], actions: &mut Actions) {
    let part = on_the_table(context.scenario(), moves);
    let figure = build::figure(FigureName::Timeline, &part, &context.results, "");
    let mut asked = None;
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() - 34.0);
        asked = chart::show(ui, &figure, 190.0);
    });
    if let Some(what) = asked {
        actions.copy_figure(FigureName::Timeline, what);
    }
}

/// The scenario with the latest offer of each side alone, the employer's as A.
fn on_the_table(scenario: &Scenario, moves: &[Move]) -> Scenario {
    let latest = |side: Party| -> Option<OfferId> {
        let own = moves.iter().rev().find(|one| one.side == side);
        own.map(|one| one.offer.clone())
    };
    let (employer, union) = (latest(Party::Employer), latest(Party::Union));
    let kept: Vec<OfferId> = [&employer, &union].into_iter().flatten().cloned().collect();
    let neutral = latest(Party::Neutral);
    let kept = kept.into_iter().chain(neutral).collect::<Vec<_>>();
    let mut part = scenario.clone();
    part.offers.retain(|offer| kept.contains(&offer.id));
    (part.a, part.b, part.counter) = (employer, union, None);
    part
}

/// How long nothing has moved.
pub fn since(ui: &mut Ui, context: &Context, moves: &[Move]) {
    let Some(days) = days_without_movement(moves, context.today()) else {
        return;
    };
    let soft = theme::palette(ui).soft;
    ui.add_space(4.0);
    let words = match days {
        0 => "moved today".to_owned(),
        1 => "1 day without a move".to_owned(),
        days => format!("{days} days without a move"),
    };
    ui.label(RichText::new(words).size(13.0).color(soft));
}

/// Every move with what it changed and what followed.
fn table(context: &Context, moves: &[Move], told: Told) -> Table {
    let heads = [
        "Passed",
        told_name(told),
        "Moved by",
        "Days since the move before",
        "Between the sides",
        "The other side\u{2019}s next move",
    ];
    let currency = &context.scenario().currency;
    // A column of costs has one unit; rates have equal decimals as they are.
    let column =
        |read: fn(&Move) -> Option<Decimal>| alike::unit_of_column(moves.iter().filter_map(read));
    let (costs, apart) = (column(|one| one.figure), column(|one| one.distance));
    let figure = |value: Decimal| match told {
        Told::Cost => alike::amount(currency, value, costs),
        Told::EndRate => steps::figure(told, value, currency),
    };
    let distance = |value: Decimal| match told {
        Told::Cost => alike::amount(currency, value, apart),
        Told::EndRate => distance_words(told, value, currency),
    };
    let rows = moves.iter().map(|one| {
        let next = one.next_of_other.and_then(|at| moves.get(at));
        let next = next.map_or_else(
            || claim_words::NOTHING.to_owned(),
            |next| {
                format!(
                    "{}, {}",
                    context.name_of(&next.offer),
                    day_words::date(next.on.on)
                )
            },
        );
        let day = match &one.on.at {
            Some(time) => format!("{} {time}", day_words::date(one.on.on)),
            None => day_words::date(one.on.on),
        };
        let cells = vec![
            if one.agreed {
                format!("{day}, agreed")
            } else {
                day
            },
            one.figure.map_or_else(|| "not costed".to_owned(), figure),
            moved(one, told, &context.scenario().currency),
            one.days_since
                .map_or_else(|| claim_words::NOTHING.to_owned(), |days| days.to_string()),
            one.distance
                .map_or_else(|| claim_words::NOTHING.to_owned(), distance),
            next,
        ];
        let name = format!(
            "{} ({})",
            context.name_of(&one.offer),
            claim_words::side(one.side).to_lowercase()
        );
        (name, cells.into_iter().map(Cell::from).collect())
    });
    Table {
        title: "Moves in their order".to_owned(),
        heads: heads.map(|head| (head.to_owned(), None)).to_vec(),
        rows: rows.collect(),
    }
}

fn told_name(told: Told) -> &'static str {
    match told {
        Told::Cost => "Cost over the term",
        Told::EndRate => "End rate",
    }
}

fn distance_words(told: Told, distance: rust_decimal::Decimal, currency: &Currency) -> String {
    match told {
        Told::Cost => currency.short(distance),
        Told::EndRate => format!("{} points", crate::units::text::points(distance)),
    }
}

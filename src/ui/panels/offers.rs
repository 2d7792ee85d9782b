//! The offers' cards, and the buttons that start a counter.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{
    self, Align, Align2, Id, Layout, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::costs::unit_of_costs;
use super::waiting;
use crate::document::{Command, Detail, Slot, words};
use crate::figure::alike;
use crate::scenario::{Offer, OfferId, Party, Status};
use crate::ui::state::{Actions, Ask, Context, Copied, Disk, Edit, Look};
use crate::ui::widgets::names::{self, is_open, role_of, standing};
use crate::ui::widgets::{controls, theme};

pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    controls::section(ui, "Offers");
    let scenario = context.scenario();
    // A, B and the edited one first, as people look for them; what came before folds into rows.
    let (shown, older): (Vec<&Offer>, Vec<&Offer>) = scenario
        .offers
        .iter()
        .partition(|offer| role_of(scenario, &offer.id) != theme::Role::Other);
    let place = |offer: &&Offer| match role_of(scenario, &offer.id) {
        theme::Role::A => 0,
        theme::Role::B => 1,
        _ => 2,
    };
    let mut shown = shown;
    shown.sort_by_key(place);
    for offer in shown {
        card(ui, context, actions, offer);
        ui.add_space(6.0);
    }
    for offer in older {
        row(ui, context, actions, offer);
    }
    starts(ui, context, actions);
    controls::section(ui, "We are");
    let sides = [
        (Party::Union, "Union"),
        (Party::Employer, "Employer"),
        (Party::Neutral, "Neutral"),
    ];
    let now = context.scenario().we_are;
    if let Some(side) = controls::segmented(ui, "We are", &sides, now) {
        actions.apply(Command::WeAre(side));
    }
    let drafts = match now {
        Party::Neutral => "New drafts belong to neither side. Offers keep theirs.",
        Party::Union | Party::Employer => "New drafts are ours. Offers here keep their side.",
    };
    let color = theme::palette(ui).soft;
    ui.label(RichText::new(drafts).size(12.5).color(color));
}

fn card(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let role = role_of(scenario, &offer.id);
    let edited = scenario.counter.as_ref() == Some(&offer.id);
    let open = is_open(scenario, offer);
    let standing = standing(scenario, offer);
    let mut frame = controls::card(&palette);
    if edited {
        // The thicker line takes its room from the margin, so that all cards hold their figures alike.
        frame = frame.stroke(Stroke::new(2.0, palette.mark(theme::Role::Edited)));
        frame.inner_margin -= 1;
    }
    let contents = |ui: &mut Ui| {
        // A click on its words is a click on the card.
        ui.style_mut().interaction.selectable_labels = false;
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            controls::offer_mark(ui, offer.side, palette.mark(role), open);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                what_to_do(ui, context, actions, offer);
                // What was passed can't be edited.
                if edited && !offer.status.is_locked() {
                    controls::badge(ui, "editing");
                }
                match role {
                    theme::Role::A if scenario.a.is_some() => drop(controls::badge(ui, "A")),
                    theme::Role::B => drop(controls::badge(ui, "B")),
                    _ => {}
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    names::label(ui, scenario, offer);
                });
            });
        });
        ui.label(RichText::new(standing).size(12.5).color(palette.soft));
        counted(ui, context, actions, offer);
        ui.add_space(4.0);
        figures(ui, context, offer);
    };
    // The card senses clicks beneath what stands on it, or it would take those on its buttons. From the
    // keyboard its menu shows the details.
    let id = Id::unique(("offer card", offer.id.0.as_str()));
    let ground = UiBuilder::new().scope_id(id).sense(Sense::CLICK);
    let card = ui.scope_builder(ground, |ui| frame.show(ui, contents));
    let response = card.response;
    let label = format!("Details of {}", offer.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    if response.clicked() {
        take_up(actions, offer, edited);
    }
    response.context_menu(|ui| menu(ui, context, actions, offer));
}

/// Whether all its terms are counted; else what it is without, which lists what each waits for.
fn counted(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let soft = theme::palette(ui).soft;
    let words = waiting::counted(offer);
    let text = RichText::new(&words).size(12.5);
    if offer.clauses.iter().all(|clause| clause.counted) {
        ui.label(text.color(soft));
        return;
    }
    let button = egui::Button::new(text.underline()).frame(false);
    let config =
        MenuConfig::default().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let menu = MenuButton::from_button(button).config(config);
    let (response, _) = menu.ui(ui, |ui| {
        ui.set_width(280.0);
        egui::ScrollArea::vertical()
            .max_height(360.0)
            .show(ui, |ui| waiting::of_offer(ui, context, actions, offer));
    });
    let label = format!("{}: {words}. What is left out?", offer.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    controls::focus_ring(ui, &response, response.rect);
}

/// An offer that is neither compared nor worked on, in a row.
fn row(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let currency = &context.scenario().currency;
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let cost = context
        .results
        .of(&offer.id)
        .and_then(|one| one.figures.cost);
    let cost = cost.map_or_else(
        || "not costed".to_owned(),
        |value| alike::amount(currency, value, unit_of_costs(context)),
    );
    let inner = ui.horizontal(|ui| {
        let color = palette.mark(role_of(scenario, &offer.id));
        controls::offer_mark(ui, offer.side, color, false);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            what_to_do(ui, context, actions, offer);
            ui.label(RichText::new(&cost).size(13.0).color(palette.soft));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x;
                let (font, ink) = (theme::regular(13.5), palette.ink);
                let name = names::of_offer(ui, scenario, &offer.id, (&font, ink), room);
                let cut = name.text() != offer.name;
                let response = ui.add(egui::Button::new(name).frame_when_inactive(false));
                let label = format!("Details of {}", offer.name);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
                let standing = standing(scenario, offer);
                response.on_hover_text(if cut {
                    format!("{}\n{standing}", offer.name)
                } else {
                    standing
                })
            })
            .inner
        })
        .inner
    });
    let response = inner.inner;
    if response.clicked() {
        take_up(actions, offer, false);
    }
    response.context_menu(|ui| menu(ui, context, actions, offer));
    controls::rule(ui);
}

/// What a click on an offer does: its details are shown, and it is worked on; a locked one is looked at only.
fn take_up(actions: &mut Actions, offer: &Offer, edited: bool) {
    if !edited && !offer.status.is_locked() {
        actions.apply(Command::WorkOn(Some(offer.id.clone())));
    }
    actions.look(Look::Offer(offer.id.clone()));
}

/// How high a name with its figure is, in points.
const FIGURES: f32 = 36.0;

fn figures(ui: &mut Ui, context: &Context, offer: &Offer) {
    let currency = &context.scenario().currency;
    let palette = theme::palette(ui);
    let Some(figures) = context.results.of(&offer.id).map(|offer| &offer.figures) else {
        return;
    };
    let none = || "not costed".to_owned();
    let unit = unit_of_costs(context);
    let years = figures.years.len();
    let narrow = ui.available_width() < 184.0;
    let cost_name = if narrow {
        "cost".to_owned()
    } else {
        format!("{years}-year cost")
    };
    let shares = if narrow {
        [0.0, 0.28, 0.73]
    } else {
        [0.0, 0.29, 0.67]
    };
    let cells = [
        (
            "sum".to_owned(),
            figures.simple_sum.map_or_else(none, |sum| {
                // Raises in dollars stand beside the percents.
                let more = if figures.simple_sum_is_partial {
                    "+"
                } else {
                    ""
                };
                format!("{}{more}", words::percent(sum))
            }),
        ),
        (
            "compounded".to_owned(),
            figures.compounded.map_or_else(none, words::percent_two),
        ),
        (
            cost_name,
            figures
                .cost
                .map_or_else(none, |value| alike::amount(currency, value, unit)),
        ),
    ];
    let width = ui.available_width();
    let painter = ui.painter().clone();
    // A figure wider than its share moves the ones after it; all shrink where they would leave the card, and at
    // last the cost stands below the others.
    let wide = |text: &str, size: f32| {
        let font = theme::semibold(size);
        let galley = painter.layout_no_wrap(text.to_owned(), font, palette.ink);
        galley.size().x
    };
    let lefts = |size: f32| {
        let mut free = 0.0_f32;
        cells
            .each_ref()
            .map(|(name, value)| wide(value, size).max(wide(name, size - 1.5)))
            .into_iter()
            .zip(shares)
            .map(|(wide, share)| {
                let left = free.max(width * share);
                free = left + wide + 6.0;
                (left, left + wide)
            })
            .collect::<Vec<(f32, f32)>>()
    };
    let in_one_line = [14.0, 13.0, 12.0, 11.0]
        .into_iter()
        .find(|size| lefts(*size).last().is_none_or(|(_, end)| *end <= width));
    let size = in_one_line.unwrap_or(13.0);
    let mut places: Vec<(f32, f32)> = lefts(size)
        .into_iter()
        .map(|(left, _)| (left, 0.0))
        .collect();
    let mut height = FIGURES;
    if in_one_line.is_none()
        && let Some(last) = places.last_mut()
    {
        *last = (0.0, FIGURES + 4.0);
        height = 2.0 * FIGURES + 4.0;
    }
    let (row, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let spoken = cells
        .each_ref()
        .map(|(name, value)| format!("{name} {value}"));
    let label = format!("{}: {}", offer.name, spoken.join(", "));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &label));
    let painter = ui.painter().with_clip_rect(row.intersect(ui.clip_rect()));
    for ((name, value), (left, down)) in cells.iter().zip(places) {
        let at = pos2(row.left() + left, row.top() + down);
        painter.text(
            at,
            Align2::LEFT_TOP,
            name,
            theme::regular(size - 1.5),
            palette.soft,
        );
        let below = pos2(at.x, at.y + FIGURES);
        painter.text(
            below,
            Align2::LEFT_BOTTOM,
            value,
            theme::semibold(size),
            palette.ink,
        );
    }
    for missing in &figures.not_costed {
        ui.label(
            RichText::new(words::not_costed(missing))
                .size(12.0)
                .color(palette.soft),
        );
    }
}

/// What can be done with an offer, behind three dots.
fn what_to_do(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let button = egui::Button::new("\u{2026}").frame(false);
    let (response, _) =
        MenuButton::from_button(button).ui(ui, |ui| menu(ui, context, actions, offer));
    let label = format!("Actions for {}", offer.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    controls::focus_ring(ui, &response, response.rect);
}

/// The same as a menu, also where an offer's card is clicked with the other button.
fn menu(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let id = offer.id.clone();
    ui.set_min_width(200.0);
    let item = |ui: &mut Ui, name: &str| {
        let clicked = ui.button(name).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    if item(ui, "Compare as A") {
        actions.apply(Command::Compare(Slot::A, id.clone()));
    }
    if item(ui, "Compare as B") {
        actions.apply(Command::Compare(Slot::B, id.clone()));
    }
    if item(ui, "Work on this offer") {
        actions.apply(Command::WorkOn(Some(id.clone())));
    }
    if item(ui, "Start a counter from this offer") {
        actions.edit(Edit::StartCounter {
            from: id.clone(),
            then: None,
        });
    }
    if !offer.status.is_locked() && item(ui, "Add a term\u{2026}") {
        actions.ask(Ask::AddTerm(id.clone()));
    }
    if item(ui, "Show the details") {
        actions.look(Look::Offer(id.clone()));
    }
    ui.separator();
    if item(ui, "Rename\u{2026}") {
        actions.ask(Ask::Rename(id.clone()));
    }
    let share = if offer.shared {
        "Keep private"
    } else {
        "Share with the other side"
    };
    if item(ui, share) {
        actions.apply(Command::Share(id.clone(), !offer.shared));
    }
    if offer.status.is_locked() {
        if item(ui, "Back to draft\u{2026}") {
            actions.edit(Edit::SetStatus(id.clone(), Status::Draft));
        }
    } else {
        let retroactive = context.scenario().is_retroactive(offer);
        let change = if retroactive {
            "Pay raises from ratification on"
        } else {
            "Pay raises retroactively"
        };
        if item(ui, change) {
            let own = Detail::Retroactive(Some(!retroactive));
            actions.apply(Command::Detail(id.clone(), own));
        }
        // The other side has what was passed to it.
        let pass = if offer.shared {
            "Mark as passed"
        } else {
            "Mark as passed and share it"
        };
        if item(ui, pass) {
            let moment = crate::scenario::offer::Moment {
                on: context.today(),
                at: None,
            };
            actions.apply(Command::SetStatus(id.clone(), Status::Passed(moment)));
            actions.look(Look::Offer(id.clone()));
        }
    }
    ui.separator();
    if item(ui, "Copy the term sheet") {
        actions.copy(Copied::TermSheet(id.clone()));
    }
    if item(ui, "Save the term sheet as\u{2026}") {
        actions.disk(Disk::SaveTermSheet(id.clone()));
    }
    if item(ui, "Remove this offer") {
        actions.apply(Command::RemoveOffer(id.clone()));
    }
}

fn starts(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.scenario();
    let (a, b): (Option<OfferId>, Option<OfferId>) = (scenario.a.clone(), scenario.b.clone());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        // In a narrow panel the three move closer before one of them goes to the next line.
        if ui.available_width() < 214.0 {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.spacing_mut().button_padding.x = 5.0;
        }
        let both = a.is_some() && b.is_some();
        for (name, from) in [("+ from A", a), ("+ from B", b)] {
            let button = ui.add_enabled(from.is_some(), egui::Button::new(name));
            if button
                .on_hover_text("Start a private draft with the terms of this offer")
                .clicked()
                && let Some(from) = from
            {
                actions.edit(Edit::StartCounter {
                    from: from.clone(),
                    then: None,
                });
            }
        }
        let button = ui.add_enabled(both, egui::Button::new("+ midpoint"));
        if button
            .on_hover_text("Start a private draft at the middle of the terms of A and B")
            .clicked()
        {
            actions.edit(Edit::StartMidpoint);
        }
    });
}

//! Wage scales with the people on their steps, and career ladders, beside the groups.

use eframe::egui::{
    self, Align, Align2, Button, Id, Label, Layout, Rect, RichText, Role, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::kept::{OnScale, Payroll};
use crate::document::payroll::column::digits;
use crate::document::payroll::of_groups;
use crate::document::words;
use crate::files::roster::propose_scales;
use crate::scenario::{Ladder, Scale, Workforce};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::{controls, theme};
use crate::units::{Known, text};

/// The height of a step, in points.
const STEP: f32 = 18.5;

/// Paints the scales and ladders.
pub fn show(own: &mut Payroll, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.document().snapshot();
    own.follow(&scenario);
    let workforce = &scenario.workforce;
    ScrollArea::vertical()
        .id_salt("scales and ladders")
        .auto_shrink(false)
        .show(ui, |ui| {
            controls::beside_the_bar(ui, |ui| {
                scales(own, ui, context, actions, workforce);
                ladders(own, ui, context, actions, workforce);
                buttons(ui, context, actions, workforce);
                without(own, ui, workforce);
                ui.add_space(12.0);
            });
        });
}

fn scales(
    own: &Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    workforce: &Workforce,
) {
    let palette = theme::palette(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let title = theme::strong("Wage scales", 12.0).color(palette.soft);
        ui.label(title.extra_letter_spacing(0.6));
        // Clear of the button that folds the panel.
        let note = format!(
            "{} \u{00b7} bars: employees",
            words::date(workforce.rates_as_of)
        );
        ui.add(Label::new(RichText::new(note).size(12.0).color(palette.soft)).truncate());
    });
    ui.add_space(6.0);
    if workforce.scales.is_empty() {
        let words = match workforce.groups() {
            Some(_) => "No scales: every group has a rate of its own, and nobody moves a step.",
            None => "A summary has one average rate, and no scales.",
        };
        ui.label(RichText::new(words).size(12.5).color(palette.soft));
        return;
    }
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let columns = if ui.available_width() > 240.0 { 2 } else { 1 };
        let mut heights = vec![0_usize; columns];
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); columns];
        for (at, scale) in workforce.scales.iter().enumerate() {
            let least = (0..columns).min_by_key(|column| heights.get(*column).copied());
            let least = least.unwrap_or(0);
            if let (Some(height), Some(part)) = (heights.get_mut(least), parts.get_mut(least)) {
                *height += scale.steps.len() + 2;
                part.push(at);
            }
        }
        ui.spacing_mut().item_spacing.x = 18.0;
        ui.columns(columns, |columns| {
            for (ui, part) in columns.iter_mut().zip(parts) {
                for at in part {
                    if let Some(scale) = workforce.scales.get(at) {
                        let on = own.known.standing.get(&scale.name);
                        block(ui, context, actions, (at, scale), on);
                    }
                }
            }
        });
    });
}

/// One scale: its steps with their rates, and the people on each as a bar. A click changes it.
fn block(
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    (at, scale): (usize, &Scale),
    on: Option<&OnScale>,
) {
    let palette = theme::palette(ui);
    let height = 22.0 + STEP * scale.steps.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let open = !context.is_presenting();
    let sense = if open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("scale", at)), sense);
    let heads = |step: usize| on.and_then(|on| on.heads.get(step)).copied().unwrap_or(0);
    let spoken: Vec<String> = scale
        .steps
        .iter()
        .enumerate()
        .map(|(step, one)| {
            let rate = rate_of(one.rate);
            {
                let heads = crate::units::text::counted(heads(step), "employee");
                format!("step {} {rate}, {heads}", step + 1)
            }
        })
        .collect();
    let verb = if open { "Change the scale" } else { "Scale" };
    let label = format!("{verb} {}: {}", scale.name, spoken.join("; "));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, open, &label));
    if response.hovered() && open {
        ui.painter()
            .rect_filled(rect.expand(3.0), 4.0, palette.rule.gamma_multiply(0.6));
    }
    controls::focus_ring(ui, &response, rect.expand(2.0));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let name = painter.text(
        rect.left_top() + vec2(0.0, 9.0),
        Align2::LEFT_CENTER,
        &scale.name,
        theme::semibold(13.0),
        palette.ink,
    );
    if let Some(job) = on.and_then(|on| on.job.as_ref()) {
        let left = name.right() + 6.0;
        let mut words = egui::text::LayoutJob::simple_singleline(
            job.clone(),
            theme::regular(12.0),
            palette.soft,
        );
        words.wrap = egui::text::TextWrapping::truncate_at_width((rect.right() - left).max(0.0));
        let words = painter.layout_job(words);
        let top = name.center().y - words.size().y / 2.0;
        painter.galley(pos2(left, top), words, palette.soft);
    }
    let rule = Stroke::new(1.0, palette.rule);
    painter.hline(rect.x_range(), rect.top() + 19.0, rule);
    let most = (0..scale.steps.len()).map(heads).max().unwrap_or(0).max(1);
    // Months stand between rate and bar, where they aren't the usual ones.
    let usual = crate::scenario::ScaleStep::USUAL_MONTHS;
    let uneven = scale
        .steps
        .iter()
        .any(|step| step.months.is_some_and(|months| months != usual));
    for (step, one) in scale.steps.iter().enumerate() {
        let top = rect.top() + 21.0 + STEP * step as f32;
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), STEP));
        let people = heads(step);
        let months = one.months.filter(|months| *months != usual);
        let left = if uneven { 94.0 } else { 62.0 };
        step_line(
            ui,
            line,
            (step + 1, &rate_of(one.rate)),
            (people, most),
            left,
        );
        if let Some(months) = months {
            let at = pos2(line.left() + 58.0, line.center().y);
            let words = format!("{months} mo.");
            let font = theme::regular(11.0);
            painter.text(at, Align2::LEFT_CENTER, words, font, palette.faint);
        }
    }
    ui.add_space(8.0);
    if open && response.on_hover_text("Change this scale").clicked() {
        actions.ask(Ask::Scale(Some(at)));
    }
}

fn rate_of(rate: Known<crate::units::HourlyRate>) -> String {
    rate.get()
        .map_or_else(|| "unknown".to_owned(), |rate| digits(rate.get()))
}

fn step_line(
    ui: &Ui,
    line: Rect,
    (step, rate): (usize, &str),
    (people, most): (u64, u64),
    offset: f32,
) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(line.intersect(ui.clip_rect()));
    let y = line.center().y;
    let small = theme::regular(12.0);
    painter.text(
        pos2(line.left() + 2.0, y),
        Align2::LEFT_CENTER,
        step.to_string(),
        small.clone(),
        palette.soft,
    );
    painter.text(
        pos2(line.left() + 22.0, y),
        Align2::LEFT_CENTER,
        rate,
        theme::regular(12.5),
        palette.ink,
    );
    let left = line.left() + offset;
    let room = (line.width() - offset - 42.0).max(8.0);
    let rule = Stroke::new(1.0, palette.rule);
    if people == 0 {
        painter.vline(left, (y - 5.0)..=(y + 5.0), rule);
    } else {
        let share = people as f32 / most as f32;
        let bar = Rect::from_min_size(pos2(left, y - 5.0), vec2((room * share).max(1.5), 10.0));
        painter.rect_filled(bar, 1.5, palette.faint.gamma_multiply(0.55));
    }
    let (words, ink) = match people {
        0 => ("\u{2013}".to_owned(), palette.faint),
        people => (text::count(people.into()), palette.ink),
    };
    painter.text(
        pos2(line.right(), y),
        Align2::RIGHT_CENTER,
        words,
        small,
        ink,
    );
}

fn ladders(
    own: &Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    workforce: &Workforce,
) {
    if workforce.ladders.is_empty() {
        return;
    }
    controls::section(ui, "Career ladders");
    for (at, ladder) in workforce.ladders.iter().enumerate() {
        ladder_card(own, ui, context, actions, (at, ladder));
        ui.add_space(6.0);
    }
}

fn ladder_card(
    own: &Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    (at, ladder): (usize, &Ladder),
) {
    let palette = theme::palette(ui);
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(theme::strong(&ladder.name, 13.5));
            if context.is_presenting() {
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = ui.add(Button::new("Change\u{2026}").small());
                let label = format!("Change the ladder {}", ladder.name);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
                if button.clicked() {
                    actions.ask(Ask::Ladder(Some(at)));
                }
            });
        });
        ui.horizontal_wrapped(|ui| {
            for (number, scale) in ladder.scales.iter().enumerate() {
                if number > 0 {
                    arrow(ui);
                }
                let job = own.known.standing.get(scale).and_then(|on| on.job.as_ref());
                let name =
                    job.map_or_else(|| scale.clone(), |job| format!("{scale} \u{00b7} {job}"));
                controls::badge(ui, &name);
            }
        });
        for (market, heads) in by_market(own, ladder) {
            ui.horizontal(|ui| {
                let market = market.unwrap_or_else(|| "No market".to_owned());
                let words = RichText::new(market).size(12.5).color(palette.soft);
                let (rect, _) = ui.allocate_exact_size(vec2(118.0, 18.0), Sense::hover());
                let mut cell = ui.new_child(egui::UiBuilder::new().max_rect(rect));
                cell.add(Label::new(words).truncate());
                for (scale, heads) in heads {
                    let words = format!("{scale} {}", text::count(heads.into()));
                    ui.label(RichText::new(words).size(12.5));
                }
            });
        }
    });
}

/// Employees on a ladder's scales, by market.
#[expect(
    clippy::type_complexity,
    reason = "a table of markets by scales, read at once where it is made"
)]
fn by_market(own: &Payroll, ladder: &Ladder) -> Vec<(Option<String>, Vec<(String, u64)>)> {
    let mut rows: Vec<(Option<String>, Vec<(String, u64)>)> = Vec::new();
    for scale in &ladder.scales {
        let Some(on) = own.known.standing.get(scale) else {
            continue;
        };
        for (market, heads) in &on.markets {
            let cell = (scale.clone(), *heads);
            match rows.iter_mut().find(|(own, _)| own == market) {
                Some((_, cells)) => cells.push(cell),
                None => rows.push((market.clone(), vec![cell])),
            }
        }
    }
    rows
}

fn arrow(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::hover());
    let stroke = Stroke::new(1.3, theme::palette(ui).soft);
    let tip = pos2(rect.right() - 2.0, rect.center().y);
    let painter = ui.painter();
    painter.hline((rect.left() + 1.0)..=tip.x, tip.y, stroke);
    painter.add(egui::Shape::line(
        vec![tip + vec2(-4.0, -4.0), tip, tip + vec2(-4.0, 4.0)],
        stroke,
    ));
}

fn buttons(ui: &mut Ui, context: &Context, actions: &mut Actions, workforce: &Workforce) {
    if context.is_presenting() || workforce.groups().is_none() {
        return;
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button("Add a scale\u{2026}").clicked() {
            actions.ask(Ask::Scale(None));
        }
        let can = !workforce.scales.is_empty();
        let ladder = ui.add_enabled(can, Button::new("Add a ladder\u{2026}"));
        if ladder
            .on_disabled_hover_text("A ladder is made of scales; add them first")
            .clicked()
        {
            actions.ask(Ask::Ladder(None));
        }
        let propose = ui.button("Propose scales\u{2026}");
        if propose
            .on_hover_text("Scales that recurring rates of a job suggest")
            .clicked()
        {
            let proposed = propose_scales(workforce);
            if proposed.is_empty() {
                actions.refuse(
                    "No job without a scale has rates that recur for ten employees or more",
                );
            } else {
                actions.ask(Ask::ProposeScales(proposed));
            }
        }
        if ui.button("Turn into a summary\u{2026}").clicked() {
            actions.ask(Ask::ToSummary);
        }
    });
}

/// Who stands on no scale.
fn without(own: &Payroll, ui: &mut Ui, workforce: &Workforce) {
    if workforce.groups().is_none() || workforce.scales.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    let (groups, heads) = own.known.without;
    let words = if groups == 0 {
        "Every group stands on a scale.".to_owned()
    } else {
        format!(
            "{}, {} employees, with a rate of their own and no scale. No one is off the step\u{2019}s rate.",
            of_groups(groups),
            text::count(heads.into())
        )
    };
    ui.add_space(6.0);
    ui.label(RichText::new(words).size(12.5).color(palette.soft));
}

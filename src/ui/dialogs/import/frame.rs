//! The import's frame: its title and steps, the page of the step, what stands beside it, and its buttons.

use eframe::egui::{
    Align, Align2, Label, Layout, ProgressBar, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::parts::tick;
use super::{Answer, Import, Stage, beside, check, columns, file};
use crate::document::payroll::of_groups;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::{controls, theme};
use crate::units::text;
use crate::units::visible;

const HEAD: f32 = 44.0;
const FOOT: f32 = 46.0;
/// What the three steps take beside the title, in points.
const FOR_STEPS: f32 = 250.0;
/// The width of what stands beside the page, in points.
const BESIDE: f32 = 318.0;

pub(super) fn show(
    own: &mut Import,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
) -> Answer {
    let whole = ui.available_rect_before_wrap();
    head(own, ui);
    rule(ui, whole.top() + HEAD);
    let body = Rect::from_min_max(
        pos2(whole.left(), whole.top() + HEAD + 10.0),
        pos2(whole.right(), whole.bottom() - FOOT - 8.0),
    );
    let with_beside = own.stage != Stage::File && body.width() > 700.0;
    let width = if with_beside { BESIDE } else { 0.0 };
    let page = Rect::from_min_max(body.min, pos2(body.right() - width - 16.0, body.bottom()));
    let place = UiBuilder::new().id_salt("import page").max_rect(page);
    let mut child = ui.new_child(place);
    ScrollArea::vertical()
        .id_salt(("import", own.stage as usize))
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.set_width(page.width() - 12.0);
            match own.stage {
                Stage::File => file::show(own, ui, actions),
                Stage::Columns => columns::show(own, ui, context),
                Stage::Check => check::show(own, ui, context, actions),
            }
            if !with_beside && own.stage != Stage::File {
                beside::show(own, ui, &context.scenario().currency);
            }
        });
    if with_beside {
        let rect = Rect::from_min_max(pos2(body.right() - width, body.top()), body.max);
        let palette = theme::palette(ui);
        let ground = Rect::from_min_max(rect.min - vec2(14.0, 9.0), rect.max + vec2(19.0, 7.0));
        ui.painter().rect_filled(ground, 0.0, palette.side);
        let edge = Stroke::new(1.0, palette.rule);
        ui.painter().vline(ground.left(), ground.y_range(), edge);
        let place = UiBuilder::new().id_salt("import beside").max_rect(rect);
        let mut child = ui.new_child(place);
        ScrollArea::vertical()
            .id_salt("reconciliation")
            .auto_shrink(false)
            .show(&mut child, |ui| {
                ui.set_width(rect.width() - 10.0);
                beside::show(own, ui, &context.scenario().currency);
            });
    }
    rule(ui, whole.bottom() - FOOT);
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT + 8.0), whole.max);
    let place = UiBuilder::new().id_salt("import buttons").max_rect(foot);
    let mut child = ui.new_child(place);
    ui.advance_cursor_after_rect(whole);
    buttons(own, &mut child, context, actions)
}

fn rule(ui: &Ui, y: f32) {
    let stroke = Stroke::new(1.0, theme::palette(ui).rule);
    let x = ui.max_rect().x_range();
    ui.painter().hline(x, y, stroke);
}

/// The title, the file, and the steps with the one shown.
fn head(own: &Import, ui: &mut Ui) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.set_height(HEAD - 10.0);
        ui.label(theme::strong("Import a roster", 19.0));
        ui.add_space(8.0);
        let room = ui.available_width() - 400.0;
        if let Some(source) = &own.source {
            let name = source.path.file_name().unwrap_or_default();
            let name = RichText::new(visible::path(name.as_ref())).color(palette.soft);
            ui.allocate_ui(vec2(room.max(40.0), 20.0), |ui| {
                ui.add(Label::new(name).truncate());
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let number = own.stage as usize + 1;
            ui.label(RichText::new(format!("step {number} of 3")).color(palette.soft));
            // Beside the title there may be room for the number of the step alone.
            if ui.available_width() < FOR_STEPS {
                return;
            }
            for (step, name) in [
                (Stage::Check, "Check"),
                (Stage::Columns, "Columns"),
                (Stage::File, "File"),
            ] {
                mark(ui, own.stage, step, name);
            }
        });
    });
}

fn mark(ui: &mut Ui, now: Stage, stage: Stage, name: &str) {
    let palette = theme::palette(ui);
    let current = now == stage;
    let words = if current {
        theme::strong(name, 13.5)
    } else {
        RichText::new(name).size(13.5).color(palette.soft)
    };
    ui.label(words);
    let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    let state = if current {
        "this step"
    } else if stage < now {
        "done"
    } else {
        "to come"
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}, {state}")));
    let center = rect.center();
    let painter = ui.painter();
    let number = (stage as usize + 1).to_string();
    let centered = Align2::CENTER_CENTER;
    let font = theme::semibold(12.0);
    if current {
        painter.circle_filled(center, 9.5, palette.chosen);
        painter.text(center, centered, number, font, palette.on_chosen);
    } else if stage < now {
        let green = palette.text(theme::Role::Edited);
        painter.circle_stroke(center, 9.0, Stroke::new(1.5, green));
        tick(ui, center, green);
    } else {
        painter.circle_stroke(center, 9.0, Stroke::new(1.2, palette.outline));
        painter.text(center, centered, number, font, palette.soft);
    }
    ui.add_space(6.0);
    if stage != Stage::File {
        // From the stage before.
        let (rect, _) = ui.allocate_exact_size(vec2(22.0, 20.0), Sense::hover());
        let stroke = Stroke::new(1.0, palette.outline);
        ui.painter().hline(rect.x_range(), rect.center().y, stroke);
        ui.add_space(2.0);
    }
}

fn buttons(own: &mut Import, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
    let palette = theme::palette(ui);
    let mut answer = Answer::Stay;
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 290.0).max(60.0);
        ui.allocate_ui(vec2(room, 28.0), |ui| {
            ui.set_width(room);
            match &own.job {
                Some(job) => {
                    let done = job.progress.thousandths();
                    let share = done.map_or(0.0, |done| done as f32 / 1000.0);
                    let percent = done.map_or_else(String::new, |done| format!(", {}%", done / 10));
                    let words = format!("{}{percent}", job.what);
                    let bar = ProgressBar::new(share).desired_width(220.0).text(words);
                    ui.add(bar);
                }
                None => {
                    let words = RichText::new(replaces(context)).size(12.5);
                    ui.add(Label::new(words.color(palette.soft)).truncate());
                }
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let why_not = own.why_not();
            let name = match own.stage {
                Stage::File => "Next: columns",
                Stage::Columns => "Check",
                Stage::Check => "Import",
            };
            let mut next = controls::leading(ui, theme::strong(name, 14.0), why_not.is_none());
            if let Some(why) = why_not {
                next = next.on_disabled_hover_text(why);
            } else if own.leads {
                // Enter goes on, unless something is being typed meanwhile.
                own.leads = false;
                if !ui.ctx().text_edit_focused() {
                    next.request_focus();
                }
            }
            if next.clicked() {
                own.leads = true;
                match own.stage {
                    Stage::File => own.stage = Stage::Columns,
                    Stage::Columns => own.stage = Stage::Check,
                    Stage::Check => answer = own.import(context, actions),
                }
            }
            if own.stage != Stage::File && ui.button("Back").clicked() {
                own.leads = true;
                own.stage = match own.stage {
                    Stage::Check => Stage::Columns,
                    _ => Stage::File,
                };
            }
            if own.job.is_some() && ui.button("Stop").clicked() {
                own.stop();
            }
            if ui.button("Cancel").clicked() {
                answer = Answer::Close;
            }
        });
    });
    answer
}

/// What an import would take the place of.
fn replaces(context: &Context) -> String {
    let scenario = context.scenario();
    let heads = scenario.workforce.totals(scenario.hours).headcount;
    let heads = heads.map_or_else(
        || "an unknown number of employees".to_owned(),
        |heads| text::counted(heads, "employee"),
    );
    let what = match scenario.workforce.groups() {
        Some(groups) => format!("the {}, {heads}", of_groups(groups.len())),
        None => format!("the summary of {heads}"),
    };
    format!("Replaces {what}. One step in Undo; nothing changes before the last step.")
}

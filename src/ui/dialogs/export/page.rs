//! What the export dialog shows: choices on the left, the preview on the right, the folder below.

use std::collections::BTreeSet;

use eframe::egui::{
    self, Align, Button, Checkbox, Layout, RichText, Role, ScrollArea, TextEdit, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::{Exporting, gray, job, preview};
use crate::export::figure_set::{FigureSet, Format};
use crate::figure::FigureName;
use crate::figure::palette::Theme;
use crate::figure::scene::{Sheet, Size};
use crate::ui::forms::beside::beneath;
use crate::ui::forms::wrong as tell_wrong;
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::{controls, theme, typed};

/// How wide the choices are.
const LEFT: f32 = 290.0;
/// How high the lines under the preview and the choices are.
const BELOW: f32 = 86.0;

/// Shows the page; whether it is to be closed.
pub fn show(
    exporting: &mut Exporting,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
) -> bool {
    let ready = exporting.ready(context);
    let all = ui.available_rect_before_wrap();
    let (mut top, mut bottom) = (all, all);
    top.max.y = all.max.y - BELOW;
    bottom.min.y = top.max.y + 8.0;
    let (mut left, mut right) = (top, top);
    left.max.x = left.min.x + LEFT;
    right.min.x = left.max.x + 20.0;
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        ui.label(theme::strong("Export", 17.0));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            choices(exporting, ready.as_deref().ok(), ui);
        });
    });
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| match &ready {
        Ok(set) => shown(exporting, set, ui, context, actions),
        Err(words) => {
            ui.label(words.as_str());
        }
    });
    let closed = ui.scope_builder(UiBuilder::new().max_rect(bottom), |ui| {
        below(exporting, ready.as_deref().ok(), ui, context, actions)
    });
    ui.advance_cursor_after_rect(all);
    closed.inner
}

fn tick<T: Copy + Ord>(ui: &mut Ui, ticked: &mut BTreeSet<T>, one: T, name: &str) {
    let mut on = ticked.contains(&one);
    if ui.add(Checkbox::new(&mut on, name)).changed() {
        if on {
            ticked.insert(one);
        } else {
            ticked.remove(&one);
        }
    }
}

fn choices(exporting: &mut Exporting, set: Option<&FigureSet>, ui: &mut Ui) {
    controls::section(ui, "Figures");
    for name in FigureName::ALL {
        ui.horizontal(|ui| {
            let choice = &mut exporting.choice.figures;
            let mut on = choice.contains(&name);
            let tick = ui.add(Checkbox::without_text(&mut on));
            let title = name.title();
            tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, title));
            if tick.changed() {
                if on {
                    choice.insert(name);
                } else {
                    choice.remove(&name);
                }
            }
            let is_shown = exporting.shown == Some(name);
            let look = ui.selectable_label(is_shown, title);
            look.widget_info(|| {
                WidgetInfo::selected(Role::Button, true, is_shown, format!("Preview {title}"))
            });
            if look.clicked() {
                exporting.shown = Some(name);
            }
        });
    }
    controls::section(ui, "Formats");
    ui.horizontal_wrapped(|ui| {
        for format in Format::ALL {
            tick(ui, &mut exporting.choice.formats, format, format.title());
        }
    });
    if exporting.choice.formats.contains(&Format::Svg) {
        let text = &mut exporting.choice.text_svg;
        ui.checkbox(text, "SVG with text as text")
            .on_hover_text("Off: letters become outlines, which look the same everywhere");
    }
    if exporting.choice.formats.contains(&Format::Pdf) {
        ui.checkbox(&mut exporting.choice.one_pdf, "One PDF, a page a figure");
    }
    controls::section(ui, "Sizes");
    for size in Size::ALL {
        tick(ui, &mut exporting.choice.sizes, size, size.title());
    }
    if exporting.choice.formats.contains(&Format::Png) {
        let options = [(150_u32, "150 dpi"), (300, "300 dpi"), (600, "600 dpi")];
        let chosen = exporting.choice.dpi;
        if let Some(dpi) = controls::segmented(ui, "Resolution", &options, chosen) {
            exporting.choice.dpi = dpi;
        }
    }
    controls::section(ui, "Themes");
    for look in Theme::ALL {
        tick(ui, &mut exporting.choice.themes, look, look.title());
    }
    controls::section(ui, "Offers");
    let with = &mut exporting.choice.with_private;
    ui.checkbox(with, "With private offers");
    if let Some(set) = set {
        let contains = match set.offers.as_slice() {
            [] => "No offer is shared, so there is nothing to draw.".to_owned(),
            offers => format!("Contains {}.", offers.join(", ")),
        };
        ui.label(gray(ui, &contains));
        if !set.left_out.is_empty() {
            let words = format!("Left out as private: {}.", set.left_out.join(", "));
            ui.label(gray(ui, &words));
        }
    }
    ui.add_space(8.0);
}

/// The figure shown, its size and theme those that are ticked first.
fn shown(
    exporting: &mut Exporting,
    set: &FigureSet,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
) {
    let first = exporting.choice.figures.first().copied();
    let name = exporting.shown.or(first).unwrap_or(FigureName::Timeline);
    exporting.shown = Some(name);
    let Some(figure) = set.figure(name) else {
        ui.label("There is nothing to draw.");
        return;
    };
    let (choice, dpi) = (&exporting.choice, exporting.choice.dpi);
    let sheet = Sheet {
        size: choice.sizes.first().copied().unwrap_or(Size::Slide),
        theme: choice.themes.first().copied().unwrap_or(Theme::Light),
    };
    ui.label(gray(ui, "Headline"));
    let mut text = figure.headline.clone();
    ui.horizontal(|ui| {
        let again = exporting.is_own(context, name);
        let room = if again { 110.0 } else { 0.0 };
        let width = ui.available_width() - room;
        let field = ui.add(TextEdit::singleline(&mut text).desired_width(width));
        field.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, "Headline of the figure");
            info.current_text_value = Some(text.clone());
            info
        });
        if field.changed() {
            exporting.headlines.insert(name, text.clone());
        }
        if field.has_focus() && !exporting.headlines.is_empty() {
            typed::hold_open(ui.ctx(), field.id, field.rect);
        }
        if field.lost_focus() {
            exporting.keep_words(context, actions);
        }
        let draft = again && ui.button("Draft again").clicked();
        if draft {
            exporting.headlines.insert(name, String::new());
            exporting.keep_words(context, actions);
        }
    });
    ui.add_space(6.0);
    let room = vec2(ui.available_width(), ui.available_height());
    preview::show(&mut exporting.preview, ui, figure, (sheet, dpi), room);
}

fn below(
    exporting: &mut Exporting,
    set: Option<&FigureSet>,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
) -> bool {
    controls::rule(ui);
    ui.horizontal(|ui| {
        ui.label("Folder");
        let width = ui.available_width() - 100.0;
        let field = TextEdit::singleline(&mut exporting.choice.folder)
            .hint_text("where the files go")
            .desired_width(width);
        ui.add(field)
            .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Folder to export to"));
        if ui.button("Choose\u{2026}").clicked() {
            actions.disk(Disk::ChooseFolder);
        }
    });
    let plan = job::plan(&exporting.choice, set, context.file().path.as_deref());
    let missing = plan.as_ref().err();
    if let Some(missing) = missing.filter(|missing| missing.is_folder) {
        beneath(ui, missing.words, 0.0);
    }
    let mut closed = false;
    ui.horizontal(|ui| {
        let words = match (&exporting.outcome, &plan) {
            (Some(words), _) => words.clone(),
            (None, Ok(planned)) => planned.words(),
            // Beside the folder it is said there.
            (None, Err(missing)) if missing.is_folder => String::new(),
            (None, Err(missing)) => missing.words.to_owned(),
        };
        let is_wrong = plan.is_err() && exporting.outcome.is_none();
        let room = ui.available_width() - 250.0;
        ui.allocate_ui_with_layout(vec2(room, 40.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            match &exporting.job {
                Some(job) => {
                    let (done, of) = job.progress();
                    let part = done as f32 / of.max(1) as f32;
                    ui.add(egui::ProgressBar::new(part).text(format!("{done} of {of} files")));
                }
                None if is_wrong => tell_wrong(ui, &words),
                None => {
                    ui.add(egui::Label::new(RichText::new(words).size(13.0)).wrap());
                    if let (Ok(planned), None) = (&plan, &exporting.outcome)
                        && let Some(nothing) = planned.nothing_of()
                    {
                        let label = egui::Label::new(gray(ui, &nothing)).truncate();
                        ui.add(label).on_hover_text(planned.why_nothing());
                    }
                }
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(job) = &exporting.job {
                if ui.button("Cancel").clicked() {
                    job.cancel();
                }
                return;
            }
            closed = ui.button("Close").clicked();
            let replaces = plan.as_ref().is_ok_and(job::Planned::replaces);
            let name = if replaces {
                "Replace and export"
            } else {
                "Export"
            };
            if ui.add_enabled(plan.is_ok(), Button::new(name)).clicked()
                && let Ok(planned) = plan
            {
                exporting.outcome = None;
                exporting.job = Some(job::start(planned, ui.ctx()));
            }
        });
    });
    closed
}

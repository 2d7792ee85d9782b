//! The second step: what each column is, chosen from a menu over its first lines. Columns that are not chosen are
//! never read past this preview.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    Align2, Button, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::parts::is_at;
use super::{Import, Read, measures, question, rejected, roster_words};
use crate::files::roster::{ColumnUse, Meaning, Preview, Values};
use crate::ui::forms::soft;
use crate::ui::state::Context;
use crate::ui::widgets::axis::nearest;
use crate::ui::widgets::{controls, theme};

const ROW: f32 = 24.0;
const SHOWN: usize = 8;

/// What was done to a column.
enum Chosen {
    Never(usize),
    Is(usize, Meaning),
}

pub(super) fn show(own: &mut Import, ui: &mut Ui, context: &Context) {
    let palette = theme::palette(ui);
    let Some(source) = &own.source else { return };
    ui.horizontal(|ui| {
        let title = theme::strong("What each column is", 12.0).color(palette.soft);
        ui.label(title.extra_letter_spacing(0.6));
        let lines = source.preview.rows.len().min(SHOWN);
        let below = match own.profile.file.header_row {
            0 => "",
            _ => " below the headers",
        };
        let note = format!("first {lines} lines{below} \u{00b7} a column not chosen is never read");
        ui.label(RichText::new(note).size(12.0).color(palette.soft));
    });
    let columns = own.profile.columns.clone();
    let asked = match &own.read {
        Read::Asks(question) => Some(question::of(question)),
        _ => None,
    };
    let mut chosen = None;
    table_with(ui, &source.preview, &columns, asked, &mut chosen);
    let headers = source.preview.headers.clone();
    match chosen {
        Some(Chosen::Never(at)) => own.profile.columns.retain(|one| !is_at(one, &headers, at)),
        Some(Chosen::Is(at, is)) => set(own, &headers, at, is),
        None => {}
    }
    forget_values(own);
    soft(
        ui,
        &roster_words::of_columns(&own.profile, &context.scenario().currency),
    );
    // A question stands where nobody has to look for it, in a small window too.
    question::show(own, ui);
    measures::show(own, ui, context);
    rejected::show(own, ui);
    rejected::kept(own, ui);
}

/// Makes a column something; another that was it no longer is.
fn set(own: &mut Import, headers: &[String], at: usize, is: Meaning) {
    let columns = &mut own.profile.columns;
    columns.retain(|one| !is_at(one, headers, at) && (one.is != is || is == Meaning::Filter));
    let header = headers.get(at).cloned().unwrap_or_default();
    let same = headers.iter().filter(|one| **one == header).count();
    let number = u32::try_from(at + 1).ok();
    columns.push(ColumnUse {
        column: number.filter(|_| same > 1 || header.trim().is_empty()),
        header,
        is,
        dates: None,
        serials: None,
    });
    // In the order of the file.
    let place = |one: &ColumnUse| (0..headers.len()).find(|at| is_at(one, headers, *at));
    columns.sort_by_key(place);
}

/// Lines are left out only by columns that are still chosen for it, and by units.
fn forget_values(own: &mut Import) {
    let columns = &own.profile.columns;
    let is = |values: &Values, meaning| {
        let mut all = columns.iter();
        all.any(|one| one.is == meaning && values.is_of(one))
    };
    let filter = |values: &Values| is(values, Meaning::Filter);
    own.profile.leave_out.retain(filter);
    let read = |values: &Values| is(values, Meaning::Unit) || is(values, Meaning::Filter);
    own.profile.keep_only.retain(read);
}

/// How wide a column is: as its longest cell, within limits.
fn width(ui: &Ui, preview: &Preview, at: usize, menu: Option<&str>, read: bool) -> f32 {
    let header = shown(preview, at);
    // What is never read takes no more room than its menu.
    let cells = preview.rows.iter().take(if read { SHOWN } else { 0 });
    let cells = cells.filter_map(|(_, row)| row.get(at).map(String::as_str));
    let longest = cells.max_by_key(|text| text.chars().count());
    let short: String = longest.unwrap_or("").chars().take(40).collect();
    let ink = theme::palette(ui).ink;
    let long = |text: String, font| ui.painter().layout_no_wrap(text, font, ink).size().x;
    // Its menu is to be read whole, with the sign that it drops down.
    let menu = menu.map_or(0.0, |menu| {
        long(menu.to_owned(), theme::semibold(13.0)) + 42.0
    });
    let wide = long(short, theme::regular(12.5)).max(long(header, theme::regular(12.0))) + 18.0;
    wide.clamp(56.0, 190.0).max(menu)
}

/// A read-only preview.
pub(super) fn table(ui: &mut Ui, preview: &Preview, _: impl Fn(usize) -> Option<Meaning>) {
    grid(
        ui,
        preview,
        0.0,
        |_| (true, None),
        |ui, at, rects| {
            header(ui, rects.0, &shown(preview, at));
            cells(ui, preview, at, &rects, true, false);
        },
    );
}

fn table_with(
    ui: &mut Ui,
    preview: &Preview,
    columns: &[ColumnUse],
    asked: Option<Meaning>,
    chosen: &mut Option<Chosen>,
) {
    let own = |at: usize| columns.iter().find(|one| is_at(one, &preview.headers, at));
    let chosen_of = |at: usize| {
        let own = own(at);
        (own.is_some(), Some(menu_words(own.map(|one| one.is))))
    };
    grid(ui, preview, 32.0, chosen_of, |ui, at, rects| {
        let name = &shown(preview, at);
        let own = own(at);
        let in_question = own.is_some_and(|own| asked == Some(own.is));
        if in_question {
            let orange = theme::palette(ui).mark(theme::Role::B);
            ui.painter()
                .rect_filled(rects.1, 0.0, orange.gamma_multiply(0.08));
        }
        header(ui, rects.0, name);
        menu(ui, at, name, own.map(|one| one.is), rects.0, chosen);
        cells(ui, preview, at, &rects, own.is_some(), in_question);
    });
}

/// The frame of a preview: for each column its head, its body, and the tops of its rows.
fn grid(
    ui: &mut Ui,
    preview: &Preview,
    menus: f32,
    chosen: impl Fn(usize) -> (bool, Option<String>),
    mut column: impl FnMut(&mut Ui, usize, (Rect, Rect)),
) {
    let palette = theme::palette(ui);
    let count = preview.headers.len().max(1);
    let widths: Vec<f32> = (0..count)
        .map(|at| {
            let (read, menu) = chosen(at);
            width(ui, preview, at, menu.as_deref(), read)
        })
        .collect();
    let rows = preview.rows.len().clamp(1, SHOWN);
    let head = 24.0 + menus;
    let tall = head + ROW * rows as f32;
    ScrollArea::horizontal()
        .id_salt(("preview of the roster", nearest(menus)))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let wide: f32 = widths.iter().sum();
            let (rect, _) = ui.allocate_exact_size(vec2(wide, tall + 8.0), Sense::hover());
            let rect = Rect::from_min_size(rect.min, vec2(wide, tall));
            let mut left = rect.left();
            for (at, width) in widths.iter().enumerate() {
                let over = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, head));
                let body = Rect::from_min_max(
                    pos2(left, rect.top() + head),
                    pos2(left + width, rect.bottom()),
                );
                column(ui, at, (over, body));
                left += width;
                let stroke = Stroke::new(1.0, palette.rule);
                if at + 1 < widths.len() {
                    ui.painter().vline(left, rect.y_range(), stroke);
                }
            }
            let under = Stroke::new(1.0, palette.outline);
            ui.painter().hline(rect.x_range(), rect.top() + head, under);
            ui.painter()
                .rect_stroke(rect, 4.0, under, StrokeKind::Inside);
        });
}

/// What stands over a column: its header, or its number where it has none.
fn shown(preview: &Preview, at: usize) -> String {
    match preview.headers.get(at).map(|header| header.trim()) {
        Some(header) if !header.is_empty() => header.to_owned(),
        _ => format!("column {}", at + 1),
    }
}

fn header(ui: &Ui, over: Rect, name: &str) {
    let clip = over.intersect(ui.clip_rect());
    let at = pos2(over.left() + 8.0, over.top() + 13.0);
    let ink = theme::palette(ui).soft;
    ui.painter().with_clip_rect(clip).text(
        at,
        Align2::LEFT_CENTER,
        name,
        theme::regular(12.0),
        ink,
    );
}

/// What a column's menu shows.
fn menu_words(is: Option<Meaning>) -> String {
    is.map_or("never read".to_owned(), |is| super::capital(is.name()))
}

fn menu(
    ui: &mut Ui,
    at: usize,
    name: &str,
    is: Option<Meaning>,
    over: Rect,
    chosen: &mut Option<Chosen>,
) {
    let rect = Rect::from_min_max(
        pos2(over.left() + 4.0, over.top() + 24.0),
        pos2(over.right() - 4.0, over.bottom() - 4.0),
    );
    let place = UiBuilder::new().id_salt(("column", at)).max_rect(rect);
    let mut child = ui.new_child(place);
    let now = menu_words(is);
    let mut text = theme::strong(&now, 13.0);
    if is.is_none() {
        text = text.color(theme::palette(ui).soft);
    }
    let button = Button::new(text)
        .truncate()
        .min_size(vec2(rect.width(), 24.0));
    let (response, _) = MenuButton::from_button(button).ui(&mut child, |ui| {
        ui.set_min_width(150.0);
        if ui.selectable_label(is.is_none(), "never read").clicked() {
            *chosen = Some(Chosen::Never(at));
            ui.close();
        }
        for meaning in Meaning::ALL {
            let shown = super::capital(meaning.name());
            if ui.selectable_label(is == Some(meaning), shown).clicked() {
                *chosen = Some(Chosen::Is(at, meaning));
                ui.close();
            }
        }
    });
    controls::drops_down(ui, rect);
    let label = format!("Column {name}: {now}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
}

fn cells(
    ui: &Ui,
    preview: &Preview,
    at: usize,
    (_, body): &(Rect, Rect),
    read: bool,
    in_question: bool,
) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(body.intersect(ui.clip_rect()));
    if !read {
        hatch(&painter, *body, palette.rule);
        return;
    }
    for (number, (_, row)) in preview.rows.iter().take(SHOWN).enumerate() {
        let text = row.get(at).map_or("", String::as_str);
        let y = body.top() + ROW * (number as f32 + 0.5);
        let figure = text.bytes().any(|byte| byte.is_ascii_digit())
            && !text.bytes().any(|byte| byte.is_ascii_alphabetic());
        let (at, align) = if figure {
            (pos2(body.right() - 8.0, y), Align2::RIGHT_CENTER)
        } else {
            (pos2(body.left() + 8.0, y), Align2::LEFT_CENTER)
        };
        let ink = if in_question {
            palette.text(theme::Role::B)
        } else {
            palette.ink
        };
        let short: String = text.chars().take(60).collect();
        painter.text(at, align, short, theme::regular(12.5), ink);
        if number > 0 {
            let stroke = Stroke::new(1.0, palette.rule);
            let y = body.top() + ROW * number as f32;
            painter.hline(body.x_range(), y, stroke);
        }
    }
}

/// The ground of what is never read.
fn hatch(painter: &eframe::egui::Painter, rect: Rect, ink: eframe::egui::Color32) {
    let stroke = Stroke::new(3.0, ink);
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let from = pos2(x, rect.bottom());
        let to = pos2(x + rect.height(), rect.top());
        painter.line_segment([from, to], stroke);
        x += 12.0;
    }
}

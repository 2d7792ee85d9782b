//! Verdicts as chips: an icon beside the colour, so that neither has to be told from the other alone.

use eframe::egui::{
    Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::explore::claims::Verdict;
use crate::ui::widgets::controls;
use crate::ui::widgets::theme::{self, Palette};

/// The height of a chip, in points.
pub const HEIGHT: f32 = 22.0;

/// What a chip says.
#[must_use]
pub fn in_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::DoesNot => "doesn\u{2019}t",
        Verdict::IsAnInput => "is an input",
        Verdict::CannotBeChecked => "can\u{2019}t be checked here",
        Verdict::Depends => "depends on the reading",
    }
}

/// The chips of a verdict: one that depends on the reading shows both.
#[must_use]
pub fn chips(verdict: Verdict) -> Vec<Verdict> {
    match verdict {
        Verdict::Depends => vec![Verdict::Holds, Verdict::DoesNot],
        one => vec![one],
    }
}

fn color(verdict: Verdict, palette: &Palette) -> Color32 {
    match verdict {
        Verdict::Holds => palette.text(theme::Role::Edited),
        Verdict::DoesNot => palette.alarm,
        Verdict::IsAnInput | Verdict::CannotBeChecked | Verdict::Depends => palette.soft,
    }
}

/// Paints chips one after the other from a place, in the next row where they don't fit in a width; the
/// height they take.
pub fn paint(ui: &Ui, at: Pos2, width: f32, shown: &[Verdict]) -> f32 {
    let palette = theme::palette(ui);
    let (mut x, mut y) = (at.x, at.y);
    for verdict in shown {
        let color = color(*verdict, &palette);
        let words = in_words(*verdict).to_owned();
        let galley = ui
            .painter()
            .layout_no_wrap(words, theme::semibold(12.5), color);
        let size = vec2(galley.size().x + 30.0, HEIGHT);
        if x > at.x && x + size.x > at.x + width {
            x = at.x;
            y += HEIGHT + 3.0;
        }
        let rect = Rect::from_min_size(pos2(x, y), size);
        let outlined = *verdict == Verdict::CannotBeChecked;
        let fill = if outlined {
            Color32::TRANSPARENT
        } else {
            color.gamma_multiply(0.13)
        };
        let stroke = Stroke::new(1.0, color.gamma_multiply(0.45));
        ui.painter().rect_filled(rect, HEIGHT / 2.0, fill);
        ui.painter()
            .rect_stroke(rect, HEIGHT / 2.0, stroke, StrokeKind::Inside);
        icon(
            ui.painter(),
            pos2(rect.left() + 13.0, rect.center().y),
            *verdict,
            color,
        );
        let text = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(text, galley, color);
        x = rect.right() + 4.0;
    }
    y - at.y + HEIGHT
}

/// A tick, a cross, an arrow onto a line, a ring of dots.
pub fn icon(painter: &Painter, center: Pos2, verdict: Verdict, color: Color32) {
    let stroke = Stroke::new(1.6, color);
    let at = |x: f32, y: f32| center + vec2(x, y);
    match verdict {
        Verdict::Holds => {
            let tick = vec![at(-4.0, 0.0), at(-1.0, 3.0), at(4.0, -3.5)];
            painter.add(Shape::line(tick, stroke));
        }
        Verdict::DoesNot => {
            painter.line_segment([at(-3.2, -3.2), at(3.2, 3.2)], stroke);
            painter.line_segment([at(-3.2, 3.2), at(3.2, -3.2)], stroke);
        }
        Verdict::IsAnInput => {
            painter.line_segment([at(0.0, -4.5), at(0.0, 1.5)], stroke);
            let head = vec![at(-2.5, -1.0), at(0.0, 1.7), at(2.5, -1.0)];
            painter.add(Shape::line(head, stroke));
            painter.line_segment([at(-3.5, 4.5), at(3.5, 4.5)], stroke);
        }
        Verdict::CannotBeChecked => {
            for step in 0..8_u8 {
                let angle = f32::from(step) * std::f32::consts::TAU / 8.0;
                painter.circle_filled(at(4.2 * angle.cos(), 4.2 * angle.sin()), 0.9, color);
            }
        }
        Verdict::Depends => {
            painter.line_segment([at(0.0, 4.5), at(0.0, 0.0)], stroke);
            painter.line_segment([at(0.0, 0.0), at(-3.5, -4.0)], stroke);
            painter.line_segment([at(0.0, 0.0), at(3.5, -4.0)], stroke);
        }
    }
}

/// A chip that shows the claims of one verdict alone, or all; whether it was chosen.
pub fn filter(ui: &mut Ui, name: &str, count: usize, chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let (ink, fill) = if chosen {
        (palette.on_chosen, palette.chosen)
    } else {
        (palette.ink, palette.card)
    };
    let words = ui
        .painter()
        .layout_no_wrap(name.to_owned(), theme::regular(13.0), ink);
    let number = ui
        .painter()
        .layout_no_wrap(count.to_string(), theme::semibold(13.0), ink);
    let width = words.size().x + number.size().x + 30.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
    let label = format!("Show: {name}, {count}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &label));
    let fill = if response.hovered() && !chosen {
        palette.rule
    } else {
        fill
    };
    ui.painter().rect_filled(rect, 13.0, fill);
    let stroke = Stroke::new(1.0, palette.outline);
    ui.painter()
        .rect_stroke(rect, 13.0, stroke, StrokeKind::Inside);
    let at = |x: f32, height: f32| pos2(rect.left() + x, rect.center().y - height / 2.0);
    let (words_width, height) = (words.size().x, words.size().y);
    ui.painter().galley(at(12.0, height), words, ink);
    let height = number.size().y;
    ui.painter()
        .galley(at(12.0 + words_width + 6.0, height), number, ink);
    controls::focus_ring(ui, &response, rect);
    response.clicked() && !chosen
}

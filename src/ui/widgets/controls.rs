//! Small controls drawn the same everywhere.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Frame, Margin, Pos2, Rect, Response, Role, Sense, Shape,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::theme::{self, Palette};
use crate::scenario::Party;

/// A section's small title.
pub fn section(ui: &mut Ui, title: &str) {
    let color = theme::palette(ui).soft;
    ui.add_space(12.0);
    ui.label(
        theme::strong(title, 12.0)
            .color(color)
            .extra_letter_spacing(0.6),
    );
    ui.add_space(4.0);
}

/// One choice out of a few, as a row of joined segments. Returns the choice just made.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    options: &[(T, &str)],
    chosen: T,
) -> Option<T> {
    let palette = theme::palette(ui);
    let font = theme::regular(13.0);
    let bold = theme::semibold(13.0);
    let texts: Vec<f32> = options
        .iter()
        .map(|(_, text)| {
            let galley = ui
                .painter()
                .layout_no_wrap((*text).to_owned(), bold.clone(), palette.ink);
            galley.size().x
        })
        .collect();
    // In a narrow panel the segments move closer.
    let spare = ui.available_width() - texts.iter().sum::<f32>();
    let around = (spare / options.len().max(1) as f32).clamp(6.0, 22.0);
    let widths: Vec<f32> = texts.iter().map(|text| text + around).collect();
    let size = vec2(widths.iter().sum(), 28.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut made = None;
    let mut left = rect.left();
    let last = options.len().saturating_sub(1);
    ui.painter().rect_filled(rect, 5.0, palette.card);
    for (index, ((value, text), width)) in options.iter().zip(&widths).enumerate() {
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, rect.height()));
        left += width;
        let response = ui.interact(cell, ui.scope_id().with((name, index)), Sense::click());
        let is_chosen = *value == chosen;
        let label = format!("{name}: {text}");
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &label));
        if response.clicked() && !is_chosen {
            made = Some(*value);
        }
        let radius = CornerRadius {
            nw: if index == 0 { 5 } else { 0 },
            sw: if index == 0 { 5 } else { 0 },
            ne: if index == last { 5 } else { 0 },
            se: if index == last { 5 } else { 0 },
        };
        let (fill, ink, font) = if is_chosen {
            (palette.chosen, palette.on_chosen, &bold)
        } else if response.hovered() {
            (palette.rule, palette.ink, &font)
        } else {
            (Color32::TRANSPARENT, palette.ink, &font)
        };
        ui.painter().rect_filled(cell, radius, fill);
        if index > 0 {
            let stroke = Stroke::new(1.0, palette.outline);
            ui.painter().vline(cell.left(), cell.y_range(), stroke);
        }
        ui.painter().text(
            cell.center(),
            Align2::CENTER_CENTER,
            text,
            font.clone(),
            ink,
        );
        focus_ring(ui, &response, cell);
    }
    let outline = Stroke::new(1.0, palette.outline);
    ui.painter()
        .rect_stroke(rect, 5.0, outline, StrokeKind::Inside);
    made
}

/// The one button a page leads to, filled; with the ring the others have, which its ground would hide.
pub fn leading(ui: &mut Ui, name: impl Into<egui::RichText>, enabled: bool) -> Response {
    let palette = theme::palette(ui);
    let button = if enabled {
        egui::Button::new(name.into().color(palette.on_chosen)).fill(palette.chosen)
    } else {
        egui::Button::new(name.into())
    };
    let response = ui.add_enabled(enabled, button);
    focus_ring(ui, &response, response.rect);
    response
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme::palette(ui).mark(theme::Role::Edited));
        ui.painter()
            .rect_stroke(rect.expand(1.0), 6.0, stroke, StrokeKind::Outside);
    }
}

/// A small outlined word, such as `editing`.
pub fn badge(ui: &mut Ui, text: &str) -> Response {
    let palette = theme::palette(ui);
    Frame::new()
        .inner_margin(Margin::symmetric(6, 1))
        .corner_radius(4)
        .stroke(Stroke::new(1.0, palette.outline))
        .show(ui, |ui| {
            ui.label(egui::RichText::new(text).size(12.0).color(palette.soft));
        })
        .response
}

/// A name on the left and a figure on the right, with a rule beneath.
pub fn figure_row(ui: &mut Ui, name: &str, figure: &str) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            ui.label(theme::strong(figure, 14.0));
            // Where there is no room for both in a line, the name takes more of them.
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Min), |ui| {
                let words = egui::RichText::new(name).color(palette.soft);
                ui.add(egui::Label::new(words).wrap());
            });
        });
    });
    rule(ui);
}

/// A page whose list scrolls under what stands above it; where less than `least` of the height is left for both, the
/// page scrolls as a whole.
pub fn with_room(ui: &mut Ui, least: f32, contents: impl FnOnce(&mut Ui)) {
    if ui.available_height() >= least {
        contents(ui);
        return;
    }
    let size = vec2(ui.available_width(), least);
    egui::ScrollArea::vertical()
        .id_salt("page")
        .auto_shrink(false)
        .show(ui, |ui| ui.allocate_ui(size, contents));
}

/// A thin rule over the whole width.
pub fn rule(ui: &mut Ui) {
    let stroke = Stroke::new(1.0, theme::palette(ui).rule);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// The head of an offer's raises: its shape follows the side, an edited one is open.
pub fn head_shape(
    side: Party,
    center: Pos2,
    radius: f32,
    color: Color32,
    open: bool,
    ground: Color32,
) -> Shape {
    let fill = if open { ground } else { color };
    let width = if open { 2.5 } else { 1.5 };
    let stroke = Stroke::new(width, if open { color } else { ground });
    match side {
        Party::Employer => Shape::Circle(egui::epaint::CircleShape {
            center,
            radius,
            fill,
            stroke,
        }),
        Party::Union => {
            let reach = radius * 1.2;
            let points = vec![
                center + vec2(0.0, -reach),
                center + vec2(reach, 0.0),
                center + vec2(0.0, reach),
                center + vec2(-reach, 0.0),
            ];
            Shape::convex_polygon(points, fill, stroke)
        }
        Party::Neutral => {
            let rect = Rect::from_center_size(center, Vec2::splat(radius * 1.8));
            Shape::Rect(egui::epaint::RectShape::new(
                rect,
                2.0,
                fill,
                stroke,
                StrokeKind::Middle,
            ))
        }
    }
}

/// The mark of an offer in running text.
pub fn offer_mark(ui: &mut Ui, side: Party, color: Color32, open: bool) {
    let ground = theme::palette(ui).card;
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::hover());
    ui.painter()
        .add(head_shape(side, rect.center(), 5.0, color, open, ground));
}

/// Room for the chevron, behind a button's text.
pub const ROOM_FOR_CHEVRON: &str = "   ";
/// What the mark of a menu takes beside its value, in points.
pub const CHEVRON: f32 = 24.0;

/// The chevron of a button under which a menu opens, at its right end.
pub fn drops_down(ui: &Ui, button: Rect) {
    let at = pos2(button.right() - 12.0, button.center().y);
    let points = vec![
        at + vec2(-3.5, -2.0),
        at + vec2(0.0, 2.0),
        at + vec2(3.5, -2.0),
    ];
    let stroke = Stroke::new(1.5, theme::palette(ui).soft);
    ui.painter().add(Shape::line(points, stroke));
}

/// The sign before what went wrong: a triangle, so that it isn't told by its colour alone.
pub fn alarm_sign(ui: &mut Ui) {
    let color = theme::palette(ui).alarm;
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    let (center, stroke) = (rect.center(), Stroke::new(1.4, color));
    let corners = vec![
        center + vec2(0.0, -6.0),
        center + vec2(6.0, 5.0),
        center + vec2(-6.0, 5.0),
    ];
    ui.painter().add(Shape::closed_line(corners, stroke));
    let (top, foot) = (center + vec2(0.0, -2.0), center + vec2(0.0, 1.5));
    ui.painter().line_segment([top, foot], stroke);
    ui.painter()
        .circle_filled(center + vec2(0.0, 3.5), 0.9, color);
}

/// The room a floating scroll bar takes, which figures stand clear of, in points.
pub const BAR: f32 = 14.0;

/// Contents of a scrolling panel, clear of its scroll bar.
pub fn beside_the_bar(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let margin = Margin {
        right: 12,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(margin).show(ui, contents);
}

/// The palette's card frame.
pub fn card(palette: &Palette) -> Frame {
    Frame::new()
        .inner_margin(Margin::symmetric(12, 10))
        .corner_radius(8)
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.outline))
}

//! A figure's chart on screen: the series, axes, ticks and labels that exports draw, in a plot.

mod labels;
mod marks;

use eframe::egui::{
    self, Button, Rect, Role as Part, Sense, Ui, UiBuilder, Vec2, Vec2b, WidgetInfo, vec2,
};
use egui_plot::{Plot, PlotTransform};

use super::theme;
use crate::figure::position::number;
use crate::figure::{Axis, AxisKind, Body, Chart, Direction, Figure, Mark, Side};

/// Room under the plot for the words of the axis.
const BELOW: f32 = 24.0;

/// What was asked of a figure on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Copy it as a picture.
    Picture,
    /// Copy its values as cells.
    Values,
}

/// What a chart put on the screen, for comparing it with what is exported.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// The bounds of both axes: x from, x to, y from, y to.
    pub bounds: [f64; 4],
    /// Places and words of the ticks along the bottom.
    pub x_ticks: Vec<(f64, String)>,
    /// Places and words of the ticks up the side.
    pub y_ticks: Vec<(f64, String)>,
    /// The points of each series.
    pub points: Vec<Vec<[f64; 2]>>,
    /// The labels, in the order of the figure.
    pub labels: Vec<String>,
}

/// Paints a figure: its title with what can be copied, its chart, its subtitle.
pub fn show(ui: &mut Ui, figure: &Figure, height: f32) -> Option<Asked> {
    let palette = theme::palette(ui);
    let mut asked = None;
    ui.add_space(12.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let title = theme::strong(figure.name.title(), 12.0).color(palette.soft);
        ui.label(title.extra_letter_spacing(0.6));
        for (words, hint, what) in [
            ("Copy picture", "Copy as a picture", Asked::Picture),
            ("Copy data", "Copy the values as cells", Asked::Values),
        ] {
            let button = ui.add(Button::new(words).small().frame_when_inactive(false));
            let name = format!("{words} of {}", figure.name.title());
            button.widget_info(|| WidgetInfo::labeled(Part::Button, true, &name));
            if button.on_hover_text(hint).clicked() {
                asked = Some(what);
            }
        }
        if let Body::Chart(chart) = &figure.body {
            labels::key(ui, chart);
        }
    });
    match &figure.body {
        Body::Chart(chart) => {
            let drawn = ui.scope(|ui| paint(ui, figure, chart, height)).response;
            // By the other mouse button what the small buttons do; Tab reaches those.
            let id = ui.scope_id().with(("chart menu", figure.name.key()));
            let ground = ui.interact(drawn.rect, id, Sense::CLICK);
            ground.context_menu(|ui| {
                for (words, what) in [
                    ("Copy picture", Asked::Picture),
                    ("Copy data", Asked::Values),
                ] {
                    if ui.button(words).clicked() {
                        asked = Some(what);
                        ui.close();
                    }
                }
            });
        }
        Body::Empty(why) => {
            ui.label(why.as_str());
        }
        // The views have tables of their own, with more in them.
        Body::Table(_) => {}
    }
    let note = egui::RichText::new(&figure.subtitle).size(12.5);
    ui.add(egui::Label::new(note.color(palette.soft)).wrap());
    asked
}

/// Paints the chart, as wide as there is room; says what it drew.
pub fn paint(ui: &mut Ui, figure: &Figure, chart: &Chart, height: f32) -> Drawn {
    let palette = theme::palette(ui);
    let across = is_across(chart);
    let (x_ticks, y_ticks) = (ticks(&chart.x, false), ticks(&chart.y, across));
    let (x_low, x_high) = span(&chart.x, false);
    let (y_low, y_high) = span(&chart.y, across);
    let font = theme::regular(12.0);
    let widest = y_ticks
        .iter()
        .map(|(_, word)| measure(ui, word, &font))
        .fold(24.0, f32::max);
    let left = widest + 10.0;
    let right = labels::room_right(ui, chart);
    let whole = vec2(ui.available_width().max(left + right + 80.0), height);
    let (area, _) = ui.allocate_exact_size(whole, Sense::hover());
    let above = labels::room_above(chart);
    let inside = Rect::from_min_max(area.min + vec2(left, above), area.max - vec2(right, BELOW));
    let lines = |axis: &Axis, turned: bool| -> Vec<f64> {
        let lined = axis.ticks.iter().filter(|tick| tick.line);
        lined.map(|tick| turn(number(tick.at), turned)).collect()
    };
    let (grid_x, grid_y) = (lines(&chart.x, false), lines(&chart.y, across));
    // Axis words are painted below, where they can keep clear of each other.
    let plot = Plot::new(("figure", figure.name.key()))
        .width(inside.width())
        .height(inside.height())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .sense(Sense::hover())
        .show_x(false)
        .show_y(false)
        .show_background(false)
        .show_grid(false)
        .show_axes(false)
        .auto_bounds(Vec2b::FALSE)
        .set_margin_fraction(Vec2::ZERO);
    let mut points = Vec::new();
    let place = UiBuilder::new().max_rect(inside).id_salt(figure.name.key());
    let response = plot.show(&mut ui.new_child(place), |plot| {
        plot.set_plot_bounds_x(x_low..=x_high);
        plot.set_plot_bounds_y(y_low..=y_high);
        marks::lines(plot, (Direction::X, palette.rule, 1.0), &grid_x);
        marks::lines(plot, (Direction::Y, palette.rule, 1.0), &grid_y);
        points = marks::add(plot, chart, &palette, across);
    });
    let transform: PlotTransform = response.transform;
    response
        .response
        .widget_info(|| WidgetInfo::labeled(Part::Figure, true, &figure.alt));
    labels::axes(ui, &transform, &x_ticks, &y_ticks);
    let heads = marks::heads(ui, chart, &transform);
    let words = labels::paint(ui, chart, (&transform, right), &heads);
    let bounds = transform.bounds();
    Drawn {
        bounds: [
            bounds.min()[0],
            bounds.max()[0],
            bounds.min()[1],
            bounds.max()[1],
        ],
        x_ticks,
        y_ticks,
        points,
        labels: words,
    }
}

/// Whether bars run across, so that categories count down the side.
fn is_across(chart: &Chart) -> bool {
    chart.series.iter().any(|series| series.mark == Mark::Bar)
}

/// Categories count down from the top; a plot counts up.
fn turn(value: f64, turned: bool) -> f64 {
    if turned { -value } else { value }
}

fn span(axis: &Axis, turned: bool) -> (f64, f64) {
    let (low, high) = (number(axis.low), number(axis.high));
    if turned && axis.kind == AxisKind::Category {
        (-high, -low)
    } else {
        (low, high)
    }
}

fn ticks(axis: &Axis, turned: bool) -> Vec<(f64, String)> {
    let ticks = axis.ticks.iter();
    let mut ticks: Vec<(f64, String)> = ticks
        .map(|tick| (turn(number(tick.at), turned), tick.label.clone()))
        .collect();
    ticks.sort_by(|one, other| one.0.total_cmp(&other.0));
    ticks
}

fn measure(ui: &Ui, words: &str, font: &egui::FontId) -> f32 {
    let color = egui::Color32::PLACEHOLDER;
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font.clone(), color);
    galley.size().x
}

/// Whether a label stands right of the plot.
fn at_the_end(side: Side) -> bool {
    matches!(side, Side::End | Side::Between)
}

//! The lanes that follow from the raises: wage level, cost, one employee.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontId, Pos2, Rangef, Rect, Stroke, Ui, pos2};
use rust_decimal::Decimal;

use super::{TITLE, cursor, lane_title, value_label, year_lines};
use crate::costing::curves::{Sample, by_end_of, step_at};
use crate::costing::real_wage::reference_date;
use crate::document::words;
use crate::figure::position::day_at;
use crate::figure::{Axis, Body, Chart, Direction, Mark, Side, build};
use crate::scenario::Scenario;
use crate::ui::state::lane_sizes::Lane;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::axis::{TimeAxis, ValueAxis, number, whole};
use crate::ui::widgets::curves::{apart, band, curve, points, step_corners};
use crate::ui::widgets::names::{short_name, with_figures};
use crate::ui::widgets::theme::{self, Role};
use crate::units::Currency;
use crate::units::Date;

/// Between two values in a lane's title, in points.
const BETWEEN_VALUES: f32 = 14.0;

/// One offer's curve in a lane.
struct Line {
    name: String,
    role: Role,
    mark: Mark,
    samples: Vec<Sample>,
}

/// Paints a lane that follows from the raises. Returns the room the widest label of its axis takes; nothing where
/// words stand in it instead of curves.
pub fn show(
    up_axis: &mut Option<Axis>,
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (axis, lane, rect): (&TimeAxis, Lane, Rect),
) -> Option<f32> {
    let figure = build::figure(lane.figure(), context.scenario(), &context.results, "");
    let plot = Rect::from_x_y_ranges(axis.x, rect.top() + TITLE..=rect.bottom());
    let Body::Chart(chart) = &figure.body else {
        let values = "not costed";
        cursor::lane_stop(
            ui,
            context,
            actions,
            axis,
            cursor::LaneStop { lane, plot, values },
        );
        title(ui, context, lane, rect, &[], axis);
        if let Body::Empty(why) = &figure.body {
            let (font, soft) = (theme::regular(13.0), theme::palette(ui).soft);
            let job = LayoutJob::simple(why.clone(), font, soft, rect.right() - plot.left());
            let words = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let at = pos2(plot.left(), plot.center().y - words.size().y / 2.0);
            ui.painter().galley(at, words, soft);
        }
        return None;
    };
    let (lines, edges) = lines(chart);
    let kept = up_axis.take();
    let kept = kept.filter(|_| context.document().in_gesture());
    let up = kept.unwrap_or_else(|| chart.y.clone());
    let values = ValueAxis {
        low: number(up.low),
        high: number(up.high),
        y: Rangef::new(plot.top() + 4.0, plot.bottom()),
    };
    let said = said_at(
        lane,
        &lines,
        context.screen.cursor,
        &context.scenario().currency,
    );
    let stop = cursor::LaneStop {
        lane,
        plot,
        values: &said,
    };
    cursor::lane_stop(ui, context, actions, axis, stop);
    title(ui, context, lane, rect, &lines, axis);
    let widest = grid(ui, axis, &values, &up);
    rules(ui, axis, &values, chart);
    edges_band(ui, axis, &values, &edges, plot);
    draw(ui, axis, &values, chart, &lines, plot);
    let currency = &context.scenario().currency;
    ends(ui, axis, &values, (chart, lane, currency), rect.right());
    dots(ui, context, axis, &values, lane, &lines);
    *up_axis = Some(up);
    Some(widest)
}

/// The values at a day, in words.
fn said_at(lane: Lane, lines: &[Line], day: Date, currency: &Currency) -> String {
    let shown = lines.iter().filter(|line| line.role != Role::Other);
    let values = shown.filter_map(|line| {
        let value = value_at(line, day)?;
        Some(format!("{} {}", line.name, say(lane, value, currency)))
    });
    values.collect::<Vec<_>>().join(", ")
}

/// The curves, and what bounds a band around one of them.
fn lines(chart: &Chart) -> (Vec<Line>, Vec<Line>) {
    let series = chart.series.iter();
    let lines = series.map(|series| {
        let points = series.points.iter();
        Line {
            name: series.name.clone(),
            role: series.role,
            mark: series.mark,
            samples: points
                .filter_map(|point| Some((day_at(point.x)?, point.y)))
                .collect(),
        }
    });
    lines.partition(|line| line.mark != Mark::Edge)
}

fn title(ui: &Ui, context: &Context, lane: Lane, rect: Rect, lines: &[Line], axis: &TimeAxis) {
    let currency = &context.scenario().currency;
    let notes = notes(context, lane);
    // The values at the cursor, from the right; the note takes what is left of the row. Names give way, so that
    // all the values stand there.
    let palette = theme::palette(ui);
    let least = rect.left() + least_of_title(ui, lane, &notes, axis.x.max - rect.left());
    let shown: Vec<(&Line, String)> = lines
        .iter()
        .filter(|line| line.role != Role::Other)
        .filter_map(|line| {
            let value = value_at(line, context.screen.cursor)?;
            let mut said = say(lane, value, currency);
            if let Some(raise) = catch_up(value).filter(|_| lane == Lane::RealWage) {
                said = format!("{said}, catch-up {raise}");
            }
            Some((line, said))
        })
        .collect();
    let parts: Vec<(String, String)> = shown
        .iter()
        .map(|(line, said)| (line.name.clone(), said.clone()))
        .collect();
    let font = theme::regular(12.5);
    let gaps = BETWEEN_VALUES * shown.len().saturating_sub(1) as f32;
    let each = (axis.x.max - least - gaps) / shown.len().max(1) as f32;
    let mut x = axis.x.max;
    for ((line, _), text) in shown.iter().zip(names_within(
        ui,
        &parts,
        &font,
        axis.x.max - least - gaps,
        each,
    )) {
        let color = palette.text(line.role);
        let galley = ui.painter().layout_no_wrap(text, font.clone(), color);
        let left = x - galley.size().x;
        ui.painter()
            .galley(pos2(left, rect.top() + 1.0), galley, color);
        x = left - BETWEEN_VALUES;
    }
    lane_title(ui, rect, lane.name(), &notes, x);
}

/// What is said beside a lane's title, and shorter words for it where room is short.
fn notes(context: &Context, lane: Lane) -> Vec<String> {
    let currency = &context.scenario().currency;
    let scenario = context.scenario();
    match lane {
        Lane::Level => vec![format!(
            "{} = 100",
            words::date(scenario.workforce.rates_as_of)
        )],
        Lane::Cost => vec!["cumulative".to_owned()],
        Lane::RealWage => prices_in_words(scenario),
        Lane::Raises | Lane::Terms | Lane::Employee => {
            let pay = context.results.employee_pay.map_or_else(
                || "pay unknown".to_owned(),
                |pay| format!("{} a year", currency.brief(pay)),
            );
            let a = scenario.a.as_ref().and_then(|id| scenario.offer(id));
            let with = build::lump_sums_in_words(scenario, &context.results);
            let with = with.map_or_else(String::new, |words| format!(" {words}"));
            let said = |a: &str| format!("difference in cumulative pay{with} from {a}, {pay}");
            a.map_or_else(Vec::new, |a| {
                vec![
                    said(&short_name(a)),
                    said("A"),
                    format!("pay{with} beyond A\u{2019}s"),
                    "beyond A\u{2019}s".to_owned(),
                ]
            })
        }
    }
}

/// How much of a lane's first row its title takes with the shortest of its notes, in points: not more than half.
fn least_of_title(ui: &Ui, lane: Lane, notes: &[String], row: f32) -> f32 {
    let wide = |text: &str, font: FontId| {
        let laid = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        laid.size().x
    };
    let note = notes
        .last()
        .map_or(0.0, |note| wide(note, theme::regular(12.5)));
    let title = wide(lane.name(), theme::semibold(13.0));
    (title + note + 8.0 + BETWEEN_VALUES)
        .max(190.0)
        .min(row / 2.0)
}

/// Names with their values: whole where all have room together, else each within its share.
fn names_within(
    ui: &Ui,
    parts: &[(String, String)],
    font: &FontId,
    whole: f32,
    each: f32,
) -> Vec<String> {
    let texts = with_figures(ui, parts, font, f32::INFINITY);
    let width = |text: &String| {
        let laid = ui
            .painter()
            .layout_no_wrap(text.clone(), font.clone(), Color32::PLACEHOLDER);
        laid.size().x
    };
    if texts.iter().map(width).sum::<f32>() <= whole {
        return texts;
    }
    with_figures(ui, parts, font, each)
}

/// The day that is 100, and what is assumed of prices beyond the index: the band's edges are a point faster
/// and slower.
fn prices_in_words(scenario: &Scenario) -> Vec<String> {
    let Some(prices) = &scenario.inflation else {
        return Vec::new();
    };
    let day = words::date(reference_date(scenario, prices));
    let rate = words::percent(prices.projected.get());
    let mut said = Vec::new();
    if let Some(last) = prices.index.last() {
        let month = words::month_year(last.month);
        said.push(format!(
            "{day} = 100; prices after {month} +{rate} a year, band \u{b1} 1 point"
        ));
    }
    said.push(format!("{day} = 100"));
    said
}

/// The raise that would bring what pay buys back to 100; none where it is there.
fn catch_up(value: Decimal) -> Option<String> {
    if value >= Decimal::ONE_HUNDRED {
        return None;
    }
    let more = Decimal::ONE_HUNDRED
        .checked_div(value)?
        .checked_sub(Decimal::ONE)?
        .checked_mul(Decimal::ONE_HUNDRED)?;
    Some(format!("{}%", crate::units::text::fixed(more, 1)))
}

fn value_at(line: &Line, day: Date) -> Option<Decimal> {
    match line.mark {
        Mark::Steps => step_at(&line.samples, day),
        _ => by_end_of(&line.samples, day),
    }
}

fn say(lane: Lane, value: Decimal, currency: &Currency) -> String {
    match lane {
        Lane::Level => crate::units::text::fixed(value, 2),
        Lane::Cost => currency.brief(value),
        Lane::RealWage => crate::units::text::fixed(value, 1),
        Lane::Raises | Lane::Terms | Lane::Employee => currency.brief_signed(value),
    }
}

/// The year starts, and the ticks of the figure; where they are dense every second has its label.
fn grid(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, up: &Axis) -> f32 {
    let mut widest = 0.0_f32;
    let palette = theme::palette(ui);
    year_lines(ui, axis, values.y);
    let count = up.ticks.len().max(2) - 1;
    let every = whole((15.0 * count as f32 / values.y.span()).ceil().max(1.0));
    for (index, tick) in up.ticks.iter().enumerate() {
        let y = values.y_of(tick.at);
        if tick.line {
            let stroke = Stroke::new(1.0, palette.rule);
            ui.painter().hline(axis.x, y, stroke);
        }
        if index % every == 0 {
            widest = widest.max(value_label(ui, axis, y, &tick.label).width());
        }
    }
    widest
}

/// The lines across a lane at a value that means something.
fn rules(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, chart: &Chart) {
    let stroke = Stroke::new(1.0, theme::palette(ui).faint);
    for rule in chart.rules.iter().filter(|rule| rule.on == Direction::Y) {
        let y = values.y_of(rule.at);
        if values.y.contains(y) {
            ui.painter().hline(axis.x, y, stroke);
        }
    }
}

/// The ground between two edges, both given at the same days.
fn edges_band(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, edges: &[Line], plot: Rect) {
    let [lower, upper] = edges else { return };
    let palette = theme::palette(ui);
    let clip = plot.expand(2.0).intersect(ui.clip_rect());
    let painter = ui.painter().with_clip_rect(clip);
    let corners = |line: &Line| step_corners(&line.samples, axis, values);
    let color = faint(palette.mark(upper.role));
    band(&painter, &corners(upper), &corners(lower), color);
}

fn draw(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, chart: &Chart, lines: &[Line], plot: Rect) {
    let palette = theme::palette(ui);
    let painter = ui
        .painter()
        .with_clip_rect(plot.expand(2.0).intersect(ui.clip_rect()));
    let corners = |line: &Line| -> Vec<Pos2> {
        match line.mark {
            Mark::Steps => step_corners(&line.samples, axis, values),
            _ => points(&line.samples, axis, values),
        }
    };
    for shade in &chart.shades {
        let Some(of) = lines.get(shade.of) else {
            continue;
        };
        let upper = corners(of);
        let lower: Vec<Pos2> = match shade.to.and_then(|to| lines.get(to)) {
            Some(to) => upper
                .iter()
                .zip(&of.samples)
                .map(|(at, (day, _))| {
                    let below = by_end_of(&to.samples, day.plus_days(-1));
                    pos2(at.x, values.y_of(below.unwrap_or_default()))
                })
                .collect(),
            None => upper
                .iter()
                .map(|at| pos2(at.x, values.y_of_number(0.0)))
                .collect(),
        };
        band(&painter, &upper, &lower, faint(palette.mark(of.role)));
    }
    for line in lines {
        curve(&painter, corners(line), palette.mark(line.role), line.role);
    }
}

fn faint(color: Color32) -> Color32 {
    color.gamma_multiply(0.10)
}

/// The value each curve ends on, moved apart where they would overlap, in the room left of `right`. It has the digits
/// of the values at the cursor and of the figures on top, which stand beside it.
fn ends(
    ui: &Ui,
    axis: &TimeAxis,
    values: &ValueAxis,
    (chart, lane, currency): (&Chart, Lane, &Currency),
    right: f32,
) {
    let palette = theme::palette(ui);
    let height = 15.0;
    let shown: Vec<_> = chart
        .labels
        .iter()
        .filter(|label| label.side == Side::End)
        .filter_map(|label| Some((label, chart.series.get(label.series)?)))
        .filter(|(_, series)| series.role != Role::Other)
        .collect();
    let wanted: Vec<f32> = shown
        .iter()
        .map(|(label, _)| values.y_of(label.at.y))
        .collect();
    let low = values.y.min - 6.0;
    let places = apart(&wanted, height, low, values.y.max - 5.0);
    let parts = shown.iter().map(|(label, _)| {
        let name = label.text.rsplit_once(' ').map_or("", |(name, _)| name);
        (name.to_owned(), say(lane, label.at.y, currency))
    });
    let parts: Vec<(String, String)> = parts.collect();
    let font = theme::semibold(12.5);
    let texts = with_figures(ui, &parts, &font, right - axis.x.max - 8.0);
    for (((_, series), text), y) in shown.into_iter().zip(texts).zip(places) {
        let color = palette.text(series.role);
        let galley = ui.painter().layout_no_wrap(text, font.clone(), color);
        let at = pos2(axis.x.max + 6.0, y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
    }
}

/// A dot on each curve at the cursor.
fn dots(
    ui: &Ui,
    context: &Context,
    axis: &TimeAxis,
    values: &ValueAxis,
    lane: Lane,
    lines: &[Line],
) {
    let palette = theme::palette(ui);
    let x = axis.x_of(context.screen.cursor);
    if !axis.x.contains(x) {
        return;
    }
    for line in lines.iter().filter(|line| line.role != Role::Other) {
        let eve = if matches!(lane, Lane::Level | Lane::RealWage) {
            context.screen.cursor
        } else {
            context.screen.cursor.plus_days(-1)
        };
        if let Some(value) = value_at(line, eve) {
            let at = pos2(x, values.y_of(value));
            let ring = Stroke::new(1.0, palette.paper);
            ui.painter().circle(at, 3.0, palette.mark(line.role), ring);
        }
    }
}

//! The figures on top of the centre: what lies between A and B, and how far the counter has moved.

mod alone;

use eframe::egui::{Label, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use rust_decimal::Decimal;

use crate::document::words;
use crate::scenario::{OfferId, Party, Ratification, Scenario};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::names::{about_sign, short_name};
use crate::ui::widgets::{controls, theme};
use crate::units::text;

/// The size of a figure's name and of its note, in points.
const SMALL: (f32, f32) = (13.0, 12.5);
/// Between two figures, in points.
const BESIDE: f32 = 8.0;
/// The least height of the row, in points: a figure, its name and its note, each in a line.
const ROW: f32 = 66.0;
/// The most lines an offer's name may take before a shorter word stands for it.
const LINES: usize = 2;

struct Figure {
    name: String,
    /// What it is called where the row is narrow.
    in_short: String,
    value: String,
    note: String,
    /// The note where the row is narrow.
    note_in_short: String,
    how: String,
}

/// Paints the row of figures. Nothing of it is cut: what has no room in a line is said in fewer words or takes more
/// lines, and the row is as high as the highest of its figures.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let width = ui.available_width();
    let figures = figures(context);
    let each = width / figures.len().max(1) as f32;
    let (corner, mut height) = (ui.cursor().min, ROW);
    for (index, figure) in figures.iter().enumerate() {
        let left = corner.x + index as f32 * each;
        let room = vec2(each - BESIDE, f32::INFINITY);
        let rect = Rect::from_min_size(pos2(left, corner.y), room);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
        one(&mut ui, figure, actions);
        height = height.max(ui.min_rect().height());
    }
    ui.allocate_exact_size(vec2(width, height), Sense::hover());
    controls::rule(ui);
    ui.add_space(4.0);
}

fn one(ui: &mut Ui, figure: &Figure, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let room = ui.available_width();
    ui.spacing_mut().item_spacing.y = 0.0;
    let soft = |ui: &mut Ui, words: &[&String], size: f32, whole: &str| {
        let said = shortest_of(ui, words, size, room);
        let text = RichText::new(said).size(size).color(palette.soft);
        let label = ui.add(Label::new(text).wrap());
        if said != whole {
            label.on_hover_text(whole);
        }
    };
    let names = [&figure.name, &figure.in_short];
    soft(ui, &names, SMALL.0, &figure.name);
    // A long amount is written smaller before it is broken.
    let size = [23.0, 19.0, 16.0].into_iter().find(|size| {
        let (font, ink) = (theme::semibold(*size), palette.ink);
        let laid = ui.painter().layout_no_wrap(figure.value.clone(), font, ink);
        laid.size().x <= room
    });
    let value = theme::strong(&figure.value, size.unwrap_or(14.0));
    let value = ui.add(Label::new(value).wrap().sense(Sense::click()));
    value.widget_info(|| {
        let label = format!("{}: {}. How was this computed?", figure.name, figure.value);
        WidgetInfo::labeled(Role::Button, true, label)
    });
    controls::focus_ring(ui, &value, value.rect);
    if value.on_hover_text("How was this computed?").clicked() {
        actions.ask(Ask::How {
            title: figure.name.clone(),
            figure: figure.value.clone(),
            how: figure.how.clone(),
        });
    }
    let notes = [&figure.note, &figure.note_in_short];
    soft(ui, &notes, SMALL.1, &figure.note);
}

/// The first of some words that stays on one line, else the first within [`LINES`] that breaks no word, else the last
/// there is.
fn shortest_of<'a>(ui: &Ui, words: &[&'a String], size: f32, room: f32) -> &'a str {
    let lines = |text: &str| {
        let (font, ink) = (theme::regular(size), theme::palette(ui).soft);
        let laid = ui.painter().layout(text.to_owned(), font, ink, room);
        laid.rows.len()
    };
    let said: Vec<&'a str> = words.iter().map(|one| one.as_str()).collect();
    let said = || said.iter().copied().filter(|words| !words.is_empty());
    let whole = |text: &str| text.split(' ').all(|word| lines(word) < 2);
    said()
        .find(|text| lines(text) < 2)
        .or_else(|| said().find(|text| lines(text) <= LINES && whole(text)))
        .or_else(|| said().next_back())
        .unwrap_or_default()
}

fn figures(context: &Context) -> Vec<Figure> {
    let currency = &context.scenario().currency;
    let scenario = context.scenario();
    let about = about_sign(scenario);
    let Some(gap) = &context.results.gap else {
        return match scenario.offers.as_slice() {
            [one] => alone::figures(context, one),
            _ => vec![alone::nothing_compared()],
        };
    };
    let name = |id: &OfferId| scenario.offer(id).map_or_else(String::new, short_name);
    let (a, b) = (name(&gap.a), name(&gap.b));
    let none = || "not costed".to_owned();
    let money = |value: Option<Decimal>| {
        value.map_or_else(none, |value| format!("{about}{}", currency.short(value)))
    };
    let exact = |value: Option<Decimal>| value.map_or_else(none, |value| currency.exact(value));
    let cost = |id: &OfferId| context.results.of(id).and_then(|offer| offer.figures.cost);
    let fte = fte_in_words(context);
    let years = context
        .results
        .of(&gap.a)
        .map_or(0, |offer| offer.figures.years.len());
    let timing = timing_in_words(scenario.ratification);
    let pay = context
        .results
        .payroll
        .zip(context.results.fte)
        .and_then(|(payroll, fte)| payroll.checked_div(fte));
    let in_dollars = [&gap.a, &gap.b].into_iter().any(|id| {
        let figures = context.results.of(id).map(|one| &one.figures);
        figures.is_some_and(|one| one.simple_sum.is_none() || one.simple_sum_is_partial)
    });
    let mut figures = vec![
        Figure {
            name: format!("Gap between A and B, {}", text::counted(years, "year")),
            in_short: "Gap between A and B".to_owned(),
            value: money(gap.cost),
            note: match without(scenario, &gap.a, &gap.b) {
                Some((without, _)) => format!("{fte} \u{b7} {without}"),
                None => format!("{fte} \u{b7} {timing}"),
            },
            note_in_short: without(scenario, &gap.a, &gap.b)
                .map_or_else(String::new, |(_, in_short)| in_short),
            how: format!(
                "Cost of {b} over the term, {}, less cost of {a}, {}, is {}.\n\nThe cost of an offer is wages above the baseline plus lump sums: the sum over all days of (rate \u{2212} baseline rate) \u{d7} hours. Roll-up is not part of it.",
                exact(cost(&gap.b)),
                exact(cost(&gap.a)),
                exact(gap.cost)
            ),
        },
        Figure {
            // Where a sum leaves dollars out, only what the raises compound to can be compared.
            name: if in_dollars {
                "In points, compounded".to_owned()
            } else {
                "In points".to_owned()
            },
            in_short: "In points".to_owned(),
            value: if in_dollars {
                gap.compounded_points.map_or_else(none, words::points)
            } else {
                gap.simple_points.map_or_else(none, words::points)
            },
            note: if in_dollars {
                currency.said("raises in dollars are in no sum")
            } else {
                gap.compounded_points.map_or_else(String::new, |points| {
                    format!("{} compounded", words::points(points))
                })
            },
            note_in_short: String::new(),
            how: format!(
                "Simple sum of {b} less that of {a}, in percentage points. Compounded: the raise of the last day\u{2019}s pay over the baseline, {b} less {a}."
            ),
        },
        Figure {
            name: "Per full-time employee".to_owned(),
            in_short: "Per FTE".to_owned(),
            value: money(gap.cost_per_fte),
            note: pay.map_or_else(String::new, |pay| {
                format!("at {} a year", currency.brief(pay))
            }),
            note_in_short: String::new(),
            how: format!(
                "{} divided by {fte}: {}.",
                exact(gap.cost),
                exact(gap.cost_per_fte)
            ),
        },
    ];
    if let Some(moved) = movement(context) {
        figures.push(moved);
    }
    figures
}

fn fte_in_words(context: &Context) -> String {
    context.results.fte.map_or_else(
        || "FTE unknown".to_owned(),
        |fte| format!("{} FTE", text::count(fte)),
    )
}

fn timing_in_words(ratification: Ratification) -> String {
    match ratification {
        Ratification::OnTime => "on time".to_owned(),
        Ratification::On(day) => format!("ratified {}", words::date(day)),
    }
}

/// How many terms the figures of A and B are without; nothing where all are counted.
fn without(scenario: &Scenario, a: &OfferId, b: &OfferId) -> Option<(String, String)> {
    let left_out = |id: &OfferId| {
        let clauses = &scenario.offer(id)?.clauses;
        Some(clauses.iter().filter(|clause| !clause.counted).count())
    };
    let terms = |count: usize| text::counted(count, "term");
    match (left_out(a)?, left_out(b)?) {
        (0, 0) => None,
        (one, other) if one == other => {
            let words = format!("each without {}", terms(one));
            Some((words.clone(), words))
        }
        (one, 0) => Some((
            format!("A without {}", terms(one)),
            format!("A without {}", terms(one)),
        )),
        (0, other) => Some((
            format!("B without {}", terms(other)),
            format!("B without {}", terms(other)),
        )),
        (one, other) => Some((
            format!("A without {}, B without {}", terms(one), terms(other)),
            format!("without {one} and {} of A and B", terms(other)),
        )),
    }
}

/// Told from where we are: `we moved $445M; $519M remains`. A neutral is told both ways.
fn movement(context: &Context) -> Option<Figure> {
    let currency = &context.scenario().currency;
    let scenario = context.scenario();
    let movement = &context.results.gap.as_ref()?.movement;
    let name = |id: &Option<OfferId>| {
        id.as_ref()
            .and_then(|id| scenario.offer(id))
            .map(short_name)
    };
    let counter = name(&movement.counter)?;
    if context.is_presenting() && !scenario.offer(movement.counter.as_ref()?)?.shared {
        return None;
    }
    let (from, to) = (name(&movement.from)?, name(&movement.to)?);
    let (moved, remains) = (movement.moved?, movement.remains?);
    let share = |value: Option<Decimal>| {
        value.map_or_else(String::new, |value| {
            format!(" ({}%)", text::fixed(value, 1))
        })
    };
    let how = format!(
        "Cost of {from} less cost of {counter}, without sign: {}{}. Cost of {counter} less cost of {to}, without sign: {}{}. Shares are of the distance between {from} and {to}.",
        currency.exact(moved),
        share(movement.moved_share),
        currency.exact(remains),
        share(movement.remains_share)
    );
    let (moved, remains) = (currency.brief(moved), currency.brief(remains));
    // Where names are long, the letters of A and B stand for them, and what it is for the offer worked on.
    let letter = |id: &Option<OfferId>, name: String| match id {
        Some(_) if *id == scenario.a => "A".to_owned(),
        Some(_) if *id == scenario.b => "B".to_owned(),
        _ => name,
    };
    let (a, b) = (
        letter(&movement.from, from.clone()),
        letter(&movement.to, to.clone()),
    );
    let own = scenario.offer(movement.counter.as_ref()?)?;
    let called = if own.status.is_locked() {
        counter.as_str()
    } else {
        "Edited offer"
    };
    let neutral = scenario.we_are == Party::Neutral;
    let (name, in_short, note, note_in_short) = if neutral {
        (
            format!("{counter}: from {from}"),
            format!("{called}: from {a}"),
            format!("{remains} from {to}"),
            format!("{remains} from {b}"),
        )
    } else {
        (
            format!("{counter}: we moved"),
            format!("{called}: we moved"),
            format!("{remains} remains to {to}"),
            format!("{remains} remains to {b}"),
        )
    };
    Some(Figure {
        name,
        in_short,
        value: moved,
        note,
        note_in_short,
        how,
    })
}

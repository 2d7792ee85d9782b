//! The figures on top of the centre: what lies between A and B, and how far the counter has moved.

mod alone;

use eframe::egui::{Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};
use rust_decimal::Decimal;

use crate::document::words;
use crate::figure::told_apart::one_told_apart;
use crate::scenario::{OfferId, Party, Ratification, Scenario};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::names::{about_sign, short_name};
use crate::ui::widgets::{controls, theme};
use crate::units::text;

/// The least characters of an offer's name in the figure of how far the counter moved.
const LEAST_OF_NAME: usize = 6;
/// How many figures there are where the counter's movement is one of them.
const WITH_MOVEMENT: f32 = 4.0;
/// The size of a figure's name and of its note, in points.
const SMALL: (f32, f32) = (13.0, 12.5);

/// Between two figures, in points.
const BESIDE: f32 = 8.0;

struct Figure {
    name: String,
    /// What it is called where the row is narrow.
    in_short: String,
    value: String,
    note: String,
    /// The note where the row is narrow: what it must not lose.
    note_in_short: String,
    how: String,
}

/// Paints the row of figures.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let room = width / WITH_MOVEMENT - BESIDE;
    let fits = |text: &str, size: f32| {
        let (font, ink) = (theme::regular(size), palette.soft);
        let laid = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
        laid.size().x <= room
    };
    let figures = figures(context, &fits);
    let (row, _) = ui.allocate_exact_size(vec2(width, 66.0), Sense::hover());
    let each = width / figures.len().max(1) as f32;
    for (index, figure) in figures.iter().enumerate() {
        let left = row.left() + index as f32 * each;
        let rect = Rect::from_min_size(pos2(left, row.top()), vec2(each - BESIDE, row.height()));
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
        ui.spacing_mut().item_spacing.y = 0.0;
        let narrow = each < 150.0;
        let large = if narrow { 19.0 } else { 23.0 };
        let font = theme::regular(SMALL.0);
        let laid = ui
            .painter()
            .layout_no_wrap(figure.name.clone(), font, palette.soft);
        let name = if narrow || laid.size().x > ui.available_width() {
            &figure.in_short
        } else {
            &figure.name
        };
        ui.add(
            eframe::egui::Label::new(RichText::new(name).size(SMALL.0).color(palette.soft))
                .truncate(),
        );
        let value = ui.add(
            eframe::egui::Label::new(theme::strong(&figure.value, large))
                .truncate()
                .sense(Sense::click()),
        );
        value.widget_info(|| {
            let label = format!("{}: {}. How was this computed?", figure.name, figure.value);
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, label)
        });
        controls::focus_ring(&ui, &value, value.rect);
        if value.on_hover_text("How was this computed?").clicked() {
            actions.ask(Ask::How {
                title: figure.name.clone(),
                figure: figure.value.clone(),
                how: figure.how.clone(),
            });
        }
        let font = theme::regular(SMALL.1);
        let laid = ui
            .painter()
            .layout_no_wrap(figure.note.clone(), font, palette.soft);
        let note = if laid.size().x <= ui.available_width() || figure.note_in_short.is_empty() {
            &figure.note
        } else {
            &figure.note_in_short
        };
        let text = RichText::new(note).size(SMALL.1).color(palette.soft);
        let label = ui.add(eframe::egui::Label::new(text).truncate());
        if note != &figure.note {
            label.on_hover_text(&figure.note);
        }
    }
    controls::rule(ui);
    ui.add_space(4.0);
}

/// Whether a text of a size fits into the room of one of four figures.
type Fits<'a> = &'a dyn Fn(&str, f32) -> bool;

fn figures(context: &Context, fits: Fits<'_>) -> Vec<Figure> {
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
    if let Some(moved) = movement(context, fits) {
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
fn movement(context: &Context, fits: Fits<'_>) -> Option<Figure> {
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
    // Names give way to what is measured, all as much, until it fits.
    let short: Vec<String> = scenario.offers.iter().map(short_name).collect();
    let longest = short.iter().map(|name| name.chars().count()).max();
    let cut = |id: &Option<OfferId>, most: usize| {
        let offers = &mut scenario.offers.iter();
        let at = offers.position(|one| Some(&one.id) == id.as_ref());
        let fits = |text: &str| text.chars().count() <= most;
        at.map_or_else(String::new, |at| one_told_apart(&short, at, fits))
    };
    let fitted = |size: f32, words: &dyn Fn(usize) -> String| {
        let most = longest.unwrap_or(LEAST_OF_NAME).max(LEAST_OF_NAME);
        let mut lengths = (LEAST_OF_NAME..=most).rev().step_by(2);
        let fit = lengths.find(|most| fits(&words(*most), size));
        words(fit.unwrap_or(LEAST_OF_NAME))
    };
    let of = |most: usize| cut(&movement.counter, most);
    let (from, to) = (&movement.from, &movement.to);
    let (name, note) = match scenario.we_are {
        Party::Neutral => (
            fitted(SMALL.0, &|most| {
                format!("{}: from {}", of(most), cut(from, most))
            }),
            fitted(SMALL.1, &|most| format!("{remains} from {}", cut(to, most))),
        ),
        _ => (
            fitted(SMALL.0, &|most| format!("{}: we moved", of(most))),
            fitted(SMALL.1, &|most| {
                format!("{remains} remains to {}", cut(to, most))
            }),
        ),
    };
    Some(Figure {
        in_short: name.clone(),
        name,
        value: moved,
        note,
        note_in_short: String::new(),
        how,
    })
}

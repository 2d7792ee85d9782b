//! The lane of other terms: what doesn't change rates, as chips on its dates, moved sideways.

mod chip_words;
mod chips;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    self, Color32, CursorIcon, PointerButton, Rangef, Rect, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, accesskit, pos2, vec2,
};

use super::heads::Heads;
use super::heads::drag::{Drag, Grabbed, Moving};
use super::heads::head::{Key, head_id};
use super::heads::{keys, menu};
use super::{TITLE, cursor, lane_title, year_lines};
use crate::document::words as said;
use crate::ui::state::lane_sizes::Lane;
use crate::ui::state::{Actions, ClauseAt, Context, Edit, Look};
use crate::ui::widgets::axis::{TimeAxis, ValueAxis};
use crate::ui::widgets::controls;
use crate::ui::widgets::names::short_name;
use crate::ui::widgets::theme;
use chips::{Chip, MARK, ROW, text_of};

/// Why a chip has no height.
const NO_HEIGHT: &str = "A chip moves sideways only; press Enter to type its amount";

/// Where the chips stood, kept while one is dragged.
#[derive(Debug, Default)]
struct Kept {
    /// Each chip's, by whose term it is: one of several in one is found by any of them.
    rows: Vec<(Key, usize)>,
    room: f32,
}

impl Kept {
    /// The row a chip had.
    fn row_of(&self, chip: &Chip) -> Option<usize> {
        let keys: Vec<Key> = chip.keys().collect();
        let own = self.rows.iter().find(|(key, _)| keys.contains(key));
        own.map(|(_, row)| *row)
    }
}

/// What the lane remembers between frames.
#[derive(Debug, Default)]
pub struct Terms {
    kept: Kept,
}

/// The chips where they stand; none where no offer has such a term.
pub(super) fn laid_out(
    own: &Terms,
    ui: &Ui,
    context: &Context,
    room: (&TimeAxis, Rect),
    moving: Option<Moving<'_>>,
) -> Vec<Chip> {
    chips::laid_out(own, ui, context, room, moving)
}

/// How high the rows of the chips are.
pub(super) fn height(chips: &[Chip]) -> f32 {
    let rows = chips.iter().map(|chip| chip.row + 1).max().unwrap_or(1);
    rows as f32 * ROW
}

/// Paints the lane and takes clicks, drags and keys on its chips.
pub(super) fn show(
    (own, heads): (&mut Terms, &mut Heads),
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (axis, lane, chips): (&TimeAxis, Rect, &[Chip]),
) {
    let plot = Rect::from_x_y_ranges(axis.x, lane.top() + TITLE..=lane.bottom());
    let note = if context.is_presenting() {
        ""
    } else {
        "drag sideways for date"
    };
    lane_title(ui, lane, Lane::Terms.name(), &[note.to_owned()], axis.x.max);
    year_lines(ui, axis, plot.y_range());
    let count = match chips.len() {
        1 => "1 term".to_owned(),
        count => format!("{count} terms"),
    };
    let stop = cursor::LaneStop {
        lane: Lane::Terms,
        plot,
        values: &count,
    };
    cursor::lane_stop(ui, context, actions, axis, stop);
    cursor::line(ui, context, axis, &[plot]);
    if heads.drag.is_none() {
        own.kept = Kept {
            rows: chips
                .iter()
                .flat_map(|chip| chip.keys().map(|key| (key, chip.row)))
                .collect(),
            room: chips.first().map_or(0.0, |chip| chip.room),
        };
    }
    for chip in chips {
        let rect = chip.rect.translate(vec2(0.0, plot.top()));
        chip_at(heads, ui, context, actions, (axis, chip, rect));
    }
}

fn chip_at(
    heads: &mut Heads,
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (axis, chip, rect): (&TimeAxis, &Chip, Rect),
) {
    let (Some(key), Some(moved)) = (chip.key(), chip.moved()) else {
        return;
    };
    let id = head_id(&key);
    let (sense, cursor) = if chip.gathered {
        (Sense::click(), CursorIcon::PointingHand)
    } else {
        (Sense::drag(), CursorIcon::Grab)
    };
    let response = ui.interact(rect, id, sense).on_hover_cursor(cursor);
    let grabbed = Grabbed {
        key: key.clone(),
        date: chip.date,
        size: None,
        stands_at: None,
        grows: false,
        values: ValueAxis {
            low: 0.0,
            high: 1.0,
            y: Rangef::new(rect.top(), rect.bottom()),
        },
    };
    describe(ui, context, actions, chip, &response);
    if heads.drag.is_none() && !chip.gathered {
        let held = (&grabbed, moved.locked, Some(NO_HEIGHT));
        keys::on_grabbed(ui, context, actions, held, &response);
    }
    menu::of_clause(ui, context, actions, &key, &response);
    let tapped = response.contains_pointer() && ui.input(|input| input.pointer.primary_clicked());
    if tapped && heads.drag.is_none() {
        response.request_focus();
        actions.choose(&key.offer, key.clause);
    }
    let twice = !chip.gathered
        && response.contains_pointer()
        && ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
    if twice && !context.is_presenting() {
        if moved.locked {
            actions.tell_locked(context, &key.offer);
        } else {
            actions.look(Look::ExactValues);
        }
    }
    if response.drag_started_by(PointerButton::Primary)
        && heads.drag.is_none()
        && !context.is_presenting()
        && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
    {
        response.request_focus();
        heads.drag = Some(Drag::begin(grabbed, pointer, *axis, context, actions));
    }
    if response.gained_focus() && heads.drag.is_none() {
        actions.choose(&key.offer, key.clause);
    }
    let chosen = context.selection.is_chosen(&key.offer, key.clause);
    paint(ui, chip, rect, (chosen, response.has_focus()));
    if heads.drag.is_none() {
        response.on_hover_text(told(context, chip));
    }
}

fn describe(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    chip: &Chip,
    response: &egui::Response,
) {
    let names: Vec<&str> = chip
        .marks()
        .into_iter()
        .map(|whose| context.name_of(&whose.offer))
        .collect();
    let label = format!("{}, {}", names.join(" and "), text_of(chip));
    if chip.gathered {
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
        return;
    }
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Slider, true, &label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(said::date(chip.day));
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let months = ui.input(|input| {
        let count = |action| {
            let times = input.num_accesskit_action_requests(response.id, action);
            i32::try_from(times).unwrap_or(0)
        };
        count(accesskit::Action::Increment) - count(accesskit::Action::Decrement)
    });
    if months != 0
        && let Some(key) = chip.key()
    {
        actions.edit(Edit::Nudge {
            at: ClauseAt {
                offer: key.offer,
                clause: key.clause,
            },
            part: 0,
            date: chip.date.plus_months(months),
            size: None,
        });
    }
}

/// What is told of a chip that is pointed at.
fn told(context: &Context, chip: &Chip) -> String {
    let currency = &context.scenario().currency;
    let paid = context.scenario().paid_in();
    let mut lines = Vec::new();
    for whose in &chip.whose {
        let Some(offer) = context.offer(&whose.offer) else {
            continue;
        };
        let Some(clause) = offer.clause(whose.clause) else {
            continue;
        };
        let mut line = format!(
            "{}: {} on {}",
            short_name(offer),
            said::terms(&clause.terms, paid),
            said::date(chip.day)
        );
        if chip.day != chip.date {
            line.push_str(&format!(", written {}", said::date(chip.date)));
        }
        if !clause.counted {
            line.push_str(", left out of every figure");
            if !clause.left_out_because.is_empty() {
                line.push_str(&format!(": {}", clause.left_out_because));
            }
        }
        let own = context.results.of(&whose.offer);
        let worth = own.and_then(|own| {
            let place = offer.place_of(whose.clause)?;
            let raises = &mut own.figures.raises.iter();
            raises.find(|raise| raise.clause == place)?.worth
        });
        if let Some(worth) = worth.filter(|_| clause.counted) {
            line.push_str(&format!(", {} over the term", currency.brief(worth)));
        }
        lines.push(line);
    }
    lines.join("\n")
}

fn paint(ui: &Ui, chip: &Chip, rect: Rect, (chosen, focused): (bool, bool)) {
    let palette = theme::palette(ui);
    let round = rect.height() / 2.0;
    let Some(moved) = chip.moved() else { return };
    let (outline, ink): (Color32, Color32) = if chip.left_out {
        (palette.outline, palette.soft)
    } else {
        (palette.mark(moved.role), palette.text(moved.role))
    };
    let painter = ui.painter();
    painter.rect_filled(rect, round, palette.paper);
    if chosen {
        painter.rect_filled(rect, round, outline.gamma_multiply(0.18));
    }
    let width = if chosen { 2.0 } else { 1.25 };
    painter.rect_stroke(rect, round, Stroke::new(width, outline), StrokeKind::Inside);
    if focused {
        let ring = Stroke::new(2.0, palette.ink);
        painter.rect_stroke(rect.expand(2.0), round + 2.0, ring, StrokeKind::Outside);
    }
    let y = rect.center().y;
    let toward = if chip.flipped { -1.0 } else { 1.0 };
    let from = if chip.flipped {
        rect.right()
    } else {
        rect.left()
    };
    for (index, whose) in chip.marks().into_iter().enumerate() {
        let x = from + toward * (MARK / 2.0 + 1.0 + index as f32 * MARK);
        let color = palette.mark(whose.role);
        painter.add(controls::head_shape(
            whose.side,
            pos2(x, y),
            4.5,
            color,
            whose.open,
            palette.paper,
        ));
    }
    if chip.room <= 0.0 {
        return;
    }
    let font = theme::semibold(12.0);
    let mut job = LayoutJob::default();
    let strike = if chip.left_out { 1.0 } else { 0.0 };
    let format = |strike: f32| TextFormat {
        font_id: font.clone(),
        color: ink,
        strikethrough: Stroke::new(strike, ink),
        ..TextFormat::default()
    };
    job.append(&chip.label, 0.0, format(strike));
    if chip.left_out {
        job.append(" (left out)", 0.0, format(0.0));
    }
    job.wrap = TextWrapping::truncate_at_width(chip.room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let marks = chip.marks().len() as f32 * MARK + 2.0;
    let x = if chip.flipped {
        rect.right() - marks - galley.size().x
    } else {
        rect.left() + marks
    };
    painter.galley(pos2(x, y - galley.size().y / 2.0), galley, ink);
}

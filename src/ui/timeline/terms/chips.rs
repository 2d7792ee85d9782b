//! The chips of the lane of other terms: which there are, and where each stands.

use eframe::egui::{Rangef, Rect, Ui, pos2};

use super::{Kept, Terms, chip_words};
use crate::scenario::{ClauseId, OfferId, Party};
use crate::ui::state::Context;
use crate::ui::timeline::cut;
use crate::ui::timeline::heads::drag::Moving;
use crate::ui::timeline::heads::head::{Key, has_head};
use crate::ui::widgets::axis::{TimeAxis, whole};
use crate::ui::widgets::names::{is_open, role_of};
use crate::ui::widgets::theme::{self, Role};
use crate::units::Date;

/// From one row to the next.
pub(super) const ROW: f32 = 25.0;
/// How high a chip is.
const HIGH: f32 = 20.0;
/// Between two chips of a row.
const APART: f32 = 6.0;
/// What one mark takes.
pub(super) const MARK: f32 = 17.0;
/// What a label may take, and what it may take where chips crowd; at last there are marks alone.
const LABELS: [f32; 3] = [200.0, 132.0, 0.0];
/// The part of the centre's height that chips should take with whole labels.
const WHOLE: f32 = 0.45;
/// How many rows chips may take before they lose their labels: the lanes scroll, and a mark without a word has
/// to be pointed at to be read.
const MOST: usize = 18;

/// Whose term a chip is.
#[derive(Debug, Clone)]
pub(super) struct Whose {
    pub(super) offer: OfferId,
    pub(super) clause: ClauseId,
    pub(super) role: Role,
    pub(super) side: Party,
    pub(super) open: bool,
    pub(super) locked: bool,
}

#[derive(Debug, Clone)]
pub struct Chip {
    /// Whose; more than one where offers leave out the same term, or have it alike and are only there.
    pub(super) whose: Vec<Whose>,
    pub(super) label: String,
    /// How much of its label is written, in points.
    pub(super) room: f32,
    pub(super) left_out: bool,
    /// Whether it stands for several terms, left out on one date or alike in offers that are only there; it isn't moved.
    pub(super) gathered: bool,
    /// Whether the label stands left of the mark.
    pub(super) flipped: bool,
    /// The day it takes effect, or its date.
    pub(super) day: Date,
    /// Its date as written.
    pub(super) date: Date,
    pub(super) row: usize,
    /// Where it stands, measured down from the lane's top.
    pub(super) rect: Rect,
}

impl Chip {
    /// The one of its clauses that is moved: that of the offer worked on, else the first.
    pub(super) fn moved(&self) -> Option<&Whose> {
        let open = self.whose.iter().find(|whose| whose.open);
        open.or(self.whose.first())
    }

    /// Whose marks it shows: each offer's once.
    pub(super) fn marks(&self) -> Vec<&Whose> {
        let mut marks: Vec<&Whose> = Vec::new();
        for whose in &self.whose {
            if marks.iter().all(|one| one.offer != whose.offer) {
                marks.push(whose);
            }
        }
        marks
    }

    /// The names of all its clauses.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.whose.iter().map(|whose| Key {
            offer: whose.offer.clone(),
            clause: whose.clause,
            part: 0,
        })
    }

    /// Its name as something that is dragged.
    pub(super) fn key(&self) -> Option<Key> {
        self.moved().map(|whose| Key {
            offer: whose.offer.clone(),
            clause: whose.clause,
            part: 0,
        })
    }
}

/// The chips of every offer where they stand, no two on each other; labels give way before rows become
/// too many. While something is `moving`, the others keep their rows, and of the copy a drag starts only what is
/// moved has a chip: its other terms stand where those of the offer it is copied from do.
pub(super) fn laid_out(
    own: &Terms,
    ui: &Ui,
    context: &Context,
    (axis, area): (&TimeAxis, Rect),
    moving: Option<Moving<'_>>,
) -> Vec<Chip> {
    let of_copy = |offer: &OfferId, clause: ClauseId| {
        moving.is_some_and(|moving| {
            moving.copies && *offer == moving.key.offer && clause != moving.key.clause
        })
    };
    let mut chips = gathered(context, axis, of_copy);
    let main = |chip: &Chip| chip.whose.iter().any(|whose| whose.role != Role::Other);
    if let Some(moving) = moving {
        chips.retain(|chip| main(chip) || own.kept.row_of(chip).is_some());
        for chip in &mut chips {
            place(ui, axis, area, chip, own.kept.room);
        }
        keep_rows(&mut chips, &own.kept, moving.key);
        return stacked(chips);
    }
    // Where all together are too many, offers that are only there leave theirs to the table; then labels go.
    let all = in_rows(ui, chips.clone(), (axis, area));
    if all.iter().all(|chip| chip.room > 0.0) {
        return all;
    }
    chips.retain(main);
    in_rows(ui, chips, (axis, area))
}

/// Chips in rows, with as much of their labels as there is room for.
fn in_rows(ui: &Ui, mut chips: Vec<Chip>, (axis, area): (&TimeAxis, Rect)) -> Vec<Chip> {
    let rows = whole(area.height() * WHOLE / ROW).max(2);
    let most = [rows, rows.max(MOST)];
    for (index, room) in LABELS.into_iter().enumerate() {
        for chip in &mut chips {
            place(ui, axis, area, chip, room);
        }
        pack(&mut chips, axis);
        let rows = chips.iter().map(|chip| chip.row + 1).max().unwrap_or(0);
        if rows <= most.get(index).copied().unwrap_or(usize::MAX) {
            break;
        }
    }
    stacked(chips)
}

/// Chips moved down to their rows.
fn stacked(mut chips: Vec<Chip>) -> Vec<Chip> {
    for chip in &mut chips {
        let top = chip.row as f32 * ROW + 2.0;
        chip.rect = chip.rect.translate(eframe::egui::vec2(0.0, top));
    }
    chips
}

/// Each chip in the row it had; what is moved, and what is there only since, in the first that has room for it.
fn keep_rows(chips: &mut [Chip], kept: &Kept, moved: &Key) {
    let mut rows: Vec<Vec<Rangef>> = Vec::new();
    let is_moved = |chip: &Chip| chip.key().as_ref() == Some(moved);
    for turn in [false, true] {
        for chip in chips.iter_mut().filter(|chip| is_moved(chip) == turn) {
            let wanted = chip.rect.x_range();
            let own = kept.row_of(chip);
            if let Some(own) = own
                && rows.len() <= own
            {
                rows.resize(own + 1, Vec::new());
            }
            let free = |row: &usize| rows.get(*row).is_some_and(|row| is_free(row, wanted));
            let row = own.filter(free).or_else(|| free_row(&rows, wanted));
            let row = row.unwrap_or(rows.len());
            if row == rows.len() {
                rows.push(Vec::new());
            }
            if let Some(taken) = rows.get_mut(row) {
                taken.push(wanted);
            }
            chip.row = row;
        }
    }
}

/// The terms that don't change rates, by date; what several offers leave out alike is one chip.
fn gathered(
    context: &Context,
    axis: &TimeAxis,
    is_hidden: impl Fn(&OfferId, ClauseId) -> bool,
) -> Vec<Chip> {
    let scenario = context.scenario();
    let mut chips: Vec<Chip> = Vec::new();
    for offer in &scenario.offers {
        let figures = context.results.of(&offer.id).map(|own| &own.figures);
        for (place, clause) in offer.clauses.iter().enumerate() {
            if has_head(clause) || is_hidden(&offer.id, clause.id) {
                continue;
            }
            let costed = figures
                .filter(|_| clause.counted)
                .and_then(|figures| figures.raises.iter().find(|raise| raise.clause == place));
            let day = costed.map_or(clause.date, |raise| raise.takes_effect);
            if day < axis.first || day >= axis.end {
                continue;
            }
            let whose = Whose {
                offer: offer.id.clone(),
                clause: clause.id,
                role: role_of(scenario, &offer.id),
                side: offer.side,
                open: is_open(scenario, offer),
                locked: offer.status.is_locked(),
            };
            let label = chip_words::of_clause(clause, &scenario.currency);
            let same = chips.iter_mut().find(|chip| {
                let other = |whose: &Whose| {
                    let own = context.offer(&whose.offer);
                    own.and_then(|own| own.clause(whose.clause))
                        .is_some_and(|one| one.terms == clause.terms && one.scope == clause.scope)
                };
                let both_left_out = chip.left_out && !clause.counted;
                // Of offers that are only there one chip tells of a term that several have alike.
                let is_aside = |whose: &Whose| whose.role == Role::Other;
                let both_aside = !chip.left_out
                    && clause.counted
                    && chip.day == day
                    && is_aside(&whose)
                    && chip.whose.iter().all(is_aside);
                (both_left_out || both_aside)
                    && chip.date == clause.date
                    && chip.whose.first().is_some_and(other)
            });
            if let Some(same) = same {
                same.gathered |= !same.left_out;
                same.whose.push(whose);
                continue;
            }
            chips.push(Chip {
                whose: vec![whose],
                label,
                room: 0.0,
                left_out: !clause.counted,
                gathered: false,
                flipped: false,
                day,
                date: clause.date,
                row: 0,
                rect: Rect::NOTHING,
            });
        }
    }
    chips.sort_by_key(|chip| chip.day);
    with_left_out_gathered(chips)
}

/// The most terms left out on one date that have chips of their own.
const ALONE: usize = 2;

/// Chips in which more than a few terms left out on one date are one: the list of them stands at the left.
fn with_left_out_gathered(chips: Vec<Chip>) -> Vec<Chip> {
    let mut all: Vec<Chip> = Vec::with_capacity(chips.len());
    let on = |chips: &[Chip], date: Date| {
        let alike = chips
            .iter()
            .filter(|chip| chip.left_out && chip.date == date);
        alike.map(|chip| chip.whose.len()).sum::<usize>()
    };
    let alone = |date: Date| {
        let alike = chips
            .iter()
            .filter(|chip| chip.left_out && chip.date == date);
        alike.count() <= ALONE
    };
    for chip in &chips {
        if !chip.left_out || alone(chip.date) {
            all.push(chip.clone());
            continue;
        }
        let one = all
            .iter_mut()
            .find(|one| one.gathered && one.date == chip.date);
        match one {
            Some(one) => one.whose.extend(chip.whose.iter().cloned()),
            None => all.push(Chip {
                label: format!("{} terms", on(&chips, chip.date)),
                gathered: true,
                ..chip.clone()
            }),
        }
    }
    all
}

/// Puts a chip with its first mark's centre on its date, its label on the right where there is room for it.
fn place(ui: &Ui, axis: &TimeAxis, area: Rect, chip: &mut Chip, room: f32) {
    let color = theme::palette(ui).ink;
    let text = cut(ui, &text_of(chip), theme::semibold(12.0), color, room)
        .size()
        .x;
    chip.room = room;
    let text = if room > 0.0 { text + 10.0 } else { 4.0 };
    let width = chip.marks().len() as f32 * MARK + text;
    turn(chip, axis.x_of(chip.day), width, false);
    if chip.rect.right() > area.right() {
        turn(chip, axis.x_of(chip.day), width, true);
    }
}

/// Writes a chip's label left or right of its mark, which stands on its date, at `x`.
fn turn(chip: &mut Chip, x: f32, width: f32, flipped: bool) {
    chip.flipped = flipped;
    let reach = MARK / 2.0 + 1.0;
    let left = if flipped {
        x + reach - width
    } else {
        x - reach
    };
    chip.rect = Rect::from_min_max(pos2(left, 0.0), pos2(left + width, HIGH));
}

/// What a chip says.
pub(super) fn text_of(chip: &Chip) -> String {
    if chip.left_out {
        format!("{} (left out)", chip.label)
    } else {
        chip.label.clone()
    }
}

/// The first row that has room for each; where only the left of its date has room in a row that is there, its
/// label stands there.
fn pack(chips: &mut [Chip], axis: &TimeAxis) {
    let mut rows: Vec<Vec<Rangef>> = Vec::new();
    for chip in chips {
        let (x, width, flipped) = (axis.x_of(chip.day), chip.rect.width(), chip.flipped);
        let row = free_row(&rows, chip.rect.x_range()).or_else(|| {
            turn(chip, x, width, true);
            free_row(&rows, chip.rect.x_range()).filter(|_| chip.rect.left() >= axis.x.min)
        });
        let row = row.unwrap_or_else(|| {
            turn(chip, x, width, flipped);
            rows.len()
        });
        if row == rows.len() {
            rows.push(Vec::new());
        }
        if let Some(taken) = rows.get_mut(row) {
            taken.push(chip.rect.x_range());
        }
        chip.row = row;
    }
}

fn free_row(rows: &[Vec<Rangef>], wanted: Rangef) -> Option<usize> {
    rows.iter().position(|row| is_free(row, wanted))
}

fn is_free(row: &[Rangef], wanted: Rangef) -> bool {
    row.iter()
        .all(|taken| wanted.max + APART <= taken.min || wanted.min >= taken.max + APART)
}

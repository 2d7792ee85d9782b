//! Dragging a head or a chip: pointer to whole days and whole steps of its size, and these to a command.

use eframe::egui::{self, Modifiers, Pos2};
use rust_decimal::Decimal;

use super::head::{Head, Key, head_id};
use crate::costing::schedule::Timing;
use crate::document::moving::Measure;
use crate::document::{Command, counter};
use crate::scenario::ranges::RAISE;
use crate::scenario::{ClauseKind, EffectiveRule, Offer, OfferId, Scenario};
use crate::ui::state::{Actions, ClauseAt, Context, Gesture, Look};
use crate::ui::widgets::axis::{TimeAxis, ValueAxis, nearest};
use crate::units::{Date, Percent};

/// The axis a drag was first moved along, which Shift keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Along {
    Date,
    Size,
}

/// What is taken hold of.
#[derive(Debug, Clone)]
pub struct Grabbed {
    pub(crate) key: Key,
    /// Its date as written.
    pub(crate) date: Date,
    /// The number that is dragged up and down; a chip has none.
    pub(crate) size: Option<(Measure, Decimal)>,
    /// How high it stands, percent, where its size isn't that.
    pub(crate) stands_at: Option<Decimal>,
    /// Whether its head grows with its size in proportion.
    pub(crate) grows: bool,
    /// The axis it stands on, and zero height for a chip.
    pub(crate) values: ValueAxis,
}

impl Grabbed {
    /// A head on its axis.
    #[must_use]
    pub fn head(head: &Head, values: ValueAxis) -> Self {
        Self {
            key: head.key.clone(),
            date: head.date,
            size: head.size,
            grows: head.kind != ClauseKind::Floor,
            stands_at: (head.kind != ClauseKind::Percent).then_some(head.height),
            values,
        }
    }
}

/// A drag under way. Both axes are those of its start.
#[derive(Debug, Clone)]
pub struct Drag {
    /// What moves: of the copy, where the offer grabbed is locked. A copy's clauses have the names of
    /// those they were copied from.
    pub(super) key: Key,
    /// The offer grabbed, where it is locked, with the counter made from it.
    pub(super) counter: Option<(OfferId, Box<Offer>)>,
    from: Grabbed,
    /// Where it is now.
    date: Date,
    grabbed_at: Pos2,
    first_along: Option<Along>,
    axis: TimeAxis,
}

/// What a drag moves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moving<'a> {
    /// Of which offer, and which of its clauses.
    pub(crate) key: &'a Key,
    /// Whether the drag starts that offer, as a copy of one that is locked.
    pub(crate) copies: bool,
}

/// Pixels a pointer may wander before a value moves: a click changes nothing.
const STILL: f32 = 3.0;

impl Drag {
    /// Begins with what is under the pointer.
    pub fn begin(
        from: Grabbed,
        pointer: Pos2,
        axis: TimeAxis,
        context: &Context,
        actions: &mut Actions,
    ) -> Self {
        let scenario = context.scenario();
        let counter = scenario
            .offer(&from.key.offer)
            .filter(|offer| offer.status.is_locked())
            .map(|offer| {
                let copy = counter::counter_from(scenario, offer);
                (offer.id.clone(), Box::new(copy))
            });
        let offer = counter
            .as_ref()
            .map_or(&from.key.offer, |(_, copy)| &copy.id)
            .clone();
        actions.choose(&from.key.offer, from.key.clause);
        actions.gesture(Gesture::Begin("Move raise"));
        Self {
            key: Key {
                offer,
                ..from.key.clone()
            },
            counter,
            date: from.date,
            from,
            grabbed_at: pointer,
            first_along: None,
            axis,
        }
    }

    /// Follows the pointer; called before anything is drawn, so that the whole frame shows one
    /// state. The drag while it lasts.
    pub fn follow(
        mut self,
        ctx: &egui::Context,
        context: &Context,
        actions: &mut Actions,
    ) -> Option<Self> {
        if !context.document().in_gesture() {
            // It was given up elsewhere: by Present, say.
            return None;
        }
        let (escape, down, pointer, modifiers) = ctx.input(|input| {
            (
                input.key_pressed(egui::Key::Escape),
                input.pointer.primary_down(),
                input.pointer.interact_pos(),
                input.modifiers,
            )
        });
        if escape {
            actions.gesture(Gesture::Cancel);
            actions.choose(self.grabbed(), self.key.clause);
            return None;
        }
        if let Some(pointer) = pointer {
            self.move_to(pointer, modifiers, context, actions);
        }
        if down {
            return Some(self);
        }
        // The cursor goes where the drag ended, and the keys to what was dropped: a counter's own head.
        if self.date != self.from.date {
            actions.look(Look::Cursor(
                self.stands_on(context.document().before_gesture()),
            ));
        }
        if self.counter.is_some() {
            ctx.memory_mut(|memory| memory.request_focus(head_id(&self.key)));
        }
        actions.gesture(Gesture::DropRaise {
            raise: self.raise(),
            copied_from: self.counter.map(|(source, _)| source),
        });
        None
    }

    /// The day what was dragged stands on: that of its date under the rule of pay periods and a late ratification.
    fn stands_on(&self, scenario: &Scenario) -> Date {
        let copy = self.counter.as_ref().map(|(_, copy)| &**copy);
        let Some(offer) = copy.or_else(|| scenario.offer(&self.key.offer)) else {
            return self.date;
        };
        let place = offer.place_of(self.key.clause);
        let Some(clause) = place.and_then(|place| offer.clauses.get(place)) else {
            return self.date;
        };
        let timing = Timing::of(scenario, offer);
        match clause.terms.when() {
            Some(when) => timing.of_dollars(when, self.date),
            // A payment goes by its date; how late ones come is on its chip.
            None if clause.terms.kind() == ClauseKind::LumpSum => self.date,
            None => {
                let rule = clause.effective.unwrap_or(scenario.effective);
                timing.day_of_raise(rule, self.date, scenario.pay_periods())
            }
        }
    }

    fn raise(&self) -> ClauseAt {
        ClauseAt {
            offer: self.key.offer.clone(),
            clause: self.key.clause,
        }
    }

    /// The offer whose head was grabbed: the locked one, where a counter begins with the drag.
    fn grabbed(&self) -> &OfferId {
        let counter = self.counter.as_ref();
        counter.map_or(&self.key.offer, |(source, _)| source)
    }

    fn move_to(
        &mut self,
        pointer: Pos2,
        modifiers: Modifiers,
        context: &Context,
        actions: &mut Actions,
    ) {
        let moved = pointer - self.grabbed_at;
        let (mut sideways, mut up) = (moved.x, -moved.y);
        if self.first_along.is_none() && moved.length() > STILL {
            let sideways_first = moved.x.abs() > moved.y.abs();
            self.first_along = Some(if sideways_first {
                Along::Date
            } else {
                Along::Size
            });
        }
        if modifiers.shift {
            match self.first_along {
                Some(Along::Date) => up = 0.0,
                Some(Along::Size) => sideways = 0.0,
                None => {}
            }
        }
        let fine = modifiers.alt || modifiers.ctrl || modifiers.command;
        let scenario = context.document().before_gesture();
        let date = if sideways.abs() <= STILL {
            self.from.date
        } else {
            let day = self.from.date.plus_days(self.axis.days_in(sideways));
            let last = self.axis.end.plus_days(-1);
            let day = day.clamp(self.axis.first, last);
            if fine {
                day
            } else {
                snapped_day(scenario, day).clamp(self.axis.first, last)
            }
        };
        self.date = date;
        let size = self.from.size.map(|(measure, size)| {
            if up.abs() <= STILL {
                size
            } else {
                self.sized(measure, size, up, fine)
            }
        });
        if date == self.from.date && size == self.from.size.map(|(_, size)| size) {
            actions.gesture(Gesture::To {
                commands: Vec::new(),
                moves: None,
            });
            actions.choose(self.grabbed(), self.key.clause);
            return;
        }
        let mut commands = Vec::new();
        if let Some((_, copy)) = &self.counter {
            commands.push(Command::AddOffer(copy.clone()));
        }
        commands.push(self.command(date, size));
        actions.gesture(Gesture::To {
            commands,
            moves: Some(self.raise()),
        });
    }
}

impl Drag {
    fn command(&self, date: Date, size: Option<Decimal>) -> Command {
        let (offer, clause) = (self.key.offer.clone(), self.key.clause);
        let percent = match (self.from.stands_at, size) {
            (None, Some(size)) => Percent::new(size).ok(),
            _ => None,
        };
        match percent {
            Some(percent) => Command::SetRaise {
                offer,
                clause,
                date,
                percent,
            },
            None => Command::MoveClause {
                offer,
                clause,
                part: self.key.part,
                date,
                size: size.filter(|size| self.from.size.is_none_or(|(_, from)| from != *size)),
            },
        }
    }

    /// The size a way up comes to. A percent follows the axis; another size grows with its head, or by its
    /// steps where that stands at nothing.
    fn sized(&self, measure: Measure, from: Decimal, up: f32, fine: bool) -> Decimal {
        let hundredths = self.from.values.hundredths_in(up);
        let Some(height) = self.from.stands_at else {
            return moved_percent(from, hundredths, fine);
        };
        // A lowest rate lifts nobody until it passes the lowest of the scale.
        let grows = self.from.grows;
        let along = Decimal::new(hundredths, 2)
            .checked_mul(from)
            .and_then(|by| by.checked_div(height))
            .filter(|_| height > Decimal::ZERO && from > Decimal::ZERO && grows);
        let by = along.or_else(|| {
            let steps = Decimal::from(nearest(up / A_STEP));
            steps.checked_mul(measure.step(fine))
        });
        moved_size(measure, from, by.unwrap_or_default(), fine)
    }
}

/// The way up that is a step of a size whose head stands at nothing.
const A_STEP: f32 = 5.0;

/// A size moved by so much, at rest on whole steps.
#[must_use]
pub fn moved_size(measure: Measure, from: Decimal, by: Decimal, fine: bool) -> Decimal {
    let moved = from.checked_add(by).unwrap_or(from);
    let step = measure.step(fine);
    let rested = moved
        .checked_div(step)
        .map(|steps| crate::units::decimal::round(steps, 0))
        .and_then(|steps| steps.checked_mul(step))
        .unwrap_or(from);
    let (low, high) = match measure {
        Measure::Percent => RAISE.ends(),
        // What an amount may be at most is the document's to say.
        Measure::AnHour | Measure::AYear => (Decimal::ZERO, Decimal::from(1_000_000)),
    };
    rested.clamp(low, high)
}

/// A percent moved by whole hundredths; coarse, it comes to rest on quarters.
#[must_use]
pub fn moved_percent(from: Decimal, hundredths: i64, fine: bool) -> Decimal {
    let (low, high) = RAISE.ends();
    let moved = from
        .checked_add(Decimal::new(hundredths, 2))
        .unwrap_or(from)
        .clamp(low, high);
    if fine {
        return moved.normalize();
    }
    let quarters = moved.checked_mul(Decimal::from(4)).unwrap_or(moved);
    crate::units::decimal::round(quarters, 0)
        .checked_div(Decimal::from(4))
        .unwrap_or(moved)
        .normalize()
}

/// The day a date comes to rest on: a pay-period start where raises follow pay periods, else the
/// nearest first of a month.
#[must_use]
pub fn snapped_day(scenario: &Scenario, day: Date) -> Date {
    match scenario.pay_periods() {
        Some(periods) if scenario.effective != EffectiveRule::OnDate => periods.nearest(day),
        _ => {
            let before = day.first_of_month();
            let after = before.plus_months(1);
            if before.days_until(day) <= day.days_until(after) {
                before
            } else {
                after
            }
        }
    }
}

//! Dragging a head: pointer to whole days and whole hundredths of a percent, and these to a command.

use eframe::egui::{self, Key, Modifiers, Pos2};
use rust_decimal::Decimal;

use super::place::Head;
use crate::document::command::raise_range;
use crate::document::{Command, counter};
use crate::scenario::{ClauseId, EffectiveRule, Offer, OfferId, Scenario};
use crate::ui::state::{Actions, ClauseAt, Context, Gesture};
use crate::ui::widgets::axis::{TimeAxis, ValueAxis};
use crate::units::{Date, Percent};

/// The axis a drag was first moved along, which Shift keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Along {
    Date,
    Percent,
}

/// A drag under way. Both axes are those of its start.
#[derive(Debug, Clone)]
pub struct Drag {
    /// The offer whose raise moves: the copy, where the one grabbed is locked.
    pub offer: OfferId,
    /// Which of its clauses; a copy's have the names of those they were copied from.
    pub clause: ClauseId,
    /// The offer grabbed, where it is locked, with the counter made from it.
    pub counter: Option<(OfferId, Box<Offer>)>,
    from: (Date, Decimal),
    grabbed_at: Pos2,
    first_along: Option<Along>,
    axis: TimeAxis,
    values: ValueAxis,
}

/// Pixels a pointer may wander before a value moves: a click changes nothing.
const STILL: f32 = 3.0;

impl Drag {
    /// Begins with the head under the pointer.
    pub fn begin(
        head: &Head,
        pointer: Pos2,
        (axis, values): (TimeAxis, ValueAxis),
        context: &Context,
        actions: &mut Actions,
    ) -> Self {
        let scenario = context.scenario();
        let counter = scenario
            .offer(&head.offer)
            .filter(|offer| offer.status.is_locked())
            .map(|offer| {
                let copy = counter::counter_from(scenario, offer);
                (offer.id.clone(), Box::new(copy))
            });
        let offer = counter
            .as_ref()
            .map_or(&head.offer, |(_, copy)| &copy.id)
            .clone();
        actions.choose(&head.offer, head.clause);
        actions.gesture(Gesture::Begin("Move raise"));
        Self {
            offer,
            clause: head.clause,
            counter,
            from: (head.date, head.percent),
            grabbed_at: pointer,
            first_along: None,
            axis,
            values,
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
                input.key_pressed(Key::Escape),
                input.pointer.primary_down(),
                input.pointer.interact_pos(),
                input.modifiers,
            )
        });
        if escape {
            actions.gesture(Gesture::Cancel);
            actions.choose(self.grabbed(), self.clause);
            return None;
        }
        if let Some(pointer) = pointer {
            self.move_to(pointer, modifiers, context, actions);
        }
        if down {
            return Some(self);
        }
        actions.gesture(Gesture::DropRaise {
            raise: self.raise(),
            copied_from: self.counter.map(|(source, _)| source),
        });
        None
    }

    fn raise(&self) -> ClauseAt {
        ClauseAt {
            offer: self.offer.clone(),
            clause: self.clause,
        }
    }

    /// The offer whose head was grabbed: the locked one, where a counter begins with the drag.
    fn grabbed(&self) -> &OfferId {
        let counter = self.counter.as_ref();
        counter.map_or(&self.offer, |(source, _)| source)
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
                Along::Percent
            });
        }
        if modifiers.shift {
            match self.first_along {
                Some(Along::Date) => up = 0.0,
                Some(Along::Percent) => sideways = 0.0,
                None => {}
            }
        }
        let fine = modifiers.alt || modifiers.ctrl || modifiers.command;
        let scenario = context.document().before_gesture();
        let date = if sideways.abs() <= STILL {
            self.from.0
        } else {
            let day = self.from.0.plus_days(self.axis.days_in(sideways));
            let last = self.axis.end.plus_days(-1);
            let day = day.clamp(self.axis.first, last);
            if fine {
                day
            } else {
                snapped_day(scenario, day).clamp(self.axis.first, last)
            }
        };
        let percent = if up.abs() <= STILL {
            self.from.1
        } else {
            moved_percent(self.from.1, self.values.hundredths_in(up), fine)
        };
        let Ok(percent) = Percent::new(percent) else {
            return;
        };
        if (date, percent.get()) == self.from {
            actions.gesture(Gesture::To {
                commands: Vec::new(),
                moves: None,
            });
            actions.choose(self.grabbed(), self.clause);
            return;
        }
        let mut commands = Vec::new();
        if let Some((_, copy)) = &self.counter {
            commands.push(Command::AddOffer(copy.clone()));
        }
        commands.push(Command::SetRaise {
            offer: self.offer.clone(),
            clause: self.clause,
            date,
            percent,
        });
        actions.gesture(Gesture::To {
            commands,
            moves: Some(self.raise()),
        });
    }
}

/// A percent moved by whole hundredths; coarse, it comes to rest on quarters.
#[must_use]
pub fn moved_percent(from: Decimal, hundredths: i64, fine: bool) -> Decimal {
    let (low, high) = raise_range();
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

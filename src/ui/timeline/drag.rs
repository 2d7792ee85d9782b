//! Dragging a head: pointer to whole days and whole hundredths of a percent, and these to a command.

use eframe::egui::{Context, Key, Modifiers, Pos2};
use rust_decimal::Decimal;

use super::heads::Head;
use crate::document::command::raise_range;
use crate::document::{Command, counter, words};
use crate::scenario::{EffectiveRule, Offer, OfferId, Scenario};
use crate::ui::place::{TimeAxis, ValueAxis};
use crate::ui::{Selected, Window};
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
    /// Its place in the offer's clauses.
    pub clause: usize,
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
        window: &mut Window,
        head: &Head,
        pointer: Pos2,
        axis: TimeAxis,
        values: ValueAxis,
    ) {
        let scenario = window.document.scenario();
        let grabbed = scenario.offer(&head.offer);
        let counter = grabbed
            .filter(|offer| offer.status.is_locked())
            .map(|offer| {
                let copy = counter::counter_from(scenario, offer);
                (offer.id.clone(), Box::new(copy))
            });
        let offer = counter
            .as_ref()
            .map_or(&head.offer, |(_, copy)| &copy.id)
            .clone();
        window.selected = Some(Selected {
            offer: head.offer.clone(),
            clause: head.clause,
        });
        window.document.begin("Move raise");
        window.drag = Some(Drag {
            offer,
            clause: head.clause,
            counter,
            from: (head.date, head.percent),
            grabbed_at: pointer,
            first_along: None,
            axis,
            values,
        });
    }

    /// Follows the pointer; called before anything is drawn, so that the whole frame shows one
    /// state.
    pub fn follow(window: &mut Window, ctx: &Context) {
        let Some(mut drag) = window.drag.take() else {
            return;
        };
        let (escape, down, pointer, modifiers) = ctx.input(|input| {
            (
                input.key_pressed(Key::Escape),
                input.pointer.primary_down(),
                input.pointer.interact_pos(),
                input.modifiers,
            )
        });
        if escape {
            window.document.cancel();
            drag.select(window);
            return;
        }
        if let Some(pointer) = pointer {
            drag.move_to(window, pointer, modifiers);
        }
        if down {
            window.drag = Some(drag);
        } else {
            drag.drop_here(window);
        }
    }

    fn move_to(&mut self, window: &mut Window, pointer: Pos2, modifiers: Modifiers) {
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
        let scenario = window.document.before_gesture();
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
        let mut commands = Vec::new();
        if (date, percent.get()) != self.from {
            if let Some((_, copy)) = &self.counter {
                commands.push(Command::AddOffer(copy.clone()));
            }
            let (offer, clause) = (self.offer.clone(), self.clause);
            commands.push(Command::SetRaise {
                offer,
                clause,
                date,
                percent,
            });
            let giving = window.giving_way(&commands, &self.offer, self.clause);
            commands.extend(giving);
        }
        match window.document.update(&commands) {
            Ok(()) => self.select(window),
            Err(refusal) => window.notice = Some(refusal.to_string()),
        }
    }

    /// Chooses the raise that moves: the grabbed one until its copy is there.
    fn select(&self, window: &mut Window) {
        let moving = window.document.offer(&self.offer).is_some();
        let grabbed = self
            .counter
            .as_ref()
            .map_or(&self.offer, |(source, _)| source);
        let offer = if moving { &self.offer } else { grabbed };
        window.selected = Some(Selected {
            offer: offer.clone(),
            clause: self.clause,
        });
    }

    fn drop_here(self, window: &mut Window) {
        let before = window.document.before_gesture();
        let moved = window
            .document
            .offer(&self.offer)
            .and_then(|offer| offer.clauses.get(self.clause))
            .and_then(|clause| Some((clause.date, clause.terms.percent()?)));
        if let Some((date, percent)) = moved {
            let label = match &self.counter {
                Some((source, copy)) => {
                    let name = before.offer(source).map_or("", |offer| offer.name.as_str());
                    format!("Start {} from {name}", copy.name)
                }
                None => words::raise_change(before, &self.offer, self.clause, date, percent),
            };
            window.document.relabel(label);
            window.selected = Some(Selected {
                offer: self.offer,
                clause: self.clause,
            });
        }
        window.document.commit();
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

//! What the model makes of each claim, worked out beside the window and kept until something changes that it
//! rests on: a check costs offers many times, and no frame waits for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui;

use crate::explore::claims::{Checked, Ground, check_on};
use crate::scenario::{Claim, FigureSettings, Parties, Party, Precision, Quantity, Scenario};
use crate::ui::state::Context;
use crate::units::Quoted;

/// What came of a claim: its check, or why it can't be worked out.
pub type Outcome = Result<Arc<Checked>, String>;

/// The part of a claim that its check depends on.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    quantity: Quantity,
    value: Option<Quoted>,
    precision: Precision,
    input_of: Option<String>,
}

impl Key {
    fn of(claim: &Claim) -> Self {
        Self {
            quantity: claim.quantity.clone(),
            value: claim.value,
            precision: claim.precision,
            input_of: claim.input_of.clone(),
        }
    }
}

/// The checks known of the scenario last seen.
#[derive(Debug, Default)]
pub struct Checks {
    seen: Option<Arc<Scenario>>,
    /// The scenario without what no check depends on.
    ground: Option<Arc<Scenario>>,
    known: Vec<(Key, Outcome)>,
    job: Option<Job>,
}

#[derive(Debug)]
struct Job {
    ground: Arc<Scenario>,
    asked: Vec<Key>,
    stop: Arc<AtomicBool>,
    found: Receiver<(Key, Outcome)>,
}

impl Checks {
    /// Takes what has been worked out since the last frame, and has worked out what is missing.
    pub fn follow(&mut self, context: &Context, ctx: &egui::Context) {
        let now = context.document().snapshot();
        let same = self
            .seen
            .as_ref()
            .is_some_and(|seen| Arc::ptr_eq(seen, &now));
        if !same {
            self.turn_to(&now);
        }
        self.collect();
        if self.job.is_none() && !context.document().in_gesture() {
            self.begin(&now, ctx);
        }
    }

    /// What came of a claim; `None` while it is being worked out.
    pub fn of(&self, claim: &Claim) -> Option<&Outcome> {
        let key = Key::of(claim);
        let known = self.known.iter().find(|(own, _)| *own == key);
        known.map(|(_, outcome)| outcome)
    }

    fn turn_to(&mut self, now: &Arc<Scenario>) {
        let ground = ground_of(now);
        if self.ground.as_deref() != Some(&ground) {
            self.known.clear();
            if let Some(job) = &self.job {
                job.stop.store(true, Ordering::Relaxed);
            }
            self.ground = Some(Arc::new(ground));
        }
        self.seen = Some(now.clone());
    }

    fn collect(&mut self) {
        let Some(job) = &self.job else { return };
        let current = self.ground.as_ref();
        let current = current.is_some_and(|own| Arc::ptr_eq(own, &job.ground));
        loop {
            match job.found.try_recv() {
                Ok(found) if current => self.known.push(found),
                Ok(_) => {}
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => break,
            }
        }
        if current {
            // A check that gave no answer is not asked for again until something changes.
            for key in &job.asked {
                if !self.known.iter().any(|(own, _)| own == key) {
                    let words = "This can\u{2019}t be worked out.".to_owned();
                    self.known.push((key.clone(), Err(words)));
                }
            }
        }
        self.job = None;
    }

    fn begin(&mut self, now: &Scenario, ctx: &egui::Context) {
        let Some(ground) = self.ground.clone() else {
            return;
        };
        let claims = now.claims.iter();
        let missing: Vec<Claim> = claims
            .filter(|claim| self.of(claim).is_none())
            .cloned()
            .collect();
        if missing.is_empty() {
            return;
        }
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, found) = channel();
        self.job = Some(Job {
            ground: ground.clone(),
            asked: missing.iter().map(Key::of).collect(),
            stop: stop.clone(),
            found,
        });
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let ready = Ground::new(&ground);
            for claim in missing {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let outcome = ready.as_ref().map_err(Clone::clone);
                let outcome = outcome.and_then(|ready| check_on(ready, &claim));
                let outcome = outcome.map(Arc::new).map_err(|error| error.to_string());
                // The window may be gone by now.
                if sender.send((Key::of(&claim), outcome)).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
            drop(sender);
            ctx.request_repaint();
        });
    }
}

/// The scenario without what no check depends on.
fn ground_of(scenario: &Scenario) -> Scenario {
    Scenario {
        title: String::new(),
        parties: Parties::default(),
        we_are: Party::Neutral,
        counter: None,
        claims: Vec::new(),
        assumptions: Vec::new(),
        sources: Vec::new(),
        figures: FigureSettings::default(),
        note: String::new(),
        ..scenario.clone()
    }
}

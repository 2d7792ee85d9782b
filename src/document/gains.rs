//! Who gains, worked out beside the window and kept until the scenario changes.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::costing::figures::report;
use crate::costing::report::PeopleFigures;
use crate::explore::shown::hide_small_cells;
use crate::scenario::Scenario;

/// What the offers mean for parts of the workforce, small cells hidden; in words, why that isn't known.
pub type Gains = Result<Arc<PeopleFigures>, String>;

/// The figures asked for last, and those being worked out.
#[derive(Debug, Default)]
pub struct GainsCache {
    latest: Option<(Arc<Scenario>, Gains)>,
    coming: Option<(Arc<Scenario>, Receiver<Gains>)>,
}

impl GainsCache {
    /// Who gains by a scenario's offers; where that is still being worked out, what was known before, if
    /// anything. `woken` is called when it is done. The second says whether it is this scenario's.
    pub fn of(
        &mut self,
        scenario: &Arc<Scenario>,
        woken: impl FnOnce() + Send + 'static,
    ) -> (Option<Gains>, bool) {
        if let Some((of, answer)) = &self.coming {
            match answer.try_recv() {
                Ok(gains) => {
                    self.latest = Some((of.clone(), gains));
                    self.coming = None;
                }
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => {
                    let gains = Err("it could not be worked out".to_owned());
                    self.latest = Some((of.clone(), gains));
                    self.coming = None;
                }
            }
        }
        let known = self.latest.as_ref();
        if let Some((of, gains)) = known
            && Arc::ptr_eq(of, scenario)
        {
            return (Some(gains.clone()), true);
        }
        // One at a time: what changed meanwhile is worked out next.
        if self.coming.is_none() {
            let (sender, answer) = channel();
            let own = scenario.clone();
            std::thread::spawn(move || {
                // Nobody may be waiting any more.
                let _ = sender.send(work_out(&own));
                woken();
            });
            self.coming = Some((scenario.clone(), answer));
        }
        let before = self.latest.as_ref().map(|(_, gains)| gains.clone());
        (before, false)
    }
}

/// Who gains by a scenario's offers.
///
/// # Errors
/// Words that say why that can't be told.
pub fn work_out(scenario: &Scenario) -> Gains {
    let mut report = report(scenario).map_err(|error| error.to_string())?;
    hide_small_cells(&mut report, scenario);
    Ok(Arc::new(report.people))
}

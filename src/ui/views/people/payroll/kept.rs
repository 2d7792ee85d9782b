//! What the payroll page remembers between frames.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::Id;

use crate::document::YearCache;
use crate::document::payroll::column::{Cells, Column};
use crate::document::payroll::is_sorted;
use crate::scenario::{Group, Rates, Scenario, Totals, Workforce};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Payroll {
    pub(super) grid: Grid,
    pub(super) known: WorkedOut,
    pub(super) years: YearCache,
}

impl Payroll {
    /// Takes up what has changed since the last frame.
    pub(super) fn follow(&mut self, scenario: &Arc<Scenario>) {
        let changed = self.known.follow(scenario, &self.grid.filter);
        if changed
            && let Some((by, descending)) = self.grid.sorted
            && !is_sorted(scenario, by, descending)
        {
            self.grid.sorted = None;
        }
    }
}

/// The table's cursor, what is chosen and what is typed.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The cursor: a row among those shown, one past the last for the new one, and a column.
    pub(crate) at: Cell,
    /// The other corner of what is chosen.
    pub(crate) anchor: Cell,
    /// Whether whole rows are chosen.
    pub(crate) whole_rows: bool,
    pub(crate) typing: Option<Typing>,
    /// What the groups shown hold in one of their cells.
    pub(crate) filter: String,
    /// How they were sorted last.
    pub(crate) sorted: Option<(Column, bool)>,
    /// The row to be brought into sight.
    pub(crate) go_to: Option<usize>,
    /// The rows in sight in the last frame.
    pub(crate) in_sight: (usize, usize),
    /// The row down to which a fill is drawn.
    pub(crate) fill_to: Option<usize>,
}

/// A cell: its row among those shown, and its column's place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(crate) row: usize,
    pub(crate) column: usize,
}

impl Cell {
    pub fn column(self) -> Column {
        Column::ALL
            .get(self.column)
            .copied()
            .unwrap_or(Column::Name)
    }
}

/// The cell being typed in.
#[derive(Debug)]
pub(super) struct Typing {
    pub(crate) at: Cell,
    pub(crate) text: String,
    /// Whether its field isn't on the screen yet.
    pub(crate) new: bool,
    /// Why what was typed isn't taken.
    pub(crate) refused: Option<String>,
}

impl Grid {
    /// The name that keeps the keyboard on the table.
    pub fn id() -> Id {
        Id::unique("groups of the payroll")
    }

    /// The rows chosen, from the first to the last.
    pub fn rows(&self) -> std::ops::RangeInclusive<usize> {
        let (one, other) = (self.at.row, self.anchor.row);
        one.min(other)..=one.max(other)
    }

    pub fn columns(&self) -> std::ops::RangeInclusive<usize> {
        if self.whole_rows {
            return 0..=Column::ALL.len() - 1;
        }
        let (one, other) = (self.at.column, self.anchor.column);
        one.min(other)..=one.max(other)
    }

    /// Puts the cursor on a cell; with `extend` what is chosen reaches to it.
    pub fn go(&mut self, to: Cell, extend: bool) {
        self.at = to;
        if !extend {
            self.anchor = to;
            self.whole_rows = false;
        }
        self.go_to = Some(to.row);
    }
}

/// What follows from a workforce and a filter, worked out once.
#[derive(Debug, Default)]
pub(super) struct WorkedOut {
    made_from: Option<(Arc<Workforce>, Arc<Scenario>, String)>,
    /// The places of the groups shown.
    pub(crate) rows: Vec<usize>,
    /// The sums of the groups shown, and of all.
    pub(crate) shown: Totals,
    pub(crate) all: Totals,
    /// How long the longest text of each column is, in letters, and that text.
    pub(crate) longest: Vec<String>,
    /// Employees on each step of each scale, and the job most of them have.
    pub(crate) standing: HashMap<String, OnScale>,
    /// Groups without a scale, and their employees.
    pub(crate) without: (usize, u64),
}

/// Employees on the steps of a scale.
#[derive(Debug, Clone, Default)]
pub(super) struct OnScale {
    pub(crate) heads: Vec<u64>,
    pub(crate) job: Option<String>,
    /// Employees by market.
    pub(crate) markets: Vec<(Option<String>, u64)>,
}

impl WorkedOut {
    /// Works out anew what a changed workforce or filter asks for; whether the workforce has changed.
    pub fn follow(&mut self, scenario: &Arc<Scenario>, filter: &str) -> bool {
        let workforce = &scenario.workforce;
        let mut changed = false;
        if let Some((of, whole, with)) = &mut self.made_from
            && Arc::ptr_eq(of, workforce)
            && whole.hours == scenario.hours
        {
            if with == filter {
                return false;
            }
            filter.clone_into(with);
        } else {
            changed = true;
            let made_from = (workforce.clone(), scenario.clone(), filter.to_owned());
            self.made_from = Some(made_from);
            self.of_workforce(scenario);
        }
        self.of_filter(scenario, filter);
        changed
    }

    fn of_filter(&mut self, scenario: &Scenario, filter: &str) {
        let workforce = &scenario.workforce;
        let groups = workforce.read_groups();
        let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
        if words.is_empty() {
            self.rows = (0..groups.len()).collect();
            self.shown = self.all;
            return;
        }
        self.rows = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| holds(group, &words))
            .map(|(at, _)| at)
            .collect();
        let shown = self.rows.iter().filter_map(|at| groups.get(*at));
        self.shown = workforce.totals_of(shown, scenario.hours);
    }

    fn of_workforce(&mut self, scenario: &Scenario) {
        let workforce = &scenario.workforce;
        let groups = workforce.read_groups();
        self.all = workforce.totals(scenario.hours);
        let cells = Cells::of(
            workforce,
            Rates::of(workforce, scenario.hours),
            &scenario.currency,
        );
        // Names are compared by their length; figures of a thousand groups tell how wide figures get.
        let some = groups.iter().step_by(groups.len() / 1000 + 1);
        self.longest = Column::ALL
            .iter()
            .map(|column| {
                let longest = |one: String, other: String| {
                    if other.chars().count() > one.chars().count() {
                        other
                    } else {
                        one
                    }
                };
                some.clone()
                    .map(|group| cells.shown(group, *column))
                    .fold(String::new(), longest)
            })
            .collect();
        self.standing = standing(workforce, groups);
        let free = groups.iter().filter(|group| group.scale.is_none());
        self.without = (
            free.clone().count(),
            free.filter_map(|group| group.headcount.get())
                .fold(0, u64::saturating_add),
        );
    }
}

/// Whether a group holds every word in one of its names.
fn holds(group: &Group, words: &[String]) -> bool {
    let names = [&group.market, &group.unit, &group.job, &group.scale];
    let mut all = group.name.to_lowercase();
    for name in names.into_iter().flatten() {
        all.push('\n');
        all.push_str(&name.to_lowercase());
    }
    words.iter().all(|word| all.contains(word))
}

fn standing(workforce: &Workforce, groups: &[Group]) -> HashMap<String, OnScale> {
    let mut all: HashMap<String, OnScale> = HashMap::new();
    let mut jobs: HashMap<&str, HashMap<&str, u64>> = HashMap::new();
    for scale in &workforce.scales {
        let heads = vec![0; scale.steps.len()];
        let on = OnScale {
            heads,
            ..OnScale::default()
        };
        all.insert(scale.name.clone(), on);
    }
    for group in groups {
        let (Some(scale), Some(step)) = (group.scale.as_deref(), group.step) else {
            continue;
        };
        let Some(on) = all.get_mut(scale) else {
            continue;
        };
        let heads = group.headcount.get().unwrap_or(0);
        let at = usize::try_from(step).ok().and_then(|at| at.checked_sub(1));
        if let Some(sum) = at.and_then(|at| on.heads.get_mut(at)) {
            *sum = sum.saturating_add(heads);
        }
        match on.markets.iter_mut().find(|one| one.0 == group.market) {
            Some(market) => market.1 = market.1.saturating_add(heads),
            None => on.markets.push((group.market.clone(), heads)),
        }
        if let Some(job) = group.job.as_deref() {
            let of_scale = jobs.entry(scale).or_default();
            let sum = of_scale.entry(job).or_default();
            *sum = sum.saturating_add(heads);
        }
    }
    for (scale, jobs) in jobs {
        let most = jobs.into_iter().max_by_key(|(job, heads)| (*heads, *job));
        if let (Some(on), Some((job, _))) = (all.get_mut(scale), most) {
            on.job = Some(job.to_owned());
        }
    }
    all
}

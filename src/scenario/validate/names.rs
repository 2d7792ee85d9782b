//! The names a scenario gives, each found in one step however many there are.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::Findings;
use super::similar::{closest, first_names};
use crate::scenario::fault::{KnownNames, NameFault, Named};
use crate::scenario::{Group, Scenario, Scope, ScopeKey, Workforce};

/// Names without the repeated ones, in their order.
#[derive(Default)]
pub(super) struct NameSet<'a> {
    distinct: Vec<&'a str>,
    set: HashSet<&'a str>,
}

impl<'a> NameSet<'a> {
    pub(super) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Self::default();
        for name in names {
            if all.set.insert(name) {
                all.distinct.push(name);
            }
        }
        all
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.set.contains(name)
    }

    /// That nothing of a kind is called so, with the name probably meant, or those there are.
    pub(super) fn unknown(&self, what: Named, written: &str, found: &mut Findings) -> NameFault {
        NameFault::Unknown {
            what,
            written: written.to_owned(),
            known: self.known(written, found),
        }
    }

    /// The name probably meant by one that isn't there, or those there are. Looking for a similar name takes
    /// time for each there is, so only the first wrong names are given one.
    pub(super) fn known(&self, written: &str, found: &mut Findings) -> KnownNames {
        let meant = if found.may_suggest() {
            found.looked_at(self.distinct.len());
            closest(written, &self.distinct)
        } else {
            None
        };
        match meant {
            Some(name) => KnownNames::Close(name.to_owned()),
            None => first_names(&self.distinct),
        }
    }
}

/// Every name that another part of the scenario may use.
pub(super) struct Names<'a> {
    pub(super) offers: NameSet<'a>,
    pub(super) sources: NameSet<'a>,
    pub(super) scales: NameSet<'a>,
    /// The names some group has, in the order of [`ScopeKey::ALL`].
    under: [NameSet<'a>; 6],
    /// For each key and name, the groups that have it, by their places.
    having: HashMap<(ScopeKey, &'a str), Vec<usize>>,
    groups: usize,
    /// Whether some group matches a scope, for those asked before.
    asked: RefCell<HashMap<Scope, bool>>,
}

impl<'a> Names<'a> {
    pub(super) fn of(scenario: &'a Scenario) -> Self {
        let workforce: &Workforce = &scenario.workforce;
        let mut ladders_of: HashMap<&str, Vec<&'a str>> = HashMap::new();
        for ladder in &workforce.ladders {
            for scale in &ladder.scales {
                ladders_of.entry(scale).or_default().push(&ladder.name);
            }
        }
        let groups = workforce.read_groups();
        let mut having: HashMap<(ScopeKey, &'a str), Vec<usize>> = HashMap::new();
        for (at, group) in groups.iter().enumerate() {
            for key in ScopeKey::ALL {
                for name in names_under(group, key, &ladders_of) {
                    having.entry((key, name)).or_default().push(at);
                }
            }
        }
        Self {
            offers: NameSet::of(scenario.offers.iter().map(|offer| offer.id.0.as_str())),
            sources: NameSet::of(scenario.sources.iter().map(|source| source.id.as_str())),
            scales: NameSet::of(workforce.scales.iter().map(|scale| scale.name.as_str())),
            under: ScopeKey::ALL.map(|key| {
                let names = groups
                    .iter()
                    .flat_map(|group| names_under(group, key, &ladders_of));
                NameSet::of(names)
            }),
            having,
            groups: groups.len(),
            asked: RefCell::default(),
        }
    }

    /// The names some group has under a key.
    pub(super) fn under(&self, key: ScopeKey) -> &NameSet<'a> {
        let [market, unit, job, ladder, scale, group] = &self.under;
        match key {
            ScopeKey::Market => market,
            ScopeKey::Unit => unit,
            ScopeKey::Job => job,
            ScopeKey::Ladder => ladder,
            ScopeKey::Scale => scale,
            ScopeKey::Group => group,
        }
    }

    /// Whether some group matches every key of a scope.
    pub(super) fn someone_in(&self, scope: &Scope, found: &mut Findings) -> bool {
        if let Some(known) = self.asked.borrow().get(scope) {
            return *known;
        }
        // Only the groups that have one of the names are looked at, not all for each scope.
        let mut matching: Option<HashSet<usize>> = None;
        for (key, names) in scope.keys().filter(|(_, names)| !names.is_empty()) {
            let mut having = HashSet::new();
            for name in names {
                let groups = self.having.get(&(key, name.as_str()));
                for at in groups.into_iter().flatten() {
                    found.looked_at(1);
                    if matching.as_ref().is_none_or(|before| before.contains(at)) {
                        having.insert(*at);
                    }
                }
            }
            matching = Some(having);
        }
        let someone = matching.map_or(self.groups > 0, |groups| !groups.is_empty());
        self.asked.borrow_mut().insert(scope.clone(), someone);
        someone
    }
}

/// A group's names under a key: its own, or the ladders its scale is in.
fn names_under<'a>(
    group: &'a Group,
    key: ScopeKey,
    ladders_of: &HashMap<&str, Vec<&'a str>>,
) -> Vec<&'a str> {
    if key == ScopeKey::Ladder {
        let scale = group.scale.as_deref().unwrap_or_default();
        return ladders_of.get(scale).cloned().unwrap_or_default();
    }
    group.name_under(key).into_iter().collect()
}

//! Whom a clause applies to.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Group, ScopeKey, Workforce};

/// Whom a clause applies to: everyone, or the groups that match every key given here. A key
/// matches a group that has one of its names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub market: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unit: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub job: Vec<String>,
    /// Career ladders: the groups on their scales.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladder: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scale: Vec<String>,
    /// Groups by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<String>,
}

/// The names a scope asks for under each key, as sets; a ladder's are those of its scales.
#[derive(Debug, Clone)]
pub struct Asked<'s>(Vec<(ScopeKey, HashSet<&'s str>)>);

impl Asked<'_> {
    /// Whether a group has one of the names under every key.
    #[must_use]
    pub fn include(&self, group: &Group) -> bool {
        self.0.iter().all(|(key, names)| {
            let own = group.name_under(*key);
            own.is_some_and(|own| names.contains(own))
        })
    }
}

impl Scope {
    /// Whether it applies to everyone.
    #[must_use]
    pub fn is_everyone(&self) -> bool {
        self.keys().all(|(_, names)| names.is_empty())
    }

    /// Whether a group of a workforce is in scope. Of many groups [`Scope::asked`] tells faster.
    #[must_use]
    pub fn includes(&self, group: &Group, workforce: &Workforce) -> bool {
        self.asked(workforce).include(group)
    }

    /// Whom it asks for, ready to be looked up: a group takes as long whatever the number of names.
    #[must_use]
    pub fn asked<'s>(&'s self, workforce: &'s Workforce) -> Asked<'s> {
        let asked = self.keys().filter(|(_, names)| !names.is_empty());
        let sets = asked.map(|(key, names)| {
            let names: HashSet<&str> = names.iter().map(String::as_str).collect();
            if key != ScopeKey::Ladder {
                return (key, names);
            }
            let ladders = workforce.ladders.iter();
            let own = ladders.filter(|ladder| names.contains(ladder.name.as_str()));
            let scales = own.flat_map(|ladder| &ladder.scales);
            (ScopeKey::Scale, scales.map(String::as_str).collect())
        });
        Asked(sets.collect())
    }

    /// The names it asks for under a key; empty where it doesn't ask.
    #[must_use]
    pub fn under(&self, key: ScopeKey) -> &[String] {
        match key {
            ScopeKey::Market => &self.market,
            ScopeKey::Unit => &self.unit,
            ScopeKey::Job => &self.job,
            ScopeKey::Ladder => &self.ladder,
            ScopeKey::Scale => &self.scale,
            ScopeKey::Group => &self.group,
        }
    }

    /// The names it asks for under a key, to be changed.
    pub fn under_mut(&mut self, key: ScopeKey) -> &mut Vec<String> {
        match key {
            ScopeKey::Market => &mut self.market,
            ScopeKey::Unit => &mut self.unit,
            ScopeKey::Job => &mut self.job,
            ScopeKey::Ladder => &mut self.ladder,
            ScopeKey::Scale => &mut self.scale,
            ScopeKey::Group => &mut self.group,
        }
    }

    /// Its keys with the names each asks for.
    pub fn keys(&self) -> impl Iterator<Item = (ScopeKey, &[String])> {
        ScopeKey::ALL.into_iter().map(|key| (key, self.under(key)))
    }

    /// In words: `everyone`, or the names.
    #[must_use]
    pub fn describe(&self) -> String {
        if self.is_everyone() {
            return "everyone".to_owned();
        }
        self.keys()
            .filter(|(_, names)| !names.is_empty())
            .map(|(_, names)| names.join(" or "))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

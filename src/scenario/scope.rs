//! Whom a clause applies to.

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

impl Scope {
    /// Whether it applies to everyone.
    #[must_use]
    pub fn is_everyone(&self) -> bool {
        self.keys().all(|(_, names)| names.is_empty())
    }

    /// Whether a group of a workforce is in scope.
    #[must_use]
    pub fn includes(&self, group: &Group, workforce: &Workforce) -> bool {
        let asks_for = |names: &[String], own: &str| names.iter().any(|name| name == own);
        self.keys().all(|(key, names)| {
            names.is_empty()
                || match key {
                    ScopeKey::Ladder => workforce.ladders_of(group).any(|own| asks_for(names, own)),
                    key => group
                        .name_under(key)
                        .is_some_and(|own| asks_for(names, own)),
                }
        })
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

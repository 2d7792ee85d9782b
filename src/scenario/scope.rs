//! Whom a clause applies to.

use serde::{Deserialize, Serialize};

use super::Group;

/// Whom a clause applies to: everyone, or the groups that match every key given here. A key
/// matches a group that has one of its names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Markets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub market: Vec<String>,
    /// Bargaining units.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unit: Vec<String>,
    /// Job families.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub job: Vec<String>,
    /// Career ladders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladder: Vec<String>,
    /// Groups by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<String>,
}

impl Scope {
    /// Whether it applies to everyone.
    #[must_use]
    pub fn is_everyone(&self) -> bool {
        self.keys().iter().all(|(_, names)| names.is_empty())
    }

    /// Whether a group is in scope.
    #[must_use]
    pub fn includes(&self, group: &Group) -> bool {
        self.keys().iter().all(|(key, names)| {
            names.is_empty()
                || group
                    .key(key)
                    .is_some_and(|own| names.iter().any(|n| n == own))
        })
    }

    /// Its keys by field name, with the names each asks for.
    #[must_use]
    pub fn keys(&self) -> [(&'static str, &[String]); 5] {
        [
            ("market", &self.market),
            ("unit", &self.unit),
            ("job", &self.job),
            ("ladder", &self.ladder),
            ("group", &self.group),
        ]
    }

    /// In words: `everyone`, or the names.
    #[must_use]
    pub fn describe(&self) -> String {
        if self.is_everyone() {
            return "everyone".to_owned();
        }
        self.keys()
            .iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(_, names)| names.join(" or "))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

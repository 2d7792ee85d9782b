//! A scenario's types, before its rules are asked.

use ron::extensions::Extensions;

use crate::scenario::Scenario;

/// Reads the types alone. Files written by hand may leave out the first line that lets optional
/// entries stand without `Some(…)`.
pub(super) fn typed(text: &str) -> Result<Scenario, ron::error::SpannedError> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
}

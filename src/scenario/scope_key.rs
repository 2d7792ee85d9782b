//! What a scope can pick groups out by.

/// What tells groups apart, for a scope to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScopeKey {
    Market,
    Unit,
    Job,
    /// A career ladder their scale is in.
    Ladder,
    Scale,
    Group,
}

impl ScopeKey {
    /// All of them, in the order they stand in the file.
    pub const ALL: [Self; 6] = [
        Self::Market,
        Self::Unit,
        Self::Job,
        Self::Ladder,
        Self::Scale,
        Self::Group,
    ];

    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Market => "market",
            Self::Unit => "unit",
            Self::Job => "job",
            Self::Ladder => "ladder",
            Self::Scale => "scale",
            Self::Group => "group",
        }
    }
}

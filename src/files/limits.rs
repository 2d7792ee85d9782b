//! How large a scenario file may be.

/// The largest scenario file read, in bytes.
pub const MAX_BYTES: usize = 64_000_000;

//! The example the program starts with.

use super::{FileError, parse_scenario};
use crate::scenario::Scenario;

/// The file as it stands in the project.
const TEXT: &str = include_str!("../../scenarios/kaiser-alliance-2025.ron");

/// The Kaiser–Alliance case, embedded in the program.
///
/// # Errors
/// [`FileError`] where it can't be read, which a test rules out.
pub fn example() -> Result<Scenario, FileError> {
    parse_scenario(TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_reads() {
        assert_eq!(example().unwrap().offers.len(), 2);
    }
}

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
    fn the_example_reads_with_its_two_offers_and_fifteen_claims() {
        let example = example().unwrap();
        assert_eq!(example.offers.len(), 3);
        assert_eq!(example.claims.len(), 15);
        assert_eq!(example.a.as_ref(), Some(&example.offers[0].id));
        assert_eq!(example.b.as_ref(), Some(&example.offers[1].id));
    }
}

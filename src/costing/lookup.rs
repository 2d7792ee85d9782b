//! Reading lists at places the program itself has counted: a place that isn't there is a fault of the program. It
//! is told, and never read as a rate or a weight of zero.

use std::slice::SliceIndex;

use super::error::CostingError;

/// The entry at a place.
///
/// # Errors
/// [`CostingError::Misplaced`] where the list is shorter.
#[inline]
pub(super) fn entry<T>(all: &[T], place: usize) -> Result<&T, CostingError> {
    all.get(place).ok_or(CostingError::Misplaced)
}

/// The entries in a range.
///
/// # Errors
/// [`CostingError::Misplaced`] where the list ends before the range does.
#[inline]
pub(super) fn part<T, R>(all: &[T], range: R) -> Result<&[T], CostingError>
where
    R: SliceIndex<[T], Output = [T]>,
{
    all.get(range).ok_or(CostingError::Misplaced)
}

/// The entries in a range, to be changed.
///
/// # Errors
/// [`CostingError::Misplaced`] where the list ends before the range does.
#[inline]
pub(super) fn part_mut<T, R>(all: &mut [T], range: R) -> Result<&mut [T], CostingError>
where
    R: SliceIndex<[T], Output = [T]>,
{
    all.get_mut(range).ok_or(CostingError::Misplaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_behind_the_end_is_an_error_and_no_zero() {
        assert_eq!(entry(&[7, 8], 1), Ok(&8));
        assert_eq!(entry(&[7, 8], 2), Err(CostingError::Misplaced));
        assert_eq!(part(&[7, 8], 1..2), Ok(&[8][..]));
        assert_eq!(part(&[7, 8], 1..3), Err(CostingError::Misplaced));
        assert_eq!(part(&[7, 8], ..=2), Err(CostingError::Misplaced));
        assert_eq!(part_mut(&mut [7], ..2), Err(CostingError::Misplaced));
    }
}

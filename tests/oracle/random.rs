//! A small generator of pseudo-random numbers, the same on every machine.

use super::exact::Dec;

/// A splitmix64 sequence: a counter in steps of an odd constant, each value mixed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub fn whole(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low).unwrap() + 1;
        low + i64::try_from(self.next() % span).unwrap()
    }

    pub fn day_count(&mut self, low: i32, high: i32) -> i32 {
        i32::try_from(self.whole(i64::from(low), i64::from(high))).unwrap()
    }

    /// True this often in a hundred.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.whole(1, 100) <= percent
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let last = i64::try_from(from.len()).unwrap() - 1;
        &from[usize::try_from(self.whole(0, last)).unwrap()]
    }

    /// One of some decimals, written out.
    pub fn decimal(&mut self, from: &[&str]) -> Dec {
        let text: &&str = self.pick(from);
        Dec::parse(text)
    }
}

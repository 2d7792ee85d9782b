//! Lines counted together: one entry for each set of equal keys, rate, step and next-step date.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::error::Fault;
use crate::units::Date;

/// The longest name of a market, unit, job or scale, in characters.
const LONGEST_NAME: usize = 200;

/// What is equal for all employees of an entry. Names are numbers in [`Names`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(crate) market: Option<u32>,
    pub(crate) unit: Option<u32>,
    pub(crate) job: Option<u32>,
    pub(crate) scale: Option<u32>,
    pub(crate) step: Option<u32>,
    /// Millionths of a dollar in the workforce's unit; none where the step's is taken.
    pub(crate) rate: Option<i64>,
    pub(crate) next_step: Option<Date>,
}

/// Dollars from millionths, with cents at least.
pub(super) fn dollars(millionths: i64) -> Decimal {
    // 64 bits fit a decimal's 96 at any scale it has.
    let mut value = Decimal::new(millionths, 6).normalize();
    if value.scale() < 2 {
        value.rescale(2);
    }
    value
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    pub(crate) heads: u64,
    /// Ten-thousandths.
    pub fte: i64,
    /// The first line counted.
    pub(crate) first_line: u64,
}

/// All entries.
#[derive(Default)]
pub(super) struct Tally(HashMap<Key, Count>);

impl Tally {
    /// Counts one line.
    ///
    /// # Errors
    /// [`Fault::TooLarge`] where full-time equivalents come to more than can be counted.
    pub fn add(&mut self, key: Key, fte: i64, line: u64) -> Result<(), Fault> {
        let count = self.0.entry(key).or_insert(Count {
            first_line: line,
            ..Count::default()
        });
        count.heads += 1;
        count.fte = count.fte.checked_add(fte).ok_or(Fault::TooLarge)?;
        Ok(())
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The entries, in no order.
    pub fn into_entries(self) -> impl Iterator<Item = (Key, Count)> {
        self.0.into_iter()
    }
}

/// Names by number, each text kept once.
#[derive(Default)]
pub(super) struct Names {
    numbers: HashMap<String, u32>,
    texts: Vec<String>,
}

impl Names {
    /// The number of a name; none for an empty one.
    ///
    /// # Errors
    /// Nothing but that it can't be a name: characters that can't be seen, or far too many.
    pub fn number(&mut self, text: &str) -> Result<Option<u32>, ()> {
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(number) = self.numbers.get(text) {
            return Ok(Some(*number));
        }
        let name = one_line(text);
        if name.chars().count() > LONGEST_NAME || name.chars().any(is_invisible) {
            return Err(());
        }
        if name != text {
            return self.number(&name);
        }
        let number = u32::try_from(self.texts.len()).map_err(|_| ())?;
        self.texts.push(name.clone());
        self.numbers.insert(name, number);
        Ok(Some(number))
    }

    /// The name of a number.
    pub fn text(&self, number: Option<u32>) -> Option<&str> {
        self.texts.get(number? as usize).map(String::as_str)
    }
}

/// The text on one line, with single spaces.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Characters that show as nothing or turn the direction of what follows.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

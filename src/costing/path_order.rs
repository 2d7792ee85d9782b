//! Which of two paths pays more, step by step.

use std::cmp::Ordering;
use std::sync::Arc;

use super::clock::Ticks;
use super::error::CostingError;
use super::path::{Path, Prices, Replay};

impl Path {
    /// When rates change under this path or another between two moments, both included, with the first of them;
    /// `None` where between two changes neither pays at least as much as the other on every step and off the scales,
    /// or where different people move.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub(super) fn changes_while_ordered(
        &self,
        other: &Self,
        from: Ticks,
        to: Ticks,
    ) -> Result<Option<Vec<Ticks>>, CostingError> {
        if !std::ptr::eq(self.standing(), other.standing()) {
            return Ok(None);
        }
        let changes = self.changes().chain(other.changes());
        let mut changes: Vec<Ticks> = changes.filter(|at| (from..=to).contains(at)).collect();
        changes.push(from);
        changes.sort_unstable();
        changes.dedup();
        for moment in &changes {
            let (Some((_, own)), Some((_, others))) = (self.stage(*moment), other.stage(*moment))
            else {
                return Ok(None);
            };
            let pair = [(own, own.by(*moment)), (others, others.by(*moment))];
            if !self.is_ordered(pair)? {
                return Ok(None);
            }
        }
        Ok(Some(changes))
    }

    /// Whether one of two rows of prices is at least the other throughout.
    fn is_ordered(&self, [own, other]: [(&Replay, usize); 2]) -> Result<bool, CostingError> {
        let mut orders = Orders::default();
        let plain = |(replay, changes): (&Replay, usize)| replay.plain_pay(changes, None);
        orders.note(plain(own)?.cmp(&plain(other)?));
        match (own.0.prices_after(own.1), other.0.prices_after(other.1)) {
            (None, None) => {}
            (Some(Prices::Whole(own)), Some(Prices::Whole(other))) if own.len() == other.len() => {
                for (own, other) in own.iter().zip(other) {
                    orders.note(own.cmp(other));
                }
            }
            (
                Some(Prices::Blocks { blocks, state }),
                Some(Prices::Blocks {
                    blocks: others,
                    state: other,
                }),
            ) if Arc::ptr_eq(blocks, others) || blocks == others => {
                for ((block, own), other) in blocks.iter().zip(state).zip(other) {
                    if block.plain || own == other {
                        continue;
                    }
                    for start in self.starting_rates(block)? {
                        orders.note(own.of(*start)?.cmp(&other.of(*start)?));
                    }
                }
            }
            _ => return Ok(false),
        }
        Ok(!(orders.less && orders.greater))
    }
}

/// Which orders were met.
#[derive(Default)]
struct Orders {
    less: bool,
    greater: bool,
}

impl Orders {
    fn note(&mut self, order: Ordering) {
        self.less |= order == Ordering::Less;
        self.greater |= order == Ordering::Greater;
    }
}

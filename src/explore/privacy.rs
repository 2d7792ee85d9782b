//! Cells too small to be shown, and those that would give them away (METHOD.md "Small groups").
//!
//! A reader knows every cell that is shown, every total, and how the tables hang together: the cells of market,
//! unit and job add up to the tables of each. What a reader could work out from that is hidden too.

use std::collections::HashMap;

use crate::scenario::banding::FEWEST;

/// Two primes below 2³¹: a cell is determined over the fractions if it is determined modulo both, but for
/// chances that don't occur.
const PRIMES: [u64; 2] = [2_147_483_647, 2_147_483_629];

/// A cell of the table by market, unit and job: which rows of the one-way tables it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellHeads {
    /// Rows in the tables by market, by unit and by job.
    pub rows: [usize; 3],
    /// Employees; `None` where that is unknown, and then nobody can count them.
    pub heads: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HiddenCells {
    /// By market, unit and job together, in the cells' order.
    pub cells: Vec<bool>,
    /// By market, by unit, by job.
    pub one_way: [Vec<bool>; 3],
}

/// Hides the cells of one table under ten, and the next smallest wherever the table's total would give one
/// away. A cell of ten stands.
#[must_use]
pub fn hide_one_way(heads: &[Option<u64>]) -> Vec<bool> {
    let mut hidden: Vec<bool> = heads.iter().map(|one| is_small(*one)).collect();
    let all: Vec<usize> = (0..heads.len()).collect();
    while let Some(next) = gives_away(&all, heads, &hidden) {
        match hidden.get_mut(next) {
            Some(slot) => *slot = true,
            None => break,
        }
    }
    hidden
}

/// Hides cells of the table by market, unit and job and of the three one-way tables, so that no cell under ten
/// can be worked out from all that is shown together.
#[must_use]
pub fn hide_together(cells: &[CellHeads], rows: [usize; 3]) -> HiddenCells {
    let mut net = Net::of(cells, rows);
    net.hide_by_sums();
    while let Some(given_away) = net.determined() {
        if !net.hide_beside(given_away) {
            break;
        }
        net.hide_by_sums();
    }
    net.into_hidden(cells.len(), rows)
}

fn is_small(heads: Option<u64>) -> bool {
    heads.is_some_and(|heads| (1..FEWEST).contains(&heads))
}

/// The next cell to hide among some that add up to a known total; none where the hidden ones are safe: fewer than
/// two tell each other's size, as do ones that can only all be one, or all be nine.
fn gives_away(among: &[usize], heads: &[Option<u64>], hidden: &[bool]) -> Option<usize> {
    let is_hidden = |at: &&usize| hidden.get(**at).copied().unwrap_or(false);
    let of = |at: usize| heads.get(at).copied().flatten();
    let inside: Vec<usize> = among.iter().filter(is_hidden).copied().collect();
    let small = inside.iter().filter(|at| is_small(of(**at))).count();
    if small == 0 {
        return None;
    }
    let count = inside.len() as u64;
    let sum: u64 = inside.iter().filter_map(|at| of(*at)).sum();
    let only_ones = sum <= count;
    let only_nines = small == inside.len() && sum >= count * (FEWEST - 1);
    if inside.len() > 1 && sum >= FEWEST && !only_ones && !only_nines {
        return None;
    }
    let shown = among.iter().filter(|at| !is_hidden(at));
    // A cell without employees hides nothing.
    let candidates = shown.filter(|at| of(**at).is_some_and(|heads| heads > 0));
    candidates.min_by_key(|at| (of(**at), **at)).copied()
}

/// All cells as one list, and the sums that tie them together.
struct Net {
    heads: Vec<Option<u64>>,
    hidden: Vec<bool>,
    sums: Vec<Sum>,
}

/// Cells that add up to another one, or to a total everyone knows.
struct Sum {
    parts: Vec<usize>,
    whole: Option<usize>,
}

impl Net {
    fn of(cells: &[CellHeads], rows: [usize; 3]) -> Self {
        let mut heads: Vec<Option<u64>> = cells.iter().map(|cell| cell.heads).collect();
        let mut sums = vec![Sum {
            parts: (0..cells.len()).collect(),
            whole: None,
        }];
        for (table, count) in rows.into_iter().enumerate() {
            let start = heads.len();
            let mut parts: Vec<Vec<usize>> = vec![Vec::new(); count];
            let mut totals: Vec<Option<u64>> = vec![Some(0); count];
            for (at, cell) in cells.iter().enumerate() {
                // Each cell has a row in each table.
                let Some(&row) = cell.rows.get(table) else {
                    continue;
                };
                if let (Some(parts), Some(total)) = (parts.get_mut(row), totals.get_mut(row)) {
                    parts.push(at);
                    *total = total.zip(cell.heads).map(|(sum, heads)| sum + heads);
                }
            }
            heads.extend(totals);
            sums.push(Sum {
                parts: (start..start + count).collect(),
                whole: None,
            });
            for (row, parts) in parts.into_iter().enumerate() {
                sums.push(Sum {
                    parts,
                    whole: Some(start + row),
                });
            }
        }
        let hidden = heads.iter().map(|one| is_small(*one)).collect();
        Self {
            heads,
            hidden,
            sums,
        }
    }

    fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(false)
    }

    fn hide(&mut self, at: usize) -> bool {
        match self.hidden.get_mut(at) {
            Some(slot) if !*slot => {
                *slot = true;
                true
            }
            _ => false,
        }
    }

    /// Hides what single sums with a known total give away.
    fn hide_by_sums(&mut self) {
        loop {
            let known = |sum: &&Sum| sum.whole.is_none_or(|whole| !self.is_hidden(whole));
            let next = self
                .sums
                .iter()
                .filter(known)
                .find_map(|sum| gives_away(&sum.parts, &self.heads, &self.hidden));
            match next {
                Some(next) if self.hide(next) => {}
                _ => return,
            }
        }
    }

    /// A small hidden cell that all sums together determine.
    fn determined(&self) -> Option<usize> {
        let unknown: Vec<usize> = (0..self.heads.len())
            .filter(|at| self.is_hidden(*at))
            .collect();
        let number: HashMap<usize, usize> = unknown
            .iter()
            .enumerate()
            .map(|(number, at)| (*at, number))
            .collect();
        let alone = |prime: u64| {
            let rows = self.sums.iter().filter_map(|sum| {
                let mut row = vec![0_u64; unknown.len()];
                let mut any = false;
                let parts = sum.parts.iter().map(|at| (at, 1));
                let whole = sum.whole.iter().map(|at| (at, prime - 1));
                for (at, factor) in parts.chain(whole) {
                    if let Some(slot) = number.get(at).and_then(|at| row.get_mut(*at)) {
                        *slot = (*slot + factor) % prime;
                        any = true;
                    }
                }
                any.then_some(row)
            });
            determined_columns(rows.collect(), unknown.len(), prime)
        };
        let [first, second] = PRIMES.map(alone);
        let small = unknown
            .iter()
            .enumerate()
            .filter(|(_, at)| is_small(self.heads.get(**at).copied().flatten()));
        small
            .filter(|(column, _)| {
                let is = |all: &Vec<bool>| all.get(*column).copied().unwrap_or(false);
                is(&first) && is(&second)
            })
            .map(|(_, at)| *at)
            .next()
    }

    /// Hides the smallest shown cell that stands in a sum with one that is given away; else the smallest of all.
    fn hide_beside(&mut self, given_away: usize) -> bool {
        let can = |at: &usize| {
            !self.is_hidden(*at)
                && self
                    .heads
                    .get(*at)
                    .copied()
                    .flatten()
                    .is_some_and(|heads| heads > 0)
        };
        let beside = self
            .sums
            .iter()
            .filter(|sum| sum.parts.contains(&given_away) || sum.whole == Some(given_away))
            .flat_map(|sum| sum.parts.iter().copied())
            .filter(can);
        let smallest = |at: &usize| (self.heads.get(*at).copied().flatten(), *at);
        let next = beside
            .min_by_key(smallest)
            .or_else(|| (0..self.heads.len()).filter(can).min_by_key(smallest));
        next.is_some_and(|next| self.hide(next))
    }

    fn into_hidden(self, cells: usize, rows: [usize; 3]) -> HiddenCells {
        let mut hidden = self.hidden.into_iter();
        let cells = hidden.by_ref().take(cells).collect();
        let one_way = rows.map(|count| hidden.by_ref().take(count).collect());
        HiddenCells { cells, one_way }
    }
}

/// Which unknowns a system of sums determines, worked out modulo a prime: those that stand alone in a row of its
/// reduced form.
fn determined_columns(mut rows: Vec<Vec<u64>>, columns: usize, prime: u64) -> Vec<bool> {
    let mut done = 0;
    for column in 0..columns {
        let value = |row: &Vec<u64>| row.get(column).copied().unwrap_or(0);
        let Some(pivot) =
            (done..rows.len()).find(|at| rows.get(*at).is_some_and(|row| value(row) != 0))
        else {
            continue;
        };
        rows.swap(done, pivot);
        let Some(mut leading) = rows.get(done).cloned() else {
            break;
        };
        let inverse = power(value(&leading), prime - 2, prime);
        for slot in &mut leading {
            *slot = *slot * inverse % prime;
        }
        for (at, row) in rows.iter_mut().enumerate() {
            let factor = value(row);
            if at == done || factor == 0 {
                continue;
            }
            for (slot, lead) in row.iter_mut().zip(&leading) {
                if *lead != 0 {
                    *slot = (*slot + (prime - factor) * lead) % prime;
                }
            }
        }
        if let Some(row) = rows.get_mut(done) {
            *row = leading;
        }
        done += 1;
    }
    let mut determined = vec![false; columns];
    for row in &rows {
        let mut filled = row.iter().enumerate().filter(|(_, value)| **value != 0);
        if let (Some((column, _)), None) = (filled.next(), filled.next())
            && let Some(slot) = determined.get_mut(column)
        {
            *slot = true;
        }
    }
    determined
}

fn power(base: u64, mut exponent: u64, prime: u64) -> u64 {
    let (mut base, mut result) = (base % prime, 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % prime;
        }
        base = base * base % prime;
        exponent /= 2;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_way(heads: &[u64]) -> Vec<usize> {
        let heads: Vec<Option<u64>> = heads.iter().map(|one| Some(*one)).collect();
        let hidden = hide_one_way(&heads);
        (0..heads.len()).filter(|at| hidden[*at]).collect()
    }

    #[test]
    fn a_small_cell_takes_the_next_smallest_with_it() {
        assert_eq!(one_way(&[100, 9, 40, 60]), [1, 2]);
        assert_eq!(one_way(&[100, 10, 40]), [] as [usize; 0]);
        assert_eq!(one_way(&[3, 8, 40]), [0, 1]);
        // Three and four are seven together: still under ten.
        assert_eq!(one_way(&[3, 4, 40, 50]), [0, 1, 2]);
        // Ten ones that add up to ten can only be ones.
        assert_eq!(one_way(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30, 20]).len(), 11);
        assert_eq!(one_way(&[9, 9, 30]).len(), 3);
        assert_eq!(one_way(&[5]), [0]);
    }

    #[test]
    fn cells_that_other_tables_give_away_are_hidden_too() {
        // Two markets, two units, one job: of the four cells one is small.
        let cell = |market, unit, heads| CellHeads {
            rows: [market, unit, 0],
            heads: Some(heads),
        };
        let cells = [
            cell(0, 0, 4),
            cell(0, 1, 50),
            cell(1, 0, 60),
            cell(1, 1, 70),
        ];
        let hidden = hide_together(&cells, [2, 2, 1]);
        // Its row and its column would give it away, so that all four go.
        assert_eq!(hidden.cells, [true; 4]);
        assert_eq!(hidden.one_way[0], [false, false]);
    }
}

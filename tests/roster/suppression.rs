//! No cell under ten can be worked out from what is shown: a solver of the tests' own tries.

use std::collections::BTreeMap;

use counteroffer::explore::privacy::{CellHeads, hide_one_way, hide_together};
use num_rational::BigRational;
use num_traits::{One, Zero};

pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// Every unknown with one possible value, by elimination over the fractions.
fn solved(mut rows: Vec<Vec<BigRational>>, unknowns: usize) -> Vec<usize> {
    let mut done = 0;
    for column in 0..unknowns {
        let Some(pivot) = (done..rows.len()).find(|at| !rows[*at][column].is_zero()) else {
            continue;
        };
        rows.swap(done, pivot);
        let lead = rows[done][column].clone();
        for slot in &mut rows[done] {
            *slot = &*slot / &lead;
        }
        for at in 0..rows.len() {
            let factor = rows[at][column].clone();
            if at != done && !factor.is_zero() {
                let leading = rows[done].clone();
                for (slot, own) in rows[at].iter_mut().zip(&leading) {
                    *slot = &*slot - &factor * own;
                }
            }
        }
        done += 1;
    }
    let single = rows.iter().filter_map(|row| {
        let mut filled = row.iter().enumerate().filter(|(_, value)| !value.is_zero());
        match (filled.next(), filled.next()) {
            (Some((column, _)), None) => Some(column),
            _ => None,
        }
    });
    single.collect()
}

/// One workforce: cells with their market, unit and job, and the four tables.
fn attack(cells: &[CellHeads], rows: [usize; 3]) -> usize {
    let hidden = hide_together(cells, rows);
    let is_small = |heads: u64| heads < 10;
    let heads = |at: usize| cells[at].heads.unwrap();
    // Unknown cells get a number: first the table of all three, then the one-way tables.
    let mut number: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut small = Vec::new();
    for at in 0..cells.len() {
        assert!(
            hidden.cells[at] || !is_small(heads(at)),
            "a small cell is shown"
        );
        if hidden.cells[at] {
            small.push(is_small(heads(at)));
            let next = number.len();
            number.insert((3, at), next);
        }
    }
    for (table, count) in rows.iter().enumerate() {
        for row in 0..*count {
            let inside = cells.iter().filter(|cell| cell.rows[table] == row);
            let total: u64 = inside.map(|cell| cell.heads.unwrap()).sum();
            assert!(hidden.one_way[table][row] || !(1..10).contains(&total));
            if hidden.one_way[table][row] {
                small.push(is_small(total));
                let next = number.len();
                number.insert((table, row), next);
            }
        }
    }
    let unknowns = number.len();
    let mut equations = Vec::new();
    let mut add = |parts: Vec<(usize, usize)>, whole: Option<(usize, usize)>| {
        let mut row = vec![BigRational::zero(); unknowns];
        for part in parts {
            if let Some(at) = number.get(&part) {
                row[*at] += BigRational::one();
            }
        }
        if let Some(at) = whole.and_then(|whole| number.get(&whole)) {
            row[*at] -= BigRational::one();
        }
        equations.push(row);
    };
    add((0..cells.len()).map(|at| (3, at)).collect(), None);
    for (table, count) in rows.iter().enumerate() {
        add((0..*count).map(|row| (table, row)).collect(), None);
        for row in 0..*count {
            let parts = (0..cells.len()).filter(|at| cells[*at].rows[table] == row);
            add(parts.map(|at| (3, at)).collect(), Some((table, row)));
        }
    }
    let all_hidden =
        hidden.cells.iter().all(|one| *one) && hidden.one_way.iter().flatten().all(|one| *one);
    for column in solved(equations, unknowns) {
        // Where nothing at all is left to show, only the total stands.
        assert!(
            !small[column] || all_hidden,
            "a small cell can be worked out"
        );
    }
    hidden.cells.iter().filter(|one| !**one).count()
}

#[test]
fn no_small_cell_can_be_worked_out_from_the_tables() {
    let mut dice = Dice(42);
    let mut shown = 0;
    for _ in 0..300 {
        let rows = [
            1 + dice.below(5) as usize,
            1 + dice.below(5) as usize,
            1 + dice.below(6) as usize,
        ];
        let mut cells = Vec::new();
        for market in 0..rows[0] {
            for unit in 0..rows[1] {
                for job in 0..rows[2] {
                    let heads = match dice.below(5) {
                        0 => 0,
                        1 => 1 + dice.below(9),
                        2 => 10,
                        _ => 10 + dice.below(400),
                    };
                    if heads > 0 {
                        cells.push(CellHeads {
                            rows: [market, unit, job],
                            heads: Some(heads),
                        });
                    }
                }
            }
        }
        if !cells.is_empty() {
            shown += attack(&cells, rows);
        }
    }
    // Hiding everything would pass the attack; much must be left to see.
    assert!(shown > 1_000, "only {shown} cells are shown");
}

#[test]
fn one_table_with_its_total_gives_nothing_away() {
    let mut dice = Dice(7);
    for _ in 0..300 {
        let heads: Vec<Option<u64>> = (0..2 + dice.below(12))
            .map(|_| {
                Some(if dice.below(3) == 0 {
                    1 + dice.below(9)
                } else {
                    10 + dice.below(90)
                })
            })
            .collect();
        let hidden = hide_one_way(&heads);
        let inside: Vec<u64> = heads
            .iter()
            .zip(&hidden)
            .filter(|(_, hidden)| **hidden)
            .map(|(heads, _)| heads.unwrap())
            .collect();
        let small = heads.iter().flatten().any(|heads| *heads < 10);
        let sum: u64 = inside.iter().sum();
        assert!(!small || inside.len() == heads.len() || (inside.len() > 1 && sum >= 10));
        assert!(small || inside.is_empty(), "a cell of ten stands");
    }
}

//! Who stands on which step, day by day.

use super::calendar::Day;
use super::crew::{Crew, Line, Part};
use super::hours::Hours;
use super::model::{Case, Scope};
use super::periods::day_under;

/// A time in which nobody in scope moves a step: from its day up to, and not on, `until`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    pub scope: Scope,
    pub from: Day,
    pub until: Day,
}

/// Where the employees of a crew stand.
pub struct Standing {
    /// By line and part: the day of each move and the step moved to; the first entry reaches back
    /// without end.
    moves: Vec<Vec<Vec<(Day, usize)>>>,
    /// By line and step: parts times hour units of all days counted up to each.
    upto: Vec<Vec<Vec<i64>>>,
}

const BEFORE_ALL: Day = Day(i32::MIN / 2);

fn moves(case: &Case, line: &Line, part: &Part, holds: &[Hold], last: Day) -> Vec<(Day, usize)> {
    let mut step = part.step;
    let mut found = vec![(BEFORE_ALL, step)];
    let Some(mut date) = part.next else {
        return found;
    };
    while step < line.top() && date <= last.plus(62) {
        let day = day_under(case.effective, date, case.periods());
        let held = holds
            .iter()
            .any(|hold| hold.scope.holds(&line.keys) && hold.from <= day && day < hold.until);
        if held {
            date = date.plus_months(12);
            continue;
        }
        step += 1;
        found.push((day, step));
        date = date.plus_months(line.months[step].max(1));
    }
    found
}

impl Standing {
    pub fn new(case: &Case, crew: &Crew, hours: &Hours, holds: &[Hold]) -> Self {
        let moves: Vec<Vec<Vec<(Day, usize)>>> = crew
            .lines
            .iter()
            .map(|line| {
                let parts = line.parts.iter();
                let each = parts.map(|part| moves(case, line, part, holds, hours.last));
                each.collect()
            })
            .collect();
        let upto = crew.lines.iter().zip(&moves);
        let upto = upto
            .map(|(line, parts)| count(line, parts, hours))
            .collect();
        Self { moves, upto }
    }

    /// Nobody moves from where they stand now.
    pub fn still(crew: &Crew, hours: &Hours) -> Self {
        let moves = |line: &Line| -> Vec<Vec<(Day, usize)>> {
            let parts = line.parts.iter();
            parts.map(|part| vec![(BEFORE_ALL, part.step)]).collect()
        };
        let moves: Vec<_> = crew.lines.iter().map(moves).collect();
        let upto = crew.lines.iter().zip(&moves);
        let upto = upto
            .map(|(line, parts)| count(line, parts, hours))
            .collect();
        Self { moves, upto }
    }

    /// Parts of a line on a step times hour units, from a day to a day, both included.
    pub fn weight(&self, hours: &Hours, line: usize, step: usize, first: Day, last: Day) -> i64 {
        if last < first {
            return 0;
        }
        let upto = &self.upto[line][step];
        upto[hours.at(last) + 1] - upto[hours.at(first)]
    }

    /// Parts of a line on a step on a day.
    pub fn parts_on(&self, line: usize, step: usize, day: Day) -> i64 {
        let parts = 0..self.moves[line].len();
        let there = parts.filter(|part| self.step_on(line, *part, day) == step);
        i64::try_from(there.count()).unwrap()
    }

    pub fn step_on(&self, line: usize, part: usize, day: Day) -> usize {
        let moves = self.moves[line][part].iter();
        moves.take_while(|(from, _)| *from <= day).last().unwrap().1
    }

    /// The days on which a part of a line moves.
    pub fn moves_of(&self, line: usize, part: usize) -> impl Iterator<Item = Day> {
        let moves = self.moves[line][part].iter();
        moves.skip(1).map(|(day, _)| *day)
    }

    pub fn changes(&self) -> impl Iterator<Item = Day> {
        let lines = self.moves.iter().flatten();
        lines.flat_map(|moves| moves.iter().skip(1).map(|(day, _)| *day))
    }
}

/// Walks every day, counting the parts on each step.
fn count(line: &Line, parts: &[Vec<(Day, usize)>], hours: &Hours) -> Vec<Vec<i64>> {
    let mut arriving = vec![vec![0_i64; hours.days() + 1]; line.months.len()];
    for moves in parts {
        let mut before = None;
        for (day, step) in moves {
            if *day > hours.last {
                break;
            }
            let at = hours.at((*day).max(hours.first));
            arriving[*step][at] += 1;
            if let Some(left) = before {
                let left: usize = left;
                arriving[left][at] -= 1;
            }
            before = Some(*step);
        }
    }
    arriving
        .into_iter()
        .map(|arriving| {
            let (mut there, mut sum) = (0, 0);
            let mut upto = vec![0];
            for (day, arrived) in hours.first.until(hours.last).zip(arriving) {
                there += arrived;
                sum += there * hours.on(day);
                upto.push(sum);
            }
            upto
        })
        .collect()
}

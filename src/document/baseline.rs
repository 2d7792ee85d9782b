//! Raises already owed under existing contracts, as people type and paste them.

use super::command::raise;
use super::{paste, words};
use crate::scenario::{Clause, ClauseTerms, Scenario};

/// The baseline's raises, one a line: `Oct 1, 2025: 3%`. `None` where some aren't percents for everyone,
/// which a line can't say.
#[must_use]
pub fn as_lines(scenario: &Scenario) -> Option<String> {
    let lines: Option<Vec<String>> = scenario.baseline.iter().map(line).collect();
    lines.map(|lines| lines.join("\n"))
}

fn line(clause: &Clause) -> Option<String> {
    let ClauseTerms::Percent(percent) = &clause.terms else {
        return None;
    };
    let plain = clause.scope.is_everyone() && clause.effective.is_none();
    let percent = words::percent(percent.get()?.get());
    plain.then(|| format!("{}: {percent}", words::date(clause.date)))
}

/// The raises of what was typed. A line that was there before keeps the note and source of its raise.
///
/// # Errors
/// Words that say which line is wrong and how.
pub fn read(scenario: &Scenario, text: &str) -> Result<Vec<Clause>, String> {
    let mut left: Vec<&Clause> = scenario.baseline.iter().collect();
    let mut clauses = Vec::new();
    for typed in paste::lines(text, scenario.paid_in()) {
        if typed.left_out() {
            continue;
        }
        let (date, percent) = typed
            .raise(&scenario.currency)
            .map_err(|told| format!("Line {}: {told}", typed.number))?;
        let new = raise(date, percent);
        let kept = left.iter().position(|own| line(own) == line(&new));
        clauses.push(kept.map_or(new, |at| left.remove(at).clone()));
    }
    Ok(clauses)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::parse_scenario;

    #[test]
    fn lines_read_back_with_what_they_cant_show() {
        let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
        let mut scenario = parse_scenario(text).unwrap();
        scenario.baseline = read(&scenario, "10/1/2025: 3%\n10/1/2026 2.5 %\n").unwrap();
        scenario.baseline[1].note = "from the old contract".to_owned();
        let shown = as_lines(&scenario).unwrap();
        assert_eq!(shown, "Oct 1, 2025: 3%\nOct 1, 2026: 2.5%");
        assert_eq!(read(&scenario, &shown).unwrap(), scenario.baseline);
        let fewer = read(&scenario, "Oct 1, 2026: 2.5%").unwrap();
        assert_eq!(fewer, scenario.baseline[1..]);
        let wrong = read(&scenario, "Oct 1, 2026: 2.5%\nsoon: 4%").unwrap_err();
        assert!(wrong.starts_with("Line 2"), "{wrong}");
        scenario.baseline[0].effective = Some(crate::scenario::EffectiveRule::NearestPeriod);
        assert_eq!(as_lines(&scenario), None);
    }
}

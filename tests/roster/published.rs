//! Everything a report publishes of a workforce together: the five tables, the table by scope, the fifths. For 300
//! made-up workforces no group under ten can be worked out, and what is hidden is in no form of the report.

use std::collections::BTreeMap;

use counteroffer::costing::report::{Report, SpreadRow};
use counteroffer::explore::shown::hide_small_cells;
use counteroffer::explore::statements::Statements;
use counteroffer::export::figure_set::FigureSet;
use counteroffer::export::{Stated, figure_csv, report_csv, report_json, report_text};
use counteroffer::figure::FigureName;
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Group, People, Scenario};
use counteroffer::units::{Fte, HourlyRate, Known, text};
use num_rational::BigRational;
use num_traits::{One, Zero};
use rust_decimal::Decimal;

use super::suppression::Dice;

/// Two offers of plain raises over groups thrown by dice: few markets, jobs and bands, many small groups.
fn thrown(dice: &mut Dice) -> Scenario {
    let example = include_str!("../../scenarios/two-market-hospital.ron");
    let mut scenario = parse_scenario(example).unwrap();
    scenario.claims.clear();
    scenario.counts.clear();
    scenario.settlements.clear();
    scenario.baseline.clear();
    scenario.offers.truncate(2);
    for offer in &mut scenario.offers {
        offer.clauses.retain(|clause| {
            let raises = matches!(
                clause.terms,
                counteroffer::scenario::ClauseTerms::Percent(_)
            );
            raises && clause.scope.is_everyone()
        });
    }
    let (markets, jobs, spread) = (1 + dice.below(4), 1 + dice.below(4), 4 + dice.below(30));
    let mut groups = Vec::new();
    for number in 0..3 + dice.below(14) {
        let heads = match dice.below(4) {
            0 => 1 + dice.below(9),
            1 => 10 + dice.below(5),
            _ => 10 + dice.below(90),
        };
        let part = |letter: &str, at: u64| Some(format!("{letter}{at}"));
        let cents = 1_800 + dice.below(spread * 100);
        let tenths = heads * 10 - dice.below(heads);
        groups.push(Group {
            name: format!("group {number}"),
            market: part("M", dice.below(markets)),
            unit: part("U", dice.below(2)),
            job: part("J", dice.below(jobs)),
            scale: None,
            step: None,
            headcount: Known::Known(heads),
            fte: Known::Known(Fte::new(Decimal::new(tenths as i64, 1)).unwrap()),
            rate: Some(Known::Known(
                HourlyRate::new(Decimal::new(cents as i64, 2)).unwrap(),
            )),
            next_step: None,
        });
    }
    let workforce = scenario.workforce_mut();
    workforce.scales.clear();
    workforce.ladders.clear();
    workforce.people = People::Groups(groups);
    scenario
}

/// The parts of the employees in the order of pay that bands and fifths cut, in fifths of an employee; and whether
/// each is in the lowest fifth, and in the highest.
struct Cut {
    sizes: Vec<u64>,
    bands: Vec<usize>,
    fifths: Vec<Option<bool>>,
}

fn cut(bands: &[u64]) -> Cut {
    let all: u64 = bands.iter().sum();
    // Five times the employees, so that a fifth is whole.
    let mut borders: Vec<u64> = vec![all, 4 * all, 5 * all];
    let mut sum = 0;
    for heads in bands {
        sum += 5 * heads;
        borders.push(sum);
    }
    borders.sort_unstable();
    borders.dedup();
    let (mut from, mut cut) = (
        0,
        Cut {
            sizes: Vec::new(),
            bands: Vec::new(),
            fifths: Vec::new(),
        },
    );
    for to in borders {
        let mut upto = 0;
        let band = bands.iter().position(|heads| {
            upto += 5 * heads;
            from < upto
        });
        cut.sizes.push(to - from);
        cut.bands.push(band.unwrap());
        cut.fifths.push(if to <= all {
            Some(false)
        } else if from >= 4 * all {
            Some(true)
        } else {
            None
        });
        from = to;
    }
    cut
}

/// The rows in echelon form.
fn reduced(rows: Vec<Vec<BigRational>>) -> Vec<Vec<BigRational>> {
    let mut done: Vec<Vec<BigRational>> = Vec::new();
    for row in rows {
        let row = less(&done, row);
        if row.iter().any(|value| !value.is_zero()) {
            done.push(row);
        }
    }
    done
}

/// A row less all that follows from others.
fn less(done: &[Vec<BigRational>], mut row: Vec<BigRational>) -> Vec<BigRational> {
    for own in done {
        let lead = own.iter().position(|value| !value.is_zero()).unwrap();
        let factor = &row[lead] / &own[lead];
        if !factor.is_zero() {
            for (slot, value) in row.iter_mut().zip(own) {
                *slot = &*slot - &factor * value;
            }
        }
    }
    row
}

/// No run of employees in the order of pay with fewer than ten of them follows from bands, fifths and the total.
fn bands_and_fifths(full: &Report, shown: &Report) -> usize {
    let bands: Vec<u64> = full
        .people
        .spread
        .by_band
        .iter()
        .map(|row| row.headcount.unwrap())
        .collect();
    let cut = cut(&bands);
    let row = |is_in: &dyn Fn(usize) -> bool| -> Vec<BigRational> {
        let one = |at| {
            if is_in(at) {
                BigRational::one()
            } else {
                BigRational::zero()
            }
        };
        (0..cut.sizes.len()).map(one).collect()
    };
    let spread = &shown.people.spread;
    let mut known = vec![row(&|_| true)];
    for (band, own) in spread.by_band.iter().enumerate() {
        if !own.hidden {
            known.push(row(&|at| cut.bands[at] == band));
        }
    }
    let fifths = [(false, &spread.lowest_fifth), (true, &spread.highest_fifth)];
    let mut stand = 0;
    for (highest, own) in fifths {
        if own.as_ref().is_some_and(|own| !own.hidden) {
            known.push(row(&|at| cut.fifths[at] == Some(highest)));
            stand += 1;
        }
    }
    let nothing_but_hidden = spread.by_band.iter().all(|row| row.hidden);
    let known = reduced(known);
    for from in 0..cut.sizes.len() {
        for to in from..cut.sizes.len() {
            let size: u64 = cut.sizes[from..=to].iter().sum();
            if size == 0 || size >= 50 || nothing_but_hidden {
                continue;
            }
            let rest = less(&known, row(&|at| (from..=to).contains(&at)));
            assert!(
                rest.iter().any(|value| !value.is_zero()),
                "{} fifths of an employee can be worked out of {:?}",
                size,
                bands
            );
        }
    }
    stand
}

/// Every amount a hidden row had, as it would be written.
fn amounts(
    full: &[SpreadRow],
    shown: &[SpreadRow],
    hidden: &mut Vec<Decimal>,
    seen: &mut Vec<Decimal>,
) {
    for (was, is) in full.iter().zip(shown) {
        assert!(is.hidden || !was.headcount.is_some_and(|heads| (1..10).contains(&heads)));
        let into = if is.hidden { &mut *hidden } else { &mut *seen };
        for offer in &was.offers {
            into.extend(offer.cost);
            into.extend(offer.per_fte);
        }
        if is.hidden {
            assert_eq!((is.headcount, is.fte), (None, None));
            assert!(is.offers.iter().all(|one| one.cost.is_none()
                && one.per_fte.is_none()
                && one.end_percent.is_none()));
        }
    }
}

#[test]
fn what_is_hidden_is_in_no_form_of_a_report_and_follows_from_nothing_shown() {
    let mut dice = Dice(2_026);
    let (mut hidden_in_all, mut fifths) = (0, 0);
    for _ in 0..300 {
        let scenario = thrown(&mut dice);
        let full = counteroffer::costing::report(&scenario).unwrap();
        let mut shown = full.clone();
        hide_small_cells(&mut shown, &scenario);
        fifths += bands_and_fifths(&full, &shown);
        let (mut hidden, mut seen) = (Vec::new(), Vec::new());
        let tables = |report: &Report| {
            let spread = report.people.spread.clone();
            let fifths = [spread.lowest_fifth, spread.highest_fifth]
                .into_iter()
                .flatten()
                .collect();
            [
                spread.by_market,
                spread.by_unit,
                spread.by_job,
                spread.by_scale,
                spread.by_band,
                fifths,
            ]
        };
        for (was, is) in tables(&full).iter().zip(&tables(&shown)) {
            amounts(was, is, &mut hidden, &mut seen);
        }
        for (was, is) in full.apart.iter().zip(&shown.apart) {
            for (was, is) in was.by_scope.iter().zip(&is.by_scope) {
                if is.hidden {
                    assert_eq!(is.cost, None);
                    hidden.extend(was.cost);
                } else {
                    seen.extend(was.cost);
                }
            }
        }
        // An amount that is shown elsewhere, such as that of the one offer for everyone, is no secret.
        let whole = |value: &Decimal| {
            value.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
        };
        let mut shown_elsewhere: BTreeMap<Decimal, ()> =
            seen.iter().map(|one| (whole(one), ())).collect();
        for offer in &full.offers {
            for value in [offer.cost, offer.wages].into_iter().flatten() {
                shown_elsewhere.insert(whole(&value), ());
            }
        }
        // Percentiles are what somebody at that rank gets, of whom nothing else is told.
        for percentiles in &shown.people.percentiles {
            if let Some(own) = &percentiles.dollars_per_fte {
                for value in [own.p10, own.p25, own.p50, own.p75, own.p90] {
                    shown_elsewhere.insert(whole(&value), ());
                }
            }
        }
        hidden.retain(|one| {
            *one >= Decimal::from(10_000) && !shown_elsewhere.contains_key(&whole(one))
        });
        hidden_in_all += hidden.len();
        let statements = Statements::of(&scenario, &shown.offers).unwrap();
        let stated = Stated {
            scenario: &scenario,
            sha256: "",
            file_sha256: None,
            report: &shown,
            statements: &statements,
        };
        let set = FigureSet::of(&scenario, true).unwrap();
        let figure = set
            .figure(FigureName::Spread)
            .map(|figure| figure_csv::to_text(figure).unwrap());
        let forms = [
            ("text", report_text::to_text(stated)),
            ("csv", report_csv::to_text(stated).unwrap()),
            ("json", report_json::to_text(stated)),
            ("the figure's table", figure.unwrap_or_default()),
        ];
        for (form, words) in &forms {
            let digits = words.replace([',', '$'], "");
            for amount in &hidden {
                // Five digits alone can be another figure's by chance.
                let rounded =
                    (*amount >= Decimal::from(100_000)).then(|| whole(amount).to_string());
                for told in std::iter::once(text::cents(*amount)).chain(rounded) {
                    // As a number of its own, not as a part of a longer one.
                    let found = digits.match_indices(&told).any(|(at, _)| {
                        let before = digits[..at].chars().next_back();
                        let after = digits[at + told.len()..].chars().next();
                        let is_digit =
                            |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
                        let is_part = before == Some('.') || after == Some('.');
                        !is_digit(before) && !is_digit(after) && !is_part
                    });
                    let line = digits.lines().find(|line| line.contains(&told));
                    assert!(!found, "{told} is in the {form}: {line:?}");
                }
            }
        }
    }
    assert!(
        hidden_in_all > 1_000,
        "only {hidden_in_all} amounts were hidden"
    );
    assert!(fifths > 100, "only {fifths} fifths stand");
}

#[test]
fn a_fifth_that_would_tell_of_three_beside_a_band_is_hidden() {
    let mut dice = Dice(1);
    let mut scenario = thrown(&mut dice);
    let group = scenario.workforce.groups().unwrap()[0].clone();
    let of = |heads: u64, cents: i64| Group {
        name: format!("at {cents}"),
        headcount: Known::Known(heads),
        fte: Known::Known(Fte::new(Decimal::from(heads)).unwrap()),
        rate: Some(Known::Known(
            HourlyRate::new(Decimal::new(cents, 2)).unwrap(),
        )),
        ..group.clone()
    };
    // Sixty employees, fifteen in the lowest band: the lowest fifth is twelve of them.
    scenario.workforce_mut().people =
        People::Groups(vec![of(15, 2_100), of(20, 2_600), of(25, 3_100)]);
    let mut report = counteroffer::costing::report(&scenario).unwrap();
    hide_small_cells(&mut report, &scenario);
    let spread = &report.people.spread;
    assert!(spread.by_band.iter().all(|row| !row.hidden));
    assert!(spread.lowest_fifth.as_ref().unwrap().hidden);
    // The highest fifth is twelve of the highest band's twenty-five: thirteen are left.
    assert!(!spread.highest_fifth.as_ref().unwrap().hidden);
}

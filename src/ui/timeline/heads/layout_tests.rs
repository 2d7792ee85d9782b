//! Crowds thrown by dice: no head on another, no stem bent by more than a month, none of an offer that is
//! compared or edited missing.

use super::*;
use crate::document::{Document, Results};
use crate::files::parse_scenario;
use crate::scenario::{Clause, ClauseTerms, Party, Status};
use crate::ui::timeline::heads::head::heads;
use crate::ui::timeline::heads::place::{overlap, upright};
use crate::ui::widgets::axis::TimeAxis;
use eframe::egui::Rangef;

/// Numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

fn terms(dice: &mut Dice, date: &str) -> ClauseTerms {
    let text = match dice.throw(7) {
        0 => format!("PerHour(0.{})", 10 + dice.throw(80)),
        1 => format!("GreaterOf(percent: {}, per_hour: 0.40)", 1 + dice.throw(4)),
        2 => format!("Floor({})", 22 + dice.throw(4)),
        3 => "MinimumRate(by_market: [(market: \"Inland Empire\", rate: 25)], ripple: SamePercent)"
            .to_owned(),
        4 => format!(
            "EquityPool(percent: 1, payroll_of: (market: [\"Inland Empire\"]), tranches: [\"{date}\"], reading: Additive, measured: Eve)"
        ),
        _ => format!("Percent({}.{})", dice.throw(9), 25 * dice.throw(4)),
    };
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(&text).unwrap()
}

/// Offers with fifteen raises each on dates near each other, many of them the same.
fn crowd(dice: &mut Dice, offers: usize, edited: bool) -> Scenario {
    let text = include_str!("../../../../scenarios/five-markets.ron");
    let mut scenario = parse_scenario(text).unwrap();
    scenario.offers.truncate(1);
    let model = scenario.offers[0].clone();
    scenario.offers.clear();
    for number in 0..offers {
        let mut offer = model.clone();
        offer.id = OfferId(format!("offer-{number}"));
        offer.side = [Party::Employer, Party::Union, Party::Neutral][number % 3];
        offer.status = Status::Draft;
        let start = scenario.term.first_day.plus_months(dice.throw(30) as i32);
        let span = 3 + dice.throw(12);
        offer.clauses = (0..15)
            .map(|_| {
                let months = dice.throw(span) as i32;
                let date = start
                    .plus_months(months)
                    .plus_days([0, 0, 14][dice.throw(3) as usize]);
                let terms = terms(dice, &date.to_string());
                Clause::new(date, terms)
            })
            .collect();
        scenario.offers.push(offer);
    }
    scenario.a = Some(OfferId("offer-0".to_owned()));
    scenario.b = Some(OfferId("offer-1".to_owned()));
    scenario.counter = edited.then(|| OfferId("offer-2".to_owned()));
    Document::new(scenario).scenario().clone()
}

/// The plots of a window of 1440 × 900 and of 1024 × 700 points, and what one row has of their height.
const PLOTS: [(f32, f32, f32); 2] = [(328.0, 970.0, 190.0), (300.0, 892.0, 110.0)];

#[test]
fn crowds_stand_apart_within_a_month_of_their_days() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut several = 0;
    for round in 0..60 {
        let offers = 2 + round % 4;
        let scenario = crowd(&mut dice, offers, round % 2 == 0 && offers > 2);
        let results = Results::new(&scenario).unwrap();
        for (left, right, height) in PLOTS {
            let axis = TimeAxis {
                first: scenario.term.first_day,
                end: scenario.term.last_day.plus_days(1),
                x: Rangef::new(left, right),
            };
            let one = ValueAxis {
                low: 0.0,
                high: 10.0,
                y: Rangef::new(100.0, 100.0 + height),
            };
            let month = axis.x_of(axis.first.plus_days(31)) - left;
            let mut all = heads(&scenario, &results, &axis);
            let wanted: Vec<Key> = all
                .iter()
                .filter(|head| is_main(head) || offers == 3)
                .map(|head| head.key.clone())
                .collect();
            let layout = Layout::of(&all, &scenario, &Room { one, left, month });
            let lane = height.max(layout.rows().len() as f32 * super::super::bands::ROW - 18.0);
            let whole = ValueAxis {
                y: Rangef::new(100.0, 100.0 + lane),
                ..one
            };
            let bands = Bands::filling(whole, layout.rows());
            layout.stand(&mut all, &bands, None, left);
            several += usize::from(layout.rows().len() > offers);
            for key in wanted {
                let found = all.iter().filter(|head| head.key == key).count();
                assert!(
                    found == 1 || layout.rows().len() == 1,
                    "{key:?} is there {found} times"
                );
            }
            assert_apart(&all, month, round);
        }
    }
    assert!(several > 5, "no offer needed a second row: {several}");
}

fn assert_apart(all: &[Head], month: f32, round: usize) {
    for (index, one) in all.iter().enumerate() {
        let bent = (one.at.x - one.foot).abs();
        assert!(
            bent <= month + 0.01,
            "round {round}: {one:?} is bent by {bent}"
        );
        for other in &all[index + 1..] {
            let shared = overlap(one.drawn(), other.drawn());
            assert!(shared < 0.5, "round {round}: {one:?} lies on {other:?}");
            // The stems of two days aren't one line, unless the days are that near.
            let stems = (upright(one.at, one.zero), upright(other.at, other.zero));
            if (one.foot - other.foot).abs() > 4.0 {
                assert_eq!(
                    overlap(stems.0, stems.1),
                    0.0,
                    "round {round}: {one:?} {other:?}"
                );
            }
        }
    }
}

#[test]
fn owed_raises_are_always_there() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut scenario = crowd(&mut dice, 3, true);
    let date = scenario.offers[0].clauses[0].date;
    for _ in 0..3 {
        let terms = ron::from_str("Percent(\"1\")").unwrap();
        scenario.baseline.push(Clause::new(date, terms));
    }
    let scenario = Document::new(scenario).scenario().clone();
    let results = Results::new(&scenario).unwrap();
    let axis = TimeAxis {
        first: scenario.term.first_day,
        end: scenario.term.last_day.plus_days(1),
        x: Rangef::new(300.0, 892.0),
    };
    let one = ValueAxis {
        low: 0.0,
        high: 10.0,
        y: Rangef::new(100.0, 210.0),
    };
    let room = Room {
        one,
        left: 300.0,
        month: 12.6,
    };
    let mut all = heads(&scenario, &results, &axis);
    let layout = Layout::of(&all, &scenario, &room);
    let bands = Bands::filling(one, layout.rows());
    layout.stand(&mut all, &bands, None, 300.0);
    assert_eq!(all.iter().filter(|head| head.owed).count(), 3);
}

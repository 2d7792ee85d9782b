//! Gestures, undo and redo, and what they must leave untouched.

use rust_decimal::Decimal;

use super::*;
use crate::scenario::ClauseId;
use crate::units::{Date, Percent};

mod details;

fn example() -> Document {
    let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    Document::new(ron::from_str(text).unwrap())
}

fn percent(hundredths: i64) -> Percent {
    Percent::new(Decimal::new(hundredths, 2)).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn with_draft() -> (Document, OfferId) {
    let mut document = example();
    let union = document.scenario().offers[1].clone();
    let draft = counter::counter_from(document.scenario(), &union);
    let id = draft.id.clone();
    document.apply(Command::AddOffer(Box::new(draft))).unwrap();
    (document, id)
}

/// What a clause of an offer is called; a name of none where there is no such clause.
fn named(document: &Document, offer: &OfferId, place: usize) -> ClauseId {
    let offer = document.offer(offer).unwrap();
    let clause = offer.clauses.get(place);
    clause.map_or(ClauseId::UNASSIGNED, |clause| clause.id)
}

/// A file of a newer version, of which something was left out, must not be worked on unawares.
#[test]
fn what_can_only_be_looked_at_is_never_changed() {
    let why = "written by a newer version";
    let mut document = Document::to_look_at(example().scenario().clone(), why.to_owned());
    let before = document.scenario().clone();
    let title = Command::Title("Mine".to_owned());
    let refused = document.apply(title.clone()).unwrap_err();
    assert!(refused.to_string().contains(why), "{refused}");
    document.begin("Drag");
    assert!(document.update(std::slice::from_ref(&title)).is_err());
    document.commit();
    assert_eq!(*document.scenario(), before);
    assert!(!document.is_edited() && document.undo_label().is_none());
    assert_eq!(document.read_only(), Some(why));
    // Saved as a file of its own, it is like any other.
    document.mark_saved();
    assert_eq!(document.read_only(), None);
    document.apply(title).unwrap();
}

/// A small generator: the sequences are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn n_undos_and_n_redos_are_the_identity() {
    for seed in 0..40 {
        let (mut document, id) = with_draft();
        document.mark_saved();
        let start = document.scenario().clone();
        let mut dice = Dice(seed);
        let mut steps = 0;
        for _ in 0..30 {
            let before = document.scenario().clone();
            let first = named(&document, &id, 0);
            document.begin("Drag");
            for _ in 0..=dice.roll(4) {
                let date = day("2025-10-01").plus_days(i32::try_from(dice.roll(1400)).unwrap());
                let percent = percent(i64::try_from(dice.roll(1000)).unwrap());
                let offer = id.clone();
                let command = match dice.roll(4) {
                    0 => Command::AddRaise {
                        offer,
                        date,
                        percent,
                    },
                    1 => Command::RemoveRaise {
                        offer,
                        clause: first,
                    },
                    _ => Command::SetRaise {
                        offer,
                        clause: first,
                        date,
                        percent,
                    },
                };
                let _ = document.update(&[command]);
            }
            if dice.roll(4) == 0 {
                document.cancel();
                assert_eq!(*document.scenario(), before);
            } else {
                document.commit();
                steps += u32::from(*document.scenario() != before);
            }
        }
        let end = document.scenario().clone();
        for _ in 0..steps {
            assert!(document.undo().is_some());
        }
        assert_eq!(*document.scenario(), start);
        assert!(!document.is_edited());
        for _ in 0..steps {
            assert!(document.redo().is_some());
        }
        assert!(document.redo().is_none());
        assert_eq!(*document.scenario(), end);
    }
}

#[test]
fn only_the_end_of_a_drag_counts_and_a_cancelled_one_leaves_no_trace() {
    let (mut document, id) = with_draft();
    let third = named(&document, &id, 2);
    let set = |date: &str, hundredths| Command::SetRaise {
        offer: id.clone(),
        clause: third,
        date: day(date),
        percent: percent(hundredths),
    };
    document.begin("Move");
    document.update(&[set("2028-01-01", 900)]).unwrap();
    document.update(&[set("2027-06-01", 250)]).unwrap();
    document.commit();
    let wandered = document.scenario().clone();
    document.undo();
    document.apply(set("2027-06-01", 250)).unwrap();
    assert_eq!(*document.scenario(), wandered);
    document.begin("Move");
    document.update(&[set("2029-01-01", 100)]).unwrap();
    document.cancel();
    assert_eq!(*document.scenario(), wandered);
    assert_eq!(
        document.undo_label(),
        Some("Move raise 3 to 2.5% on Jun 1, 2027")
    );
}

#[test]
fn a_passed_offer_keeps_its_terms() {
    let mut document = example();
    let offer = document.scenario().offers[0].id.clone();
    let clause = named(&document, &offer, 0);
    let refused = document.apply(Command::RemoveRaise { offer, clause });
    assert_eq!(refused, Err(Refusal::Locked("Employer offer".to_owned())));
    assert!(!document.is_edited());
    assert!(document.undo_label().is_none());
}

#[test]
fn figures_follow_a_change_and_match_a_report_made_afresh() {
    let (mut document, id) = with_draft();
    let _ = document.results().unwrap();
    for (place, date, hundredths) in [
        (0, "2025-10-01", 800),
        (1, "2026-10-01", 600),
        (2, "2027-04-01", 250),
        (3, "2027-10-01", 300),
        (4, "2028-10-01", 350),
    ] {
        let (offer, clause) = (id.clone(), named(&document, &id, place));
        let (date, percent) = (day(date), percent(hundredths));
        document
            .apply(Command::SetRaise {
                offer,
                clause,
                date,
                percent,
            })
            .unwrap();
    }
    let results = document.results().unwrap();
    let fresh = crate::costing::report(document.scenario()).unwrap();
    for (kept, fresh) in results.offers.iter().zip(&fresh.offers) {
        assert_eq!(*kept.figures, *fresh);
    }
    assert_eq!(results.gap, fresh.gap);
    let cost = results.of(&id).unwrap().figures.cost.unwrap();
    assert_eq!(crate::units::text::cents(cost), "5757793624.65");
    let curve = &results.of(&id).unwrap().curves.cost;
    assert_eq!(curve.last().unwrap().1, cost);
}

#[test]
fn the_midpoint_is_the_middle_of_the_terms() {
    let document = example();
    let middle = counter::midpoint(document.scenario()).unwrap();
    let terms: Vec<String> = order::raises(&middle)
        .iter()
        .map(|raise| format!("{} {}", raise.percent.get(), raise.date))
        .collect();
    assert_eq!(
        terms,
        [
            "7.75 2025-10-01",
            "5.75 2026-10-01",
            "3 2027-06-01",
            "3.25 2027-10-01",
            "3.5 2028-10-01"
        ]
    );
}

#[test]
fn choosing_the_other_compared_offer_swaps_the_two() {
    let mut document = example();
    let (a, b) = (
        document.scenario().a.clone().unwrap(),
        document.scenario().b.clone().unwrap(),
    );
    document
        .apply(Command::Compare(Slot::A, b.clone()))
        .unwrap();
    assert_eq!(document.scenario().a, Some(b));
    assert_eq!(document.scenario().b, Some(a));
}

#[test]
fn what_a_file_would_refuse_is_refused_at_once() {
    let scenario = example().scenario().clone();
    let tried = |change: Command| command::apply(&mut scenario.clone(), &change);
    let id = scenario.offers[0].id.clone();
    let renamed = |name: &str| tried(Command::Rename(id.clone(), name.to_owned()));
    assert_eq!(renamed("Union\u{2019}s counter"), Ok(()));
    for bad in ["a\nb", "a\u{202e}b", "a\u{200b}", &"x".repeat(201)] {
        assert!(matches!(renamed(bad), Err(Refusal::Breaks(_))), "{bad:?}");
    }
    let note = |note: &str| tried(Command::Setting(Setting::Note(note.to_owned())));
    assert_eq!(note("two\nlines\tand a tab"), Ok(()));
    assert!(note("esc\u{1b}[2J").is_err());
}

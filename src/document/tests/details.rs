//! An offer's details, clauses of every kind and the settings of the scenario.

use super::*;
use crate::scenario::{
    Accrual, Clause, ClauseTerms, EffectiveRule, LumpAmount, LumpTiming, Party, Ratification,
    RollUpRate, Source, Status, Term, offer::Moment,
};
use crate::units::{HourlyAmount, HouseStyle, Known, Money, PayCalendar};

fn clause(date: &str, terms: ClauseTerms) -> Box<Clause> {
    Box::new(Clause::new(day(date), terms))
}

fn lump(dollars: i64) -> ClauseTerms {
    ClauseTerms::LumpSum {
        amount: LumpAmount::PerFte(Known::Known(Money::new(dollars.into()).unwrap())),
        paid: LumpTiming::Dated,
        measured_to: None,
    }
}

fn per_hour(cents: i64) -> ClauseTerms {
    let amount = HourlyAmount::new(Decimal::new(cents, 2)).unwrap();
    ClauseTerms::PerHour(Known::Known(amount))
}

fn roll_up() -> RollUpRate {
    RollUpRate {
        name: "Payroll tax".to_owned(),
        percent: percent(765),
        on_lump_sums: false,
        pay_base: None,
    }
}

/// One of everything that can be changed beside raises, on a scenario with a draft.
fn one_of_each(id: &OfferId) -> Vec<Command> {
    let moment = |at: Option<&str>| Moment {
        on: day("2026-11-20"),
        at: at.map(str::to_owned),
    };
    let detail = |detail| Command::Detail(id.clone(), detail);
    let source = Source {
        id: "letter".to_owned(),
        title: "A letter".to_owned(),
        publisher: String::new(),
        published: None,
        note: "private words".to_owned(),
    };
    let mut added = clause("2026-10-01", lump(1500));
    added.id = ClauseId::numbered(900);
    let sources = {
        let mut sources = example().scenario().sources.clone();
        sources.push(source);
        sources
    };
    vec![
        Command::Setting(Setting::PayPeriods(Some(day("2025-10-05")))),
        detail(Detail::Effective(Some(EffectiveRule::NearestPeriod))),
        detail(Detail::Retroactive(Some(false))),
        detail(Detail::LastDay(Some(day("2029-03-31")))),
        detail(Detail::Ratified(Some(Ratification::On(day("2026-02-01"))))),
        detail(Detail::Note("ask about parking".to_owned())),
        Command::Setting(Setting::Sources(sources)),
        detail(Detail::Sources(vec!["letter".to_owned()])),
        Command::SetSide(id.clone(), Party::Employer),
        Command::AddClause {
            offer: id.clone(),
            clause: added,
        },
        Command::SetClause {
            offer: id.clone(),
            clause: ClauseId::numbered(900),
            to: clause("2027-10-01", per_hour(75)),
        },
        Command::Setting(Setting::Horizon(Some(day("2028-09-30")))),
        Command::Setting(Setting::ByPayPeriod(true)),
        Command::Setting(Setting::RatesAsOf(day("2025-08-31"))),
        Command::Setting(Setting::Discount(percent(300))),
        Command::Setting(Setting::RollUp(vec![roll_up()])),
        Command::Setting(Setting::Note("ours alone".to_owned())),
        Command::Setting(Setting::Term(Term {
            first_day: day("2025-10-01"),
            last_day: day("2029-12-31"),
        })),
        Command::Title("Another title".to_owned()),
        Command::SetStatus(id.clone(), Status::Passed(moment(Some("2:14 AM")))),
        Command::SetStatus(id.clone(), Status::Agreed(moment(None))),
        Command::SetStatus(id.clone(), Status::Withdrawn(moment(None))),
        Command::SetStatus(id.clone(), Status::WhatIf),
    ]
}

#[test]
fn each_change_is_one_step_that_undo_takes_back_whole() {
    let (mut document, id) = with_draft();
    document.mark_saved();
    let mut before = Vec::new();
    for command in one_of_each(&id) {
        before.push(document.scenario().clone());
        let label = command.label(document.scenario());
        document.apply(command.clone()).unwrap();
        assert_ne!(before.last(), Some(document.scenario()), "{command:?}");
        assert_eq!(document.undo_label(), Some(label.as_str()));
        // What is kept by offer must not outlive the change.
        let fresh = crate::costing::report(document.scenario()).unwrap();
        for (kept, fresh) in document.results().unwrap().offers.iter().zip(&fresh.offers) {
            assert_eq!(*kept.figures, *fresh, "{command:?}");
        }
        let text = crate::files::to_ron(document.scenario()).unwrap();
        assert_eq!(
            crate::files::parse_scenario(&text).unwrap(),
            *document.scenario()
        );
    }
    let end = document.scenario().clone();
    for before in before.iter().rev() {
        assert!(document.undo().is_some());
        assert_eq!(document.scenario(), before);
    }
    assert!(!document.is_edited());
    while document.redo().is_some() {}
    assert_eq!(*document.scenario(), end);
}

#[test]
fn passing_locks_the_terms_and_shares_the_offer_but_not_its_note() {
    let (mut document, id) = with_draft();
    assert!(!document.offer(&id).unwrap().shared);
    let moment = Moment {
        on: day("2026-11-20"),
        at: None,
    };
    document
        .apply(Command::SetStatus(id.clone(), Status::Passed(moment)))
        .unwrap();
    assert!(document.offer(&id).unwrap().shared);
    let locked = Err(Refusal::Locked("Draft 1".to_owned()));
    for detail in [
        Detail::Effective(None),
        Detail::Retroactive(Some(true)),
        Detail::LastDay(None),
    ] {
        assert_eq!(document.apply(Command::Detail(id.clone(), detail)), locked);
    }
    let add = Command::AddClause {
        offer: id.clone(),
        clause: clause("2026-10-01", lump(1500)),
    };
    assert_eq!(document.apply(add), locked);
    let first = named(&document, &id, 0);
    let set = Command::SetClause {
        offer: id.clone(),
        clause: first,
        to: clause("2026-10-01", lump(1500)),
    };
    assert_eq!(document.apply(set), locked);
    for detail in [
        Detail::Note("they took it badly".to_owned()),
        Detail::Ratified(Some(Ratification::OnTime)),
        Detail::Sources(Vec::new()),
    ] {
        document.apply(Command::Detail(id.clone(), detail)).unwrap();
    }
    document
        .apply(Command::SetStatus(id.clone(), Status::Draft))
        .unwrap();
    document
        .apply(Command::Detail(id, Detail::Retroactive(Some(false))))
        .unwrap();
}

#[test]
fn what_would_break_the_scenario_is_refused_and_changes_nothing() {
    let (mut document, id) = with_draft();
    let before = document.scenario().clone();
    let refused = |document: &mut Document, command: Command| {
        document.apply(command).unwrap_err().to_string()
    };
    let shorter = Setting::Term(Term {
        first_day: day("2025-10-01"),
        last_day: day("2027-09-30"),
    });
    let words = refused(&mut document, Command::Setting(shorter));
    let outside = "lies outside the offer\u{2019}s term, Oct 1, 2025 to Sep 30, 2027";
    assert!(words.contains(outside), "{words}");
    let late = Command::AddRaise {
        offer: id.clone(),
        date: day("2031-10-01"),
        percent: percent(300),
    };
    assert!(refused(&mut document, late).contains("Oct 1, 2031 lies outside"));
    let early = Command::Detail(id.clone(), Detail::LastDay(Some(day("2024-10-01"))));
    assert!(refused(&mut document, early).contains("lies before"));
    let by_period = Command::Detail(
        id.clone(),
        Detail::Effective(Some(EffectiveRule::NearestPeriod)),
    );
    assert_eq!(document.apply(by_period), Err(Refusal::NoPayPeriods));
    let accrue = Command::Setting(Setting::ByPayPeriod(true));
    assert_eq!(document.apply(accrue), Err(Refusal::NoPayPeriods));
    let wild = Command::AddClause {
        offer: id.clone(),
        clause: clause(
            "2026-10-01",
            ClauseTerms::GreaterOf {
                percent: Known::Known(percent(50_000)),
                per_hour: Some(Known::Known(HourlyAmount::new(Decimal::ONE).unwrap())),
                per_year: None,
            },
        ),
    };
    assert!(matches!(document.apply(wild), Err(Refusal::OutOfRange(_))));
    assert_eq!(
        document.apply(Command::Title("  ".to_owned())),
        Err(Refusal::Untitled)
    );
    let mut scoped = clause("2026-10-01", per_hour(50));
    scoped.scope.market.push("Valley".to_owned());
    let scoped = Command::AddClause {
        offer: id,
        clause: scoped,
    };
    // A term for some of a summary is kept: what depends on it isn't costed until there are groups.
    document.apply(scoped).unwrap();
    document.undo();
    assert_eq!(*document.scenario(), before);
    assert_eq!(document.undo_label(), Some("Add Draft 1"));
}

#[test]
fn pay_periods_stay_while_a_rule_needs_them_and_a_lost_source_is_named_nowhere() {
    let (mut document, id) = with_draft();
    let periods = |day| Command::Setting(Setting::PayPeriods(day));
    document.apply(periods(Some(day("2025-10-05")))).unwrap();
    document
        .apply(Command::Setting(Setting::ByPayPeriod(true)))
        .unwrap();
    assert_eq!(
        document.scenario().accrual,
        Accrual::Biweekly {
            first_day: day("2025-10-05")
        }
    );
    document
        .apply(Command::TakeEffect(EffectiveRule::FirstPeriodAfter))
        .unwrap();
    assert!(document.apply(periods(None)).is_err());
    document
        .apply(Command::Setting(Setting::ByPayPeriod(false)))
        .unwrap();
    assert_eq!(
        document
            .scenario()
            .pay_periods()
            .and_then(PayCalendar::first_day),
        Some(day("2025-10-05"))
    );
    document
        .apply(Command::Setting(Setting::Sources(Vec::new())))
        .unwrap();
    let draft = document.offer(&id).unwrap();
    assert!(draft.sources.is_empty());
    assert!(draft.clauses.iter().all(|clause| clause.source.is_none()));
    let problems = crate::scenario::validate(document.scenario());
    assert!(
        problems
            .iter()
            .all(|one| !one.fault.in_words(HouseStyle::File).contains("source"))
    );
}

#[test]
fn a_draft_belongs_to_who_we_are_when_it_is_started_and_keeps_its_side() {
    let mut document = example();
    document.apply(Command::WeAre(Party::Union)).unwrap();
    let employer = document.scenario().offers[0].clone();
    let draft = counter::counter_from(document.scenario(), &employer);
    let id = draft.id.clone();
    document.apply(Command::AddOffer(Box::new(draft))).unwrap();
    document.apply(Command::WeAre(Party::Employer)).unwrap();
    assert_eq!(document.offer(&id).unwrap().side, Party::Union);
    document
        .apply(Command::SetSide(id.clone(), Party::Employer))
        .unwrap();
    assert_eq!(document.offer(&id).unwrap().side, Party::Employer);
}

#[test]
fn a_lump_sum_per_full_time_employee_costs_what_it_pays() {
    let (mut document, id) = with_draft();
    let cost = |document: &mut Document| {
        let results = document.results().unwrap();
        results.of(&id).unwrap().figures.cost.unwrap()
    };
    let before = cost(&mut document);
    document
        .apply(Command::AddClause {
            offer: id.clone(),
            clause: clause("2026-10-01", lump(1500)),
        })
        .unwrap();
    let paid = cost(&mut document).checked_sub(before).unwrap();
    assert_eq!(crate::units::text::cents(paid), "93000000.00");
    assert_eq!(
        document.undo_label(),
        Some("Add lump sum $1,500.00 per 1.0 FTE on Oct 1, 2026")
    );
}

//! Every change a user can make, and the one place that makes it.

use rust_decimal::Decimal;

use super::detail::{self, Detail};
use super::learned::only_learns;
use super::moving;
use super::offers::{any_clause, any_offer, open_clause, open_offer};
use super::payroll::{self, PayrollEdit};
use super::refusal::Refusal;
use super::setting::{self, Setting, rule_can_be_kept};
use super::sound::{self, line};
use super::statement::edit::{self as statement, StatementEdit};
use super::words;
use crate::scenario::ranges::RAISE;
use crate::scenario::{
    Clause, ClauseId, ClauseTerms, EffectiveRule, Employee, Offer, OfferId, Party, People,
    Ratification, Scenario, Status,
};
use crate::units::visible::{LONGEST_LINE, LONGEST_NAME};
use crate::units::{Date, Fte, HoursPerYear, Known, Money, Percent};

/// Which of the two compared offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    A,
    /// The one compared with A.
    B,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Gives a raise another date and percent.
    SetRaise {
        offer: OfferId,
        clause: ClauseId,
        date: Date,
        percent: Percent,
    },
    /// Adds an across-the-board raise.
    AddRaise {
        offer: OfferId,
        date: Date,
        percent: Percent,
    },
    /// Adds a clause of any kind.
    AddClause { offer: OfferId, clause: Box<Clause> },
    /// Gives a clause other terms, another date or scope.
    SetClause {
        offer: OfferId,
        clause: ClauseId,
        to: Box<Clause>,
    },
    /// Gives a clause of any kind another date, and another size where it has one.
    MoveClause {
        offer: OfferId,
        clause: ClauseId,
        /// Which part of a pool, from 0; 0 for other kinds.
        part: usize,
        date: Date,
        /// Its size, in what [`super::moving::size`] measures it in; `None` leaves it.
        size: Option<Decimal>,
    },
    /// Takes a clause out of an offer.
    RemoveRaise {
        /// Out of which offer.
        offer: OfferId,
        clause: ClauseId,
    },
    /// Adds an offer and makes it the one worked on.
    AddOffer(Box<Offer>),
    /// Takes an offer out.
    RemoveOffer(OfferId),
    /// Calls an offer something else.
    Rename(OfferId, String),
    /// Whose offer it is.
    SetSide(OfferId, Party),
    /// How an offer stands.
    SetStatus(OfferId, Status),
    /// Whether the other side may see it.
    Share(OfferId, bool),
    /// What an offer says of itself beside its raises.
    Detail(OfferId, Detail),
    /// Which offers are compared.
    Compare(Slot, OfferId),
    /// Which offer is worked on.
    WorkOn(Option<OfferId>),
    /// From where movement is told.
    WeAre(Party),
    /// Employees and full-time equivalents of a summary workforce.
    People(u64, Fte),
    /// Average annual pay of a summary workforce.
    AveragePay(Money),
    /// When the contract is ratified.
    Ratify(Ratification),
    /// Whether offers pay back unless they say otherwise.
    RetroactiveByDefault(bool),
    /// When raises take effect unless an offer says otherwise.
    TakeEffect(EffectiveRule),
    /// The employee looked at.
    LookAt(Employee),
    /// Paid hours a year.
    Hours(HoursPerYear),
    /// What the case is called.
    Title(String),
    /// A setting of the whole scenario.
    Setting(Setting),
    /// A change of the payroll.
    Payroll(PayrollEdit),
    /// A claim, a count of the workforce or a settlement.
    Statement(StatementEdit),
}

impl Command {
    /// Whether it only chooses which offer is worked on: no change of the work.
    #[must_use]
    pub(super) fn only_chooses(&self) -> bool {
        matches!(self, Self::WorkOn(_))
    }
}

/// Makes a change. The one place a scenario is changed.
///
/// # Errors
/// [`Refusal`]; the scenario may then be half changed and is to be thrown away.
pub fn apply(scenario: &mut Scenario, command: &Command) -> Result<(), Refusal> {
    sound_texts(command)?;
    match command {
        Command::SetRaise {
            offer,
            clause,
            date,
            percent,
        } => {
            check(*percent)?;
            let clause = open_clause(scenario, offer, *clause)?;
            let ClauseTerms::Percent(own) = &mut clause.terms else {
                return Err(Refusal::NotAPercent);
            };
            // A value written 6.50 stays 6.50 while only the date moves.
            if own.get() != Some(*percent) {
                *own = Known::Known(*percent);
            }
            clause.date = *date;
        }
        Command::AddRaise {
            offer,
            date,
            percent,
        } => {
            check(*percent)?;
            open_offer(scenario, offer)?
                .clauses
                .push(raise(*date, *percent));
        }
        Command::AddClause { offer, clause } => {
            check_clause(scenario, clause)?;
            open_offer(scenario, offer)?
                .clauses
                .push((**clause).clone());
        }
        Command::SetClause { offer, clause, to } => {
            check_clause(scenario, to)?;
            // What is learned of a passed offer's terms changes none of them.
            let learned = scenario
                .offer(offer)
                .and_then(|own| own.clause(*clause))
                .is_some_and(|own| only_learns(own, to));
            let own = if learned {
                any_clause(scenario, offer, *clause)?
            } else {
                open_clause(scenario, offer, *clause)?
            };
            own.clone_from(to);
            own.id = *clause;
        }
        Command::MoveClause {
            offer,
            clause,
            part,
            date,
            size,
        } => {
            let from = open_clause(scenario, offer, *clause)?;
            let to = moving::moved(from, *part, *date, *size)?;
            check_clause(scenario, &to)?;
            *open_clause(scenario, offer, *clause)? = to;
        }
        Command::RemoveRaise { offer, clause } => {
            let clauses = &mut open_offer(scenario, offer)?.clauses;
            let place = clauses.iter().position(|own| own.id == *clause);
            clauses.remove(place.ok_or(Refusal::Gone)?);
        }
        Command::AddOffer(offer) => {
            scenario.counter = Some(offer.id.clone());
            scenario.offers.push((**offer).clone());
        }
        Command::RemoveOffer(id) => remove_offer(scenario, id)?,
        Command::Rename(id, name) => {
            if name.trim().is_empty() {
                return Err(Refusal::Nameless);
            }
            any_offer(scenario, id)?.name = name.trim().to_owned();
        }
        Command::SetSide(id, side) => any_offer(scenario, id)?.side = *side,
        Command::SetStatus(id, status) => {
            let offer = any_offer(scenario, id)?;
            // The other side has seen what was passed or agreed.
            offer.shared |= matches!(status, Status::Passed(_) | Status::Agreed(_));
            offer.status = status.clone();
        }
        Command::Share(id, shared) => any_offer(scenario, id)?.shared = *shared,
        Command::Detail(id, detail) => detail::apply(scenario, id, detail)?,
        Command::Compare(slot, id) => compare(scenario, *slot, id)?,
        Command::WorkOn(id) => scenario.counter.clone_from(id),
        Command::WeAre(party) => scenario.we_are = *party,
        Command::People(heads, full_time) => match &mut scenario.workforce_mut().people {
            People::Summary { headcount, fte, .. } => {
                *headcount = Known::Known(*heads);
                *fte = Known::Known(*full_time);
            }
            People::Groups(_) | People::Table { .. } => return Err(Refusal::Grouped),
        },
        Command::AveragePay(pay) => match &mut scenario.workforce_mut().people {
            People::Summary {
                average_annual_pay, ..
            } => *average_annual_pay = Known::Known(*pay),
            People::Groups(_) | People::Table { .. } => return Err(Refusal::Grouped),
        },
        Command::Ratify(when) => scenario.ratification = *when,
        Command::RetroactiveByDefault(retroactive) => scenario.retroactive = *retroactive,
        Command::TakeEffect(rule) => {
            rule_can_be_kept(scenario, *rule)?;
            scenario.effective = *rule;
        }
        Command::LookAt(employee) => scenario.employee = employee.clone(),
        Command::Hours(hours) => scenario.hours = *hours,
        Command::Title(title) if title.trim().is_empty() => return Err(Refusal::Untitled),
        Command::Title(title) => title.trim().clone_into(&mut scenario.title),
        Command::Setting(setting) => setting::apply(scenario, setting)?,
        Command::Payroll(edit) => payroll::apply(scenario, edit)?,
        Command::Statement(edit) => statement::apply(scenario, edit)?,
    }
    Ok(())
}

/// Refuses a command whose texts a file would refuse.
fn sound_texts(command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Rename(_, name) => line("name", name.trim(), LONGEST_NAME),
        Command::Title(title) => line("title", title.trim(), LONGEST_LINE),
        Command::AddOffer(offer) => sound::of_offer(offer),
        Command::AddClause { clause, .. } | Command::SetClause { to: clause, .. } => {
            sound::of_clause(clause)
        }
        Command::Detail(_, Detail::Note(note)) => sound::lines("note", note),
        Command::Setting(setting) => sound::of_setting(setting),
        Command::Statement(edit) => edit.sound(),
        _ => Ok(()),
    }
}

/// An across-the-board raise for everyone.
#[must_use]
pub fn raise(date: Date, percent: Percent) -> Clause {
    Clause::new(date, ClauseTerms::Percent(Known::Known(percent)))
}

fn check(percent: Percent) -> Result<(), Refusal> {
    if RAISE.contains(percent.get()) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange(words::percent(percent.get())))
    }
}

fn check_clause(scenario: &Scenario, clause: &Clause) -> Result<(), Refusal> {
    if let ClauseTerms::Percent(percent) | ClauseTerms::GreaterOf { percent, .. } = &clause.terms
        && let Some(percent) = percent.get()
    {
        check(percent)?;
    }
    match clause.effective {
        Some(rule) => rule_can_be_kept(scenario, rule),
        None => Ok(()),
    }
}

fn remove_offer(scenario: &mut Scenario, id: &OfferId) -> Result<(), Refusal> {
    statement::offer_is_free(scenario, id)?;
    let before = scenario.offers.len();
    scenario.offers.retain(|offer| offer.id != *id);
    if scenario.offers.len() == before {
        return Err(Refusal::Gone);
    }
    for chosen in [&mut scenario.a, &mut scenario.b, &mut scenario.counter] {
        if chosen.as_ref() == Some(id) {
            *chosen = None;
        }
    }
    Ok(())
}

/// Choosing the other compared offer swaps the two.
fn compare(scenario: &mut Scenario, slot: Slot, id: &OfferId) -> Result<(), Refusal> {
    any_offer(scenario, id)?;
    let (chosen, other) = match slot {
        Slot::A => (&mut scenario.a, &mut scenario.b),
        Slot::B => (&mut scenario.b, &mut scenario.a),
    };
    if other.as_ref() == Some(id) {
        other.clone_from(chosen);
    }
    *chosen = Some(id.clone());
    Ok(())
}

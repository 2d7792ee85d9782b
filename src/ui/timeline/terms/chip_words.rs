//! What is written on a chip: a term that doesn't change rates, in the fewest words, and for whom.

use crate::scenario::Clause;
use crate::ui::timeline::heads::head::scope_in_short;
use crate::units::Currency;

/// What stands on the chip of a clause: `$750 bonus`, `pension 1.25% → 1.5%`.
pub(super) fn of_clause(clause: &Clause, currency: &Currency) -> String {
    let own = clause.terms.on_a_chip(currency);
    match scope_in_short(&clause.scope) {
        Some(scope) => format!("{own}, {scope}"),
        None => own,
    }
}

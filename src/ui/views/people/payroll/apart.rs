//! What the payroll is more than the ledger, or less, as it is written under the table.

use rust_decimal::Decimal;

use crate::document::payroll::column::{Column, hours};
use crate::document::words;
use crate::scenario::{Ledger, Totals};
use crate::units::decimal::round;
use crate::units::{Currency, text};

/// What the payroll is more than the ledger, or less.
pub(super) struct Apart {
    /// In employees, FTE and pay, by their columns.
    pub(super) cells: Vec<(Column, String)>,
    /// By how many percent of the ledger's pay, and whether that is less than one.
    pub(super) share: Option<(String, bool)>,
}

impl Apart {
    /// Of the totals of all groups from the ledger's.
    pub(super) fn of(all: &Totals, ledger: &Ledger, currency: &Currency) -> Self {
        let less = |own: Option<Decimal>, other: Option<Decimal>| own?.checked_sub(other?);
        let payroll = ledger.payroll.map(|pay| pay.get());
        let heads = less(
            all.headcount.map(Decimal::from),
            ledger.headcount.map(Decimal::from),
        );
        let fte = less(all.fte, ledger.fte.map(|fte| fte.get()));
        let pay = less(all.payroll, payroll);
        let cells = [
            (Column::Headcount, heads.map(text::count)),
            (Column::Fte, fte.map(hours)),
            (Column::Pay, pay.map(|pay| currency.whole(pay))),
        ];
        let share = pay.zip(payroll).and_then(|(apart, payroll)| {
            apart
                .checked_div(payroll)?
                .checked_mul(Decimal::ONE_HUNDRED)
        });
        Self {
            cells: cells
                .into_iter()
                .filter_map(|(column, said)| Some((column, words::minus(&said?))))
                .collect(),
            share: share.map(by_how_much),
        }
    }
}

fn by_how_much(share: Decimal) -> (String, bool) {
    let size = text::percent_at_most(share.abs(), 1);
    let near = share.abs() < Decimal::ONE;
    if round(share, 1).is_zero() {
        return ("as the ledger".to_owned(), true);
    }
    let way = if share.is_sign_negative() {
        "under"
    } else {
        "over"
    };
    (format!("{size} {way}"), near)
}

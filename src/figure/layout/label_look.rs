//! How labels look, and which of them come first where room is short.

use rust_decimal::Decimal;

use crate::figure::measure::Weight;
use crate::figure::scene::Type;
use crate::figure::{Chart, Label, Role, Side};

use super::page::Page;

/// How a label looks: in the colour of its series.
pub(super) fn look(page: &Page, chart: &Chart, label: &Label) -> Type {
    let colour = match chart.series.get(label.series) {
        Some(series) if label.side != Side::Between => page.text(series),
        _ => page.palette.text(Role::Total),
    };
    Type {
        size: page.sizes.body,
        weight: Weight::Semibold,
        colour,
    }
}

/// Least first: what is placed first.
pub(super) fn importance(chart: &Chart, label: &Label) -> (u8, Decimal, usize) {
    let rank = match chart.series.get(label.series).map(|one| one.role) {
        Some(Role::A | Role::Total) => 0,
        Some(Role::B) => 1,
        Some(Role::Other) => 3,
        _ => 2,
    };
    let value = match label.side {
        Side::Beyond => label.at.x,
        Side::End | Side::Between | Side::Beside | Side::Above => label.at.y,
    };
    (rank, -value.abs(), label.series)
}

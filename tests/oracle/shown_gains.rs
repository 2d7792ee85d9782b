//! Who gains by the program's report, as part of the flat list of figures.

use counteroffer::costing::report::{SpreadFigures, SpreadOffer, SpreadRow};
use rust_decimal::Decimal;

use super::figures::{Name, Part, Sheet};
use super::gains::put_fte;
use super::shown::maybe;

pub fn gains(sheet: &mut Sheet, spread: &SpreadFigures) {
    let SpreadFigures {
        by_market,
        by_unit,
        by_job,
        by_scale,
        by_band,
        lowest_fifth,
        highest_fifth,
    } = spread;
    let fifth = |row: &Option<SpreadRow>| row.iter().cloned().collect::<Vec<_>>();
    let (lowest, highest) = (fifth(lowest_fifth), fifth(highest_fifth));
    let tables = [
        by_market, by_unit, by_job, by_scale, by_band, &lowest, &highest,
    ];
    for (table, rows) in tables.into_iter().enumerate() {
        for (row, figures) in rows.iter().enumerate() {
            let SpreadRow {
                name,
                headcount,
                fte,
                offers,
                // No figure is left out of a report; only of what is shown to others.
                hidden: _,
            } = figures;
            let part = Part::Gains { table, row };
            sheet.maybe(part, Name::Title, name.as_ref());
            let headcount = headcount.map(Decimal::from);
            sheet.number(part, Name::Headcount, maybe(&headcount));
            put_fte(sheet, part, maybe(fte));
            for (offer, own) in offers.iter().enumerate() {
                let SpreadOffer {
                    id: _,
                    cost,
                    per_fte,
                    end_percent,
                    // A reason, not a figure.
                    without_end: _,
                } = own;
                let part = Part::GainsOf { table, row, offer };
                sheet.dollars(part, Name::Cost, maybe(cost));
                sheet.dollars(part, Name::CostPerFte, maybe(per_fte));
                sheet.percent(part, Name::EndPercent, maybe(end_percent));
            }
        }
    }
}

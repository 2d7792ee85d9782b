//! Who gains: what each offer gives by market, unit, job, scale and wage band, over employees, and to the lowest
//! and the highest paid fifth.

mod rows;

use eframe::egui::{Label, RichText, ScrollArea, Ui};
use rust_decimal::Decimal;

use crate::costing::report::{PeopleFigures, Percentiles, SpreadRow};
use crate::document::gains::GainsCache;
use crate::document::words;
use crate::scenario::{Offer, People, Scenario};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::names::role_of;
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{controls, theme};
use crate::units::Currency;
use rows::Sorting;

/// A way to part the workforce.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum By {
    #[default]
    Market,
    Unit,
    Job,
    Scale,
    Band,
}

impl By {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Market, "Market"),
        (Self::Unit, "Unit"),
        (Self::Job, "Job"),
        (Self::Scale, "Scale"),
        (Self::Band, "Wage band"),
    ];

    fn rows(self, people: &PeopleFigures) -> &[SpreadRow] {
        let spread = &people.spread;
        match self {
            Self::Market => &spread.by_market,
            Self::Unit => &spread.by_unit,
            Self::Job => &spread.by_job,
            Self::Scale => &spread.by_scale,
            Self::Band => &spread.by_band,
        }
    }

    /// What those without a name of this kind are called.
    fn without(self) -> &'static str {
        match self {
            Self::Market => "no market",
            Self::Unit => "no unit",
            Self::Job => "no job",
            Self::Scale => "no scale",
            Self::Band => "rate unknown",
        }
    }

    fn title(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(one, _)| *one == self)
            .map_or("", |(_, title)| title)
    }
}

/// What the page remembers.
#[derive(Debug, Default)]
pub struct WhoGains {
    by: By,
    sorting: Option<Sorting>,
    known: GainsCache,
}

/// The offers shown: A, B and the one worked on.
fn offers(scenario: &Scenario) -> Vec<&Offer> {
    let mut ids = Vec::new();
    for id in [&scenario.a, &scenario.b, &scenario.counter]
        .into_iter()
        .flatten()
    {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let named: Vec<&Offer> = ids
        .into_iter()
        .filter_map(|id| scenario.offer(id))
        .collect();
    if named.is_empty() {
        scenario.offers.iter().take(3).collect()
    } else {
        named
    }
}

pub fn show(own: &mut WhoGains, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let currency = &context.scenario().currency;
    let palette = theme::palette(ui);
    let scenario = context.document().snapshot();
    if matches!(scenario.workforce.people, People::Summary { .. }) {
        let words = "A summary tells of nobody in particular. Under Payroll, turn it into groups, paste rows of a sheet, or import a roster.";
        ui.add_space(10.0);
        ui.add(Label::new(RichText::new(words).color(palette.soft)).wrap());
        return;
    }
    let ctx = ui.ctx().clone();
    let (gains, current) = own.known.of(&scenario, move || ctx.request_repaint());
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        if let Some(by) = controls::segmented(ui, "By", &By::ALL, own.by) {
            own.by = by;
            own.sorting = None;
        }
        if !current {
            ui.label(RichText::new("Working it out\u{2026}").color(palette.soft));
        }
    });
    let people = match gains {
        None => return,
        Some(Err(words)) => {
            ui.label(format!("Not costed: {words}"));
            return;
        }
        Some(Ok(people)) => people,
    };
    let offers = offers(&scenario);
    let mut copied = None;
    ScrollArea::both()
        .id_salt("who gains")
        .auto_shrink(false)
        .show(ui, |ui| {
            let rows = own.by.rows(&people);
            let without = own.by.without();
            rows::show(&mut own.sorting, ui, &scenario, (own.by.title(), without), rows, &offers);
            extremes(ui, &scenario, rows, &offers);
            ui.add_space(4.0);
            copied = fifths(&people, &offers, currency).show(ui, 210.0, 170.0);
            let ranks = percentiles(&people, &offers, currency).show(ui, 210.0, 120.0);
            copied = ranks.or(copied.take());
            ui.add_space(8.0);
            let note = "Wages and lump sums above the baseline over the term; benefits aren\u{2019}t divided among people. At the end: the mean rate on the last day against the baseline\u{2019}s. Cells of fewer than ten employees are hidden, and the next smallest where a total would give them away.";
            let note = RichText::new(note).size(12.5).color(palette.soft);
            ui.add(Label::new(note).wrap());
            ui.add_space(8.0);
        });
    if let Some(cells) = copied {
        actions.copy_table_of(cells, offers);
    }
}

fn heads(offers: &[&Offer]) -> Vec<String> {
    offers.iter().map(|offer| offer.name.clone()).collect()
}

/// The smallest and the largest gain under each offer, named.
fn extremes(ui: &mut Ui, scenario: &Scenario, rows: &[SpreadRow], offers: &[&Offer]) {
    let currency = &scenario.currency;
    let palette = theme::palette(ui);
    for offer in offers {
        let gain = |row: &SpreadRow| {
            let own = row.offers.iter().find(|one| one.id == offer.id)?;
            Some((own.per_fte?, row.name.clone()?))
        };
        let gains: Vec<(Decimal, String)> = rows.iter().filter_map(gain).collect();
        let (Some(least), Some(most)) = (
            gains.iter().min_by_key(|one| one.0),
            gains.iter().max_by_key(|one| one.0),
        ) else {
            continue;
        };
        if gains.len() < 2 {
            continue;
        }
        ui.horizontal_top(|ui| {
            let color = palette.mark(role_of(scenario, &offer.id));
            controls::offer_mark(ui, offer.side, color, false);
            let words = format!(
                "{}: smallest gain {}, {} per FTE; largest {}, {}",
                offer.name,
                least.1,
                currency.whole(least.0),
                most.1,
                currency.whole(most.0),
            );
            ui.add(Label::new(RichText::new(words).size(13.0)).wrap());
        });
    }
}

/// The lowest paid fifth beside the highest paid.
fn fifths(people: &PeopleFigures, offers: &[&Offer], currency: &Currency) -> Table {
    let spread = &people.spread;
    let rows = [
        ("Lowest paid fifth", &spread.lowest_fifth),
        ("Highest paid fifth", &spread.highest_fifth),
    ];
    let cells = |row: &Option<SpreadRow>| -> Vec<Cell> {
        offers
            .iter()
            .map(|offer| {
                let row = row.as_ref().filter(|row| !row.hidden);
                let own = row.and_then(|row| row.offers.iter().find(|one| one.id == offer.id));
                let per_fte = own.and_then(|own| own.per_fte);
                Cell {
                    text: per_fte.map_or_else(
                        || {
                            if row.is_none() {
                                "hidden"
                            } else {
                                "not costed"
                            }
                            .to_owned()
                        },
                        |dollars| format!("{} per FTE", currency.whole(dollars)),
                    ),
                    small: own
                        .and_then(|own| own.end_percent)
                        .map_or_else(String::new, |end| {
                            format!("{} at the end", words::percent_two(end))
                        }),
                }
            })
            .collect()
    };
    Table {
        title: "The lowest and the highest paid, by starting rate".to_owned(),
        heads: heads(offers).into_iter().map(|name| (name, None)).collect(),
        rows: rows
            .into_iter()
            .filter(|(_, row)| row.is_some())
            .map(|(name, row)| (name.to_owned(), cells(row)))
            .collect(),
    }
}

/// How dollars and percents spread over employees.
fn percentiles(people: &PeopleFigures, offers: &[&Offer], currency: &Currency) -> Table {
    let mut rows = Vec::new();
    for offer in offers {
        let Some(own) = people.percentiles.iter().find(|one| one.offer == offer.id) else {
            continue;
        };
        let dollars = |value| currency.whole(value);
        rows.push((
            currency.said(&format!("{}, dollars per FTE", offer.name)),
            five(own.dollars_per_fte.as_ref(), &dollars),
        ));
        rows.push((
            format!("{}, percent at the end", offer.name),
            five(own.end_percent.as_ref(), &words::percent_two),
        ));
    }
    let titles = ["10th", "25th", "half", "75th", "90th"];
    Table {
        title: "Over employees: so many percent of them get no more".to_owned(),
        heads: titles.map(|title| (title.to_owned(), None)).to_vec(),
        rows,
    }
}

fn five(values: Option<&Percentiles>, say: &dyn Fn(Decimal) -> String) -> Vec<Cell> {
    let Some(values) = values else {
        return vec![Cell::from("not known".to_owned()); 5];
    };
    [values.p10, values.p25, values.p50, values.p75, values.p90]
        .map(|value| Cell::from(say(value)))
        .to_vec()
}

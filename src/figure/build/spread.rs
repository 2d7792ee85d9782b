//! Who gains: what each offer gives by market, unit, job, scale or band of starting pay, a head an offer. Cells
//! of fewer than ten employees are hidden, and those that would give one away.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::names::{apart, cut, one_line};
use super::notes::{Basis, notes};
use super::parts::{head_labels, point, roomy};
use crate::costing::figures::report;
use crate::costing::report::{PercentileFigures, SpreadFigures, SpreadRow};
use crate::explore::shown::hide_small_cells;
use crate::figure::{Body, Cell, Chart, Data, Mark, Note, Role, Series, ticks};
use crate::scenario::RateUnit;

/// The most rows drawn; the largest where there are more.
const MOST_ROWS: usize = 10;
/// The most heads that carry their value.
const MOST_LABELLED: usize = 20;
/// Characters of a row's name.
const OF_NAME: usize = 30;
/// What the rows of the last way to part the workforce are called.
const BANDS: &str = "bands of pay";

/// A way to part the workforce.
struct Parting<'s> {
    /// `market`.
    one: &'static str,
    /// `markets`.
    many: &'static str,
    rows: &'s [SpreadRow],
}

impl Parting<'_> {
    /// Whether its rows are bands of pay, which are named by their bounds.
    fn is_of_pay(&self) -> bool {
        self.many == BANDS
    }
}

/// What the offers mean for parts of the workforce, with small cells hidden.
struct People {
    spread: SpreadFigures,
    percentiles: Vec<PercentileFigures>,
}

pub fn draft(case: &Case<'_>) -> Draft {
    let people = people(case);
    let partings = partings(&people.spread, case.scenario.workforce.rate_unit);
    // The coarsest way that tells at least two parts from each other.
    let drawn = partings.iter().find(|one| shown_rows(one.rows).count() > 1);
    let rows = drawn.map_or_else(Vec::new, |one| largest(one.rows));
    let series = series(case, &rows);
    let body = match drawn {
        None => Body::Empty(empty(case)),
        Some(_) if series.is_empty() => Body::Empty(not_drawn(case, "Who gains")),
        Some(_) => chart(case, &rows, series),
    };
    let by = drawn.map_or_else(String::new, |one| format!(" by {}", one.one));
    Draft {
        headline: headline(case, drawn, &rows, Named::Headline),
        subtitle: case.subtitle(&format!(
            "Wages and lump sums above the baseline{by}, {} per full-time employee",
            case.money.unit()
        )),
        body,
        notes: notes(case, Basis::Cost, own_notes(drawn, rows.len())),
        alt: alt(case, drawn, &rows),
        data: data(case, &partings, &people.percentiles),
    }
}

fn people(case: &Case<'_>) -> People {
    // Under a name stand those who have it: groups joined to others have the others' names.
    let counted = case.unjoined.unwrap_or(case.scenario);
    let has_groups = counted
        .workforce
        .groups()
        .is_some_and(|groups| !groups.is_empty());
    // What can't be costed is told where the figures are made.
    let report = has_groups.then(|| report(counted).ok()).flatten();
    let Some(mut report) = report else {
        return People {
            spread: SpreadFigures::default(),
            percentiles: Vec::new(),
        };
    };
    hide_small_cells(&mut report, counted);
    People {
        spread: report.people.spread,
        percentiles: report.people.percentiles,
    }
}

fn partings(spread: &SpreadFigures, unit: RateUnit) -> [Parting<'_>; 5] {
    let starting_pay = match unit {
        RateUnit::Hour => "starting hourly pay",
        // A year's pay over paid hours.
        RateUnit::Month | RateUnit::Year => "starting pay by paid hours",
    };
    let of = |one, many, rows| Parting { one, many, rows };
    [
        of("market", "markets", spread.by_market.as_slice()),
        of(
            "bargaining unit",
            "bargaining units",
            spread.by_unit.as_slice(),
        ),
        of("job", "jobs", spread.by_job.as_slice()),
        of("wage scale", "wage scales", spread.by_scale.as_slice()),
        of(starting_pay, BANDS, spread.by_band.as_slice()),
    ]
}

/// The rows that may be told and have something to tell.
fn shown_rows(rows: &[SpreadRow]) -> impl Iterator<Item = &SpreadRow> {
    rows.iter()
        .filter(|row| !row.hidden && row.offers.iter().any(|one| one.per_fte.is_some()))
}

/// The largest rows by employees, in their own order.
fn largest(rows: &[SpreadRow]) -> Vec<&SpreadRow> {
    let mut all: Vec<(usize, &SpreadRow)> = shown_rows(rows).enumerate().collect();
    all.sort_by_key(|(at, row)| (std::cmp::Reverse(row.headcount), *at));
    all.truncate(MOST_ROWS);
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, row)| row).collect()
}

fn per_fte(row: &SpreadRow, shown: &Shown<'_>) -> Option<Decimal> {
    let own = row.offers.iter().find(|one| one.id == shown.offer.id);
    own?.per_fte
}

fn name(row: &SpreadRow) -> String {
    let name = row.name.as_deref().map(one_line);
    let name = name.filter(|name| !name.is_empty());
    name.map_or_else(|| "others".to_owned(), |name| cut(&name, OF_NAME))
}

fn series(case: &Case<'_>, rows: &[&SpreadRow]) -> Vec<Series> {
    case.drawn()
        .into_iter()
        .map(|shown| Series {
            name: shown.names.label.clone(),
            role: shown.role,
            mark: Mark::Dot,
            points: rows
                .iter()
                .enumerate()
                .filter_map(|(place, row)| Some(point(per_fte(row, shown)?, Decimal::from(place))))
                .collect(),
            muted: false,
            half: Vec::new(),
        })
        .filter(|series| !series.points.is_empty())
        .collect()
}

fn chart(case: &Case<'_>, rows: &[&SpreadRow], series: Vec<Series>) -> Body {
    let values = || series.iter().flat_map(|one| &one.points).map(|one| one.x);
    let scale = case.money.scale_of_all(values());
    let heads: usize = series.iter().map(|one| one.points.len()).sum();
    let mut labels = head_labels(&series, |_| String::new());
    for label in &mut labels {
        label.text = case.money.alike(label.at.x, scale);
    }
    if heads > MOST_LABELLED {
        // Of many heads those of A and B, least and most.
        labels.retain(|label| {
            series.get(label.series).is_some_and(|one| {
                let ends = [
                    one.points.iter().min_by_key(|point| point.x),
                    one.points.iter().max_by_key(|point| point.x),
                ];
                matches!(one.role, Role::A | Role::B) && ends.contains(&Some(&label.at))
            })
        });
    }
    Body::Chart(Chart {
        x: case.money.axis(true, roomy(values())),
        y: ticks::categories(apart(rows.iter().map(|row| name(row)).collect())),
        series,
        shades: Vec::new(),
        rules: Vec::new(),
        labels,
    })
}

fn empty(case: &Case<'_>) -> String {
    match case.scenario.workforce.groups() {
        None => "Who gains can\u{2019}t be drawn of a summary: it takes groups.".to_owned(),
        Some(_) => {
            "Who gains can\u{2019}t be drawn: no two parts of the workforce are large enough to be told apart."
                .to_owned()
        }
    }
}

/// Who gains most: `largest gain under the union’s counter: Colorado, $122,834 per full-time employee`. A band of pay is a number already.
fn headline(
    case: &Case<'_>,
    drawn: Option<&Parting<'_>>,
    rows: &[&SpreadRow],
    named: Named,
) -> String {
    let told = case
        .pair()
        .map_or_else(|| case.shown.first(), |pair| Some(pair.b));
    let most = told.and_then(|shown| {
        let known = rows
            .iter()
            .filter_map(|row| Some((row, per_fte(row, shown)?)));
        let (row, most) = known.max_by_key(|(_, value)| *value)?;
        let least = rows.iter().filter_map(|row| per_fte(row, shown)).min()?;
        Some((shown, row, most, least))
    });
    let Some((shown, row, most, least)) = most else {
        return "who gains is not known".to_owned();
    };
    let under = shown.name(named);
    // Of parts that are hidden, or not known under the offer, nothing is said.
    let parting_rows = drawn.map_or(&[][..], |parting| parting.rows);
    let is_unknown = |row: &SpreadRow| !row.hidden && per_fte(row, shown).is_none();
    let some_unknown = parting_rows.iter().any(is_unknown);
    let some_hidden = parting_rows.iter().any(|row| row.hidden);
    match case.money.told(most) {
        _ if most == least && some_unknown => {
            format!("who gains under {under} is not known for all")
        }
        _ if most == least && some_hidden => format!("all shown gain alike under {under}"),
        Some(size) if most > least && most > Decimal::ZERO => {
            let whose = match drawn {
                Some(parting) if parting.is_of_pay() => {
                    format!("those who begin at {}", name(row))
                }
                _ => format!("{}, {size} per full-time employee", name(row)),
            };
            let known = if some_unknown { " known" } else { "" };
            format!("largest gain{known} under {under}: {whose}")
        }
        _ if most == least => format!("all gain alike under {under}"),
        _ => format!("smallest loss under {under}: {}", name(row)),
    }
}

fn own_notes(drawn: Option<&Parting<'_>>, told: usize) -> Vec<Note> {
    let Some(parting) = drawn else {
        return Vec::new();
    };
    let hidden = parting.rows.iter().filter(|row| row.hidden).count();
    let more = shown_rows(parting.rows).count().saturating_sub(told);
    let count = |count: usize| {
        let words = if count == 1 {
            parting.one
        } else {
            parting.many
        };
        format!("{} {words}", Decimal::from(count))
    };
    let mut notes = Vec::new();
    if hidden > 0 {
        notes.push(Note::plain(format!(
            "Hidden: {} of fewer than ten employees, or that would give one away.",
            count(hidden)
        )));
    }
    if more > 0 {
        notes.push(Note::plain(format!(
            "Not drawn: {} with fewer employees.",
            count(more)
        )));
    }
    notes.push(Note::plain(
        "Benefits aren\u{2019}t allocated to employees and aren\u{2019}t in it.",
    ));
    notes
}

fn alt(case: &Case<'_>, drawn: Option<&Parting<'_>>, rows: &[&SpreadRow]) -> Vec<String> {
    let by = drawn.map_or("part of the workforce", |one| one.one);
    let mut sentences = vec![
        format!("Heads on a line a {by}, one an offer, {}.", case.period()),
        format!("{}.", headline(case, drawn, rows, Named::Full)),
    ];
    for row in rows {
        let each: Vec<String> = case
            .shown
            .iter()
            .filter_map(|shown| {
                let value = case.money.amount(per_fte(row, shown)?);
                Some(format!("{} {value}", shown.names.full))
            })
            .collect();
        sentences.push(format!("{} \u{2013} {}.", name(row), each.join("; ")));
    }
    sentences
}

/// All partings, then the percentiles over employees.
fn data(case: &Case<'_>, partings: &[Parting<'_>], percentiles: &[PercentileFigures]) -> Data {
    let dollars = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Dollars);
    let percent = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Percent);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for parting in partings.iter().filter(|one| one.rows.len() > 1) {
        for row in parting.rows {
            let called = row
                .name
                .as_deref()
                .map_or_else(|| "none".to_owned(), one_line);
            let count = |value: Option<Decimal>| match (row.hidden, value) {
                (true, _) => Cell::Text("hidden".to_owned()),
                (false, value) => value.map_or(Cell::Nothing, Cell::Count),
            };
            for shown in &case.shown {
                let own = row.offers.iter().find(|one| one.id == shown.offer.id);
                rows.push(vec![
                    Cell::Text(format!("by {}", parting.one)),
                    Cell::Text(called.clone()),
                    Cell::Text(shown.names.full.clone()),
                    count(row.headcount.map(Decimal::from)),
                    dollars(own.and_then(|own| own.cost)),
                    dollars(own.and_then(|own| own.per_fte)),
                    percent(own.and_then(|own| own.end_percent)),
                ]);
            }
        }
    }
    for shown in &case.shown {
        let Some(own) = percentiles.iter().find(|one| one.offer == shown.offer.id) else {
            continue;
        };
        let of = |at: usize| {
            let pick = |all: Option<crate::costing::report::Percentiles>| {
                let all = all?;
                [all.p10, all.p25, all.p50, all.p75, all.p90]
                    .get(at)
                    .copied()
            };
            (pick(own.dollars_per_fte), pick(own.end_percent))
        };
        for (at, rank) in [10, 25, 50, 75, 90].into_iter().enumerate() {
            let (each, end) = of(at);
            rows.push(vec![
                Cell::Text("over employees".to_owned()),
                Cell::Text(format!("{rank} % have this or less")),
                Cell::Text(shown.names.full.clone()),
                Cell::Nothing,
                Cell::Nothing,
                dollars(each),
                percent(end),
            ]);
        }
    }
    let unit = case.money.unit();
    Data {
        columns: vec![
            "parted".to_owned(),
            "part".to_owned(),
            "offer".to_owned(),
            "employees".to_owned(),
            format!("wages and lump sums above the baseline, {unit}"),
            format!("per full-time employee, {unit}"),
            "last rate above the baseline, percent".to_owned(),
        ],
        rows,
    }
}

//! The heads of the raises lane: everything of every offer that changes rates, and the raises already owed.

use eframe::egui::{Id, Pos2, Rect, Vec2, pos2};
use rust_decimal::Decimal;

use super::bands::Bands;
use super::place::overlap;
use crate::document::moving::{self, Measure};
use crate::document::{Results, order, words};
use crate::figure::heads as drawn;
use crate::scenario::{
    Clause, ClauseId, ClauseKind, ClauseTerms, Offer, OfferId, Party, Scenario, Scope,
};
use crate::ui::widgets::axis::TimeAxis;
use crate::ui::widgets::names::{is_open, role_of};
use crate::ui::widgets::theme::Role;
use crate::units::Date;

/// Names a head: a clause, and which part of it where it is a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Whose clause; empty for a raise already owed.
    pub(crate) offer: OfferId,
    pub(crate) clause: ClauseId,
    /// Which part, from 0.
    pub(crate) part: usize,
}

/// One head on the lane.
#[derive(Debug, Clone)]
pub struct Head {
    pub(super) key: Key,
    /// Its place in the offer's clauses, from 0, by which figures name it.
    pub(super) place: usize,
    pub(super) kind: ClauseKind,
    /// Its number among the percent raises in date order, from 1; 0 for other kinds.
    pub(super) number: usize,
    /// How many percent raises the offer has.
    pub(super) of: usize,
    /// The day it takes effect.
    pub(super) day: Date,
    /// Its date as written.
    pub(super) date: Date,
    /// How high it stands, percent.
    pub(super) height: Decimal,
    /// The number that is dragged up and down; `None` where there is none.
    pub(super) size: Option<(Measure, Decimal)>,
    /// What is written beside it.
    pub(super) label: String,
    /// The same without whom it is for, where there is no room for that.
    pub(super) brief: String,
    /// What it gives, in full.
    pub(super) terms: String,
    /// Its offer's part in the comparison.
    pub(super) role: Role,
    /// Whose offer it is.
    pub(super) side: Party,
    /// Whether the offer is worked on and can be changed.
    pub(super) open: bool,
    /// Whether the offer's terms are fixed.
    pub(super) locked: bool,
    /// Whether it is for some employees only.
    pub(super) scoped: bool,
    /// Whether it is left out of every figure.
    pub(super) left_out: bool,
    /// Whether it is a raise already owed, which is no part of an offer.
    pub(super) owed: bool,
    /// Where its stem stands: the day it takes effect.
    pub(super) foot: f32,
    /// Which row it stands in, from the top.
    pub(super) row: usize,
    /// Where its row has zero.
    pub(super) zero: f32,
    /// Where the head is drawn.
    pub(super) at: Pos2,
    /// How large it is drawn, from its middle to its edge.
    pub(super) radius: f32,
}

/// How large a head is, one that stands close to another, and one of an offer that is only there for comparison,
/// in points from the middle to the edge. The corners of a union's head reach [`CORNERS`] times as far.
const FULL: f32 = 6.0;
const CLOSE: f32 = 5.2;
const SMALL: f32 = 4.5;
const CORNERS: f32 = 1.2;

impl Head {
    /// The square it is drawn in.
    #[must_use]
    pub(super) fn drawn(&self) -> Rect {
        Rect::from_center_size(self.at, Vec2::splat(2.0 * CORNERS * self.radius))
    }

    /// The square a head fills.
    #[must_use]
    pub fn rect(&self) -> Rect {
        Rect::from_center_size(self.at, Vec2::splat(14.0))
    }

    /// Puts it into a row, on its day and at its height. One dragged beyond the axis stays in its row.
    pub(super) fn stand_in(&mut self, row: usize, bands: &Bands) {
        let Some(values) = bands.of(row) else { return };
        self.row = row;
        self.zero = values.y_of_number(0.0_f32.clamp(values.low, values.high));
        let y = values.y_of(self.height).clamp(values.y.min, values.y.max);
        self.at = pos2(self.foot, y);
    }

    /// Why it can't be dragged up and down.
    #[must_use]
    pub fn held_height(&self) -> Option<&'static str> {
        match self.kind {
            _ if self.size.is_some() => None,
            ClauseKind::Cola => Some("its height follows prices: drag sideways only"),
            ClauseKind::MinimumRate => {
                Some("its height follows the rates it meets: drag sideways only")
            }
            _ => Some("its number is unknown: drag sideways only"),
        }
    }
}

/// The name a head's widget keeps while its clause stays in the scenario.
#[must_use]
pub fn head_id(key: &Key) -> Id {
    Id::unique(("raise head", key.offer.0.as_str(), key.clause, key.part))
}

/// Makes heads that stand close to each other smaller, so that none touches another.
pub(super) fn fit(heads: &mut [Head]) {
    for head in heads.iter_mut() {
        let small = head.role == Role::Other && !head.owed;
        head.radius = if small { SMALL } else { FULL };
    }
    let drawn: Vec<Rect> = heads.iter().map(Head::drawn).collect();
    for (index, (head, own)) in heads.iter_mut().zip(&drawn).enumerate() {
        let mut others = drawn
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index);
        if others.any(|(_, other)| overlap(*own, *other) > 0.0) {
            head.radius = head.radius.min(CLOSE);
        }
    }
}

/// Every head on the axis, in date order; none stands in a row yet.
#[must_use]
pub fn heads(scenario: &Scenario, results: &Results, axis: &TimeAxis) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for offer in &scenario.offers {
        heads.extend(of_offer(scenario, results, offer));
    }
    heads.extend(owed(scenario));
    heads.retain(|head| head.day >= axis.first && head.day < axis.end);
    for head in &mut heads {
        head.foot = axis.x_of(head.day);
    }
    heads.sort_by_key(|head| head.day);
    heads
}

fn of_offer(scenario: &Scenario, results: &Results, offer: &Offer) -> Vec<Head> {
    let paid = scenario.paid_in();
    let own = results.of(&offer.id);
    let drawn = own.map_or_else(Vec::new, |own| {
        drawn::heads(offer, &own.figures, &own.curves.level, paid)
    });
    let mut heads = Vec::new();
    for (place, clause) in offer.clauses.iter().enumerate() {
        if !has_head(clause) {
            continue;
        }
        let costed = drawn.iter().filter(|head| head.clause == place);
        let mut stand: Vec<(Date, Decimal)> = costed.map(|head| (head.day, head.percent)).collect();
        if stand.is_empty() {
            // What has no height of its own stands low at its day: left out, or pay is unknown.
            stand = days_of(scenario, own.map(|own| &*own.figures), place, clause);
        }
        let dates = match clause.terms.own_dates() {
            dates if dates.is_empty() => vec![clause.date],
            dates => dates,
        };
        // Parts of a pool that take effect on one day are one head.
        let skipped = dates.len().saturating_sub(stand.len());
        for (index, (day, height)) in stand.into_iter().enumerate() {
            let part = if index == 0 { 0 } else { index + skipped };
            let date = dates.get(part).copied().unwrap_or(clause.date);
            let head = Head {
                key: Key {
                    offer: offer.id.clone(),
                    clause: clause.id,
                    part,
                },
                place,
                number: order::number_of(scenario, &offer.id, clause.id),
                of: order::raises(offer).len(),
                day,
                date,
                height,
                role: role_of(scenario, &offer.id),
                side: offer.side,
                open: is_open(scenario, offer),
                locked: offer.status.is_locked(),
                ..blank(scenario, clause)
            };
            heads.push(head);
        }
    }
    heads
}

/// Whether a clause is a head: it changes rates, and has a height of its own where it is left out. Other
/// terms left out are chips, so that what is in no figure doesn't crowd the raises that are.
#[must_use]
pub fn has_head(clause: &Clause) -> bool {
    let percent = clause.terms.kind() == ClauseKind::Percent;
    clause.terms.changes_rates() && (clause.counted || percent)
}

/// The days of what isn't costed, at no height but its own.
fn days_of(
    scenario: &Scenario,
    figures: Option<&crate::costing::report::OfferFigures>,
    place: usize,
    clause: &Clause,
) -> Vec<(Date, Decimal)> {
    let height = own_height(&clause.terms);
    let figures = figures.filter(|_| clause.counted);
    let costed =
        figures.and_then(|figures| figures.raises.iter().find(|raise| raise.clause == place));
    let first = costed.map_or_else(
        || by_rule(scenario, clause, clause.date),
        |raise| raise.takes_effect,
    );
    let mut days = vec![(first, height)];
    if let ClauseTerms::EquityPool { tranches, .. } = &clause.terms {
        let later = tranches.iter().skip(1).filter(|day| **day > first);
        days.extend(later.map(|day| (*day, height)));
    }
    days
}

/// How high terms stand by their own percent; the rest of them stand at zero.
fn own_height(terms: &ClauseTerms) -> Decimal {
    match terms {
        ClauseTerms::Percent(percent) => percent.get().map_or(Decimal::ZERO, |own| own.get()),
        _ => Decimal::ZERO,
    }
}

/// The day of a date under the rule of pay periods.
fn by_rule(scenario: &Scenario, clause: &Clause, date: Date) -> Date {
    let rule = clause.effective.unwrap_or(scenario.effective);
    rule.day(date, scenario.pay_periods())
}

/// The raises already owed that the rates don't hold yet.
fn owed(scenario: &Scenario) -> Vec<Head> {
    let counted = scenario.baseline.iter().enumerate();
    let counted = counted.filter(|(_, clause)| clause.counted && clause.terms.changes_rates());
    let heads = counted.map(|(place, clause)| {
        let head = blank(scenario, clause);
        Head {
            place,
            day: by_rule(scenario, clause, clause.date),
            height: own_height(&clause.terms),
            label: format!("{} owed", head.label),
            brief: format!("{} owed", head.brief),
            owed: true,
            locked: true,
            ..head
        }
    });
    let as_of = scenario.workforce.rates_as_of;
    heads.filter(|head| head.day > as_of).collect()
}

/// What a clause says of its head by itself.
fn blank(scenario: &Scenario, clause: &Clause) -> Head {
    let paid = scenario.paid_in();
    let brief = brief(scenario, clause);
    Head {
        key: Key {
            offer: OfferId(String::new()),
            clause: clause.id,
            part: 0,
        },
        place: 0,
        kind: clause.terms.kind(),
        number: 0,
        of: 0,
        day: clause.date,
        date: clause.date,
        height: Decimal::ZERO,
        size: moving::size(&clause.terms, paid.unit),
        label: match scope_in_short(&clause.scope) {
            Some(scope) => format!("{brief} {scope}"),
            None => brief.clone(),
        },
        brief,
        terms: words::terms(&clause.terms, paid),
        role: Role::Other,
        side: Party::Neutral,
        open: false,
        locked: false,
        scoped: !clause.scope.is_everyone(),
        left_out: !clause.counted,
        owed: false,
        foot: 0.0,
        row: 0,
        zero: 0.0,
        at: Pos2::ZERO,
        radius: FULL,
    }
}

/// What is written beside a head, without whom it is for: a percent is the number alone.
fn brief(scenario: &Scenario, clause: &Clause) -> String {
    let currency = &scenario.currency;
    let number = |value: Decimal| words::minus(&value.normalize().to_string());
    match &clause.terms {
        ClauseTerms::Percent(percent) => percent
            .get()
            .map_or_else(|| "unknown".to_owned(), |own| number(own.get())),
        ClauseTerms::PerHour(amount) => amount.get().map_or_else(
            || "unknown".to_owned(),
            |amount| format!("{} an hour", currency.rate(amount.get())),
        ),
        ClauseTerms::EquityPool { percent, .. } => percent.get().map_or_else(
            || "pool".to_owned(),
            |own| format!("pool {}", number(own.get())),
        ),
        terms => terms.in_short(scenario.paid_in()),
    }
}

/// Whom a clause is for in the fewest words: `Valley`, `Valley +2`. Nothing for everyone.
#[must_use]
pub fn scope_in_short(scope: &Scope) -> Option<String> {
    let mut names = scope.keys().flat_map(|(_, names)| names);
    let first = names.next()?;
    let mut short: String = first.chars().take(14).collect();
    if short.len() < first.len() {
        short.push('\u{2026}');
    }
    match names.count() {
        0 => Some(short),
        more => Some(format!("{short} +{more}")),
    }
}

//! What the chosen clause comes to: the percent behind an index, the scales lifted, a pool's parts, and its cost
//! by year.

use eframe::egui::{self, RichText, Sense, Ui, pos2, vec2};
use rust_decimal::Decimal;

use crate::costing::report::{LiftedFigures, PoolFigures};
use crate::costing::worth::{ClauseWorth, LowestStep, clause_worth, lowest_steps, pool_parts};
use crate::costing::year_label::YearLabel;
use crate::costing::{Model, cola};
use crate::document::fields::per;
use crate::document::words;
use crate::scenario::{Clause, ClauseTerms, Group, Offer, Scenario};
use crate::ui::state::Context;
use crate::ui::widgets::{controls, theme};
use crate::units::Currency;
use crate::units::text;

/// What was worked out of the chosen clause, kept until the scenario changes.
#[derive(Debug)]
pub(super) struct WorkedOut {
    revision: u64,
    clause: crate::scenario::ClauseId,
    worth: Option<ClauseWorth>,
    lowest: Vec<LowestStep>,
    uncapped: Vec<PoolFigures>,
}

/// Paints what the clause comes to; a clause left out comes to nothing.
pub(super) fn show(
    known: &mut Option<WorkedOut>,
    ui: &mut Ui,
    context: &Context,
    offer: &Offer,
    clause: &Clause,
) {
    let Some(place) = offer.place_of(clause.id) else {
        return;
    };
    if !clause.counted {
        return;
    }
    let document = context.document();
    let fresh = known
        .as_ref()
        .is_some_and(|known| known.clause == clause.id && known.revision == document.revision());
    // While something is dragged, its total follows among the results; its years wait for the drop.
    if !fresh && !document.in_gesture() {
        *known = work_out(context, offer, clause, place);
    }
    let known = known.as_ref().filter(|known| known.clause == clause.id);
    let scenario = context.scenario();
    match &clause.terms {
        ClauseTerms::Cola { lag_months, .. } => index(ui, scenario, clause, *lag_months),
        ClauseTerms::MinimumRate { .. } => {
            let lifted = context
                .results
                .of(&offer.id)
                .map(|one| one.figures.lifted.as_slice());
            let lifted = lifted.unwrap_or_default().iter();
            let lifted: Vec<&LiftedFigures> = lifted.filter(|one| one.clause == place).collect();
            minimum(ui, scenario, clause, known, &lifted);
        }
        ClauseTerms::EquityPool { cap, .. } => {
            let parts = context
                .results
                .of(&offer.id)
                .map(|one| one.figures.pools.as_slice());
            let parts = parts.unwrap_or_default().iter();
            let parts: Vec<&PoolFigures> = parts.filter(|one| one.clause == place).collect();
            pool(ui, known, &parts, cap.is_some());
        }
        ClauseTerms::Benefit {
            participants,
            attainment,
            ..
        } => {
            let reached = participants
                .get()
                .zip(attainment.get())
                .and_then(|(who, share)| {
                    who.get()
                        .checked_mul(share.get())?
                        .checked_div(Decimal::ONE_HUNDRED)
                });
            if let Some(reached) = reached {
                controls::figure_row(ui, "Get it", &text::count(reached));
            }
        }
        ClauseTerms::PaidTime {
            hours,
            participants,
            backfilled,
            ..
        } => {
            let called = hours.get().zip(participants.get()).zip(backfilled.get());
            let called = called.and_then(|((hours, who), share)| {
                let all = hours.get().checked_mul(who.get())?;
                all.checked_mul(share.get())?
                    .checked_div(Decimal::ONE_HUNDRED)
            });
            if let Some(called) = called {
                controls::figure_row(ui, "Hours called in for, a year", &text::count(called));
            }
        }
        _ => {}
    }
    let costed = context.results.of(&offer.id);
    let mut raises = costed.into_iter().flat_map(|one| &one.figures.raises);
    let raise = raises.find(|raise| raise.clause == place);
    if let Some(raise) = raise.filter(|raise| raise.takes_effect != clause.date) {
        controls::figure_row(ui, "Takes effect", &words::date(raise.takes_effect));
    }
    let is_before = known.is_none_or(|known| known.revision != document.revision());
    let moved = raise.filter(|_| is_before).map(|raise| raise.worth);
    let worth = known.and_then(|known| known.worth.as_ref());
    let total = moved.unwrap_or_else(|| worth.and_then(|worth| worth.total));
    let name = match moved {
        None if is_before && document.in_gesture() => "Cost over the term before the drag",
        _ => "Cost over the term",
    };
    let total = total.map_or_else(
        || "not costed".to_owned(),
        |value| scenario.currency.short(value),
    );
    ui.add_space(4.0);
    controls::figure_row(ui, name, &total);
    let years = worth.map_or(&[] as &[_], |worth| worth.by_year.as_slice());
    if (2..=8).contains(&years.len()) {
        if moved.is_some() {
            soft(ui, "By year, before the drag");
        }
        by_year(ui, &scenario.currency, years);
    }
}

fn work_out(context: &Context, offer: &Offer, clause: &Clause, place: usize) -> Option<WorkedOut> {
    let model = Model::new(context.scenario()).ok()?;
    let lowest = match &clause.terms {
        ClauseTerms::MinimumRate { .. } => lowest_steps(&model, offer, place).unwrap_or_default(),
        _ => Vec::new(),
    };
    let uncapped = match &clause.terms {
        ClauseTerms::EquityPool { cap: Some(_), .. } => {
            let mut without = offer.clone();
            if let Some(ClauseTerms::EquityPool { cap, .. }) =
                without.clauses.get_mut(place).map(|own| &mut own.terms)
            {
                *cap = None;
            }
            pool_parts(&model, &without, place).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    Some(WorkedOut {
        revision: context.document().revision(),
        clause: clause.id,
        worth: clause_worth(&model, offer, place).ok().flatten(),
        lowest,
        uncapped,
    })
}

fn caption(ui: &mut Ui, words: &str) {
    ui.add_space(4.0);
    ui.label(theme::strong(words, 13.0));
}

fn soft(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.label(RichText::new(words).size(12.5).color(color));
}

/// The percent of a cost-of-living raise, and the two values of the index behind it.
fn index(ui: &mut Ui, scenario: &Scenario, clause: &Clause, lag: u8) {
    caption(ui, "What it comes to");
    match cola::index_values(scenario, clause.date, lag) {
        Ok(values) => {
            for (month, value) in [values.year_before, values.month] {
                let name = format!("Index of {}", text::month_year(month));
                controls::figure_row(ui, &name, &text::plain(value));
            }
            if let Ok(percent) = cola::resolved(scenario, clause) {
                controls::figure_row(ui, "Raise", &words::percent(percent.get()));
            }
        }
        Err(_) => {
            let month = clause.date.first_of_month().plus_months(-i32::from(lag));
            let month = text::month_year(month);
            soft(
                ui,
                &format!("It waits for the price index up to {month}: enter it under Prices."),
            );
        }
    }
}

/// The lowest steps a minimum meets, the scales it lifts, those reached by a ladder apart.
fn minimum(
    ui: &mut Ui,
    scenario: &Scenario,
    clause: &Clause,
    known: Option<&WorkedOut>,
    lifted: &[&LiftedFigures],
) {
    let currency = &scenario.currency;
    let unit = per(scenario.workforce.rate_unit);
    let lowest = known.map_or(&[] as &[LowestStep], |known| &known.lowest);
    if !lowest.is_empty() {
        caption(ui, &format!("Lowest step then, {unit}"));
    }
    for one in lowest {
        let is_lifted = lifted
            .iter()
            .any(|own| !own.by_ladder && own.market == one.market);
        let market = one.market.as_deref().unwrap_or("elsewhere");
        let rate = currency.rate(one.rate);
        let value = if is_lifted {
            format!("{rate}, lifted")
        } else {
            rate
        };
        controls::figure_row(ui, market, &value);
    }
    caption(ui, "What it lifts");
    let own: Vec<&&LiftedFigures> = lifted.iter().filter(|one| !one.by_ladder).collect();
    let by_ladder: Vec<&&LiftedFigures> = lifted.iter().filter(|one| one.by_ladder).collect();
    // Employees without a scale are lifted one rate at a time, and none of these is a line here.
    let mut groups = scenario.workforce.groups().into_iter().flatten();
    let asked = clause.scope.asked(&scenario.workforce);
    if groups.any(|group| group.scale.is_none() && asked.include(group)) {
        soft(
            ui,
            "Rates of employees without a scale are lifted to it where they are lower.",
        );
    }
    if lifted.is_empty() {
        soft(ui, "No scale begins below it then.");
        return;
    }
    let reached = lifted.iter().try_fold(0_u64, |sum, one| {
        sum.checked_add(employees(scenario, clause, one)?)
    });
    let scales = text::counted(lifted.len(), "scale");
    let reached = reached.map_or_else(String::new, |reached| {
        format!(", {}", text::counted(reached, "employee"))
    });
    ui.label(theme::strong(format!("{scales}{reached}"), 13.0));
    for one in own {
        scale(ui, scenario, clause, one);
    }
    if !by_ladder.is_empty() {
        soft(ui, "By their career ladder");
    }
    for one in by_ladder {
        scale(ui, scenario, clause, one);
    }
}

/// A scale's first step from what to what, by how much, and who is on it.
fn scale(ui: &mut Ui, scenario: &Scenario, clause: &Clause, one: &LiftedFigures) {
    let currency = &scenario.currency;
    let (Some(from), Some(to)) = (one.before.first(), one.after.first()) else {
        return;
    };
    let name = one.scale.as_deref().unwrap_or("without a scale");
    let name = match &one.market {
        Some(market) => format!("{name}, {market}"),
        None => name.to_owned(),
    };
    let percent = to.checked_div(*from).and_then(|times| {
        times
            .checked_sub(Decimal::ONE)?
            .checked_mul(Decimal::ONE_HUNDRED)
    });
    let percent = percent.map_or_else(String::new, |percent| {
        format!(" \u{b7} +{}%", text::fixed(percent, 1))
    });
    let who = employees(scenario, clause, one).map_or_else(String::new, |who| {
        format!(" \u{b7} {}", text::count(Decimal::from(who)))
    });
    soft(ui, &name);
    let rates = format!("{} \u{2192} {}", currency.rate(*from), currency.rate(*to));
    ui.label(RichText::new(format!("{rates}{percent}{who}")).size(13.0));
    controls::rule(ui);
}

/// Employees on a scale in its market and in the clause's scope; `None` where a headcount is unknown.
fn employees(scenario: &Scenario, clause: &Clause, one: &LiftedFigures) -> Option<u64> {
    let workforce = &scenario.workforce;
    let scopes = one.scopes.iter().chain([&clause.scope]);
    let asked: Vec<_> = scopes.map(|scope| scope.asked(workforce)).collect();
    let is_on = |group: &&Group| {
        group.scale == one.scale
            && group.market == one.market
            && asked.iter().all(|asked| asked.include(group))
    };
    let groups = workforce.groups()?.iter().filter(is_on);
    groups
        .into_iter()
        .try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?))
}

/// Each part's percent, and what the cap took.
fn pool(ui: &mut Ui, known: Option<&WorkedOut>, parts: &[&PoolFigures], capped: bool) {
    caption(ui, "What each part adds to rates");
    let percent = |value: Option<Decimal>| {
        value.map_or_else(
            || "unknown".to_owned(),
            |value| format!("{}%", text::fixed(value, 3)),
        )
    };
    for (number, part) in parts.iter().enumerate() {
        controls::figure_row(ui, &words::date(part.takes_effect), &percent(part.percent));
        let uncapped = known.and_then(|known| known.uncapped.get(number));
        if let Some(uncapped) = uncapped
            && uncapped.percent != part.percent
        {
            soft(
                ui,
                &format!("{} without its cap", percent(uncapped.percent)),
            );
        }
    }
    let unchanged = known.is_some_and(|known| {
        known
            .uncapped
            .iter()
            .map(|one| one.percent)
            .eq(parts.iter().map(|one| one.percent))
    });
    if capped && unchanged {
        soft(ui, "The cap takes nothing.");
    }
}

/// How tall the bar of the dearest year is, in points.
const TALLEST: f32 = 24.0;

/// What it costs by contract year.
fn by_year(ui: &mut Ui, currency: &Currency, years: &[(YearLabel, Option<Decimal>)]) {
    let none = || "not costed".to_owned();
    let palette = theme::palette(ui);
    let most = years
        .iter()
        .filter_map(|(_, one)| *one)
        .map(|one| one.abs())
        .max();
    let most = most.filter(|most| !most.is_zero());
    let below = 32.0;
    // What is saved hangs below the line that costs stand on.
    let share = |one: Option<Decimal>| {
        let share = one.zip(most).and_then(|(one, most)| one.checked_div(most));
        share
            .and_then(|share| rust_decimal::prelude::ToPrimitive::to_f32(&share))
            .unwrap_or(0.0)
    };
    let shares = || years.iter().map(|(_, one)| share(*one));
    let (up, down) = (shares().fold(0.0, f32::max), -shares().fold(0.0, f32::min));
    let height = TALLEST * (up + down).max(1.0);
    let size = vec2(ui.available_width(), height + below);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said: Vec<String> = years
        .iter()
        .map(|(year, one)| {
            let one = one.map_or_else(none, |value| currency.short(value));
            format!("{} {one}", year.name())
        })
        .collect();
    let label = format!("Cost by year: {}", said.join(", "));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
    let each = rect.width() / years.len() as f32;
    let narrow = each < 58.0;
    let ground = rect.top() + TALLEST * up;
    for (number, (year, one)) in years.iter().enumerate() {
        let left = rect.left() + number as f32 * each;
        let end = ground - TALLEST * share(*one);
        let corners = (pos2(left + 3.0, ground), pos2(left + each - 3.0, end));
        let bar = egui::Rect::from_two_pos(corners.0, corners.1);
        ui.painter().rect_filled(bar, 0.0, palette.today);
        let middle = left + each / 2.0;
        let figure = one.map_or_else(|| "\u{2013}".to_owned(), |value| currency.brief(value));
        let name = if narrow {
            format!("Y{}", year.number)
        } else {
            year.name()
        };
        for (line, words, color) in [(2.0, figure, palette.ink), (17.0, name, palette.soft)] {
            let at = pos2(middle, rect.top() + height + line);
            let font = theme::regular(if narrow { 11.0 } else { 12.0 });
            ui.painter()
                .text(at, egui::Align2::CENTER_TOP, words, font, color);
        }
    }
    let line = egui::Stroke::new(1.0, palette.outline);
    ui.painter().hline(rect.x_range(), ground, line);
}

//! Every figure's message and points are those of the report.

use counteroffer::costing::report::{OfferFigures, Report};
use counteroffer::figure::position::day_number;
use counteroffer::figure::{Body, Chart, Figure, FigureName, Role, Series};
use counteroffer::scenario::{ClauseKind, ClauseTerms, LumpTiming, OfferId, Scenario, Subject};
use counteroffer::units::text;
use counteroffer::units::{Currency, MoneyUnit};
use rust_decimal::Decimal;

/// Compares a set of figures with the report of the same scenario.
pub fn agrees(scenario: &Scenario, report: &Report, figures: &[Figure]) {
    for figure in figures {
        // Of offers hard to tell apart the differences from A are drawn.
        let less = figure.subtitle.contains(" less that of ");
        if let Body::Chart(chart) = &figure.body {
            points(scenario, report, figure.name, chart, less);
        }
        messages(scenario, report, figure);
    }
}

fn find<'r>(report: &'r Report, id: Option<&OfferId>) -> Option<&'r OfferFigures> {
    report.offers.iter().find(|offer| Some(&offer.id) == id)
}

fn chart_series<'c>(
    scenario: &Scenario,
    report: &'c Report,
    chart: &'c Chart,
) -> Vec<(&'c Series, &'c OfferFigures)> {
    let id = |role| match role {
        Role::A => scenario.a.as_ref(),
        Role::B => scenario.b.as_ref(),
        Role::Edited => scenario.counter.as_ref(),
        _ => None,
    };
    let series = chart.series.iter();
    series
        .filter_map(|series| Some((series, find(report, id(series.role))?)))
        .collect()
}

fn points(scenario: &Scenario, report: &Report, name: FigureName, chart: &Chart, less: bool) {
    let a = find(report, scenario.a.as_ref());
    if less && name != FigureName::Employee {
        differences(scenario, report, name, chart);
        return;
    }
    for (series, offer) in chart_series(scenario, report, chart) {
        let ys: Vec<Decimal> = series.points.iter().map(|point| point.y).collect();
        match name {
            FigureName::Timeline => {
                // Percents stand at their percent, others on the days they take effect.
                let mut rest: Vec<_> = series.points.iter().map(|one| (one.x, one.y)).collect();
                let (percents, others): (Vec<_>, Vec<_>) = offer
                    .raises
                    .iter()
                    .filter(|one| one.kind.changes_rates())
                    .partition(|one| one.kind == ClauseKind::Percent);
                for one in percents {
                    let Some(percent) = one.percent else { continue };
                    let head = (day_number(one.takes_effect), percent);
                    let at = rest.iter().position(|drawn| *drawn == head);
                    rest.remove(at.unwrap_or_else(|| panic!("{head:?} isn't in {rest:?}")));
                }
                let pools = others.iter().any(|one| one.kind == ClauseKind::EquityPool);
                for (x, _) in rest {
                    let own = others.iter().any(|one| day_number(one.takes_effect) == x);
                    assert!(own || pools, "a head nobody's at {x}");
                }
            }
            FigureName::WageLevel => {
                let end = report.basis.horizon.plus_days(1);
                let last = series.points.last().map(|point| point.x);
                assert_eq!(last, Some(day_number(end)), "the last step has its length");
                // Without a baseline and without steps the index is the compounded raise.
                let still = scenario.baseline.is_empty() && scenario.workforce.scales.is_empty();
                if let (Some(compounded), true) = (offer.compounded, still) {
                    let off = ys.last().unwrap() - Decimal::ONE_HUNDRED - compounded;
                    assert!(off.abs() < Decimal::new(1, 9), "{off}");
                }
            }
            FigureName::Cost => {
                assert_eq!(ys.last().copied(), offer.cost);
                // A cumulative curve passes through the sums of the years.
                let mut sum = Decimal::ZERO;
                for year in &offer.years {
                    sum += year.cash.unwrap();
                    let at = day_number(year.last_day.plus_days(1));
                    if let Some(point) = series.points.iter().find(|point| point.x == at) {
                        assert!((point.y - sum).abs() < Decimal::new(1, 6));
                    }
                }
            }
            FigureName::Years => {
                let expected: Vec<_> = offer.years.iter().filter_map(|year| year.cash).collect();
                assert_eq!(ys, expected);
            }
            FigureName::Raises => {
                let of_all = report.offers.iter().flat_map(|offer| &offer.raises);
                let most = of_all
                    .filter_map(|raise| raise.worth)
                    .map(|one| one.abs())
                    .max();
                let mut worths: Vec<Decimal> = offer
                    .raises
                    .iter()
                    .filter_map(|raise| raise.worth)
                    .collect();
                for y in &ys {
                    let at = worths.iter().position(|worth| worth == y);
                    worths
                        .remove(at.unwrap_or_else(|| panic!("{y} is no raise of {}", series.name)));
                }
                // What has no head would hardly rise from the axis, and there are many.
                for left in worths {
                    let is_low = left.abs() * Decimal::from(50) < most.unwrap_or_default();
                    assert!(is_low, "{left} of {} isn't drawn", series.name);
                }
            }
            FigureName::Employee => {
                let a = a.unwrap();
                let (own, base) = (received(report, offer), received(report, a));
                let ((earned, lumps), (under_a, lumps_under_a)) = own.zip(base).unwrap();
                let expected = (earned - under_a) + (lumps - lumps_under_a);
                assert_eq!(ys.last().copied(), Some(expected));
            }
            FigureName::Delay => {
                // Every day of the report up to the last one counted is on the curve, exactly.
                let end = report.basis.horizon.plus_days(1);
                let mut shown = report.offers.iter().zip(&report.apart);
                let (_, apart) = shown.find(|(own, _)| own.id == offer.id).unwrap();
                // A lump sum on ratification is paid after the end then, and nothing of it lost: headlines.rs has that.
                let own = scenario.offers.iter().find(|own| own.id == offer.id);
                let waits = own.unwrap().clauses.iter().any(|clause| {
                    matches!(
                        clause.terms,
                        ClauseTerms::LumpSum {
                            paid: LumpTiming::OnRatification | LumpTiming::Later,
                            ..
                        }
                    )
                });
                let end = if waits { report.basis.horizon } else { end };
                let listed = apart.delay.iter().filter(|one| one.ratified <= end);
                for one in listed {
                    let (Some(lost), x) = (one.lost_per_fte, day_number(one.ratified)) else {
                        continue;
                    };
                    let point = series.points.iter().find(|point| point.x == x);
                    assert_eq!(point.map(|point| point.y), Some(lost), "{}", one.ratified);
                }
                assert!(series.points.is_sorted_by_key(|point| point.x));
            }
            _ => {}
        }
    }
    if name == FigureName::Gap {
        bars(report, chart);
    }
}

/// The differences drawn are the offers' figures less A's.
fn differences(scenario: &Scenario, report: &Report, name: FigureName, chart: &Chart) {
    let a = find(report, scenario.a.as_ref()).unwrap();
    for (series, offer) in chart_series(scenario, report, chart) {
        assert_ne!(offer.id, a.id);
        let ys: Vec<Decimal> = series.points.iter().map(|point| point.y).collect();
        let last = *ys.last().unwrap();
        match name {
            FigureName::Cost => {
                let off = last - (offer.cost.unwrap() - a.cost.unwrap());
                assert!(off.abs() < Decimal::new(1, 6), "{off}");
            }
            FigureName::Years => {
                let less = offer.years.iter().zip(&a.years);
                let less = less.map(|(of, a)| of.cash.unwrap() - a.cash.unwrap());
                assert_eq!(ys, less.collect::<Vec<_>>());
            }
            FigureName::WageLevel
                if scenario.baseline.is_empty() && scenario.workforce.scales.is_empty() =>
            {
                let off = last - (offer.compounded.unwrap() - a.compounded.unwrap());
                assert!(off.abs() < Decimal::new(1, 9), "{off}");
            }
            _ => {}
        }
    }
}

/// The bars follow one another and add up to the gap, exactly; those under a hundredth are one.
fn bars(report: &Report, chart: &Chart) {
    let gap = report.gap.as_ref().unwrap();
    let mut all: Vec<_> = chart.series.iter().flat_map(|one| &one.points).collect();
    all.sort_by_key(|point| point.y);
    let total = all.pop().unwrap();
    assert_eq!((total.base, Some(total.x)), (Decimal::ZERO, gap.cost));
    let why = &gap.why;
    let parts = [
        why.size,
        why.timing,
        why.compounding,
        why.benefits,
        why.lump_sums,
        why.rounding,
        why.steps,
        why.pools,
        why.floors,
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_zero());
    let parts: Vec<Decimal> = parts.collect();
    let largest = parts.iter().map(Decimal::abs).max().unwrap_or_default();
    let largest = largest.max(gap.cost.unwrap().abs());
    let is_small = |part: &&Decimal| part.abs() * Decimal::ONE_HUNDRED < largest;
    let small: Vec<Decimal> = parts.iter().filter(is_small).copied().collect();
    let mut parts = parts;
    parts.retain(|part| !is_small(&part));
    let other: Decimal = small.iter().sum();
    // What would print as nothing has no bar: a note tells it.
    if all.len() > parts.len() {
        assert!(!other.is_zero(), "a bar for nothing");
        parts.push(other);
    } else {
        assert!(
            other.abs() * Decimal::ONE_HUNDRED < largest,
            "{other} has no bar"
        );
    }
    assert_eq!(all.len(), parts.len());
    let mut end = Decimal::ZERO;
    for (bar, part) in all.into_iter().zip(parts) {
        assert_eq!(bar.base, end);
        // The last bar meets the total, whatever was too little to draw.
        let off = (bar.x - bar.base - part).abs();
        assert!(off < Decimal::new(1, 9) || off * Decimal::ONE_HUNDRED < largest);
        end = bar.x;
    }
    assert_eq!(Some(end), gap.cost);
}

/// What one employee has earned by the last day and the lump sums beside it, as the report has them: none of the
/// latter counts where one is unknown.
fn received(report: &Report, of: &OfferFigures) -> Option<(Decimal, Decimal)> {
    let last = |of: &OfferFigures| of.employee.cumulative.last().cloned();
    let drawn = report.offers.iter().filter_map(last);
    let are_known = drawn
        .filter(|last| last.earned.is_some())
        .all(|last| last.lump_sums.is_some());
    let last = last(of)?;
    let lump_sums = last.lump_sums.filter(|_| are_known);
    Some((last.earned?, lump_sums.unwrap_or_default()))
}

/// The number the report gives for a figure's headline, as every output writes it, and whether B
/// is more or less; `None` where the report has none.
fn expected(
    scenario: &Scenario,
    report: &Report,
    figure: &Figure,
) -> Option<(String, Option<&'static str>)> {
    let name = figure.name;
    let gap = report.gap.as_ref().filter(|gap| gap.a != gap.b)?;
    let (a, b) = (find(report, Some(&gap.a))?, find(report, Some(&gap.b))?);
    let value = match name {
        FigureName::Cost => gap.cost?,
        FigureName::Comparison => gap.cost_per_fte?,
        FigureName::Employee => {
            let ((of_b, lumps_of_b), (of_a, lumps_of_a)) =
                received(report, b).zip(received(report, a))?;
            (of_b + lumps_of_b) - (of_a + lumps_of_a)
        }
        FigureName::Timeline => {
            if a.simple_sum_is_partial || b.simple_sum_is_partial {
                return None;
            }
            // Beside raises for some and terms that aren't a percent, sums say less than what wages end at.
            let others = [&gap.a, &gap.b].into_iter().any(|id| {
                let offer = scenario.offers.iter().find(|offer| offer.id == *id);
                let clauses = offer.map_or(&[][..], |offer| &offer.clauses);
                clauses.iter().any(|clause| {
                    let for_all = clause.scope.is_everyone();
                    let kind = clause.terms.kind();
                    clause.counted
                        && kind.changes_rates()
                        && !(kind == ClauseKind::Percent && for_all)
                })
            });
            if let (true, Some(points)) = (others, gap.compounded_points) {
                let shown = text::points_in_words(points.abs());
                return (shown != "0 points").then_some((shown, None));
            }
            let points = gap.simple_points?;
            let shown = text::points_in_words(points.abs());
            return (!points.is_zero()).then_some((shown, None));
        }
        FigureName::WageLevel => {
            // What is drawn is told; `points` holds it against the report.
            let Body::Chart(chart) = &figure.body else {
                return None;
            };
            let end = |role| {
                let one = chart.series.iter().find(|one| one.role == role)?;
                Some(one.points.last()?.y)
            };
            let is_less = figure.subtitle.contains(" less that of ");
            let from = if is_less {
                Decimal::ZERO
            } else {
                end(Role::A)?
            };
            let apart = end(Role::B)? - from;
            let shown = text::points_in_words(apart.abs());
            return (shown != "0 points").then_some((shown, None));
        }
        FigureName::Delay | FigureName::Years => return None,
        FigureName::Point if !is_inferred(scenario) => {
            return whole_dollars(first_point(report, a, b)?);
        }
        _ => return None,
    };
    if value.abs() < Decimal::new(5, 3) {
        return Some(("the same".to_owned(), None));
    }
    let direction = if value > Decimal::ZERO {
        "more"
    } else {
        "less"
    };
    // Where pay is inferred a headline rounds to two figures: said.rs has those.
    if is_inferred(scenario) {
        return Some((format!(" {direction}"), Some(direction)));
    }
    let short = Currency::us_dollar().short(value.abs());
    let words = if short == "$0" {
        Currency::us_dollar().exact(value.abs())
    } else {
        short
    };
    Some((format!("{words} {direction}"), Some(direction)))
}

/// An amount as any chart may round it, whatever its unit.
fn written(value: Decimal) -> Vec<String> {
    let dollar = Currency::us_dollar();
    let units = [(MoneyUnit::One, 0), (MoneyUnit::One, 2)].into_iter();
    let units = units.chain((0..=2).map(|places| (MoneyUnit::Million, places)));
    let units = units.chain([(MoneyUnit::Billion, 2)]);
    units
        .map(|(unit, places)| dollar.in_unit(value.abs(), unit, places))
        .collect()
}

fn is_inferred(scenario: &Scenario) -> bool {
    let mut assumptions = scenario.assumptions.iter();
    assumptions.any(|one| one.of.contains(&Subject::AveragePay))
}

/// An amount that shows in whole dollars; others are a matter of the unit tests.
fn whole_dollars(value: Decimal) -> Option<(String, Option<&'static str>)> {
    (value.abs() >= Decimal::new(5, 1)).then(|| (Currency::us_dollar().short(value.abs()), None))
}

/// What one more point costs on the first raise in percent of A or of B, whichever is dearer.
fn first_point(report: &Report, a: &OfferFigures, b: &OfferFigures) -> Option<Decimal> {
    let first = |offer: &OfferFigures| {
        let raises = offer.raises.iter();
        let mut drawn = raises.filter(|one| {
            one.kind == ClauseKind::Percent && one.takes_effect <= report.basis.horizon
        });
        drawn.find_map(|one| one.value_of_a_point)
    };
    first(a).into_iter().chain(first(b)).max()
}

/// The year in which A and B lie furthest apart, told as the columns are.
fn year_of_the_gap(scenario: &Scenario, report: &Report, figure: &Figure) -> Option<()> {
    let gap = report.gap.as_ref().filter(|gap| gap.a != gap.b)?;
    let years: Option<Vec<Decimal>> = gap.by_year.iter().map(|year| year.1).collect();
    let years = years?;
    let most = years.iter().map(Decimal::abs).max()?;
    let value = *years.iter().find(|year| year.abs() == most)?;
    if most < Decimal::new(5, 3) {
        assert!(
            figure.headline.contains("cost the same"),
            "{}",
            figure.headline
        );
        return None;
    }
    let direction = if value > Decimal::ZERO {
        " more"
    } else {
        " less"
    };
    assert!(figure.alt.contains(direction), "{}", figure.alt);
    let told = written(value);
    let says = |text: &String| told.iter().any(|words| text.contains(words));
    if !is_inferred(scenario) {
        assert!(
            says(&figure.headline) && says(&figure.alt),
            "{} {told:?}",
            figure.headline
        );
    }
    Some(())
}

fn messages(scenario: &Scenario, report: &Report, figure: &Figure) {
    if figure.name == FigureName::Years {
        year_of_the_gap(scenario, report, figure);
    }
    let Some((words, direction)) = expected(scenario, report, figure) else {
        return;
    };
    for text in [&figure.headline, &figure.alt] {
        let cost_the_same = words == "the same" && text.contains("cost the same");
        let found = text.contains(&words) || cost_the_same;
        assert!(found, "{:?} says {text:?}, not {words:?}", figure.name);
    }
    let opposite = match direction {
        Some("more") => " less",
        Some("less") => " more",
        _ => return,
    };
    let names_say_it = scenario
        .offers
        .iter()
        .any(|offer| offer.name.contains("more") || offer.name.contains("less"));
    assert!(
        names_say_it || !figure.headline.contains(opposite),
        "{:?}: {}",
        figure.name,
        figure.headline
    );
}

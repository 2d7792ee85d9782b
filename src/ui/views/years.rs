//! Each offer by contract, calendar or fiscal year.

use eframe::egui::{ComboBox, RichText, Role, ScrollArea, Ui, WidgetInfo};
use rust_decimal::Decimal;

use super::picked;
use crate::costing::report::{StepMovementFigures, YearFigures};
use crate::costing::year_label::YearKind;
use crate::document::YearCache;
use crate::document::words;
use crate::figure::alike;
use crate::figure::{Body, Figure, FigureName, build};
use crate::ui::state::{Actions, Context, View};
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{chart, controls, theme};
use crate::units::{Currency, MoneyUnit};

pub const VIEW: View = View {
    key: "years",
    title: "Years",
};

/// How the view cuts years: the kind, and the month fiscal years begin in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    kind: YearKind,
    fiscal_month: i8,
}

impl Default for Cut {
    /// Contract years; fiscal years, once asked for, from July, as in most states.
    fn default() -> Self {
        Self {
            kind: YearKind::Contract,
            fiscal_month: 7,
        }
    }
}

impl Cut {
    /// The kind of years, as costing cuts them.
    #[must_use]
    pub fn kind(self) -> YearKind {
        self.kind
    }

    /// The month fiscal years begin in, 1 to 12.
    #[must_use]
    pub fn fiscal_month(self) -> i8 {
        self.fiscal_month
    }

    /// Cuts years another way.
    pub fn choose(&mut self, kind: YearKind) {
        self.kind = kind;
        if let YearKind::Fiscal(month) = kind {
            self.fiscal_month = month;
        }
    }

    /// As text, to be remembered between starts.
    #[must_use]
    pub fn to_text(self) -> String {
        format!("{} {}", self.named(), self.fiscal_month)
    }

    /// From remembered text, where it can be read.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (name, month) = text.split_once(' ')?;
        let fiscal_month = month
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        let kind = match name {
            "contract" => YearKind::Contract,
            "calendar" => YearKind::Calendar,
            "fiscal" => YearKind::Fiscal(fiscal_month),
            _ => return None,
        };
        Some(Self { kind, fiscal_month })
    }

    fn named(self) -> &'static str {
        match self.kind {
            YearKind::Contract => "contract",
            YearKind::Calendar => "calendar",
            YearKind::Fiscal(_) => "fiscal",
        }
    }
}

/// What the view remembers: how it cuts years, and the figures cut so last.
#[derive(Debug, Default)]
pub struct Years {
    /// How years are cut.
    pub cut: Cut,
    known: YearCache,
}

pub fn show(own: &mut Years, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let currency = &context.scenario().currency;
    let palette = theme::palette(ui);
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        choose(&mut own.cut, ui);
        ui.add_space(8.0);
        picked::choose(ui, context, actions);
    });
    let years = match own.known.of(context.document(), own.cut.kind()) {
        Ok(years) => years,
        Err(error) => {
            actions.refuse(error.to_string());
            return;
        }
    };
    let cut = own.cut;
    let shown: Vec<(&str, &[YearFigures], Option<Decimal>)> = picked::offers(context)
        .into_iter()
        .filter_map(|offer| {
            let (_, years) = years.iter().find(|(id, _)| *id == offer.id)?;
            let cost = context.results.of(&offer.id)?.figures.cost;
            Some((offer.name.as_str(), years.as_slice(), cost))
        })
        .collect();
    // The tables and the chart have one unit: a row is read across, and down from offer to offer.
    let amounts = shown.iter().flat_map(|(_, years, cost)| {
        let all = years.iter().flat_map(amounts_of);
        all.chain([*cost])
    });
    let unit = alike::unit_of_table(amounts.flatten());
    let mut tables: Vec<Table> = shown
        .iter()
        .map(|(name, years, cost)| table(name, cut, years, *cost, (currency, unit)))
        .collect();
    match own.known.step_movement_of(context.document(), cut.kind()) {
        Ok(steps) => tables.extend(movement(&steps, cut, currency)),
        Err(error) => actions.refuse(error.to_string()),
    }
    let part = picked::scenario(context);
    let mut figure = build::figure(FigureName::Years, &part, &context.results, "");
    in_unit(&mut figure, currency, unit.0);
    let not_drawn = picked::not_drawn(context);
    let mut asked = None;
    let mut copied = None;
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - controls::BAR);
        // The figure of the set is by contract year.
        if cut.kind() == YearKind::Contract {
            asked = chart::show(ui, &figure, 210.0);
            if let Some(words) = &not_drawn {
                let words = RichText::new(words).size(12.5).color(palette.soft);
                ui.add(eframe::egui::Label::new(words).wrap());
            }
        }
        for table in &tables {
            copied = table.show(ui, 220.0, 150.0).or(copied.take());
        }
        ui.add_space(8.0);
        let note = "Shown figures are rounded and may not add. Carry-over lands the next year without a new raise. New money is what a year adds to the year before in wages and benefits, and the year\u{2019}s lump sums: budget offices publish it, and it is less than the cost, which counts each year again.";
        let note = RichText::new(note).size(12.5).color(palette.soft);
        ui.add(eframe::egui::Label::new(note).wrap());
    });
    if let Some(cells) = copied {
        actions.copy_table_of(cells, picked::offers(context));
    }
    if let Some(what) = asked {
        actions.copy_figure(FigureName::Years, what);
    }
}

/// The kinds of years, and for fiscal ones the month they begin in.
fn choose(chosen_cut: &mut Cut, ui: &mut Ui) {
    let cut = *chosen_cut;
    let kinds = [
        (YearKind::Contract, "Contract"),
        (YearKind::Calendar, "Calendar"),
        (YearKind::Fiscal(cut.fiscal_month), "Fiscal"),
    ];
    ui.horizontal(|ui| {
        if let Some(kind) = controls::segmented(ui, "Years", &kinds, cut.kind) {
            chosen_cut.choose(kind);
        }
        if let YearKind::Fiscal(month) = cut.kind {
            ui.add_space(8.0);
            ui.label("beginning in");
            let mut chosen = month;
            let choice = ComboBox::from_id_salt("fiscal month")
                .width(72.0)
                .height(360.0)
                .selected_text(words::month(month))
                .show_ui(ui, |ui| {
                    for number in 1..=12 {
                        ui.selectable_value(&mut chosen, number, words::month(number));
                    }
                });
            choice.response.widget_info(|| {
                let mut info = WidgetInfo::labeled(Role::ComboBox, true, "Fiscal year begins in");
                info.current_text_value = Some(words::month(month).to_owned());
                info
            });
            if chosen != month {
                chosen_cut.choose(YearKind::Fiscal(chosen));
            }
        }
    });
}

/// What moving up steps costs before any offer; nothing where nobody moves.
fn movement(steps: &[StepMovementFigures], cut: Cut, currency: &Currency) -> Option<Table> {
    let moves = |year: &StepMovementFigures| year.cost.is_some_and(|cost| !cost.is_zero());
    steps.iter().any(moves).then(|| {
        let costs: Vec<Option<Decimal>> = steps.iter().map(|year| year.cost).collect();
        let costs = alike::column(currency, &costs, "not costed");
        let rows = steps.iter().zip(costs);
        let rows = rows.map(|(year, cost)| (year.label.in_words(), vec![Cell::from(cost)]));
        Table {
            title: format!("Step movement by {} year, before any offer", cut.named()),
            heads: vec![("Cost".to_owned(), None)],
            rows: rows.collect(),
        }
    })
}

/// What is told of a year, in the order of the columns.
fn amounts_of(year: &YearFigures) -> [Option<Decimal>; 6] {
    [
        year.payroll,
        year.cash,
        year.added,
        year.annualized,
        year.carry_over,
        year.new_money,
    ]
}

/// Writes the axis and the labels of the chart in the unit of the tables beneath it. Where pay is inferred or offers
/// are all but alike, the chart tells something else than the tables, in its own way.
fn in_unit(figure: &mut Figure, currency: &Currency, unit: MoneyUnit) {
    let Body::Chart(chart) = &mut figure.body else {
        return;
    };
    let plain = |text: &str| !text.starts_with(['\u{2248}', '+', '\u{2212}']);
    if !chart.labels.iter().all(|label| plain(&label.text)) {
        return;
    }
    let values: Vec<Decimal> = chart.labels.iter().map(|label| label.at.y).collect();
    let (own, places) = alike::unit_of_column(values.iter().copied());
    let places = if own == unit { places } else { 0 };
    for label in &mut chart.labels {
        label.text = alike::amount(currency, label.at.y, (unit, places));
    }
    let in_unit = |value: Decimal| value.checked_div(unit.size()).unwrap_or_default();
    let scales = chart
        .y
        .ticks
        .iter()
        .map(|tick| in_unit(tick.at).normalize().scale());
    let places = scales.max().unwrap_or_default();
    for tick in chart
        .y
        .ticks
        .iter_mut()
        .filter(|tick| !tick.label.is_empty())
    {
        tick.label = currency.in_unit(tick.at, unit, places);
    }
}

fn table(
    name: &str,
    cut: Cut,
    years: &[YearFigures],
    cost: Option<Decimal>,
    (currency, unit): (&Currency, (MoneyUnit, u32)),
) -> Table {
    // Nothing added is a figure; what isn't known is said.
    let money = |value: Option<Decimal>| {
        let words = match value {
            Some(value) => alike::in_table(currency, value, unit),
            None => "not costed".to_owned(),
        };
        Cell::from(words)
    };
    let mut rows: Vec<(String, Vec<Cell>)> = years
        .iter()
        .map(|year| {
            let label = if cut.kind() == YearKind::Contract {
                format!(
                    "{}, from {}",
                    year.label.in_words(),
                    words::month_year(year.first_day)
                )
            } else {
                year.label.in_words()
            };
            (label, amounts_of(year).into_iter().map(money).collect())
        })
        .collect();
    let empty = || Cell::from(String::new());
    rows.push((
        "Term".to_owned(),
        vec![empty(), money(cost), empty(), empty(), empty(), empty()],
    ));
    let heads = [
        "Payroll",
        "Cash",
        "Added this year",
        "Annualized",
        "Carry-over",
        "New money",
    ];
    Table {
        title: format!(
            "{name} by {} year: payroll, and what is above the baseline",
            cut.named()
        ),
        heads: heads.map(|head| (head.to_owned(), None)).to_vec(),
        rows,
    }
}

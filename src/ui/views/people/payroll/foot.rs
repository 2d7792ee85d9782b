//! What stands under the groups: their totals, and the ledger's beside them.

use eframe::egui::{
    Align2, Color32, Id, Margin, Rect, Response, Role, Sense, Stroke, TextEdit, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::apart::Apart;
use super::kept::Payroll;
use crate::document::payroll::column::{Column, digits, hours};
use crate::document::payroll::of_groups;
use crate::document::{Command, PayrollEdit, entry};
use crate::scenario::{Ledger, Totals};
use crate::ui::forms::take;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::{theme, typed};
use crate::units::{Currency, text};

/// The height of a row of sums, in points.
const ROW: f32 = 34.0;
/// The height of the sums.
pub(super) fn sums_height(context: &Context) -> f32 {
    // Without a ledger's total there is no difference; presenting, neither.
    if context.is_presenting() {
        ROW + 4.0
    } else {
        ROW * 3.0 + 4.0
    }
}

/// A row of sums, its cells by their columns.
struct Sums {
    rect: Rect,
    edges: Vec<f32>,
}

impl Sums {
    fn new(ui: &mut Ui, widths: &[f32]) -> Self {
        let wide: f32 = widths.iter().sum();
        let (rect, _) = ui.allocate_exact_size(vec2(wide, ROW), Sense::hover());
        let mut edges = vec![rect.left()];
        for width in widths {
            edges.push(edges.last().copied().unwrap_or_default() + width);
        }
        let stroke = Stroke::new(1.0, theme::palette(ui).rule);
        ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
        Self { rect, edges }
    }

    fn cell(&self, column: Column) -> Rect {
        let at = Column::ALL.iter().position(|one| *one == column);
        let at = at.map_or(0, |at| at + 1);
        let edge = |at: usize| self.edges.get(at).copied().unwrap_or(self.rect.right());
        Rect::from_min_max(
            pos2(edge(at), self.rect.top()),
            pos2(edge(at + 1), self.rect.bottom()),
        )
    }

    fn figure(&self, ui: &Ui, column: Column, text: &str, bold: bool, ink: Color32) {
        let cell = self.cell(column);
        let font = if bold {
            theme::semibold(13.0)
        } else {
            theme::regular(13.0)
        };
        let at = pos2(cell.right() - 8.0, cell.center().y);
        ui.painter().text(at, Align2::RIGHT_CENTER, text, font, ink);
    }

    fn name(&self, ui: &Ui, text: &str, bold: bool) -> Rect {
        let cell = self.cell(Column::Name);
        let font = if bold {
            theme::semibold(13.0)
        } else {
            theme::regular(13.0)
        };
        let at = pos2(cell.left() + 8.0, cell.center().y);
        let ink = theme::palette(ui).ink;
        ui.painter().text(at, Align2::LEFT_CENTER, text, font, ink)
    }

    fn spoken(&self, ui: &Ui, salt: &str, label: &str) {
        let response = ui.interact(self.rect, Id::unique(salt), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, label));
    }
}

/// Totals, ledger and difference.
pub(super) fn sums(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    widths: &[f32],
) {
    let (shown, all) = (own.known.rows.len(), own.known.all);
    let groups = context.scenario().workforce.read_groups();
    let name = if shown == groups.len() {
        format!("Total, {}", of_groups(shown))
    } else {
        format!("Total of {shown} of {}", of_groups(groups.len()))
    };
    totals(
        ui,
        widths,
        &name,
        &own.known.shown,
        &context.scenario().currency,
    );
    if !context.is_presenting() {
        ledger(ui, context, actions, widths);
        difference(ui, context, widths, &all);
    }
}

fn totals(ui: &mut Ui, widths: &[f32], name: &str, totals: &Totals, currency: &Currency) {
    let palette = theme::palette(ui);
    let sums = Sums::new(ui, widths);
    let top = Stroke::new(1.0, palette.faint);
    ui.painter()
        .hline(sums.rect.x_range(), sums.rect.top(), top);
    sums.name(ui, name, true);
    let figure = |column| sum_of(totals, column, currency).unwrap_or_default();
    let heads = figure(Column::Headcount);
    let (fte, rate) = (figure(Column::Fte), figure(Column::Rate));
    let pay = figure(Column::Pay);
    for column in Column::ALL {
        if let Some(figure) = sum_of(totals, column, currency) {
            sums.figure(ui, column, &figure, true, palette.ink);
        }
    }
    let label = format!("{name}: {heads} employees, {fte} FTE, mean rate {rate}, {pay} a year");
    sums.spoken(ui, "total of groups", &label);
}

/// The sum that stands under a column, where one does: employees, FTE, the mean rate, pay.
pub(super) fn sum_of(totals: &Totals, column: Column, currency: &Currency) -> Option<String> {
    let unknown = || "unknown".to_owned();
    Some(match column {
        Column::Headcount => totals
            .headcount
            .map_or_else(unknown, |heads| text::count(heads.into())),
        Column::Fte => totals.fte.map_or_else(unknown, hours),
        Column::Rate => totals.mean_rate.map_or_else(unknown, |rate| {
            digits(crate::units::decimal::round(rate, 2))
        }),
        Column::Pay => totals
            .payroll
            .map_or_else(unknown, |pay| currency.whole(pay)),
        _ => return None,
    })
}

/// The ledger's totals, typed, with where they are from.
fn ledger(ui: &mut Ui, context: &Context, actions: &mut Actions, widths: &[f32]) {
    let currency = &context.scenario().currency;
    let sums = Sums::new(ui, widths);
    let ledger = context.scenario().ledger().cloned().unwrap_or_default();
    let named = sums.name(ui, "Ledger total", false);
    let left = named.right() + 10.0;
    let right = sums.cell(Column::Headcount).left() - 12.0;
    let room = Rect::from_min_max(
        pos2(left, sums.rect.top() + 4.0),
        pos2(
            left + (right - left).clamp(60.0, 300.0),
            sums.rect.bottom() - 4.0,
        ),
    );
    if let Some(source) = source_field(ui, room, &ledger.source) {
        let to = Ledger {
            source: source.clone(),
            ..ledger.clone()
        };
        set(ui, context, actions, (source_id(), &source), Ok(to));
    }
    let heads = ledger.headcount.map(|heads| text::count(heads.into()));
    if let Some(typed) = field(
        ui,
        &sums,
        Column::Headcount,
        "Ledger\u{2019}s employees",
        heads,
    ) {
        let to = optional(&typed, entry::headcount);
        set(
            ui,
            context,
            actions,
            (field_id(Column::Headcount), &typed),
            to.map(|headcount| Ledger {
                headcount,
                ..ledger.clone()
            }),
        );
    }
    let fte = ledger.fte.map(|fte| hours(fte.get()));
    if let Some(typed) = field(ui, &sums, Column::Fte, "Ledger\u{2019}s FTE", fte) {
        let to = optional(&typed, entry::fte);
        set(
            ui,
            context,
            actions,
            (field_id(Column::Fte), &typed),
            to.map(|fte| Ledger {
                fte,
                ..ledger.clone()
            }),
        );
    }
    let payroll = ledger.payroll.map(|pay| currency.whole(pay.get()));
    if let Some(typed) = field(ui, &sums, Column::Pay, "Ledger\u{2019}s payroll", payroll) {
        let to = optional(&typed, |text| {
            entry::money(text, &context.scenario().currency)
        });
        set(
            ui,
            context,
            actions,
            (field_id(Column::Pay), &typed),
            to.map(|payroll| Ledger {
                payroll,
                ..ledger.clone()
            }),
        );
    }
}

fn optional<T>(typed: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    read(typed).map(Some)
}

fn set(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    typed: (Id, &str),
    ledger: Result<Ledger, String>,
) {
    let command = ledger.map(|ledger| Command::Payroll(PayrollEdit::SetLedger(Some(ledger))));
    take(ui, context, actions, typed, command);
}

/// The name the widget of a field of the ledger keeps.
fn field_id(column: Column) -> Id {
    Id::unique(("ledger", column))
}

fn field(
    ui: &mut Ui,
    sums: &Sums,
    column: Column,
    spoken: &str,
    value: Option<String>,
) -> Option<String> {
    let cell = sums.cell(column);
    let rect = Rect::from_min_max(
        cell.left_top() + vec2(2.0, 3.0),
        cell.right_bottom() - vec2(0.0, 4.0),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    let id = field_id(column);
    let value = value.unwrap_or_default();
    typed_at_the_right(&mut child, id, spoken, &value, rect)
}

/// A typed field over a cell, its figure at the right as in the cells above.
fn typed_at_the_right(
    ui: &mut Ui,
    id: Id,
    spoken: &str,
    value: &str,
    rect: Rect,
) -> Option<String> {
    let mut text = typed::draft(ui, id).unwrap_or_else(|| value.to_owned());
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .font(theme::regular(13.0))
        .hint_text("\u{2013}")
        .align(Align2::RIGHT_CENTER)
        .margin(Margin::symmetric(7, 4))
        .desired_width(rect.width() - 14.0);
    let response = ui.add_sized(rect.size(), edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, spoken);
        info.current_text_value = Some(text.clone());
        info
    });
    shown_refusal(ui, id, &response, spoken);
    typed::left_with(ui, id, &response, text, value)
}

/// The name the widget keeps in which the source of the total stands.
fn source_id() -> Id {
    Id::unique("ledger's source")
}

fn source_field(ui: &mut Ui, rect: Rect, value: &str) -> Option<String> {
    let id = source_id();
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    let mut text = typed::draft(ui, id).unwrap_or_else(|| value.to_owned());
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .font(theme::regular(13.0))
        .hint_text("where it is from")
        .margin(Margin::symmetric(7, 4))
        .desired_width(rect.width() - 14.0);
    let response = child.add_sized(rect.size(), edit);
    response.widget_info(|| {
        let label = "Where the ledger\u{2019}s total is from";
        let mut info = WidgetInfo::labeled(Role::TextInput, true, label);
        info.current_text_value = Some(text.clone());
        info
    });
    let name = "Where the ledger\u{2019}s total is from";
    shown_refusal(ui, id, &response, name);
    typed::left_with(ui, id, &response, text, value)
}

/// What is wrong with the typing, beside its field.
fn shown_refusal(ui: &Ui, id: Id, response: &Response, name: &str) {
    typed::call_it(ui, id, response, name);
    if let Some(words) = typed::refusal_of(ui, id) {
        typed::show_refusal(ui, id, response.rect, &words);
    }
}

/// What the payroll is more than the ledger, or less.
fn difference(ui: &mut Ui, context: &Context, widths: &[f32], all: &Totals) {
    let palette = theme::palette(ui);
    let sums = Sums::new(ui, widths);
    sums.name(ui, "Difference", false);
    let scenario = context.scenario();
    let Some(ledger) = scenario.ledger() else {
        sums.spoken(
            ui,
            "difference of groups",
            "Difference: no ledger\u{2019}s total is entered",
        );
        return;
    };
    let apart = Apart::of(all, ledger, &scenario.currency);
    let mut said = Vec::new();
    for (column, words) in &apart.cells {
        sums.figure(ui, *column, words, false, palette.ink);
        said.push(format!("{} {words}", column.noun()));
    }
    if let Some((words, near)) = &apart.share {
        badge(ui, &sums, words, *near);
        said.push(words.clone());
    }
    let label = format!("Difference from the ledger: {}", said.join(", "));
    sums.spoken(ui, "difference of groups", &label);
}

/// The texts of the sums under a column, and how much more room each takes than its letters.
pub(super) fn sums_under(context: &Context, all: &Totals, column: Column) -> Vec<(String, f32)> {
    let scenario = context.scenario();
    let currency = &scenario.currency;
    let mut texts: Vec<(String, f32)> = Vec::new();
    let mut add = |text: Option<String>, more: f32| texts.extend(text.map(|text| (text, more)));
    add(sum_of(all, column, currency), 18.0);
    let Some(ledger) = scenario.ledger().filter(|_| !context.is_presenting()) else {
        return texts;
    };
    if column == Column::Pay {
        add(ledger.payroll.map(|pay| currency.whole(pay.get())), 20.0);
    }
    let apart = Apart::of(all, ledger, currency);
    let own = apart.cells.into_iter().find(|(of, _)| *of == column);
    add(own.map(|(_, words)| words), 18.0);
    if column == BADGE {
        add(apart.share.map(|(words, _)| words), 24.0);
    }
    texts
}

/// The column in which the share stands by which the ledger is missed.
const BADGE: Column = Column::NextStep;

fn badge(ui: &Ui, sums: &Sums, words: &str, near: bool) {
    let palette = theme::palette(ui);
    let cell = sums.cell(BADGE);
    let ink = if near {
        palette.text(theme::Role::Edited)
    } else {
        palette.alarm
    };
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), theme::semibold(12.5), ink);
    let size = galley.size() + vec2(14.0, 7.0);
    let rect = Rect::from_min_size(
        pos2(cell.right() - size.x - 3.0, cell.center().y - size.y / 2.0),
        size,
    );
    ui.painter()
        .rect_filled(rect, 4.0, ink.gamma_multiply(0.10));
    let stroke = Stroke::new(1.0, ink.gamma_multiply(0.5));
    ui.painter()
        .rect_stroke(rect, 4.0, stroke, eframe::egui::StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(7.0, 3.5), galley, ink);
}

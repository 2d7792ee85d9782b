//! The list of claims: who says what, what the model finds, whether it holds.

use std::fmt::Write as _;

use eframe::egui::{Role, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::columns::{Columns, lesser, strong};
use super::{Statements, claim_words, expanded, verdicts};
use crate::document::words as day_words;
use crate::explore::claims::{Checked, Verdict};
use crate::scenario::{Claim, Party};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::{controls, theme};
use crate::units::{spreadsheet, text};

/// Verdicts in the order of their filters.
const VERDICTS: [(Verdict, &str); 5] = [
    (Verdict::Holds, "Holds"),
    (Verdict::DoesNot, "Doesn\u{2019}t hold"),
    (Verdict::Depends, "Depends on the reading"),
    (Verdict::IsAnInput, "Is an input"),
    (Verdict::CannotBeChecked, "Can\u{2019}t be checked here"),
];

/// What stands where a claim is still being worked out.
const WORKING: &str = "\u{2026}";

pub fn show(own: &mut Statements, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let claims = &context.scenario().claims;
    if claims.is_empty() {
        nothing_yet(ui, context);
        return;
    }
    filters(own, ui, context);
    ui.add_space(4.0);
    let only = own.only;
    let shown: Vec<&Claim> = claims
        .iter()
        .filter(|claim| only.is_none_or(|only| verdict_of(own, claim) == Some(only)))
        .collect();
    // The heads stand over the same columns as the rows, beside the bar that scrolls them.
    let width = ui.available_width() - 12.0;
    let columns = Columns::of(width);
    heads(ui, &columns);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_max_width(width);
        for claim in shown {
            let is_open = own.open.as_deref() == Some(claim.id.as_str());
            if row(own, ui, claim, (&columns, context), is_open) {
                own.open = (!is_open).then(|| claim.id.clone());
                own.all_ways = false;
            }
            if is_open {
                expanded::show(own, ui, context, actions, claim);
            }
        }
        ui.add_space(16.0);
    });
}

fn nothing_yet(ui: &mut Ui, context: &Context) {
    let palette = theme::palette(ui);
    ui.add_space(16.0);
    let words = if context.is_presenting() {
        "No statement is shared."
    } else {
        "No statements yet. Paste one with a number in it above: what the model finds for it, and under which conventions its number comes out, stands here then."
    };
    let words = eframe::egui::RichText::new(words).color(palette.soft);
    ui.add(eframe::egui::Label::new(words).wrap());
}

fn checked<'s>(own: &'s Statements, claim: &Claim) -> Option<&'s Checked> {
    own.checks.of(claim)?.as_ref().ok().map(AsRef::as_ref)
}

fn verdict_of(own: &Statements, claim: &Claim) -> Option<Verdict> {
    Some(checked(own, claim)?.verdict)
}

/// A chip for all claims and one for each verdict there is, with how many have it.
fn filters(own: &mut Statements, ui: &mut Ui, context: &Context) {
    let claims = &context.scenario().claims;
    let count = |verdict: Verdict| {
        let of = claims
            .iter()
            .filter(|claim| verdict_of(own, claim) == Some(verdict));
        of.count()
    };
    let counts: Vec<(Verdict, &str, usize)> = VERDICTS
        .into_iter()
        .map(|(verdict, name)| (verdict, name, count(verdict)))
        .filter(|(verdict, _, count)| *count > 0 || own.only == Some(*verdict))
        .collect();
    let working = claims
        .iter()
        .filter(|claim| own.checks.of(claim).is_none())
        .count();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if verdicts::filter(ui, "All", claims.len(), own.only.is_none()) {
            own.only = None;
        }
        for (verdict, name, count) in counts {
            if verdicts::filter(ui, name, count, own.only == Some(verdict)) {
                own.only = Some(verdict);
            }
        }
        if working > 0 {
            let words = format!("working out {working} of {}\u{2026}", claims.len());
            let soft = theme::palette(ui).soft;
            ui.label(eframe::egui::RichText::new(words).size(12.5).color(soft));
        }
    });
}

fn heads(ui: &mut Ui, columns: &Columns) {
    let palette = theme::palette(ui);
    let size = vec2(columns.width, 26.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let head = |left: f32, words: &str| {
        let font = theme::semibold(13.0);
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, palette.soft);
        let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, palette.soft);
    };
    let narrow = columns.width < 700.0;
    head(columns.who.left, "Who, when");
    head(columns.said.left, "What is said");
    head(
        columns.finds.left,
        if narrow { "Finding" } else { "Model finds" },
    );
    head(columns.verdict.left, "Verdict");
    if let Some(with) = columns.with {
        head(with.left, "Would be exactly true with");
    }
    let stroke = Stroke::new(1.0, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

/// What stands in a row, as words.
struct Said {
    finds: String,
    chips: Vec<Verdict>,
    with: String,
}

fn said(own: &Statements, context: &Context, claim: &Claim) -> Said {
    match own.checks.of(claim) {
        None => Said {
            finds: WORKING.to_owned(),
            chips: Vec::new(),
            with: String::new(),
        },
        Some(Err(words)) => Said {
            finds: claim_words::NOTHING.to_owned(),
            chips: Vec::new(),
            with: words.clone(),
        },
        Some(Ok(checked)) => Said {
            finds: claim_words::found(checked, &context.scenario().currency),
            chips: verdicts::chips(checked.verdict),
            with: claim_words::would_be_true_with(context.scenario(), checked),
        },
    }
}

/// The role that colours a side's marks: that of A or B where one of them is its offer.
pub fn role_of_side(context: &Context, side: Party) -> theme::Role {
    let scenario = context.scenario();
    let of = |id: &Option<crate::scenario::OfferId>| {
        let offer = id.as_ref().and_then(|id| scenario.offer(id));
        offer.map(|offer| offer.side)
    };
    if of(&scenario.a) == Some(side) {
        theme::Role::A
    } else if of(&scenario.b) == Some(side) {
        theme::Role::B
    } else {
        match side {
            Party::Employer => theme::Role::A,
            Party::Union => theme::Role::B,
            Party::Neutral => theme::Role::Other,
        }
    }
}

/// Paints a row; whether it was clicked.
fn row(
    own: &Statements,
    ui: &mut Ui,
    claim: &Claim,
    (columns, context): (&Columns, &Context),
    is_open: bool,
) -> bool {
    let palette = theme::palette(ui);
    let said = said(own, context, claim);
    let date = claim
        .date
        .map_or_else(|| "no date".to_owned(), day_words::date);
    let who = strong(ui, claim_words::side(claim.by), columns.who.width, 1);
    let when = lesser(ui, &date, columns.who.width, 1);
    let number = claim_words::quoted(claim, &context.scenario().currency);
    let quoted = strong(ui, &number, columns.said.width, 1);
    let sentence = text::unbroken(&claim.words);
    let what = lesser(ui, &sentence, columns.said.width, 2);
    let finds = strong(ui, &said.finds, columns.finds.width, 2);
    let with = columns.with.map(|column| {
        let ink = palette.ink;
        let font = (theme::regular(13.0), ink);
        (
            column,
            super::columns::broken(ui, &said.with, font, column.width, 3),
        )
    });
    // Chips take two rows where both readings are shown and don't fit side by side.
    let chips = match said.chips.len() {
        2 if columns.verdict.width < 170.0 => 2.0 * verdicts::HEIGHT + 3.0,
        _ => verdicts::HEIGHT,
    };
    let is_private = !claim.shared && !context.is_presenting();
    let tallest = [
        who.size().y + when.size().y + if is_private { 15.0 } else { 0.0 },
        quoted.size().y + what.size().y,
        finds.size().y,
        with.as_ref().map_or(0.0, |(_, galley)| galley.size().y),
        chips,
    ];
    let height = tallest.into_iter().fold(0.0, f32::max) + 12.0;
    let (rect, response) = ui.allocate_exact_size(vec2(columns.width, height), Sense::click());
    response.widget_info(|| {
        let chips: Vec<&str> = said
            .chips
            .iter()
            .map(|one| verdicts::in_words(*one))
            .collect();
        let label = format!(
            "{}, {date}, {}: {} The model finds {}: {}. {}",
            claim_words::side(claim.by),
            claim_words::quoted(claim, &context.scenario().currency),
            claim.words,
            said.finds,
            chips.join(" or "),
            said.with
        );
        WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, label.trim())
    });
    if ui.is_rect_visible(rect) {
        if is_open || response.hovered() {
            ui.painter().rect_filled(rect, 0.0, palette.side);
        }
        let top = rect.top() + 6.0;
        triangle(ui, pos2(rect.left() + 7.0, top + 9.0), is_open);
        let color = palette.mark(role_of_side(context, claim.by));
        let mark = pos2(rect.left() + 25.0, top + 9.0);
        let ground = palette.paper;
        let shape = controls::head_shape(claim.by, mark, 5.0, color, false, ground);
        ui.painter().add(shape);
        let x = |left: f32| rect.left() + left;
        let (first, second) = (who.size().y, quoted.size().y);
        let cut = what.elided || quoted.elided;
        ui.painter()
            .galley(pos2(x(columns.who.left), top), who, palette.ink);
        ui.painter()
            .galley(pos2(x(columns.who.left), top + first), when, palette.soft);
        ui.painter()
            .galley(pos2(x(columns.said.left), top), quoted, palette.ink);
        ui.painter()
            .galley(pos2(x(columns.said.left), top + second), what, palette.soft);
        ui.painter()
            .galley(pos2(x(columns.finds.left), top), finds, palette.ink);
        let at = pos2(x(columns.verdict.left), top - 2.0);
        verdicts::paint(ui, at, columns.verdict.width, &said.chips);
        if let Some((column, galley)) = with {
            ui.painter()
                .galley(pos2(x(column.left), top), galley, palette.ink);
        }
        if is_private {
            private(ui, pos2(x(columns.who.left), top + first + 17.0));
        }
        let stroke = Stroke::new(1.0, palette.rule);
        ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
        controls::focus_ring(ui, &response, rect.shrink(2.0));
        if cut {
            response.clone().on_hover_text(&claim.words);
        }
    }
    response.clicked()
}

/// The word for what the other side doesn't see.
fn private(ui: &Ui, at: eframe::egui::Pos2) {
    let (font, soft) = (theme::regular(12.0), theme::palette(ui).soft);
    let align = eframe::egui::Align2::LEFT_TOP;
    ui.painter().text(at, align, "private", font, soft);
}

/// The triangle of a row: to the right where it is closed, down where it is open.
fn triangle(ui: &Ui, center: eframe::egui::Pos2, open: bool) {
    let at = |x: f32, y: f32| center + vec2(x, y);
    let points = if open {
        vec![at(-4.0, -2.5), at(4.0, -2.5), at(0.0, 3.0)]
    } else {
        vec![at(-2.5, -4.0), at(3.0, 0.0), at(-2.5, 4.0)]
    };
    let color = theme::palette(ui).soft;
    ui.painter()
        .add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// The list for a spreadsheet, tabs between cells.
pub fn as_cells(own: &Statements, context: &Context) -> String {
    let clean = |text: &str| spreadsheet::guarded(&text.replace(['\t', '\n', '\r'], " "));
    let mut out =
        "By\tDate\tSaid\tNumber\tThe model finds\tVerdict\tWould be exactly true with".to_owned();
    for claim in &context.scenario().claims {
        let said = said(own, context, claim);
        let chips: Vec<&str> = said
            .chips
            .iter()
            .map(|one| verdicts::in_words(*one))
            .collect();
        let date = claim.date.map_or_else(String::new, day_words::date);
        let _ = write!(out, "\n{}\t{date}", claim_words::side(claim.by));
        for cell in [
            claim.words.as_str(),
            &claim_words::quoted(claim, &context.scenario().currency),
            &said.finds,
            &chips.join(" or "),
            &said.with,
        ] {
            let _ = write!(out, "\t{}", clean(cell));
        }
    }
    out.push('\n');
    out
}

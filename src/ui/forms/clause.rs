//! The fields of a clause's terms, each edited where it stands.

use eframe::egui::{Id, RichText, Ui};

use crate::document::fields::{self, Field, Input};
use crate::scenario::{ClauseTerms, PaidIn, Workforce};
use crate::ui::widgets::{rows, theme, typed};
use crate::units::Currency;

/// Paints the values of a clause's terms; returns the terms with the one that was changed. What can't be read,
/// or what `check` refuses, is told beside its field and stays there to be mended.
pub fn fields(
    ui: &mut Ui,
    id: Id,
    terms: &ClauseTerms,
    (workforce, currency): (&Workforce, &Currency),
    check: &dyn Fn(&ClauseTerms) -> Result<(), String>,
) -> Option<ClauseTerms> {
    let paid = PaidIn::new(workforce.rate_unit, currency);
    let mut changed = None;
    for field in fields::fields(terms, workforce, currency) {
        let own = id_of(id, &field);
        let Some(text) = row(ui, own, &field, currency) else {
            continue;
        };
        let read = fields::take(terms, &field.key, &text, paid);
        match read.and_then(|to| check(&to).map(|()| to)) {
            Ok(to) => changed = Some(to),
            Err(words) => typed::refuse(ui, own, &text, &words),
        }
    }
    changed
}

/// The name the widget of a field keeps.
fn id_of(id: Id, field: &Field) -> Id {
    id.with(&field.key)
}

/// The widget of the first field, so that the keyboard can go there.
pub fn first(
    id: Id,
    terms: &ClauseTerms,
    workforce: &Workforce,
    currency: &Currency,
) -> Option<Id> {
    let all = fields::fields(terms, workforce, currency);
    all.first().map(|field| id_of(id, field))
}

/// A field as a row; what was typed or chosen.
pub fn row(ui: &mut Ui, id: Id, field: &Field, currency: &Currency) -> Option<String> {
    match field.input {
        Input::Line => line(ui, id, field, currency),
        Input::Lines => {
            let color = theme::palette(ui).soft;
            ui.label(RichText::new(&field.name).size(13.0).color(color));
            rows::long_text(ui, id, &field.name, &field.value.text(), &field.hint)
        }
        Input::Choice(names) => {
            let chosen = rows::choice(ui, &field.name, &field.value.text(), names)?;
            names.get(chosen).map(|name| (*name).to_owned())
        }
    }
}

fn line(ui: &mut Ui, id: Id, field: &Field, currency: &Currency) -> Option<String> {
    if field.unit.is_empty() {
        return rows::typed(
            ui,
            id,
            &field.name,
            &field.spoken(currency),
            &field.value.text(),
        );
    }
    let color = theme::palette(ui).soft;
    let row = ui.horizontal(|ui| {
        rows::name(ui, &field.name, 26.0);
        let width = (ui.available_width() - 104.0).clamp(60.0, 110.0);
        let text =
            typed::typed_in_flow(ui, id, &field.spoken(currency), &field.value.text(), width);
        ui.label(RichText::new(field.unit).size(12.5).color(color));
        text
    });
    typed::beneath(ui, id);
    row.inner
}

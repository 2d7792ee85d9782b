//! The fields of a page, each with its trouble under it, in red behind a sign: as soon as the field was left with
//! something that can't be read, and of all fields at once when the page is to be taken.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{self, Id, Response, RichText, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::document::wrong::Wrong;
use crate::ui::widgets::{theme, typed};

/// The room of a field's name, in points.
pub const NAME: f32 = 126.0;
/// How high a field is, in points.
const HIGH: f32 = 26.0;

/// How a field of a page is called, what stands in it while it is empty, and how wide it is; infinitely wide fills
/// the page.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'t> {
    pub spoken: &'t str,
    pub hint: &'t str,
    pub width: f32,
}

impl<'t> Typed<'t> {
    /// As wide as the page.
    pub const fn filling(spoken: &'t str, hint: &'t str) -> Self {
        Self {
            spoken,
            hint,
            width: f32::INFINITY,
        }
    }
}

/// Which fields of a page were left, and whether the page was to be taken.
#[derive(Debug)]
pub struct Beside<K> {
    left: Vec<K>,
    tried: bool,
    /// Whether the keyboard goes to the first field with something wrong.
    goes: bool,
}

impl<K> Default for Beside<K> {
    fn default() -> Self {
        Self {
            left: Vec::new(),
            tried: false,
            goes: false,
        }
    }
}

impl<K: Clone + PartialEq> Beside<K> {
    /// The page was to be taken and can't be: everything wrong is told, and the keyboard goes to the first.
    pub fn tell_all(&mut self) {
        self.tried = true;
        self.goes = true;
    }

    /// Rows went away: those left are others.
    pub fn forget_left(&mut self) {
        self.left.clear();
    }

    /// What is told of a field now. What is missing is told only when the page was to be taken.
    fn told<'w>(&self, at: &K, text: &str, wrong: &'w Wrong<K>) -> Option<&'w str> {
        let left = self.left.contains(at) && !text.trim().is_empty();
        wrong.of(at).filter(|_| self.tried || left)
    }

    /// A field of one line, without its words beneath: see [`Self::under`].
    pub fn field(
        &mut self,
        ui: &mut Ui,
        at: &K,
        of: Typed<'_>,
        text: &mut String,
        wrong: &Wrong<K>,
    ) -> Response {
        let edit = TextEdit::singleline(text)
            .id(id(ui, of.spoken))
            .hint_text(of.hint.to_owned());
        let response = if of.width.is_finite() {
            ui.add_sized([of.width, HIGH], edit.desired_width(of.width))
        } else {
            let room = ui.available_width();
            ui.add_sized([room, HIGH], edit.desired_width(room))
        };
        self.say(
            ui,
            (of.spoken, Role::TextInput),
            &response,
            (at, text, wrong),
        );
        response
    }

    /// A field of several lines, without its words beneath.
    pub fn several(
        &mut self,
        ui: &mut Ui,
        at: &K,
        (of, rows): (Typed<'_>, usize),
        text: &mut String,
        wrong: &Wrong<K>,
    ) -> Response {
        let edit = TextEdit::multiline(text)
            .id(id(ui, of.spoken))
            .hint_text(of.hint.to_owned())
            .desired_rows(rows)
            .desired_width(of.width);
        let response = ui.add(edit);
        let called = (of.spoken, Role::MultilineTextInput);
        self.say(ui, called, &response, (at, text, wrong));
        response
    }

    /// Tells of a field by its name, its ring and what a screen reader says of it.
    fn say(
        &mut self,
        ui: &Ui,
        (spoken, role): (&str, Role),
        response: &Response,
        (at, text, wrong): (&K, &str, &Wrong<K>),
    ) {
        if response.lost_focus() && !self.left.contains(at) {
            self.left.push(at.clone());
        }
        self.go_to(response, wrong.of(at).is_some());
        let told = self.told(at, text, wrong);
        let value = text.to_owned();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(role, true, spoken);
            info.current_text_value = Some(value.clone());
            info
        });
        if let Some(words) = told {
            typed::ring(ui, response.rect);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(format!("Not taken: {words}"));
                node.set_invalid(egui::accesskit::Invalid::True);
            });
        }
    }

    /// Several fields are read as one: they are left when the keyboard is in none of them.
    pub fn left_of(&mut self, at: &K, fields: &[&Response], wrong: &Wrong<K>) {
        let within = fields.iter().any(|one| one.has_focus());
        let left = fields.iter().any(|one| one.lost_focus());
        if left && !within && !self.left.contains(at) {
            self.left.push(at.clone());
        }
        if let Some(first) = fields.first() {
            self.go_to(first, wrong.of(at).is_some());
        }
    }

    /// The keyboard goes to the first field or button with something wrong, once.
    pub fn go_to(&mut self, response: &Response, is_wrong: bool) {
        if self.goes && is_wrong {
            self.goes = false;
            response.request_focus();
            response.scroll_to_me_animation(None, ScrollAnimation::none());
        }
    }

    /// The words of what is wrong with a field, `indent` points from the left; `text` is what stands in it.
    pub fn under(&self, ui: &mut Ui, at: &K, text: &str, (wrong, indent): (&Wrong<K>, f32)) {
        if let Some(words) = self.told(at, text, wrong) {
            beneath(ui, words, indent);
        }
    }

    /// A row of a form: a name, its field, and beneath the field what is wrong.
    pub fn row(
        &mut self,
        ui: &mut Ui,
        (name, at): (&str, &K),
        of: Typed<'_>,
        text: &mut String,
        wrong: &Wrong<K>,
    ) -> Response {
        let response = named(ui, name, |ui| self.field(ui, at, of, text, wrong));
        self.under(ui, at, text, (wrong, indent(ui)));
        response
    }

    /// The same of several lines, which stand beneath their name.
    pub fn rows(
        &mut self,
        ui: &mut Ui,
        at: &K,
        of: (Typed<'_>, usize),
        text: &mut String,
        wrong: &Wrong<K>,
    ) -> Response {
        let response = self.several(ui, at, of, text, wrong);
        self.under(ui, at, text, (wrong, 0.0));
        response
    }
}

/// The name the widget of a field keeps, whatever comes and goes above it: the keyboard stays. The same page opened
/// again has others, or it would take back what was typed in the one before.
fn id(ui: &Ui, spoken: &str) -> Id {
    Id::unique(("field of a page", ui.layer_id().id, spoken))
}

/// How far the fields of a form stand from its left edge, in points.
#[must_use]
pub fn indent(ui: &Ui) -> f32 {
    NAME + ui.spacing().item_spacing.x
}

/// A name on the left, as wide as all of the form, and what is typed or chosen beside it.
pub fn named<T>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let color = theme::palette(ui).soft;
    ui.horizontal(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(NAME, HIGH), layout, |ui| {
            ui.set_min_width(NAME);
            ui.add(egui::Label::new(RichText::new(name).color(color)).truncate());
        });
        contents(ui)
    })
    .inner
}

/// Words in red behind a sign, `indent` points from the left.
pub fn beneath(ui: &mut Ui, words: &str, indent: f32) {
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        let red = ui.visuals().error_fg_color;
        typed::said(ui, words, red);
    });
}

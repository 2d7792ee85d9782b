//! Public statements checked, the offers in the order they were passed, settlements elsewhere.

mod arithmetic;
mod beside;
mod checks;
mod claim_words;
mod claims;
mod columns;
mod expanded;
mod heading;
mod history;
mod in_short;
mod measures;
mod settlements;
mod steps;
mod verdicts;
mod ways;

use eframe::egui::{Button, Key, Rect, TextEdit, Ui, WidgetInfo, vec2};

use crate::explore::claims::Verdict;
use crate::explore::history::Told;
use crate::ui::state::{Actions, Ask, Context, Look, Page, View};
use crate::ui::widgets::controls;
use checks::Checks;

pub const VIEW: View = View {
    key: "statements",
    title: "Statements",
};

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct Statements {
    /// The sentence typed or pasted above the list.
    sentence: String,
    /// The verdict whose claims alone are shown.
    only: Option<Verdict>,
    /// The id of the claim whose arithmetic is shown.
    open: Option<String>,
    /// Whether all conventions of the open claim are shown, not only those that come out.
    all_ways: bool,
    checks: Checks,
    /// The figure the history is told in.
    told: Told,
    /// How many moves are shown, while the history is replayed.
    replayed: Option<usize>,
    /// Whether the replay is to get the keyboard.
    takes_keys: bool,
}

impl Statements {
    /// Starts the replay of the history at its first move, or ends it.
    pub fn replay(&mut self, start: bool) {
        self.replayed = start.then_some(1);
        self.takes_keys = start;
    }

    /// Whether every claim of the open scenario has been worked out.
    #[must_use]
    pub fn is_settled(&self, context: &Context) -> bool {
        let claims = &context.scenario().claims;
        claims.iter().all(|claim| self.checks.of(claim).is_some())
    }
}

/// The room beside the page that history and settlements take in a window `wide` points wide, of which
/// `left` belong to the left panel; nothing where there is too little.
#[must_use]
pub fn room_beside(context: &Context, wide: f32, left: f32) -> Option<f32> {
    const LEAST_CENTRE: f32 = 640.0;
    let beside = if wide < 1320.0 { 400.0 } else { 458.0 };
    let fits = wide >= 1200.0 && wide - left - beside >= LEAST_CENTRE;
    (context.screen.statements == Page::Claims && fits).then_some(beside)
}

pub fn show(own: &mut Statements, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    if context.screen.statements == Page::Claims {
        own.checks.follow(context, ui.ctx());
    }
    let page = context.screen.statements;
    let least = if page == Page::Claims {
        LEAST_CLAIMS
    } else {
        0.0
    };
    controls::with_room(ui, least, |ui| {
        ui.add_space(10.0);
        bar(own, ui, context, actions);
        ui.add_space(6.0);
        match page {
            Page::Claims => claims::show(own, ui, context, actions),
            Page::History => history::show(own, ui, context, actions),
            Page::Settlements => settlements::show(ui, context, actions),
        }
    });
}

/// Paints history and settlements beside the claims.
pub fn show_beside(ui: &mut Ui, context: &Context, actions: &mut Actions, room: Rect) {
    beside::show(ui, context, actions, room);
}

/// The least height in which the claims scroll under their tools, in points.
const LEAST_CLAIMS: f32 = 300.0;

/// The pages, and what can be added to the one shown.
fn bar(own: &mut Statements, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let pages = Page::ALL.map(|page| (page, page.title()));
    let page = context.screen.statements;
    let mut contents = |ui: &mut Ui| {
        if let Some(page) = controls::segmented(ui, "Statements", &pages, page) {
            actions.look(Look::Statements(page));
        }
        ui.add_space(8.0);
        match page {
            Page::Claims => claim_tools(own, ui, context, actions),
            Page::History => history::tools(own, ui, context, actions),
            Page::Settlements => settlements::tools(ui, context, actions),
        }
    };
    if ui.available_width() < ONE_ROW {
        ui.horizontal_wrapped(contents);
    } else {
        ui.horizontal(|ui| contents(ui));
    }
}

/// The least width in which the tools stand beside the pages, in points.
const ONE_ROW: f32 = 620.0;

/// The field a sentence is pasted into, with the buttons beside it.
fn claim_tools(own: &mut Statements, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let copies = !context.scenario().claims.is_empty();
    let buttons = if copies { 180.0 } else { 120.0 };
    let presenting = context.is_presenting();
    if !presenting {
        let room = ui.available_width() - buttons;
        let spare = (room - 330.0).max(0.0);
        ui.add_space(spare);
        let width = room.clamp(150.0, 330.0);
        let mut asked = sentence_field(own, ui, width);
        let button = controls::leading(ui, "Add a claim\u{2026}", true);
        asked |= button.clicked();
        if asked {
            let sentence = std::mem::take(&mut own.sentence);
            actions.ask(Ask::Claim { of: None, sentence });
        }
    }
    if copies {
        let copy = ui.add(Button::new("Copy").min_size(vec2(0.0, 28.0)));
        let name = "Copy the claims as cells";
        copy.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Button, true, name));
        if copy.on_hover_text(name).clicked() {
            let scenario = context.scenario();
            let all_shared = scenario
                .claims
                .iter()
                .all(|one| scenario.is_shared_claim(one));
            actions.copy_table(claims::as_cells(own, context), !all_shared);
        }
    }
}

/// Paints the field; whether Enter was pressed in it.
fn sentence_field(own: &mut Statements, ui: &mut Ui, width: f32) -> bool {
    let edit = TextEdit::singleline(&mut own.sentence)
        .hint_text("Paste a sentence with a number in it")
        .char_limit(crate::units::visible::LONGEST_LINE);
    let response = ui.add_sized([width, 28.0], edit);
    let value = own.sentence.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(
            eframe::egui::Role::TextInput,
            true,
            "A sentence with a number in it",
        );
        info.current_text_value = Some(value.clone());
        info
    });
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    entered && !own.sentence.trim().is_empty()
}

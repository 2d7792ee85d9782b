//! Text fields for one value, and what keeps typing whole: what is typed is taken, or refused in words
//! beside the field, wherever the hand goes next.

use eframe::egui::{
    self, Area, Color32, Context, Event, Frame, Id, Key, Margin, Order, Rect, Response, Role,
    Stroke, Ui, WidgetInfo, vec2,
};

use super::{theme, unread};

/// A text field for one value: shows `value`, and returns what was typed once it is left or Enter is pressed.
/// Escape gives the typing up.
/// What is wrong with the typing stands under it, over whatever is there.
pub fn typed(ui: &mut Ui, id: Id, name: &str, value: &str, width: f32) -> Option<String> {
    let (left, response) = edited(ui, id, name, value, width);
    if let Some(words) = refusal_of(ui, id) {
        show_refusal(ui, id, response.rect, &words);
    }
    left
}

/// The same, where the row gives a refusal its place in the flow: see [`beneath`].
pub fn typed_in_flow(ui: &mut Ui, id: Id, name: &str, value: &str, width: f32) -> Option<String> {
    let (left, response) = edited(ui, id, name, value, width);
    if refusal_of(ui, id).is_some() {
        ring(ui, response.rect);
    }
    left
}

fn edited(ui: &mut Ui, id: Id, name: &str, value: &str, width: f32) -> (Option<String>, Response) {
    let mut text = draft(ui, id).unwrap_or_else(|| value.to_owned());
    let refusal = refusal_of(ui, id);
    let edit = egui::TextEdit::singleline(&mut text)
        .id(id)
        .desired_width(width)
        .font(theme::semibold(14.0))
        .margin(Margin::symmetric(8, 4));
    let response = ui.add(edit);
    let label = match &refusal {
        Some(words) => format!("{name}, not taken: {words}"),
        None => name.to_owned(),
    };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, &label);
        info.current_text_value = Some(text.clone());
        info
    });
    call_it(ui, id, &response, name);
    (left_with(ui, id, &response, text, value), response)
}

/// Remembers by which name a field is told of, while it is typed in.
pub fn call_it(ui: &Ui, id: Id, response: &Response, name: &str) {
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id.with("called"), name.to_owned()));
    }
}

/// What a field was left with, where that isn't its value; keeps the typing while it goes on. For any text
/// field that shows `value` until something is typed.
pub fn left_with(
    ui: &Ui,
    id: Id,
    response: &Response,
    text: String,
    value: &str,
) -> Option<String> {
    if response.changed() {
        ui.data_mut(|data| {
            data.insert_temp(id.with("typed"), text.clone());
            data.remove::<String>(id.with("refused"));
            data.remove::<Standing>(standing_key());
        });
        unread::drop_one(ui.ctx(), id);
    }
    if response.lost_focus() {
        let given_up = ui.input(|input| input.key_pressed(Key::Escape));
        let untouched = refusal_of(ui, id).is_some();
        if given_up || !untouched {
            forget(ui, id);
        }
        return (!given_up && !untouched && text != value).then_some(text);
    }
    if response.has_focus() && text != value {
        hold_open(ui.ctx(), id, response.rect);
    }
    None
}

/// What is being typed into a field.
#[must_use]
pub fn draft(ui: &Ui, id: Id) -> Option<String> {
    ui.data(|data| data.get_temp(id.with("typed")))
}

/// Says beside a field why what was typed isn't taken, and keeps it there to be mended.
pub fn refuse(ui: &Ui, id: Id, text: &str, words: &str) {
    let name: Option<String> = ui.data(|data| data.get_temp(id.with("called")));
    ui.data_mut(|data| {
        data.insert_temp(id.with("typed"), text.to_owned());
        data.insert_temp(id.with("refused"), words.to_owned());
    });
    unread::keep(ui, id, &name.unwrap_or_default(), text);
    stands(ui, id, words);
}

/// A refusal that stands beside its field.
#[derive(Debug, Clone)]
struct Standing {
    id: Id,
    words: String,
    frame: u64,
}

fn standing_key() -> Id {
    Id::unique("the refusal beside a field")
}

fn stands(ui: &Ui, id: Id, words: &str) {
    let standing = Standing {
        id,
        words: words.to_owned(),
        frame: ui.ctx().cumulative_frame_nr(),
    };
    ui.data_mut(|data| data.insert_temp(standing_key(), standing));
}

/// The words of a refusal whose field is out of sight since this frame, neither mended nor given up: a click led
/// to another view or another offer. They are given once.
#[must_use]
pub fn out_of_sight(ctx: &Context) -> Option<String> {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let standing: Standing = data.get_temp(standing_key())?;
        if standing.frame >= frame {
            return None;
        }
        data.remove::<Standing>(standing_key());
        let left: Option<String> = data.get_temp(standing.id.with("refused"));
        left.map(|_| standing.words)
    })
}

/// Why what was typed into a field isn't taken.
#[must_use]
pub fn refusal_of(ui: &Ui, id: Id) -> Option<String> {
    ui.data(|data| data.get_temp(id.with("refused")))
}

fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| {
        data.remove::<String>(id.with("typed"));
        data.remove::<String>(id.with("refused"));
    });
    unread::drop_one(ui.ctx(), id);
}

/// Gives up whatever is typed and couldn't be read, wherever it stands.
pub fn give_up_all(ctx: &Context) {
    for one in unread::all(ctx) {
        ctx.data_mut(|data| {
            data.remove::<String>(one.id.with("typed"));
            data.remove::<String>(one.id.with("refused"));
        });
        unread::drop_one(ctx, one.id);
    }
}

/// The words of a refusal under a field, in red, until it is mended or given up.
pub fn show_refusal(ui: &Ui, id: Id, field: Rect, words: &str) {
    let palette = theme::palette(ui);
    stands(ui, id, words);
    let red = ring(ui, field);
    Area::new(id.with("refusal"))
        .order(Order::Foreground)
        .fixed_pos(field.left_bottom() + vec2(0.0, 3.0))
        .constrain(true)
        .interactable(false)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(palette.card)
                .stroke(Stroke::new(1.0, red))
                .corner_radius(4)
                .inner_margin(Margin::symmetric(8, 4))
                .show(ui, |ui| {
                    ui.set_max_width(300.0);
                    said(ui, words, red);
                });
        });
}

/// The words of a refusal beneath the row of its field, in red, in the flow of the panel: nothing lies under them.
pub fn beneath(ui: &mut Ui, id: Id) {
    if let Some(words) = refusal_of(ui, id) {
        stands(ui, id, &words);
        let red = ui.visuals().error_fg_color;
        said(ui, &words, red);
        ui.add_space(2.0);
    }
}

/// Words in red behind a sign.
pub fn said(ui: &mut Ui, words: &str, red: Color32) {
    ui.horizontal_top(|ui| {
        alarm(ui, red);
        let words = egui::RichText::new(words).size(13.0).color(red);
        ui.add(egui::Label::new(words).wrap());
    });
}

/// The red edge of a field whose typing isn't taken; its colour.
pub fn ring(ui: &Ui, field: Rect) -> Color32 {
    let red = ui.visuals().error_fg_color;
    ui.painter()
        .rect_stroke(field, 4.0, Stroke::new(1.5, red), egui::StrokeKind::Outside);
    red
}

/// The mark of an error: a ring with a stroke and a dot, so that colour isn't all that tells it.
pub fn alarm(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), egui::Sense::hover());
    let center = rect.center();
    let stroke = Stroke::new(1.4, color);
    ui.painter().circle_stroke(center, 6.0, stroke);
    let painter = ui.painter();
    painter.vline(center.x, (center.y - 3.2)..=(center.y + 0.8), stroke);
    painter.circle_filled(center + vec2(0.0, 3.0), 0.9, color);
}

/// The field in which something is typed that isn't taken yet.
#[derive(Debug, Clone, Copy)]
struct Open {
    id: Id,
    rect: Rect,
}

fn open_key() -> Id {
    Id::unique("the field typed in")
}

/// Marks a field as typed in, with something in it that isn't taken yet: a click elsewhere or a command waits
/// until it is.
pub fn hold_open(ctx: &Context, id: Id, rect: Rect) {
    ctx.data_mut(|data| data.insert_temp(open_key(), Open { id, rect }));
}

/// Deals out what hands do in the order they do it. A frame of egui takes all that came since the last one as
/// happening at once: a click beside a field would choose another raise before the field could give up what was
/// typed in it, and keys typed after Enter would be lost on the way to the next cell. What must come later waits
/// for the next frame.
#[derive(Debug, Default)]
pub struct InOrder {
    later: Vec<Event>,
}

impl egui::Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "in order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        let mut events = std::mem::take(&mut self.later);
        events.append(&mut input.events);
        let open: Option<Open> = ctx.data(|data| data.get_temp(open_key()));
        let open = open.filter(|open| ctx.memory(|memory| memory.has_focus(open.id)));
        // Closing the window leaves the field as well: what is typed is taken before it is asked about.
        if let Some(open) = open
            && input.viewport().close_requested()
        {
            ctx.memory_mut(|memory| memory.surrender_focus(open.id));
        }
        let cut = events.iter().enumerate().find_map(|(at, event)| {
            if open.is_some_and(|open| leaves(event, open.rect)) {
                Some(at)
            } else {
                moves_on(event).then_some(at.saturating_add(1))
            }
        });
        if let Some(cut) = cut
            && cut < events.len()
        {
            self.later = events.split_off(cut);
            if cut == 0
                && let Some(open) = open
            {
                // The field sees that it is left, and gives up what was typed, before anything else happens.
                ctx.memory_mut(|memory| memory.surrender_focus(open.id));
            }
            ctx.request_repaint();
        }
        input.events = events;
    }
}

/// Whether an event acts outside the field that is typed in.
fn leaves(event: &Event, field: Rect) -> bool {
    match event {
        Event::PointerButton {
            pos, pressed: true, ..
        } => !field.contains(*pos),
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => {
            let editing = matches!(
                key,
                Key::A
                    | Key::C
                    | Key::X
                    | Key::V
                    | Key::Z
                    | Key::Y
                    | Key::ArrowLeft
                    | Key::ArrowRight
                    | Key::ArrowUp
                    | Key::ArrowDown
                    | Key::Home
                    | Key::End
                    | Key::Backspace
                    | Key::Delete
            );
            (modifiers.command && !editing)
                || matches!(
                    key,
                    Key::F1 | Key::F3 | Key::F5 | Key::F6 | Key::F7 | Key::F8
                )
        }
        _ => false,
    }
}

/// Whether a key may send those after it elsewhere.
fn moves_on(event: &Event) -> bool {
    matches!(
        event,
        Event::Key {
            key: Key::Enter | Key::Tab | Key::Escape,
            pressed: true,
            ..
        }
    )
}

//! What was typed into fields and cells and can't be read: it is in no scenario and in no file, so that it is asked about
//! before it would be lost, and told of by a save.

use eframe::egui::{Context, Id, Ui};

/// A text that stands in its field and can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The name the field's widget keeps.
    pub id: Id,
    /// What the field is called; empty where it has no name.
    pub name: String,
    /// What was typed.
    pub text: String,
}

impl Unread {
    /// What was typed where: `“62,5x” in Employees, FTE`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let Self { name, text, .. } = self;
        if name.is_empty() {
            return format!("\u{201c}{text}\u{201d}");
        }
        format!("\u{201c}{text}\u{201d} in {name}")
    }
}

#[derive(Debug, Clone, Default)]
struct All(Vec<Unread>);

fn key() -> Id {
    Id::unique("typed and not read")
}

/// Whatever stands somewhere and can't be read, in the order in which it was typed.
#[must_use]
pub fn all(ctx: &Context) -> Vec<Unread> {
    let all: Option<All> = ctx.data(|data| data.get_temp(key()));
    all.unwrap_or_default().0
}

/// Whether what was typed into a field stands there unread.
#[must_use]
pub fn stands(ctx: &Context, id: Id) -> bool {
    all(ctx).iter().any(|one| one.id == id)
}

/// Keeps what was typed as something that can't be read. What stands in a page goes with the page, which asks
/// itself before it is left.
pub fn keep(ui: &Ui, id: Id, name: &str, text: &str) {
    let page = ui.memory(|memory| memory.top_modal_layer());
    if page == Some(ui.layer_id()) {
        return;
    }
    drop_one(ui.ctx(), id);
    let one = Unread {
        id,
        name: name.to_owned(),
        text: text.to_owned(),
    };
    ui.data_mut(|data| {
        data.get_temp_mut_or_default::<All>(key()).0.push(one);
    });
}

/// It was mended or given up.
pub fn drop_one(ctx: &Context, id: Id) {
    if stands(ctx, id) {
        ctx.data_mut(|data| {
            let all = data.get_temp_mut_or_default::<All>(key());
            all.0.retain(|one| one.id != id);
        });
    }
}

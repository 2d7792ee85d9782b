//! The one list of actions: what each is called, where it stands in the menus, its keys, whether it can be
//! done now or why not, and what it asks for. Menus, shortcuts, the list of keys and the palette are drawn from it.

mod people;

use eframe::egui::{Key, Modifiers, ThemePreference};

use super::actions::Lanes;
use super::folding::Side;
use super::lane_sizes::Lane;
use super::{Action, Ask, Context, Copied, Disk, Edit, Look, Page};
use crate::scenario::OfferId;
use crate::units::visible;

/// A menu of the top bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    View,
    /// Lanes, under View.
    Lanes,
    Help,
}

impl Menu {
    /// The menus of the top bar, from the left.
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    /// What it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Lanes => "Lanes",
            Self::Help => "Help",
        }
    }
}

/// How an action stands in its menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// By its name alone.
    None,
    /// As one that is on or off.
    Tick(bool),
    /// As one of several choices.
    Choice(bool),
}

/// When the keys of an action count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listens {
    /// Always, under a question too.
    Always,
    /// While nothing is asked.
    Unasked,
    /// While nothing is asked, no text is typed and nothing is dragged: the text field has its own.
    Untyped,
    /// Never here: the screen's toolkit listens to them itself.
    Elsewhere,
}

/// The keys of an action.
#[derive(Debug, Clone)]
pub struct Keys {
    /// As they are written.
    pub shown: &'static str,
    pub any: Vec<(Modifiers, Key)>,
    /// When they count.
    pub(crate) listens: Listens,
}

/// An action that is offered.
#[derive(Debug)]
pub struct Offered {
    /// What it is called; `…` where a dialog follows.
    pub name: String,
    /// What a list of keys calls it: without what undo would take back.
    pub(crate) in_general: String,
    /// Where it stands: its menu and the group within, groups parted by rules.
    pub place: Option<(Menu, u8)>,
    /// How it stands there.
    pub(crate) mark: Mark,
    pub keys: Option<Keys>,
    /// Why it can't be done now; nothing where it can.
    pub(crate) why_not: Option<&'static str>,
    /// What it asks for.
    pub(crate) action: Action,
}

impl Offered {
    fn new(name: impl Into<String>, action: Action) -> Self {
        let name = name.into();
        Self {
            in_general: name.clone(),
            name,
            place: None,
            mark: Mark::None,
            keys: None,
            why_not: None,
            action,
        }
    }

    fn at(self, menu: Menu, group: u8) -> Self {
        let place = Some((menu, group));
        Self { place, ..self }
    }

    fn marked(self, mark: Mark) -> Self {
        Self { mark, ..self }
    }

    fn keys(self, shown: &'static str, any: &[(Modifiers, Key)]) -> Self {
        self.heard(shown, any, Listens::Unasked)
    }

    fn heard(self, shown: &'static str, any: &[(Modifiers, Key)], listens: Listens) -> Self {
        let any = any.to_vec();
        Self {
            keys: Some(Keys {
                shown,
                any,
                listens,
            }),
            ..self
        }
    }

    /// Another reason why it can't be done, before those given so far.
    fn unless(self, hindered: bool, why_not: &'static str) -> Self {
        Self {
            why_not: hindered.then_some(why_not).or(self.why_not),
            ..self
        }
    }

    fn only_if(self, can: bool, why_not: &'static str) -> Self {
        Self {
            why_not: (!can).then_some(why_not),
            ..self
        }
    }
}

const PLAIN: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

/// Every action, in the order of the menus.
#[must_use]
pub fn offered(context: &Context) -> Vec<Offered> {
    let mut all = file(context);
    all.extend(edit(context));
    all.extend(view(context));
    all.extend(lanes(context));
    all.extend(help());
    all
}

fn file(context: &Context) -> Vec<Offered> {
    let disk = |name: &str, disk| Offered::new(name, Action::Disk(disk));
    let mut all = vec![
        disk("New contract\u{2026}", Disk::New)
            .at(Menu::File, 0)
            .keys("Ctrl+N", &[(CTRL, Key::N)]),
        disk("Open\u{2026}", Disk::Open)
            .at(Menu::File, 0)
            .keys("Ctrl+O", &[(CTRL, Key::O)]),
        disk("Open the example", Disk::OpenExample).at(Menu::File, 0),
        disk("Save", Disk::Save)
            .at(Menu::File, 1)
            .keys("Ctrl+S", &[(CTRL, Key::S)]),
        disk("Save as\u{2026}", Disk::SaveAs)
            .at(Menu::File, 1)
            .keys("Ctrl+Shift+S", &[(CTRL_SHIFT, Key::S)]),
        disk("Earlier versions\u{2026}", Disk::EarlierVersions)
            .at(Menu::File, 1)
            .only_if(context.file().path.is_some(), "It has no file yet"),
        Offered::new("Export\u{2026}", Action::Ask(Ask::Export))
            .at(Menu::File, 2)
            .keys("Ctrl+E", &[(CTRL, Key::E)]),
        Offered::new("Import a roster\u{2026}", Action::Ask(Ask::ImportRoster)).at(Menu::File, 2),
        disk("Quit", Disk::Quit).at(Menu::File, 3).heard(
            "Ctrl+Q",
            &[(CTRL, Key::Q)],
            Listens::Always,
        ),
    ];
    all.extend(context.file().recent.iter().map(|path| {
        let name = format!("Open {}", visible::path(path));
        disk(&name, Disk::OpenPath(path.clone()))
    }));
    all
}

fn edit(context: &Context) -> Vec<Offered> {
    let step = |verb: &str, label: Option<&str>, edit| {
        let offered = Offered::new(verb, Action::Edit(edit)).at(Menu::Edit, 0);
        match label {
            Some(label) => Offered {
                name: format!("{verb}: {label}"),
                ..offered
            },
            None => offered,
        }
    };
    let document = context.document();
    let scenario = context.scenario();
    let open = scenario.counter.as_ref().and_then(|id| scenario.offer(id));
    let open = open.filter(|offer| !offer.status.is_locked());
    let onto = |name: &str, ask: fn(OfferId) -> Ask| {
        let offer = open.map_or_else(|| OfferId(String::new()), |offer| offer.id.clone());
        Offered::new(name, Action::Ask(ask(offer)))
            .at(Menu::Edit, 1)
            .only_if(
                open.is_some(),
                "Start a counter first: passed offers are locked",
            )
    };
    let paste = onto("Paste raises\u{2026}", Ask::PasteRaises);
    let (undo, redo) = (document.undo_label(), document.redo_label());
    vec![
        step("Undo", undo, Edit::Undo)
            .heard("Ctrl+Z", &[(CTRL, Key::Z)], Listens::Untyped)
            .only_if(undo.is_some(), "There is nothing to take back"),
        step("Redo", redo, Edit::Redo)
            .heard(
                "Ctrl+Shift+Z",
                &[(CTRL_SHIFT, Key::Z), (CTRL, Key::Y)],
                Listens::Untyped,
            )
            .only_if(redo.is_some(), "Nothing was taken back"),
        add_term(context),
        paste,
        Offered::new("Copy the table of raises", Action::Copy(Copied::Raises)).at(Menu::Edit, 1),
        Offered::new(
            "Start a draft at the midpoint",
            Action::Edit(Edit::StartMidpoint),
        )
        .only_if(
            context.scenario().a.is_some() && context.scenario().b.is_some(),
            "Choose offers A and B first",
        ),
    ]
}

/// Adds to the offer worked on, where its terms can be changed.
fn add_term(context: &Context) -> Offered {
    let scenario = context.scenario();
    let worked_on = scenario.counter.as_ref().and_then(|id| scenario.offer(id));
    let open = worked_on.filter(|offer| !offer.status.is_locked());
    let offer = worked_on.map_or_else(|| OfferId(String::new()), |offer| offer.id.clone());
    Offered::new("Add a term\u{2026}", Action::Ask(Ask::AddTerm(offer)))
        .at(Menu::Edit, 1)
        .only_if(
            open.is_some(),
            "Start a counter first: passed offers are locked",
        )
}

fn view(context: &Context) -> Vec<Offered> {
    let look = |name: &str, look| Offered::new(name, Action::Look(look));
    let panel = |side: Side| {
        let folded = context.screen.folding.is_folded(side);
        let verb = if folded { "Show" } else { "Fold" };
        let name = format!("{verb} the {}", side.panel());
        let key = match side {
            Side::Left => Key::F6,
            Side::Right => Key::F7,
        };
        look(&name, Look::Panel(side))
            .at(Menu::View, 0)
            .keys(side.key(), &[(PLAIN, key)])
    };
    let present = look("Present", Look::Present(!context.is_presenting()));
    let mut all = vec![
        panel(Side::Left),
        panel(Side::Right),
        present.at(Menu::View, 0).keys("F5", &[(PLAIN, Key::F5)]),
    ];
    all.extend(
        context
            .screen
            .views
            .iter()
            .zip(VIEW_KEYS)
            .map(|(&view, (keys, key))| {
                let shown = context.screen.view == view;
                look(view.title, Look::At(view))
                    .at(Menu::View, 3)
                    .keys(keys, &[(CTRL, key)])
                    .marked(Mark::Choice(shown))
            }),
    );
    all.extend(people::people(context));
    all.extend(statements(context));
    let themes = [
        (ThemePreference::Light, "Light theme"),
        (ThemePreference::Dark, "Dark theme"),
        (ThemePreference::System, "Theme of the desktop"),
    ];
    all.extend(themes.map(|(theme, name)| {
        look(name, Look::Theme(theme))
            .at(Menu::View, 1)
            .marked(Mark::Choice(context.screen.theme == theme))
    }));
    let zoom = context.screen.zoom;
    let to = |name, factor, keys| {
        look(name, Look::Zoom(factor))
            .at(Menu::View, 2)
            .heard(keys, &[], Listens::Elsewhere)
    };
    all.extend([
        to("Larger", zoom + 0.1, "Ctrl++").only_if(zoom < 3.0, "It is as large as it gets"),
        to("Smaller", zoom - 0.1, "Ctrl+\u{2212}").only_if(zoom > 0.6, "It is as small as it gets"),
        to("Actual size", 1.0, "Ctrl+0"),
    ]);
    all
}

/// The pages of the statements, and what is added to them.
fn statements(context: &Context) -> Vec<Offered> {
    let look = |name: &str, look| Offered::new(name, Action::Look(look));
    let ask = |name: &str, ask| Offered::new(name, Action::Ask(ask));
    let mut offers = context.scenario().offers.iter();
    let passed = offers.any(|offer| offer.status.is_locked());
    let claim = Ask::Claim {
        of: None,
        sentence: String::new(),
    };
    vec![
        look("Claims", Look::Statements(Page::Claims)),
        look("History of offers", Look::Statements(Page::History)),
        look("Other settlements", Look::Statements(Page::Settlements)),
        look("Replay the history", Look::Replay(true)).only_if(passed, "No offer was passed yet"),
        ask("Add a claim\u{2026}", claim),
        ask("Add a settlement\u{2026}", Ask::Settlement(None)),
        ask("Other counts of the workforce\u{2026}", Ask::Counts),
    ]
}

/// The keys of the views, by their place among the tabs.
const VIEW_KEYS: [(&str, Key); 9] = [
    ("Ctrl+1", Key::Num1),
    ("Ctrl+2", Key::Num2),
    ("Ctrl+3", Key::Num3),
    ("Ctrl+4", Key::Num4),
    ("Ctrl+5", Key::Num5),
    ("Ctrl+6", Key::Num6),
    ("Ctrl+7", Key::Num7),
    ("Ctrl+8", Key::Num8),
    ("Ctrl+9", Key::Num9),
];

fn lanes(context: &Context) -> Vec<Offered> {
    let sizes = &context.screen.lanes;
    let look = |name: &str, lanes| Offered::new(name, Action::Look(Look::Lanes(lanes)));
    let mut all: Vec<Offered> = Lane::ALL
        .into_iter()
        .map(|lane| {
            let shown = sizes.shows(lane);
            let to = if shown {
                Lanes::Hide(lane)
            } else {
                Lanes::Show(lane)
            };
            look(lane.name(), to)
                .at(Menu::Lanes, 0)
                .marked(Mark::Tick(shown))
                .only_if(!shown || sizes.shown().len() > 1, "One lane always stays")
                .unless(
                    !sizes.can_be_shown(lane),
                    "It needs a price index: Prices\u{2026}",
                )
        })
        .collect();
    all.push(
        look("Show all lanes", Lanes::All)
            .at(Menu::Lanes, 1)
            .only_if(!sizes.all_shown(), "All are shown"),
    );
    all.push(look("Put the sizes back", Lanes::ResetSizes).at(Menu::Lanes, 1));
    all
}

fn help() -> Vec<Offered> {
    let ask = |name: &str, ask| Offered::new(name, Action::Ask(ask)).at(Menu::Help, 0);
    vec![
        ask("Find an action\u{2026}", Ask::Palette).keys("Ctrl+K", &[(CTRL, Key::K)]),
        ask("Keys", Ask::Keys).keys("F1", &[(PLAIN, Key::F1)]),
        ask("About Counteroffer", Ask::About),
    ]
}

/// Keys and moves that belong to what is pointed at or has the keyboard, and what they do there.
pub const GESTURES: &[(&str, &str)] = &[
    ("Tab, Shift+Tab", "the next control, the one before"),
    ("Tab on a raise", "the next raise, in date order"),
    ("Arrow keys on a raise", "by a month, by 0.25%"),
    ("Alt or Ctrl with arrows", "by a day, by 0.01%"),
    ("Drag", "up or down for percent, sideways for date"),
    ("Shift while dragging", "keep to the axis first moved along"),
    ("Alt or Ctrl while dragging", "by a day, by 0.01%"),
    ("Escape while dragging", "back to where it was"),
    ("Double-click between raises", "add a raise"),
    ("Enter on a raise", "type exact values"),
    ("Delete on a raise or its cell", "remove it"),
    (
        "L on a raise",
        "it doesn\u{2019}t give way when something is held",
    ),
    (
        "Left, Right on a lane",
        "move the cursor by a month; with Alt or Ctrl by a day",
    ),
    ("Home, End on a lane", "the cursor to the first or last day"),
    (
        "Up, Down between lanes",
        "make a lane higher or lower; double-click puts all back",
    ),
    ("Arrow keys in the table", "the next cell"),
    ("F2, Enter or typing in the table", "edit the cell"),
    ("Ctrl+D in the table", "fill from above"),
    (
        "Ctrl+C, Ctrl+V in the table",
        "copy all as cells, paste raises",
    ),
    (
        "Left, Right while replaying",
        "the move before, the next move of the history",
    ),
    ("Escape while presenting", "end the presentation"),
];

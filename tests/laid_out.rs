//! Nothing painted covers anything else: the box of every text of every view, with long names and ten
//! offers, at two sizes of the window and up to twice the zoom.
// A panic is how a test fails, and boxes are measured in fractions.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_arithmetic)]

#[path = "laid_out/boxes.rs"]
mod boxes;
#[path = "laid_out/cases.rs"]
mod cases;
#[path = "laid_out/drawn.rs"]
mod drawn;
mod screen;
#[path = "laid_out/states.rs"]
mod states;
#[path = "laid_out/whole.rs"]
mod whole;

use counteroffer::scenario::Scenario;
use counteroffer::ui::state::{Ask, Look, Next, Page};
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{Action, App, View, views};
use eframe::egui::{Event, Key, Pos2, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use screen::{Hands, Rest};

/// Waits until every claim of the page is worked out.
fn settle(harness: &mut Harness<'_, App>) {
    while !harness
        .state()
        .views
        .statements
        .is_settled(&harness.state().context)
    {
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    // Each claim that is worked out asks for a frame, one after another.
    harness.run_steps(20);
    harness.run();
}

/// What is shown of a case: a view, a page of it, something chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    View(View),
    /// The Timeline with the first offer's details at its right.
    Offer,
    /// The Timeline with a term of an offer chosen: the offer's place and the term's.
    Term(usize, usize),
    /// The years, cut another way.
    Calendar,
    /// A page of the people, by its name.
    People(&'static str),
    Statements(Page),
}

impl Sight {
    fn all(scenario: &Scenario) -> Vec<Self> {
        let plain = [
            View::TIMELINE,
            views::compare::VIEW,
            views::gap::VIEW,
            views::years::VIEW,
        ];
        let mut all: Vec<Self> = plain.map(Self::View).to_vec();
        all.extend([Self::Offer, Self::Calendar]);
        // The last offer is one of a crowd; the first term and the last are of unlike kinds.
        for at in [0, scenario.offers.len() - 1] {
            let terms = scenario.offers[at].clauses.len();
            all.extend((terms > 0).then_some(Self::Term(at, 0)));
            all.extend((terms > 1).then(|| Self::Term(at, terms - 1)));
        }
        let people = ["One employee", "Who gains", "Payroll"];
        all.extend(people.map(Self::People));
        all.extend(Page::ALL.map(Self::Statements));
        all
    }

    fn show(self, harness: &mut Harness<'static, App>) {
        let view = match self {
            Self::View(view) => view,
            Self::Offer | Self::Term(..) => View::TIMELINE,
            Self::Calendar => views::years::VIEW,
            Self::People(_) => views::people::VIEW,
            Self::Statements(_) => views::statements::VIEW,
        };
        harness.state_mut().show(view);
        harness.rest();
        let offer = |harness: &Harness<'_, App>, at: usize| {
            harness.state().scenario().offers[at].id.clone()
        };
        match self {
            Self::View(_) => {}
            Self::Offer => {
                let id = offer(harness, 0);
                let look = Action::Look(Look::Offer(id));
                harness.state_mut().perform_one(look);
            }
            Self::Term(at, clause) => {
                let id = offer(harness, at);
                harness.state_mut().choose(&id, clause);
            }
            Self::Calendar => harness.get_by_label("Years: Calendar").click(),
            Self::People(page) => harness.get_by_label(&format!("People: {page}")).click(),
            Self::Statements(page) => {
                let look = Action::Look(Look::Statements(page));
                harness.state_mut().perform_one(look);
            }
        }
        harness.rest();
        if matches!(self, Self::Statements(_)) {
            settle(harness);
        }
        if self == Self::People("Who gains") {
            while !screen::said(harness).contains("Cells of fewer")
                && !screen::said(harness).contains("nobody in particular")
            {
                std::thread::sleep(std::time::Duration::from_millis(5));
                harness.step();
            }
            harness.rest();
        }
    }

    /// Whether it scrolls sideways where room is short, so that its edges cut what goes on there.
    fn scrolls_sideways(self) -> bool {
        match self {
            Self::View(view) => view != views::gap::VIEW,
            Self::Offer | Self::Term(..) => true,
            Self::People(page) => page != "One employee",
            Self::Calendar => true,
            Self::Statements(page) => page == Page::Settlements,
        }
    }
}

/// What is wrong with a case, in every sight of it, at a size and a zoom.
fn faults(name: &str, scenario: &Scenario, (width, height): (f32, f32), zoom: f32) -> Vec<String> {
    let size = Vec2::new(width / zoom, height / zoom);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(screen::frame, screen::window(scenario.clone()));
    harness.run();
    let mut all = Vec::new();
    for sight in Sight::all(scenario) {
        sight.show(&mut harness);
        let lines = boxes::lines(&harness);
        let mut found = boxes::overlaps(&lines);
        let window = Rect::from_min_size(Pos2::ZERO, size);
        found.extend(boxes::cuts(&lines, window, &boxes::typed(&harness)));
        if !sight.scrolls_sideways() {
            found.extend(boxes::beyond(&lines));
        }
        let place = format!("{name}, {sight:?}, {width}\u{d7}{height} at {zoom}");
        all.extend(found.into_iter().map(|one| format!("{place}: {one}")));
    }
    all
}

const SIZES: [(f32, f32); 2] = [(1024.0, 700.0), (1440.0, 900.0)];

fn nothing_wrong(cases: &[(&str, Scenario)], windows: &[((f32, f32), f32)]) {
    let mut all = Vec::new();
    for (name, scenario) in cases {
        for (size, zoom) in windows {
            all.extend(faults(name, scenario, *size, *zoom));
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn no_text_covers_another_at_any_size_and_zoom() {
    let zooms = [1.0, 1.25, 1.5, 2.0];
    let windows: Vec<_> = SIZES
        .into_iter()
        .flat_map(|size| zooms.map(|zoom| (size, zoom)))
        .collect();
    nothing_wrong(&[("crowded", cases::crowded())], &windows);
}

#[test]
fn no_text_covers_another_in_any_kind_of_scenario() {
    let all = [
        ("case", cases::case()),
        ("ten drafts", cases::ten_drafts()),
        ("ten years", cases::ten_years()),
        ("forty groups", cases::forty_groups()),
        ("five markets", cases::five_markets()),
        ("cuts", cases::cuts()),
        ("offers alone", cases::offers_alone()),
        ("trillions", cases::trillions()),
        ("one offer", cases::one_offer()),
        ("over the ledger", cases::over_the_ledger()),
    ];
    let [small, large] = SIZES;
    nothing_wrong(&all, &[(small, 1.0), (large, 1.0), (small, 1.5)]);
}

/// The dialogs that a scenario with ten offers can ask for, each with its name.
fn questions(scenario: &Scenario) -> Vec<(&'static str, Ask)> {
    let draft = scenario.offers[9].id.clone();
    let passed = scenario.offers[0].id.clone();
    let path = || {
        "/home/negotiations/united-nurses-and-allied-professionals/2026/drafts of the night/counter.ron"
            .to_owned()
    };
    let long = "The file is being written by another program, which holds it open on the other machine; \
                close it there, or save this under another name.";
    vec![
        ("unsaved", Ask::Unsaved(Next::Close)),
        (
            "type a path",
            Ask::TypePath {
                saving: true,
                path: path(),
            },
        ),
        (
            "replace",
            Ask::Replace {
                path: path().into(),
                reasons: vec![long.to_owned(), long.to_owned()],
            },
        ),
        (
            "not saved",
            Ask::NotSaved {
                words: long.to_owned(),
            },
        ),
        ("nothing shared", Ask::NothingShared),
        ("changed outside", Ask::ChangedOutside { gone: false }),
        (
            "start a counter",
            Ask::StartCounter {
                from: passed,
                then: None,
            },
        ),
        ("paste", Ask::PasteRaises(draft.clone())),
        ("rename", Ask::Rename(draft.clone())),
        ("add a term", Ask::AddTerm(draft)),
        ("new contract", Ask::NewContract),
        ("roll-up", Ask::RollUp),
        ("sources", Ask::Sources),
        ("figures", Ask::Figures),
        ("assumed", Ask::Assumed),
        ("baseline", Ask::Baseline),
        ("prices", Ask::Prices),
        ("scale", Ask::Scale(None)),
        ("ladder", Ask::Ladder(None)),
        ("import", Ask::ImportRoster),
        ("to groups", Ask::ToGroups),
        (
            "claim",
            Ask::Claim {
                of: None,
                sentence: "Nearly $720 a month is lost by the average full-time employee"
                    .to_owned(),
            },
        ),
        ("settlement", Ask::Settlement(None)),
        ("counts", Ask::Counts),
        ("export", Ask::Export),
        ("palette", Ask::Palette),
        ("keys", Ask::Keys),
        ("about", Ask::About),
    ]
}

#[test]
fn no_text_of_a_dialog_covers_another() {
    let scenario = cases::ten_drafts();
    let mut all = Vec::new();
    for (width, height) in SIZES {
        for zoom in [1.0, 1.5, 2.0] {
            let size = Vec2::new(width / zoom, height / zoom);
            let mut harness = screen::shown(screen::window(scenario.clone()), size);
            harness.rest();
            for (name, ask) in questions(&scenario) {
                harness.state_mut().open(ask);
                harness.rest();
                assert!(harness.state().asks(), "{name}");
                let lines = boxes::lines(&harness);
                let window = Rect::from_min_size(Pos2::ZERO, size);
                let mut found = boxes::overlaps(&lines);
                found.extend(boxes::cuts(&lines, window, &boxes::typed(&harness)));
                let place = format!("{name}, {width}\u{d7}{height} at {zoom}");
                all.extend(found.into_iter().map(|one| format!("{place}: {one}")));
                harness.state_mut().close_dialogs();
                harness.rest();
            }
            // What is found for a few letters, names of offers among it.
            harness.state_mut().open(Ask::Palette);
            harness.rest();
            harness.event(Event::Text("comp".to_owned()));
            harness.rest();
            let lines = boxes::lines(&harness);
            assert!(
                lines.iter().any(|line| line.words == "Offer"),
                "{width} {zoom}"
            );
            let found = boxes::overlaps(&lines);
            let place = format!("palette, {width}\u{d7}{height} at {zoom}");
            all.extend(found.into_iter().map(|one| format!("{place}: {one}")));
            harness.state_mut().close_dialogs();
            harness.rest();
            for menu in ["File", "Edit", "View", "Help"] {
                harness.get_by_label(menu).click();
                harness.rest();
                let lines = boxes::lines(&harness);
                let found = boxes::overlaps(&lines);
                let place = format!("menu {menu}, {width}\u{d7}{height} at {zoom}");
                all.extend(found.into_iter().map(|one| format!("{place}: {one}")));
                harness.key_press(Key::Escape);
                harness.rest();
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

/// The window with a case in a view.
fn shown(scenario: Scenario, size: (f32, f32), view: View) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(size.0, size.1))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(screen::frame, screen::window(scenario));
    harness.run();
    harness.state_mut().show(view);
    harness.step();
    harness.run();
    harness
}

/// Ten offers whose names differ in their middle only are cut on cards, in rows and in the table so that they differ.
#[test]
fn names_that_are_cut_are_told_apart() {
    let mut scenario = cases::crowded();
    for (number, offer) in scenario.offers.iter_mut().enumerate() {
        offer.name = format!(
            "Comprehensive package proposal number {number} of the joint bargaining committee"
        );
    }
    for size in [(1024.0, 700.0), (1440.0, 900.0)] {
        let harness = shown(scenario.clone(), size, View::TIMELINE);
        // The panel of offers is on the left; each is named there once, in one line or two.
        let panel = boxes::lines(&harness)
            .into_iter()
            .filter(|line| line.seen.right() < 250.0);
        let cut: Vec<String> = panel
            .map(|line| line.words)
            .filter(|words| words.contains('\u{2026}') && words.contains("number"))
            .collect();
        let mut distinct = cut.clone();
        distinct.sort();
        distinct.dedup();
        assert!(cut.len() > 4, "{size:?}: {cut:?}");
        assert_eq!(cut.len(), distinct.len(), "{size:?}: {cut:?}");
    }
}

/// The tallest column has its value too, however near the top of the axis it ends: $2,267M of $2,500M, in the unit
/// of the tables beneath.
#[test]
fn the_tallest_column_of_the_years_has_its_value() {
    for size in [(1024.0, 700.0), (1440.0, 900.0)] {
        let harness = shown(screen::example(), size, views::years::VIEW);
        let seen = boxes::lines(&harness);
        for value in ["$536M", "$1,923M", "$742M", "$2,267M"] {
            assert!(
                seen.iter().any(|line| line.words == value),
                "{size:?}: {value}"
            );
        }
    }
}

//! What a drag frame costs the processor, from the pointer's move to tessellated shapes; without the graphics
//! card. Prints the median and the 99th percentile of many frames for workforces of different
//! size, and the share of costing; beside them the plain 99th percentile of every frame drawn, with whatever
//! other programs took from the processor.
//!
//! Run with `cargo bench --bench window`; a word after `--` chooses workforces by their name. A frame is expected under 3 ms, costing under 0.3 ms of it;
//! groups of employees may add 1 ms.
// Places on the screen are floating point; nobody reads a benchmark's panic but its author.
#![allow(clippy::expect_used, clippy::float_arithmetic)]

mod workforces;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use counteroffer::document::Command;
use counteroffer::explore::Hold;
use counteroffer::files::roster::{
    Beside, Progress, RosterFile, made_up_csv, made_up_profile, read_roster,
};
use counteroffer::scenario::{Group, OfferId, People, Rounding, Scenario, Scope};
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{Actions, App, Edit, FileChoice, OpenFile};
use counteroffer::units::{Date, Fte, HourlyRate, Known, Percent};
use eframe::egui::{
    Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2,
};
use rust_decimal::Decimal;

const SIZE: Vec2 = vec2(1440.0, 900.0);
/// Frames measured; every hundredth decides the 99th percentile.
const FRAMES: usize = 400;
/// How often the same frames are drawn. The least time of each counts: what other programs take from the
/// processor is no cost of ours.
const ROUNDS: usize = 5;
/// What is dragged, as a screen reader is told it.
const HEAD: &str = "Draft 1, raise 4 of ";

struct NoDialogs;

impl FileChoice for NoDialogs {
    fn to_open(&self) -> Option<PathBuf> {
        None
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        None
    }
}

/// The case, its 62,000 employees in `groups` groups of different rates in two markets, rounded to the
/// cent; the third raise of each offer is for one market.
fn in_groups(groups: usize) -> Scenario {
    let mut scenario = workforces::case();
    let each = 62_000 / groups as u64;
    let markets = ["North", "South"];
    let people = (0..groups).map(|number| Group {
        name: format!("Group {number}"),
        market: Some(markets[number % 2].to_owned()),
        unit: None,
        job: None,
        scale: None,
        step: None,
        headcount: Known::Known(each),
        fte: Known::Known(Fte::new(Decimal::from(each)).expect("an FTE")),
        next_step: None,
        rate: Some(Known::Known(
            HourlyRate::new(Decimal::new(2_000 + (number % 10_000) as i64, 2)).expect("a rate"),
        )),
    });
    scenario.workforce_mut().people = People::Groups(people.collect());
    scenario.workforce_mut().rounding = Rounding::Cent;
    for offer in &mut scenario.offers {
        offer.clauses[2].scope = Scope {
            market: vec![markets[0].to_owned()],
            ..Scope::default()
        };
    }
    scenario
}

/// The case with the workforce of a made-up roster of 62,000 employees: markets, units, jobs, scales, part-timers.
fn roster() -> Scenario {
    let case = workforces::case();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("roster.csv");
    std::fs::write(&path, made_up_csv(62_000, 1)).expect("a file");
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).expect("opens");
    let beside = Beside {
        hours: case.hours,
        scales: &case.workforce.scales,
        currency: &case.currency,
    };
    let staged = read_roster(&file, &made_up_profile(), beside, &progress).expect("reads");
    staged.applied(&case, &[])
}

fn window(scenario: Scenario) -> App {
    let today = Date::new(2026, 11, 20).expect("a day");
    let mut window = App::new(scenario, OpenFile::example(), today, Box::new(NoDialogs));
    let from = window.context.scenario().b.clone().expect("B");
    edit(&mut window, Edit::StartCounter { from, then: None });
    window
}

fn edit(window: &mut App, edit: Edit) {
    let mut actions = Actions::default();
    actions.edit(edit);
    window.perform(actions, &Context::default());
}

fn draft() -> OfferId {
    OfferId("draft-1".to_owned())
}

/// A screen without pixels.
struct Screen {
    ctx: Context,
    time: f64,
    /// Where the head to be dragged stands.
    head: Option<Pos2>,
}

impl Screen {
    fn new() -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        Self {
            ctx,
            time: 0.0,
            head: None,
        }
    }

    /// One frame, from its input to its triangles.
    fn frame(&mut self, window: &mut App, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| window.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let triangles = self.ctx.tessellate(shapes, output.pixels_per_point);
        let took = start.elapsed();
        divan::black_box(triangles);
        if let Some(tree) = output.platform_output.accesskit_update.take() {
            let node = tree.nodes.iter().map(|(_, node)| node);
            let mut heads =
                node.filter(|node| node.label().is_some_and(|label| label.starts_with(HEAD)));
            let place = heads.next().and_then(|node| node.bounds());
            self.head = place.map(|place| {
                let middle = |from: f64, to: f64| ((from + to) / 2.0) as f32;
                pos2(middle(place.x0, place.x1), middle(place.y0, place.y1))
            });
        }
        output.drop_without_applying_deltas();
        took
    }
}

/// Presses the pointer on the head of the draft's fourth raise, where a screen reader is told it stands.
fn grab(screen: &mut Screen, window: &mut App) -> Pos2 {
    screen.ctx.enable_accesskit();
    screen.frame(window, Vec::new());
    screen.frame(window, Vec::new());
    screen.ctx.disable_accesskit();
    let at = screen.head.expect("the head is on screen");
    screen.frame(window, vec![Event::PointerMoved(at)]);
    let press = Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    };
    screen.frame(window, vec![press]);
    screen.frame(window, vec![Event::PointerMoved(at + vec2(0.0, -14.0))]);
    assert!(window.context.document().in_gesture(), "nothing is dragged");
    at
}

struct Times {
    median: Duration,
    most: Duration,
    /// The 99th percentile of all frames as they were, not of the least of each.
    plain: Duration,
}

fn times(least: Vec<Duration>, every: Vec<Duration>) -> Times {
    let at = |mut all: Vec<Duration>, share: usize| {
        all.sort_unstable();
        let place = all.len() * share / 100;
        all.get(place).copied().unwrap_or_default()
    };
    Times {
        median: at(least.clone(), 50),
        most: at(least, 99),
        plain: at(every, 99),
    }
}

fn frames(scenario: &Scenario, hold: Hold) -> Times {
    let mut window = window(scenario.clone());
    let mut screen = Screen::new();
    let from = grab(&mut screen, &mut window);
    edit(&mut window, Edit::Hold(hold));
    let mut least = vec![Duration::MAX; FRAMES];
    let mut every = Vec::with_capacity(FRAMES * ROUNDS);
    for _ in 0..ROUNDS {
        for (step, least) in least.iter_mut().enumerate() {
            // Far enough on every frame that date and percent change.
            let turn = step as f32 * 0.21;
            let at = from + vec2(turn.sin() * 90.0, turn.cos() * 40.0);
            let took = screen.frame(&mut window, vec![Event::PointerMoved(at)]);
            *least = took.min(*least);
            every.push(took);
        }
    }
    times(least, every)
}

/// The part of such a frame that costs the draft anew.
fn costing(scenario: &Scenario) -> Times {
    let mut window = window(scenario.clone());
    let document = &mut window.context.session.document;
    let offer = document.offer(&draft()).expect("the draft");
    let fourth = offer.clauses[3].id;
    document.begin("measure");
    let mut least = vec![Duration::MAX; FRAMES];
    let mut every = Vec::with_capacity(FRAMES * ROUNDS);
    for step in 0..FRAMES * ROUNDS {
        let place = step % FRAMES;
        let step = place as i64;
        let percent = Percent::new(Decimal::new(100 + step % 900, 2)).expect("a percent");
        let date = Date::new(2027, 10, 1).expect("a day");
        let command = Command::SetRaise {
            offer: draft(),
            clause: fourth,
            date: date.plus_days((step % 300) as i32),
            percent,
        };
        document.update(&[command]).expect("an open offer");
        let start = Instant::now();
        divan::black_box(document.results().expect("costs"));
        let took = start.elapsed();
        least[place] = took.min(least[place]);
        every.push(took);
    }
    times(least, every)
}

fn main() {
    let say = |what: &str, times: &Times| {
        let in_ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        println!(
            "{what:<64} {:>7.3} {:>7.3} {:>9.3}",
            in_ms(times.median),
            in_ms(times.most),
            in_ms(times.plain)
        );
    };
    println!(
        "{:<64} {:>7} {:>7} {:>9}",
        "milliseconds of one core", "p50", "p99", "plain p99"
    );
    let chosen = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    type Made = fn() -> Scenario;
    let workforces: [(Made, &str); 5] = [
        (workforces::case, "the case, one average employee"),
        (|| in_groups(400), "62,000 employees in 400 groups, cents"),
        (
            || in_groups(10_000),
            "62,000 employees in 10,000 groups, cents",
        ),
        (
            workforces::on_scales,
            "10,000 cells on 40 scales, minimum and pool",
        ),
        (roster, "a roster of 62,000 employees"),
    ];
    for (scenario, what) in workforces {
        if chosen
            .as_ref()
            .is_some_and(|word| !what.contains(word.as_str()))
        {
            continue;
        }
        let scenario = scenario();
        say(
            &format!("drag frame: {what}"),
            &frames(&scenario, Hold::Nothing),
        );
        say("  of it costing", &costing(&scenario));
        say(
            "  drag frame with the cost held",
            &frames(&scenario, Hold::Cost),
        );
    }
}

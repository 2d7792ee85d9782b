//! Pictures of the window, drawn by a software Vulkan and compared with those in `tests/snapshots`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --features picture-tests --test picture` draws them anew; look at
//! each before it is committed. On a difference the folder `target/pictures` holds what was drawn
//! and where it differs.
// A panic is how a test fails, and pointers move by fractions.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::panic)]

mod screen;

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use counteroffer::scenario::{Clause, Offer, OfferId, Party, Scenario, Status};
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{App, views};
use counteroffer::units::{Date, Percent};
use eframe::egui::{Event, Key, Modifiers, Theme, Vec2};
use egui_kittest::kittest::Queryable;

use egui_kittest::{Harness, SnapshotError, SnapshotOptions, try_image_snapshot_options};
use rust_decimal::Decimal;
use screen::Hands;
use screen::{example, head, pull, start_draft, window};

/// How far a pixel may be off before it counts. Drivers blend an edge a shade differently; a letter
/// that moved is many times this off.
const SHADE: f32 = 2.0;
/// How many pixels may count. A one-letter label moved by one pixel makes more
/// (`a_moved_label_is_noticed`).
const PIXELS: usize = 12;

/// Draws every picture anew.
const UPDATE: &str = "UPDATE_SNAPSHOTS=1 cargo test --features picture-tests --test picture";

const LAPTOP: [f32; 2] = [1440.0, 900.0];
const SMALL: [f32; 2] = [1024.0, 700.0];

fn harness(scenario: Scenario, size: [f32; 2], theme: Theme, scale: f32) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(Vec2::from(size))
        .with_pixels_per_point(scale)
        .with_step_dt(1.0 / 60.0)
        .with_theme(theme)
        .with_context_setup(theme::install)
        .wgpu()
        .build_ui_state(screen::frame, window(scenario));
    harness.run();
    harness
}

fn with_draft() -> Harness<'static, App> {
    let mut harness = harness(example(), LAPTOP, Theme::Light, 1.0);
    start_draft(&mut harness);
    harness
}

/// The pointer off everything, so that nothing is hovered.
fn aside(harness: &mut Harness<'_, App>) {
    harness.remove_cursor();
    harness.run();
}

fn is_updating() -> bool {
    std::env::var_os("UPDATE_SNAPSHOTS").is_some()
}

/// Writes a picture anew without its opaque alpha and packed as tightly as can be: pictures stay in
/// the repository for good.
fn shrink(path: &Path) {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path).unwrap()))
        .read_info()
        .unwrap();
    let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgba).unwrap();
    if info.color_type != png::ColorType::Rgba {
        return;
    }
    let rgb: Vec<u8> = rgba
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let mut encoder = png::Encoder::new(File::create(path).unwrap(), info.width, info.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&rgb)
        .unwrap();
}

/// Compares the window with its picture.
fn compare(harness: &mut Harness<'_, App>, name: &str) {
    let image = harness.render().unwrap();
    let options = SnapshotOptions::new()
        .threshold(SHADE)
        .max_failed_pixels(PIXELS);
    if let Err(error) = try_image_snapshot_options(&image, name, &options) {
        panic!("{error}\nIf it is meant to look so now: {UPDATE}");
    }
    if is_updating() {
        shrink(
            &Path::new("tests/snapshots")
                .join(name)
                .with_extension("png"),
        );
    }
}

#[test]
fn the_light_window_is_as_pictured() {
    let mut harness = with_draft();
    aside(&mut harness);
    compare(&mut harness, "light");
}

#[test]
fn the_dark_window_is_as_pictured() {
    let mut harness = harness(example(), LAPTOP, Theme::Dark, 1.0);
    start_draft(&mut harness);
    aside(&mut harness);
    compare(&mut harness, "dark");
}

#[test]
fn a_small_window_is_as_pictured() {
    let mut harness = harness(example(), SMALL, Theme::Light, 1.0);
    start_draft(&mut harness);
    aside(&mut harness);
    compare(&mut harness, "small");
}

#[test]
fn a_window_at_twice_the_scale_is_as_pictured() {
    let mut harness = harness(example(), SMALL, Theme::Light, 2.0);
    start_draft(&mut harness);
    aside(&mut harness);
    compare(&mut harness, "twice-the-scale");
}

#[test]
fn a_drag_is_as_pictured() {
    let mut harness = with_draft();
    let from = head(&harness, "Draft 1, raise 3 of 5");
    pull(&mut harness, from, Vec2::new(64.0, -20.0));
    compare(&mut harness, "during-a-drag");
}

#[test]
fn a_drag_of_a_passed_offer_is_as_pictured() {
    let mut harness = harness(example(), LAPTOP, Theme::Light, 1.0);
    let from = head(&harness, "Employer offer, raise 2 of 5");
    pull(&mut harness, from, Vec2::new(0.0, 24.0));
    compare(&mut harness, "drag-of-a-passed-offer");
}

/// Ten offers whose raises fall on near dates.
fn crowded_case() -> Scenario {
    let mut scenario = example();
    let day = |text: &str| Date::parse(text).unwrap();
    for number in 0..8_i32 {
        let base = scenario.offers[(number % 2) as usize].clone();
        let raise = |base: &Clause, months: i32, hundredths: i64| Clause {
            date: base
                .date
                .plus_months(months)
                .clamp(day("2025-10-01"), day("2029-09-01")),
            terms: counteroffer::scenario::ClauseTerms::Percent(counteroffer::units::Known::Known(
                Percent::new(Decimal::new(hundredths, 2)).unwrap(),
            )),
            ..base.clone()
        };
        scenario.offers.push(Offer {
            id: OfferId(format!("idea-{number}")),
            name: format!("Idea {} of the table team", number + 1),
            side: [Party::Union, Party::Employer, Party::Neutral][(number % 3) as usize],
            status: Status::Draft,
            shared: false,
            clauses: base
                .clauses
                .iter()
                .enumerate()
                .map(|(at, clause)| {
                    raise(
                        clause,
                        (number + at as i32) % 4 - 1,
                        200 + i64::from(number) * 75,
                    )
                })
                .collect(),
            ..base
        });
    }
    scenario
}

#[test]
fn a_crowded_window_is_as_pictured() {
    let mut harness = harness(crowded_case(), LAPTOP, Theme::Light, 1.0);
    aside(&mut harness);
    compare(&mut harness, "crowded");
}

#[test]
fn every_view_is_as_pictured() {
    for (view, name) in [
        (views::compare::VIEW, "compare"),
        (views::gap::VIEW, "gap"),
        (views::years::VIEW, "years"),
        (views::people::VIEW, "people"),
    ] {
        let mut harness = harness(example(), SMALL, Theme::Light, 1.0);
        start_draft(&mut harness);
        harness.state_mut().show(view);
        aside(&mut harness);
        compare(&mut harness, name);
    }
}

#[test]
fn a_presented_window_is_as_pictured() {
    let mut harness = with_draft();
    harness.key_press(Key::F5);
    aside(&mut harness);
    compare(&mut harness, "present");
}

#[test]
fn a_new_contract_is_as_pictured() {
    let mut harness = harness(example(), SMALL, Theme::Light, 1.0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    aside(&mut harness);
    compare(&mut harness, "new-contract");
}

#[test]
fn a_refused_field_is_as_pictured() {
    let mut harness = harness(example(), SMALL, Theme::Light, 1.0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    for _ in 0..200 {
        harness.step();
        if harness.query_by_label("Path of the file").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run();
    harness.event(Event::Text("tests/malformed/percent-sign.ron".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    aside(&mut harness);
    compare(&mut harness, "an-error");
}

/// The comparison itself: it lets pass what is the same, and notices a letter moved by a pixel.
#[test]
fn a_moved_label_is_noticed() {
    if is_updating() {
        return;
    }
    let folder = std::env::temp_dir().join(format!("counteroffer-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = with_draft();
    aside(&mut harness);
    let image = harness.render().unwrap();
    image.save(folder.join("moved.png")).unwrap();
    let options = SnapshotOptions::new()
        .threshold(SHADE)
        .max_failed_pixels(PIXELS)
        .output_path(&folder);
    let same = try_image_snapshot_options(&image, "moved", &options);
    assert!(same.is_ok(), "{same:?}");
    // The smallest label there is, the badge "A", one pixel to the right.
    let badge = harness.get_by_label("A").rect();
    let mut moved = image.clone();
    for y in badge.top() as u32..badge.bottom() as u32 {
        for x in badge.left() as u32..badge.right() as u32 {
            moved.put_pixel(x + 1, y, *image.get_pixel(x, y));
        }
    }
    let noticed = try_image_snapshot_options(&moved, "moved", &options);
    remove(&folder);
    assert!(
        matches!(noticed, Err(SnapshotError::Diff { .. })),
        "{noticed:?}"
    );
}

fn remove(folder: &Path) {
    std::fs::remove_dir_all(folder).unwrap();
}

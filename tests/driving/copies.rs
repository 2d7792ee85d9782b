//! What goes on the clipboard says in its first line, or on the sheet, that it holds what isn't shared; and only then.

use counteroffer::document::Command;
use counteroffer::export::figure_set::FigureSet;
use counteroffer::export::picture::raster;
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Sheet, Size};
use counteroffer::figure::{Figure, FigureName};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{OfferId, Scenario};
use counteroffer::ui::state::{Copied, Look, Page};
use counteroffer::ui::{Action, Actions, App, views};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, ColorImage, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::screen::{Hands, Rest};
use super::{VIEWS, driven, with_draft};

const SAID: &str = "Private: ";

/// What the last frame put on the clipboard.
fn clipboard(harness: &Harness<'_, App>) -> Option<OutputCommand> {
    let mut commands = harness.output().platform_output.commands.iter();
    let is_copy = |one: &&OutputCommand| {
        matches!(
            one,
            OutputCommand::CopyText(_) | OutputCommand::CopyImage(_)
        )
    };
    commands.find(is_copy).cloned()
}

fn copied(harness: &mut Harness<'_, App>, what: Copied) -> OutputCommand {
    let mut actions = Actions::default();
    actions.push(Action::Copy(what));
    let ctx = harness.ctx.clone();
    harness.state_mut().perform(actions, &ctx);
    harness.step();
    clipboard(harness).unwrap()
}

fn text(command: OutputCommand) -> String {
    match command {
        OutputCommand::CopyText(text) => text,
        other => panic!("{other:?} is no text"),
    }
}

/// The names of the buttons on screen that copy a table.
fn buttons(harness: &Harness<'_, App>) -> Vec<String> {
    let all = harness.get_all_by_role(Role::Button);
    let names = all.filter_map(|one| one.accesskit_node().label());
    names
        .filter(|name| name.starts_with("Copy ") && name.ends_with(" as cells"))
        .filter(|name| !name.contains("the values"))
        .collect()
}

/// What a click on a button copies.
fn clicked(harness: &mut Harness<'_, App>, button: &str) -> String {
    let mut all = harness.get_all_by_role_and_label(Role::Button, button);
    let first = all.next().unwrap();
    first.scroll_to_me();
    drop(all);
    harness.rest();
    let mut all = harness.get_all_by_role_and_label(Role::Button, button);
    all.next().unwrap().click();
    drop(all);
    for _ in 0..6 {
        harness.step();
        if let Some(command) = clipboard(harness) {
            return text(command);
        }
    }
    panic!("\u{201c}{button}\u{201d} copies nothing");
}

/// Every table of every view by its button, with what a click on it copies.
fn tables(harness: &mut Harness<'_, App>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut take = |harness: &mut Harness<'_, App>, place: &str| {
        harness.rest();
        for button in buttons(harness) {
            let text = clicked(harness, &button);
            all.push((format!("{place}, {button}"), text));
        }
    };
    for (place, view) in VIEWS {
        harness.state_mut().show(view);
        take(harness, place);
    }
    harness.state_mut().show(views::statements::VIEW);
    for page in [Page::Claims, Page::History, Page::Settlements] {
        harness
            .state_mut()
            .perform_one(Action::Look(Look::Statements(page)));
        take(harness, &format!("{page:?}"));
    }
    all
}

/// Every offer of a case shared or none, or one list of it.
fn shared(scenario: &mut Scenario, offers: bool, claims: bool, settlements: bool) {
    for one in &mut scenario.offers {
        one.shared = offers;
    }
    for one in &mut scenario.claims {
        one.shared = claims;
    }
    for one in &mut scenario.settlements {
        one.shared = settlements;
    }
}

fn case() -> Scenario {
    parse_scenario(include_str!("../../scenarios/kaiser-alliance-2025.ron")).unwrap()
}

#[test]
fn copies_of_private_offers_say_so() {
    let mut harness = with_draft();
    let draft = OfferId("draft-1".to_owned());
    let kinds: [fn(&OfferId) -> Copied; 3] = [
        |_| Copied::Values(FigureName::Years),
        |_| Copied::Raises,
        |draft| Copied::TermSheet(draft.clone()),
    ];
    for kind in kinds {
        let text = text(copied(&mut harness, kind(&draft)));
        assert!(text.starts_with("Private"), "{text}");
    }
    let share = Command::Share(draft.clone(), true);
    harness.state_mut().apply(share);
    for kind in kinds {
        let text = text(copied(&mut harness, kind(&draft)));
        assert!(!text.is_empty() && !text.starts_with("Private"), "{text}");
    }
}

#[test]
fn every_table_that_is_copied_says_what_isnt_shared_and_no_other_does() {
    let mut scenario = case();
    shared(&mut scenario, true, true, true);
    let mut harness = driven(scenario);
    let open = tables(&mut harness);
    for (place, text) in &open {
        assert!(!text.is_empty() && !text.contains(SAID), "{place}: {text}");
    }
    for place in [
        "Compare",
        "Gap",
        "Years",
        "People",
        "Claims",
        "History",
        "Settlements",
    ] {
        let is_there = |(at, _): &(String, String)| at.starts_with(place);
        assert!(open.iter().any(is_there), "no table of {place} was copied");
    }
    let mut scenario = case();
    shared(&mut scenario, false, true, true);
    let mut harness = driven(scenario);
    // Claims about offers that aren't shared aren't either.
    for (place, text) in tables(&mut harness) {
        assert!(text.starts_with(SAID), "{place}: {text}");
    }
    let mut scenario = case();
    shared(&mut scenario, true, false, false);
    let mut harness = driven(scenario);
    for (place, text) in tables(&mut harness) {
        let is_list = place.starts_with("Claims") || place.starts_with("Settlements");
        let is_list = is_list || place.contains("the claims") || place.contains("the settlements");
        assert_eq!(text.starts_with(SAID), is_list, "{place}: {text}");
    }
}

/// A figure as the window copies it, pixel by pixel.
fn drawn(figure: &Figure) -> ColorImage {
    let sheet = Sheet {
        size: Size::Slide,
        theme: Theme::Light,
    };
    let raster = raster(&lay_out(figure, sheet), 150).unwrap();
    let size = [raster.width as usize, raster.height as usize];
    ColorImage::from_rgba_unmultiplied(size, &raster.rgba)
}

#[test]
fn a_copied_picture_of_a_private_offer_bears_the_mark_of_an_exported_one() {
    let mut harness = with_draft();
    harness.ctx.set_theme(egui::Theme::Light);
    harness.run();
    for name in [FigureName::Years, FigureName::Timeline, FigureName::Cost] {
        for share in [false, true] {
            let draft = OfferId("draft-1".to_owned());
            harness.state_mut().apply(Command::Share(draft, share));
            let set = FigureSet::of(harness.state().scenario(), true).unwrap();
            assert_eq!(set.private, !share);
            let mut figure = set.figure(name).unwrap().clone();
            let OutputCommand::CopyImage(image) = copied(&mut harness, Copied::Picture(name))
            else {
                panic!("no picture of {name:?}");
            };
            assert!(image == drawn(&figure), "{name:?}, shared: {share}");
            // Without its mark, or with one, it is another picture.
            figure.private = share;
            assert!(image != drawn(&figure), "{name:?}, shared: {share}");
            assert_eq!(
                harness.state().notice().contains("isn\u{2019}t shared"),
                !share
            );
        }
    }
}

/// One of a few is the employee of no picture and of no values that leave the window.
#[test]
fn what_is_copied_shows_the_average_instead_of_one_of_a_few() {
    let scenario = parse_scenario(include_str!("../faults/group-of-one.ron")).unwrap();
    let named = scenario.employee.group.clone().unwrap();
    let mut harness = driven(scenario);
    let values = text(copied(&mut harness, Copied::Values(FigureName::Employee)));
    let mut average = harness.state().scenario().clone();
    average.employee = counteroffer::scenario::Employee::default();
    let mut other = driven(average);
    let of_average = text(copied(&mut other, Copied::Values(FigureName::Employee)));
    assert_eq!(values, of_average);
    assert!(!values.contains(&named), "{values}");
    // The table of the page shows the one, and says whom it is for.
    harness.state_mut().show(views::people::VIEW);
    harness.rest();
    let table = buttons(&harness).remove(0);
    let cells = clicked(&mut harness, &table);
    assert!(cells.starts_with(SAID), "{cells}");
}

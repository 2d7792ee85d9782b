//! The page of a claim: a pasted sentence with what was found in it, to be confirmed, and what its number
//! measures. Nothing the sentence leaves open is chosen beforehand.

use eframe::egui::{self, ScrollArea, Ui};

use super::{Answer, Dialog, taken_when, title};
use crate::document::Command;
use crate::document::statement::claim::{self, Asked, Field};
use crate::document::statement::edit::{StatementEdit, new_id};
use crate::document::statement::measured::Measured;
use crate::document::wrong::Wrong;
use crate::scenario::{Claim as Made, OfferId, Party, Per, Precision, QuotedUnit};
use crate::ui::forms::beside::{Beside, Typed, beneath, indent, named};
use crate::ui::forms::{begin_with, field, pick, soft, wrong as tell_wrong};
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::controls;
use crate::units::Currency;

/// What is typed and chosen so far.
pub(super) struct Claim {
    /// The claim that is changed; none for a new one.
    of: Option<String>,
    asked: Asked,
    /// The sentence that was read last.
    read: String,
    /// Why the sentence says nothing certain.
    unread: String,
    /// The number as it was found in the sentence; none where that says nothing certain, and then a number is
    /// the user's own.
    found: Option<String>,
    beside: Beside<Field>,
    words: String,
}

const PRECISIONS: [(Precision, &str); 8] = [
    (Precision::Exactly, "exactly"),
    (Precision::Nearly, "nearly"),
    (Precision::About, "about"),
    (Precision::MoreThan, "more than"),
    (Precision::AtLeast, "at least"),
    (Precision::AtMost, "at most"),
    (Precision::LessThan, "less than"),
    (Precision::Most, "most of it"),
];

/// What a number can count, with the names of the case's money.
fn units(currency: &Currency) -> [(Option<QuotedUnit>, &str); 4] {
    [
        (None, "choose\u{2026}"),
        (Some(QuotedUnit::Dollars), currency.units()),
        (Some(QuotedUnit::Percent), "percent"),
        (Some(QuotedUnit::Count), "employees"),
    ]
}

impl Claim {
    /// A new claim from a sentence, or the one of this id.
    pub fn new(context: &Context, of: Option<String>, sentence: &str) -> Self {
        let claims = &context.scenario().claims;
        let known = of
            .as_ref()
            .and_then(|id| claims.iter().find(|claim| claim.id == *id));
        let asked = match known {
            Some(claim) => Asked::of(claim, &context.scenario().currency),
            None => Asked {
                words: sentence.split_whitespace().collect::<Vec<_>>().join(" "),
                ..Asked::default()
            },
        };
        let mut own = Self {
            of: known.map(|claim| claim.id.clone()),
            read: asked.words.clone(),
            asked,
            unread: String::new(),
            found: None,
            beside: Beside::default(),
            words: String::new(),
        };
        let currency = &context.scenario().currency;
        if own.of.is_some() {
            let mut again = own.asked.clone();
            let same = again.take_sentence(currency).is_ok() && again.number == own.asked.number;
            own.found = same.then_some(again.number);
        } else if !own.asked.words.is_empty() {
            own.read_sentence(currency);
        }
        own
    }

    /// Takes what the sentence says; what it leaves in doubt is told, and what was found in another wording
    /// goes. A number the user has typed stays.
    fn read_sentence(&mut self, currency: &Currency) {
        self.read.clone_from(&self.asked.words);
        let found = self.found.take();
        match self.asked.take_sentence(currency) {
            Ok(()) => {
                self.unread.clear();
                self.found = Some(self.asked.number.clone());
            }
            Err(words) => {
                let nothing_yet = self.asked.words.trim().is_empty();
                self.unread = if nothing_yet { String::new() } else { words };
                if found.is_some_and(|found| found == self.asked.number) {
                    self.asked.number.clear();
                    self.asked.unit = None;
                    self.asked.precision = Precision::default();
                }
            }
        }
    }

    /// Whether there is something to check: a number that was found or typed, or a claim that has none.
    fn can_be_taken(&self) -> bool {
        self.unread.is_empty()
            || !self.asked.number.trim().is_empty()
            || self.asked.measures == Some(Measured::NotComputed)
            || self.asked.precision == Precision::Most
    }
}

impl Dialog for Claim {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let is_new = self.of.is_none();
        title(
            ui,
            if is_new {
                "Add a claim"
            } else {
                "Change a claim"
            },
        );
        let height = (ui.ctx().content_rect().height() - 190.0).clamp(160.0, 760.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = 7.0;
            self.sentence(ui, context);
            let read = self.read_it(context);
            let right = Wrong::default();
            let wrong = read.as_ref().err().unwrap_or(&right);
            self.number(ui, &context.scenario().currency, wrong);
            self.measures(ui, context, wrong);
            self.about_it(ui, context, wrong);
        });
        tell_wrong(ui, &self.words);
        let done = if is_new { "Add" } else { "Done" };
        let ready = self.can_be_taken();
        taken_when(ui, done, ready, || self.take(context, actions))
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Claim {
    /// The claim of what is typed and chosen.
    fn read_it(&self, context: &Context) -> Result<Made, Wrong<Field>> {
        let scenario = context.scenario();
        let id = self.of.clone().unwrap_or_else(|| new_id(scenario));
        claim::read(scenario, &self.asked, id)
    }

    fn take(&mut self, context: &Context, actions: &mut Actions) {
        self.words.clear();
        match self.read_it(context) {
            Ok(claim) => {
                let claim = Box::new(claim);
                let edit = match &self.of {
                    Some(id) => StatementEdit::SetClaim(id.clone(), claim),
                    None => StatementEdit::AddClaim(claim),
                };
                actions.edit(Edit::Typed(Command::Statement(edit)));
            }
            Err(_) => self.beside.tell_all(),
        }
    }

    fn sentence(&mut self, ui: &mut Ui, context: &Context) {
        let currency = &context.scenario().currency;
        soft(ui, "What is said, in a sentence with its number");
        let hint = format!(
            "The demand adds nearly {} to the offer",
            currency.example("1,000,000,000")
        );
        let read = self.read_it(context);
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let of = typed("What is said", &hint, f32::INFINITY);
        let Self { asked, beside, .. } = self;
        let response = beside.rows(ui, &Field::Sentence, (of, 2), &mut asked.words, wrong);
        begin_with(ui, &response);
        if self.asked.words != self.read {
            self.read_sentence(currency);
        }
        if !self.unread.is_empty() {
            beneath(ui, &self.unread, 0.0);
        }
    }

    fn number(&mut self, ui: &mut Ui, currency: &Currency, wrong: &Wrong<Field>) {
        let Self { asked, beside, .. } = self;
        let at = Field::Number;
        named(ui, "Found in it", |ui| {
            pick(ui, "Precision", &mut asked.precision, &PRECISIONS);
            let of = typed("Number quoted", "the number", 130.0);
            beside.field(ui, &at, of, &mut asked.number, wrong);
            pick(ui, "Unit", &mut asked.unit, &units(currency));
        });
        beside.under(ui, &at, &asked.number, (wrong, indent(ui)));
    }

    fn measures(&mut self, ui: &mut Ui, context: &Context, wrong: &Wrong<Field>) {
        let Self { asked, beside, .. } = self;
        let mut all: Vec<(Option<Measured>, &str)> = vec![(None, "choose\u{2026}")];
        // What is counted in another unit than the sentence's is no choice.
        let fits = |measured: &Measured| match (asked.unit, measured.unit()) {
            (Some(said), Some(own)) => said == own,
            _ => true,
        };
        let chosen = asked.measures;
        let offered = Measured::ALL.into_iter();
        let offered = offered.filter(|one| fits(one) || chosen == Some(*one));
        all.extend(offered.map(|one| (Some(one), one.in_plain_words())));
        named(ui, "It measures", |ui| {
            let spoken = "What the number measures";
            pick(ui, spoken, &mut asked.measures, &all);
        });
        beside.under(ui, &Field::Measures, "", (wrong, indent(ui)));
        let Some(measures) = asked.measures else {
            return;
        };
        let scenario = context.scenario();
        if measures.asks_offer() {
            let offers = scenario.offers.iter();
            let offers = offers.map(|offer| (Some(offer.id.clone()), offer.name.clone()));
            let offers = offers.collect();
            named(ui, "Of the offer", |ui| {
                let none = "choose\u{2026}";
                choose::<OfferId>(ui, "Offer", &mut asked.offer, none, offers);
            });
            beside.under(ui, &Field::Offer, "", (wrong, indent(ui)));
        }
        if measures == Measured::AgainstSettlement {
            let all = scenario.settlements.iter();
            let all = all.map(|one| (Some(one.name.clone()), one.name.clone()));
            let all = all.collect();
            named(ui, "The settlement", |ui| {
                let none = "choose\u{2026}";
                choose(ui, "Settlement", &mut asked.settlement, none, all);
            });
            beside.under(ui, &Field::Settlement, "", (wrong, indent(ui)));
            if scenario.settlements.is_empty() {
                soft(ui, "There is none yet: add it under Settlements first.");
            }
        }
        if measures == Measured::Delay {
            let of = typed("Months without a contract", "2", 60.0);
            let at = ("Months without one", &Field::Months);
            beside.row(ui, at, of, &mut asked.months, wrong);
        }
        if measures == Measured::ShareInForce {
            let of = typed("Day by which raises are in force", "9/30/2027", 130.0);
            beside.row(ui, ("By", &Field::Day), of, &mut asked.day, wrong);
        }
        if measures == Measured::PoolWithFirstRaise {
            let of = typed("Percent of the pool", "as in the offer", 130.0);
            beside.row(ui, ("The pool", &Field::Pool), of, &mut asked.pool, wrong);
        }
        if measures.asks_span() {
            let of = typed("Contract year", "the whole term", 130.0);
            let at = ("Contract year", &Field::Year);
            beside.row(ui, at, of, &mut asked.year, wrong);
        }
        if measures.asks_per() {
            named(ui, "For", |ui| {
                let all = [
                    (Per::All, "everyone together"),
                    (Per::Fte, "one full-time employee"),
                ];
                pick(ui, "For whom", &mut asked.per, &all);
            });
        }
        if measures == Measured::NotComputed {
            let spoken = "What checking it would take";
            let hint = "the employer\u{2019}s accounts";
            named(ui, "Checking it takes", |ui| {
                field(ui, spoken, &mut asked.takes, hint, 230.0);
            });
        }
    }

    fn about_it(&mut self, ui: &mut Ui, context: &Context, wrong: &Wrong<Field>) {
        let scenario = context.scenario();
        named(ui, "Said by", |ui| {
            let sides = [
                (Some(Party::Employer), "Employer"),
                (Some(Party::Union), "Union"),
                (Some(Party::Neutral), "Neither side"),
            ];
            if let Some(by) = controls::segmented(ui, "Said by", &sides, self.asked.by) {
                self.asked.by = by;
            }
        });
        let Self { asked, beside, .. } = self;
        beside.under(ui, &Field::By, "", (wrong, indent(ui)));
        let of = typed("Day it was said", "12/5/2025", 130.0);
        beside.row(ui, ("On", &Field::Date), of, &mut asked.date, wrong);
        named(ui, "Source", |ui| {
            let sources = scenario.sources.iter().map(|source| {
                let name = match source.published {
                    Some(day) => format!("{}, {}", source.title, crate::document::words::date(day)),
                    None => source.title.clone(),
                };
                (Some(source.id.clone()), name)
            });
            choose(
                ui,
                "Source",
                &mut self.asked.source,
                "none",
                sources.collect(),
            );
        });
        named(ui, "An input of", |ui| {
            let about = scenario.assumptions.iter();
            let about = about.map(|one| (Some(one.about.clone()), one.about.clone()));
            choose(
                ui,
                "Assumption worked back from it",
                &mut self.asked.input_of,
                "nothing here",
                about.collect(),
            );
        });
        let share = "The other side may see that it was looked at";
        ui.checkbox(&mut self.asked.shared, share);
        crate::ui::forms::lines(
            ui,
            "Private note on the claim",
            &mut self.asked.note,
            "Private note",
            1,
        );
    }
}

fn typed<'t>(spoken: &'t str, hint: &'t str, width: f32) -> Typed<'t> {
    Typed {
        spoken,
        hint,
        width,
    }
}

/// A menu of named choices, the first of which is none of them.
pub(super) fn choose<T: Clone + PartialEq>(
    ui: &mut Ui,
    spoken: &str,
    chosen: &mut Option<T>,
    none: &str,
    mut all: Vec<(Option<T>, String)>,
) {
    all.insert(0, (None, none.to_owned()));
    let now = all.iter().find(|(one, _)| one == chosen);
    let now = now.map_or_else(|| none.to_owned(), |(_, name)| name.clone());
    let width = ui.available_width();
    let button = egui::Button::new((now.as_str(), controls::ROOM_FOR_CHEVRON)).truncate();
    ui.scope(|ui| {
        ui.set_max_width(width);
        let menu = egui::containers::menu::MenuButton::from_button(button);
        let (response, _) = menu.ui(ui, |ui| {
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for (one, name) in &all {
                    if ui.selectable_label(one == chosen, name).clicked() {
                        chosen.clone_from(one);
                        ui.close();
                    }
                }
            });
        });
        controls::drops_down(ui, response.rect);
        let label = format!("{spoken}: {now}");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    });
}

//! The page of what figures look like in this case: currency, parties, which figures in which order, whose
//! colour stands out, short names and the user's own words.

use eframe::egui::{Button, Grid, Label, RichText, ScrollArea, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::wrong::Wrong;
use crate::document::{Command, Presentation, Setting, entry};
use crate::figure::FigureName;
use crate::scenario::{FigureEdit, FigureSettings, OfferId, Parties, Scenario, ShortName};
use crate::ui::forms::beside::{Beside, Typed, indent, named};
use crate::ui::forms::{field, labelled, pick, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
pub(super) struct FiguresPage {
    symbol: String,
    code: String,
    employer: String,
    union: String,
    numbered: bool,
    /// The place of the offer that stands out among `offers`, from 1; 0 for none.
    highlight: usize,
    offers: Vec<Named>,
    figures: Vec<Row>,
    beside: Beside<At>,
    words: String,
}

/// What of the page can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Currency,
    Figures,
}

/// An offer and its short name.
struct Named {
    id: OfferId,
    name: String,
    short: String,
}

/// A figure in its place.
struct Row {
    name: FigureName,
    chosen: bool,
    /// Whether its words are open.
    open: bool,
    headline: String,
    subtitle: String,
    source: String,
}

impl Row {
    fn of(name: FigureName, settings: &FigureSettings) -> Self {
        let edit = settings.edit_of(name);
        let words = |read: fn(&FigureEdit) -> &Option<String>| {
            edit.and_then(|edit| read(edit).clone()).unwrap_or_default()
        };
        Self {
            name,
            chosen: settings.chosen.is_empty() || settings.chosen.contains(&name),
            open: false,
            headline: words(|edit| &edit.headline),
            subtitle: words(|edit| &edit.subtitle),
            source: words(|edit| &edit.source),
        }
    }

    /// The user's words; none where all are drafted.
    fn edit(&self) -> Option<FigureEdit> {
        let own = |text: &str| {
            let text = text.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let edit = FigureEdit {
            figure: self.name,
            headline: own(&self.headline),
            subtitle: own(&self.subtitle),
            source: own(&self.source),
        };
        let any = edit.headline.is_some() || edit.subtitle.is_some() || edit.source.is_some();
        any.then_some(edit)
    }
}

impl FiguresPage {
    /// As it stands.
    pub fn of(scenario: &Scenario) -> Self {
        let settings = &scenario.figures;
        let offers: Vec<Named> = scenario
            .offers
            .iter()
            .map(|offer| Named {
                id: offer.id.clone(),
                name: offer.name.clone(),
                short: settings
                    .short_name(&offer.id)
                    .unwrap_or_default()
                    .to_owned(),
            })
            .collect();
        let highlight = settings.highlight.as_ref();
        let place = highlight.and_then(|id| offers.iter().position(|one| one.id == *id));
        // Those chosen in their order, then the others in that of the set.
        let others = FigureName::ALL.into_iter();
        let others = others.filter(|one| !settings.chosen.contains(one));
        let order = settings.chosen.iter().copied().chain(others);
        Self {
            symbol: scenario.currency.symbol.clone(),
            code: scenario.currency.code.clone(),
            employer: scenario.parties.employer.clone(),
            union: scenario.parties.union.clone(),
            numbered: !settings.unnumbered,
            highlight: place.map_or(0, |place| place + 1),
            offers,
            figures: order.map(|name| Row::of(name, settings)).collect(),
            beside: Beside::default(),
            words: String::new(),
        }
    }

    fn read(&self) -> Result<Command, Wrong<At>> {
        let mut wrong = Wrong::default();
        let currency = entry::currency(&self.symbol, &self.code);
        let currency = wrong.taken(At::Currency, currency);
        let chosen: Vec<FigureName> = self
            .figures
            .iter()
            .filter(|row| row.chosen)
            .map(|row| row.name)
            .collect();
        if chosen.is_empty() {
            wrong.tell(At::Figures, "choose at least one figure");
        }
        let is_whole_set = chosen == FigureName::ALL;
        let short_names = self.offers.iter().filter_map(|one| {
            let name = one.short.trim();
            (!name.is_empty()).then(|| ShortName {
                offer: one.id.clone(),
                name: name.to_owned(),
            })
        });
        let place = self.highlight.checked_sub(1);
        let made = currency.map(|currency| Presentation {
            currency,
            parties: Parties {
                employer: self.employer.trim().to_owned(),
                union: self.union.trim().to_owned(),
            },
            figures: FigureSettings {
                chosen: if is_whole_set { Vec::new() } else { chosen },
                unnumbered: !self.numbered,
                highlight: place
                    .and_then(|at| self.offers.get(at))
                    .map(|one| one.id.clone()),
                short_names: short_names.collect(),
                edits: self.figures.iter().filter_map(Row::edit).collect(),
            },
        });
        wrong.or(made.map(|of| Command::Setting(Setting::Presentation(Box::new(of)))))
    }

    fn case(&mut self, ui: &mut Ui, wrong: &Wrong<At>) {
        let at = At::Currency;
        let beside = &mut self.beside;
        named(ui, "Currency", |ui| {
            let of = |spoken, hint, width| Typed {
                spoken,
                hint,
                width,
            };
            let symbol = of("Symbol of the currency", "$", 48.0);
            beside.field(ui, &at, symbol, &mut self.symbol, wrong);
            let code = of("Code of the currency", "USD", 60.0);
            beside.field(ui, &at, code, &mut self.code, wrong);
            soft(ui, "nothing is converted");
        });
        let typed = format!("{}{}", self.symbol, self.code);
        beside.under(ui, &at, &typed, (wrong, indent(ui)));
        let parties = [
            ("Employer", "Name of the employer", &mut self.employer),
            ("Union", "Name of the union", &mut self.union),
        ];
        for (name, spoken, text) in parties {
            named(ui, name, |ui| {
                field(ui, spoken, text, "", 286.0);
            });
        }
    }

    fn offers(&mut self, ui: &mut Ui) {
        labelled(ui, "Offers", |_| {});
        let names =
            std::iter::once("No offer").chain(self.offers.iter().map(|one| one.name.as_str()));
        let all: Vec<(usize, &str)> = names.enumerate().collect();
        let mut highlight = self.highlight;
        ui.horizontal(|ui| {
            soft(ui, "In colour, the others grey");
            pick(ui, "Offer in colour", &mut highlight, &all);
        });
        Grid::new("short names")
            .num_columns(2)
            .spacing([12.0, 4.0])
            .show(ui, |ui| {
                for one in &mut self.offers {
                    ui.scope(|ui| {
                        ui.set_max_width(250.0);
                        ui.add(Label::new(one.name.as_str()).truncate());
                    });
                    let spoken = format!("Short name of {}", one.name);
                    field(ui, &spoken, &mut one.short, "short name on figures", 170.0);
                    ui.end_row();
                }
            });
        self.highlight = highlight;
    }

    fn figures(&mut self, ui: &mut Ui, wrong: &Wrong<At>) {
        labelled(ui, "Figures, in this order", |_| {});
        self.beside.under(ui, &At::Figures, "", (wrong, 0.0));
        ui.checkbox(&mut self.numbered, "Numbered");
        let last = self.figures.len().saturating_sub(1);
        let mut swapped = None;
        for (at, row) in self.figures.iter_mut().enumerate() {
            let title = row.name.title();
            ui.horizontal(|ui| {
                let chosen = ui.checkbox(&mut row.chosen, title);
                self.beside.go_to(&chosen, wrong.of(&At::Figures).is_some());
                let small = |ui: &mut Ui, can: bool, name: &str, spoken: String| {
                    let button = Button::new(RichText::new(name).size(12.5));
                    let response = ui.add_enabled(can, button);
                    response.widget_info(|| {
                        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, can, &spoken)
                    });
                    response.clicked()
                };
                if small(ui, at > 0, "Up", format!("{title} up")) {
                    swapped = Some((at, at - 1));
                }
                if small(ui, at < last, "Down", format!("{title} down")) {
                    swapped = Some((at, at + 1));
                }
                let own = if row.edit().is_some() {
                    "Own words"
                } else {
                    "Words"
                };
                if small(ui, true, own, format!("Words of {title}")) {
                    row.open = !row.open;
                }
            });
            if row.open {
                let line = |ui: &mut Ui, what: &str, text: &mut String| {
                    ui.horizontal(|ui| {
                        ui.add_space(24.0);
                        let spoken = format!("{what} of {title}");
                        let hint = format!("{what}, as drafted");
                        field(ui, &spoken, text, &hint, 380.0);
                    });
                };
                line(ui, "Headline", &mut row.headline);
                line(ui, "Subtitle", &mut row.subtitle);
                line(ui, "Source", &mut row.source);
            }
        }
        if let Some((one, other)) = swapped {
            self.figures.swap(one, other);
        }
    }
}

impl Dialog for FiguresPage {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Figures and currency");
        soft(
            ui,
            "Kept with the case. What an export draws of these is ticked when it is made.",
        );
        let read = self.read();
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 460.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            self.case(ui, wrong);
            ui.separator();
            self.offers(ui);
            ui.separator();
            self.figures(ui, wrong);
        });
        let beside = &mut self.beside;
        done(ui, &mut self.words, actions, read, || beside.tell_all())
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

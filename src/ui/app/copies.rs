//! What goes on the clipboard.

use eframe::egui;

use super::App;
use crate::costing::results::Results;
use crate::document::term_sheet::term_sheet;
use crate::export::figure_csv;
use crate::figure::PRIVATE;
use crate::figure::build::{Origin, without_small_groups};
use crate::figure::{Figure, FigureName, build};
use crate::files;
use crate::ui::dialogs::export::picture;
use crate::ui::raise_table::entry;
use crate::ui::state::{Copied, Notice};
use crate::ui::views::picked;

/// A text, under a line that says so where anything in it isn't shared.
fn said_private(text: String, private: bool) -> String {
    if private {
        format!("{PRIVATE}\n{text}")
    } else {
        text
    }
}

/// A warning where anything in what is copied isn't shared.
fn with_private(private: bool) -> &'static str {
    if private {
        ", with what isn\u{2019}t shared"
    } else {
        ""
    }
}

impl App {
    /// Copies, and tells what was copied.
    pub(super) fn copy(&mut self, copied: Copied, ctx: &egui::Context) {
        let told = match copied {
            Copied::Table { cells, private } => {
                ctx.copy_text(said_private(cells, private));
                let private = with_private(private);
                Ok(format!("Copied the table as cells{private}"))
            }
            Copied::Raises => {
                let scenario = self.context.scenario();
                let private = scenario.offers.iter().any(|offer| !offer.shared);
                ctx.copy_text(said_private(entry::as_cells(scenario), private));
                let private = with_private(private);
                Ok(format!("Copied the table of raises as cells{private}"))
            }
            Copied::TermSheet(offer) => {
                let Some(offer) = self.context.offer(&offer) else {
                    return;
                };
                ctx.copy_text(term_sheet(self.context.scenario(), offer));
                Ok(format!("Copied the term sheet of {}", offer.name))
            }
            Copied::Picture(name) => self.figure(name).and_then(|figure| {
                ctx.copy_image(picture(&figure, ctx.theme())?);
                let (title, private) = (name.title(), with_private(figure.private));
                Ok(format!(
                    "Copied \u{201c}{title}\u{201d} as a picture{private}"
                ))
            }),
            Copied::Values(name) => self.figure(name).map(|figure| {
                ctx.copy_text(figure_csv::figure_as_cells(&figure));
                let (title, private) = (name.title(), with_private(figure.private));
                format!("Copied the values of \u{201c}{title}\u{201d} as cells{private}")
            }),
        };
        self.tell(match told {
            Ok(words) => Notice::done(words),
            Err(words) => Notice::refused(words),
        });
    }

    /// One figure of the open document, with its hash.
    fn figure(&mut self, name: FigureName) -> Result<Figure, String> {
        let results = self.context.session.document.results();
        let results = results.map_err(|error| error.to_string())?;
        let hash = files::sha256(self.context.scenario()).map_err(|error| error.to_string())?;
        // The offers that stand in the views, as they were copied from there.
        let part = picked::scenario(&self.context);
        let whole = self.context.scenario();
        let private = part.offers.iter().any(|offer| !offer.shared)
            || match name {
                FigureName::Claims => !whole.claims.iter().all(|one| whole.is_shared_claim(one)),
                FigureName::Settlements => whole.settlements.iter().any(|one| !one.shared),
                _ => false,
            };
        let mut origin = Origin {
            hash: &hash,
            private,
            ..Origin::default()
        };
        // What leaves the window shows no employee of a group of a few.
        let (average, is_small) = without_small_groups(&part);
        if !is_small {
            return Ok(build::figure(name, &part, &results, origin));
        }
        origin.average_stands_in = true;
        let results = Results::new(&average).map_err(|error| error.to_string())?;
        Ok(build::figure(name, &average, &results, origin))
    }
}

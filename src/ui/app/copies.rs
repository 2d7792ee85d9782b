//! What goes on the clipboard.

use eframe::egui;

use super::App;
use crate::document::term_sheet::term_sheet;
use crate::export::figure_csv;
use crate::figure::PRIVATE;
use crate::figure::build::Origin;
use crate::figure::{Figure, FigureName, build};
use crate::files;
use crate::scenario::Scenario;
use crate::ui::dialogs::export::picture;
use crate::ui::raise_table::entry;
use crate::ui::state::{Copied, Notice};
use crate::ui::views::picked;

/// Whether a scenario holds offers that the other side hasn't been given.
fn holds_private(scenario: &Scenario) -> bool {
    scenario.offers.iter().any(|offer| !offer.shared)
}

impl App {
    /// Copies, and tells what was copied.
    pub(super) fn copy(&mut self, copied: Copied, ctx: &egui::Context) {
        let told = match copied {
            Copied::Text { text, told } => {
                ctx.copy_text(text);
                Ok(told)
            }
            Copied::Raises => {
                let cells = entry::as_cells(self.context.scenario());
                ctx.copy_text(self.said_private(cells));
                let private = self.with_private();
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
                let (title, private) = (name.title(), self.with_private());
                Ok(format!(
                    "Copied \u{201c}{title}\u{201d} as a picture{private}"
                ))
            }),
            Copied::Values(name) => self.figure(name).map(|figure| {
                ctx.copy_text(figure_csv::figure_as_cells(&figure));
                let (title, private) = (name.title(), self.with_private());
                format!("Copied the values of \u{201c}{title}\u{201d} as cells{private}")
            }),
        };
        self.tell(match told {
            Ok(words) => Notice::done(words),
            Err(words) => Notice::refused(words),
        });
    }

    /// A warning where what is copied holds offers that aren't shared.
    fn with_private(&self) -> &'static str {
        if holds_private(self.context.scenario()) {
            ", with private offers"
        } else {
            ""
        }
    }

    /// A text about the case, under a line that says so where it holds what isn't shared.
    fn said_private(&self, text: String) -> String {
        if holds_private(self.context.scenario()) {
            format!("{PRIVATE}\n{text}")
        } else {
            text
        }
    }

    /// One figure of the open document, with its hash.
    fn figure(&mut self, name: FigureName) -> Result<Figure, String> {
        let results = self.context.session.document.results();
        let results = results.map_err(|error| error.to_string())?;
        let hash = files::sha256(self.context.scenario()).map_err(|error| error.to_string())?;
        // The offers that stand in the views, as they were copied from there.
        let part = picked::scenario(&self.context);
        let origin = Origin {
            hash: &hash,
            private: holds_private(&part),
            ..Origin::default()
        };
        Ok(build::figure(name, &part, &results, origin))
    }
}

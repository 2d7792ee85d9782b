//! Every file of an export before one is written: its name and what it holds.

use super::{ExportRequest, FigureSet, Format};
use crate::figure::layout::paper::Paper;
use crate::figure::palette::Theme;
use crate::figure::scene::{Sheet, Size};
use crate::figure::{Body, Figure, FigureName};

/// The most characters of a scenario's title in a file name.
const LONGEST: usize = 48;

/// What a file is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// One figure on a sheet.
    Picture(FigureName, Sheet, Format),
    /// All figures asked for, a page each.
    Pages(Sheet),
    /// All figures asked for on real paper, two a page.
    PaperPages(Paper, Theme),
    /// One figure's values.
    Table(FigureName),
    /// The values of all figures asked for.
    AllTables,
}

/// One file of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Its name, without a folder.
    pub name: String,
    /// What it is made from.
    pub(super) made: Made,
}

/// What an export writes and what that contains.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The files, in the order they are written.
    pub files: Vec<PlannedFile>,
    pub(super) title: String,
    /// The figures in them.
    pub(super) figures: Vec<Figure>,
    /// Figures asked for that have nothing to draw, and why.
    pub empty: Vec<(FigureName, String)>,
    /// Names of the offers shown.
    offers: Vec<String>,
    /// Names of the offers left out because they are private.
    pub(crate) left_out: Vec<String>,
    /// Dots an inch of PNG.
    pub(super) dpi: u32,
    /// Whether SVG keeps its text as text.
    pub(super) text_svg: bool,
}

impl Plan {
    /// What it contains, in lines: figures, offers shown, offers left out.
    #[must_use]
    pub fn contents(&self) -> Vec<String> {
        let titles: Vec<&str> = self.figures.iter().map(|one| one.name.title()).collect();
        let mut lines = vec![match titles.as_slice() {
            [] => "No figures".to_owned(),
            [one] => format!("1 figure: {one}"),
            many => format!("{} figures: {}", many.len(), many.join(", ")),
        }];
        lines.push(match self.offers.as_slice() {
            [] => "No offers".to_owned(),
            offers => format!("Offers: {}", offers.join(", ")),
        });
        for (name, why) in &self.empty {
            lines.push(format!("Left out: {}. {why}", name.title()));
        }
        if !self.left_out.is_empty() {
            lines.push(format!("Left out as private: {}", self.left_out.join(", ")));
        }
        lines
    }
}

pub(super) fn plan(set: &FigureSet, request: &ExportRequest) -> Plan {
    let mut figures: Vec<Figure> = Vec::new();
    let mut empty: Vec<(FigureName, String)> = Vec::new();
    for name in &request.figures {
        let known =
            figures.iter().any(|one| one.name == *name) || empty.iter().any(|(one, _)| one == name);
        let Some(figure) = set.figure(*name).filter(|_| !known) else {
            continue;
        };
        match &figure.body {
            Body::Empty(why) => empty.push((*name, why.clone())),
            Body::Chart(_) | Body::Table(_) => figures.push(figure.clone()),
        }
    }
    // A private export never has the name of a shared one, and so never replaces it.
    let private = if set.private { "-private" } else { "" };
    let stem = format!(
        "counteroffer-{}{private}",
        slug(request.called.as_ref().unwrap_or(&set.title))
    );
    let mut files = Vec::new();
    let sheets: Vec<Sheet> = Size::ALL
        .into_iter()
        .filter(|size| request.sizes.contains(size))
        .flat_map(|size| {
            Theme::ALL
                .into_iter()
                .filter(|theme| request.themes.contains(theme))
                .map(move |theme| Sheet { size, theme })
        })
        .collect();
    for figure in &figures {
        let number = figure
            .number
            .map_or_else(String::new, |number| format!("-{number:02}"));
        let stem = format!("{stem}{number}-{}", figure.name.key());
        for &sheet in &sheets {
            for format in [Format::Svg, Format::Png, Format::Pdf] {
                let in_one = format == Format::Pdf && request.one_pdf;
                if request.formats.contains(&format) && !in_one {
                    files.push(PlannedFile {
                        name: format!("{stem}-{}.{}", key(sheet), format.key()),
                        made: Made::Picture(figure.name, sheet, format),
                    });
                }
            }
        }
        if request.formats.contains(&Format::Csv) {
            files.push(PlannedFile {
                name: format!("{stem}.csv"),
                made: Made::Table(figure.name),
            });
        }
    }
    if !figures.is_empty() && request.one_pdf && request.formats.contains(&Format::Pdf) {
        match request.paper {
            None => files.extend(sheets.iter().map(|&sheet| PlannedFile {
                name: format!("{stem}-all-figures-{}.pdf", key(sheet)),
                made: Made::Pages(sheet),
            })),
            Some(paper) => {
                let themes = Theme::ALL.into_iter();
                let themes = themes.filter(|theme| request.themes.contains(theme));
                files.extend(themes.map(|theme| PlannedFile {
                    name: format!(
                        "{stem}-all-figures-{}-pages-{}.pdf",
                        paper.key(),
                        theme.key()
                    ),
                    made: Made::PaperPages(paper, theme),
                }));
            }
        }
    }
    if !figures.is_empty() && request.formats.contains(&Format::Csv) {
        files.push(PlannedFile {
            name: format!("{stem}-all-figures.csv"),
            made: Made::AllTables,
        });
    }
    Plan {
        files,
        title: set.title.clone(),
        figures,
        empty,
        offers: set.offers.clone(),
        left_out: set.left_out.clone(),
        dpi: request.dpi,
        text_svg: request.text_svg,
    }
}

fn key(sheet: Sheet) -> String {
    format!("{}-{}", sheet.size.key(), sheet.theme.key())
}

/// A title as part of a file name: lower-case letters and digits of ASCII with hyphens between,
/// which every system takes.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for char in title.chars() {
        if char.is_ascii_alphanumeric() {
            slug.push(char.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > LONGEST {
        // All letters of it are ASCII, so it can be cut anywhere.
        slug.truncate(LONGEST);
        if let Some(cut) = slug.rfind('-').filter(|at| *at > LONGEST / 2) {
            slug.truncate(cut);
        }
    }
    let slug = match slug.trim_end_matches('-') {
        "" => "scenario",
        slug => slug,
    };
    // Names that differ in other letters alone would be one name, and the exports of one replace those of the other.
    let is_lost = |char: char| char.is_alphanumeric() && !char.is_ascii();
    if title.chars().any(is_lost) {
        format!("{slug}-{:08x}", mark_of(title))
    } else {
        slug.to_owned()
    }
}

/// A number that tells names apart, the same on every system (FNV-1a).
fn mark_of(name: &str) -> u32 {
    let start = 0x811c_9dc5_u32;
    name.bytes().fold(start, |mark, byte| {
        (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_plain_names() {
        assert_eq!(slug("Kaiser\u{2013}Alliance 2025"), "kaiser-alliance-2025");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        let (japan, china) = (slug("\u{65e5}\u{672c}"), slug("\u{4e2d}\u{56fd}"));
        assert!(japan.starts_with("scenario-") && china.starts_with("scenario-"));
        assert!(japan.is_ascii() && japan != china, "{japan} {china}");
        assert_ne!(slug("M\u{fc}ller 2"), slug("M\u{f6}ller 2"));
        assert_eq!(slug(""), "scenario");
        let long = slug(&"a very long title ".repeat(9));
        assert!(long.len() <= LONGEST && !long.ends_with('-'), "{long}");
    }
}

//! Writing the files of a plan.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{Format, Made, Plan, PlannedFile};
use crate::export::figure_csv;
use crate::export::picture::{self, Picture, PictureError};
use crate::figure::layout::paper::Paper;
use crate::figure::layout::{lay_out, lay_out_page};
use crate::figure::palette::Theme;
use crate::figure::scene::{Scene, Sheet};
use crate::figure::{Figure, FigureName};
use crate::files::{FileError, write_whole};
use crate::units::visible::path as shown;

/// What happens to a file that has the name of a planned one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Nothing is written at all.
    Refuse,
    /// It is replaced: it has the name of an export of the same scenario, figure and size.
    Replace,
}

/// How far an export is.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// Files written.
    pub done: usize,
    /// Files planned.
    pub all: usize,
    /// The name of the next file; empty at the end.
    pub next: &'a str,
}

/// Why an export stopped before its end.
#[derive(Debug, Error)]
pub enum Stop {
    /// The user said so.
    #[error("the export was cancelled")]
    Cancelled,
    /// Files of these names are there, and may not be replaced; nothing was written.
    #[error("{}", there_already(.0))]
    There(Vec<PathBuf>),
    /// A file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
}

fn there_already(files: &[PathBuf]) -> String {
    match files {
        [] => String::new(),
        [one] => format!("{} exists already; nothing was written", shown(one)),
        [one, more @ ..] => format!(
            "{} and {} more exist already; nothing was written",
            shown(one),
            more.len()
        ),
    }
}

/// Why one file of an export couldn't be made; the others are.
#[derive(Debug, Error)]
pub enum Failure {
    /// A picture can't be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A table can't be made.
    #[error("the table can't be written")]
    Table,
}

/// What an export did.
#[derive(Debug)]
pub struct Done {
    /// The files written, whole, in order; those before a stop stay.
    pub written: Vec<PathBuf>,
    /// The names of files that couldn't be made, and why; all others were written.
    pub failed: Vec<(String, Failure)>,
    /// Characters that no face of this system has: a box stands for each in pictures, and
    /// marks of letters are left away.
    pub replaced: Vec<char>,
    /// Why it ended early, if it did.
    pub stop: Option<Stop>,
}

impl Plan {
    /// The planned files that are there already.
    #[must_use]
    pub fn existing(&self, folder: &Path) -> Vec<PathBuf> {
        let paths = self.files.iter().map(|file| folder.join(&file.name));
        paths
            .filter(|path| path.symlink_metadata().is_ok())
            .collect()
    }
}

/// Writes a plan's files into a folder, which is made if need be. `go_on` is asked before each file
/// and after the last; the answer false cancels. Each file is there whole or not at all.
#[must_use]
pub fn write(
    plan: &Plan,
    folder: &Path,
    existing: Existing,
    go_on: &mut dyn FnMut(Progress<'_>) -> bool,
) -> Done {
    let mut writing = Writing {
        plan,
        folder,
        replace: existing == Existing::Replace,
        done: Done {
            written: Vec::new(),
            failed: Vec::new(),
            replaced: Vec::new(),
            stop: None,
        },
        go_on,
    };
    writing.done.stop = writing.run().err();
    writing.done
}

struct Writing<'a> {
    plan: &'a Plan,
    folder: &'a Path,
    replace: bool,
    done: Done,
    go_on: &'a mut dyn FnMut(Progress<'_>) -> bool,
}

impl Writing<'_> {
    fn run(&mut self) -> Result<(), Stop> {
        if !self.replace {
            let there = self.plan.existing(self.folder);
            if !there.is_empty() {
                return Err(Stop::There(there));
            }
        }
        crate::files::make_folder(self.folder)?;
        let plan = self.plan;
        // Files of one figure on one sheet share its scene and drawing.
        for group in plan
            .files
            .chunk_by(|one, other| sheet_of(one) == sheet_of(other))
        {
            match group.first().and_then(sheet_of) {
                Some((name, sheet)) => self.pictures(group, name, sheet)?,
                None => {
                    for file in group {
                        self.other(file)?;
                    }
                }
            }
        }
        self.ask("")
    }

    fn ask(&mut self, next: &str) -> Result<(), Stop> {
        let progress = Progress {
            done: self.done.written.len(),
            all: self.plan.files.len(),
            next,
        };
        if (self.go_on)(progress) || next.is_empty() {
            Ok(())
        } else {
            Err(Stop::Cancelled)
        }
    }

    fn figure(&self, name: FigureName) -> Option<&Figure> {
        self.plan.figures.iter().find(|figure| figure.name == name)
    }

    fn remember(&mut self, picture: &Picture<'_>) {
        for char in picture.replaced() {
            if !self.done.replaced.contains(char) {
                self.done.replaced.push(*char);
            }
        }
    }

    fn failed(&mut self, file: &PlannedFile, why: impl Into<Failure>) {
        self.done.failed.push((file.name.clone(), why.into()));
    }

    fn pictures(
        &mut self,
        group: &[PlannedFile],
        name: FigureName,
        sheet: Sheet,
    ) -> Result<(), Stop> {
        let first = group.first().map_or("", |file| &file.name);
        self.ask(first)?;
        let Some(scene) = self.figure(name).map(|figure| lay_out(figure, sheet)) else {
            return Ok(());
        };
        let picture = match Picture::of(&scene) {
            Ok(picture) => picture,
            Err(why) => {
                for file in group {
                    self.failed(file, why.clone());
                }
                return Ok(());
            }
        };
        self.remember(&picture);
        for (at, file) in group.iter().enumerate() {
            if at > 0 {
                self.ask(&file.name)?;
            }
            let made = match file.made {
                Made::Picture(_, _, Format::Svg) if self.plan.text_svg => {
                    Ok(picture.svg_with_text().as_bytes().to_vec())
                }
                Made::Picture(_, _, Format::Svg) => Ok(picture.svg_outlined().into_bytes()),
                Made::Picture(_, _, Format::Png) => picture.png(self.plan.dpi),
                _ => picture.pdf(),
            };
            self.save(file, made.map_err(Failure::from))?;
        }
        Ok(())
    }

    fn other(&mut self, file: &PlannedFile) -> Result<(), Stop> {
        self.ask(&file.name)?;
        let table = |text: Result<String, csv::Error>| {
            text.map(String::into_bytes).map_err(|_| Failure::Table)
        };
        let made = match file.made {
            Made::Table(name) => match self.figure(name) {
                Some(figure) => table(figure_csv::to_text(figure)),
                None => return Ok(()),
            },
            Made::AllTables => table(figure_csv::all_to_text(&self.plan.figures)),
            Made::Pages(sheet) | Made::Picture(_, sheet, _) => self.pages(file, sheet, None),
            Made::PaperPages(paper, theme) => {
                let size = paper.size();
                self.pages(file, Sheet { size, theme }, Some((paper, theme)))
            }
        };
        self.save(file, made)
    }

    /// All figures as pages of one PDF; one that can't be drawn is left out and named.
    fn pages(
        &mut self,
        file: &PlannedFile,
        sheet: Sheet,
        paper: Option<(Paper, Theme)>,
    ) -> Result<Vec<u8>, Failure> {
        let plan = self.plan;
        let count = plan.figures.len();
        let scenes: Vec<Scene> = plan
            .figures
            .iter()
            .enumerate()
            .map(|(at, figure)| match paper {
                None => lay_out_page(figure, sheet, (at + 1, count)),
                Some(_) => lay_out(figure, sheet),
            })
            .collect();
        let mut pictures = Vec::with_capacity(count);
        for scene in &scenes {
            match Picture::of(scene) {
                Ok(picture) => {
                    self.remember(&picture);
                    pictures.push(picture);
                }
                Err(why) => self.failed(file, why),
            }
        }
        let title = if pictures.iter().any(Picture::is_private) {
            format!("Private: {}", plan.title)
        } else {
            plan.title.clone()
        };
        let made = match paper {
            None => picture::pages(&title, &pictures),
            Some((paper, theme)) => picture::on_paper(&title, &pictures, paper, theme),
        };
        Ok(made?)
    }

    /// Writes what was made, or remembers why it couldn't be.
    fn save(&mut self, file: &PlannedFile, made: Result<Vec<u8>, Failure>) -> Result<(), Stop> {
        let bytes = match made {
            Ok(bytes) => bytes,
            Err(why) => {
                self.failed(file, why);
                return Ok(());
            }
        };
        let path = self.folder.join(&file.name);
        write_whole(&path, &bytes, self.replace)?;
        self.done.written.push(path);
        Ok(())
    }
}

/// The figure and sheet of a picture.
fn sheet_of(file: &PlannedFile) -> Option<(FigureName, Sheet)> {
    match file.made {
        Made::Picture(name, sheet, _) => Some((name, sheet)),
        Made::Pages(_) | Made::PaperPages(..) | Made::Table(_) | Made::AllTables => None,
    }
}

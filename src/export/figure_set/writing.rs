//! Writing the files of a plan.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{Format, Made, Plan, PlannedFile};
use crate::export::figure_csv;
use crate::export::picture::{self, Picture, PictureError};
use crate::figure::layout::lay_out;
use crate::figure::scene::{Scene, Sheet};
use crate::figure::{Figure, FigureName};
use crate::files::{FileError, write_whole};

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
    /// A picture can't be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A table can't be made.
    #[error("the table can't be written: {0}")]
    Table(#[from] csv::Error),
    /// A file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
}

fn there_already(files: &[PathBuf]) -> String {
    match files {
        [] => String::new(),
        [one] => format!("{} exists already; nothing was written", one.display()),
        [one, more @ ..] => format!(
            "{} and {} more exist already; nothing was written",
            one.display(),
            more.len()
        ),
    }
}

/// What an export did.
#[derive(Debug)]
pub struct Done {
    /// The files written, whole, in order; those before a stop stay.
    pub written: Vec<PathBuf>,
    /// Characters that the face lacks and that stand as question marks in pictures.
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
            match sheet_of(&group[0]) {
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

    fn scene(&mut self, name: FigureName, sheet: Sheet) -> Option<Scene> {
        let scene = lay_out(self.figure(name)?, sheet);
        for char in &scene.replaced {
            if !self.done.replaced.contains(char) {
                self.done.replaced.push(*char);
            }
        }
        Some(scene)
    }

    fn pictures(
        &mut self,
        group: &[PlannedFile],
        name: FigureName,
        sheet: Sheet,
    ) -> Result<(), Stop> {
        let first = group.first().map_or("", |file| &file.name);
        self.ask(first)?;
        let Some(scene) = self.scene(name, sheet) else {
            return Ok(());
        };
        let picture = Picture::of(&scene)?;
        for (at, file) in group.iter().enumerate() {
            if at > 0 {
                self.ask(&file.name)?;
            }
            let bytes = match file.made {
                Made::Picture(_, _, Format::Svg) if self.plan.text_svg => {
                    picture.svg_with_text().as_bytes().to_vec()
                }
                Made::Picture(_, _, Format::Svg) => picture.svg_outlined().into_bytes(),
                Made::Picture(_, _, Format::Png) => picture.png(self.plan.dpi)?,
                _ => picture.pdf()?,
            };
            self.save(file, &bytes)?;
        }
        Ok(())
    }

    fn other(&mut self, file: &PlannedFile) -> Result<(), Stop> {
        self.ask(&file.name)?;
        let bytes = match file.made {
            Made::Table(name) => match self.figure(name) {
                Some(figure) => figure_csv::to_text(&figure.data)?.into_bytes(),
                None => return Ok(()),
            },
            Made::AllTables => figure_csv::all_to_text(&self.plan.figures)?.into_bytes(),
            Made::Pages(sheet) | Made::Picture(_, sheet, _) => {
                let names: Vec<FigureName> = self.plan.figures.iter().map(|one| one.name).collect();
                let scenes: Vec<Scene> = names
                    .into_iter()
                    .filter_map(|name| self.scene(name, sheet))
                    .collect();
                picture::pages(&scenes)?
            }
        };
        self.save(file, &bytes)
    }

    fn save(&mut self, file: &PlannedFile, bytes: &[u8]) -> Result<(), Stop> {
        let path = self.folder.join(&file.name);
        write_whole(&path, bytes, self.replace)?;
        self.done.written.push(path);
        Ok(())
    }
}

/// The figure and sheet of a picture.
fn sheet_of(file: &PlannedFile) -> Option<(FigureName, Sheet)> {
    match file.made {
        Made::Picture(name, sheet, _) => Some((name, sheet)),
        Made::Pages(_) | Made::Table(_) | Made::AllTables => None,
    }
}

//! `counteroffer export FILE --out DIR`: figures as files.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, ValueEnum};

use super::report::{costing_problem, outcome_of, tell_of_banding};
use super::{Outcome, complain, print};
use crate::export::figure_set::{
    Existing, ExportRequest, FigureSet, FigureSetError, Format, Showing, Stop, write,
};
use crate::export::picture;
use crate::figure::FigureName;
use crate::figure::layout::paper::Paper;
use crate::figure::measure::is_combining;
use crate::figure::palette::Theme;
use crate::figure::scene::Size;
use crate::files;
use crate::scenario::{OfferId, Scenario};
use crate::units::visible::{path as shown, visible};

/// The most ids listed where an unknown one was named.
const MOST_NAMED: usize = 12;

/// What to export, and where to.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The scenario file.
    #[arg(required_unless_present = "figures")]
    file: Option<PathBuf>,
    /// The folder the files are written to; made if need be. Files there that have the name of an
    /// export are replaced, all others stay.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Figures to export, in this order, such as `cost gap`. By default those chosen in the
    /// scenario, or every figure. Several are numbered from 1; one alone keeps its number among
    /// those of the scenario, in its file's name too.
    #[arg(long = "figure", value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    figures: Vec<String>,
    /// Kinds of file.
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',', default_values_t = FormatName::ALL)]
    format: Vec<FormatName>,
    /// Sizes: a slide is 13.33 × 7.5 in, a half slide 6.67 × 7.5 in, a letter column 6.5 × 4.67 in,
    /// a square 7.5 × 7.5 in.
    #[arg(long, value_name = "SIZE", value_enum, value_delimiter = ',', default_values_t = [SizeName::Slide])]
    size: Vec<SizeName>,
    /// Colours: for white paper, a dark room, or a printer without colours.
    #[arg(long, value_name = "THEME", value_enum, value_delimiter = ',', default_values_t = [ThemeName::Light])]
    theme: Vec<ThemeName>,
    /// Dots an inch of PNG.
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(24..=1200))]
    dpi: u32,
    /// Show private offers too. The files say so in their names, on the sheet and in what they tell
    /// about themselves.
    #[arg(long)]
    with_private: bool,
    /// Leave an offer out of this export, by its id.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    without: Vec<String>,
    /// Draw one offer in colour and all others in grey, by its id. By default as chosen in the
    /// scenario.
    #[arg(long, value_name = "ID")]
    highlight: Option<String>,
    /// Give figures no number, on the sheet and in their files' names.
    #[arg(long)]
    unnumbered: bool,
    /// Give figures their numbers, also where the scenario leaves them out.
    #[arg(long, conflicts_with = "unnumbered")]
    numbered: bool,
    /// Turn the text of SVG into outlines, which no program can edit or search.
    #[arg(long, conflicts_with = "text_svg")]
    outlined_svg: bool,
    /// Keep text as text in SVG, as is usual.
    #[arg(long, hide = true)]
    text_svg: bool,
    /// One PDF with a page a figure, instead of one file a figure.
    #[arg(long)]
    one_pdf: bool,
    /// The paper of the one PDF, two figures a page.
    #[arg(long, value_name = "PAPER", value_enum, requires = "one_pdf")]
    paper: Option<PaperName>,
    /// A typeface (.ttf or .otf) for letters that neither the embedded typeface nor this system's
    /// have.
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
}

/// A paper by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PaperName {
    Letter,
    A4,
}

impl From<PaperName> for Paper {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::Letter => Self::Letter,
            PaperName::A4 => Self::A4,
        }
    }
}

/// A kind of file by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    Svg,
    Png,
    Pdf,
    Csv,
}

impl FormatName {
    const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Pdf, Self::Csv];
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Svg => Self::Svg,
            FormatName::Png => Self::Png,
            FormatName::Pdf => Self::Pdf,
            FormatName::Csv => Self::Csv,
        }
    }
}

/// A size by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SizeName {
    Slide,
    HalfSlide,
    Letter,
    Square,
}

impl From<SizeName> for Size {
    fn from(name: SizeName) -> Self {
        match name {
            SizeName::Slide => Self::Slide,
            SizeName::HalfSlide => Self::HalfSlide,
            SizeName::Letter => Self::Letter,
            SizeName::Square => Self::Square,
        }
    }
}

/// A theme by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    Grey,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
            ThemeName::Grey => Self::Grey,
        }
    }
}

/// The file and the figures asked for. The file may stand after the figures, as in `--figure cost gap FILE`: it is
/// what has no figure's name.
fn asked(arguments: &ExportArguments) -> Result<(PathBuf, Vec<FigureName>), clap::Error> {
    let mut file = arguments.file.clone();
    let mut figures = Vec::new();
    for (at, name) in arguments.figures.iter().enumerate() {
        match figure_named(name) {
            Ok(figure) if figures.contains(&figure) => {}
            Ok(figure) => figures.push(figure),
            Err(_) if file.is_none() && at > 0 => file = Some(PathBuf::from(name)),
            Err(why) => {
                let told = format!("invalid value '{}' for '--figure': {why}\n", visible(name));
                return Err(clap::Error::raw(ErrorKind::InvalidValue, told));
            }
        }
    }
    let missing = || {
        let told = "the scenario file is missing; name it first, or after the figures\n";
        clap::Error::raw(ErrorKind::MissingRequiredArgument, told)
    };
    Ok((file.ok_or_else(missing)?, figures))
}

fn figure_named(name: &str) -> Result<FigureName, String> {
    let found = FigureName::ALL.into_iter().find(|one| one.key() == name);
    found.ok_or_else(|| {
        let all: Vec<&str> = FigureName::ALL.iter().map(|one| one.key()).collect();
        format!("the figures are {}", all.join(", "))
    })
}

/// Writes the figures and prints the name of each file. Notes go to standard error.
pub fn run(arguments: &ExportArguments) -> Outcome {
    let (file, figures) = match asked(arguments) {
        Ok(asked) => asked,
        Err(error) => error.exit(),
    };
    let name = shown(&file);
    let opened = match files::open(&file) {
        Ok(opened) => opened,
        Err(error) => {
            complain(&error.to_string());
            return outcome_of(&error);
        }
    };
    if let Some(reason) = &opened.read_only {
        complain(&format!("{name}, note: {reason}"));
    }
    for warning in &opened.warnings {
        complain(&format!("{name}, note, {warning}"));
    }
    if opened.table.is_changed() {
        return Outcome::File;
    }
    if arguments.format.contains(&FormatName::Png)
        && let Some(too_fine) = too_fine(arguments)
    {
        complain(&too_fine);
        return Outcome::File;
    }
    if let Some(font) = &arguments.font
        && let Err(why) = picture::use_file(font)
    {
        complain(&why);
        return Outcome::File;
    }
    let without: Vec<OfferId> = arguments.without.iter().cloned().map(OfferId).collect();
    let highlight = arguments.highlight.clone().map(OfferId);
    let showing = Showing {
        with_private: arguments.with_private,
        without: &without,
        highlight: highlight.as_ref(),
        numbered: (arguments.numbered || arguments.unnumbered).then_some(arguments.numbered),
    };
    if let Err(why) = offers_are_there(&opened.scenario, showing) {
        complain(&format!("{name}: {why}"));
        return Outcome::File;
    }
    if arguments.one_pdf && !arguments.format.contains(&FormatName::Pdf) {
        complain("note: --one-pdf makes a PDF, and --format leaves PDF out: there is none");
    }
    let mut set = match FigureSet::showing(&opened.scenario, showing) {
        Ok(set) => set,
        Err(FigureSetError::Costing { why, .. }) => {
            let problem = costing_problem(Some(&file), &opened.scenario, &why);
            complain(&format!("{name}, {problem}"));
            return Outcome::File;
        }
        Err(error) => {
            complain(&error.to_string());
            return Outcome::File;
        }
    };
    if let Some(banding) = &set.banding {
        tell_of_banding(&name.to_string(), banding, &opened.scenario);
    }
    if figures.len() > 1 {
        set.number_in(&figures);
    }
    let plan = set.plan(&request(arguments, (&file, figures), &set));
    if !plan.left_out.is_empty() {
        let names = plan.left_out.join(", ");
        complain(&format!(
            "{name}, note: left out as private: {names}; --with-private shows them too"
        ));
    }
    // Where no offer is shared, that is the one reason for all.
    let reasons = if plan.files.is_empty() && !plan.left_out.is_empty() {
        &[]
    } else {
        plan.empty.as_slice()
    };
    for (figure, why) in reasons {
        complain(&format!(
            "{name}, note: left out: {}. {why}",
            figure.title()
        ));
    }
    if plan.files.is_empty() {
        complain(&format!(
            "{name}: there is nothing to draw; nothing was written"
        ));
        return Outcome::File;
    }
    let there = plan.existing(&arguments.out);
    let given: Vec<&Path> = [Some(&file), arguments.font.as_ref()]
        .into_iter()
        .flatten()
        .map(PathBuf::as_path)
        .collect();
    for file in &there {
        if let Err(error) = files::is_not_given(file, &given) {
            complain(&error.to_string());
            return outcome_of(&error);
        }
    }
    let done = write(&plan, &arguments.out, Existing::Replace, &mut |_| true);
    let replaced = done.written.iter().filter(|file| there.contains(file));
    if let more @ 1.. = replaced.count() {
        let files = if more == 1 { "file" } else { "files" };
        complain(&format!(
            "note: {more} {files} of an earlier export in {} replaced",
            shown(&arguments.out)
        ));
    }
    if !done.replaced.is_empty() {
        let lacking: Vec<String> = done.replaced.iter().copied().map(told).collect();
        complain(&format!(
            "{name}, note: no typeface of this system draws {}; name one that does with --font FILE",
            lacking.join(", ")
        ));
    }
    let printed = print(&listed(&done.written));
    for (file, why) in &done.failed {
        complain(&format!("{file} wasn't written: {why}"));
    }
    match done.stop {
        None if !done.failed.is_empty() => Outcome::Machine,
        None => printed,
        Some(stop) => {
            complain(&stop.to_string());
            outcome_of_stop(&stop)
        }
    }
}

/// Whether the offers named are there, and the one to be highlighted is shown.
fn offers_are_there(scenario: &Scenario, showing: Showing<'_>) -> Result<(), String> {
    let mut named = showing.without.iter().chain(showing.highlight);
    if let Some(unknown) = named.find(|id| scenario.offer(id).is_none()) {
        let all = scenario.offers.iter().map(|offer| offer.id.0.as_str());
        let mut ids: Vec<&str> = all.take(MOST_NAMED).collect();
        if scenario.offers.len() > ids.len() {
            ids.push("\u{2026}");
        }
        return Err(match ids.as_slice() {
            [] => format!("no offer has the id \"{unknown}\"; there are no offers"),
            ids => format!(
                "no offer has the id \"{unknown}\"; the ids are {}",
                ids.join(", ")
            ),
        });
    }
    let Some(id) = showing.highlight else {
        return Ok(());
    };
    if showing.without.contains(id) {
        return Err(format!(
            "--without leaves out the offer \"{id}\"; highlight one that is shown"
        ));
    }
    let private = scenario.offer(id).is_some_and(|offer| !offer.shared);
    if private && !showing.with_private {
        return Err(format!(
            "the offer \"{id}\" is private; highlight another, or show private ones too by --with-private"
        ));
    }
    Ok(())
}

/// That a size isn't drawn at the resolution asked for, where it would take too much memory.
fn too_fine(arguments: &ExportArguments) -> Option<String> {
    let sizes = arguments.size.iter().map(|size| Size::from(*size));
    let size = sizes.min_by_key(|size| picture::most_dpi(*size))?;
    let most = picture::most_dpi(size);
    (arguments.dpi > most).then(|| {
        format!(
            "a PNG of the size {} is drawn at no more than {most} dots an inch; {} would take a gigabyte of \
             memory. Name a lower --dpi, another --size, or --format pdf, which is sharp at any size",
            size.key(),
            arguments.dpi
        )
    })
}

/// A character that can't be drawn, so that it is seen: a mark is shown on a circle.
fn told(char: char) -> String {
    let code = u32::from(char);
    if is_combining(char) {
        format!("\u{25cc}{char} (U+{code:04X}, left away)")
    } else {
        let why = picture::only_in_colour(char).map_or_else(String::new, |family| {
            format!(": {family} has it as a coloured picture only, and pictures hold outlines")
        });
        format!("{char} (U+{code:04X}, a box stands there{why})")
    }
}

fn request(
    arguments: &ExportArguments,
    (file, asked): (&Path, Vec<FigureName>),
    set: &FigureSet,
) -> ExportRequest {
    let figures = if asked.is_empty() {
        set.chosen.clone()
    } else {
        asked
    };
    let called = file.file_stem();
    ExportRequest {
        called: called.map(|name| name.to_string_lossy().into_owned()),
        figures,
        formats: arguments.format.iter().map(|one| (*one).into()).collect(),
        sizes: arguments.size.iter().map(|one| (*one).into()).collect(),
        themes: arguments.theme.iter().map(|one| (*one).into()).collect(),
        dpi: arguments.dpi,
        text_svg: !arguments.outlined_svg,
        one_pdf: arguments.one_pdf,
        paper: arguments.paper.map(Into::into),
        with_private: arguments.with_private,
    }
}

fn listed(files: &[impl AsRef<Path>]) -> String {
    let mut lines = String::new();
    for file in files {
        lines.push_str(&format!("{}\n", shown(file.as_ref())));
    }
    lines
}

/// What stands in the way by name, as a file where a folder belongs, is put right about that file; a full or
/// failing disk is the machine's.
fn outcome_of_stop(stop: &Stop) -> Outcome {
    match stop {
        Stop::File(error) => outcome_of(error),
        Stop::There(_) => Outcome::File,
        Stop::Cancelled => Outcome::Machine,
    }
}

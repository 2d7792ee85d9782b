//! The command line: one command, its output, an exit code.
//!
//! Exit codes are a contract: 0 fine, 1 the file, 2 usage, 3 the machine.

mod check;
mod export;
mod generate;
mod import;
mod report;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::units::visible::{visible, visible_lines};
use clap::{Parser, Subcommand, ValueEnum};

/// The program's arguments.
#[derive(Debug, Parser)]
#[command(
    name = "counteroffer",
    version,
    about = "What an offer costs, what lies between two offers, and what it means for one employee's pay",
    after_help = "Without a command, `counteroffer [FILE]` opens the window.\n\nExit codes: 0 fine, 1 something is wrong with a file, 2 wrong usage, 3 something is wrong with the machine.",
    arg_required_else_help = true
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print every figure of a scenario.
    Report {
        /// The scenario file; without one, the example in the program.
        file: Option<PathBuf>,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Only what the other side may see: shared offers, no notes.
        #[arg(long)]
        shared: bool,
        /// Tell the cost of delay month by month to the last day compared, not for the first year only.
        #[arg(long)]
        delay_to_horizon: bool,
        /// Show figures of fewer than ten employees too.
        #[arg(long)]
        with_small_cells: bool,
    },
    /// Write charts and tables of a scenario as pictures and values, ready to print or show. Offers
    /// that aren't shared stay out.
    Export(export::ExportArguments),
    /// Look scenario files over and list what is wrong or doubtful in them.
    Check {
        /// The scenario files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Make up a roster, and the profile that maps its columns.
    Generate(generate::GenerateArguments),
    /// Replace a scenario's workforce by a payroll's extract. Names and employee numbers are never kept.
    Import(import::ImportArguments),
}

/// How a report is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One object, for other programs.
    Json,
    /// A row a figure, for spreadsheets.
    Csv,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: fine.
    Fine,
    /// 1: something is wrong with a file.
    File,
    /// 3: something is wrong with the machine.
    Machine,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::File => 1,
            Outcome::Machine => 3,
        })
    }
}

/// Runs the program's arguments; wrong usage is told and ends with 2.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and version go to standard output and are fine; wrong usage is neither.
            let code = if told.use_stderr() { 2 } else { 0 };
            if code == 0 {
                let _ = told.print();
            } else {
                let words = visible_lines(&in_sight(told).render().to_string());
                let _ = io::stderr().write_all(words.as_bytes());
            }
            return ExitCode::from(code);
        }
    };
    match arguments.command {
        Command::Report {
            file,
            format,
            shared,
            delay_to_horizon,
            with_small_cells,
        } => {
            let showing = report::Showing {
                shared,
                delay_to_horizon,
                with_small_cells,
            };
            report::run(file.as_deref(), format, showing)
        }
        Command::Export(arguments) => export::run(&arguments),
        Command::Check { files } => check::run(&files),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
    }
    .into()
}

/// The same complaint with nothing hidden in it: what was typed is in it, and must not forge lines or colours.
fn in_sight(told: clap::Error) -> clap::Error {
    let typed = std::env::args_os().map(|one| visible(&one.to_string_lossy()));
    Arguments::try_parse_from(typed).err().unwrap_or(told)
}

/// Prints to standard output. A reader that has seen enough and closed the pipe is fine.
fn print(text: &str) -> Outcome {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Outcome::Fine,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Fine,
        Err(error) => {
            complain(&format!(
                "the output can't be written: {}; send it elsewhere, or make room",
                error.kind()
            ));
            Outcome::Machine
        }
    }
}

/// Prints a message to standard error; when that fails there is nobody left to tell.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "counteroffer: {}", visible(message));
}

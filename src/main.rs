//! Starts the program; everything is in the library.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory;
use counteroffer::cli::{self, Arguments};

fn main() -> ExitCode {
    counteroffer::files::keeping::core_dump::forbid();
    match file_for_the_window() {
        Some(file) => counteroffer::ui::app::start::run(file),
        None => cli::run(),
    }
}

/// The window opens without arguments, or with one that is a file: not an option, not a command.
fn file_for_the_window() -> Option<Option<PathBuf>> {
    let mut arguments = std::env::args_os().skip(1);
    let (first, more) = (arguments.next(), arguments.next());
    match (first, more) {
        (None, _) => Some(None),
        (Some(first), None) => {
            let commands = Arguments::command();
            let is_command = first == "help"
                || commands
                    .get_subcommands()
                    .any(|one| first == one.get_name());
            let is_option = first.to_string_lossy().starts_with('-');
            (!is_command && !is_option).then(|| Some(PathBuf::from(first)))
        }
        (Some(_), Some(_)) => None,
    }
}

//! Other programs: this test program, started again with a task.

use std::io::{BufRead, BufReader, Lines, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// Where a program finds its task: a word, the data folder, the document.
const TASK: &str = "COUNTEROFFER_KEEPING_TASK";

/// A task for a program.
pub struct Task {
    pub what: String,
    pub data: PathBuf,
    pub document: PathBuf,
}

/// The task of this program, if it has one.
pub fn task() -> Option<Task> {
    let task = std::env::var(TASK).ok()?;
    let [what, data, document] = task.split('\n').collect::<Vec<_>>()[..] else {
        panic!("{task}");
    };
    Some(Task {
        what: what.to_owned(),
        data: data.into(),
        document: document.into(),
    })
}

/// A program at its task.
pub struct Program {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

/// How a program ended.
pub struct End {
    /// The lines it wrote since the last one waited for.
    pub lines: Vec<String>,
    pub errors: String,
    pub code: Option<i32>,
}

impl Program {
    /// Starts the test of this name with a task.
    pub fn start(test: &str, what: &str, data: &Path, document: &Path) -> Self {
        let task = format!("{what}\n{}\n{}", data.display(), document.display());
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(TASK, task)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it has written a line.
    pub fn wait_for(&mut self, line: &str) {
        let found = self.lines.any(|written| written.unwrap() == line);
        assert!(found, "it ended before it wrote {line}");
    }

    /// Kills it at once.
    pub fn kill(mut self) -> End {
        self.child.kill().unwrap();
        let end = self.end();
        assert_eq!(end.code, None, "it ended by itself: {}", end.errors);
        end
    }

    /// Waits for its end.
    pub fn end(mut self) -> End {
        let lines = self.lines.map(Result::unwrap).collect();
        let mut errors = String::new();
        let mut stderr = self.child.stderr.take().unwrap();
        stderr.read_to_string(&mut errors).unwrap();
        let code = self.child.wait().unwrap().code();
        End {
            lines,
            errors,
            code,
        }
    }
}

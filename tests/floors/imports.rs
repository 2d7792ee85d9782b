//! Which file of the library imports which: every `use`, with its braces taken apart and re-exports followed,
//! and every path written out in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A module by its path from the root of the library.
pub type Module = Vec<String>;

/// The imports of the library's files.
pub struct Imports {
    /// Each file with those it uses, its own ancestors and descendants left out: a parent and its own children
    /// are one.
    uses: BTreeMap<Module, BTreeSet<Module>>,
}

impl Imports {
    pub fn of_the_library() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts = BTreeMap::new();
        read(&root, &mut Vec::new(), &mut texts);
        assert!(texts.len() > 100, "the sources weren\u{2019}t found");
        let mut paths: BTreeMap<Module, Vec<Module>> = BTreeMap::new();
        let mut handed_on: BTreeMap<Module, Vec<Module>> = BTreeMap::new();
        for (module, text) in &texts {
            for (path, public) in paths_in(text) {
                let Some(path) = absolute(module, &path, &texts) else {
                    continue;
                };
                if public {
                    handed_on
                        .entry(module.clone())
                        .or_default()
                        .push(path.clone());
                }
                paths.entry(module.clone()).or_default().push(path);
            }
        }
        let mut uses = BTreeMap::new();
        for (module, paths) in paths {
            let to: BTreeSet<Module> = paths
                .iter()
                .filter_map(|path| home(path, &texts, &handed_on, 0))
                .filter(|to| !to.starts_with(&module) && !module.starts_with(to))
                .collect();
            uses.insert(module, to);
        }
        Self { uses }
    }

    /// Each file with each it uses.
    pub fn arrows(&self) -> impl Iterator<Item = (&Module, &Module)> {
        let uses = self.uses.iter();
        uses.flat_map(|(from, to)| to.iter().map(move |to| (from, to)))
    }

    /// Groups of files of which each reaches each other.
    pub fn circles(&self) -> Vec<Vec<Module>> {
        let reach: BTreeMap<&Module, BTreeSet<&Module>> = self
            .uses
            .keys()
            .map(|from| (from, self.reached(from)))
            .collect();
        let mut circles: Vec<Vec<Module>> = Vec::new();
        for (from, reached) in &reach {
            let members = reached.iter().filter(|to| {
                let back = reach.get(**to);
                back.is_some_and(|back| back.contains(*from))
            });
            let circle: BTreeSet<Module> = members.map(|to| (**to).clone()).collect();
            let circle: Vec<Module> = circle.into_iter().collect();
            if !circle.is_empty() && !circles.contains(&circle) {
                circles.push(circle);
            }
        }
        circles
    }

    fn reached(&self, from: &Module) -> BTreeSet<&Module> {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&Module> = self.uses.get(from).into_iter().flatten().collect();
        while let Some(module) = next.pop() {
            if seen.insert(module) {
                next.extend(self.uses.get(module).into_iter().flatten());
            }
        }
        seen
    }
}

fn read(folder: &Path, module: &mut Module, texts: &mut BTreeMap<Module, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name == "tests" {
            continue;
        }
        if path.is_dir() {
            module.push(name);
            read(&path, module, texts);
            module.pop();
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let mut own = module.clone();
            if !["mod", "lib", "main"].contains(&name.as_str()) {
                own.push(name);
            }
            if !own.is_empty() {
                let text = std::fs::read_to_string(&path).unwrap();
                texts.insert(own, super::code(&text));
            }
        }
    }
}

/// Every path in a text, and whether it is handed on by a `pub use`.
fn paths_in(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut rest = String::new();
    for statement in text.split_inclusive(';') {
        let start = statement.rfind("use ").filter(|at| {
            let before = statement[..*at].trim_end();
            before.is_empty() || before.ends_with(['\n', '}', '{', ';', ')', ']']) || {
                let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
                word.starts_with("pub")
            }
        });
        let Some(start) = start.filter(|_| statement.ends_with(';')) else {
            rest.push_str(statement);
            continue;
        };
        rest.push_str(&statement[..start]);
        let before = statement[..start].trim_end();
        let line = before.rsplit('\n').next().unwrap_or("");
        let public = line.trim_start().starts_with("pub");
        let body = statement[start + 4..].trim_end_matches(';');
        for path in apart(body) {
            found.push((path, public));
        }
    }
    for root in ["crate::", "super::"] {
        for (at, _) in rest.match_indices(root) {
            let before = rest[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let path: String = rest[at..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':')
                .collect();
            found.push((path.trim_end_matches(':').to_owned(), false));
        }
    }
    found
}

/// The single paths of an import with braces.
fn apart(path: &str) -> Vec<String> {
    let path = path.trim();
    let Some(open) = path.find('{') else {
        let plain = path.split(" as ").next().unwrap_or(path);
        return vec![plain.trim().to_owned()];
    };
    let close = path.rfind('}').unwrap_or(path.len());
    let (before, inner) = (&path[..open], &path[open + 1..close]);
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in inner.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| apart(part))
        .map(|part| format!("{before}{part}"))
        .collect()
}

fn owned(parts: &[&str]) -> Module {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

/// A path from the root of the library; none where it leads out of it.
fn absolute(module: &Module, path: &str, texts: &BTreeMap<Module, String>) -> Option<Module> {
    let segments: Vec<&str> = path.split("::").map(str::trim).collect();
    let (first, rest) = segments.split_first()?;
    match *first {
        "crate" => Some(owned(rest)),
        "self" => Some(module.iter().cloned().chain(owned(rest)).collect()),
        "super" => {
            let ups = segments.iter().take_while(|one| **one == "super").count();
            let base = module.get(..module.len().checked_sub(ups)?)?;
            let rest = segments.get(ups..)?;
            Some(base.iter().cloned().chain(owned(rest)).collect())
        }
        _ => {
            let mut child = module.clone();
            child.push((*first).to_owned());
            let is_child = texts.contains_key(&child);
            is_child.then(|| module.iter().cloned().chain(owned(&segments)).collect())
        }
    }
}

/// The file in which what a path names is at home.
fn home(
    path: &Module,
    texts: &BTreeMap<Module, String>,
    handed_on: &BTreeMap<Module, Vec<Module>>,
    depth: usize,
) -> Option<Module> {
    let length = (1..=path.len())
        .rev()
        .find(|length| texts.contains_key(&path[..*length]))?;
    let module = path[..length].to_vec();
    let from = path.get(length).filter(|_| depth < 6);
    let further = from.and_then(|name| {
        let handed_on = handed_on.get(&module)?;
        let target = handed_on
            .iter()
            .find(|target| target.last() == Some(name))?;
        (target != path).then_some(target)
    });
    match further {
        Some(target) => home(target, texts, handed_on, depth + 1).or(Some(module)),
        None => Some(module),
    }
}

#[test]
fn imports_are_read_with_their_braces() {
    let text = "pub use crate::a::{b, c::{d, e as f}};\nuse super::g;\nfn h() { crate::i::j(); }";
    let found = paths_in(text);
    let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "crate::a::b",
            "crate::a::c::d",
            "crate::a::c::e",
            "super::g",
            "crate::i::j"
        ]
    );
    assert!(found[0].1 && !found[3].1);
}

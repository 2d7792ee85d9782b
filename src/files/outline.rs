//! Where everything is in a scenario file, in whatever state it is: entries, their names, and the
//! first place where brackets, commas or names don't fit together.

mod find;
mod marks;
mod scan;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::tokens::Bracket;
use marks::Marks;

pub(super) use find::Name;

/// Stands for "no node".
const NONE: u32 = u32::MAX;

/// The number of an entry.
pub(super) type NodeId = u32;

/// One value of the file, with its name where it has one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// Where the value starts, a byte offset.
    pub(super) start: usize,
    /// Where it ends, exclusive.
    pub(super) end: usize,
    /// Where its name starts and ends.
    pub(super) key: Option<(usize, usize)>,
    /// Its brackets, if it has any.
    pub(super) bracket: Option<Bracket>,
    /// Where its opening bracket is.
    opened: usize,
    /// Its position among its siblings, from 0.
    index: usize,
    parent: NodeId,
    first: NodeId,
    last: NodeId,
    next: NodeId,
}

/// What doesn't fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Two entries without a comma between them.
    MissingComma,
    /// A name without a colon after it.
    MissingColon,
    /// A name with nothing after its colon.
    MissingValue {
        /// Where the name ends.
        end: usize,
    },
    /// A name after a name, each with its colon.
    TwoNames,
    /// A comma or a colon with nothing before it.
    ExtraMark,
    /// An entry without a name among named ones; the entry around it opens at `opened`.
    Unnamed {
        /// Byte offset of the bracket around it.
        opened: usize,
    },
    /// A name in quotes.
    QuotedName,
    /// A closing bracket that doesn't fit the one opened last.
    Mismatch {
        /// Byte offset of the bracket opened last.
        opened: usize,
    },
    /// A quote that isn't closed where it should be.
    OpenQuote,
    /// Something after the end of the scenario.
    Trailing,
}

/// How a file ends before its brackets are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenEnd {
    /// Inside a bracket opened at this byte offset.
    Bracket(usize),
    /// Inside a text that starts at this byte offset.
    Text(usize),
    /// Inside a comment.
    Comment,
}

/// The outline of a text.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    pub(super) text: &'t str,
    /// The first thing that doesn't fit, and where, a byte offset.
    pub(super) fault: Option<(usize, Fault)>,
    /// How the text breaks off, if it does.
    pub(super) open_end: Option<OpenEnd>,
    /// Whether the text holds comments.
    pub(super) has_comments: bool,
    nodes: Vec<Node>,
    /// Lines and columns here and there in the text, so that a place is found without going through
    /// all of it; made at the first question.
    marks: OnceCell<Marks>,
    /// The entries of lists asked for by number, so that a thousand questions don't walk a long list
    /// a thousand times.
    lists: RefCell<HashMap<NodeId, Rc<[NodeId]>>>,
}

impl<'t> Outline<'t> {
    /// Outlines a text. Never fails.
    pub(super) fn new(text: &'t str) -> Self {
        scan::outline(text)
    }

    /// Every entry, in the text's order.
    pub(super) fn all(&self) -> impl Iterator<Item = NodeId> {
        let end = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        1..end
    }

    /// An entry of a list by its number, from 0.
    fn nth_child(&self, list: NodeId, index: usize) -> Option<NodeId> {
        let mut lists = self.lists.borrow_mut();
        let entries = lists
            .entry(list)
            .or_insert_with(|| self.children(list).collect());
        entries.get(index).copied()
    }

    /// A node by its number.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    /// The scenario itself: the first value of the file.
    pub(super) fn whole(&self) -> Option<NodeId> {
        self.first_child(0)
    }

    /// A node's first child.
    pub(super) fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).map(|n| n.first).filter(|n| *n != NONE)
    }

    /// The next child of the same parent.
    pub(super) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).map(|n| n.next).filter(|n| *n != NONE)
    }

    /// The entry around a node; none for the scenario itself.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)
            .map(|n| n.parent)
            .filter(|n| *n != NONE && *n != 0)
    }

    /// A node's children, in order.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.first_child(id), |child| self.next_sibling(*child))
    }

    /// A stretch of the text; empty where it is out of bounds.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }

    /// A node's name in the file.
    pub(super) fn key(&self, id: NodeId) -> Option<&'t str> {
        let (start, end) = self.node(id)?.key?;
        let key = self.slice(start, end);
        Some(key.strip_prefix("r#").unwrap_or(key))
    }

    /// A node's own text.
    pub(super) fn value(&self, id: NodeId) -> &'t str {
        self.node(id).map_or("", |n| self.slice(n.start, n.end))
    }

    /// The name before a node's bracket, such as `Percent` in `Percent(6.5)`; empty if none.
    pub(super) fn tag(&self, id: NodeId) -> &'t str {
        self.node(id)
            .filter(|n| n.bracket.is_some())
            .map_or("", |n| self.slice(n.start, n.opened).trim())
    }
}

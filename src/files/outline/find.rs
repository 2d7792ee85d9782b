//! From a place in words of the program to a place in the file, and back.

use super::super::tokens::Bracket;
use super::marks::{Marks, Position};
use super::{NodeId, Outline};

/// One step from the whole scenario inwards, by the words of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Name<'t> {
    /// A named entry.
    Field(&'t str),
    /// An entry of a list, from 0.
    Index(usize),
}

impl<'t> Outline<'t> {
    /// The line and column of a byte offset.
    pub(in super::super) fn position(&self, offset: usize) -> Position {
        self.marks
            .get_or_init(|| Marks::of(self.text))
            .position(self.text, offset)
    }

    /// The byte offset of a line and column, both from 1; the text's end where it has no such place.
    pub(in super::super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self
            .text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum::<usize>();
        let rest = self.text.get(start..).unwrap_or("");
        let in_line = rest
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(rest.len(), |(at, _)| at);
        start + in_line
    }

    /// The innermost entry on the way to a place, and whether it is the place itself.
    pub(in super::super) fn resolve(&self, place: &[Name<'_>]) -> Option<(NodeId, bool)> {
        let mut node = self.whole()?;
        for step in place {
            match self.child(node, *step) {
                Some(child) => node = child,
                None => return Some((node, false)),
            }
        }
        Some((node, true))
    }

    /// One step inwards. The brackets of a choice, as in `Groups([…])`, are no step.
    fn child(&self, mut node: NodeId, step: Name<'_>) -> Option<NodeId> {
        loop {
            let in_list = self.node(node)?.bracket == Some(Bracket::Square);
            let found = match step {
                Name::Field(name) => self.children(node).find(|c| self.key(*c) == Some(name)),
                Name::Index(index) if in_list => self.nth_child(node, index),
                Name::Index(_) => None,
            };
            if found.is_some() {
                return found;
            }
            node = self.only_child(node)?;
        }
    }

    /// The one nameless entry in round brackets, as in `Some(…)` and `Percent(…)`.
    fn only_child(&self, node: NodeId) -> Option<NodeId> {
        let child = self.first_child(node)?;
        let alone = self.next_sibling(child).is_none() && self.key(child).is_none();
        (self.node(node)?.bracket == Some(Bracket::Round) && alone).then_some(child)
    }

    /// The innermost entry a byte offset lies in.
    pub(in super::super) fn innermost(&self, offset: usize) -> Option<NodeId> {
        let mut node = self.whole()?;
        while let Some(child) = self.children(node).find(|child| {
            self.node(*child)
                .is_some_and(|n| n.start <= offset && offset < n.end)
        }) {
            node = child;
        }
        Some(node)
    }

    /// The last entry without entries of its own that starts before a byte offset.
    pub(in super::super) fn leaf_before(&self, offset: usize) -> Option<NodeId> {
        let mut node = self.whole()?;
        while let Some(child) = self
            .children(node)
            .take_while(|child| self.node(*child).is_some_and(|n| n.start < offset))
            .last()
        {
            node = child;
        }
        Some(node)
    }

    /// The steps from the whole scenario to an entry.
    pub(in super::super) fn path(&self, node: NodeId) -> Vec<Name<'t>> {
        let mut steps = Vec::new();
        let mut at = node;
        while let Some(parent) = self.parent(at) {
            let in_list = self
                .node(parent)
                .is_some_and(|n| n.bracket == Some(Bracket::Square));
            if let Some(key) = self.key(at) {
                steps.push(Name::Field(key));
            } else if in_list {
                steps.push(Name::Index(self.node(at).map_or(0, |n| n.index)));
            }
            at = parent;
        }
        steps.reverse();
        steps
    }
}

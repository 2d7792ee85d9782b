//! One walk through the tokens, noting entries and the first thing that doesn't fit.

use std::cell::{OnceCell, RefCell};

use super::super::tokens::{Bracket, Kind, Token, Tokens};
use super::{Fault, NONE, Node, NodeId, OpenEnd, Outline};

/// Nesting followed; ron refuses a file long before it.
const DEEPEST: usize = 256;
/// Entries noted, so that a hostile file can't fill the memory.
const MOST_NODES: usize = 2_000_000;

/// What may come next inside a bracket.
#[derive(Debug, Clone, Copy)]
enum Next {
    /// An entry, or the end of the bracket.
    Entry,
    /// The value of this name.
    Value { key: (usize, usize) },
    /// A comma, or the end of the bracket; the entry before is this one.
    Comma { before: NodeId },
}

struct Scan<'t> {
    outline: Outline<'t>,
    tokens: Tokens<'t>,
    /// The brackets open, outermost first.
    open: Vec<(NodeId, Bracket, usize)>,
    next: Vec<Next>,
}

/// Outlines a text; where it is deeper or longer than anyone would write, only its beginning.
pub(super) fn outline(text: &str) -> Outline<'_> {
    let root = Node {
        start: 0,
        end: text.len(),
        key: None,
        bracket: None,
        opened: 0,
        index: 0,
        parent: NONE,
        first: NONE,
        last: NONE,
        next: NONE,
    };
    let mut scan = Scan {
        outline: Outline {
            text,
            fault: None,
            open_end: None,
            has_comments: false,
            nodes: vec![root],
            marks: OnceCell::new(),
            lists: RefCell::default(),
        },
        tokens: Tokens::new(text),
        open: Vec::new(),
        next: vec![Next::Entry],
    };
    scan.run();
    scan.outline.has_comments = scan.tokens.saw_comment;
    scan.outline
}

impl Scan<'_> {
    fn run(&mut self) {
        while self.open.len() < DEEPEST && self.outline.nodes.len() < MOST_NODES {
            let token = self.tokens.next();
            match token.kind {
                Kind::End { in_comment } => return self.end(in_comment),
                Kind::Close(bracket) => self.close(bracket, token),
                Kind::Comma => self.comma(token),
                Kind::Colon => self.colon(token),
                Kind::Open(bracket) => {
                    let node = self.value(token);
                    self.enter(node, bracket, token.start);
                }
                Kind::Text { closed } => {
                    self.value(token);
                    if !closed {
                        self.outline.open_end = Some(OpenEnd::Text(token.start));
                    }
                }
                Kind::Bare => self.bare(token),
            }
        }
    }

    fn state(&self) -> Next {
        self.next.last().copied().unwrap_or(Next::Entry)
    }

    fn set(&mut self, next: Next) {
        if let Some(state) = self.next.last_mut() {
            *state = next;
        }
    }

    fn fault(&mut self, at: usize, fault: Fault) {
        self.outline.fault.get_or_insert((at, fault));
    }

    /// A word: the name of an entry, the name before a bracket, or a value.
    fn bare(&mut self, token: Token) {
        let following = self.tokens.peek();
        let starts_entry = !matches!(self.state(), Next::Value { .. });
        if starts_entry && following.kind == Kind::Colon && !self.open.is_empty() {
            if let Next::Comma { before } = self.state() {
                self.missing_comma(before, token);
            }
            self.tokens.next();
            self.set(Next::Value {
                key: (token.start, token.end),
            });
            return;
        }
        let node = self.value(token);
        if let Kind::Open(bracket) = following.kind {
            let open = self.tokens.next();
            self.enter(node, bracket, open.start);
        }
    }

    /// Adds a value that starts with this token.
    fn value(&mut self, token: Token) -> NodeId {
        let mut key = None;
        match self.state() {
            Next::Value { key: named } => key = Some(named),
            Next::Comma { before } => self.missing_comma(before, token),
            Next::Entry => self.first_of_entry(token),
        }
        let parent = self.open.last().map_or(0, |(node, _, _)| *node);
        let node = self.add(parent, key, token);
        self.set(Next::Comma { before: node });
        node
    }

    /// Faults a nameless entry among named ones.
    fn first_of_entry(&mut self, token: Token) {
        let Some((parent, Bracket::Round, opened)) = self.open.last().copied() else {
            return;
        };
        let named = self
            .outline
            .first_child(parent)
            .and_then(|first| self.outline.node(first))
            .is_some_and(|first| first.key.is_some());
        let quoted_name =
            matches!(token.kind, Kind::Text { .. }) && self.tokens.peek().kind == Kind::Colon;
        let before_value = token.kind == Kind::Bare
            && matches!(self.tokens.peek().kind, Kind::Bare | Kind::Text { .. });
        if quoted_name {
            self.fault(token.start, Fault::QuotedName);
        } else if named && before_value {
            self.fault(token.end, Fault::MissingColon);
        } else if named {
            self.fault(token.start, Fault::Unnamed { opened });
        }
    }

    /// Two things stand side by side: says which mark between them is missing.
    fn missing_comma(&mut self, before: NodeId, token: Token) {
        let Some(node) = self.outline.node(before).copied() else {
            return self.fault(token.start, Fault::MissingComma);
        };
        if self.open.is_empty() {
            return self.fault(token.start, Fault::Trailing);
        }
        let value = self.outline.slice(node.start, node.end);
        let is_name = node.key.is_none()
            && node.bracket.is_none()
            && value.starts_with(|c: char| c.is_ascii_alphabetic());
        let spans_lines = value.starts_with('"') && value.contains('\n');
        if spans_lines && token.start == node.end {
            self.fault(node.start, Fault::OpenQuote);
        } else if is_name && !matches!(token.kind, Kind::Open(_)) {
            self.fault(node.end, Fault::MissingColon);
        } else {
            self.fault(node.end, Fault::MissingComma);
        }
    }

    fn add(&mut self, parent: NodeId, key: Option<(usize, usize)>, token: Token) -> NodeId {
        let nodes = &mut self.outline.nodes;
        let id = u32::try_from(nodes.len()).unwrap_or(NONE);
        let last = nodes.get(parent as usize).map_or(NONE, |n| n.last);
        let index = nodes.get(last as usize).map_or(0, |n| n.index + 1);
        nodes.push(Node {
            start: token.start,
            end: token.end,
            key,
            bracket: None,
            opened: token.start,
            index,
            parent,
            first: NONE,
            last: NONE,
            next: NONE,
        });
        if let Some(last) = nodes.get_mut(last as usize) {
            last.next = id;
        }
        if let Some(parent) = nodes.get_mut(parent as usize) {
            if parent.first == NONE {
                parent.first = id;
            }
            parent.last = id;
        }
        id
    }

    fn enter(&mut self, node: NodeId, bracket: Bracket, opened: usize) {
        if let Some(node) = self.outline.nodes.get_mut(node as usize) {
            node.bracket = Some(bracket);
            node.opened = opened;
            // Until it is closed, it reaches to the end.
            node.end = self.outline.text.len();
        }
        self.open.push((node, bracket, opened));
        self.next.push(Next::Entry);
    }

    fn close(&mut self, bracket: Bracket, token: Token) {
        if let Next::Value { key } = self.state() {
            self.fault(key.0, Fault::MissingValue { end: key.1 });
        }
        let fits = self.open.iter().rposition(|(_, open, _)| *open == bracket);
        let Some(depth) = fits else {
            let fault =
                self.open
                    .last()
                    .map_or(Fault::Trailing, |(_, _, opened)| Fault::Mismatch {
                        opened: *opened,
                    });
            return self.fault(token.start, fault);
        };
        if let Some((_, _, opened)) = self.open.last().filter(|_| depth + 1 < self.open.len()) {
            let opened = *opened;
            self.fault(token.start, Fault::Mismatch { opened });
        }
        while self.open.len() > depth {
            if let Some((node, _, _)) = self.open.pop()
                && let Some(node) = self.outline.nodes.get_mut(node as usize)
            {
                node.end = if self.open.len() == depth {
                    token.end
                } else {
                    token.start
                };
            }
            self.next.pop();
        }
    }

    fn comma(&mut self, token: Token) {
        match self.state() {
            Next::Entry => self.fault(token.start, Fault::ExtraMark),
            Next::Value { key } => self.fault(key.0, Fault::MissingValue { end: key.1 }),
            Next::Comma { .. } if self.open.is_empty() => {
                self.fault(token.start, Fault::Trailing);
            }
            Next::Comma { .. } => {}
        }
        self.set(Next::Entry);
    }

    /// A colon after anything but a name.
    fn colon(&mut self, token: Token) {
        let in_map = matches!(self.open.last(), Some((_, Bracket::Curly, _)));
        if let Next::Comma { before } = self.state()
            && let Some(node) = self.outline.node(before).copied()
        {
            let quoted = self.outline.slice(node.start, node.end).starts_with('"');
            if quoted && !in_map {
                self.fault(node.start, Fault::QuotedName);
            } else if !quoted {
                self.fault(node.start, Fault::TwoNames);
            }
            self.set(Next::Value {
                key: (node.start, node.end),
            });
        } else {
            self.fault(token.start, Fault::ExtraMark);
        }
    }

    fn end(&mut self, in_comment: bool) {
        if self.outline.open_end.is_some() {
            return;
        }
        self.outline.open_end = if in_comment {
            Some(OpenEnd::Comment)
        } else {
            self.open
                .last()
                .map(|(_, _, opened)| OpenEnd::Bracket(*opened))
        };
    }
}

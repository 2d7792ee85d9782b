//! Where every text of a frame stands, and what is wrong with its place.

use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Rect, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// As much covers what was painted before it: the ground of a page, a menu or a tooltip.
const COVERS: Vec2 = Vec2::new(60.0, 40.0);
/// So does a strip across a view, on which its dates stand.
const STRIP: Vec2 = Vec2::new(300.0, 20.0);
/// A clip as low as this is a cell's or a label's own: what it cuts is lost, where a scrolled view brings it back.
const OWN_CLIP: f32 = 48.0;
/// A view as wide as this, in points, that is lower than a line and a half can't be read in.
const WIDE: f32 = 300.0;
const LEAST_HIGH: f32 = 24.0;
/// A button that is chosen is lower than this, and a bubble higher, in points.
const BUBBLE: f32 = 34.0;
/// The ink of a line may reach so far beyond its clip, in points.
const SLACK: f32 = 2.0;

/// A line of text as painted.
pub struct Line {
    /// As much of it as can be seen.
    pub seen: Rect,
    /// All of it.
    pub whole: Rect,
    /// What it is cut by.
    pub clip: Rect,
    pub words: String,
}

/// The lines of text that can be seen, in the order in which they were painted. What is cut by the edge of a
/// scrolled view counts as far as it is seen; what a page or a menu covers doesn't count.
pub fn lines(harness: &Harness<'_, App>) -> Vec<Line> {
    let mut lines = Vec::new();
    for clipped in &harness.output().shapes {
        add(&clipped.shape, clipped.clip_rect, &mut lines);
    }
    lines
}

fn add(shape: &Shape, clip: Rect, lines: &mut Vec<Line>) {
    match shape {
        Shape::Text(text) => {
            // The ink of its lines, not the room left and right of them.
            for row in &text.galley.rows {
                let whole = row.rect().translate(text.pos.to_vec2());
                let whole = whole.shrink2(Vec2::new(0.5, 2.5));
                let seen = whole.intersect(clip);
                let words = row.text();
                if seen.is_positive() && !words.trim().is_empty() {
                    lines.push(Line {
                        seen,
                        whole,
                        clip,
                        words,
                    });
                }
            }
        }
        Shape::Rect(rect) if rect.fill.a() == 255 => {
            let covered = rect.rect.intersect(clip);
            let page = covered.width() > COVERS.x && covered.height() > COVERS.y;
            let strip = covered.width() > STRIP.x && covered.height() > STRIP.y;
            if page || strip {
                lines.retain_mut(|line| uncovered(line, covered));
            }
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, lines)),
        _ => {}
    }
}

/// Leaves of a line what a ground painted over it doesn't cover; says whether anything is left.
fn uncovered(line: &mut Line, by: Rect) -> bool {
    let seen = line.seen;
    if !seen.intersects(by) {
        return true;
    }
    let (high, wide) = (
        by.top() <= seen.top() + 1.0 && by.bottom() >= seen.bottom() - 1.0,
        by.left() <= seen.left() + 1.0 && by.right() >= seen.right() - 1.0,
    );
    if high && by.left() > seen.left() {
        line.seen.max.x = by.left();
    } else if high {
        line.seen.min.x = by.right();
    } else if wide && by.top() > seen.top() {
        line.seen.max.y = by.top();
    } else if wide {
        line.seen.min.y = by.bottom();
    }
    line.seen.is_positive()
}

/// Texts painted over each other.
pub fn overlaps(lines: &[Line]) -> Vec<String> {
    let mut found = Vec::new();
    for (place, one) in lines.iter().enumerate() {
        for other in lines.iter().skip(place + 1) {
            let both = one.seen.intersect(other.seen);
            if both.is_positive() && both.width() > 1.0 && both.height() > 1.0 {
                found.push(format!(
                    "\u{201c}{}\u{201d} and \u{201c}{}\u{201d} at {both}",
                    one.words, other.words
                ));
            }
        }
    }
    found
}

/// Texts of which a bubble, known by its ground, covers more than a sliver.
pub fn under_bubbles(harness: &Harness<'_, App>, grounds: &[Color32]) -> Vec<String> {
    let mut found = Vec::new();
    let mut before: Vec<Line> = Vec::new();
    for clipped in &harness.output().shapes {
        if let Shape::Rect(rect) = &clipped.shape
            && grounds.contains(&rect.fill)
            && rect.rect.height() > BUBBLE
        {
            for line in &before {
                let both = line.seen.intersect(rect.rect);
                if both.is_positive() && both.width() > 1.0 && both.height() > 3.0 {
                    found.push(format!(
                        "a bubble covers \u{201c}{}\u{201d} at {both}",
                        line.words
                    ));
                }
            }
        }
        add(&clipped.shape, clipped.clip_rect, &mut before);
    }
    found
}

/// Texts cut by their own cell without a word of it, or that reach out of the window.
/// What is typed in a field moves in it, and isn't meant.
pub fn cuts(lines: &[Line], window: Rect, typed: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let views: Vec<Rect> = lines
        .iter()
        .map(|line| line.clip)
        .filter(|clip| clip.height() >= OWN_CLIP)
        .collect();
    // A cell at the edge of a scrolled view is cut by that one's edge.
    let is_edge =
        |of: fn(&Rect) -> f32, at: f32| views.iter().any(|view| (of(view) - at).abs() < 0.6);
    for line in lines.iter().filter(|line| !typed.contains(&line.words)) {
        let (whole, clip) = (line.whole, line.clip);
        let left = whole.left() < clip.left() - SLACK && !is_edge(Rect::left, clip.left());
        let right = whole.right() > clip.right() + SLACK && !is_edge(Rect::right, clip.right());
        let by_cell = clip.height() < OWN_CLIP && (left || right);
        if by_cell {
            found.push(format!("\u{201c}{}\u{201d} is cut at {clip}", line.words));
        }
        if clip.width() > WIDE && clip.height() < LEAST_HIGH && whole.height() > clip.height() {
            found.push(format!(
                "\u{201c}{}\u{201d} stands in a view only {} high",
                line.words,
                clip.height()
            ));
        }
        let out = whole.left() < window.left() || whole.right() > window.right();
        if out && clip.left() <= window.left() && clip.right() >= window.right() {
            found.push(format!(
                "\u{201c}{}\u{201d} leaves the window at {whole}",
                line.words
            ));
        }
    }
    found
}

/// What stands in the fields of a window.
pub fn typed(harness: &Harness<'_, App>) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let fields = nodes.filter(|node| node.accesskit_node().role() == Role::TextInput);
    fields
        .filter_map(|node| node.accesskit_node().value())
        .collect()
}

/// Texts that a view cuts at its right or left, as one that scrolls sideways may.
pub fn beyond(lines: &[Line]) -> Vec<String> {
    let out = |line: &&Line| {
        line.clip.height() >= OWN_CLIP
            && (line.whole.left() < line.clip.left() - SLACK
                || line.whole.right() > line.clip.right() + SLACK)
    };
    let found = lines.iter().filter(out);
    found
        .map(|line| format!("\u{201c}{}\u{201d} goes beyond {}", line.words, line.clip))
        .collect()
}

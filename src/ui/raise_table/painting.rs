//! What the table of terms shows, painted.

use eframe::egui::{Align2, Color32, FontId, Rect, Stroke, Ui, pos2};

use super::HEADER;
use super::columns::{Column, Holds};
use crate::document::dated::DatedTerm;
use crate::ui::widgets::{names, theme};
use crate::units::text;

/// Whether a column is seen from edge to edge; words of others would be cut.
pub(super) fn is_seen(ui: &Ui, left: f32, right: f32) -> bool {
    let view = ui.clip_rect();
    left >= view.left() - 1.0 && right <= view.right() + 1.0
}

/// Marks at the edges behind which there are further columns.
pub(super) fn more(ui: &Ui, seen: Rect, (before, after): (bool, bool)) {
    let stroke = Stroke::new(1.5, theme::palette(ui).soft);
    let y = seen.top() + 28.0;
    let mark = |x: f32, toward: f32| {
        let tip = pos2(x + toward * 2.0, y);
        for up in [-4.0, 4.0] {
            let end = pos2(x - toward * 2.0, y + up);
            ui.painter().line_segment([tip, end], stroke);
        }
    };
    if before {
        mark(seen.left() + 3.0, -1.0);
    }
    if after {
        mark(seen.right() - 3.0, 1.0);
    }
}

/// The years, and the days of each beneath, over the columns whose left edges are given.
pub(super) fn header(ui: &Ui, top: f32, columns: &[Column], edges: &[f32]) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let mut at = 0;
    while let Some(first) = columns.get(at) {
        let title = title_of(first);
        let alike = columns
            .iter()
            .skip(at)
            .take_while(|one| title_of(one) == title);
        let count = alike.count().max(1);
        let end = at + count;
        if let (Some(left), Some(right)) = (edges.get(at), edges.get(end)) {
            // In the middle of what is seen of its columns, where there is room for it.
            let view = ui.clip_rect();
            let (from, to) = (left.max(view.left()), right.min(view.right()));
            let font = theme::semibold(12.0);
            let galley = painter.layout_no_wrap(title, font, palette.ink);
            let room = to - from - 8.0;
            if galley.size().x <= room {
                let centre = pos2((from + to) / 2.0, top + 10.0);
                let corner = centre - galley.size() / 2.0;
                painter.galley(corner, galley, palette.ink);
            }
            let rule = Stroke::new(1.0, palette.outline);
            painter.hline((left + 4.0)..=(right - 4.0), top + 19.0, rule);
        }
        at = end;
    }
    for (number, column) in columns.iter().enumerate() {
        if let (Some(left), Some(right)) = (edges.get(number), edges.get(number + 1))
            && column.place == 0
            && is_seen(ui, *left, *right)
        {
            let at = pos2(right - 8.0, top + 28.0);
            let day = match column.holds {
                Holds::LeftOut => text::month_year(column.date),
                Holds::All | Holds::Counted => text::day_of_month(column.date),
            };
            let font = theme::regular(12.0);
            painter.text(at, Align2::RIGHT_CENTER, day, font, palette.soft);
        }
    }
    let bottom = top + HEADER;
    if let (Some(left), Some(right)) = (edges.first(), edges.last()) {
        painter.hline(*left..=*right, bottom, Stroke::new(1.0, palette.outline));
    }
}

/// What stands over a column: its year, or that it is left out.
fn title_of(column: &Column) -> String {
    match column.holds {
        Holds::LeftOut => "Left out".to_owned(),
        Holds::All | Holds::Counted => column.date.year().to_string(),
    }
}

/// How wide a term is, in points, with room around it.
pub(super) fn width_of(ui: &Ui, term: &DatedTerm) -> f32 {
    let wide = |words: &str, font: FontId| {
        let ink = theme::palette(ui).ink;
        ui.painter()
            .layout_no_wrap(words.to_owned(), font, ink)
            .size()
            .x
    };
    let number = wide(&term.number, theme::semibold(13.0));
    let kind = wide(&term.kind, theme::regular(11.0)).min(96.0);
    number.max(kind) + 30.0
}

/// A term's number, and its kind in small beneath; struck through where it is left out.
pub(super) fn term(ui: &Ui, rect: Rect, term: &DatedTerm) {
    if !is_seen(ui, rect.left(), rect.right()) {
        return;
    }
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let ink = if term.counted {
        palette.ink
    } else {
        palette.faint
    };
    let alone = term.kind.is_empty();
    let height = if alone {
        rect.center().y
    } else {
        rect.top() + 10.0
    };
    let right = rect.right() - 7.0;
    let room = rect.width() - 10.0;
    let written = |words: &str, font: FontId, y: f32, color: Color32| {
        let galley = names::elided(ui, words, &font, color, room);
        let corner = pos2(right - galley.size().x, y - galley.size().y / 2.0);
        let place = Rect::from_min_size(corner, galley.size());
        painter.galley(corner, galley, color);
        place
    };
    let number = written(&term.number, theme::semibold(13.0), height, ink);
    let strike = Stroke::new(1.0, ink);
    if !term.counted {
        painter.hline(number.left()..=number.right(), number.center().y, strike);
    }
    if alone {
        return;
    }
    let soft = if term.counted {
        palette.soft
    } else {
        palette.faint
    };
    let below = rect.top() + 24.0;
    let kind = written(&term.kind, theme::regular(11.0), below, soft);
    if !term.counted {
        painter.hline(kind.left()..=kind.right(), kind.center().y, strike);
    }
}

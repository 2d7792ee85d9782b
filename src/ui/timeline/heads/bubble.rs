//! The bubble beside a raise: clear of every head and every percent.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

use super::place::overlap;
use crate::ui::widgets::axis::whole;

/// Where the bubble goes: as near to its head as it can be without covering any rectangle in `keep_clear`, inside
/// the first of `places` that has such room; where none has, where it covers least.
#[must_use]
pub fn place(head: Pos2, size: Vec2, keep_clear: &[Rect], places: &[Rect]) -> Rect {
    let mut best: Option<(f32, Rect)> = None;
    for bounds in places {
        let (covered, rect) = within(head, size, keep_clear, *bounds);
        if covered <= 0.0 {
            return rect;
        }
        if best.is_none_or(|(least, _)| covered < least) {
            best = Some((covered, rect));
        }
    }
    best.map_or(Rect::from_min_size(head, size), |(_, rect)| rect)
}

/// The best place inside `bounds`, with how much it covers there or reaches beyond them.
fn within(head: Pos2, size: Vec2, keep_clear: &[Rect], bounds: Rect) -> (f32, Rect) {
    let room = (bounds.size() - size).max(Vec2::ZERO);
    let beyond = (size - bounds.size()).max(Vec2::ZERO);
    let beyond = beyond.x * size.y + beyond.y * size.x;
    let mut best = (f32::INFINITY, 0.0, Rect::from_min_size(bounds.min, size));
    let (columns, rows) = (whole(room.x / 12.0), whole(room.y / 6.0));
    for row in 0..=rows {
        for column in 0..=columns {
            let corner = bounds.min + vec2(column as f32 * 12.0, row as f32 * 6.0);
            let rect = Rect::from_min_size(corner, size);
            let covered: f32 = keep_clear
                .iter()
                .map(|other| overlap(rect.expand(4.0), *other))
                .sum();
            let cost =
                covered * 1000.0 + rect.distance_to_pos(head) + rect.center().distance(head) * 0.2;
            if cost < best.0 {
                best = (cost, covered + beyond, rect);
            }
        }
    }
    (best.1, best.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn the_bubble_keeps_clear_of_heads_while_there_is_room() {
        let bounds = Rect::from_min_max(pos2(0.0, 0.0), pos2(600.0, 160.0));
        let heads: Vec<Rect> = (0..14)
            .map(|n| {
                Rect::from_center_size(
                    pos2(20.0 + n as f32 * 44.0, 60.0 + (n % 5) as f32 * 22.0),
                    Vec2::splat(14.0),
                )
            })
            .collect();
        for head in &heads {
            let rect = place(head.center(), vec2(190.0, 44.0), &heads, &[bounds]);
            assert!(
                heads.iter().all(|other| overlap(rect, *other) == 0.0),
                "{rect:?} covers a head"
            );
        }
    }

    #[test]
    fn where_its_lane_is_full_the_bubble_stands_in_another() {
        let lane = Rect::from_min_max(pos2(0.0, 0.0), pos2(300.0, 60.0));
        let below = Rect::from_min_max(pos2(0.0, 80.0), pos2(300.0, 160.0));
        let head = Rect::from_center_size(pos2(150.0, 30.0), Vec2::splat(40.0));
        let rect = place(head.center(), vec2(190.0, 44.0), &[head], &[lane, below]);
        assert!(below.contains_rect(rect), "{rect:?}");
        // Nowhere is room: it stands where it covers least.
        let rect = place(head.center(), vec2(190.0, 44.0), &[head], &[lane]);
        assert!(lane.contains_rect(rect), "{rect:?}");
    }
}

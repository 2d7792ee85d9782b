//! Where the window opens. Its place is remembered, and the screen it stood on may be gone since: then it opens in
//! the middle of one that is there.

use winit::dpi::PhysicalPosition;

/// How much of the window's upper edge has to be on a screen, in pixels: by it the window is moved.
const GRIP: (i64, i64) = (120, 24);

/// A stretch of the desktop, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    left: i64,
    top: i64,
    width: i64,
    height: i64,
}

impl Stretch {
    fn new(at: PhysicalPosition<i32>, size: (u32, u32)) -> Self {
        Self {
            left: at.x.into(),
            top: at.y.into(),
            width: size.0.into(),
            height: size.1.into(),
        }
    }

    /// How wide and how high the part is that lies in another.
    fn within(self, other: Self) -> (i64, i64) {
        let shared = |from: i64, long: i64, other_from: i64, other_long: i64| {
            let end = from.saturating_add(long);
            let other_end = other_from.saturating_add(other_long);
            end.min(other_end)
                .saturating_sub(from.max(other_from))
                .max(0)
        };
        (
            shared(self.left, self.width, other.left, other.width),
            shared(self.top, self.height, other.top, other.height),
        )
    }

    fn area(self) -> i64 {
        self.width.saturating_mul(self.height)
    }
}

/// Where a window goes whose place can't be seen on the screens there are, the first of which is the main one; none
/// where it can stay: its upper edge is on a screen, and so is a third of it.
fn moved(window: Stretch, screens: &[Stretch]) -> Option<(i64, i64)> {
    let main = screens.first()?;
    let grip = Stretch {
        height: GRIP.1.min(window.height),
        ..window
    };
    let can_be_moved = screens.iter().any(|screen| {
        let (wide, high) = grip.within(*screen);
        wide >= GRIP.0.min(window.width) && high.saturating_mul(2) >= grip.height
    });
    let seen = screens.iter().fold(0_i64, |seen, screen| {
        let (wide, high) = window.within(*screen);
        seen.saturating_add(wide.saturating_mul(high))
    });
    if can_be_moved && seen.saturating_mul(3) >= window.area() {
        return None;
    }
    let middle =
        |from: i64, room: i64, long: i64| from.saturating_add(room.saturating_sub(long).max(0) / 2);
    Some((
        middle(main.left, main.width, window.width),
        middle(main.top, main.height, window.height),
    ))
}

/// Moves the window to where it can be seen, before it is shown. Where the desktop says nothing of places, as
/// under Wayland, it places windows itself.
pub(super) fn bring_into_sight(creation: &eframe::CreationContext<'_>) {
    let Some(window) = creation.winit_window() else {
        return;
    };
    let Ok(at) = window.outer_position() else {
        return;
    };
    let main = window.primary_monitor();
    let all = main.into_iter().chain(window.available_monitors());
    let screens: Vec<Stretch> = all
        .map(|screen| {
            let size = screen.size();
            Stretch::new(screen.position(), (size.width, size.height))
        })
        .filter(|screen| screen.area() > 0)
        .fold(Vec::new(), |mut known, screen| {
            // The main one is among all of them.
            if !known.contains(&screen) {
                known.push(screen);
            }
            known
        });
    let size = window.outer_size();
    let own = Stretch::new(at, (size.width, size.height));
    if let Some((left, top)) = moved(own, &screens)
        && let (Ok(left), Ok(top)) = (i32::try_from(left), i32::try_from(top))
    {
        window.set_outer_position(PhysicalPosition::new(left, top));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(left: i64, top: i64, width: i64, height: i64) -> Stretch {
        Stretch {
            left,
            top,
            width,
            height,
        }
    }

    #[test]
    fn a_window_that_can_be_seen_stays_and_any_other_is_put_in_the_middle() {
        let one = [at(0, 0, 1440, 900)];
        let two = [at(0, 0, 1440, 900), at(1440, -200, 1920, 1080)];
        for (left, top) in [(0, 0), (200, 100), (-8, -8), (-500, 20), (600, 400)] {
            assert_eq!(moved(at(left, top, 1200, 800), &one), None, "{left} {top}");
        }
        for (left, top) in [
            (5_000, 200),
            (-5_000, 200),
            (200, 5_000),
            (200, -700),
            (1_400, 20),
            (-1_150, 20),
            (100, 880),
            (1_440, 0),
            (30_000, 30_000),
        ] {
            let to = moved(at(left, top, 1200, 800), &one);
            assert_eq!(to, Some((120, 50)), "{left} {top}");
        }
        // Beside the first screen there is another, until it is taken away.
        assert_eq!(moved(at(1_600, 0, 1200, 800), &two), None);
        assert_eq!(moved(at(1_000, 40, 1200, 800), &two), None);
        assert_eq!(moved(at(1_600, 0, 1200, 800), &one), Some((120, 50)));
        // Larger than the screen: its upper left corner can be seen.
        assert_eq!(moved(at(4_000, 0, 3000, 2000), &one), Some((0, 0)));
        assert_eq!(moved(at(4_000, 0, 1200, 800), &[]), None);
    }
}

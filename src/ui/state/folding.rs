//! Side panels that fold: by the user's wish, and by themselves where the window is narrow.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Offers, workforce, assumptions.
    Left,
    /// The chosen raise and the values at the cursor.
    Right,
}

impl Side {
    /// What the panel is called.
    #[must_use]
    pub fn panel(self) -> &'static str {
        match self {
            Self::Left => "offers panel",
            Self::Right => "values panel",
        }
    }

    /// The key that folds it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Left => "F6",
            Self::Right => "F7",
        }
    }

    /// Below this width, in points, the panel folds by itself: the table's five raises need the
    /// room.
    fn least_width(self) -> f32 {
        match self {
            Self::Left => 780.0,
            Self::Right => 1120.0,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Panel {
    folded: bool,
    /// Whether it is folded because the window is narrow.
    to_fit: bool,
    /// Whether the window was too narrow for it last.
    narrow: bool,
}

/// Which panels are folded, and which of them because the window is narrow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Folding {
    left: Panel,
    right: Panel,
    /// Whether the page shown needs the whole width: the offers then give way to a rail of their marks.
    wide_page: bool,
    /// Whether the user wants to see the offers beside such a page all the same.
    shown_beside: bool,
}

impl Folding {
    /// Panels as the user left them.
    #[must_use]
    pub fn wished(left: bool, right: bool) -> Self {
        let wished = |folded| Panel {
            folded,
            ..Panel::default()
        };
        Self {
            left: wished(left),
            right: wished(right),
            ..Self::default()
        }
    }

    fn panel(&self, side: Side) -> &Panel {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    fn panel_mut(&mut self, side: Side) -> &mut Panel {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }

    /// Whether a panel is folded away.
    #[must_use]
    pub fn is_folded(&self, side: Side) -> bool {
        if side == Side::Left && self.wide_page {
            return !self.shown_beside;
        }
        self.panel(side).folded
    }

    /// Whether the user folded it: a panel folded to fit comes back with the room.
    #[must_use]
    pub fn is_wished(&self, side: Side) -> bool {
        let own = self.panel(side);
        own.folded && !own.to_fit
    }

    /// Folds or shows a panel, as the user wants it.
    pub fn set(&mut self, side: Side, folded: bool) {
        if side == Side::Left && self.wide_page {
            self.shown_beside = !folded;
            return;
        }
        let own = self.panel_mut(side);
        own.folded = folded;
        own.to_fit = false;
    }

    /// Folds a panel, or shows it, as the user wants it.
    pub fn toggle(&mut self, side: Side) {
        self.set(side, !self.is_folded(side));
    }

    /// Tells whether the page shown needs the whole width.
    pub fn on_wide_page(&mut self, wide: bool) {
        self.wide_page = wide;
    }

    /// Folds what doesn't fit once the window gets narrow, and shows it again once it is wide. In
    /// between the user's wish holds.
    pub fn fit(&mut self, width: f32) {
        for side in [Side::Left, Side::Right] {
            let narrow = width < side.least_width();
            let own = self.panel_mut(side);
            if narrow && !own.narrow && !own.folded {
                own.folded = true;
                own.to_fit = true;
            } else if !narrow && own.narrow && own.to_fit {
                own.folded = false;
                own.to_fit = false;
            }
            own.narrow = narrow;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_folded_to_fit_comes_back_with_the_room_and_what_was_wished_stays() {
        let mut folding = Folding::default();
        folding.fit(1024.0);
        assert!(folding.is_folded(Side::Right) && !folding.is_folded(Side::Left));
        assert!(!folding.is_wished(Side::Right));
        folding.fit(1440.0);
        assert!(!folding.is_folded(Side::Right));
        folding.set(Side::Right, true);
        folding.fit(1024.0);
        folding.fit(1440.0);
        assert!(folding.is_wished(Side::Right));
    }

    #[test]
    fn a_panel_shown_in_a_narrow_window_stays_shown() {
        let mut folding = Folding::default();
        folding.fit(1024.0);
        folding.set(Side::Right, false);
        folding.fit(1000.0);
        assert!(!folding.is_folded(Side::Right));
        folding.fit(700.0);
        assert!(folding.is_folded(Side::Left));
    }
}

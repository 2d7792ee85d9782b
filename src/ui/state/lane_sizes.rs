//! How the lanes share the height: which are shown, and how much each takes.

use std::ops::{Index, IndexMut};
use std::str::FromStr;

use crate::figure::FigureName;

/// A lane of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// The raises, which are dragged.
    Raises,
    /// Terms that don't change rates; only there when an offer has one, as high as its chips need.
    Terms,
    Level,
    /// The cost above the baseline.
    Cost,
    Employee,
    /// What pay buys; only there with a price index.
    RealWage,
}

impl Lane {
    /// All lanes, from the top.
    pub const ALL: [Self; COUNT] = [
        Self::Raises,
        Self::Terms,
        Self::Level,
        Self::Cost,
        Self::Employee,
        Self::RealWage,
    ];

    /// The figure that shows the same.
    #[must_use]
    pub fn figure(self) -> FigureName {
        match self {
            Self::Raises | Self::Terms => FigureName::Timeline,
            Self::Level => FigureName::WageLevel,
            Self::Cost => FigureName::Cost,
            Self::Employee => FigureName::Employee,
            Self::RealWage => FigureName::RealWage,
        }
    }

    /// What the lane is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Raises => "Raises",
            Self::Terms => "Other terms",
            Self::Level => "Wage level",
            Self::Cost => "Cost above the baseline",
            Self::Employee => "One employee",
            Self::RealWage => "Real wage",
        }
    }
}

/// What each lane takes at first of the height they share: the raises as much as two of the others. Other terms
/// take what they need before that.
const AT_FIRST: EachLane<f32> = EachLane([0.4, 0.0, 0.2, 0.2, 0.2, 0.2]);
/// How many lanes there are.
const COUNT: usize = 6;
/// The least height a curve can be read in, in points.
const LEAST: f32 = 36.0;

/// Something of each lane, asked for by its name.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct EachLane<T>([T; COUNT]);

impl<T> Index<Lane> for EachLane<T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "lanes are numbered from 0, and there are as many entries"
    )]
    fn index(&self, lane: Lane) -> &T {
        &self.0[lane as usize]
    }
}

impl<T> IndexMut<Lane> for EachLane<T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "lanes are numbered from 0, and there are as many entries"
    )]
    fn index_mut(&mut self, lane: Lane) -> &mut T {
        &mut self.0[lane as usize]
    }
}

/// Which lanes are shown, and their shares of the height.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneSizes {
    shares: EachLane<f32>,
    hidden: EachLane<bool>,
    alone: Option<Lane>,
    /// Whether what pay buys is known at all.
    prices: bool,
}

impl Default for LaneSizes {
    fn default() -> Self {
        Self {
            shares: AT_FIRST,
            hidden: EachLane::default(),
            alone: None,
            prices: false,
        }
    }
}

impl LaneSizes {
    /// The lanes shown that share the height, from the top; at least one.
    #[must_use]
    pub fn shown(&self) -> Vec<Lane> {
        if let Some(alone) = self.alone.filter(|lane| self.can_be_shown(*lane)) {
            return vec![alone];
        }
        let shown = Lane::ALL.into_iter().filter(|lane| *lane != Lane::Terms);
        let shown = shown.filter(|lane| self.can_be_shown(*lane) && !self.hidden[*lane]);
        let shown: Vec<Lane> = shown.collect();
        if shown.is_empty() {
            // The last one shown needs prices, and there are none here.
            vec![Lane::Raises]
        } else {
            shown
        }
    }

    /// Tells whether the open scenario has a price index.
    pub fn with_prices(&mut self, prices: bool) {
        self.prices = prices;
    }

    /// Whether a lane has anything to show: what pay buys is only told with a price index.
    #[must_use]
    pub fn can_be_shown(&self, lane: Lane) -> bool {
        lane != Lane::RealWage || self.prices
    }

    /// Whether a lane is shown.
    #[must_use]
    pub fn shows(&self, lane: Lane) -> bool {
        match lane {
            Lane::Terms => self.alone.is_none() && !self.hidden[lane],
            _ => self.shown().contains(&lane),
        }
    }

    /// The lane shown alone.
    #[must_use]
    pub fn alone(&self) -> Option<Lane> {
        self.alone
    }

    /// Whether every lane is shown.
    #[must_use]
    pub fn all_shown(&self) -> bool {
        let mut lanes = Lane::ALL.into_iter();
        lanes.all(|lane| self.shows(lane) || !self.can_be_shown(lane))
    }

    /// Hides a lane, but never the last one shown.
    pub fn hide(&mut self, lane: Lane) {
        if self.shown() != [lane] {
            self.hidden[lane] = true;
        }
    }

    /// Shows a lane, beside the one shown alone too.
    pub fn show(&mut self, lane: Lane) {
        if let Some(alone) = self.alone.take() {
            self.hidden = EachLane([true; COUNT]);
            self.hidden[alone] = false;
        }
        self.hidden[lane] = false;
    }

    /// Shows one lane and no other until all are shown again.
    pub fn show_alone(&mut self, lane: Lane) {
        self.hidden[lane] = false;
        // Other terms mean little without the raises.
        if lane != Lane::Terms {
            self.alone = Some(lane);
        }
    }

    /// Shows every lane, with its size.
    pub fn show_all(&mut self) {
        self.alone = None;
        self.hidden = EachLane::default();
    }

    /// Gives every lane the size it had at first.
    pub fn reset_sizes(&mut self) {
        self.shares = AT_FIRST;
    }

    /// The heights of the lanes shown, which add up to `total` points, none too low to be read
    /// while there is room.
    #[must_use]
    pub fn heights(&self, total: f32) -> Vec<f32> {
        let shown = self.shown();
        let least = LEAST.min(total / shown.len().max(1) as f32);
        // Each lane with whether it is held at the least height.
        let mut shown: Vec<(Lane, bool)> = shown.into_iter().map(|lane| (lane, false)).collect();
        loop {
            let free = total - shown.iter().filter(|(_, low)| *low).count() as f32 * least;
            let shares = shown.iter().filter(|(_, low)| !*low);
            let sum: f32 = shares.map(|(lane, _)| self.shares[*lane]).sum();
            let height = |(lane, low): (Lane, bool)| match low {
                true => least,
                false => free * self.shares[lane] / sum.max(f32::EPSILON),
            };
            let heights: Vec<f32> = shown.iter().map(|one| height(*one)).collect();
            let mut each = shown.iter_mut().zip(&heights);
            match each.find(|((_, low), height)| !*low && **height < least - 0.01) {
                Some(((_, low), _)) => *low = true,
                None => return heights,
            }
        }
    }

    /// Moves the border below a lane by `by` points: what it gains the next one shown loses.
    pub fn move_border(&mut self, above: Lane, by: f32, total: f32) {
        let shown = self.shown();
        let mut heights = self.heights(total);
        let Some(place) = shown.iter().position(|lane| *lane == above) else {
            return;
        };
        let Some([own, below, ..]) = heights.get_mut(place..) else {
            return;
        };
        let room = |height: f32| (height - LEAST).max(0.0);
        let by = by.clamp(-room(*own), room(*below));
        *own += by;
        *below -= by;
        let sum: f32 = shown.iter().map(|lane| self.shares[*lane]).sum();
        for (lane, height) in shown.iter().zip(heights) {
            self.shares[*lane] = height / total.max(1.0) * sum;
        }
    }

    /// As text, to be remembered between starts.
    #[must_use]
    pub fn to_text(&self) -> String {
        let lanes = Lane::ALL.map(|lane| {
            let hidden = if self.hidden[lane] { " hidden" } else { "" };
            let alone = if self.alone == Some(lane) {
                " alone"
            } else {
                ""
            };
            format!("{:.4}{hidden}{alone}", self.shares[lane])
        });
        lanes.join(", ")
    }
}

impl FromStr for LaneSizes {
    type Err = ();

    /// From remembered text; what can't be read is refused as a whole.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut sizes = Self::default();
        let mut lanes: Vec<&str> = text.split(", ").collect();
        // Before there were other terms, there were four; before real wages, five.
        if lanes.len() + 2 == Lane::ALL.len() {
            lanes.insert(Lane::Terms as usize, "0");
        }
        if lanes.len() + 1 == Lane::ALL.len() {
            lanes.push("0.2");
        }
        if lanes.len() != Lane::ALL.len() {
            return Err(());
        }
        for (lane, words) in Lane::ALL.into_iter().zip(lanes) {
            let mut words = words.split(' ');
            let share: f32 = words.next().ok_or(())?.parse().map_err(|_| ())?;
            let shares = (0.005..=2.0).contains(&share);
            if !shares && (lane != Lane::Terms || share != 0.0) {
                return Err(());
            }
            sizes.shares[lane] = share;
            for word in words {
                match word {
                    "hidden" => sizes.hidden[lane] = true,
                    "alone" => sizes.show_alone(lane),
                    _ => return Err(()),
                }
            }
        }
        // A lane that came later doesn't make up for all the others being hidden.
        let all_hidden = text.split(", ").all(|lane| lane.contains("hidden"));
        if all_hidden || sizes.shown().is_empty() {
            return Err(());
        }
        Ok(sizes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_fill_the_room_and_stay_readable() {
        let mut sizes = LaneSizes::default();
        for (lane, by) in [
            (Lane::Raises, 500.0),
            (Lane::Cost, -300.0),
            (Lane::Level, 55.0),
        ] {
            sizes.move_border(lane, by, 600.0);
            for total in [600.0, 320.0, 150.0] {
                let heights = sizes.heights(total);
                assert!((heights.iter().sum::<f32>() - total).abs() < 0.1);
                assert!(
                    heights
                        .iter()
                        .all(|height| *height >= LEAST.min(total / 4.0) - 0.1)
                );
            }
        }
        sizes.reset_sizes();
        assert_eq!(sizes.heights(100.0 * 10.0), [400.0, 200.0, 200.0, 200.0]);
    }

    #[test]
    fn a_border_takes_from_the_next_lane_shown_only() {
        let mut sizes = LaneSizes::default();
        sizes.hide(Lane::Level);
        let before = sizes.heights(800.0);
        sizes.move_border(Lane::Raises, 30.0, 800.0);
        let after = sizes.heights(800.0);
        let moved: Vec<f32> = after.iter().zip(&before).map(|(a, b)| a - b).collect();
        for (moved, expected) in moved.iter().zip([30.0, -30.0, 0.0]) {
            assert!((moved - expected).abs() < 0.01, "{moved} for {expected}");
        }
    }

    #[test]
    fn one_lane_always_stays() {
        let mut sizes = LaneSizes::default();
        for lane in Lane::ALL {
            sizes.hide(lane);
        }
        assert_eq!(sizes.shown(), [Lane::Employee]);
        sizes.show_alone(Lane::Cost);
        sizes.hide(Lane::Cost);
        assert_eq!(sizes.shown(), [Lane::Cost]);
        sizes.show(Lane::Raises);
        assert_eq!(sizes.shown(), [Lane::Raises, Lane::Cost]);
    }

    #[test]
    fn what_is_remembered_comes_back_and_nonsense_is_refused() {
        let mut sizes = LaneSizes::default();
        sizes.move_border(Lane::Level, 20.0, 700.0);
        sizes.hide(Lane::Cost);
        sizes.show_alone(Lane::Level);
        let back: LaneSizes = sizes.to_text().parse().unwrap();
        assert_eq!(back.shown(), sizes.shown());
        assert_eq!(back.to_text(), sizes.to_text());
        for nonsense in [
            "",
            "0.4, 0.2, 0.2",
            "NaN, 0.2, 0.2, 0.2",
            "1 hidden, 1 hidden, 1 hidden, 1 hidden",
            "0.4 blue, 0.2, 0.2, 0.2",
        ] {
            assert!(nonsense.parse::<LaneSizes>().is_err(), "{nonsense}");
        }
    }
}

//! Colours and type of the window: those of the figures, and the window's own grounds and outlines.

use std::sync::Arc;

use eframe::egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin,
    RichText, Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2,
};

const SEMIBOLD: &str = "semibold";

/// The colours of one theme. Coloured text has tints of its own: marks need 3 : 1 to their ground,
/// text 4.5 : 1.
#[derive(Debug, Clone, Copy)]
pub struct Palette {
    pub(crate) ink: Color32,
    /// Text that explains.
    pub(crate) soft: Color32,
    /// Axis text.
    pub(crate) faint: Color32,
    /// The centre's ground.
    pub paper: Color32,
    /// The side panels' ground.
    pub(crate) side: Color32,
    /// The ground of cards and fields.
    pub(crate) card: Color32,
    /// Thin rules and grid lines.
    pub(crate) rule: Color32,
    /// Outlines of cards and controls.
    pub(crate) outline: Color32,
    /// The ground of a chosen segment, and of bubbles.
    pub chosen: Color32,
    /// Text on it.
    pub(crate) on_chosen: Color32,
    /// Lesser text on it.
    pub(crate) on_chosen_soft: Color32,
    /// The colours figures are drawn in, here as in exports.
    figure: &'static palette::Palette,
    /// Today's line.
    pub today: Color32,
    /// Warnings and refusals.
    pub(crate) alarm: Color32,
}

pub use crate::figure::Role;
use crate::figure::palette::{self, Rgb};

impl Palette {
    /// The mark colour of a role.
    #[must_use]
    pub fn mark(&self, role: Role) -> Color32 {
        of_figure(self.figure.mark(role))
    }

    /// The text colour of a role.
    #[must_use]
    pub fn text(&self, role: Role) -> Color32 {
        of_figure(self.figure.text(role))
    }
}

const fn of_figure(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

const fn rgb(code: u32) -> Color32 {
    let [_, red, green, blue] = code.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The light theme's.
pub const LIGHT: Palette = Palette {
    ink: of_figure(palette::LIGHT.ink),
    soft: of_figure(palette::LIGHT.soft),
    faint: of_figure(palette::LIGHT.faint),
    paper: of_figure(palette::LIGHT.paper),
    side: rgb(0xF7F9FB),
    card: rgb(0xFFFFFF),
    rule: of_figure(palette::LIGHT.rule),
    outline: rgb(0xCFD7DF),
    chosen: rgb(0x14202B),
    on_chosen: rgb(0xFFFFFF),
    on_chosen_soft: rgb(0xC3CDD6),
    today: rgb(0x8CC9B7),
    alarm: rgb(0xB3261E),
    figure: &palette::LIGHT,
};

/// The dark theme's.
pub const DARK: Palette = Palette {
    ink: of_figure(palette::DARK.ink),
    soft: of_figure(palette::DARK.soft),
    faint: of_figure(palette::DARK.faint),
    paper: of_figure(palette::DARK.paper),
    side: rgb(0x10151A),
    card: rgb(0x1A2128),
    rule: of_figure(palette::DARK.rule),
    outline: rgb(0x3A4652),
    chosen: rgb(0xE3E9EE),
    on_chosen: rgb(0x14202B),
    on_chosen_soft: rgb(0x4A5864),
    today: rgb(0x3F7F6D),
    alarm: rgb(0xFF8A80),
    figure: &palette::DARK,
};

/// The palette of the theme in use.
#[must_use]
pub fn palette(ui: &Ui) -> Palette {
    if ui.visuals().dark_mode { DARK } else { LIGHT }
}

#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Type for figures and titles.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

#[must_use]
pub fn strong(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(semibold(size))
}

/// Installs fonts and both themes.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let regular = include_bytes!("../../../assets/fonts/SourceSans3-Regular.ttf");
    let bold = include_bytes!("../../../assets/fonts/SourceSans3-Semibold.ttf");
    let mut add = |name: &str, bytes: &'static [u8]| {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    };
    add("Source Sans 3", regular);
    add("Source Sans 3 Semibold", bold);
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let family = |first: &str| {
        let mut names = vec![first.to_owned()];
        names.extend(fallback.iter().cloned());
        names
    };
    let bold = family("Source Sans 3 Semibold");
    let plain = family("Source Sans 3");
    fonts
        .families
        .insert(FontFamily::Name(SEMIBOLD.into()), bold);
    fonts.families.insert(FontFamily::Proportional, plain);
    ctx.set_fonts(fonts);
    // Where the desktop doesn't say, paper is white.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for (theme, palette) in [(Theme::Light, LIGHT), (Theme::Dark, DARK)] {
        ctx.style_mut_of(theme, |style| dress(style, &palette));
    }
}

fn dress(style: &mut Style, palette: &Palette) {
    for (name, size) in [
        (TextStyle::Small, 12.0),
        (TextStyle::Body, 14.0),
        (TextStyle::Button, 14.0),
        (TextStyle::Heading, 20.0),
    ] {
        style.text_styles.insert(name, regular(size));
    }
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(8.0, 4.0);
    spacing.interact_size = Vec2::new(24.0, 24.0);
    spacing.menu_margin = Margin::same(8);
    spacing.window_margin = Margin::same(16);
    let visuals = &mut style.visuals;
    visuals.override_text_color = Some(palette.ink);
    visuals.panel_fill = palette.paper;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.outline);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.extreme_bg_color = palette.card;
    visuals.weak_text_color = Some(palette.soft);
    visuals.selection.bg_fill = palette.mark(Role::Edited).gamma_multiply(0.30);
    visuals.selection.stroke = Stroke::new(1.5, palette.mark(Role::Edited));
    visuals.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 12,
        spread: 0,
        color: Color32::from_black_alpha(36),
    };
    visuals.window_shadow = visuals.popup_shadow;
    visuals.error_fg_color = palette.alarm;
    let widgets = &mut visuals.widgets;
    for (state, fill, outline) in [
        (&mut widgets.noninteractive, palette.paper, palette.rule),
        (&mut widgets.inactive, palette.card, palette.outline),
        (&mut widgets.hovered, palette.rule, palette.faint),
        (&mut widgets.active, palette.rule, palette.ink),
        (&mut widgets.open, palette.rule, palette.outline),
    ] {
        // Rails of sliders and boxes of checkboxes need a ground of their own.
        state.bg_fill = if fill == palette.card {
            palette.rule
        } else {
            fill
        };
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, outline);
        state.fg_stroke = Stroke::new(1.0, palette.ink);
        state.corner_radius = CornerRadius::same(5);
        state.expansion = 0.0;
    }
}

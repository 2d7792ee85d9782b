//! A scene as SVG text.

use std::fmt::Write as _;

use resvg::usvg;

use super::faces::Faces;
use crate::figure::measure::{FAMILY, SUBSTITUTE};
use crate::figure::scene::{Anchor, Outline, Scene, Shape, Spot, TextBox};

/// Which texts of a scene a drawing holds.
#[derive(Clone, Copy)]
pub(super) enum Texts<'a> {
    All,
    /// All but those, by their places in the scene.
    But(&'a [usize]),
    /// Those alone, and no shapes.
    Only(&'a [usize]),
}

impl Texts<'_> {
    fn holds(self, text: usize) -> bool {
        match self {
            Self::All => true,
            Self::But(places) => !places.contains(&text),
            Self::Only(places) => places.contains(&text),
        }
    }
}

/// The families tried where a drawing is opened, the embedded one first.
const FAMILIES: &str =
    "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// The scene with its text as text. What no face has is replaced.
pub(super) fn to_text(scene: &Scene, faces: &Faces, texts: Texts<'_>) -> String {
    drawn(scene, faces, texts, None)
}

/// The same to be opened anywhere: each text is as wide as it is here, with whatever face.
pub(super) fn to_text_anywhere(scene: &Scene, faces: &Faces, widths: &[f64]) -> String {
    drawn(scene, faces, Texts::All, Some(widths))
}

fn drawn(scene: &Scene, faces: &Faces, texts: Texts<'_>, widths: Option<&[f64]>) -> String {
    let mut out = String::with_capacity(16 * 1024);
    let (width, height) = (short(scene.width), short(scene.height));
    // Writing to a String can't fail, here and below. Points as units keep the printed size.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" xml:lang=\"en-US\">"
    );
    out.push_str(&told(scene));
    if !matches!(texts, Texts::Only(_)) {
        for shape in &scene.shapes {
            draw(&mut out, shape);
        }
    }
    // Unquoted, a family whose name ends in a number is not one, and all text would be gone.
    let _ = match widths {
        Some(_) => writeln!(out, "<g font-family=\"{FAMILIES}\">"),
        None => writeln!(out, "<g font-family=\"'{FAMILY}'\">"),
    };
    for (at, text) in scene.texts.iter().enumerate() {
        if texts.holds(at) {
            let width = widths.and_then(|widths| widths.get(at));
            write_text(&mut out, text, faces, width.copied());
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The same drawing with its text as outlines.
pub(super) fn outlined(tree: &usvg::Tree, scene: &Scene) -> String {
    let options = usvg::WriteOptions {
        preserve_text: false,
        coordinates_precision: 2,
        transforms_precision: 6,
        indent: usvg::Indent::None,
        ..usvg::WriteOptions::default()
    };
    let drawn = tree.to_string(&options);
    let (width, height) = (short(scene.width), short(scene.height));
    // The parser knows no titles, and writes sizes without their unit.
    match drawn.split_once('>') {
        Some((_, rest)) => format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}pt\" \
             height=\"{height}pt\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             xml:lang=\"en-US\">\n{}{}\n",
            told(scene),
            rest.trim()
        ),
        None => drawn,
    }
}

/// Headline and alternative text, for readers who can't see the picture.
fn told(scene: &Scene) -> String {
    format!(
        "<title>{}</title>\n<desc>{}</desc>\n",
        escaped(&scene.title),
        escaped(&scene.description)
    )
}

fn draw(out: &mut String, shape: &Shape) {
    match &shape.outline {
        Outline::Line(places) => {
            let _ = write!(out, "<polyline points=\"{}\"", points(places));
        }
        Outline::Area(places) => {
            let _ = write!(out, "<polygon points=\"{}\"", points(places));
        }
        Outline::Rect(rect) => {
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                short(rect.left),
                short(rect.top),
                short(rect.width()),
                short(rect.height())
            );
        }
        Outline::Circle { centre, radius } => {
            let _ = write!(
                out,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
                short(centre.x),
                short(centre.y),
                short(*radius)
            );
        }
    }
    match shape.fill {
        Some((colour, strength)) => {
            let _ = write!(out, " fill=\"{}\"", colour.hex());
            if strength < 1.0 {
                let _ = write!(out, " fill-opacity=\"{}\"", short(strength));
            }
        }
        None => out.push_str(" fill=\"none\""),
    }
    if let Some(stroke) = &shape.stroke {
        let _ = write!(
            out,
            " stroke=\"{}\" stroke-width=\"{}\"",
            stroke.colour.hex(),
            short(stroke.width)
        );
        if !stroke.dash.is_empty() {
            let dash: Vec<String> = stroke.dash.iter().map(|part| short(*part)).collect();
            let _ = write!(out, " stroke-dasharray=\"{}\"", dash.join(" "));
        }
        if matches!(shape.outline, Outline::Line(_)) {
            out.push_str(" stroke-linejoin=\"round\"");
        }
    }
    out.push_str("/>\n");
}

fn write_text(out: &mut String, text: &TextBox, faces: &Faces, width: Option<f64>) {
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"",
        short(text.at.x),
        short(text.at.y),
        short(text.look.size),
        text.look.colour.hex()
    );
    let weight = text.look.weight.number();
    if weight != 400 {
        let _ = write!(out, " font-weight=\"{weight}\"");
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    if let Some(width) = width.filter(|width| *width > 0.0) {
        let width = short(width);
        let _ = write!(
            out,
            " textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\""
        );
    }
    out.push('>');
    write_words(out, &text.text, faces);
    out.push_str("</text>\n");
}

/// The words of a text, those of another face in a span of their own: left to choose a face by
/// itself, a reader of SVG may give up where letters of both stand in one run.
fn write_words(out: &mut String, words: &str, faces: &Faces) {
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let family = faces.family_of(first);
        let end = rest
            .char_indices()
            .find(|(_, char)| faces.family_of(*char) != family)
            .map_or(rest.len(), |(at, _)| at);
        let (run, after) = rest.split_at(end);
        rest = after;
        let run: String = run
            .chars()
            .map(|char| {
                if faces.lacking.contains(&char) {
                    SUBSTITUTE
                } else {
                    char
                }
            })
            .collect();
        let _ = match family {
            Some(family) => {
                let family = family.replace(['\'', '\\'], "");
                write!(
                    out,
                    "<tspan font-family=\"'{}'\">{}</tspan>",
                    escaped(&family),
                    escaped(&run)
                )
            }
            None => write!(out, "{}", escaped(&run)),
        };
    }
}

fn points(places: &[Spot]) -> String {
    let mut out = String::with_capacity(places.len() * 14);
    for (at, place) in places.iter().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(&short(place.x));
        out.push(',');
        out.push_str(&short(place.y));
    }
    out
}

/// A place to a hundredth of a point, without trailing zeros.
fn short(value: f64) -> String {
    let mut text = format!("{value:.2}");
    text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    if text == "-0" || text.is_empty() {
        "0".to_owned()
    } else {
        text
    }
}

/// Text as XML; characters that XML can't hold become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            char if char.is_control() => out.push(' '),
            char => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_hold_anything() {
        assert_eq!(
            escaped("R&D <b>\"x\"</b>\u{1}"),
            "R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt; "
        );
    }

    #[test]
    fn places_are_written_without_needless_digits() {
        assert_eq!(short(12.0), "12");
        assert_eq!(short(12.345_6), "12.35");
        assert_eq!(short(-0.001), "0");
        assert_eq!(short(100.0), "100");
        assert_eq!(short(0.5), "0.5");
    }
}

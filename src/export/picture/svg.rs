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
    let words = in_order(words);
    let mut rest = words.as_str();
    let mut before = None;
    while !rest.is_empty() {
        let family = family_at(rest, before, faces);
        let mut last = None;
        let end = rest
            .char_indices()
            .find(|(at, char)| {
                let of = family_at(rest.get(*at..).unwrap_or_default(), last.or(before), faces);
                last = Some(*char);
                of != family
            })
            .map_or(rest.len(), |(at, _)| at);
        let (run, after) = rest.split_at(end);
        rest = after;
        before = run.chars().next_back();
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

/// The family of the first letter; a space between two words of one face is of that face: in another it is set at another
/// width, or lost.
fn family_at<'f>(words: &str, before: Option<char>, faces: &'f Faces) -> Option<&'f str> {
    let mut chars = words.chars();
    let first = chars.next()?;
    if first != ' ' {
        return faces.family_of(first);
    }
    let after = chars.next().and_then(|next| faces.family_of(next));
    after.filter(|family| before.and_then(|one| faces.family_of(one)) == Some(*family))
}

/// The words with an unseen mark of direction after each run of letters written from right to left. A line reads from
/// left to right: without the mark the amount after an Arabic name would be set before it, and its unit behind.
fn in_order(words: &str) -> String {
    const LEFT_TO_RIGHT: char = '\u{200e}';
    if !words.chars().any(is_right_to_left) {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len() + 8);
    for (at, char) in words.char_indices() {
        out.push(char);
        let after = words.get(at + char.len_utf8()..).unwrap_or_default();
        let speaks =
            |c: &char| c.is_alphanumeric() || matches!(c, '$' | '%' | '\u{a3}' | '\u{20ac}');
        let goes_on = after.chars().find(speaks).is_some_and(is_right_to_left);
        if is_right_to_left(char) && !goes_on {
            out.push(LEFT_TO_RIGHT);
        }
    }
    out
}

/// Hebrew, Arabic and their neighbours.
fn is_right_to_left(char: char) -> bool {
    matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
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
    fn an_amount_stands_after_a_name_written_from_right_to_left() {
        let name = "\u{5d4}\u{5e6}\u{5e2}\u{5ea} \u{5d4}\u{5d0}";
        assert_eq!(
            in_order(&format!("{name} $157.4M")),
            format!("{name}\u{200e} $157.4M")
        );
        assert_eq!(
            in_order(&format!("under \u{201c}{name}\u{201d}, 3%")),
            format!("under \u{201c}{name}\u{200e}\u{201d}, 3%")
        );
        assert_eq!(in_order("Union $6.20B"), "Union $6.20B");
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

//! SVG, PNG and PDF: the same bytes each time, and in them what the figure says.

use counteroffer::export::figure_set::FigureSet;
use counteroffer::export::picture::{self, Picture};
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::layout::paper::Paper;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Scene, Sheet, Size, TextBox, TextPart};
use counteroffer::figure::{Body, Figure, FigureName};
use resvg::usvg;

use crate::{cases, made, pdf_text};

fn scene(name: FigureName, size: Size, theme: Theme) -> Scene {
    let figure = cases::one(&cases::kaiser(), name);
    lay_out(&figure, Sheet { size, theme })
}

/// The chunks of a PNG: kind and data.
fn chunks(png: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut at = 8;
    while at < png.len() {
        let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
        let kind = String::from_utf8(png[at + 4..at + 8].to_vec()).unwrap();
        found.push((kind, png[at + 8..at + 8 + length].to_vec()));
        at += 12 + length;
    }
    found
}

#[test]
fn the_same_scenario_gives_the_same_bytes() {
    for name in FigureName::ALL {
        let make = || {
            let set = FigureSet::of(&cases::kaiser(), true).unwrap();
            let scene = lay_out(set.figure(name).unwrap(), Sheet::default());
            let picture = Picture::of(&scene).unwrap();
            let svg = picture.svg_with_text().to_owned();
            let png = picture.png(36).unwrap();
            (svg, picture.svg_outlined(), png, picture.pdf().unwrap())
        };
        let (once, twice) = (make(), make());
        assert!(once == twice, "{}", name.key());
    }
}

#[test]
fn pdf_holds_its_words_its_fonts_and_its_alternative_text() {
    for name in FigureName::ALL {
        let figure = cases::one(&cases::kaiser(), name);
        for size in [Size::Slide, Size::Letter] {
            let theme = Theme::Light;
            let scene = lay_out(&figure, Sheet { size, theme });
            let pdf = Picture::of(&scene).unwrap().pdf().unwrap();
            let read = pdf_text::read(&pdf);
            let words = read.lines.join("\n");
            for text in &scene.texts {
                assert!(words.contains(&text.text), "{}: {}", name.key(), text.text);
            }
            assert_eq!(read.fonts, 2, "the two weights");
            let has = |what: &str| read.dictionaries.iter().any(|one| one.contains(what));
            let (width, height) = size.points();
            assert!(has(&format!("/MediaBox[0 0 {width} {height}]")), "{size:?}");
            assert!(has("/Type/StructTreeRoot") && has("/S/Figure"));
            assert!(has(&format!("/Alt{}", pdf_text::utf16(&scene.description))));
            assert!(scene.description.starts_with(&figure.alt));
            assert!(has("/Lang(en-US)") && has("/MarkInfo<</Marked true"));
            assert!(has("/DisplayDocTitle true"));
            // A date would make every run different.
            let all = String::from_utf8_lossy(&pdf).into_owned();
            assert!(!all.contains("/CreationDate") && !all.contains("/ModDate"));
        }
    }
}

#[test]
fn one_pdf_holds_a_page_for_each_figure() {
    let figures = cases::set(&cases::kaiser());
    let scenes: Vec<Scene> = figures
        .iter()
        .map(|figure| lay_out(figure, Sheet::default()))
        .collect();
    let pictures: Vec<Picture<'_>> = scenes.iter().map(|one| Picture::of(one).unwrap()).collect();
    let pdf = picture::pages("The case", &pictures).unwrap();
    let read = pdf_text::read(&pdf);
    let pages = read
        .dictionaries
        .iter()
        .filter(|one| one.contains("/Type/Page/"));
    assert_eq!(pages.count(), figures.len());
    let words = read.lines.join(" ");
    for scene in &scenes {
        let headline = &headline_of(scene).text;
        assert!(words.contains(headline), "{headline}");
    }
    let title = format!("/Title{}", pdf_text::utf16("The case"));
    assert!(
        read.dictionaries.iter().any(|one| one.contains(&title)) || {
            let all = String::from_utf8_lossy(&pdf).into_owned();
            all.contains("The case")
        }
    );
}

fn headline_of(scene: &Scene) -> &TextBox {
    let mut texts = scene.texts.iter();
    texts.find(|one| one.part == TextPart::Headline).unwrap()
}

/// Real paper: two figures a page, the case above and the page's number below.
#[test]
fn pages_of_paper_hold_two_figures_each_with_the_case_and_the_number() {
    let figures = cases::set(&cases::kaiser());
    for paper in Paper::ALL {
        let (size, theme) = (paper.size(), Theme::Light);
        let scenes: Vec<Scene> = figures
            .iter()
            .map(|figure| lay_out(figure, Sheet { size, theme }))
            .collect();
        let pictures: Vec<Picture<'_>> =
            scenes.iter().map(|one| Picture::of(one).unwrap()).collect();
        let pdf = picture::on_paper("A case of two", &pictures, paper, theme).unwrap();
        let read = pdf_text::read(&pdf);
        let count = figures.len().div_ceil(2);
        let pages = read
            .dictionaries
            .iter()
            .filter(|one| one.contains("/Type/Page/"));
        assert_eq!(pages.count(), count);
        let words = read.lines.join(" ");
        for number in 1..=count {
            assert!(
                words.contains(&format!("Page {number} of {count}")),
                "{words}"
            );
        }
        assert!(words.contains("A case of two"));
        // Nothing of a figure leaves the paper, and the two don't meet.
        let (width, height) = paper.points();
        let (wide, high) = size.points();
        let [first, second] = paper.places();
        assert!(first.x > 0.0 && first.x + wide < width);
        assert!(first.y + high <= second.y && second.y + high < height);
    }
}

/// A table is a table to a screen reader: header cells name columns and rows.
#[test]
fn the_comparison_is_a_table_in_pdf_with_all_its_rows_in_words() {
    let figure = cases::one(&cases::kaiser(), FigureName::Comparison);
    let scene = lay_out(&figure, Sheet::default());
    let pdf = Picture::of(&scene).unwrap().pdf().unwrap();
    let read = pdf_text::read(&pdf);
    let count = |what: &str| {
        let all = read.dictionaries.iter();
        all.map(|one| one.matches(what).count()).sum::<usize>()
    };
    let Body::Table(table) = &figure.body else {
        panic!("{:?}", figure.body);
    };
    let (rows, columns) = (table.rows.len(), table.columns.len());
    assert_eq!(count("/S/Table"), 1);
    assert_eq!(count("/S/TR"), rows + 1);
    // The corner has no words but its place: a header speaks for the cells that stand as far from the left.
    assert_eq!(count("/S/TH"), rows + columns - 1);
    assert_eq!(count("/S/TD"), rows * (columns - 1) + 1);
    for row in read.dictionaries.iter().filter(|one| one.contains("/S/TR")) {
        let (_, rest) = row.split_once("/K[").unwrap();
        let (cells, _) = rest.split_once(']').unwrap();
        assert_eq!(cells.matches(" 0 R").count(), columns, "{row}");
    }
    for row in &table.rows {
        for cell in &row.cells {
            assert!(figure.alt.contains(cell), "{cell}");
        }
    }
}

#[test]
fn png_tells_its_resolution_and_colours_and_is_the_raster_shown() {
    let scene = scene(FigureName::Years, Size::Slide, Theme::Light);
    let picture = Picture::of(&scene).unwrap();
    for (dpi, width, height, metre) in [(150, 2_000, 1_125, 5_906_u32), (96, 1_280, 720, 3_780)] {
        let bytes = picture.png(dpi).unwrap();
        let chunks = chunks(&bytes);
        let of = |kind: &str| &chunks.iter().find(|chunk| chunk.0 == kind).unwrap().1;
        let mut physical = metre.to_be_bytes().repeat(2);
        physical.push(1);
        assert_eq!(of("pHYs"), &physical);
        assert_eq!(of("sRGB").len(), 1);
        assert!(
            chunks.iter().any(|(kind, data)| kind == "iTXt"
                && String::from_utf8_lossy(data).contains(&scene.title))
        );
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), (width, height));
        let raster = picture::raster(&scene, dpi).unwrap();
        assert_eq!((raster.width, raster.height), (width, height));
        let rgba = raster.rgba.chunks(4);
        assert!(
            rgba.clone().all(|pixel| pixel[3] == 255),
            "the ground is opaque"
        );
        let shown: Vec<u8> = rgba.flat_map(|pixel| pixel[..3].to_vec()).collect();
        assert!(shown == pixels, "the preview differs from the file");
    }
}

/// The raster has the theme's ground in its corners and ink where the headline is.
#[test]
fn themes_have_their_ground_and_their_ink() {
    for theme in Theme::ALL {
        let scene = scene(FigureName::Cost, Size::HalfSlide, theme);
        let raster = picture::raster(&scene, 72).unwrap();
        let at = |x: usize, y: usize| {
            let from = (y * raster.width as usize + x) * 4;
            [
                raster.rgba[from],
                raster.rgba[from + 1],
                raster.rgba[from + 2],
            ]
        };
        let paper = theme.palette().paper;
        for (x, y) in [(0, 0), (479, 0), (0, 539), (479, 539)] {
            assert_eq!(at(x, y), [paper.0, paper.1, paper.2], "{theme:?}");
        }
        let headline = headline_of(&scene).bounds;
        let inked = (headline.left as usize..headline.right as usize)
            .flat_map(|x| (headline.top as usize..headline.bottom as usize).map(move |y| (x, y)))
            .filter(|(x, y)| at(*x, *y) != [paper.0, paper.1, paper.2])
            .count();
        assert!(inked > 300, "{theme:?}: {inked}");
    }
}

#[test]
fn resolutions_out_of_range_are_refused() {
    let scene = scene(FigureName::Cost, Size::Square, Theme::Light);
    let picture = Picture::of(&scene).unwrap();
    for dpi in [0, 23, 1_201, u32::MAX] {
        assert!(picture.raster(dpi).is_err(), "{dpi}");
    }
    assert!(picture.raster(24).is_ok());
}

#[test]
fn svg_keeps_text_or_outlines_it_and_says_what_it_shows() {
    let figure = made::crowd(3);
    let scene = lay_out(&figure, Sheet::default());
    let picture = Picture::of(&scene).unwrap();
    let (text, outlined) = (picture.svg_with_text(), picture.svg_outlined());
    assert!(text.contains("font-family=\"'Source Sans 3'"));
    // Whatever face stands in for it, each text keeps its width.
    assert_eq!(text.matches(" textLength=").count(), scene.texts.len());
    assert_eq!(text.matches("<text ").count(), scene.texts.len());
    assert!(!outlined.contains("<text"), "outlined text is no text");
    assert!(!outlined.contains("font-family"));
    for svg in [text, &outlined] {
        assert!(svg.contains("R&amp;D &lt;costs&gt;"), "{}", &svg[..300]);
        assert!(svg.contains("<desc>"));
        assert!(svg.contains("width=\"960pt\" height=\"540pt\" viewBox=\"0 0 960 540\""));
        assert!(!svg.contains("http://www.w3.org/1999/xhtml") && !svg.contains("<image"));
    }
    // Without any font the outlines still draw the same size of picture, and as much ink.
    let bare = usvg::Options {
        dpi: 72.0,
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(&outlined, &bare).unwrap();
    assert_eq!((tree.size().width(), tree.size().height()), (960.0, 540.0));
    let mut pixels = resvg::tiny_skia::Pixmap::new(960, 540).unwrap();
    resvg::render(&tree, usvg::Transform::default(), &mut pixels.as_mut());
    let raster = picture.raster(72).unwrap();
    let far = pixels
        .take_demultiplied()
        .iter()
        .zip(&raster.rgba)
        .filter(|(one, other)| one.abs_diff(**other) > 24)
        .count();
    assert!(far < 400, "{far} bytes differ from the raster");
}

/// What can't be shown whole is an error, not a bad picture.
#[test]
fn a_text_that_leaves_the_sheet_or_is_missing_fails_the_picture() {
    let figure: Figure = made::crowd(3);
    let sound = lay_out(&figure, Sheet::default());
    let mut cut = sound.clone();
    let text = cut.texts.pop().unwrap();
    cut.texts.push(text.clone().moved(2_000.0, 0.0));
    assert!(Picture::of(&cut).unwrap_err().to_string().contains("cut"));
    let mut lost = sound;
    lost.texts.push(counteroffer::figure::scene::TextBox {
        text: "\u{1f600}\u{1f600}".to_owned(),
        ..text
    });
    let told = Picture::of(&lost).unwrap_err().to_string();
    assert!(told.contains("1 of its"), "{told}");
}

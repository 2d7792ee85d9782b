//! Pixels, and PNG around them.

#![allow(clippy::float_arithmetic)]

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::PictureError;
use crate::figure::position::narrow;
use crate::figure::scene::{Scene, Size};

/// Points an inch.
const INCH: f64 = 72.0;

/// Pixels, from the top left, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// Pixels across.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel; a picture's ground is opaque.
    pub rgba: Vec<u8>,
}

/// The most pixels of a picture: with what packing them takes, they stay well under a gigabyte.
const MOST_PIXELS: f64 = 100_000_000.0;

/// The highest resolution a sheet of a size is drawn at, dots an inch.
pub(super) fn most_dpi(size: Size) -> u32 {
    let (width, height) = size.points();
    let inches = width * height / (INCH * INCH);
    // Rounded down, so that no pixel is one too many.
    whole((MOST_PIXELS / inches).sqrt().floor())
}

pub(super) fn raster(tree: &usvg::Tree, scene: &Scene, dpi: u32) -> Result<Raster, PictureError> {
    let scale = f64::from(dpi) / INCH;
    let (width, height) = (whole(scene.width * scale), whole(scene.height * scale));
    let fits = f64::from(width) * f64::from(height) <= MOST_PIXELS;
    let pixels = fits.then(|| Pixmap::new(width, height)).flatten();
    let mut pixels = pixels.ok_or_else(|| PictureError::Pixels {
        title: scene.title.clone(),
        why: format!("{width} \u{d7} {height} are too many"),
    })?;
    // Each way by itself, so that the ground reaches the last pixel where sizes were rounded.
    let across = f64::from(width) / scene.width;
    let down = f64::from(height) / scene.height;
    let scale = Transform::from_scale(narrow(across), narrow(down));
    resvg::render(tree, scale, &mut pixels.as_mut());
    Ok(Raster {
        width,
        height,
        // Over an opaque ground every pixel is opaque, and its colours are as they are.
        rgba: pixels.take(),
    })
}

/// Pixels of a length, at the nearest whole one. A length below zero has none; one beyond what the number holds is
/// held at the most, which is refused as too many.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float beyond a whole number's range becomes the nearest end of it"
)]
fn whole(pixels: f64) -> u32 {
    pixels.round() as u32
}

/// PNG with the resolution, the colour space, the headline and the alternative text.
pub(super) fn packed(raster: Raster, scene: &Scene, dpi: u32) -> Result<Vec<u8>, PictureError> {
    let failed = |error: png::EncodingError| PictureError::Pixels {
        title: scene.title.clone(),
        why: error.to_string(),
    };
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    // Flat grounds and straight lines pack best as they are, and fastest.
    encoder.set_filter(png::Filter::NoFilter);
    let metre = dots_a_metre(dpi);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: metre,
        yppu: metre,
        unit: png::Unit::Meter,
    }));
    let private = scene.private.then(|| "Private".to_owned());
    let told = [
        ("Title", Some(&scene.title)),
        ("Description", Some(&scene.description)),
        ("Disclaimer", private.as_ref()),
    ];
    for (key, text) in told {
        if let Some(text) = text {
            encoder
                .add_itxt_chunk(key.to_owned(), text.clone())
                .map_err(failed)?;
        }
    }
    let mut writer = encoder.write_header().map_err(failed)?;
    // The ground is opaque: opacity would be a quarter of the bytes and say nothing. The colours move together where
    // they are, so that a large sheet is in memory once.
    let mut rgb = raster.rgba;
    let pixels = rgb.len() / 4;
    for at in 0..pixels {
        rgb.copy_within(at * 4..at * 4 + 3, at * 3);
    }
    rgb.truncate(pixels * 3);
    writer.write_image_data(&rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

/// Dots a metre, rounded: an inch is 0.0254 m.
fn dots_a_metre(dpi: u32) -> u32 {
    (dpi * 10_000 + 127) / 254
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_counted_a_metre() {
        // 150 / 0.0254 = 5,905.5…; 300 / 0.0254 = 11,811.02; 600 / 0.0254 = 23,622.05.
        assert_eq!(dots_a_metre(150), 5_906);
        assert_eq!(dots_a_metre(300), 11_811);
        assert_eq!(dots_a_metre(600), 23_622);
    }
}

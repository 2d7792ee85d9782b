//! The preview: the very pixels that are saved, made smaller only to fit the dialog.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::{self, ColorImage, Image, Rect, TextureHandle, TextureOptions, Ui, Vec2};

use super::gray;
use crate::export::picture::{Raster, raster};
use crate::figure::Figure;
use crate::figure::layout::lay_out;
use crate::figure::palette::Theme;
use crate::figure::scene::{Sheet, Size};
use crate::ui::widgets::axis::whole;
use crate::ui::widgets::theme;

/// What a preview was made from.
type Key = (Figure, Sheet, u32);

/// The last picture, and the one being made.
#[derive(Default)]
pub struct Preview {
    made: Option<(Key, Result<TextureHandle, String>)>,
    making: Option<(Key, Receiver<Result<ColorImage, String>>)>,
}

/// Shows the figure as it is saved, in the room there is.
pub fn show(
    preview: &mut Preview,
    ui: &mut Ui,
    figure: &Figure,
    (sheet, dpi): (Sheet, u32),
    room: Vec2,
) {
    let fits = |key: &Key| key.1 == sheet && key.2 == dpi && key.0 == *figure;
    if let Some((key, receiver)) = preview.making.take() {
        match receiver.try_recv() {
            Ok(image) => {
                let texture = image.map(|image| {
                    let options = TextureOptions::LINEAR;
                    ui.ctx().load_texture("export preview", image, options)
                });
                preview.made = Some((key, texture));
            }
            Err(TryRecvError::Empty) => preview.making = Some((key, receiver)),
            Err(TryRecvError::Disconnected) => {
                let words = "The preview could not be made.".to_owned();
                preview.made = Some((key, Err(words)));
            }
        }
    }
    let current = preview.made.as_ref().is_some_and(|(key, _)| fits(key));
    if !current && preview.making.is_none() {
        let pixels = room * ui.ctx().pixels_per_point();
        preview.making = Some(make((figure.clone(), sheet, dpi), pixels, ui.ctx()));
    }
    match &preview.made {
        Some((_, Ok(texture))) => {
            let size = texture.size_vec2();
            let scale = (room.x / size.x)
                .min(room.y / size.y)
                .min(1.0 / ui.ctx().pixels_per_point());
            let (rect, _) = ui.allocate_exact_size(room, egui::Sense::hover());
            let place = Rect::from_center_size(
                egui::pos2(rect.center().x, rect.top() + size.y * scale / 2.0),
                size * scale,
            );
            // Pale while it is not yet the figure asked for.
            let tint = if current { u8::MAX } else { 110 };
            Image::new(texture)
                .alt_text(&figure.alt)
                .tint(egui::Color32::from_white_alpha(tint))
                .paint_at(ui, place);
            let outline = egui::Stroke::new(1.0, theme::palette(ui).outline);
            let outside = egui::StrokeKind::Outside;
            ui.painter().rect_stroke(place, 0.0, outline, outside);
        }
        Some((_, Err(words))) => {
            ui.label(words.as_str());
        }
        None => {
            ui.label(gray(ui, "Drawing\u{2026}"));
        }
    }
}

fn make(key: Key, room: Vec2, ctx: &egui::Context) -> (Key, Receiver<Result<ColorImage, String>>) {
    let (sender, receiver) = channel();
    let (work, ctx) = (key.clone(), ctx.clone());
    std::thread::spawn(move || {
        let (figure, sheet, dpi) = work;
        let scene = lay_out(&figure, sheet);
        let made = raster(&scene, dpi)
            .map(|raster| smaller(&raster, room))
            .map_err(|error| error.to_string());
        // The dialog may be closed by now.
        let _ = sender.send(made);
        ctx.request_repaint();
    });
    (key, receiver)
}

/// A picture for the clipboard: a slide at 150 dpi, in the window's theme.
pub fn picture(figure: &Figure, theme: egui::Theme) -> Result<ColorImage, String> {
    let theme = match theme {
        egui::Theme::Dark => Theme::Dark,
        egui::Theme::Light => Theme::Light,
    };
    let size = Size::Slide;
    let scene = lay_out(figure, Sheet { size, theme });
    let raster = raster(&scene, 150).map_err(|error| error.to_string())?;
    let size = [raster.width as usize, raster.height as usize];
    Ok(ColorImage::from_rgba_unmultiplied(size, &raster.rgba))
}

/// The same picture by averaging whole blocks of pixels, not much larger than its room.
fn smaller(raster: &Raster, room: Vec2) -> ColorImage {
    let (width, height) = (raster.width as usize, raster.height as usize);
    let needed = (width as f32 / room.x).max(height as f32 / room.y);
    let block = whole(needed).max(1);
    let (across, down) = ((width / block).max(1), (height / block).max(1));
    let mut rgba = Vec::with_capacity(across * down * 4);
    let count = u32::try_from(block * block).unwrap_or(u32::MAX);
    for y in 0..down {
        for x in 0..across {
            let mut sum = [0_u32; 4];
            for row in 0..block {
                let start = ((y * block + row) * width + x * block) * 4;
                let Some(line) = raster.rgba.get(start..start + block * 4) else {
                    continue;
                };
                for pixel in line.chunks_exact(4) {
                    for (sum, part) in sum.iter_mut().zip(pixel) {
                        *sum += u32::from(*part);
                    }
                }
            }
            rgba.extend(sum.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX)));
        }
    }
    ColorImage::from_rgba_unmultiplied([across, down], &rgba)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_picture_averages_whole_blocks_of_pixels() {
        let raster = Raster {
            width: 4,
            height: 2,
            rgba: [[0, 0, 0, 255], [100, 0, 0, 255]].concat().repeat(4),
        };
        let image = smaller(&raster, Vec2::new(2.0, 1.0));
        assert_eq!(image.size, [2, 1]);
        assert_eq!(image.pixels[0], egui::Color32::from_rgb(50, 0, 0));
    }
}

//! A window with nothing in it, by which `benches/start.sh` judges the start and the memory of the program.

use eframe::egui::{self, Vec2, ViewportBuilder};

struct Nothing;

impl eframe::App for Nothing {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| {
            ui.label("Nothing");
        });
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: ViewportBuilder::default()
            .with_title("Empty")
            .with_inner_size(Vec2::new(1440.0, 900.0)),
        ..Default::default()
    };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Nothing))))
}

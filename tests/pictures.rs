//! Pictures of every figure.

#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

use counteroffer::export::figure_set::FigureSet;
use counteroffer::export::picture::Picture;
use counteroffer::figure::FigureName;
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Sheet, Size};
use counteroffer::scenario::Scenario;

fn scenario(name: &str) -> Scenario {
    let path = format!("{}/scenarios/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    ron::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn look() {
    let Ok(dir) = std::env::var("PICTURES") else {
        return;
    };
    let pick = std::env::var("PICK").unwrap_or_default();
    std::fs::create_dir_all(&dir).unwrap();
    for case in [
        "kaiser-alliance-2025",
        "boeing-iam-2024",
        "nyc-dc37-2021",
        "two-market-hospital",
    ] {
        let set = FigureSet::of(&scenario(case), true).unwrap();
        for name in FigureName::ALL {
            for size in Size::ALL {
                for theme in Theme::ALL {
                    let key = format!("{case}-{}-{}-{}", name.key(), size.key(), theme.key());
                    if !pick
                        .split(',')
                        .any(|part| part.split('+').all(|part| key.contains(part)))
                    {
                        continue;
                    }
                    let scene = lay_out(set.figure(name).unwrap(), Sheet { size, theme });
                    let picture = Picture::of(&scene).unwrap();
                    std::fs::write(format!("{dir}/{key}.png"), picture.png(96).unwrap()).unwrap();
                    if std::env::var("PDF").is_ok() {
                        std::fs::write(format!("{dir}/{key}.pdf"), picture.pdf().unwrap()).unwrap();
                        std::fs::write(format!("{dir}/{key}.svg"), picture.svg_outlined()).unwrap();
                    }
                }
            }
        }
    }
}

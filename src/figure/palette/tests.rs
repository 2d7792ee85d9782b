//! Contrast as WCAG 2 defines it; colour-blindness as simulated by Machado, Oliveira and Fernandes,
//! "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009),
//! at full severity, on linear light.

#![allow(clippy::float_arithmetic)]

use super::*;

type Light = [f64; 3];

fn light(colour: Rgb) -> Light {
    [colour.0, colour.1, colour.2].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance(light: Light) -> f64 {
    0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
}

fn contrast(one: Light, other: Light) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const SEEN: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "all colours",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "no red",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "no green",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "no blue",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn seen(colour: Rgb, matrix: &[[f64; 3]; 3]) -> Light {
    let light = light(colour);
    matrix.map(|row| {
        let sum: f64 = row
            .iter()
            .zip(light)
            .map(|(part, value)| part * value)
            .sum();
        sum.clamp(0.0, 1.0)
    })
}

#[test]
fn contrast_is_measured_as_published() {
    // WCAG's own example pair: black on white is 21 : 1; #777777 on white is 4.48 : 1.
    let white = light(Rgb(255, 255, 255));
    assert!((contrast(light(Rgb(0, 0, 0)), white) - 21.0).abs() < 1e-9);
    assert!((contrast(light(Rgb(0x77, 0x77, 0x77)), white) - 4.48).abs() < 0.005);
}

#[test]
fn marks_and_text_stand_out_on_every_theme() {
    for theme in Theme::ALL {
        let palette = theme.palette();
        let to_paper = |colour: Rgb| contrast(light(colour), light(palette.paper));
        for text in [palette.ink, palette.soft, palette.faint] {
            assert!(
                to_paper(text) >= 4.5,
                "{theme:?} {text:?}: {}",
                to_paper(text)
            );
        }
        for role in ROLES {
            let (mark, text) = (to_paper(palette.mark(role)), to_paper(palette.text(role)));
            assert!(mark >= 3.0, "{theme:?} {role:?}: mark {mark}");
            assert!(text >= 4.5, "{theme:?} {role:?}: text {text}");
        }
    }
}

/// However colours are seen, marks don't sink into the ground and text stays readable: orange on
/// white loses a little to readers without green.
#[test]
fn colour_blind_readers_see_every_mark_and_word() {
    for theme in Theme::ALL {
        let palette = theme.palette();
        for (name, matrix) in &SEEN {
            let paper = seen(palette.paper, matrix);
            for role in ROLES {
                let mark = contrast(seen(palette.mark(role), matrix), paper);
                let text = contrast(seen(palette.text(role), matrix), paper);
                assert!(mark >= 2.5, "{theme:?}, {name}, {role:?}: mark {mark}");
                assert!(text >= 4.4, "{theme:?}, {name}, {role:?}: text {text}");
            }
        }
    }
}

/// Where two offers are hard to tell apart by colour, for some reader or on a grey printer, dash,
/// head and filling differ.
#[test]
fn offers_that_look_alike_differ_in_dash_head_and_filling() {
    let offers = [Role::A, Role::B, Role::Edited, Role::Other];
    let mut alike = 0;
    for theme in Theme::ALL {
        for (at, one) in offers.iter().enumerate() {
            for other in &offers[at + 1..] {
                let colours = [*one, *other].map(|role| theme.palette().mark(role));
                let like = SEEN.iter().any(|(_, matrix)| {
                    let [one, other] = colours.map(|colour| seen(colour, matrix));
                    contrast(one, other) < 3.0
                });
                if like {
                    alike += 1;
                    assert_ne!(dash(*one), dash(*other), "{one:?} {other:?}");
                    assert_ne!(head(*one), head(*other), "{one:?} {other:?}");
                    assert_ne!(filling(*one), filling(*other), "{one:?} {other:?}");
                }
            }
        }
    }
    // Were no pair alike, the test would say nothing.
    assert!(alike > 10, "{alike}");
}

//! The file of preferences, which the window's library writes: private, and never absurd.
//!
//! Window size, zoom, recent files and the like. Whatever is wrong with it, the program starts, with what
//! it has at first, and says so.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::data_folder::DataFolder;
use crate::units::visible::path as shown;

/// What the library calls it.
const NAME: &str = "app.ron";
/// What is wrong with a damaged one is beside it, under this name.
const SET_ASIDE: &str = "app-damaged.ron";
/// The largest that is read: window places and names of files are far smaller.
const MOST_BYTES: u64 = 4_000_000;
/// Between which zooms the keys of the window's library go.
const ZOOM: std::ops::RangeInclusive<f32> = 0.2..=5.0;
/// Between which sizes a side of a window can be shown, in points.
const SIDE: std::ops::RangeInclusive<f32> = 100.0..=20_000.0;
/// Between which places its corner lies on some screen of a desktop, in pixels.
const PLACE: std::ops::RangeInclusive<f32> = -10_000.0..=30_000.0;
/// How many pixels a point takes on the screens there are.
const SCALE: std::ops::RangeInclusive<f32> = 0.25..=16.0;

/// What the library keeps of the window's place, under `window`.
#[derive(Deserialize)]
struct Window {
    normal_geometry: Geometry,
}

#[derive(Deserialize)]
struct Geometry {
    outer_position_pixels: Option<Pair>,
    scale_factor: f32,
    inner_size_points: Pair,
}

#[derive(Deserialize)]
struct Pair {
    x: f32,
    y: f32,
}

impl Pair {
    fn is_in(&self, range: &std::ops::RangeInclusive<f32>) -> bool {
        range.contains(&self.x) && range.contains(&self.y)
    }
}

/// What the library keeps of everything else, under `egui`. Only what the user chose is taken back: how far
/// the panels of another file were scrolled, say, is none of this session's.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct Memory {
    options: Options,
}

#[derive(Deserialize, Serialize)]
#[serde(default)]
struct Options {
    theme_preference: Theme,
    zoom_factor: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            theme_preference: Theme::System,
            zoom_factor: 1.0,
        }
    }
}

#[derive(Deserialize, Serialize)]
enum Theme {
    Dark,
    Light,
    System,
}

/// Looks the preferences over before the window's library reads them: closes them to others, and takes out
/// what can't be used. Says what was put aside.
#[must_use]
pub fn look_over(folder: &DataFolder) -> Option<String> {
    let path = folder.path().join(NAME);
    match look_over_file(&path) {
        Ok(None) => None,
        Ok(Some(what)) => Some(what),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // Made now, so that whatever is written into it later is private from the start.
            let _ = write_private(&path, "{}", true);
            None
        }
        Err(_) => Some(format!(
            "The preferences in {} can\u{2019}t be read; the window starts as at first",
            shown(&path)
        )),
    }
}

fn look_over_file(path: &Path) -> io::Result<Option<String>> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::from(ErrorKind::InvalidInput));
    }
    close_to_others(path, &metadata)?;
    let text = if metadata.len() > MOST_BYTES {
        String::new()
    } else {
        // Bytes that are no text are damage like any other.
        String::from_utf8(fs::read(path)?).unwrap_or_default()
    };
    let Ok(mut kept) = ron::from_str::<HashMap<String, String>>(&text) else {
        let aside = path.with_file_name(SET_ASIDE);
        fs::rename(path, &aside)?;
        write_private(path, "{}", true)?;
        return Ok(Some(format!(
            "The preferences were damaged; the window starts as at first, and they are kept in {}",
            shown(&aside)
        )));
    };
    let before = kept.clone();
    let window = kept.get("window").map(|text| is_window(text));
    if window == Some(false) {
        kept.remove("window");
    }
    let memory = kept.get("egui").map(|text| chosen(text));
    match &memory {
        Some(Some(chosen)) => drop(kept.insert("egui".to_owned(), chosen.clone())),
        Some(None) => drop(kept.remove("egui")),
        None => {}
    }
    if kept == before {
        return Ok(None);
    }
    let text = ron::to_string(&kept).map_err(io::Error::other)?;
    write_private(path, &text, false)?;
    let sound = window != Some(false) && memory != Some(None);
    Ok((!sound).then(|| {
        "A preference no window can have, such as a zoom of 0, was left out; it is as at first"
            .to_owned()
    }))
}

/// Whether a window can stand so, at this size and place.
fn is_window(text: &str) -> bool {
    ron::from_str::<Window>(text).is_ok_and(|window| {
        let geometry = window.normal_geometry;
        let place = geometry.outer_position_pixels;
        geometry.inner_size_points.is_in(&SIDE)
            && SCALE.contains(&geometry.scale_factor)
            && place.is_none_or(|place| place.is_in(&PLACE))
    })
}

/// What the user chose, as the library reads it; nothing where no window can be drawn so.
fn chosen(text: &str) -> Option<String> {
    let memory: Memory = ron::from_str(text).ok()?;
    if !ZOOM.contains(&memory.options.zoom_factor) {
        return None;
    }
    ron::to_string(&memory).ok()
}

/// Makes sure, before the library writes them, that the file is there and private: it would make one that
/// others can read, where somebody removed the folder meanwhile.
pub fn keep_private(folder: &DataFolder) {
    let path = folder.path().join(NAME);
    let _ = write_private(&path, "{}", true);
    if let Ok(metadata) = fs::metadata(&path) {
        let _ = close_to_others(&path, &metadata);
    }
}

fn write_private(path: &Path, text: &str, new: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(new).truncate(!new);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(unix)]
fn close_to_others(path: &Path, metadata: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if metadata.permissions().mode() & 0o177 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn close_to_others(_path: &Path, _metadata: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &[u8]) -> (tempfile::TempDir, Option<String>, String) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), text).unwrap();
        let data = DataFolder::at(folder.path()).unwrap();
        let told = look_over(&data);
        let text = fs::read_to_string(folder.path().join(NAME)).unwrap();
        (folder, told, text)
    }

    const WINDOW: &str = "(normal_geometry:(outer_position_pixels:Some((x:-8.0,y:30.0)),scale_factor:1.0,\
                          inner_size_points:(x:1309.0908,y:818.1818)),fullscreen:false,maximized:false)";
    const CHOSEN: &str = "(options:(theme_preference:Dark,zoom_factor:1.25))";

    fn kept(text: &str) -> HashMap<String, String> {
        ron::from_str(text).unwrap()
    }

    fn written(entries: &[(&str, &str)]) -> String {
        ron::to_string(&entries.iter().copied().collect::<HashMap<_, _>>()).unwrap()
    }

    #[test]
    fn sound_preferences_stay_as_they_are() {
        let sound = written(&[
            ("window", WINDOW),
            ("egui", CHOSEN),
            ("recent files", "/tmp/NaN.ron\n/tmp/(zoom_factor:0).ron"),
        ]);
        let (_folder, told, text) = with(sound.as_bytes());
        assert_eq!((told, text), (None, sound));
    }

    #[test]
    fn of_the_librarys_memory_only_zoom_and_theme_come_back() {
        let whole = "(options:(theme_preference:Dark,fallback_theme:Light,zoom_factor:1.25,max_passes:0,\
                     input_options:(max_click_dist:1e300)),data:([(12,(type_id:(5),ron:\"(x:NaN)\",\
                     generation:1))]),to_global:{},areas:{(1):(order:[(order:Background,id:(4))])})";
        let text = written(&[("egui", whole), ("view", "gap")]);
        let (_folder, told, text) = with(text.as_bytes());
        assert_eq!(told, None);
        assert_eq!(
            kept(&text),
            kept(&written(&[("egui", CHOSEN), ("view", "gap")]))
        );
    }

    #[test]
    fn an_absurd_one_goes_and_the_others_stay() {
        let zoom = |zoom: &str| ("egui", CHOSEN.replace("1.25", zoom));
        let window = |from: &str, to: &str| {
            assert!(WINDOW.contains(from));
            ("window", WINDOW.replace(from, to))
        };
        let zooms = "0 0.0 NaN inf -1 -0.5 0.1 7 1e30 1e300 true None \\\"1\\\" (1)";
        let mut absurd: Vec<(&str, String)> = zooms.split(' ').map(zoom).collect();
        absurd.push(("egui", String::new()));
        absurd.push(("egui", "()(".to_owned()));
        for side in [
            "0", "1", "-1440", "inf", "-inf", "NaN", "1e300", "1e9", "true",
        ] {
            absurd.push(window("1309.0908", side));
            absurd.push(window("818.1818", side));
        }
        for place in ["NaN", "1e300", "1e9", "-50000", "Some(3)"] {
            absurd.push(window("-8.0", place));
        }
        for scale in ["0", "NaN", "-1", "1e300"] {
            absurd.push(window("scale_factor:1.0", &format!("scale_factor:{scale}")));
        }
        for (name, value) in absurd {
            let text = written(&[(name, &value), ("view", "gap")]);
            let (_folder, told, text) = with(text.as_bytes());
            assert!(
                told.is_some_and(|told| told.contains("left out")),
                "{name} {value}"
            );
            assert_eq!(kept(&text), kept(&written(&[("view", "gap")])), "{value}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_was_removed_is_private_when_it_is_written_again() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path().join("data")).unwrap();
        fs::remove_dir_all(data.path()).unwrap();
        keep_private(&DataFolder::at(data.path()).unwrap());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(data.path()), 0o700);
        assert_eq!(mode(&data.path().join(NAME)), 0o600);
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_said() {
        for damaged in [&b"{\"egui\": \"(zoo"[..], b"", b"\xff\xfe\0", b"[1, 2]"] {
            let (folder, told, text) = with(damaged);
            assert!(told.is_some_and(|told| told.contains("damaged")));
            assert_eq!(text, "{}");
            assert_eq!(fs::read(folder.path().join(SET_ASIDE)).unwrap(), damaged);
        }
    }

    #[cfg(unix)]
    #[test]
    fn it_is_private_whether_new_or_old() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path().join("data")).unwrap();
        let path = data.path().join(NAME);
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(look_over(&data), None);
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(look_over(&data), None);
        assert_eq!(mode(), 0o600);
    }
}

//! The file of preferences, which the window's library writes: private, and never absurd.
//!
//! Window size, zoom, recent files and the like. Whatever is wrong with it, the program starts, with what
//! it has at first, and says so.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::data_folder::DataFolder;
use crate::units::visible::path as shown;

/// What the library calls it.
const NAME: &str = "app.ron";
/// What is wrong with a damaged one is beside it, under this name.
const SET_ASIDE: &str = "app-damaged.ron";
/// The largest that is read: window places and names of files are far smaller.
const MOST_BYTES: u64 = 4_000_000;
/// Between which sizes the window can be drawn: a tenth and ten times.
const ZOOM: (f64, f64) = (0.1, 10.0);
/// The largest side of a window in points, beyond any screen.
const WIDEST: f64 = 100_000.0;

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
    let before = kept.len();
    kept.retain(|_, value| !is_absurd(value));
    if kept.len() == before {
        return Ok(None);
    }
    let text = ron::to_string(&kept).map_err(io::Error::other)?;
    write_private(path, &text, false)?;
    Ok(Some(
        "A preference no window can have, such as a zoom of 0, was left out; it is as at first"
            .to_owned(),
    ))
}

/// Whether a stored value holds a zoom or a size that no window can be drawn with.
fn is_absurd(value: &str) -> bool {
    // Only the library's own values are in brackets; a path may hold any word.
    if !value.trim_start().starts_with('(') {
        return false;
    }
    let mut before = "";
    value
        .split(|c: char| c.is_whitespace() || "(),:[]{}".contains(c))
        .filter(|word| !word.is_empty())
        .any(|word| {
            let name = std::mem::replace(&mut before, word);
            match word.parse::<f64>() {
                Ok(number) if !number.is_finite() => true,
                Ok(number) if name == "zoom_factor" => !(ZOOM.0..=ZOOM.1).contains(&number),
                Ok(number) if name == "inner_size_points" => !(1.0..=WIDEST).contains(&number),
                _ => false,
            }
        })
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

    #[test]
    fn sound_preferences_stay_as_they_are() {
        let sound = br#"{"egui": "(options:(zoom_factor:1.25))", "recent files": "/tmp/NaN.ron"}"#;
        let (_folder, told, text) = with(sound);
        assert_eq!((told, text.as_bytes()), (None, &sound[..]));
    }

    #[test]
    fn an_absurd_one_goes_and_the_others_stay() {
        for absurd in [
            "(zoom_factor:0)",
            "(zoom_factor:0.0)",
            "(zoom_factor: NaN)",
            "(zoom_factor:-1)",
            "(zoom_factor:1e30)",
            "(inner_size_points:Some((inf,600)))",
            "(inner_size_points:(0.0,600.0))",
        ] {
            let text = format!("{{\"egui\": \"{absurd}\", \"view\": \"gap\"}}");
            let (_folder, told, kept) = with(text.as_bytes());
            assert!(
                told.is_some_and(|told| told.contains("left out")),
                "{absurd}"
            );
            assert!(kept.contains("gap") && !kept.contains("egui"), "{kept}");
        }
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

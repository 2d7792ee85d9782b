//! What the window knows, and what may be asked of it: read by every room above, changed by `app`
//! alone.

pub mod actions;
pub mod ask;
pub mod context;
pub mod folding;
pub mod lane_sizes;
pub mod notices;
pub mod offered;
pub mod open_file;
pub mod screen;
pub mod selection;
pub mod session;
pub mod settings;

pub use actions::{Action, Actions, Copied, Disk, Edit, Gesture, Look};
pub use ask::{Ask, Next};
pub use context::Context;
pub use notices::{Notice, Notices, Remedy, Weight};
pub use open_file::OpenFile;
pub use screen::{Page, Screen, View};
pub use selection::{ClauseAt, Selection};
pub use session::Session;
pub use settings::SettingField;

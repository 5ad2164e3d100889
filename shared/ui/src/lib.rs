//! What the field app and the console share on the screen. Class names are documented in `docs/INTERFACE.md`.
//!
//! - [`Setting`]: language, calendar and the present moment, given once at the root
//! - [`Icon`], [`Glyph`]: our own drawings
//! - [`StatusChip`], [`StageChip`], [`Chip`]: a state as colour, icon and word
//! - [`Button`], [`IconButton`], [`Field`], [`Banner`], [`Empty`], [`Dialog`]: the parts of a screen
//! - [`AsOf`], [`Ago`]: how old what you see is
//! - [`PhotoViewer`]: pictures, large
//! - [`Map`]: streets and points as plain SVG

#![expect(unused_qualifications, reason = "rsx! writes its event handlers with them")]

mod glyph;
mod map;
mod parts;
mod photo_viewer;
mod platform;
mod setting;

pub use glyph::{Glyph, Icon};
pub use map::{Ground, Listing, Map, MapPoint, PointLook, PointSelection};
pub use parts::{
    Ago, AsOf, Banner, Button, ButtonKind, ButtonSize, ButtonState, ButtonType, Chip, Dialog, DialogForm,
    Empty, Field, IconButton, Signed, StageChip, StatusChip, Tone,
};
pub use photo_viewer::{PhotoViewer, ViewerPhoto};
pub use setting::{Setting, use_calendar, use_now, use_setting, use_text, use_today};

//! The parts that screens are made of.

mod age;
mod button;
mod chip;
mod dialog;
mod field;
mod message;
mod signed;

pub use age::{Ago, AsOf};
pub use button::{Button, ButtonKind, ButtonSize, ButtonState, ButtonType, IconButton};
pub use chip::{Chip, StageChip, StatusChip, Tone};
pub use dialog::{Dialog, DialogForm};
pub use field::Field;
pub use message::{Banner, Empty};
pub use signed::Signed;

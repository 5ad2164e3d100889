//! A state in a word, with its colour and its icon.
use dioxus::prelude::*;
use kuitti_shared::domain::{OrderStatus, RequestStage};

use crate::{Glyph, Icon, use_text};

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// As it should be.
    Good,
    /// Wants attention soon.
    Warn,
    /// Wrong.
    Bad,
    /// New.
    Fresh,
    /// Came back.
    Again,
    /// Over, or nothing.
    Still,
}

impl Tone {
    /// The value of `data-tone`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Fresh => "fresh",
            Self::Again => "again",
            Self::Still => "still",
        }
    }
}

/// An order's status.
#[component]
pub fn StatusChip(status: OrderStatus) -> Element {
    let word = use_text().word("order-status", status.code());
    rsx! {
        span { class: "chip", "data-status": status.code(),
            Icon { of: Glyph::of_status(status) }
            "{word}"
        }
    }
}

/// A request's stage.
#[component]
pub fn StageChip(stage: RequestStage) -> Element {
    let word = use_text().word("request-stage", stage.code());
    rsx! {
        span { class: "chip", "data-stage": stage.code(),
            Icon { of: Glyph::of_stage(stage) }
            "{word}"
        }
    }
}

/// Any other state.
#[component]
pub fn Chip(tone: Tone, glyph: Glyph, children: Element) -> Element {
    rsx! {
        span { class: "chip", "data-tone": tone.code(),
            Icon { of: glyph }
            {children}
        }
    }
}

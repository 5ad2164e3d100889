//! Commands.
use dioxus::prelude::*;

use crate::{Glyph, Icon};

/// How much a command wants to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// The one command that a screen is for.
    Primary,
    /// Beside the point.
    Quiet,
    /// Ends or removes something.
    Danger,
}

/// How large a target it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonSize {
    /// As a field.
    #[default]
    Normal,
    /// For a thumb in a glove.
    Large,
    /// Inside a row.
    Small,
}

/// Whether it can be pressed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonState {
    /// It can.
    #[default]
    Ready,
    /// It was, and the answer is not here yet.
    Busy,
    /// It cannot.
    Disabled,
}

/// What pressing it does in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonType {
    /// Calls `onclick`.
    #[default]
    Command,
    /// Submits the form, as Enter does.
    Submit,
}

impl ButtonKind {
    const fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Primary => Some("primary"),
            Self::Quiet => Some("quiet"),
            Self::Danger => Some("danger"),
        }
    }
}

impl ButtonSize {
    const fn code(self) -> Option<&'static str> {
        match self {
            Self::Normal => None,
            Self::Large => Some("large"),
            Self::Small => Some("small"),
        }
    }
}

impl ButtonType {
    const fn code(self) -> &'static str {
        match self {
            Self::Command => "button",
            Self::Submit => "submit",
        }
    }
}

/// A command with a word, and an icon where one helps.
#[component]
pub fn Button(
    #[props(default)] kind: ButtonKind,
    #[props(default)] size: ButtonSize,
    #[props(default)] state: ButtonState,
    #[props(default)] r#type: ButtonType,
    glyph: Option<Glyph>,
    onclick: Option<EventHandler<MouseEvent>>,
    #[props(extends = GlobalAttributes)] attributes: Vec<Attribute>,
    children: Element,
) -> Element {
    let busy = (state == ButtonState::Busy).then_some("true");
    rsx! {
        button {
            class: "button",
            r#type: r#type.code(),
            "data-kind": kind.code(),
            "data-size": size.code(),
            disabled: state == ButtonState::Disabled,
            // A busy command keeps the focus; its second press is swallowed, as a submit too.
            aria_busy: busy,
            aria_disabled: busy,
            onclick: move |event| match (state, onclick) {
                (ButtonState::Ready, Some(handler)) => handler.call(event),
                (ButtonState::Ready, None) => {}
                _ => event.prevent_default(),
            },
            ..attributes,
            if let Some(glyph) = glyph {
                Icon { of: glyph }
            }
            {children}
        }
    }
}

/// A command that is only an icon; its label is for those who cannot see it.
#[component]
pub fn IconButton(
    glyph: Glyph,
    label: String,
    onclick: EventHandler<MouseEvent>,
    #[props(extends = GlobalAttributes)] attributes: Vec<Attribute>,
) -> Element {
    rsx! {
        button {
            class: "icon-button",
            r#type: "button",
            aria_label: "{label}",
            title: "{label}",
            onclick: move |event| onclick.call(event),
            ..attributes,
            Icon { of: glyph }
        }
    }
}

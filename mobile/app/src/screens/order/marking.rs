//! Drawing on a photo, and blacking out faces and plates, before it is kept. What is drawn lies above the picture here; the
//! engine makes it part of the pixels.

use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_shared::domain::Mark;
use kuitti_shared::domain::mark::{Spot, WHOLE};
use kuitti_ui::{Banner, Button, ButtonKind, ButtonSize, Dialog, DialogForm, Glyph, Tone, use_text};

use crate::shell::page::pen;
use crate::shell::page::picture::{PhotoFile, Picture};

/// Half the side of a box that a press or a button makes.
const HALF_BOX: u16 = 900;
/// What is smaller was meant as a press.
const PRESS: u16 = 250;
/// One step of an arrow key.
const STEP: i32 = 200;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tool {
    Black,
    Line,
}

const TOOLS: [(Tool, &str); 2] = [(Tool::Black, "mark-black"), (Tool::Line, "mark-line")];

/// One photo; `onsave` gets what was drawn on it.
#[component]
pub(super) fn MarkSheet(
    file: ReadSignal<PhotoFile>,
    onsave: EventHandler<Vec<Mark>>,
    onclose: EventHandler<()>,
) -> Element {
    let text = use_text();
    let mut tool = use_signal(|| Tool::Black);
    let mut marks = use_signal(Vec::<Mark>::new);
    let mut is_shown = use_signal(|| true);
    let picture = use_memo(move || Picture::of_file(&file.read()).ok().map(Rc::new));
    rsx! {
        Dialog { title: text.say("mark-title", []), form: DialogForm::Sheet, onclose,
            if is_shown() {
                p { class: "soft", id: "mark-hint", {text.say("mark-hint", [])} }
                if let Some(picture) = picture() {
                    div { class: "mark-pad",
                        img { src: picture.address(), alt: text.say("mark-picture", []), onerror: move |_| is_shown.set(false) }
                        Pad { tool: tool(), marks }
                    }
                }
                p { class: "soft small", id: "mark-keys", {text.say("mark-keys", [])} }
                div { class: "cluster", role: "group", aria_label: text.say("mark-tool", []),
                    for (one, key) in TOOLS {
                        button {
                            key: "{key}",
                            class: "button",
                            r#type: "button",
                            aria_pressed: one == tool(),
                            "data-tool": key,
                            onclick: move |_| tool.set(one),
                            {text.say(key, [])}
                        }
                    }
                    Button { glyph: Glyph::Plus, "data-mark": "box", onclick: move |_| marks.write().push(box_around(centre())), {text.say("mark-box", [])} }
                    Button {
                        glyph: Glyph::Undo,
                        "data-mark": "undo",
                        onclick: move |_| { marks.write().pop(); },
                        {text.say("mark-undo", [])}
                    }
                }
            } else {
                Banner { tone: Tone::Warn, p { {text.say("mark-not-shown", [])} } }
            }
            Button {
                kind: ButtonKind::Primary,
                size: ButtonSize::Large,
                glyph: Glyph::Check,
                "data-wide": "",
                "data-mark": "save",
                onclick: move |_| onsave.call(marks.peek().clone()),
                {text.say("mark-save", [])}
            }
        }
    }
}

/// Where the finger draws, and arrow keys move the last box.
#[component]
fn Pad(tool: Tool, marks: Signal<Vec<Mark>>) -> Element {
    let text = use_text();
    let mut marks = marks;
    let mut is_down = use_signal(|| false);
    let mut lift = move || {
        if is_down() {
            is_down.set(false);
            finish(&mut marks.write());
        }
    };
    rsx! {
        svg {
            class: "mark-layer",
            view_box: "0 0 {WHOLE} {WHOLE}",
            preserve_aspect_ratio: "none",
            role: "application",
            tabindex: 0,
            "aria-label": text.say("mark-title", []),
            "aria-describedby": "mark-keys",
            onpointerdown: move |event| {
                event.prevent_default();
                if let Some(spot) = spot(&event) {
                    is_down.set(true);
                    marks.write().push(begun(tool, spot));
                }
            },
            onpointermove: move |event| {
                if let Some(spot) = spot(&event).filter(|_| is_down()) {
                    go_on(&mut marks.write(), spot);
                }
            },
            onpointerup: move |_| lift(),
            onpointerleave: move |_| lift(),
            onpointercancel: move |_| lift(),
            onkeydown: move |event| {
                if let Some((across, down)) = arrow(&event.key()) {
                    event.prevent_default();
                    nudge(&mut marks.write(), across, down, event.modifiers().shift());
                }
            },
            for (place, mark) in marks.read().iter().enumerate() {
                match mark {
                    Mark::Black { from, to } => rsx! {
                        rect {
                            key: "{place}",
                            x: "{from.x.min(to.x)}",
                            y: "{from.y.min(to.y)}",
                            width: "{from.x.abs_diff(to.x)}",
                            height: "{from.y.abs_diff(to.y)}",
                        }
                    },
                    Mark::Line { spots } => rsx! {
                        path { key: "{place}", d: path(spots) }
                    },
                }
            }
        }
    }
}

fn spot(event: &Event<PointerData>) -> Option<Spot> {
    let (across, down) = pen::place(event)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both are between 0 and 1"
    )]
    let of = |share: f64| (share * f64::from(WHOLE)).round() as u16;
    Some(Spot {
        x: of(across),
        y: of(down),
    })
}

const fn centre() -> Spot {
    Spot {
        x: WHOLE / 2,
        y: WHOLE / 2,
    }
}

fn begun(tool: Tool, spot: Spot) -> Mark {
    match tool {
        Tool::Black => Mark::Black { from: spot, to: spot },
        Tool::Line => Mark::Line { spots: vec![spot] },
    }
}

fn go_on(marks: &mut [Mark], spot: Spot) {
    match marks.last_mut() {
        Some(Mark::Black { to, .. }) => *to = spot,
        Some(Mark::Line { spots }) => spots.push(spot),
        None => {}
    }
}

/// A press without a pull covers what is under the finger.
fn finish(marks: &mut [Mark]) {
    if let Some(Mark::Black { from, to }) = marks.last()
        && from.x.abs_diff(to.x).max(from.y.abs_diff(to.y)) < PRESS
    {
        let covered = box_around(*from);
        if let Some(last) = marks.last_mut() {
            *last = covered;
        }
    }
}

fn box_around(spot: Spot) -> Mark {
    let low = |at: u16| at.saturating_sub(HALF_BOX);
    let high = |at: u16| (at + HALF_BOX).min(WHOLE);
    Mark::Black {
        from: Spot {
            x: low(spot.x),
            y: low(spot.y),
        },
        to: Spot {
            x: high(spot.x),
            y: high(spot.y),
        },
    }
}

const fn arrow(key: &Key) -> Option<(i32, i32)> {
    match key {
        Key::ArrowLeft => Some((-STEP, 0)),
        Key::ArrowRight => Some((STEP, 0)),
        Key::ArrowUp => Some((0, -STEP)),
        Key::ArrowDown => Some((0, STEP)),
        _ => None,
    }
}

/// Moves the last box, or its far corner alone.
fn nudge(marks: &mut [Mark], across: i32, down: i32, resizes: bool) {
    let boxes = marks.iter_mut().rev();
    let mut boxes = boxes.filter_map(|mark| match mark {
        Mark::Black { from, to } => Some((from, to)),
        Mark::Line { .. } => None,
    });
    if let Some((from, to)) = boxes.next() {
        moved(to, across, down);
        if !resizes {
            moved(from, across, down);
        }
    }
}

fn moved(spot: &mut Spot, across: i32, down: i32) {
    let by = |at: u16, step: i32| {
        let at = (i32::from(at) + step).clamp(0, i32::from(WHOLE));
        u16::try_from(at).unwrap_or_default()
    };
    *spot = Spot {
        x: by(spot.x, across),
        y: by(spot.y, down),
    };
}

/// Made of numbers alone.
fn path(spots: &[Spot]) -> String {
    let mut path = String::new();
    let mut command = 'M';
    for spot in spots {
        path.push_str(&format!("{command}{} {}", spot.x, spot.y));
        command = 'L';
    }
    path
}

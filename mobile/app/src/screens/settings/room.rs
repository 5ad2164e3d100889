//! What takes room on the phone, and what the office has decided about it.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Reply, Request, RoomOnPhone};
use kuitti_ui::use_text;

use crate::screens::answer::use_answer;

/// See the module.
#[component]
pub(super) fn Room() -> Element {
    let text = use_text();
    let answer = use_answer(|| Request::Room, room);
    let answer = answer.read();
    let Some(Ok(room)) = answer.as_ref() else {
        return rsx! {};
    };
    let photos = |count: u64, bytes: u64| {
        text.say(
            "room-photos",
            [("count", count.into()), ("size", text.size(bytes).into())],
        )
    };
    let lines = [
        ("room-unsent", photos(room.unsent_photos, room.unsent_bytes)),
        ("room-sent", photos(room.sent_photos, room.sent_bytes)),
        ("room-map", text.size(room.map_bytes)),
    ];
    let granted = text.size(u64::from(room.keeping.photo_megabytes) * 1_000_000);
    let limit = [("days", room.keeping.sent_days.into()), ("size", granted.into())];
    rsx! {
        dl { class: "room",
            for (key, value) in lines {
                div { key: "{key}", class: "setting", "data-room": key,
                    dt { class: "grow", {text.say(key, [])} }
                    dd { class: "numeric", "{value}" }
                }
            }
        }
        p { class: "soft small", {text.say("room-limit", limit)} }
    }
}

fn room(reply: Reply) -> Option<RoomOnPhone> {
    match reply {
        Reply::Room(room) => Some(room),
        _ => None,
    }
}

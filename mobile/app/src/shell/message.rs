//! What crosses between page and workers: a head in JSON, and binary attachments beside it.
//!
//! Photos would triple in size as JSON; as attachments the browser hands them over without looking inside.

use js_sys::{Array, Object, Reflect};
use kuitti_engine::protocol::FromEngine;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::by_name;
use super::error::ShellError;

const HEAD: &str = "head";
const ATTACHMENTS: &str = "attachments";

/// What the engine's worker says: how it starts, and then the engine's own messages.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromWorker {
    /// Another tab has the store.
    Elsewhere,
    /// The store is open.
    Ready,
    /// The store cannot be opened, because there is no room for it.
    Full,
    /// The store cannot be opened.
    Failed {
        /// The technical reason.
        why: String,
    },
    /// The engine speaks.
    Engine(FromEngine),
}

/// Puts a head and its attachments into one object for `postMessage`.
pub fn pack<T: Serialize>(head: &T, attachments: &Array) -> Result<JsValue, ShellError> {
    let head = serde_json::to_string(head).map_err(|error| ShellError::Message(error.to_string()))?;
    let message = Object::new();
    set(&message, HEAD, &head.into())?;
    set(&message, ATTACHMENTS, attachments)?;
    Ok(message.into())
}

/// Takes a message apart.
pub fn unpack<T: DeserializeOwned>(message: &JsValue) -> Result<(T, Array), ShellError> {
    let head = get(message, HEAD)?;
    let head = head.as_string().unwrap_or_default();
    let head = by_name::from_str(&head).map_err(|error| ShellError::Message(error.to_string()))?;
    let attachments = get(message, ATTACHMENTS)?.dyn_into().unwrap_or_default();
    Ok((head, attachments))
}

fn set(message: &Object, name: &str, value: &JsValue) -> Result<(), ShellError> {
    Reflect::set(message, &name.into(), value)
        .map(drop)
        .map_err(ShellError::refused("a message"))
}

fn get(message: &JsValue, name: &str) -> Result<JsValue, ShellError> {
    Reflect::get(message, &name.into()).map_err(ShellError::refused("a message"))
}

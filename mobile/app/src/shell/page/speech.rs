//! Speech as text, where the browser offers it (Web Speech API). Some browsers send the sound to a service of theirs.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What the browser makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Some words.
    Words(String),
    /// It has stopped listening.
    Ended,
}

/// Listens until it is dropped.
pub struct Listening {
    recogniser: JsValue,
    _on_result: Closure<dyn Fn(JsValue)>,
    _on_end: Closure<dyn Fn()>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        for handler in ["onresult", "onend"] {
            let _cannot_fail = Reflect::set(&self.recogniser, &handler.into(), &JsValue::NULL);
        }
        let _ended_already = call(&self.recogniser, "abort");
    }
}

/// Does this browser offer it?
#[must_use]
pub fn is_offered() -> bool {
    constructor().is_some()
}

/// Begins to listen to somebody who speaks `language`. None where the browser refuses.
pub fn listen(language: &str, tell: impl Fn(Heard) + Clone + 'static) -> Option<Listening> {
    let recogniser = Reflect::construct(&constructor()?, &Array::new()).ok()?;
    let tell_end = tell.clone();
    let on_result = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        if let Some(words) = words(&event) {
            tell(Heard::Words(words));
        }
    });
    let on_end = Closure::<dyn Fn()>::new(move || tell_end(Heard::Ended));
    for (name, value) in [
        ("lang", JsValue::from(language)),
        ("continuous", JsValue::TRUE),
        ("onresult", on_result.as_ref().clone()),
        ("onend", on_end.as_ref().clone()),
    ] {
        Reflect::set(&recogniser, &name.into(), &value).ok()?;
    }
    call(&recogniser, "start")?;
    Some(Listening {
        recogniser,
        _on_result: on_result,
        _on_end: on_end,
    })
}

/// The newest words of an event: `event.results[event.resultIndex][0].transcript`.
fn words(event: &JsValue) -> Option<String> {
    let results = property(event, "results")?;
    let newest = property(event, "resultIndex")?;
    let first = Reflect::get(&Reflect::get(&results, &newest).ok()?, &0.into()).ok()?;
    let words = property(&first, "transcript")?.as_string()?;
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn constructor() -> Option<Function> {
    let names = ["SpeechRecognition", "webkitSpeechRecognition"];
    names
        .into_iter()
        .find_map(|name| property(&js_sys::global(), name)?.dyn_into().ok())
}

fn call(on: &JsValue, name: &str) -> Option<JsValue> {
    property(on, name)?.dyn_into::<Function>().ok()?.call0(on).ok()
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &name.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

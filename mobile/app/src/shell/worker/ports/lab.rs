//! Photos are developed in a worker of their own, so that taps never wait behind a picture of twelve megapixels.
//!
//! Each photo gets a fresh worker: wasm memory never shrinks, and a picture that kills its worker harms nothing else.

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use kuitti_engine::photo::{Developed, PhotoError, PhotoFacts, develop};
use kuitti_engine::ports::{PhotoLab, PortFuture};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, MessageEvent, Worker};

use crate::shell::error::ShellError;
use crate::shell::message::{pack, unpack};
use crate::shell::{PHOTO_LAB, start_worker};

/// What the lab's worker answers; the pictures travel beside.
type Answer = Result<PhotoFacts, PhotoError>;

/// The engine's side: starts a worker for each photo.
pub(in crate::shell::worker) struct PhotoLabWorker {
    /// The address of the workers' script, our own.
    script: String,
}

impl PhotoLabWorker {
    /// A lab that starts workers from the script at this address.
    #[must_use]
    pub(in crate::shell::worker) const fn new(script: String) -> Self {
        Self { script }
    }

    async fn send(&self, original: Vec<u8>) -> Result<Developed, PhotoError> {
        let worker = start_worker(&self.script, PHOTO_LAB).map_err(|_refused| PhotoError::LabGone)?;
        let developed = ask(&worker, &original).await;
        worker.terminate();
        developed
    }
}

impl PhotoLab for PhotoLabWorker {
    fn develop(&self, original: Vec<u8>) -> PortFuture<'_, Result<Developed, PhotoError>> {
        Box::pin(self.send(original))
    }
}

async fn ask(worker: &Worker, original: &[u8]) -> Result<Developed, PhotoError> {
    let (tell, told) = oneshot::channel();
    let tell = std::rc::Rc::new(std::cell::Cell::new(Some(tell)));
    let tell_failure = tell.clone();
    let request =
        pack(&(), &Array::of1(&Uint8Array::from(original))).map_err(|_refused| PhotoError::LabGone)?;
    let worker_for_start = worker.clone();
    // The worker's first message says that it listens, the second is the answer.
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().is_null() {
            let _lab_gone_if_refused = worker_for_start.post_message(&request);
        } else if let Some(tell) = tell.take() {
            let _unheard = tell.send(Some(event.data()));
        }
    });
    let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |_event: ErrorEvent| {
        if let Some(tell) = tell_failure.take() {
            let _unheard = tell.send(None);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let answer = told.await.ok().flatten().ok_or(PhotoError::LabGone)?;
    let (facts, pictures): (Answer, Array) = unpack(&answer).map_err(|_unread| PhotoError::LabGone)?;
    Ok(Developed {
        facts: facts?,
        photo: bytes(&pictures, 0),
        thumbnail: bytes(&pictures, 1),
    })
}

fn bytes(pictures: &Array, index: u32) -> Vec<u8> {
    Uint8Array::new(&pictures.get(index)).to_vec()
}

/// The lab's side: develops one photo and answers. The other side ends this worker.
pub(in crate::shell::worker) fn develop_one() -> Result<(), ShellError> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = unpack::<()>(&event.data()).map(|((), attachments)| develop(&bytes(&attachments, 0)));
        let message = answer.and_then(|developed| pack_answer(&developed));
        if let Ok(message) = message {
            let _lab_gone_if_refused = answering.post_message(&message);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope
        .post_message(&wasm_bindgen::JsValue::NULL)
        .map_err(ShellError::refused("a message"))
}

fn pack_answer(developed: &Result<Developed, PhotoError>) -> Result<wasm_bindgen::JsValue, ShellError> {
    let head: Answer = developed
        .as_ref()
        .map(|developed| developed.facts.clone())
        .map_err(Clone::clone);
    let pictures = Array::new();
    if let Ok(developed) = developed {
        pictures.push(&Uint8Array::from(developed.photo.as_slice()));
        pictures.push(&Uint8Array::from(developed.thumbnail.as_slice()));
    }
    pack(&head, &pictures)
}

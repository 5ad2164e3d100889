//! Photos are developed in a worker of their own, so that taps never wait behind a picture of twelve megapixels.
//!
//! Each photo gets a fresh worker: wasm memory never shrinks, and a picture that kills its worker harms nothing else.

use js_sys::{Array, Promise, Uint8Array};
use kuitti_engine::photo::{Developed, PhotoError, PhotoFacts, develop_marked};
use kuitti_engine::ports::{PhotoLab, PortFuture};
use kuitti_shared::domain::Mark;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use crate::shell::error::ShellError;
use crate::shell::message::{pack, unpack};
use crate::shell::workers::{PHOTO_LAB, start_worker};

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

    async fn send(&self, original: Vec<u8>, marks: Vec<Mark>) -> Result<Developed, PhotoError> {
        let worker = start_worker(&self.script, PHOTO_LAB).map_err(|_refused| PhotoError::LabGone)?;
        let developed = ask(&worker, &original, &marks).await;
        worker.terminate();
        developed
    }
}

impl PhotoLab for PhotoLabWorker {
    fn develop(&self, original: Vec<u8>, marks: Vec<Mark>) -> PortFuture<'_, Result<Developed, PhotoError>> {
        Box::pin(self.send(original, marks))
    }
}

async fn ask(worker: &Worker, original: &[u8], marks: &Vec<Mark>) -> Result<Developed, PhotoError> {
    let gone = |_error: ShellError| PhotoError::LabGone;
    let _it_listens = next_message(worker).await.map_err(gone)?;
    let request = pack(marks, &Array::of1(&Uint8Array::from(original))).map_err(gone)?;
    let refused = ShellError::refused("a message");
    worker.post_message(&request).map_err(refused).map_err(gone)?;
    // It listened, and died over this picture: that is the picture's fault, and it is kept as it is.
    let died = |_error: ShellError| PhotoError::NotAPhoto;
    let answer = next_message(worker).await.map_err(died)?;
    let (facts, pictures) = unpack::<Answer>(&answer.data()).map_err(gone)?;
    Ok(Developed {
        facts: facts?,
        photo: bytes(&pictures, 0),
        thumbnail: bytes(&pictures, 1),
    })
}

/// What the worker says next; an error when it dies instead.
async fn next_message(worker: &Worker) -> Result<MessageEvent, ShellError> {
    let said = Promise::new(&mut |said, died| {
        worker.set_onmessage(Some(&said));
        worker.set_onerror(Some(&died));
    });
    let event = JsFuture::from(said).await;
    event
        .map(JsCast::unchecked_into)
        .map_err(ShellError::refused("an answer of the lab"))
}

fn bytes(pictures: &Array, index: u32) -> Vec<u8> {
    Uint8Array::new(&pictures.get(index)).to_vec()
}

/// The lab's side: develops one photo and answers. The other side ends this worker.
pub(in crate::shell::worker) fn develop_one() -> Result<(), ShellError> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = unpack::<Vec<Mark>>(&event.data())
            .map(|(marks, attachments)| develop_marked(&bytes(&attachments, 0), &marks));
        let message = answer.and_then(|developed| pack_answer(&developed));
        if let Ok(message) = message {
            let _lab_gone_if_refused = answering.post_message(&message);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope
        .post_message(&JsValue::NULL)
        .map_err(ShellError::refused("a message"))
}

fn pack_answer(developed: &Result<Developed, PhotoError>) -> Result<JsValue, ShellError> {
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

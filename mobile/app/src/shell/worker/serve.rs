//! A worker's life: take the lock, open the stores, lend the engine its ports, answer the page.

use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use kuitti_engine::Installation;
use kuitti_engine::ports::{Blobs, Ports, Random};
use kuitti_engine::protocol::{Call, Event, FromEngine, StoreNumber};
use kuitti_engine::sync::HttpTransport;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::locks;
use super::ports::{OpfsBlobs, PhotoLabWorker, WebClock, WebLink, WebRandom, WebTimer, develop_one};
use super::stores::OpfsStores;
use crate::shell::error::ShellError;
use crate::shell::message::{FromWorker, pack, unpack};
use crate::shell::workers::PHOTO_LAB;

const LOCK: &str = "kuitti-store";

/// Runs this worker as what its name says.
pub async fn run() {
    console_error_panic_hook::set_once();
    let lived = if scope().name() == PHOTO_LAB {
        develop_one()
    } else {
        live().await
    };
    if let Err(error) = lived {
        let message = match is_full(&error).await {
            true => FromWorker::Full,
            false => FromWorker::Failed {
                why: error.to_string(),
            },
        };
        post(&message, &Array::new());
    }
}

/// SQLite's files do not say why they cannot be made: a file of our own does.
async fn is_full(error: &ShellError) -> bool {
    if matches!(error, ShellError::Full) {
        return true;
    }
    match OpfsBlobs::open(StoreNumber::FIRST).await {
        Ok(blobs) => kuitti_engine::ports::is_full(&blobs).await,
        Err(error) => matches!(error, ShellError::Full),
    }
}

async fn live() -> Result<(), ShellError> {
    if !locks::hold_if_free(LOCK).await? {
        post(&FromWorker::Elsewhere, &Array::new());
        locks::wait_and_hold(LOCK).await?;
    }
    let installation = Installation::open(OpfsStores::open().await?, ports, tell).await;
    let installation = installation.map_err(|error| ShellError::Store(error.to_string()))?;
    listen(&installation);
    post(&FromWorker::Ready, &Array::new());
    installation.run().await;
    Ok(())
}

fn ports(blobs: Rc<dyn Blobs>) -> Ports {
    let random: Rc<dyn Random> = Rc::new(WebRandom);
    Ports {
        clock: Rc::new(WebClock::start(&*random)),
        timer: Rc::new(WebTimer),
        random,
        blobs,
        lab: Rc::new(PhotoLabWorker::new(scope().location().href())),
        link: Rc::new(WebLink),
        transport: Rc::new(HttpTransport::default()),
    }
}

fn listen(installation: &Installation) {
    let installation = installation.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let installation = installation.clone();
        // Each question gets a task of its own: a photo under development does not hold up a tap.
        spawn_local(async move {
            if let Err(error) = answer(&installation, &event.data()).await {
                post(
                    &FromWorker::Failed {
                        why: error.to_string(),
                    },
                    &Array::new(),
                );
            }
        });
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

async fn answer(installation: &Installation, message: &JsValue) -> Result<(), ShellError> {
    let (call, attachments) = unpack::<Call>(message)?;
    // A file that cannot be read any more is an empty one, which the engine refuses with a sentence.
    let bytes = read(&attachments.get(0)).await.unwrap_or_default();
    let answer = installation.call(call.request, bytes).await;
    let beside = Array::new();
    if let Some(bytes) = answer.bytes {
        beside.push(&Uint8Array::from(bytes.as_slice()));
    }
    post(
        &FromWorker::Engine(FromEngine::Answer {
            id: call.id,
            answer: answer.reply,
        }),
        &beside,
    );
    Ok(())
}

async fn read(attachment: &JsValue) -> Option<Vec<u8>> {
    let bytes: Promise = attachment.dyn_ref::<Blob>()?.array_buffer();
    let bytes: ArrayBuffer = JsFuture::from(bytes).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

fn tell(event: Event) {
    post(&FromWorker::Engine(FromEngine::Event { event }), &Array::new());
}

fn post(message: &FromWorker, attachments: &Array) {
    let posted = pack(message, attachments).and_then(|message| {
        scope()
            .post_message(&message)
            .map_err(ShellError::refused("a message"))
    });
    if let Err(error) = posted {
        // The page cannot be told otherwise.
        web_sys::console::error_1(&error.to_string().into());
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

//! The engine as the screens see it: a question gets an answer, and news come by themselves.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Function, Uint8Array};
use kuitti_engine::protocol::{Call, FromEngine, PhotoSize, Problem, Reply, Request, RescueWritten};
use kuitti_shared::id::PhotoId;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ErrorEvent, MessageEvent, Worker};

use super::early;
use super::picture::Picture;
use crate::shell::error::ShellError;
use crate::shell::message::{FromWorker, pack, unpack};
pub use crate::shell::news::News;
use crate::shell::workers::{ENGINE, start_worker};

/// The element of the page whose `href` is the workers' script of this build.
const SCRIPT_ELEMENT: &str = "engine-worker";

/// A handle to the worker; clones speak to the same one.
#[derive(Clone)]
pub struct EngineClient(Rc<Inner>);

struct Inner {
    worker: Worker,
    /// Messages that wait until the worker listens; none when it does.
    backlog: RefCell<Option<Vec<JsValue>>>,
    next_call: Cell<u64>,
    open_calls: RefCell<BTreeMap<u64, oneshot::Sender<Answer>>>,
}

struct Answer {
    reply: Reply,
    attachments: Array,
}

impl EngineClient {
    /// Starts the worker. Questions that come before it is ready wait for it.
    pub fn start(tell: impl Fn(News) + 'static) -> Result<Self, ShellError> {
        let early = early::take();
        let worker = match &early {
            Some(early) => early.worker.clone(),
            None => start_worker(&script()?, ENGINE)?,
        };
        let client = Self(Rc::new(Inner {
            worker,
            backlog: RefCell::new(Some(Vec::new())),
            next_call: Cell::default(),
            open_calls: RefCell::default(),
        }));
        let said = early.map_or_else(Array::new, |early| early.said);
        client.listen(Rc::new(tell), &said);
        Ok(client)
    }

    /// Asks, and waits for the answer.
    pub async fn call(&self, request: Request) -> Reply {
        self.send(request, &Array::new()).await.reply
    }

    /// Asks with a file beside the question.
    pub async fn call_with(&self, request: Request, file: &Blob) -> Reply {
        self.send(request, &Array::of1(file)).await.reply
    }

    /// A photo on this device, ready for an `img` element.
    pub async fn picture(&self, photo: PhotoId, size: PhotoSize) -> Result<Picture, Problem> {
        match self.call_for_bytes(Request::Photo { photo, size }).await {
            (Reply::Photo, Some(jpeg)) => Picture::from_jpeg(&jpeg),
            (Reply::Failed(problem), _) => Err(problem),
            _ => Err(Problem::NotPossible),
        }
    }

    /// Everything unsent as a file.
    pub async fn rescue(&self) -> Result<(RescueWritten, Uint8Array), Problem> {
        match self.call_for_bytes(Request::Rescue).await {
            (Reply::Rescue(written), Some(file)) => Ok((written, file)),
            (Reply::Failed(problem), _) => Err(problem),
            _ => Err(Problem::NotPossible),
        }
    }

    /// Asks for bytes; none when the answer brings none.
    pub(super) async fn call_for_bytes(&self, request: Request) -> (Reply, Option<Uint8Array>) {
        let answer = self.send(request, &Array::new()).await;
        (answer.reply, answer.attachments.get(0).dyn_into().ok())
    }

    async fn send(&self, request: Request, attachments: &Array) -> Answer {
        let id = self.0.next_call.get();
        self.0.next_call.set(id + 1);
        let (tell, told) = oneshot::channel();
        self.0.open_calls.borrow_mut().insert(id, tell);
        let posted = pack(&Call { id, request }, attachments).and_then(|message| self.post(message));
        let answer = match posted {
            Ok(()) => told.await.ok(),
            Err(_refused) => None,
        };
        // Without an answer the worker is gone, and `News::Stopped` has said so.
        answer.unwrap_or_else(|| Answer {
            reply: Reply::Failed(Problem::NotPossible),
            attachments: Array::new(),
        })
    }

    /// A worker loses what it is sent before it listens.
    fn post(&self, message: JsValue) -> Result<(), ShellError> {
        match &mut *self.0.backlog.borrow_mut() {
            Some(backlog) => {
                backlog.push(message);
                Ok(())
            }
            None => self
                .0
                .worker
                .post_message(&message)
                .map_err(ShellError::refused("a message")),
        }
    }

    fn begin(&self) {
        for message in self.0.backlog.borrow_mut().take().unwrap_or_default() {
            // A worker that has just said that it is ready refuses nothing.
            let _refused = self.0.worker.post_message(&message);
        }
    }

    /// Listens from now on, and first to what was said before.
    fn listen(&self, tell: Rc<dyn Fn(News)>, said: &Array) {
        let client = self.clone();
        let tell_stop = tell.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match unpack::<FromWorker>(&event.data()) {
                Ok((FromWorker::Elsewhere, _)) => tell(News::Elsewhere),
                Ok((FromWorker::Ready, _)) => {
                    client.begin();
                    tell(News::Ready);
                }
                Ok((FromWorker::Full, _)) => tell(News::Full),
                Ok((FromWorker::Failed { why }, _)) => tell(News::Stopped { why }),
                Ok((FromWorker::Engine(message), attachments)) => client.hear(message, attachments, &*tell),
                Err(error) => tell(News::Stopped {
                    why: error.to_string(),
                }),
            }
        });
        let client = self.clone();
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |error: ErrorEvent| {
            client.0.open_calls.borrow_mut().clear();
            tell_stop(News::Stopped { why: error.message() });
        });
        self.0
            .worker
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.0.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        for event in said.iter() {
            let listener = if event.is_instance_of::<MessageEvent>() {
                on_message.as_ref()
            } else {
                on_error.as_ref()
            };
            let _cannot_fail = listener
                .unchecked_ref::<Function>()
                .call1(&JsValue::UNDEFINED, &event);
        }
        on_message.forget();
        on_error.forget();
    }

    fn hear(&self, message: FromEngine, attachments: Array, tell: &dyn Fn(News)) {
        match message {
            FromEngine::Event { event } => tell(News::Engine(event)),
            FromEngine::Answer { id, answer } => {
                let waiting = self.0.open_calls.borrow_mut().remove(&id);
                if let Some(waiting) = waiting {
                    // A screen that was left does not wait any more.
                    let _unheard = waiting.send(Answer {
                        reply: answer,
                        attachments,
                    });
                }
            }
        }
    }
}

impl PartialEq for EngineClient {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

fn script() -> Result<String, ShellError> {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(SCRIPT_ELEMENT))
        .and_then(|element| element.get_attribute("href"))
        .ok_or_else(|| ShellError::Message("the page does not name the workers' script".to_owned()))
}

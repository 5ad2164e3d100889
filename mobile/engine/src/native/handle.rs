//! An installation on a thread of its own, with a handle for everybody else.

use std::path::PathBuf;
use std::thread::JoinHandle;

use futures_channel::{mpsc, oneshot};
use futures_util::StreamExt as _;
use futures_util::future::{Either, select};

use super::{DirectoryStores, ports_with};
use crate::engine::Answer;
use crate::error::EngineError;
use crate::installation::Installation;
use crate::ports::Ports;
use crate::protocol::{Event, Request};

/// The engine's thread has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the engine has ended")]
pub struct EngineGone;

struct Question {
    request: Request,
    bytes: Vec<u8>,
    answer: oneshot::Sender<Answer>,
}

/// Speaks to an engine on its own thread. The engine ends when the last handle is dropped.
#[derive(Debug, Clone)]
pub struct EngineHandle {
    questions: mpsc::UnboundedSender<Question>,
}

impl Installation {
    /// Starts an installation with its stores and files in `directory`; everything that happens goes to the returned stream.
    ///
    /// `change` may put other ports in place of this machine's.
    ///
    /// # Errors
    /// When the thread cannot start, or no store can be opened.
    pub async fn spawn(
        directory: PathBuf,
        change: impl Fn(Ports) -> Ports + Send + 'static,
    ) -> Result<(EngineHandle, mpsc::UnboundedReceiver<Event>, JoinHandle<()>), EngineError> {
        let (questions, asked) = mpsc::unbounded();
        let (events, happened) = mpsc::unbounded();
        let (opened, is_open) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name("kuitti-engine".to_owned())
            .spawn(move || live(directory, change, asked, events, opened))
            .map_err(|error| crate::ports::BlobError::Failed(error.to_string()))?;
        let gone = |_| EngineError::from(crate::ports::BlobError::Failed(EngineGone.to_string()));
        is_open.await.map_err(gone)??;
        Ok((EngineHandle { questions }, happened, thread))
    }
}

impl EngineHandle {
    /// Asks, and waits for the answer. `bytes` are those of [`Request::AddPhoto`], empty otherwise.
    ///
    /// # Errors
    /// When the engine has ended.
    pub async fn call(&self, request: Request, bytes: Vec<u8>) -> Result<Answer, EngineGone> {
        let (answer, answered) = oneshot::channel();
        let question = Question {
            request,
            bytes,
            answer,
        };
        self.questions.unbounded_send(question).map_err(|_| EngineGone)?;
        answered.await.map_err(|_| EngineGone)
    }
}

fn live(
    directory: PathBuf,
    change: impl Fn(Ports) -> Ports + 'static,
    asked: mpsc::UnboundedReceiver<Question>,
    events: mpsc::UnboundedSender<Event>,
    opened: oneshot::Sender<Result<(), EngineError>>,
) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _unheard = opened.send(Err(crate::ports::BlobError::Failed(error.to_string()).into()));
            return;
        }
    };
    tokio::task::LocalSet::new().block_on(&runtime, async move {
        match open(directory, change, events).await {
            Ok(installation) => {
                let _unheard = opened.send(Ok(()));
                let answering = std::pin::pin!(answer_all(&installation, asked));
                let running = std::pin::pin!(installation.run());
                match select(answering, running).await {
                    Either::Left(_) | Either::Right(_) => {}
                }
            }
            Err(error) => {
                let _unheard = opened.send(Err(error));
            }
        }
    });
}

async fn open(
    directory: PathBuf,
    change: impl Fn(Ports) -> Ports + 'static,
    events: mpsc::UnboundedSender<Event>,
) -> Result<Installation, EngineError> {
    let ports = move |blobs| change(ports_with(blobs));
    // Nobody listens: events are news, not results.
    let tell = move |event| drop(events.unbounded_send(event));
    Installation::open(DirectoryStores::new(directory), ports, tell).await
}

/// Each question gets a task of its own: a photo under development does not hold up a tap.
async fn answer_all(installation: &Installation, mut asked: mpsc::UnboundedReceiver<Question>) {
    while let Some(question) = asked.next().await {
        let installation = installation.clone();
        tokio::task::spawn_local(async move {
            let answer = installation.call(question.request, question.bytes).await;
            let _unheard = question.answer.send(answer);
        });
    }
}

//! The engine as the screens see it: a question gets an answer, and news come by themselves. It runs on a thread of its own.

mod store;

use std::rc::Rc;

use futures_channel::{mpsc, oneshot};
use futures_util::StreamExt as _;
use kuitti_engine::native::EngineHandle;
use kuitti_engine::ports::Ports;
use kuitti_engine::protocol::{PhotoSize, Problem, Reply, Request, RescueWritten};
use kuitti_engine::{Answer, Installation};
use kuitti_shared::id::PhotoId;

use super::picture::{self, PhotoFile, Picture};
use super::{arguments, device, network, run, street_map};
pub use crate::shell::news::News;

/// A handle to the engine; clones speak to the same one.
#[derive(Clone)]
pub struct EngineClient(Rc<mpsc::UnboundedSender<Question>>);

struct Question {
    request: Request,
    bytes: Vec<u8>,
    answer: oneshot::Sender<Answer>,
}

/// The engine does not start. It says so by [`News::Stopped`], so this never happens here.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the engine does not start")]
pub struct NoEngine;

impl EngineClient {
    /// Starts the engine. Questions that come before it is ready wait for it.
    ///
    /// # Errors
    /// Never here; in a browser, when there are no workers.
    pub fn start(tell: impl Fn(News) + 'static) -> Result<Self, NoEngine> {
        picture::serve();
        let (ask, asked) = mpsc::unbounded();
        run(live(Rc::new(tell), asked));
        let engine = Self(Rc::new(ask));
        street_map::serve(engine.clone());
        Ok(engine)
    }

    /// Asks, and waits for the answer.
    pub async fn call(&self, request: Request) -> Reply {
        self.send(request, Vec::new()).await.reply
    }

    /// Asks with a file beside the question. One that cannot be read any more is an empty one, which the engine refuses.
    pub async fn call_with(&self, request: Request, file: &PhotoFile) -> Reply {
        let bytes = file.bytes().await.unwrap_or_default();
        if bytes.is_empty() {
            return Reply::Failed(Problem::PhotoEmpty);
        }
        self.send(request, bytes).await.reply
    }

    /// A photo on this device, ready for an `img` element.
    ///
    /// # Errors
    /// When it is not here.
    pub async fn picture(&self, photo: PhotoId, size: PhotoSize) -> Result<Picture, Problem> {
        match self.call_for_bytes(Request::Photo { photo, size }).await {
            (Reply::Photo, Some(jpeg)) => Ok(Picture::from_jpeg(jpeg)),
            (Reply::Failed(problem), _) => Err(problem),
            _ => Err(Problem::NotPossible),
        }
    }

    /// Everything unsent as a file.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn rescue(&self) -> Result<(RescueWritten, Vec<u8>), Problem> {
        match self.call_for_bytes(Request::Rescue).await {
            (Reply::Rescue(written), Some(file)) => Ok((written, file)),
            (Reply::Failed(problem), _) => Err(problem),
            _ => Err(Problem::NotPossible),
        }
    }

    /// Asks for bytes; none when the answer brings none.
    pub(super) async fn call_for_bytes(&self, request: Request) -> (Reply, Option<Vec<u8>>) {
        let answer = self.send(request, Vec::new()).await;
        (answer.reply, answer.bytes)
    }

    async fn send(&self, request: Request, bytes: Vec<u8>) -> Answer {
        let (answer, answered) = oneshot::channel();
        let _unheard = self.0.unbounded_send(Question {
            request,
            bytes,
            answer,
        });
        // Without an answer the engine is gone, and `News::Stopped` has said so.
        answered
            .await
            .unwrap_or_else(|_gone| Reply::Failed(Problem::NotPossible).into())
    }
}

impl PartialEq for EngineClient {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

async fn live(tell: Rc<dyn Fn(News)>, asked: mpsc::UnboundedReceiver<Question>) {
    if let Err(why) = work(&*tell, asked).await {
        tell(News::Stopped { why });
    }
}

/// Until the engine ends, which it never does by itself.
async fn work(tell: &dyn Fn(News), asked: mpsc::UnboundedReceiver<Question>) -> Result<(), String> {
    let directory = store::directory().await?;
    let _held_while_we_live = store::hold(&directory, || tell(News::Elsewhere)).await?;
    let opened = Installation::spawn(directory, |ports| Ports {
        link: network::link(ports.link),
        transport: Rc::new(network::transport()),
        ..ports
    })
    .await;
    let (engine, mut events, _thread) = opened.map_err(|error| error.to_string())?;
    enrol(&engine).await;
    tell(News::Ready);
    run(answer_all(engine, asked));
    while let Some(event) = events.next().await {
        tell(News::Engine(event));
    }
    Err("the engine's thread has ended".to_owned())
}

/// Each question gets a task of its own: a photo under development does not hold up a tap.
async fn answer_all(engine: EngineHandle, mut asked: mpsc::UnboundedReceiver<Question>) {
    while let Some(question) = asked.next().await {
        let engine = engine.clone();
        run(async move {
            if let Ok(answer) = engine.call(question.request, question.bytes).await {
                // A screen that was left does not wait any more.
                let _unheard = question.answer.send(answer);
            }
        });
    }
}

/// Connects a device that was prepared from the command line. Whoever reads its output is told why not; the person in front
/// of it finds the screen for connecting.
async fn enrol(engine: &EngineHandle) {
    let Some(link) = arguments::given().enrol.as_deref() else {
        return;
    };
    let Some((server, code)) = parts(link) else {
        return eprintln!("this is no link of an enrolment: {link}");
    };
    if let Ok(answer) = engine.call(Request::Status, Vec::new()).await
        && matches!(answer.reply, Reply::Status(status) if status.enrolment.is_some())
    {
        return;
    }
    let request = Request::Enrol {
        server,
        code,
        device_name: device::name(),
    };
    if let Ok(answer) = engine.call(request, Vec::new()).await
        && let Reply::Failed(problem) = answer.reply
    {
        eprintln!("this device was not connected: {problem:?}");
    }
}

/// Server and code of an enrolment's link, `https://town.example/app/#enrol=CODE`.
fn parts(link: &str) -> Option<(String, String)> {
    let (address, code) = link.split_once("#enrol=")?;
    let server = address.trim_end_matches('/').trim_end_matches("/app");
    let is_address = server.starts_with("https://") || server.starts_with("http://");
    (is_address && !code.is_empty()).then(|| (server.to_owned(), code.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_a_server_and_a_code() {
        let read = |link: &str| parts(link).map(|(server, code)| format!("{server} {code}"));
        assert_eq!(
            read("https://town.example/app/#enrol=ABCD-EFGH").as_deref(),
            Some("https://town.example ABCD-EFGH")
        );
        assert_eq!(
            read("http://localhost:8080/#enrol=X").as_deref(),
            Some("http://localhost:8080 X")
        );
        for none in [
            "https://town.example/app/",
            "ABCD",
            "https://town.example/#enrol=",
            "file:///#enrol=A",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}

//! Pictures in the window: bytes as an address for an `img`, and files that the worker chose or photographed.
//!
//! Dioxus's own way to files hands over none on phones, so the page opens the chooser and keeps what was chosen; here a file
//! is its number there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dioxus::prelude::FormEvent;
use kuitti_engine::protocol::Problem;

use super::web_view::wry::http::{Response, StatusCode};
use super::web_view::{AssetRequest, RequestAsyncResponder, window};
use super::{bridge, run};

/// Addresses of pictures are below it.
const PLACE: &str = "picture";

/// A file that the worker chose or photographed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFile(u64);

impl PhotoFile {
    /// As the camera made it; none when it is gone by now.
    pub(super) async fn bytes(&self) -> Option<Vec<u8>> {
        let coded: String = bridge::ask::<Option<String>>("read", &[self.0]).await??;
        BASE64_STANDARD.decode(coded).ok()
    }
}

#[derive(Clone)]
enum Source {
    Jpeg(Rc<Vec<u8>>),
    Chosen(PhotoFile),
}

#[derive(Default)]
struct Shown {
    next: u64,
    sources: BTreeMap<u64, Source>,
}

thread_local! {
    static SHOWN: RefCell<Shown> = RefCell::default();
}

/// A picture in the app's memory, released when it is dropped.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    id: u64,
    address: String,
}

impl Picture {
    /// From a JPEG's bytes.
    pub(super) fn from_jpeg(bytes: Vec<u8>) -> Self {
        Self::of(Source::Jpeg(Rc::new(bytes)))
    }

    /// Of a file that was just chosen.
    ///
    /// # Errors
    /// Never here.
    pub fn of_file(file: &PhotoFile) -> Result<Self, Problem> {
        Ok(Self::of(Source::Chosen(file.clone())))
    }

    /// The address for `src`; valid while this lives.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    fn of(source: Source) -> Self {
        let id = SHOWN.with_borrow_mut(|shown| {
            let id = shown.next;
            shown.next += 1;
            shown.sources.insert(id, source);
            id
        });
        Self {
            id,
            address: format!("/{PLACE}/{id}"),
        }
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        let _gone_anyway = SHOWN.try_with(|shown| shown.borrow_mut().sources.remove(&self.id));
    }
}

/// Answers the page's questions for pictures, for as long as the window lives.
pub(super) fn serve() {
    window().register_asset_handler(PLACE.to_owned(), |request, responder| {
        run(answer(request, responder));
    });
}

async fn answer(request: AssetRequest, responder: RequestAsyncResponder) {
    let bytes = match source(request.uri().path()) {
        Some(Source::Jpeg(bytes)) => Some(bytes.to_vec()),
        Some(Source::Chosen(file)) => file.bytes().await,
        None => None,
    };
    let (status, body) = match bytes {
        Some(bytes) => (StatusCode::OK, bytes),
        None => (StatusCode::NOT_FOUND, Vec::new()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    responder.respond(response);
}

fn source(path: &str) -> Option<Source> {
    let id: u64 = path.rsplit('/').next()?.parse().ok()?;
    SHOWN.with_borrow(|shown| shown.sources.get(&id).cloned())
}

/// The files of a file input that has just changed: the page names their numbers.
#[must_use]
pub fn chosen_files(event: &FormEvent) -> Vec<PhotoFile> {
    let numbers = event.value();
    let numbers = numbers.split_whitespace();
    numbers
        .filter_map(|number| number.parse().ok())
        .map(PhotoFile)
        .collect()
}

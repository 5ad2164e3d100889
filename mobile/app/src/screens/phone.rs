//! What every screen can reach: the engine, and what is known without asking it.

use dioxus::prelude::*;
use kuitti_engine::protocol::{DeviceStatus, Event, Problem, Reply, Request, Visibility, WorkerHere};
use kuitti_shared::domain::Fix;
use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::operation::Action;
use kuitti_shared::unit::Millis;

use super::revisions::Revisions;
use super::route::{Route, go};
use crate::shell::page::breadth;
use crate::shell::page::engine::{EngineClient, News};
use crate::shell::page::persistence::Persistence;
use crate::shell::page::picture::PhotoFile;
use crate::shell::page::position::{NoPosition, PositionNews};
use crate::shell::page::returning::{Returning, is_online};
use crate::shell::page::{run, sleep};
use crate::shell::whereabouts::Source;

/// Whether the store can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Store {
    /// Not yet.
    Opening,
    /// Another tab has it.
    Elsewhere,
    /// It can.
    Open,
    /// There is no room for it.
    Full,
    /// No longer.
    Stopped {
        /// For the support.
        why: String,
    },
}

/// A sentence that stays for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// The engine has it on disk.
    Saved,
    /// So it is, and it is a photo that could not be opened: it goes as it is.
    SavedUnopened,
    /// It was not saved.
    NotSaved(Problem),
}

/// How long a good sentence stays. A bad one stays until it is read.
const SAID_FOR: u32 = 2_500;

/// About ten metres.
const SEEN_FROM_DEGREES: f64 = 0.0001;
/// The age of a fix is shown too.
const STALE_AFTER: Millis = Millis::from_seconds(30);

/// Cheap to copy; every copy is the same phone.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Phone {
    engine: CopyValue<Option<EngineClient>>,
    /// Whether the store can be used.
    pub(super) store: Signal<Store>,
    /// How the device is, as the engine last said.
    pub(super) status: Signal<Option<DeviceStatus>>,
    /// Everybody who works with this device.
    pub(super) workers: Signal<Vec<WorkerHere>>,
    /// Raised when another worker takes the device: no screen of the one before stays.
    pub(super) turns: Signal<u64>,
    /// What looks different: screens that show it ask again.
    pub(super) revisions: Signal<Revisions>,
    /// Raised when another street map is here, or more of it.
    pub(super) map_news: Signal<u64>,
    /// Where positions come from; a pin or a track lasts until the app is closed.
    pub(super) source: Signal<Source>,
    /// Where the device is.
    pub(super) position: Signal<Option<PositionNews>>,
    /// Whether the browser believes that there is a network.
    pub(super) online: Signal<bool>,
    /// Whether a list and an order have room beside each other.
    pub(super) wide: Signal<bool>,
    /// Whether anybody looks at the app.
    pub(super) in_front: Signal<bool>,
    /// A newer version of the app waits.
    pub(super) update_ready: Signal<bool>,
    /// The browser offers to put the app on the home screen.
    pub(super) installable: Signal<bool>,
    /// Whether the app can start without a network; none until known.
    pub(super) starts_offline: Signal<Option<bool>>,
    /// Whether the browser promised to keep what is stored; none until it was asked.
    pub(super) kept: Signal<Option<Persistence>>,
    /// What was just said to the worker.
    pub(super) said: Signal<Option<Said>>,
    /// Photos are drawn on before they are kept.
    pub(super) marks_first: Signal<bool>,
    /// Photos that are being saved.
    pub(super) saving_photos: Signal<usize>,
}

impl Phone {
    /// Starts the engine; call it once, at the root.
    pub(super) fn start() -> Self {
        let mut phone = Self {
            engine: CopyValue::new(None),
            store: Signal::new(Store::Opening),
            status: Signal::new(None),
            workers: Signal::new(Vec::new()),
            turns: Signal::new(0),
            revisions: Signal::new(Revisions::default()),
            map_news: Signal::new(0),
            source: Signal::new(Source::default()),
            position: Signal::new(None),
            online: Signal::new(is_online()),
            wide: Signal::new(breadth::is_wide()),
            in_front: Signal::new(true),
            update_ready: Signal::new(false),
            installable: Signal::new(false),
            starts_offline: Signal::new(None),
            kept: Signal::new(None),
            said: Signal::new(None),
            marks_first: Signal::new(false),
            saving_photos: Signal::new(0),
        };
        match EngineClient::start(move |news| phone.hear(news)) {
            Ok(engine) => phone.engine.set(Some(engine)),
            Err(error) => phone.store.set(Store::Stopped {
                why: error.to_string(),
            }),
        }
        phone
    }

    /// The engine says how the device is now.
    pub(super) fn is_now(mut self, status: DeviceStatus) {
        let before = self.status.peek().as_ref().and_then(worker_of);
        if before.is_some() && before != worker_of(&status) {
            self.turns += 1;
            go(&Route::Today);
        }
        self.status.set(Some(status));
    }

    /// What only this phone has, whoever is shown.
    pub(super) fn unsent(self) -> u64 {
        let status = self.status.read();
        let shown = status.as_ref().map_or(0, |status| status.pending.unsent());
        let workers = self.workers.read();
        let others = workers.iter().filter(|worker| !worker.shown);
        others.fold(shown, |unsent, worker| unsent + worker.pending.unsent())
    }

    /// Is there a network, and does the office answer?
    pub(super) fn hears(self) -> bool {
        let status = self.status.read();
        let silent = |status: &DeviceStatus| matches!(status.problem, Some(Problem::Unreachable { .. }));
        (self.online)() && !status.as_ref().is_some_and(silent)
    }

    /// Whose phone it is.
    pub(super) fn worker(self) -> Option<WorkerId> {
        self.status.read().as_ref().and_then(worker_of)
    }

    fn ask_for_workers(mut self) {
        run(async move {
            if let Reply::Workers(workers) = self.ask(Request::Workers).await {
                self.workers.set(workers);
            }
        });
    }

    /// The device is somewhere else. The engine hears of it when the difference can be seen on the screen.
    pub(super) fn moved(mut self, news: PositionNews) {
        let known = self.position.peek().and_then(Result::ok);
        // A bridge or a cellar: where the worker was a moment ago, with its age, says more than nothing.
        if known.is_some() && news == Err(NoPosition::Unavailable) {
            return;
        }
        self.position.set(Some(news));
        let is_news = match (known, news) {
            (Some(known), Ok(fix)) => is_elsewhere(&known, &fix),
            (None, Err(_)) => false,
            (None, Ok(_)) | (Some(_), Err(_)) => true,
        };
        if is_news {
            self.tell_place(news.ok());
        }
    }

    /// From now on positions come from somewhere else.
    pub(super) fn locate(mut self, source: Source) {
        self.position.set(None);
        self.source.set(source);
        self.tell_place(None);
    }

    fn tell_place(mut self, fix: Option<Fix>) {
        let source = self.source.peek().kind();
        run(async move {
            self.ask(Request::SetFix { fix, source }).await;
            self.revisions.write().changed(&[]);
        });
    }

    /// The engine, for pictures; none when it could not start.
    pub(super) fn engine(self) -> Option<EngineClient> {
        self.engine.cloned()
    }

    /// Asks the engine.
    pub(super) async fn ask(self, request: Request) -> Reply {
        match self.engine() {
            Some(engine) => engine.call(request).await,
            None => Reply::Failed(Problem::NotPossible),
        }
    }

    /// Tells the engine something that needs no answer.
    pub(super) fn tell(self, request: Request) {
        run(async move {
            let _nothing_to_show = self.ask(request).await;
        });
    }

    /// A tap. Answers whether it is on disk; if not, the worker has been told why.
    pub(super) async fn perform(self, order: OrderId, action: Action) -> bool {
        let reply = self
            .ask(Request::Perform {
                order,
                action,
                fix: None,
            })
            .await;
        self.say_whether_saved(reply)
    }

    /// A photo, told as saved when it is on disk. Goes on when the screen is left.
    pub(super) fn add_photo(mut self, request: Request, file: PhotoFile) {
        self.saving_photos += 1;
        run(async move {
            self.save_with(request, Some(file)).await;
            self.saving_photos -= 1;
        });
    }

    /// Saves something with a photo, if there is one. Answers whether it is on disk; if not, the worker has been told why.
    pub(super) async fn save_with(self, request: Request, photo: Option<PhotoFile>) -> bool {
        let reply = match (self.engine(), photo) {
            (Some(engine), Some(photo)) => engine.call_with(request, &photo).await,
            _ => self.ask(request).await,
        };
        self.say_whether_saved(reply)
    }

    /// Passes on that the network or the worker came back.
    pub(super) fn returned(mut self, what: Returning) {
        self.online.set(is_online());
        match what {
            Returning::Online => self.tell(Request::SyncNow),
            Returning::Offline => {}
            Returning::Visible => self.looked_at(Visibility::Front),
            Returning::Hidden => self.looked_at(Visibility::Back),
        }
    }

    fn looked_at(mut self, visibility: Visibility) {
        self.in_front.set(visibility == Visibility::Front);
        self.tell(Request::SetVisibility { visibility });
    }

    fn hear(mut self, news: News) {
        match news {
            News::Elsewhere => self.store.set(Store::Elsewhere),
            News::Ready => {
                self.store.set(Store::Open);
                self.ask_for_workers();
            }
            News::Full => self.store.set(Store::Full),
            News::Stopped { why } => self.store.set(Store::Stopped { why }),
            News::Engine(Event::StatusChanged { status }) => self.is_now(*status),
            News::Engine(Event::WorkersChanged) => self.ask_for_workers(),
            News::Engine(Event::MapChanged) => self.map_news += 1,
            News::Engine(Event::ViewChanged { orders }) => self.revisions.write().changed(&orders),
            // What changed on an order follows by itself.
            News::Engine(Event::Saved { order: Some(_), .. }) => {}
            News::Engine(Event::Saved { order: None, .. }) => self.revisions.write().lists_changed(),
            News::Engine(Event::PhotoProgress { .. }) => self.revisions.write().changed(&[]),
        }
    }

    fn say_whether_saved(mut self, reply: Reply) -> bool {
        match reply {
            Reply::Failed(problem) => {
                self.said.set(Some(Said::NotSaved(problem)));
                false
            }
            // Stays until it is read: the office gets more than a picture.
            Reply::Saved { unopened: true, .. } => {
                self.said.set(Some(Said::SavedUnopened));
                true
            }
            _ => {
                self.said.set(Some(Said::Saved));
                let mut said = self.said;
                run(async move {
                    sleep(SAID_FOR).await;
                    if *said.peek() == Some(Said::Saved) {
                        said.set(None);
                    }
                });
                true
            }
        }
    }
}

/// The phone, from any screen.
pub(super) fn use_phone() -> Phone {
    use_context()
}

fn worker_of(status: &DeviceStatus) -> Option<WorkerId> {
    let enrolment = status.enrolment.as_ref();
    enrolment.map(|enrolment| enrolment.worker.id)
}

/// Could the worker see the difference in distance or direction?
fn is_elsewhere(known: &Fix, fix: &Fix) -> bool {
    let north = (known.position.latitude() - fix.position.latitude()).abs();
    let east = (known.position.longitude() - fix.position.longitude()).abs();
    north > SEEN_FROM_DEGREES || east > SEEN_FROM_DEGREES || fix.at - known.at > STALE_AFTER
}

//! A device in a temporary directory, with a clock that tests set.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use kuitti_engine::native::{DirectoryBlobs, ThreadLab, open_connection};
use kuitti_engine::ports::{Always, Blobs, Clock, Cost, PortFuture, Ports, Random, Timer};
use kuitti_engine::protocol::{DeviceStatus, Event, OrderView, Problem, Receipts, Reply, Request, Today};
use kuitti_engine::{Engine, EngineError};
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::domain::{Extent, Outcome};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::Action;
use kuitti_shared::unit::{Millis, WallTime};
use kuitti_test_support::copy_all;
use tempfile::TempDir;

use crate::town::{NOON, Town};

/// The clocks of a phone in a test: they move when they are told to.
pub(crate) struct TestClock(pub(crate) Cell<i64>);

impl Clock for TestClock {
    fn now(&self) -> PushClock {
        PushClock {
            stamp: Stamp {
                wall: WallTime(self.0.get()),
                boot: Millis(self.0.get() - NOON),
                epoch: BootEpoch(1),
            },
            runs_in_sleep: true,
        }
    }
}

/// Nothing takes so long that a limit would strike.
pub(crate) struct Never;

impl Timer for Never {
    fn sleep(&self, _span: Millis) -> PortFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

/// Counts, so that every run makes the same ids.
pub(crate) struct Counter(pub(crate) Cell<u128>);

impl Random for Counter {
    fn bits(&self) -> u128 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }
}

/// A device of `town`.
pub(crate) struct Device {
    pub(crate) engine: Engine,
    pub(crate) clock: Rc<TestClock>,
    pub(crate) directory: TempDir,
    pub(crate) events: Rc<RefCell<Vec<Event>>>,
    pub(crate) town: Town,
}

impl Device {
    /// A device that is enrolled and has its orders.
    pub(crate) async fn enrolled(town: &Town) -> Self {
        let device = Self::open(town, tempfile::tempdir().unwrap()).await;
        device.enrol("7K3M-Q0AB").await;
        device.sync().await;
        device
    }

    /// The device whose files are in `directory`.
    pub(crate) async fn open(town: &Town, directory: TempDir) -> Self {
        Self::open_with(town, directory, |ports| ports).await
    }

    /// The same, with other ports in place of some.
    pub(crate) async fn open_with(
        town: &Town,
        directory: TempDir,
        change: impl FnOnce(Ports) -> Ports,
    ) -> Self {
        let clock = Rc::new(TestClock(Cell::new(NOON)));
        let blobs = Rc::new(DirectoryBlobs::open(directory.path().join("photos")).unwrap());
        let ports = change(ports(town, clock.clone(), blobs));
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let connection = open_connection(&directory.path().join("kuitti.db")).unwrap();
        let engine = Engine::open(connection, ports, move |event| heard.borrow_mut().push(event))
            .await
            .unwrap();
        Self {
            engine,
            clock,
            directory,
            events,
            town: town.clone(),
        }
    }

    /// What a power cut leaves behind: the files as they are now, opened again.
    pub(crate) async fn after_a_kill(&self) -> Self {
        let copy = tempfile::tempdir().unwrap();
        copy_all(self.directory.path(), copy.path());
        let again = Self::open(&self.town, copy).await;
        again.clock.0.set(self.clock.0.get());
        again
    }

    pub(crate) async fn enrol(&self, code: &str) -> Reply {
        let request = Request::Enrol {
            server: "https://kuitti.town.example".to_owned(),
            code: code.to_owned(),
            device_name: "Matti's phone".to_owned(),
        };
        self.engine.call(request, Vec::new()).await.reply
    }

    pub(crate) async fn sync(&self) {
        self.engine.sync_once().await.unwrap();
    }

    pub(crate) async fn try_sync(&self) -> Result<(), EngineError> {
        self.engine.sync_once().await
    }

    /// A tap; a second passes before the next one.
    pub(crate) async fn act(&self, order: OrderId, action: Action) -> OpId {
        self.clock.0.set(self.clock.0.get() + 1_000);
        match self.perform(order, action).await {
            Reply::Saved { op, .. } => op,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn perform(&self, order: OrderId, action: Action) -> Reply {
        let fix = None;
        let request = Request::Perform { order, action, fix };
        self.engine.call(request, Vec::new()).await.reply
    }

    pub(crate) async fn note(&self, order: OrderId, text: &str) -> OpId {
        let text = text.to_owned();
        self.act(order, Action::Note { text }).await
    }

    pub(crate) async fn status(&self) -> DeviceStatus {
        match self.engine.call(Request::Status, Vec::new()).await.reply {
            Reply::Status(status) => *status,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn today(&self) -> Today {
        match self.engine.call(Request::Today, Vec::new()).await.reply {
            Reply::Today(today) => *today,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn receipts(&self) -> Receipts {
        match self.engine.call(Request::Receipts, Vec::new()).await.reply {
            Reply::Receipts(receipts) => *receipts,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn order(&self, order: OrderId) -> OrderView {
        self.find(order).await.unwrap()
    }

    pub(crate) async fn find(&self, order: OrderId) -> Result<OrderView, Problem> {
        match self.engine.call(Request::Order { order }, Vec::new()).await.reply {
            Reply::Order(view) => Ok(*view),
            Reply::Failed(problem) => Err(problem),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn notes(&self, order: OrderId) -> Vec<String> {
        let view = self.order(order).await;
        view.aggregate.notes.into_iter().map(|note| note.text).collect()
    }
}

/// What a device in a test is lent: nothing takes so long that a limit would strike, and different phones draw different numbers.
pub(crate) fn ports(town: &Town, clock: Rc<TestClock>, blobs: Rc<dyn Blobs>) -> Ports {
    let seed = std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), 0);
    Ports {
        clock,
        timer: Rc::new(Never),
        random: Rc::new(Counter(Cell::new(u128::from(seed)))),
        blobs,
        lab: Rc::new(ThreadLab),
        link: Rc::new(Always(Cost::Unknown)),
        transport: Rc::new(town.clone()),
    }
}

pub(crate) fn done() -> Action {
    Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    }
}

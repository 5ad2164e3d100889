//! A tablet that several workers share (SYNC.md, "shared tablet"): a store each, all of them hand in, one is shown.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;

use kuitti_engine::Installation;
use kuitti_engine::native::DirectoryStores;
use kuitti_engine::ports::TransportError;
use kuitti_engine::protocol::{
    DeviceStatus, Event, Problem, Receipts, Reply, Request, StoreNumber, WorkerHere,
};
use kuitti_shared::domain::{Language, PhotoRole, Worker};
use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::operation::Action;
use kuitti_test_support::copy_all;
use tempfile::TempDir;
use uuid::Uuid;

use crate::device::{TestClock, ports};
use crate::pictures::plain;
use crate::town::{Fault, NOON, Town};

const MATTIS: StoreNumber = StoreNumber::FIRST;
const ELIFS: StoreNumber = StoreNumber::FIRST.next();
/// No database.
const DAMAGE: &[u8] = &[7; 40_000];

/// A tablet of `town`.
struct Tablet {
    installation: Installation,
    directory: TempDir,
    events: Rc<RefCell<Vec<Event>>>,
    town: Town,
}

impl Tablet {
    async fn open(town: &Town, directory: TempDir) -> Self {
        let clock = Rc::new(TestClock(Cell::new(NOON)));
        let lent = town.clone();
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let stores = DirectoryStores::new(directory.path().to_owned());
        let installation = Installation::open(
            stores,
            move |blobs| ports(&lent, clock.clone(), blobs),
            move |event| heard.borrow_mut().push(event),
        );
        Self {
            installation: installation.await.unwrap(),
            directory,
            events,
            town: town.clone(),
        }
    }

    /// Matti's tablet, which Elif has come to.
    async fn shared(town: &Town) -> Self {
        let tablet = Self::open(town, tempfile::tempdir().unwrap()).await;
        tablet.enrol("MATTI", None).await;
        tablet.installation.sync_once().await.unwrap();
        tablet.enrol("ELIF", Some(elif())).await;
        tablet.installation.sync_once().await.unwrap();
        tablet
    }

    /// What a power cut leaves behind: the files as they are now, opened again.
    async fn after_a_kill(&self) -> Self {
        let copy = tempfile::tempdir().unwrap();
        copy_all(self.directory.path(), copy.path());
        Self::open(&self.town, copy).await
    }

    async fn call(&self, request: Request) -> Reply {
        self.installation.call(request, Vec::new()).await.reply
    }

    async fn enrol(&self, code: &str, worker: Option<Worker>) -> DeviceStatus {
        self.town.0.borrow_mut().code_is_for = worker;
        let request = Request::Enrol {
            server: "https://kuitti.town.example".to_owned(),
            code: code.to_owned(),
            device_name: "The tablet in the van".to_owned(),
        };
        match self.call(request).await {
            Reply::Status(status) => *status,
            other => panic!("{other:?}"),
        }
    }

    async fn note(&self, order: OrderId, text: &str) {
        let action = Action::Note {
            text: text.to_owned(),
        };
        let fix = None;
        let reply = self.call(Request::Perform { order, action, fix }).await;
        assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
    }

    async fn notes(&self, order: OrderId) -> Vec<String> {
        match self.call(Request::Order { order }).await {
            Reply::Order(view) => view.aggregate.notes.into_iter().map(|note| note.text).collect(),
            other => panic!("{other:?}"),
        }
    }

    async fn name_shown(&self) -> String {
        match self.call(Request::Status).await {
            Reply::Status(status) => status.enrolment.unwrap().worker.name,
            other => panic!("{other:?}"),
        }
    }

    async fn workers(&self) -> Vec<WorkerHere> {
        match self.call(Request::Workers).await {
            Reply::Workers(workers) => workers,
            other => panic!("{other:?}"),
        }
    }

    /// Who works here, and whether anything is only here.
    async fn names(&self) -> Vec<(String, u64)> {
        let named = |worker: WorkerHere| (worker.enrolment.unwrap().worker.name, worker.pending.operations);
        self.workers().await.into_iter().map(named).collect()
    }

    async fn receipts(&self) -> Receipts {
        match self.call(Request::Receipts).await {
            Reply::Receipts(receipts) => *receipts,
            other => panic!("{other:?}"),
        }
    }
}

fn elif() -> Worker {
    Worker {
        id: WorkerId(Uuid::from_u128(0xB)),
        name: "Elif".to_owned(),
        language: Language::Tr,
        crew: None,
    }
}

#[tokio::test]
async fn another_workers_code_opens_a_store_of_its_own_and_the_firsts_work_goes_as_the_firsts() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::open(&town, tempfile::tempdir().unwrap()).await;
    tablet.enrol("MATTI", None).await;
    tablet.installation.sync_once().await.unwrap();
    tablet.note(order, "Matti's").await;

    let status = tablet.enrol("ELIF", Some(elif())).await;
    assert_eq!(status.enrolment.unwrap().worker.name, "Elif");
    assert_eq!(status.pending.operations, 0);
    assert!(
        tablet.receipts().await.lines.is_empty(),
        "nothing of Matti's is shown to Elif"
    );
    assert_eq!(
        tablet.names().await,
        [("Matti".to_owned(), 1), ("Elif".to_owned(), 0)]
    );

    tablet.installation.sync_once().await.unwrap();
    tablet.note(order, "Elif's").await;
    tablet.installation.sync_once().await.unwrap();
    assert_eq!(
        tablet.names().await,
        [("Matti".to_owned(), 0), ("Elif".to_owned(), 0)]
    );
    // Each numbering has delivered its own worker's note.
    let delivered: Vec<usize> = town.0.borrow().delivered.values().map(Vec::len).collect();
    assert_eq!(delivered, [1, 1]);
}

#[tokio::test]
async fn the_worker_who_is_chosen_is_shown_now_and_after_a_kill() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::shared(&town).await;
    assert_eq!(tablet.after_a_kill().await.name_shown().await, "Elif");
    town.script([Fault::offline()]);
    tablet.note(order, "Elif's").await;

    assert_eq!(
        tablet.call(Request::ShowWorker { store: MATTIS }).await,
        Reply::Done
    );
    assert_eq!(tablet.name_shown().await, "Matti");
    assert!(
        tablet.notes(order).await.is_empty(),
        "Elif's note is hers until the office has it"
    );
    let tablet = tablet.after_a_kill().await;
    assert_eq!(tablet.name_shown().await, "Matti");
    assert_eq!(
        tablet.names().await,
        [("Matti".to_owned(), 0), ("Elif".to_owned(), 1)]
    );

    assert_eq!(
        tablet.call(Request::ShowWorker { store: ELIFS }).await,
        Reply::Done
    );
    assert_eq!(tablet.notes(order).await, ["Elif's"]);
    let shown: Vec<bool> = tablet.workers().await.iter().map(|worker| worker.shown).collect();
    assert_eq!(shown, [false, true]);
    let nobody = tablet.call(Request::ShowWorker { store: ELIFS.next() }).await;
    assert_eq!(nobody, Reply::Failed(Problem::NotPossible));
}

#[tokio::test]
async fn of_a_worker_who_is_not_shown_the_screens_hear_only_that_something_moved() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::shared(&town).await;
    tablet.note(order, "Elif's").await;
    tablet.call(Request::ShowWorker { store: MATTIS }).await;
    tablet.events.borrow_mut().clear();
    tablet.installation.sync_once().await.unwrap();

    let events = tablet.events.borrow();
    assert!(events.contains(&Event::WorkersChanged));
    for event in events.iter() {
        if let Event::StatusChanged { status } = event {
            assert_eq!(status.enrolment.as_ref().unwrap().worker.name, "Matti");
        }
    }
}

#[tokio::test]
async fn work_of_a_worker_who_is_not_shown_goes_while_the_app_runs() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::shared(&town).await;
    let runs = tablet.installation.run();
    let sent = async {
        tablet.call(Request::ShowWorker { store: MATTIS }).await;
        tablet.note(order, "Matti's").await;
        // Whoever comes while it runs is run too.
        let third = Worker {
            id: WorkerId(Uuid::from_u128(0xC)),
            name: "Aino".to_owned(),
            ..elif()
        };
        tablet.enrol("AINO", Some(third)).await;
        let asked = || tablet.call(Request::Order { order });
        while matches!(asked().await, Reply::Failed(_)) {
            tokio::task::yield_now().await;
        }
        tablet.note(order, "Aino's").await;
        while town.op_ids().len() < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        () = runs => panic!("the installation ended"),
        () = sent => {}
    }
}

#[tokio::test]
async fn a_worker_is_known_by_name_not_by_who_is_shown() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::shared(&town).await;
    tablet.call(Request::ShowWorker { store: MATTIS }).await;
    tablet.note(order, "Matti's").await;
    tablet.call(Request::ShowWorker { store: ELIFS }).await;
    // Matti's token was refused, and he comes with a new code.
    let status = tablet.enrol("MATTI-AGAIN", None).await;
    assert_eq!(status.enrolment.unwrap().worker.name, "Matti");
    assert_eq!(status.pending.operations, 1);
    assert_eq!(tablet.names().await.len(), 2);
}

#[tokio::test]
async fn a_worker_leaves_the_tablet_once_the_office_has_everything() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::shared(&town).await;
    let bytes = plain(1);
    let request = Request::AddPhoto {
        order,
        role: PhotoRole::After,
        fix: None,
        marks: Vec::new(),
    };
    let reply = tablet.installation.call(request, bytes).await.reply;
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
    let remove = || tablet.call(Request::RemoveWorker { store: ELIFS });
    assert_eq!(
        remove().await,
        Reply::Failed(Problem::NotPossible),
        "she is shown"
    );
    tablet.call(Request::ShowWorker { store: MATTIS }).await;
    let unsent = Problem::OtherWorkersWork {
        worker: "Elif".to_owned(),
    };
    assert_eq!(remove().await, Reply::Failed(unsent.clone()));
    // Her photo is refused and set aside: the office lacks it all the same.
    let too_large = Fault::Refused(TransportError::TooLarge);
    town.0.borrow_mut().upload_faults.push_back(too_large);
    tablet.installation.sync_once().await.unwrap();
    assert_eq!(remove().await, Reply::Failed(unsent));

    tablet.call(Request::SyncNow).await;
    tablet.installation.sync_once().await.unwrap();
    assert_eq!(remove().await, Reply::Done);
    assert_eq!(tablet.names().await, [("Matti".to_owned(), 0)]);
    let mut left = names_in(tablet.directory.path());
    left.retain(|name| name.contains("-2"));
    assert!(left.is_empty(), "{left:?}");
    let tablet = tablet.after_a_kill().await;
    assert_eq!(tablet.name_shown().await, "Matti");
    // Her place is free for whoever comes next.
    assert_eq!(
        tablet.enrol("ELIF-AGAIN", Some(elif())).await.pending.operations,
        0
    );
    assert!(tablet.receipts().await.lines.is_empty());
}

#[tokio::test]
async fn a_store_that_does_not_open_keeps_nobody_out_but_its_own_worker() {
    let town = Town::new();
    let order = town.give(1);
    let tablet = Tablet::shared(&town).await;
    tablet.note(order, "Elif's").await;
    let copy = tempfile::tempdir().unwrap();
    copy_all(tablet.directory.path(), copy.path());
    let damaged = copy.path().join("kuitti.db");
    std::fs::write(&damaged, DAMAGE).unwrap();
    std::fs::remove_file(copy.path().join("kuitti.db-wal")).unwrap();
    let tablet = Tablet::open(&town, copy).await;
    assert_eq!(tablet.name_shown().await, "Elif");
    assert_eq!(tablet.notes(order).await, ["Elif's"]);
    let workers = tablet.workers().await;
    assert_eq!((workers[0].store, &workers[0].enrolment), (MATTIS, &None));
    // Matti comes with a new code and works on; what did not open stays for whoever can read it.
    tablet.enrol("MATTI-AGAIN", None).await;
    assert_eq!(tablet.name_shown().await, "Matti");
    assert_eq!(
        std::fs::read(tablet.directory.path().join("kuitti.db")).unwrap(),
        DAMAGE
    );
}

fn names_in(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

//! A worker's phone: the real engine in a temporary directory, over HTTP, with a network that can be cut.

use std::cell::Cell;
use std::rc::Rc;

use kuitti_engine::ports::{NewUpload, PortFuture, Ports, Session, Transport, TransportError, UploadPlace};
use kuitti_engine::protocol::{
    DeviceStatus, OrderView, Problem, ReceiptState, Receipts, Reply, Request, Today,
};
use kuitti_engine::sync::{HttpTransport, Push};
use kuitti_engine::{Engine, native};
use kuitti_shared::api::map::MapPack;
use kuitti_shared::domain::{Extent, ItemValue, Outcome, PhotoRole, TimeKind};
use kuitti_shared::id::{OpId, OrderId, PhotoId, WorkerId};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::unit::Minutes;
use kuitti_test_support::copy_all;
use tempfile::TempDir;

use crate::picture::photo;
use crate::town::{Town, eventually};

/// What the network does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It works.
    Up,
    /// Nothing gets through.
    Down,
    /// Requests get through; answers are lost.
    AnswersLost,
}

/// HTTP over a link that can be cut.
struct Network {
    http: HttpTransport,
    link: Cell<Link>,
}

/// A phone.
pub struct Phone {
    /// Its engine.
    pub engine: Engine,
    network: Rc<Network>,
    directory: TempDir,
}

impl Phone {
    /// A worker's phone, enrolled, with its orders.
    pub async fn of(town: &Town, worker: WorkerId) -> Self {
        let phone = Self::open(tempfile::tempdir().unwrap()).await;
        phone.enrol(town, worker).await;
        phone.sync().await;
        phone
    }

    /// The phone whose files are in `directory`.
    pub async fn open(directory: TempDir) -> Self {
        let network = Rc::new(Network {
            http: HttpTransport::default(),
            link: Cell::new(Link::Up),
        });
        let ports = Ports {
            transport: network.clone(),
            ..native::ports(directory.path()).unwrap()
        };
        let connection = native::open_connection(&directory.path().join("kuitti.db")).unwrap();
        let engine = Engine::open(connection, ports, |_| {}).await.unwrap();
        Self {
            engine,
            network,
            directory,
        }
    }

    /// What a power cut leaves behind: the files as they are now, opened again. The network is up.
    pub async fn killed(self) -> Self {
        let copy = tempfile::tempdir().unwrap();
        copy_all(self.directory.path(), copy.path());
        Self::open(copy).await
    }

    /// Enrols by a code of the office.
    pub async fn enrol(&self, town: &Town, worker: WorkerId) {
        let request = Request::Enrol {
            server: town.url(),
            code: town.code(worker).await,
            device_name: "Phone".to_owned(),
        };
        let reply = self.ask(request).await;
        assert!(matches!(reply, Reply::Status(_)), "{reply:?}");
    }

    /// Cuts or mends the network.
    pub fn set_link(&self, link: Link) {
        self.network.link.set(link);
    }

    /// Hands in and fetches everything.
    pub async fn sync(&self) {
        self.engine.sync_once().await.unwrap();
    }

    /// A tap.
    pub async fn act(&self, order: OrderId, action: Action) -> OpId {
        let fix = None;
        match self.ask(Request::Perform { order, action, fix }).await {
            Reply::Saved { op, .. } => op,
            other => panic!("{other:?}"),
        }
    }

    /// Takes a photo; `seed` makes it different from others.
    pub async fn photograph(&self, order: OrderId, role: PhotoRole, seed: u32) -> PhotoId {
        let fix = None;
        let request = Request::AddPhoto {
            order,
            role,
            fix,
            marks: Vec::new(),
        };
        match self.engine.call(request, photo(seed)).await.reply {
            Reply::Saved {
                photo: Some(photo), ..
            } => photo,
            other => panic!("{other:?}"),
        }
    }

    /// A whole visit: goes there, works, photographs, marks done.
    pub async fn do_the_job(&self, order: OrderId) {
        self.act(order, Action::Accept {}).await;
        self.act(order, Action::EnRoute {}).await;
        self.act(order, Action::Start {}).await;
        self.photograph(order, PhotoRole::Before, 1).await;
        let (item, value) = ("lit".into(), ItemValue::Tick(true));
        self.act(order, Action::Check { item, value }).await;
        let text = "New bulb".to_owned();
        self.act(order, Action::Note { text }).await;
        let (kind, minutes) = (TimeKind::Work, Minutes(25));
        self.act(order, Action::Time { kind, minutes }).await;
        self.photograph(order, PhotoRole::After, 2).await;
        self.finish(order).await;
    }

    /// Marks an order done.
    pub async fn finish(&self, order: OrderId) -> OpId {
        let done = Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Whole,
            follow_up: None,
        };
        self.act(order, done).await
    }

    /// How the phone is.
    pub async fn status(&self) -> DeviceStatus {
        match self.ask(Request::Status).await {
            Reply::Status(status) => *status,
            other => panic!("{other:?}"),
        }
    }

    /// The orders on the phone.
    pub async fn today(&self) -> Today {
        match self.ask(Request::Today).await {
            Reply::Today(today) => *today,
            other => panic!("{other:?}"),
        }
    }

    /// One order, or why it is not here.
    pub async fn order(&self, order: OrderId) -> Result<OrderView, Problem> {
        match self.ask(Request::Order { order }).await {
            Reply::Order(view) => Ok(*view),
            Reply::Failed(problem) => Err(problem),
            other => panic!("{other:?}"),
        }
    }

    /// Every operation and photo with its state.
    pub async fn receipts(&self) -> Receipts {
        match self.ask(Request::Receipts).await {
            Reply::Receipts(receipts) => *receipts,
            other => panic!("{other:?}"),
        }
    }

    /// The receipt of one operation.
    pub async fn receipt(&self, order: OrderId, op: OpId) -> ReceiptState {
        let view = self.order(order).await.unwrap();
        view.receipts.get(&op).unwrap().clone()
    }

    /// Runs the engine beside `story`, as a shell does.
    pub async fn alive<T>(&self, story: impl Future<Output = T>) -> T {
        tokio::select! {
            () = self.engine.run() => panic!("the engine ended"),
            told = story => told,
        }
    }

    /// Waits until everything is handed in and seen in the orders.
    pub async fn until_all_is_applied(&self) {
        eventually("everything is applied", async || {
            let tally = self.receipts().await.tally;
            tally.applied > 0 && tally.on_this_phone + tally.arrived == 0
        })
        .await;
    }

    /// Asks the engine.
    pub async fn ask(&self, request: Request) -> Reply {
        self.engine.call(request, Vec::new()).await.reply
    }
}

impl Network {
    async fn through<T>(
        &self,
        answer: PortFuture<'_, Result<T, TransportError>>,
    ) -> Result<T, TransportError> {
        let gone = || Err(TransportError::Unreachable("the network is cut".to_owned()));
        if self.link.get() == Link::Down {
            return gone();
        }
        let answer = answer.await;
        if self.link.get() == Link::Up {
            answer
        } else {
            gone()
        }
    }
}

type Answered<'a, T> = PortFuture<'a, Result<T, TransportError>>;

impl Transport for Network {
    fn enrol<'a>(&'a self, server: &'a str, request: &'a EnrolRequest) -> Answered<'a, EnrolResponse> {
        Box::pin(self.through(self.http.enrol(server, request)))
    }

    fn sync<'a>(&'a self, session: &'a Session, push: &'a Push) -> Answered<'a, SyncResponse> {
        Box::pin(self.through(self.http.sync(session, push)))
    }

    fn wait<'a>(&'a self, session: &'a Session, push: &'a Push) -> Answered<'a, SyncResponse> {
        Box::pin(self.through(self.http.wait(session, push)))
    }

    fn create_upload<'a>(&'a self, session: &'a Session, upload: &'a NewUpload) -> Answered<'a, UploadPlace> {
        Box::pin(self.through(self.http.create_upload(session, upload)))
    }

    fn upload_offset<'a>(&'a self, session: &'a Session, url: &'a str) -> Answered<'a, u64> {
        Box::pin(self.through(self.http.upload_offset(session, url)))
    }

    fn append<'a>(
        &'a self,
        session: &'a Session,
        place: &'a UploadPlace,
        bytes: Vec<u8>,
    ) -> Answered<'a, u64> {
        Box::pin(self.through(self.http.append(session, place, bytes)))
    }

    fn map_pack<'a>(&'a self, session: &'a Session) -> Answered<'a, MapPack> {
        Box::pin(self.through(self.http.map_pack(session)))
    }

    fn map_part<'a>(
        &'a self,
        session: &'a Session,
        pack: &'a MapPack,
        offset: u64,
        length: u64,
    ) -> Answered<'a, Vec<u8>> {
        Box::pin(self.through(self.http.map_part(session, pack, offset, length)))
    }
}

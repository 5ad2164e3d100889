//! One store of one worker on a device: the real engine on real files, its crashes, and copies that come back.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use kuitti_engine::protocol::{Reply, Request};
use kuitti_engine::sync::HttpTransport;
use kuitti_engine::{Engine, native};
use kuitti_shared::id::WorkerId;
use reqwest::Client;

use crate::body::{Body, Line};
use crate::chance::Chance;
use crate::disk;
use crate::fuse::Fuse;
use crate::handset::Handset;
use crate::network::World;
use crate::worker;

/// A worker's phone, or a worker's part of a shared one.
pub struct Phone {
    /// Its number in the town.
    pub number: usize,
    /// Whose.
    pub worker: WorkerId,
    /// As the trace calls it.
    pub name: String,
    /// Its hardware.
    pub handset: Rc<Handset>,
    /// What happens to it, decided by the seed.
    pub chance: Rc<Chance>,
    /// What it shares with everybody.
    pub world: World,
    root: PathBuf,
    lives: Cell<u32>,
    life: RefCell<Option<Life>>,
    aside: RefCell<Option<PathBuf>>,
    client: Client,
}

/// One life of the app's process.
#[derive(Clone)]
struct Life {
    engine: Engine,
    fuse: Arc<Fuse>,
    directory: PathBuf,
}

/// Who a phone belongs to.
pub struct Owner {
    /// Its number in the town.
    pub number: usize,
    /// Whose.
    pub worker: WorkerId,
    /// The worker's name.
    pub name: &'static str,
}

impl Phone {
    /// A phone on which nothing is.
    pub async fn new(
        owner: Owner,
        handset: Rc<Handset>,
        world: World,
        root: &Path,
        chance: Chance,
        client: Client,
    ) -> Rc<Self> {
        let phone = Rc::new(Self {
            number: owner.number,
            worker: owner.worker,
            name: format!("phone {} ({})", owner.number, owner.name),
            handset,
            chance: Rc::new(chance),
            world,
            root: root.to_owned(),
            lives: Cell::new(0),
            life: RefCell::default(),
            aside: RefCell::default(),
            client,
        });
        let directory = phone.next_directory();
        std::fs::create_dir_all(&directory).unwrap();
        phone.live_on(&directory).await;
        phone
    }

    /// Where its files are now.
    #[must_use]
    pub fn directory(&self) -> PathBuf {
        self.life().directory
    }

    /// Where a copy of its files lies, if somebody made one.
    #[must_use]
    pub fn aside(&self) -> Option<PathBuf> {
        self.aside.borrow().clone()
    }

    /// Power will fail at the `places`-th place from here.
    pub fn light(&self, places: u64) {
        self.life().fuse.light(places);
    }

    /// Asks the engine; none when power failed before the reply.
    pub async fn ask(self: &Rc<Self>, request: Request, bytes: Vec<u8>) -> Option<Reply> {
        self.work(async |engine| engine.call(request, bytes).await.reply)
            .await
    }

    /// Hands in and fetches everything once. Says whether it came to an end.
    pub async fn sync(self: &Rc<Self>) -> bool {
        let done = self.work(async |engine| engine.sync_once().await).await;
        matches!(done, Some(Ok(())))
    }

    /// Enrols by a code.
    pub async fn enrol(self: &Rc<Self>, code: String) -> bool {
        let request = Request::Enrol {
            server: "http://town".to_owned(),
            code,
            device_name: self.name.clone(),
        };
        matches!(self.ask(request, Vec::new()).await, Some(Reply::Status(_)))
    }

    /// A tap while something else is under way: it does not start the app anew when power fails.
    pub(crate) async fn tap_meanwhile(self: &Rc<Self>) {
        let Life { engine, fuse, .. } = self.life();
        worker::tap(self, &async |request, bytes| {
            let reply = engine.call(request, bytes).await.reply;
            (!fuse.is_burnt()).then_some(reply)
        })
        .await;
    }

    /// Somebody copies the files, as a phone's backup does.
    pub fn set_aside(&self) {
        let copy = self.root.join(format!("phone-{}-aside", self.number));
        disk::forget(&copy);
        disk::copy(&self.directory(), &copy);
        self.aside.replace(Some(copy));
    }

    /// The phone is broken; a new one gets the files that were set aside.
    pub async fn go_back(self: &Rc<Self>) {
        if let Some(copy) = self.aside() {
            let directory = self.next_directory();
            disk::copy(&copy, &directory);
            self.live_on(&directory).await;
        }
    }

    async fn work<T>(self: &Rc<Self>, work: impl AsyncFnOnce(Engine) -> T) -> Option<T> {
        let life = self.life();
        let done = tokio::select! {
            biased;
            () = life.fuse.burnt() => None,
            done = work(life.engine.clone()) => Some(done),
        };
        if life.fuse.is_burnt() {
            self.world.trace.say(&self.name, "power fails");
            let remains = life.fuse.remains().to_owned();
            drop(life);
            self.handset.boot();
            self.live_on(&remains).await;
            return None;
        }
        life.fuse.light(0);
        done
    }

    fn life(&self) -> Life {
        self.life.borrow().clone().unwrap()
    }

    async fn live_on(self: &Rc<Self>, directory: &Path) {
        let fuse = Arc::new(Fuse::between(directory, &self.next_directory()));
        let body = Body::new(&self.handset, &self.chance, &fuse, directory);
        let line = Line::new(Rc::downgrade(self), Arc::clone(&fuse));
        let transport = HttpTransport::over(self.client.clone(), line);
        let connection = native::open_connection(&directory.join("kuitti.db")).unwrap();
        let witness = Arc::clone(&fuse);
        let engine = Engine::open(connection, body.ports(transport), move |_| witness.pass())
            .await
            .unwrap();
        let life = Life {
            engine,
            fuse,
            directory: directory.to_owned(),
        };
        if let Some(old) = self.life.replace(Some(life)) {
            disk::forget(&old.directory);
        }
    }

    fn next_directory(&self) -> PathBuf {
        self.lives.set(self.lives.get() + 1);
        self.root
            .join(format!("phone-{}-{}", self.number, self.lives.get()))
    }
}

/// A phone that may be gone.
pub(crate) type WeakPhone = Weak<Phone>;

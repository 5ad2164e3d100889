//! What a simulated device lends to its engine: each port is the real one where that is repeatable, with a place at which
//! power can fail before and after.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use kuitti_engine::photo::{Developed, PhotoError, develop_marked};
use kuitti_engine::ports::{
    Always, BlobError, BlobKey, Blobs, Clock, Cost, PhotoLab, PortFuture, Ports, Random, Timer, Transport,
    TransportError,
};
use kuitti_engine::sync::Carrier;
use kuitti_shared::clock::PushClock;
use kuitti_shared::domain::Mark;
use kuitti_shared::unit::Millis;
use tokio::sync::Mutex;
use tokio::task::yield_now;

use crate::chance::Chance;
use crate::fuse::Fuse;
use crate::handset::Handset;
use crate::phone::WeakPhone;

/// Clock, chance, files and lab of one life.
#[derive(Clone)]
pub(crate) struct Body(Rc<Parts>);

struct Parts {
    handset: Rc<Handset>,
    chance: Rc<Chance>,
    fuse: Arc<Fuse>,
    files: PathBuf,
}

impl Body {
    pub(crate) fn new(
        handset: &Rc<Handset>,
        chance: &Rc<Chance>,
        fuse: &Arc<Fuse>,
        directory: &Path,
    ) -> Self {
        let files = directory.join("photos");
        fs::create_dir_all(&files).unwrap();
        Self(Rc::new(Parts {
            handset: Rc::clone(handset),
            chance: Rc::clone(chance),
            fuse: Arc::clone(fuse),
            files,
        }))
    }

    pub(crate) fn ports(&self, transport: impl Transport + 'static) -> Ports {
        Ports {
            clock: Rc::new(self.clone()),
            timer: Rc::new(self.clone()),
            random: Rc::new(self.clone()),
            blobs: Rc::new(self.clone()),
            lab: Rc::new(self.clone()),
            link: Rc::new(Always(Cost::Free)),
            transport: Rc::new(transport),
        }
    }

    fn path(&self, key: &BlobKey) -> PathBuf {
        self.0.files.join(key.file_name())
    }
}

impl Clock for Body {
    fn now(&self) -> PushClock {
        self.0.fuse.pass();
        self.0.handset.clock()
    }
}

impl Random for Body {
    fn bits(&self) -> u128 {
        u128::from(self.0.chance.next()) << 64 | u128::from(self.0.chance.next())
    }
}

/// No answer takes longer than its patience: what does is said to be lost by the network.
impl Timer for Body {
    fn sleep(&self, _: Millis) -> PortFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

impl PhotoLab for Body {
    fn develop(&self, original: Vec<u8>, marks: Vec<Mark>) -> PortFuture<'_, Result<Developed, PhotoError>> {
        Box::pin(async move { develop_marked(&original, &marks) })
    }
}

/// Files without threads, which would decide what comes first; written beside their place and moved there, as the real ones.
impl Blobs for Body {
    fn write<'a>(&'a self, key: &'a BlobKey, bytes: &'a [u8]) -> PortFuture<'a, Result<(), BlobError>> {
        Box::pin(async move {
            let beside = self.path(key).with_extension("unfinished");
            self.0.fuse.gate().await;
            fs::write(&beside, bytes).map_err(failed)?;
            self.0.fuse.gate().await;
            fs::rename(&beside, self.path(key)).map_err(failed)?;
            self.0.fuse.gate().await;
            Ok(())
        })
    }

    fn read<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<Option<Vec<u8>>, BlobError>> {
        let found = match fs::read(self.path(key)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            found => found.map(Some).map_err(failed),
        };
        Box::pin(std::future::ready(found))
    }

    fn delete<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<(), BlobError>> {
        Box::pin(async move {
            self.0.fuse.gate().await;
            match fs::remove_file(self.path(key)) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(error)),
                _ => Ok(()),
            }
        })
    }

    fn list(&self) -> PortFuture<'_, Result<Vec<BlobKey>, BlobError>> {
        let names = fs::read_dir(&self.0.files).map(|entries| {
            let names = entries.map(|entry| entry.unwrap().file_name());
            let keys = names.filter_map(|name| BlobKey::from_file_name(name.to_str()?));
            let mut keys: Vec<BlobKey> = keys.collect();
            keys.sort();
            keys
        });
        Box::pin(std::future::ready(names.map_err(failed)))
    }
}

fn failed(error: std::io::Error) -> BlobError {
    BlobError::Failed(error.to_string())
}

/// The way from one life of a phone to the network.
pub(crate) struct Line {
    phone: WeakPhone,
    fuse: Arc<Fuse>,
    turn: Mutex<()>,
}

impl Line {
    pub(crate) fn new(phone: WeakPhone, fuse: Arc<Fuse>) -> Self {
        Self {
            phone,
            fuse,
            turn: Mutex::new(()),
        }
    }
}

impl Carrier for Line {
    fn carry(&self, request: reqwest::Request) -> PortFuture<'_, Result<reqwest::Response, TransportError>> {
        Box::pin(async move {
            let _turn = self.turn.lock().await;
            // Whatever else the phone is about to send takes its place behind this one first. Else this answer, which comes from
            // the server's threads, would be there now and then before anybody else has asked.
            yield_now().await;
            self.fuse.gate().await;
            let phone = self.phone.upgrade().filter(|phone| phone.handset.has_network());
            let Some(phone) = phone else {
                return Err(TransportError::Unreachable("no network".to_owned()));
            };
            let meanwhile = async || phone.tap_meanwhile().await;
            let network = &phone.world.network;
            let answer = network.carry(&phone.name, &request, meanwhile).await;
            self.fuse.gate().await;
            answer
        })
    }
}

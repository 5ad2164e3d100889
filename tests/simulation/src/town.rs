//! A town of a seed: its server, its phones, its network.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use reqwest::Client;
use tempfile::TempDir;

use crate::backup::Backup;
use crate::chance::Chance;
use crate::disk;
use crate::handset::Handset;
use crate::model::Model;
use crate::network::{Network, World};
use crate::notices::Ledger;
use crate::office::Office;
use crate::people::{self, WORKERS};
use crate::phone::{Owner, Phone};
use crate::server::Server;
use crate::time::Time;
use crate::trace::{Trace, Voice};

/// A town.
pub struct Town {
    /// The server.
    pub server: Rc<Server>,
    /// Every store of every worker.
    pub phones: Vec<Rc<Phone>>,
    /// What everybody shares.
    pub world: World,
    /// What the scheduler decides by.
    pub chance: Chance,
    /// Backups of the server.
    pub backups: RefCell<Vec<Backup>>,
    /// What the provider was told.
    pub ledger: Ledger,
    _directory: TempDir,
}

impl Town {
    /// The town of a seed, its phones enrolled.
    pub async fn of(seed: u64, voice: Voice) -> Self {
        let chance = Chance::of(seed);
        let directory = disk::temporary();
        let time = Arc::new(Time::default());
        let trace = Rc::new(Trace::new(Arc::clone(&time), voice));
        let model = Rc::new(Model::default());
        let server = Server::start(directory.path(), Arc::clone(&time), chance.fork()).await;
        let server = Rc::new(server);
        let network = Network::new(
            Rc::clone(&server),
            chance.fork(),
            Rc::clone(&trace),
            Rc::clone(&model),
        );
        let world = World {
            network: Rc::new(network),
            trace,
            model,
            time,
        };
        let phones = phones(&chance, &world, directory.path()).await;
        let town = Self {
            server,
            phones,
            world,
            chance,
            backups: RefCell::default(),
            ledger: Ledger::default(),
            _directory: directory,
        };
        for phone in &town.phones {
            town.enrol(phone).await;
        }
        town
    }

    /// The office.
    pub(crate) fn office(&self) -> Office<'_> {
        Office {
            server: &self.server,
            trace: &self.world.trace,
            ledger: &self.ledger,
            chance: &self.chance,
            time: &self.world.time,
        }
    }

    /// The office gives out a code and the phone takes it.
    pub(crate) async fn enrol(&self, phone: &Rc<Phone>) {
        let Some(code) = self.office().code(phone.worker).await else {
            return;
        };
        let done = phone.enrol(code).await;
        let how = if done { "enrolled" } else { "not enrolled" };
        self.world.trace.say(&phone.name, how);
    }
}

/// Two to eight stores; now and then two of them on one device.
async fn phones(chance: &Chance, world: &World, root: &std::path::Path) -> Vec<Rc<Phone>> {
    let client = Client::new();
    let count = 2 + chance.place(7);
    let mut phones: Vec<Rc<Phone>> = Vec::new();
    for number in 0..count {
        let shared = phones.last().filter(|_| chance.one_in(4));
        let handset = match shared {
            Some(other) => Rc::clone(&other.handset),
            None => Rc::new(Handset::new(Arc::clone(&world.time), chance)),
        };
        let place = number % WORKERS.len();
        let owner = Owner {
            number,
            worker: people::worker(place),
            name: WORKERS[place].0,
        };
        let phone = Phone::new(owner, handset, world.clone(), root, chance.fork(), client.clone());
        phones.push(phone.await);
    }
    phones
}

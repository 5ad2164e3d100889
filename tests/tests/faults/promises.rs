//! What a server must hold, judged by what the phone was told.

use std::collections::BTreeSet;

use kuitti_server::app::App;
use kuitti_server::hash::sha256;
use kuitti_server::storage::OrderFilter;
use kuitti_shared::domain::{OrderAggregate, PhotoRecord};

use crate::scene::Site;

/// What a town has too much, and what it lacks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Operations that were acknowledged and have no effect.
    pub(crate) lost: BTreeSet<String>,
    /// Operations with more than one effect.
    pub(crate) doubled: BTreeSet<String>,
    /// Photos that were acknowledged and are not there byte for byte.
    pub(crate) torn: BTreeSet<String>,
}

impl Broken {
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares a town, which no server uses, with what was acknowledged.
pub(crate) async fn broken(site: &Site, heard: &BTreeSet<String>, sent: &BTreeSet<String>) -> Broken {
    let app = site.open().await;
    let orders = orders(&app).await;
    let photos = || orders.iter().flat_map(|order| &order.photos);
    let mut effects = Vec::new();
    for order in &orders {
        effects.extend(order.notes.iter().map(|note| note.op.to_string()));
        effects.extend(order.photos.iter().map(|photo| photo.op.to_string()));
    }
    let once: BTreeSet<String> = effects.iter().cloned().collect();
    let is_doubled = |op: &&String| effects.iter().filter(|effect| effect == op).count() > 1;
    let broken = Broken {
        lost: heard.difference(&once).cloned().collect(),
        doubled: once.iter().filter(is_doubled).cloned().collect(),
        torn: sent
            .iter()
            .filter(|sent| !photos().any(|photo| photo.photo.to_string() == **sent && is_whole(&app, photo)))
            .cloned()
            .collect(),
    };
    app.storage.close().await;
    broken
}

pub(crate) async fn orders(app: &App) -> Vec<OrderAggregate> {
    let mut tx = app.storage.read().await.unwrap();
    let filter = OrderFilter {
        limit: 100,
        ..OrderFilter::default()
    };
    let (rows, _) = tx.order_list(&filter).await.unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    tx.orders(&ids).await.unwrap()
}

fn is_whole(app: &App, photo: &PhotoRecord) -> bool {
    let file = std::fs::read(app.files.blob_path(&photo.sha256));
    photo.arrived && file.is_ok_and(|bytes| sha256(&bytes) == photo.sha256)
}

//! The town card: sent whole when its edition is not the device's.

use kuitti_shared::domain::Worker;
use kuitti_shared::id::DeviceId;
use kuitti_shared::sync::town::{CategoryName, TownCard};

use crate::config::Config;
use crate::error::Result;
use crate::storage::ReadTx;

/// The card of a worker's device.
pub(super) async fn card(
    tx: &mut dyn ReadTx,
    worker: &Worker,
    device: DeviceId,
    config: &Config,
) -> Result<TownCard> {
    let colleagues = tx.workers().await?.into_iter().filter(|record| record.active);
    let categories = tx.categories().await?.into_iter();
    Ok(TownCard {
        edition: tx.edition().await?,
        name: config.town.name.clone(),
        time_zone: config.town.time_zone.clone(),
        office_phone: config.town.office_phone.clone(),
        undo_window: config.undo_window(),
        worker: worker.clone(),
        colleagues: colleagues
            .map(|record| record.worker)
            .filter(|other| other.id != worker.id)
            .collect(),
        articles: tx.articles().await?,
        categories: categories
            .map(|category| CategoryName {
                code: category.code,
                name: category.name,
            })
            .collect(),
        rescue_code: Some(config.code_secret.rescue(device)),
        keeping: config.phones.keeping(),
    })
}

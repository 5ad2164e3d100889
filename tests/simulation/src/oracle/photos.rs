//! A photo whose row says that it arrived is on the server's disk, whole; and every announced photo arrives.

use kuitti_server::hash::sha256;

use super::Violation;
use super::effects::orders;
use crate::town::Town;

/// At any moment: what is said to be here is here.
pub(crate) async fn check_here(town: &Town) -> Result<(), Violation> {
    let app = town.server.app();
    for order in orders(town).await {
        for photo in order.photos.iter().filter(|photo| photo.arrived) {
            let content = app.files.read(&photo.sha256).await.ok();
            if content.is_none_or(|bytes| sha256(&bytes) != photo.sha256) {
                let what = format!("photo {} is said to be here and is not", photo.photo);
                return Err(Violation::of("photos", what));
            }
        }
    }
    Ok(())
}

pub(crate) async fn check(town: &Town) -> Result<(), Violation> {
    check_here(town).await?;
    for order in orders(town).await {
        for photo in &order.photos {
            if !photo.arrived && !town.world.model.went_with_a_phone(photo.op) {
                let what = format!("photo {} of {} never came", photo.photo, photo.op);
                return Err(Violation::of("photos", what));
            }
        }
    }
    Ok(())
}

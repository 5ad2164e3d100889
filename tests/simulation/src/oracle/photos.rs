//! A photo whose row says that it arrived is on the server's disk, whole; and every announced photo arrives, those of reports too.

use kuitti_server::hash::sha256;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::operation::{Action, Kind, WireOperation};

use super::Violation;
use super::effects::orders;
use crate::town::Town;

/// At any moment: what is said to be here is here.
pub(crate) async fn check_here(town: &Town) -> Result<(), Violation> {
    for order in orders(town).await {
        for photo in order.photos.iter().filter(|photo| photo.arrived) {
            if !is_whole(town, &photo.sha256).await {
                let what = format!("photo {} is said to be here and is not", photo.photo);
                return Err(Violation::of("photos", what));
            }
        }
    }
    Ok(())
}

async fn is_whole(town: &Town, announced: &Sha256Hex) -> bool {
    let content = town.server.app().files.read(announced).await.ok();
    content.is_some_and(|bytes| sha256(&bytes) == *announced)
}

pub(crate) async fn check(town: &Town) -> Result<(), Violation> {
    check_here(town).await?;
    check_reports(town).await?;
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

/// The photos of reports, which no row announces.
async fn check_reports(town: &Town) -> Result<(), Violation> {
    let mut tx = town.server.look().await;
    for (op, saved) in town.world.model.expected() {
        if saved.kind != Kind::Report || town.world.model.went_with_a_phone(op) {
            continue;
        }
        let Some(stored) = tx.operation(op).await.unwrap() else {
            continue;
        };
        for photo in photos_of_report(&stored.body) {
            if !is_whole(town, &photo).await {
                let what = format!(
                    "photo {photo} of the report {op} ({}) never came",
                    stored.outcome.code()
                );
                return Err(Violation::of("photos", what));
            }
        }
    }
    Ok(())
}

fn photos_of_report(body: &str) -> Vec<Sha256Hex> {
    let wire: WireOperation = serde_json::from_str(body).unwrap();
    match wire.decode().unwrap().action {
        Action::ReportWithPhotos(report) => report.photos,
        _ => Vec::new(),
    }
}

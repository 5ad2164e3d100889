//! A request that is held open.

use std::sync::Arc;
use std::time::Duration;

use kuitti_shared::domain::Assignee;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::SyncResponse;
use tokio::sync::broadcast::Receiver;

use crate::pokes::{Poke, PokeBatch};
use crate::testing::Town;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;

/// Nothing here takes this long unless it hangs.
const HANGS: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_waiting_phone_hears_of_a_new_order_at_once() {
    let town = Arc::new(Town::with_people().await);
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let waiting = {
        let (town, phone) = (Arc::clone(&town), phone.clone());
        tokio::spawn(async move {
            town.post("/sync/v1/wait", &phone.who, &phone.request(&town))
                .await
        })
    };
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let answer: SyncResponse = tokio::time::timeout(HANGS, waiting)
        .await
        .unwrap()
        .unwrap()
        .read();
    assert_eq!(answer.scopes[&Scope::Worker(AINO)].changes[0].order.id, order);
}

#[tokio::test]
async fn a_waiting_phone_is_let_go_when_the_server_stops() {
    let town = Arc::new(Town::with_people().await);
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    town.app.stop();
    let request = phone.request(&town);
    let answer = town.post("/sync/v1/wait", &phone.who, &request);
    let answer: SyncResponse = tokio::time::timeout(HANGS, answer).await.unwrap().read();
    assert!(answer.scopes.is_empty());
}

#[tokio::test]
async fn the_office_hears_when_a_phone_has_sent_everything_and_not_that_it_still_has() {
    let town = Town::with_people().await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let mut heard = town.app.pokes.listen();
    for (pending_photos, is_told) in [(1, true), (1, false), (0, true), (0, false)] {
        let mut request = phone.request(&town);
        request.health.pending_photos = pending_photos;
        let answer = town.post("/sync/v1", &phone.who, &request).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            is_told_of_a_device(&mut heard),
            is_told,
            "{pending_photos} unsent"
        );
    }
}

#[tokio::test]
async fn after_a_restart_the_office_hears_of_phones_that_still_have_something_and_of_no_others() {
    let town = Town::with_people().await;
    for (pending_photos, is_told) in [(0, false), (5, true)] {
        let phone = Phone::enrol(&town, AINO).await;
        let mut heard = town.app.pokes.listen();
        let mut request = phone.request(&town);
        request.health.pending_photos = pending_photos;
        // Its first words: this server has not heard it since it started.
        town.post("/sync/v1", &phone.who, &request).await;
        assert_eq!(
            is_told_of_a_device(&mut heard),
            is_told,
            "{pending_photos} unsent"
        );
    }
}

fn is_told_of_a_device(heard: &mut Receiver<PokeBatch>) -> bool {
    let batches = std::iter::from_fn(|| heard.try_recv().ok());
    let mut pokes = batches.flat_map(|batch| batch.to_vec());
    pokes.any(|poke| matches!(poke, Poke::Device { .. }))
}

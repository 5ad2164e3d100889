//! How long a file is kept that nobody names, and how long a named one is waited for.

use kuitti_shared::unit::Millis;

use super::{announce, append, create, jpeg, location, phone_with_order};
use crate::hash::sha256;
use crate::sync::housekeeping;
use crate::testing::Town;

#[tokio::test]
async fn rule_13_a_file_that_nobody_names_goes_after_thirty_days_and_a_named_one_stays() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let named = jpeg();
    let mut unnamed = jpeg();
    unnamed.push(0);
    phone.tap(&town, order, announce(&named));
    phone.sync(&town).await;
    for bytes in [&named, &unnamed] {
        let place = location(&create(&town, &phone.who, &sha256(bytes), bytes.len()).await);
        append(&town, &phone.who, &place, 0, bytes).await;
    }
    let here = |bytes: &[u8]| town.app.files.blob_path(&sha256(bytes)).exists();
    town.clock.move_by(Millis::from_days(30));
    housekeeping::look(&town.app).await.unwrap();
    assert!(
        here(&named) && here(&unnamed),
        "not before the thirty days are over"
    );
    // Offering it again counts as a touch.
    create(&town, &phone.who, &sha256(&unnamed), unnamed.len()).await;
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    assert!(here(&unnamed));
    town.clock.move_by(Millis::from_days(31));
    housekeeping::look(&town.app).await.unwrap();
    assert!(here(&named) && !here(&unnamed));
    let again = create(&town, &phone.who, &sha256(&unnamed), unnamed.len()).await;
    assert!(
        append(&town, &phone.who, &location(&again), 0, &unnamed)
            .await
            .status
            .is_success()
    );
    assert!(here(&unnamed), "it can be brought again");
}

#[tokio::test]
async fn rule_13_a_photo_that_does_not_come_is_asked_for_after_a_day() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    phone.tap(&town, order, announce(&jpeg()));
    phone.sync(&town).await;
    let tasks = async || {
        let mut tx = town.app.storage.read().await.unwrap();
        tx.open_tasks(9).await.unwrap()
    };
    town.clock.move_by(Millis::from_days(1));
    housekeeping::look(&town.app).await.unwrap();
    assert_eq!(tasks().await, []);
    town.clock.move_by(Millis(1));
    housekeeping::look(&town.app).await.unwrap();
    let open = tasks().await;
    assert_eq!(
        (open[0].code.as_str(), open[0].order),
        ("photo_missing", Some(order))
    );
}

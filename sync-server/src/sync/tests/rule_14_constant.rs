//! Rule 14, and "a sync with nothing new writes nothing".

use kuitti_shared::domain::Assignee;
use kuitti_shared::unit::Millis;

use crate::testing::Town;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_14_a_sync_with_nothing_new_is_empty_and_writes_nothing() {
    let town = Town::with_people().await;
    for _ in 0..5 {
        town.order(Some(Assignee::Worker(AINO))).await;
    }
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let before = town.written().await;
    town.clock.move_by(Millis::from_seconds(60));
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert!(answer.scopes.is_empty() && answer.results.is_empty() && answer.town.is_none());
    assert_eq!(town.written().await, before, "something was written");
    assert_eq!(
        town.app.presence.of(phone.device).unwrap().at,
        town.app.clock.now()
    );
}

//! Rule 8: when did it happen?

use kuitti_shared::clock::Quality;
use kuitti_shared::domain::Assignee;
use kuitti_shared::unit::Millis;

use super::note;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;
use crate::testing::{MORNING, Town};

#[tokio::test]
async fn rule_8_a_phone_that_is_two_hours_off_still_says_when_it_happened() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.ahead = Millis::from_seconds(2 * 3_600);
    phone.sync(&town).await;
    phone.tap(&town, order, note("at ten"));
    town.clock.move_by(Millis::from_seconds(3_600));
    phone.sync(&town).await;
    let at = town.look(order).await.notes[0].at;
    assert_eq!((at.at, at.quality), (MORNING, Quality::A));
    let seen = town.app.presence.of(phone.device).unwrap();
    assert_eq!(seen.clock_error, Millis::from_seconds(2 * 3_600));
}

//! "Me too" and what is open, through the whole router: who reports what is known follows it and is told once, and the public
//! sees nothing that anybody wrote.

use axum::http::StatusCode;
use kuitti_shared::api::Page;
use kuitti_shared::api::requests::RequestRow;
use kuitti_shared::domain::{Outcome, RequestStage, Role};
use kuitti_shared::id::PublicNumber;

use super::tests::{ReportForm, jpeg, street_lamp, town_with};
use crate::notices::tests::{FIRST, Scene};
use crate::orders::{self, NewOrder};
use crate::storage::RequestRecord;
use crate::testing::{Answer, Town, Who};

/// The same lamp, reported by somebody else, with a point some metres away.
fn neighbour() -> ReportForm {
    ReportForm::complete()
        .with("description", "My name is Kerttu and it is dark")
        .with("phone", "040 765 4321")
        .with("notify", "sms")
}

fn hidden(page: &str, name: &str) -> String {
    let page = page.replace("&#x2f;", "/");
    let start = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    start.split('"').next().unwrap().to_owned()
}

async fn number(town: &Town, number: &str) -> RequestRecord {
    let mut tx = town.app.storage.read().await.unwrap();
    let number = PublicNumber(number.to_owned());
    tx.request_by_number(&number).await.unwrap().unwrap()
}

async fn asked(town: &Town, form: &ReportForm) -> Answer {
    let page = form.send(town).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Is it one of these?"), "{}", page.text());
    page
}

#[tokio::test]
async fn who_finds_the_problem_in_the_list_follows_it_and_is_told_with_the_others() {
    let mut scene = Scene::start().await;
    let page = asked(&scene.town, &neighbour()).await.text();
    assert!(page.contains("R-2026-000001") && page.len() < 30_000);
    assert!(
        !page.contains("The lamp is dark"),
        "not what the first one wrote: {page}"
    );
    let code = neighbour()
        .with("same", "R-2026-000001")
        .accepted(&scene.town)
        .await;
    let follower = number(&scene.town, "R-2026-000002").await;
    assert_eq!(follower.stage, RequestStage::Planned, "served by the same order");
    assert_eq!(follower.follows, Some(scene.request().await.id));
    scene.after(1).await;
    let first_word = scene.told();
    assert!(first_word[0].contains(&code), "a code of its own: {first_word:?}");
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(scene.told().len(), 3, "{:?}", scene.told());
    assert_eq!(
        number(&scene.town, "R-2026-000002").await.stage,
        RequestStage::Done
    );
}

#[tokio::test]
async fn who_followed_before_there_was_an_order_is_served_by_it_too() {
    let town = town_with(street_lamp(), Town::start().await).await;
    ReportForm::complete().accepted(&town).await;
    neighbour().with("same", "R-2026-000001").accepted(&town).await;
    let first = number(&town, "R-2026-000001").await;
    let mut tx = town.write().await;
    let new = NewOrder {
        requests: vec![first.id],
        place: first.place.clone(),
        ..NewOrder::of(first.category.clone())
    };
    orders::create(&mut *tx, new, &town.act()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(number(&town, "R-2026-000002").await.stage, RequestStage::Planned);
    let office = town.log_in(Role::Dispatcher).await;
    let list: Page<RequestRow> = town.get("/api/requests", &office).await.read();
    let rows: Vec<_> = list
        .rows
        .iter()
        .map(|row| (row.number.0.as_str(), row.followers))
        .collect();
    assert_eq!((rows, list.total), (vec![("R-2026-000001", 1)], 1));
}

#[tokio::test]
async fn none_of_these_is_a_request_of_its_own_and_keeps_its_photo() {
    let town = town_with(street_lamp(), Town::start().await).await;
    ReportForm::complete().accepted(&town).await;
    let page = asked(&town, &neighbour().with_file(jpeg())).await.text();
    let kept = hidden(&page, "kept");
    neighbour()
        .with("same", "new")
        .with("kept", &kept)
        .accepted(&town)
        .await;
    let second = number(&town, "R-2026-000002").await;
    assert_eq!((second.follows, second.photos.len()), (None, 1));
    let (sha256, seal) = kept.split_once('.').unwrap();
    let forged = format!("{sha256}.{}", seal.chars().rev().collect::<String>());
    neighbour()
        .with("same", "new")
        .with("kept", &forged)
        .accepted(&town)
        .await;
    let third = number(&town, "R-2026-000003").await;
    assert!(third.photos.is_empty(), "nobody claims a photo by its hash");
}

#[tokio::test]
async fn only_what_was_asked_about_can_be_followed() {
    let town = town_with(street_lamp(), Town::start().await).await;
    ReportForm::complete().accepted(&town).await;
    let elsewhere = neighbour().with("place", "Aleksanterinkatu 1");
    elsewhere.with("same", "R-2026-000001").accepted(&town).await;
    assert_eq!(number(&town, "R-2026-000002").await.follows, None);
    let far = neighbour()
        .with("place", "")
        .with("latitude", "60.17")
        .with("longitude", "24.95");
    far.accepted(&town).await;
    let near = far.with("latitude", "60.1703");
    assert!(asked(&town, &near).await.text().contains("R-2026-000003"));
    let page = asked(&town, &near.clone().with("description", "again"))
        .await
        .text();
    assert!(!page.contains("R-2026-000001"));
    assert_eq!(
        near.with("latitude", "60.1706").send(&town).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn the_public_sees_what_is_open_and_nothing_that_was_written() {
    let mut scene = Scene::start().await;
    let elsewhere = neighbour()
        .with("place", "Aleksanterinkatu 1")
        .with("detail", "at Kerttu's door");
    elsewhere.accepted(&scene.town).await;
    let page = scene.town.get("/problems", &Who::Nobody).await;
    let text = page.text();
    assert_eq!(page.headers["cache-control"], "public, max-age=60");
    assert!(
        text.contains("Fabianinkatu 24") && text.contains("Aleksanterinkatu 1"),
        "{text}"
    );
    assert!(!text.contains("Kerttu") && !text.contains("is dark"), "{text}");
    assert!(text.len() < 30_000);
    scene.finishes(FIRST, Outcome::Done).await;
    let text = scene.town.get("/problems", &Who::Nobody).await.text();
    assert!(!text.contains("Fabianinkatu 24"), "what is done is not open");
}

#[tokio::test]
async fn known_problems_come_in_pages_that_new_ones_do_not_move() {
    let town = town_with(street_lamp(), Town::start().await).await;
    for house in 1..=25 {
        let form = ReportForm::complete().with("place", &format!("Testikatu {house}."));
        form.accepted(&town).await;
        town.clock.move_by(kuitti_shared::unit::Millis::from_seconds(10));
    }
    let first = town.get("/problems", &Who::Nobody).await.text();
    assert!(
        first.contains("Testikatu 25.") && !first.contains("Testikatu 5."),
        "{first}"
    );
    assert!(first.len() < 30_000, "{} bytes", first.len());
    let next = first
        .split("/problems?after=")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    ReportForm::complete()
        .with("place", "Uusikatu 1")
        .accepted(&town)
        .await;
    let second = town
        .get(&format!("/problems?after={next}"), &Who::Nobody)
        .await
        .text();
    assert!(
        second.contains("Testikatu 5.") && second.contains("Testikatu 1."),
        "{second}"
    );
    assert!(
        !second.contains("Testikatu 6.") && !second.contains("Uusikatu"),
        "{second}"
    );
}

//! What a change of orders touches besides them.

use kuitti_shared::domain::Category;
use kuitti_shared::id::{CategoryCode, NoticeId, RequestId};

use super::Opened;
use super::office::notice;
use super::samples::{contact, id, request};
use crate::citizen::tests::street_lamp;

pub(super) async fn requests_and_messages_are_stored_together_and_read_with_what_belongs_to_them(
    opened: Opened,
) {
    let mut tx = opened.storage.write().await.unwrap();
    let requests = [request(1), request(2), request(3)];
    let mut of_second = notice(12, 0);
    of_second.request = RequestId(id(2));
    // A message may be about a request that comes with it.
    tx.put_cases(&requests.each_ref(), &[&notice(10, 0), &of_second])
        .await
        .unwrap();
    let category = |code: &CategoryCode| Category {
        code: code.clone(),
        ..street_lamp()
    };
    let known = category(&requests[0].category);
    for category in [&known, &category(&"another".into())] {
        tx.put_category(category).await.unwrap();
    }
    let phone = contact("+358401234567");
    tx.put_contact(RequestId(id(1)), &phone).await.unwrap();
    tx.put_contact(RequestId(id(2)), &phone).await.unwrap();
    let papers = tx
        .case_papers(&[RequestId(id(1)), RequestId(id(3))])
        .await
        .unwrap();
    assert_eq!(papers.contacts, [(RequestId(id(1)), phone)]);
    assert_eq!(papers.notices, [notice(10, 0)]);
    assert_eq!(papers.categories, [known]);
    let mut moved = notice(10, 0);
    moved.attempts = 1;
    tx.put_cases(&[], &[&moved]).await.unwrap();
    assert_eq!(tx.notice(NoticeId(id(10))).await.unwrap(), Some(moved));
}

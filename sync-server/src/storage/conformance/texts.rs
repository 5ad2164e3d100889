//! Texts that the town writes itself.

use kuitti_shared::domain::{Language, NoticeStage, TextKey, TextKind};
use kuitti_shared::id::TextId;

use super::Opened;
use super::samples::{NOW, id};
use crate::storage::TextRecord;

fn text(number: u128, version: u32, source: &str) -> TextRecord {
    TextRecord {
        id: TextId(id(number)),
        key: TextKey {
            language: Language::Fi,
            stage: NoticeStage::Done,
            kind: TextKind::Sms,
            category: None,
        },
        version,
        source: source.to_owned(),
        at: NOW,
        by: None,
    }
}

pub(super) async fn a_version_is_added_once_and_the_latest_counts(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    assert!(tx.add_text(&text(1, 1, "Valmis")).await.unwrap());
    assert!(!tx.add_text(&text(2, 1, "Tehty")).await.unwrap());
    assert!(tx.add_text(&text(3, 2, "Korjattu")).await.unwrap());
    let mut of_category = text(4, 1, "Lamppu palaa");
    of_category.key.category = Some("street_light".into());
    assert!(tx.add_text(&of_category).await.unwrap());
    let mut latest = tx.texts().await.unwrap();
    latest.sort_by_key(|text| text.id);
    assert_eq!(latest, [text(3, 2, "Korjattu"), of_category.clone()]);
    let versions = tx.text_versions(&of_category.key).await.unwrap();
    assert_eq!(versions, [of_category]);
    let versions = tx.text_versions(&text(1, 1, "").key).await.unwrap();
    assert_eq!(versions, [text(3, 2, "Korjattu"), text(1, 1, "Valmis")]);
}

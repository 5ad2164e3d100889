//! What the message centre brings, and that it brings it again when it could not be kept.

use kuitti_channels::{Incoming, Outcome, Receipt, TextMessage};
use serde_json::{Value, json};

use crate::centre::{Centre, DIGITS, PHONE};

fn receipt(references: &[&str], outcome: Outcome) -> Incoming {
    Incoming::Receipt(Receipt {
        references: references.iter().map(|one| (*one).to_owned()).collect(),
        phone: Some(DIGITS.to_owned()),
        outcome,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn receipts_are_read_from_tags_and_from_words() {
    let Some(mut centre) = Centre::start() else { return };
    centre.send("a").await;
    let failed = || Outcome::Failed {
        reason: "UNDELIV 05b".to_owned(),
    };
    let orders = [
        json!({ "do": "receipt", "id": "1a2b", "to": DIGITS, "tlv": true }),
        json!({ "do": "receipt", "id": "1a2b", "to": DIGITS }),
        json!({ "do": "receipt", "id": "1a2b", "to": DIGITS, "ids": "decimal" }),
        json!({ "do": "receipt", "id": "1a2b", "to": DIGITS, "stat": "UNDELIV", "err": "05b" }),
        json!({ "do": "receipt", "id": "1a2b", "to": DIGITS, "stat": "ENROUTE" }),
    ];
    for order in &orders {
        centre.theirs.tell(order);
    }
    let kept = centre.kept.wait_for(orders.len()).await;
    for expected in [
        receipt(&["1a2b", "6699"], Outcome::Delivered),
        receipt(&["6699", "1a2b", "26265"], Outcome::Delivered),
        receipt(&["1a2b", "6699"], failed()),
        receipt(&["1a2b", "6699"], Outcome::OnItsWay),
    ] {
        assert!(kept.contains(&expected), "{expected:?} in {kept:?}");
    }
    for taken in centre.theirs.wait_for("receipt taken", orders.len()) {
        assert_eq!(taken["status"], 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_of_every_alphabet_come_as_they_were_written() {
    let Some(mut centre) = Centre::start() else { return };
    centre.send("a").await;
    let texts = ["STOP", "Kiitos, åäö [€]", "لغو", "Teşekkürler"];
    for text in texts {
        centre.theirs.bring(DIGITS, text);
    }
    // Turkish by the single shift, in two parts, the second one first.
    for octets in ["0800030702022401011b73", "0800030702012401011b67"] {
        let pdu = json!({ "octets": octets, "esm_class": 0x40, "data_coding": 0 });
        centre
            .theirs
            .tell(&json!({ "do": "deliver", "from": DIGITS, "pdu": pdu }));
    }
    let kept = centre.kept.wait_for(texts.len() + 1).await;
    let written: Vec<&str> = texts.into_iter().chain(["ğş"]).collect();
    for (kept, text) in kept.iter().zip(written) {
        let (from, text) = (PHONE.to_owned(), text.to_owned());
        assert_eq!(*kept, Incoming::Text(TextMessage { from, text }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_kept_is_not_acknowledged() {
    let Some(mut centre) = Centre::start() else { return };
    centre.send("a").await;
    centre.kept.refuse(1);
    centre.theirs.bring(DIGITS, "STOP");
    let taken = centre.theirs.wait_for("text taken", 1);
    assert_eq!(taken[0]["status"], Value::from(0x64));
    centre.theirs.bring(DIGITS, "STOP");
    assert_eq!(
        centre.theirs.wait_for("text taken", 2)[1]["status"],
        Value::from(0)
    );
    assert_eq!(centre.kept.wait_for(1).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_receipts_at_once_are_answered_at_once() {
    let Some(mut centre) = Centre::start() else {
        return;
    };
    centre
        .theirs
        .tell(&json!({ "do": "receipts", "how": { "tlv": true } }));
    let all = (0..100).map(|_| centre.send("Street lamp: done."));
    futures_util::future::join_all(all).await;
    centre.kept.wait_for(100).await;
    let begun = std::time::Instant::now();
    centre.theirs.wait_for("receipt taken", 100);
    assert!(
        begun.elapsed().as_secs() < 15,
        "nothing waits for the next sign of life"
    );
}

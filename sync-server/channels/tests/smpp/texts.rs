//! Texts arrive as they were written, in the encoding that costs least.

use kuitti_channels::Submission;
use serde_json::Value;

use crate::centre::{Centre, DIGITS};

fn field<'a>(event: &'a Value, name: &str) -> &'a str {
    event[name].as_str().unwrap()
}

/// Sends a text, and returns what arrived: the whole text as the other side reads it, and each part.
async fn arrived(centre: &Centre, text: &str) -> (String, Vec<Value>) {
    let before = centre.theirs.all("submit").len();
    let Submission::Taken { references } = centre.send(text).await else {
        panic!("it was not taken");
    };
    let events = centre.theirs.wait_for("submit", before + references.len());
    let parts = events[before..].to_vec();
    let ids: Vec<&str> = parts.iter().map(|part| field(part, "id")).collect();
    assert_eq!(references, ids);
    let text = parts.iter().map(|part| field(part, "message")).collect();
    (text, parts)
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_of_every_alphabet_arrive_as_they_were_written() {
    let Some(centre) = Centre::start() else { return };
    let turkish = "Işık direği tamir edildi. Teşekkürler, Şişli Belediyesi! ";
    let persian = "چراغ خیابان تعمیر شد. سپاس از گزارش شما. ";
    for (text, parts, data_coding) in [
        ("Street lamp at Töölönkatu 5: done. [€]".to_owned(), 1, 0),
        (turkish.to_owned(), 1, 0),
        (turkish.repeat(4), 2, 0),
        (persian.to_owned(), 1, 8),
        (persian.repeat(5), 4, 8),
        ("👩‍👧 ok".to_owned(), 1, 8),
    ] {
        let (read, came) = arrived(&centre, &text).await;
        assert_eq!((read.as_str(), came.len()), (text.as_str(), parts));
        for part in &came {
            assert_eq!((field(part, "to"), field(part, "from")), (DIGITS, "Kuitti"));
            assert_eq!(part["data_coding"], data_coding);
            assert_eq!(part["registered_delivery"], 1);
        }
    }
    let bind = &centre.theirs.all("bind")[0];
    assert_eq!(
        (field(bind, "system_id"), &bind["version"]),
        ("kuitti", &Value::from(0x34))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_octets_are_those_of_the_specification() {
    let Some(centre) = Centre::start() else { return };
    let octets = |part: &Value| field(part, "octets").to_owned();
    let (_, plain) = arrived(&centre, "Hi@").await;
    assert_eq!(
        (octets(&plain[0]).as_str(), &plain[0]["esm_class"]),
        ("486900", &Value::from(0))
    );
    let (_, turkish) = arrived(&centre, "ş").await;
    assert_eq!(
        (octets(&turkish[0]).as_str(), &turkish[0]["esm_class"]),
        ("032401011b73", &Value::from(0x40))
    );
    let (_, long) = arrived(&centre, &"ş".repeat(150).replace("şş", "şa")).await;
    assert!(octets(&long[0]).starts_with("0325"), "{}", octets(&long[0]));
    let (_, persian) = arrived(&centre, &"س".repeat(71)).await;
    assert_eq!(persian.len(), 2);
    assert!(
        octets(&persian[1]).starts_with("0500030702020633"),
        "{}",
        octets(&persian[1])
    );
}

//! What becomes of a message when the message centre is busy, refuses, hangs up or says nothing.

use kuitti_channels::Submission;
use kuitti_test_support::smsc::Smsc;
use serde_json::{Value, json};

use crate::centre::{Centre, settings};

const THROTTLED: u32 = 0x58;
const QUEUE_FULL: u32 = 0x14;
const WRONG_NUMBER: u32 = 0x0B;
const SYSTEM_ERROR: u32 = 0x08;

fn statuses(statuses: &[u32]) -> Vec<Value> {
    statuses.iter().map(|status| json!(status)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_message_centre_is_asked_again_and_then_the_message_waits() {
    let Some(mut centre) = Centre::start() else { return };
    centre.theirs.answer(&statuses(&[THROTTLED, QUEUE_FULL]));
    assert!(matches!(centre.send("a").await, Submission::Taken { .. }));
    assert_eq!(centre.theirs.all("submit").len(), 3);
    centre.theirs.answer(&statuses(&[THROTTLED; 5]));
    let reason = "SMPP 0x00000058".to_owned();
    assert_eq!(centre.send("b").await, Submission::Later { reason });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_number_is_refused_for_good_and_a_fault_of_theirs_is_not() {
    let Some(mut centre) = Centre::start() else { return };
    centre
        .theirs
        .answer(&statuses(&[WRONG_NUMBER, SYSTEM_ERROR, 0x400]));
    let reason = |code: &str| format!("SMPP {code}");
    assert_eq!(
        centre.send("a").await,
        Submission::Refused {
            reason: reason("0x0000000b")
        }
    );
    assert_eq!(
        centre.send("a").await,
        Submission::Later {
            reason: reason("0x00000008")
        }
    );
    assert_eq!(
        centre.send("a").await,
        Submission::Later {
            reason: reason("0x00000400")
        }
    );
    let endless = "a".repeat(153 * 256);
    assert!(matches!(centre.send(&endless).await, Submission::Refused { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_connection_breaks_before_an_answer_nobody_knows_and_the_session_comes_back() {
    let Some(mut centre) = Centre::start() else { return };
    centre.theirs.answer(&[json!("drop")]);
    assert!(matches!(centre.send("a").await, Submission::Unknown { .. }));
    centre.theirs.wait_for("bind", 2);
    assert!(matches!(centre.send("b").await, Submission::Taken { .. }));
    centre.theirs.answer(&[json!("silence")]);
    assert!(matches!(centre.send("c").await, Submission::Unknown { .. }));
    assert!(matches!(centre.send("d").await, Submission::Taken { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_is_missing_fails_the_whole() {
    let Some(mut centre) = Centre::start() else { return };
    let long = "a".repeat(200);
    centre.theirs.answer(&statuses(&[0, WRONG_NUMBER]));
    assert!(matches!(centre.send(&long).await, Submission::Refused { .. }));
    centre.theirs.answer(&[json!(0), json!("drop")]);
    assert!(matches!(centre.send(&long).await, Submission::Unknown { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_waits_while_nobody_is_there_and_leaves_when_somebody_is() {
    let Some(theirs) = Smsc::start() else { return };
    let port = theirs.port();
    let mut centre = Centre::with(theirs);
    assert!(matches!(centre.send("a").await, Submission::Taken { .. }));
    let away = Smsc::start().unwrap();
    drop(std::mem::replace(&mut centre.theirs, away));
    let mut answer = centre.send("b").await;
    // Until the loss is noticed, nobody knows.
    for _ in 0..100 {
        if !matches!(answer, Submission::Unknown { .. }) {
            break;
        }
        answer = centre.send("b").await;
    }
    let reason = "the message centre cannot be reached".to_owned();
    assert_eq!(answer, Submission::Later { reason });
    centre.theirs = Smsc::start_on(port).unwrap();
    centre.theirs.wait_for("bind", 1);
    assert!(matches!(centre.send("c").await, Submission::Taken { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_asked_whether_it_lives_and_is_ended_politely() {
    let Some(mut theirs) = Smsc::start() else { return };
    theirs.tell(&json!({ "do": "password", "is": "secret" }));
    let mut settings = settings(theirs.port());
    settings.enquire_link_seconds = 1;
    let ours = kuitti_channels::smpp::Smpp::new(settings).unwrap();
    let kept = crate::centre::Kept::default();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let keeping = ours.keep(&kept, async {
        let _ = stopped.await;
    });
    let asked = async {
        let (theirs, asked) = tokio::task::spawn_blocking(move || {
            let asked = theirs.wait_for("enquire_link", 2);
            (theirs, asked)
        })
        .await
        .unwrap();
        stop.send(()).unwrap();
        (theirs, asked)
    };
    let ((), (theirs, asked)) = tokio::join!(keeping, asked);
    assert!(asked.len() >= 2);
    assert_eq!(theirs.wait_for("unbind", 1).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_a_message_that_waits() {
    let Some(mut theirs) = Smsc::start() else { return };
    theirs.tell(&json!({ "do": "password", "is": "another" }));
    let centre = Centre::with(theirs);
    assert!(matches!(centre.send("a").await, Submission::Later { .. }));
    assert_eq!(centre.theirs.all("submit").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_messages_share_one_window() {
    let Some(mut centre) = Centre::start() else { return };
    centre.theirs.tell(&json!({ "do": "quiet" }));
    let all = (0..500).map(|_| centre.send("Street lamp: done."));
    let sent = futures_util::future::join_all(all).await;
    assert!(sent.iter().all(|one| matches!(one, Submission::Taken { .. })));
    assert_eq!(centre.theirs.count().submitted, 500);
}

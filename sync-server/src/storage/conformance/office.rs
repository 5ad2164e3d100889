//! Staff, messages, imports, tasks, the audit log.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "expected rows are written as they would be listed"
)]

use std::slice::from_ref;

use kuitti_shared::api::imports::LineVerdict;
use kuitti_shared::domain::{Language, NoticeChannel, NoticeStage, NoticeState, Role, WaitReason};
use kuitti_shared::id::{ImportId, NoticeId, OrderId, RequestId, StaffId};
use kuitti_shared::unit::Millis;
use serde_json::json;

use super::Opened;
use super::samples::{NOW, hash, id, request};
use crate::act::Actor;
use crate::storage::{
    AuditEntry, AuditFilter, ImportRow, ImportRun, InboxMessage, NoticeRecord, OfficeTask, PartOutcome,
    PartRecord, SessionRecord, StaffRecord,
};

pub(super) fn staff(number: u128, name: &str) -> StaffRecord {
    StaffRecord {
        id: StaffId(id(number)),
        name: name.into(),
        role: Role::Dispatcher,
        language: Language::Fi,
        password: "$argon2id$".into(),
        active: true,
    }
}

pub(super) async fn sessions_end_by_time_and_by_hand(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_staff(&staff(1, "Liisa")).await.unwrap();
    for number in [10, 11] {
        let session = SessionRecord {
            token: hash(number),
            staff: StaffId(id(1)),
            created_at: NOW,
            expires_at: NOW + Millis(100),
        };
        tx.put_session(&session).await.unwrap();
    }
    let (_, found) = tx.session(&hash(10), NOW).await.unwrap().unwrap();
    assert_eq!(found.name, "Liisa");
    assert!(tx.session(&hash(10), NOW + Millis(100)).await.unwrap().is_none());
    tx.delete_session(&hash(10)).await.unwrap();
    assert!(tx.session(&hash(10), NOW).await.unwrap().is_none());
    assert_eq!(tx.forget_sessions(NOW + Millis(100)).await.unwrap(), 1);
}

pub(super) async fn names_are_unique_whatever_their_capitals(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_staff(&staff(1, "Liisa")).await.unwrap();
    assert!(tx.staff_by_name("LIISA").await.unwrap().is_some());
    assert!(tx.put_staff(&staff(2, "liisa")).await.is_err());
}

pub(super) fn notice(number: u128, occurrence: u32) -> NoticeRecord {
    NoticeRecord {
        id: NoticeId(id(number)),
        request: RequestId(id(1)),
        order: None,
        stage: NoticeStage::Done,
        occurrence,
        channel: NoticeChannel::Sms,
        recipient: "+358401234567".into(),
        language: Language::Fi,
        state: NoticeState::Waiting { reason: None },
        due_at: Some(NOW),
        leased_until: None,
        taken_by: None,
        attempts: 0,
        reference: None,
        words: None,
        texts: Vec::new(),
        instead_of: None,
        created_at: NOW + Millis(i64::try_from(number).unwrap()),
        updated_at: NOW,
    }
}

pub(super) async fn a_message_is_added_once_per_occurrence(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&request(1)).await.unwrap();
    tx.put_notice(&notice(10, 0)).await.unwrap();
    tx.begin_step().await.unwrap();
    assert!(tx.put_notice(&notice(11, 0)).await.is_err());
    tx.undo_step().await.unwrap();
    tx.put_notice(&notice(12, 1)).await.unwrap();
    assert_eq!(
        tx.notices_of(RequestId(id(1))).await.unwrap(),
        [notice(10, 0), notice(12, 1)]
    );
    let message = InboxMessage {
        language: Language::Fi,
        notice: NoticeId(id(10)),
        channel: NoticeChannel::Sms,
        recipient: "+358401234567".into(),
        subject: None,
        body: "Valmis".into(),
        at: NOW,
    };
    for _ in 0..2 {
        tx.add_to_inbox(&message).await.unwrap();
    }
    assert_eq!(tx.inbox(9).await.unwrap(), [message]);
}

pub(super) async fn due_messages_are_those_that_wait_or_whose_lease_ended(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&request(1)).await.unwrap();
    let mut later = notice(10, 0);
    later.due_at = Some(NOW + Millis(50));
    let mut only_a_change_can_open_it = notice(11, 1);
    only_a_change_can_open_it.due_at = None;
    tx.put_notices(&[&later, &only_a_change_can_open_it, &notice(12, 2)])
        .await
        .unwrap();
    let due = tx.due_notices(NoticeChannel::Sms, NOW, 9).await.unwrap();
    assert_eq!(due, [notice(12, 2)]);
    let mut leased = notice(12, 2);
    leased.state = NoticeState::Leased;
    leased.leased_until = Some(NOW + Millis(30));
    tx.put_notice(&leased).await.unwrap();
    assert_eq!(tx.due_notices(NoticeChannel::Sms, NOW, 9).await.unwrap(), []);
    assert_eq!(
        tx.next_notice_at(NoticeChannel::Sms).await.unwrap(),
        Some(NOW + Millis(30))
    );
    assert_eq!(
        tx.due_notices(NoticeChannel::Sms, NOW + Millis(30), 9)
            .await
            .unwrap(),
        [leased.clone()]
    );
    let other = NoticeChannel::Email;
    assert_eq!(tx.due_notices(other, NOW + Millis(30), 9).await.unwrap(), []);
    assert_eq!(tx.next_notice_at(other).await.unwrap(), None);
    let ids = [NoticeId(id(12)), NoticeId(id(99)), NoticeId(id(10))];
    assert_eq!(tx.notices(&ids).await.unwrap(), [later, leased.clone()]);
    assert_eq!(tx.notices_in(&["leased"], 9).await.unwrap(), [leased]);
}

pub(super) async fn calls_are_at_hand_until_they_are_over(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&request(1)).await.unwrap();
    let call = |number, occurrence, state: NoticeState, due_at| NoticeRecord {
        channel: NoticeChannel::Call,
        state,
        due_at,
        ..notice(number, occurrence)
    };
    let reason = Some(WaitReason::Caller);
    let listed = call(10, 0, NoticeState::Waiting { reason }, None);
    let in_hand = call(11, 1, NoticeState::Leased, None);
    let later = call(12, 2, NoticeState::Waiting { reason: None }, Some(NOW));
    let over = call(13, 3, NoticeState::Delivered, None);
    tx.put_notices(&[&in_hand, &listed, &later, &over, &notice(14, 0)])
        .await
        .unwrap();
    let at_hand = tx.notices_at_hand(NoticeChannel::Call, 9).await.unwrap();
    assert_eq!(at_hand, [listed, in_hand]);
}

pub(super) async fn a_part_is_found_by_its_name_and_keeps_its_end(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&request(1)).await.unwrap();
    for (number, occurrence) in [(10, 0), (11, 1)] {
        tx.put_notice(&notice(number, occurrence)).await.unwrap();
    }
    let (first, second) = (NoticeId(id(10)), NoticeId(id(11)));
    let (delivered, failed) = (PartOutcome::Delivered, PartOutcome::Failed("UNDELIV".into()));
    let hour = Millis::from_seconds(3_600);
    // A receipt that comes before the answer holds, and what arrived stays so.
    tx.note_outcome("a", &delivered, NOW).await.unwrap();
    tx.note_outcome("a", &failed, NOW).await.unwrap();
    tx.name_parts(&[("a", first)], NOW + Millis(1)).await.unwrap();
    tx.name_parts(&[("b", first)], NOW).await.unwrap();
    let part = |reference: &str, notice, outcome: Option<&PartOutcome>| PartRecord {
        reference: reference.into(),
        notice: Some(notice),
        outcome: outcome.cloned(),
    };
    let expected = [part("a", first, Some(&delivered)), part("b", first, None)];
    assert_eq!(tx.parts_of(&[first]).await.unwrap(), expected);
    let named = ["b".to_owned(), "x".to_owned()];
    assert_eq!(tx.parts_named(&named).await.unwrap(), expected[1..]);
    let left = |after, until| (NOW + Millis(after), NOW + Millis(until));
    for ((after, until), beyond, found) in [
        (left(-1, 1), "", &expected[1..]),
        (left(-1, 1), "b", &expected[..0]),
        (left(0, 1), "", &expected[..0]),
    ] {
        let parts = tx.parts_on_their_way(after, until, beyond, 9).await.unwrap();
        assert_eq!(parts, found);
    }
    // A provider that counts anew: an old name is another part's.
    tx.note_outcome("c", &failed, NOW).await.unwrap();
    let names = [("a", second), ("c", second)];
    tx.name_parts(&names, NOW + hour + hour).await.unwrap();
    let fresh = [part("a", second, None), part("c", second, None)];
    assert_eq!(tx.parts_of(&[second]).await.unwrap(), fresh);
    tx.forget_parts(&[second]).await.unwrap();
    assert_eq!(tx.forget_old_parts(NOW + hour).await.unwrap(), 1);
    assert_eq!(tx.parts_of(&[first]).await.unwrap(), []);
}

pub(super) async fn who_wants_no_more_is_remembered_until_they_do(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    let phone = "+358401234567";
    for _ in 0..2 {
        tx.opt_out(NoticeChannel::Sms, phone, NOW).await.unwrap();
    }
    let asked = [phone, "+358409999999"];
    assert_eq!(tx.opted_out(NoticeChannel::Sms, &asked).await.unwrap(), [phone]);
    assert!(
        tx.opted_out(NoticeChannel::Email, &asked)
            .await
            .unwrap()
            .is_empty()
    );
    tx.opt_in(NoticeChannel::Sms, phone).await.unwrap();
    assert!(tx.opted_out(NoticeChannel::Sms, &asked).await.unwrap().is_empty());
}

pub(super) async fn an_import_tells_each_line(opened: Opened) {
    let run = ImportRun {
        id: ImportId(id(1)),
        preset: "la311".into(),
        file: "requests.csv".into(),
        started_at: NOW,
        finished_at: None,
        rows: 2,
        taken: 1,
        taken_with_warning: 0,
        refused: 1,
        known: 0,
        categories_made: Vec::new(),
    };
    let row = |line: u64, verdict: LineVerdict| ImportRow {
        line,
        external: None,
        verdict,
        codes: vec!["no_place".into()],
        number: None,
    };
    let (taken, refused) = (row(2, LineVerdict::Taken), row(3, LineVerdict::Refused));
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_import_run(&run).await.unwrap();
    tx.add_import_rows(run.id, &[taken.clone(), refused.clone()])
        .await
        .unwrap();
    assert_eq!(tx.import_run(run.id).await.unwrap().as_ref(), Some(&run));
    assert_eq!(tx.import_runs(9).await.unwrap(), [run.clone()]);
    assert_eq!(tx.import_rows(run.id, None, 0, 1).await.unwrap(), [taken]);
    assert_eq!(
        tx.import_rows(run.id, None, 2, 9).await.unwrap(),
        from_ref(&refused)
    );
    let only = Some(LineVerdict::Refused);
    assert_eq!(tx.import_rows(run.id, only, 0, 9).await.unwrap(), [refused]);
}

pub(super) async fn a_task_is_open_once(opened: Opened) {
    let task = OfficeTask {
        id: 0,
        code: "photo_missing".into(),
        order: Some(OrderId(id(7))),
        operation: None,
        opened_at: NOW,
        settled_at: None,
    };
    let mut tx = opened.storage.write().await.unwrap();
    for _ in 0..2 {
        tx.open_task(&task).await.unwrap();
    }
    let open = tx.open_tasks(9).await.unwrap();
    assert_eq!(open.len(), 1);
    assert!(tx.settle_task(open[0].id, NOW).await.unwrap());
    assert!(!tx.settle_task(open[0].id, NOW).await.unwrap());
    tx.open_task(&task).await.unwrap();
    assert_eq!(
        tx.settle_tasks(OrderId(id(7)), "photo_missing", NOW)
            .await
            .unwrap(),
        1
    );
    assert_eq!(tx.open_tasks(9).await.unwrap(), []);
}

pub(super) async fn the_audit_log_only_grows(opened: Opened) {
    let entry = |number: u128| AuditEntry {
        at: NOW,
        actor: Actor::Server,
        action: "order.made".into(),
        subject: "order".into(),
        subject_id: Some(id(number)),
        detail: json!({ "requests": [] }),
    };
    let mut tx = opened.storage.write().await.unwrap();
    for number in [1, 2, 1] {
        tx.audit(&entry(number)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = opened.storage.read().await.unwrap();
    let of_one = AuditFilter {
        subject_id: Some(id(1)),
        limit: 9,
        ..AuditFilter::default()
    };
    let lines = tx.audit_list(&of_one).await.unwrap();
    assert_eq!(lines, [(3, entry(1)), (1, entry(1))]);
    let older = AuditFilter {
        before: Some(3),
        limit: 1,
        ..AuditFilter::default()
    };
    assert_eq!(tx.audit_list(&older).await.unwrap(), [(2, entry(2))]);
}

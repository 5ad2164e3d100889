//! Orders through their lives, and every row of the late-completion table.

use proptest::prelude::*;
use uuid::Uuid;

use super::office::{Decision, decide};
use super::*;
use crate::domain::{
    Appointment, Assignee, Extent, ItemKind, ItemValue, NotDoneReason, OfficeDecision, Outcome, Place,
    Standing, WorkOrder,
};
use crate::domain::{ChecklistEntry, Localised};
use crate::id::{CrewId, OrderNumber, WorkerId};
use crate::operation::Base;
use crate::operation::Kind;
use crate::rules::late_completion::{Situation, TABLE, rule};
use crate::rules::legal_moves::legal_moves;

const CREW: CrewId = CrewId(Uuid::from_u128(100));
const OTHER_CREW: CrewId = CrewId(Uuid::from_u128(200));

/// A worker of the crew, by number.
fn member(number: u128) -> Hand {
    Hand {
        worker: WorkerId(Uuid::from_u128(number)),
        crew: Some(CREW),
    }
}

fn stranger(number: u128) -> Hand {
    Hand {
        worker: WorkerId(Uuid::from_u128(number)),
        crew: Some(OTHER_CREW),
    }
}

/// An order given to the crew.
fn order() -> OrderAggregate {
    let order = WorkOrder {
        id: OrderId(Uuid::from_u128(1)),
        number: OrderNumber("W-1".into()),
        version: Version(1),
        title: "Street lamp".into(),
        description: String::new(),
        category: "lamp".into(),
        category_name: Localised::default(),
        priority: crate::domain::Priority::Normal,
        place: Place::default(),
        warn_at: None,
        due_at: None,
        appointment: None,
        assignee: Some(Assignee::Crew(CREW)),
        assignment_epoch: crate::unit::AssignmentEpoch(1),
        closure: 0,
        closure_since: Version(0),
        decision: OfficeDecision::Open,
        status: OrderStatus::Assigned,
        status_class: OrderStatus::Assigned.class(),
        evidence: Vec::new(),
        workers_take: false,
        contact: None,
        follows: None,
        merged_into: None,
        merged_knowing: None,
        created_at: WallTime(0),
        field_versions: crate::domain::FieldVersions::default(),
        newer: std::collections::BTreeMap::new(),
    };
    let line = ChecklistEntry {
        item: "lamp_works".into(),
        label: Localised::default(),
        kind: ItemKind::Tick,
        required: true,
        answer: None,
        history: Vec::new(),
    };
    OrderAggregate {
        order,
        visits: Vec::new(),
        checklist: vec![line],
        notes: Vec::new(),
        photos: Vec::new(),
        materials: Vec::new(),
        times: Vec::new(),
        suggestions: Vec::new(),
        exemptions: Vec::new(),
        conflicts: Vec::new(),
    }
}

/// A story told step by step: each step gets the next operation id and the next minute.
struct Story {
    order: OrderAggregate,
    /// What a device that synced at some point knows.
    known: Base,
    step: u128,
    last: Option<Applied>,
}

impl Story {
    fn new() -> Self {
        let order = order();
        Self {
            known: Base::of(&order.order),
            order,
            step: 1_000,
            last: None,
        }
    }

    fn act(&mut self, hand: Hand, base: Base, action: Action) -> &mut Self {
        self.step += 1;
        let operation = Operation {
            op_id: OpId(Uuid::from_u128(self.step)),
            base,
            position: None,
            action,
        };
        let now = WallTime(i64::try_from(self.step).unwrap() * 60_000);
        let device = DeviceId(hand.worker.0);
        let received = Received::on_device(hand, device, now, Millis::from_seconds(120));
        let applied = apply(&self.order, &operation, &received);
        self.order = applied.aggregate.clone();
        self.last = Some(applied);
        self
    }

    /// Somebody who has synced acts on what is known now.
    fn online(&mut self, hand: Hand, action: Action) -> &mut Self {
        let base = Base::of(&self.order.order);
        self.act(hand, base, action)
    }

    /// Somebody who has been offline since the story began acts.
    fn offline(&mut self, hand: Hand, action: Action) -> &mut Self {
        let base = self.known;
        self.act(hand, base, action)
    }

    fn office(&mut self, decision: Decision) -> &mut Self {
        self.order = decide(&self.order, &decision, WallTime(1)).unwrap().aggregate;
        self
    }

    #[track_caller]
    fn expect(&mut self, status: OrderStatus, situation: Situation) {
        let last = self.last.take().unwrap();
        let ruling = rule(situation);
        assert_eq!((last.outcome, last.code), (ruling.outcome, ruling.code));
        assert_eq!(self.order.order.status, status);
        let completed = last.effects.iter().find_map(|effect| match effect {
            Effect::Completed { notice, .. } => Some(*notice),
            _ => None,
        });
        assert_eq!(completed, Some(ruling.notice));
        assert_eq!(
            self.order.has_open_review(),
            ruling.attention == Attention::Review
        );
    }
}

fn finish(outcome: Outcome) -> Action {
    Action::Finish {
        outcome,
        extent: Extent::Whole,
        follow_up: None,
    }
}

fn done() -> Action {
    finish(Outcome::Done)
}

fn assign_to(hand: Hand) -> Decision {
    Decision::Assign {
        assignee: Some(Assignee::Worker(hand.worker)),
    }
}

#[test]
fn an_order_goes_through_its_life() {
    let mut story = Story::new();
    let worker = member(1);
    let steps = [
        (Action::Accept {}, OrderStatus::Assigned),
        (Action::EnRoute {}, OrderStatus::InWork),
        (Action::Start {}, OrderStatus::InWork),
        (
            Action::Pause {
                reason: "rain".into(),
            },
            OrderStatus::InWork,
        ),
        (Action::Resume {}, OrderStatus::InWork),
        (done(), OrderStatus::Finished),
    ];
    for (action, status) in steps {
        story.online(worker, action);
        assert_eq!(story.order.order.status, status);
    }
    let [visit] = story.order.visits.as_slice() else {
        panic!("one visit, not {}", story.order.visits.len())
    };
    let times = [
        visit.accepted_at,
        visit.en_route_at,
        visit.on_site_at,
        visit.ended_at,
    ];
    assert!(times.map(|time| time.unwrap().at).is_sorted());
    assert_eq!(story.order.order.version, Version(7));
}

#[test]
fn rule_7_same_assignment_and_alone() {
    Story::new()
        .offline(member(1), done())
        .expect(OrderStatus::Finished, Situation::Expected);
}

#[test]
fn rule_7_another_member_is_at_work_until_that_member_confirms_or_ends() {
    let mut story = Story::new();
    story
        .online(member(2), Action::Start {})
        .offline(member(1), done());
    story.expect(OrderStatus::FinishedUnconfirmed, Situation::AnotherMemberActive);
    assert_eq!(legal_moves(&story.order, member(2))[0], Kind::Confirm);

    let mut confirmed = Story {
        last: None,
        known: story.known,
        step: story.step,
        order: story.order.clone(),
    };
    let waiting = story
        .order
        .visits
        .iter()
        .find(|visit| visit.worker == member(1).worker)
        .unwrap()
        .id;
    confirmed.online(member(2), Action::Confirm { visit: waiting });
    assert_eq!(confirmed.order.order.status, OrderStatus::Finished);
    // Whoever was still at it is at work no longer, though nothing ended that visit.
    let order = &confirmed.order;
    let own = order.visits.iter().find(|visit| visit.worker == member(2).worker);
    let next_year = WallTime(365 * 24 * 60 * 60 * 1_000);
    assert!(!order.runs(own.unwrap()));
    assert!(order.time_at_work(own.unwrap(), next_year) < Millis::from_days(1));

    story.online(
        member(2),
        Action::HandBack {
            reason: "done by a colleague".into(),
        },
    );
    assert_eq!(story.order.order.status, OrderStatus::Finished);
}

#[test]
fn rule_7_a_part_does_not_finish_the_order() {
    let mut story = Story::new();
    story.online(member(2), Action::Start {});
    story.offline(
        member(1),
        Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Part,
            follow_up: None,
        },
    );
    story.expect(OrderStatus::InWork, Situation::Expected);
}

#[test]
fn rule_7_reassigned_to_somebody_who_has_not_begun() {
    let mut story = Story::new();
    story.office(assign_to(stranger(9))).offline(member(1), done());
    story.expect(OrderStatus::Finished, Situation::ReassignedIdle);
}

#[test]
fn rule_7_reassigned_to_somebody_at_work() {
    let mut story = Story::new();
    story
        .office(assign_to(stranger(9)))
        .online(stranger(9), Action::Start {})
        .offline(member(1), done());
    story.expect(OrderStatus::FinishedUnconfirmed, Situation::ReassignedActive);
}

#[test]
fn rule_7_reassigned_and_not_done() {
    let mut story = Story::new();
    story
        .office(assign_to(stranger(9)))
        .offline(member(1), finish(Outcome::NotDone(NotDoneReason::NoAccess)));
    story.expect(OrderStatus::Assigned, Situation::ReassignedNotDone);
    story.offline(member(2), finish(Outcome::DoneNeedsFollowUp));
    story.expect(OrderStatus::Assigned, Situation::ReassignedNotDone);
}

#[test]
fn rule_7_already_finished() {
    let mut story = Story::new();
    story.online(member(1), done()).offline(member(2), done());
    story.expect(OrderStatus::Finished, Situation::AlreadyFinished);
    story.offline(member(3), finish(Outcome::NotDone(NotDoneReason::NotFound)));
    story.expect(OrderStatus::Finished, Situation::AlreadyFinishedOtherwise);
}

#[test]
fn rule_7_cancelled_closed_reopened() {
    let mut story = Story::new();
    story.office(Decision::Cancel).offline(member(1), done());
    story.expect(OrderStatus::Cancelled, Situation::Cancelled);

    let mut story = Story::new();
    story
        .office(Decision::Close)
        .offline(member(1), done())
        .expect(OrderStatus::Closed, Situation::Closed);

    let mut story = Story::new();
    story
        .online(member(2), done())
        .office(Decision::Reopen)
        .offline(member(1), done());
    story.expect(OrderStatus::Assigned, Situation::ReopenedSince);
    assert_eq!(story.order.visits.last().unwrap().closure, 0);
}

#[test]
fn rule_7_every_situation_has_one_row() {
    let mut seen = Vec::new();
    for (situation, _) in TABLE {
        assert!(!seen.contains(situation), "{situation:?} stands twice");
        seen.push(*situation);
    }
    assert_eq!(seen.len(), 10);
}

#[test]
fn progress_under_a_stale_assignment_is_recorded_and_moves_nothing() {
    let mut story = Story::new();
    story
        .office(assign_to(stranger(9)))
        .offline(member(1), Action::Start {});
    let last = story.last.unwrap();
    assert_eq!(
        (last.outcome, last.code),
        (ReceiptOutcome::Recorded, code::REASSIGNED)
    );
    assert_eq!(story.order.order.status, OrderStatus::Assigned);
    assert_eq!(story.order.visits.len(), 1);
}

#[test]
fn a_declined_order_waits_for_the_office_and_can_be_given_to_the_same_crew_again() {
    let mut story = Story::new();
    story.online(
        member(1),
        Action::Decline {
            reason: "no ladder".into(),
        },
    );
    assert_eq!(story.order.order.status, OrderStatus::Declined);
    story.office(Decision::Assign {
        assignee: Some(Assignee::Crew(CREW)),
    });
    assert_eq!(story.order.order.status, OrderStatus::Assigned);
}

#[test]
fn undo_takes_a_finish_back_within_the_window_and_not_after() {
    let mut story = Story::new();
    story
        .online(member(1), Action::Start {})
        .online(member(1), done());
    let finishing = story.order.visits[0].last_move;
    story.online(member(1), Action::Undo { op: finishing });
    assert_eq!(story.order.order.status, OrderStatus::InWork);

    story.online(member(1), done());
    let finishing = story.order.visits[0].last_move;
    for _ in 0..3 {
        story.online(
            member(2),
            Action::Note {
                text: "a minute passes".into(),
            },
        );
    }
    story.online(member(1), Action::Undo { op: finishing });
    assert_eq!(story.last.unwrap().code, code::UNDO_TOO_LATE);
    assert_eq!(story.order.order.status, OrderStatus::Finished);
}

#[test]
fn an_undo_after_the_citizen_was_told_is_for_the_office() {
    let mut story = Story::new();
    story.online(member(1), done());
    let operation = Operation {
        op_id: OpId(Uuid::from_u128(5)),
        base: Base::of(&story.order.order),
        position: None,
        action: Action::Undo {
            op: story.order.visits[0].last_move,
        },
    };
    let at = story.order.visits[0].ended_at.unwrap().at;
    let told = Received {
        notice_left: NoticeLeft::Yes,
        ..Received::on_device(member(1), DeviceId(Uuid::nil()), at, Millis::from_seconds(120))
    };
    let applied = apply(&story.order, &operation, &told);
    assert_eq!(applied.aggregate.order.status, OrderStatus::FinishedUnconfirmed);
    assert!(applied.aggregate.has_open_review());
}

#[test]
fn rule_6_a_clash_keeps_the_later_arrival_and_the_other_value() {
    let tick = |ticked| Action::Check {
        item: "lamp_works".into(),
        value: ItemValue::Tick(ticked),
    };
    let mut story = Story::new();
    story
        .online(member(1), tick(true))
        .offline(member(2), tick(false));
    let line = &story.order.checklist[0];
    assert_eq!(line.answer.as_ref().unwrap().value, ItemValue::Tick(false));
    assert_eq!(line.history[0].value, ItemValue::Tick(true));
    assert_eq!(story.last.as_ref().unwrap().code, code::CHECKLIST_CLASH);
    assert_eq!(story.order.conflicts.len(), 1);

    let mut alone = Story::new();
    alone
        .offline(member(1), tick(true))
        .offline(member(1), tick(false));
    assert_eq!(alone.last.unwrap().code, code::APPLIED);
}

#[test]
fn nobody_hides_or_undoes_what_is_not_theirs() {
    let mut story = Story::new();
    story.online(member(1), Action::Note { text: "mine".into() });
    let note = story.order.notes[0].op;
    story.online(member(2), Action::Hide(crate::operation::HideTarget::Note(note)));
    assert_eq!(story.last.as_ref().unwrap().code, code::NOT_YOURS);
    assert!(!story.order.notes[0].hidden);
}

#[test]
fn finished_work_is_never_unmade_by_an_assignment() {
    let mut story = Story::new();
    story.online(member(1), done());
    let refused = decide(&story.order, &assign_to(stranger(9)), WallTime(1));
    assert_eq!(refused, Err(office::Refusal::OrderIsOver));
}

proptest! {
    /// Whatever workers and office do in whatever order: a completion that counted is never lost without an undo,
    /// a reopening or the office's word, and the stored status is always the derived one.
    #[test]
    fn the_status_is_always_the_derived_one(steps in proptest::collection::vec((0_u8..9, 1_u128..4, any::<bool>()), 1..40)) {
        let mut story = Story::new();
        for (step, who, is_offline) in steps {
            let hand = member(who);
            let action = match step {
                0 => Action::Accept {},
                1 => Action::EnRoute {},
                2 => Action::Start {},
                3 => done(),
                4 => finish(Outcome::NotDone(NotDoneReason::Unsafe)),
                5 => Action::HandBack { reason: String::new() },
                6 => { if let Ok(decided) = decide(&story.order, &assign_to(hand), WallTime(1)) { story.order = decided.aggregate; } continue; }
                7 => { if let Ok(decided) = decide(&story.order, &Decision::Reopen, WallTime(1)) { story.order = decided.aggregate; } continue; }
                _ => Action::Note { text: "n".into() },
            };
            let before = story.order.clone();
            if is_offline { story.offline(hand, action) } else { story.online(hand, action) };
            prop_assert_eq!(story.order.order.status, order_status::derive(&story.order));
            let counted = |aggregate: &OrderAggregate| aggregate.visits.iter().filter(|visit| visit.finish().is_some_and(|(.., standing)| standing == Standing::Counts)).count();
            prop_assert!(counted(&story.order) >= counted(&before));
        }
    }
}

#[test]
fn time_at_work_leaves_pauses_out_and_outlives_an_undo() {
    let mut story = Story::new();
    let worker = member(1);
    let minutes = |story: &Story| {
        let now = WallTime(i64::try_from(story.step).unwrap() * 60_000);
        story.order.time_at_work(&story.order.visits[0], now).0 / 60_000
    };
    let pause = || Action::Pause {
        reason: "rain".into(),
    };
    story
        .online(worker, Action::Start {})
        .online(worker, Action::Accept {});
    story.online(worker, Action::Start {}).online(worker, pause());
    assert_eq!(minutes(&story), 2, "one minute before, one after");
    story.online(worker, Action::Note { text: "wet".into() });
    story.online(worker, Action::Resume {}).online(worker, done());
    assert_eq!(minutes(&story), 3);
    let op = story.order.visits[0].last_move;
    story.online(worker, Action::Undo { op });
    assert_eq!(minutes(&story), 4, "it went on");
}

#[test]
fn what_could_not_be_brought_is_missing_no_more() {
    use crate::domain::{Missing, PhotoRole, RequiredEvidence};
    use crate::rules::evidence::{QuickFinish, missing, quick_finish};
    let mut story = Story::new();
    story.order.order.evidence = vec![RequiredEvidence::PhotoAfter];
    let (photo, lamp) = (
        Missing::Photo(PhotoRole::After),
        Missing::Item("lamp_works".into()),
    );
    assert_eq!(missing(&story.order), [photo.clone(), lamp.clone()]);
    assert_eq!(quick_finish(&story.order), QuickFinish::OnItsOwn);
    let without = |what: &Missing| Action::CouldNot {
        what: what.clone(),
        reason: "Too dark".into(),
    };
    story.offline(member(1), without(&lamp));
    assert_eq!(quick_finish(&story.order), QuickFinish::WithPhoto);
    story.offline(member(1), without(&photo));
    assert_eq!(missing(&story.order), []);
    assert_eq!(story.order.exemptions.len(), 2);
}

/// Agreed for between so many milliseconds after the beginning of time.
fn agreed(from: i64, until: i64) -> Option<Appointment> {
    Some(Appointment {
        from: WallTime(from),
        until: WallTime(until),
    })
}

#[test]
fn whoever_still_waits_for_one_of_two_orders_waits_for_the_survivor() {
    let now = WallTime(100);
    let over = agreed(10, 90);
    let (sooner, later) = (agreed(90, 110), agreed(200, 300));
    for (of_survivor, of_other, expected) in [
        (None, later, later),
        (over, later, later),
        (later, sooner, sooner),
        (sooner, later, sooner),
        (over, over, over),
        (over, None, over),
        (None, over, None),
    ] {
        let (mut survivor, mut other) = (order(), order());
        other.order.id = OrderId(Uuid::from_u128(2));
        survivor.order.appointment = of_survivor;
        other.order.appointment = of_other;
        let merged = merge::merge(&other, &survivor, &|_| false, now).unwrap();
        let after = merged.survivor.order;
        assert_eq!(after.appointment, expected, "{of_survivor:?} and {of_other:?}");
        let touched = after.field_versions.0.get("appointment");
        let is_told = (expected != of_survivor).then_some(&after.version);
        assert_eq!(touched, is_told, "the worker is told what has changed");
    }
}

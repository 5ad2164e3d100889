//! What a worker taps: whatever the screen offers, and now and then what it does not.

use std::rc::Rc;

use kuitti_engine::protocol::{OrderView, Reply, Request, Today};
use kuitti_shared::domain::{
    Extent, ItemValue, Missing, NotDoneReason, OrderAggregate, Outcome, PhotoRole, Place, SuggestField,
    TimeKind,
};
use kuitti_shared::id::{OpId, OrderId, WorkerId};
use kuitti_shared::operation::{Action, HideTarget, Kind};
use kuitti_shared::unit::{Cents, Minutes};

use crate::chance::Chance;
use crate::model::Saved;
use crate::phone::Phone;
use crate::picture::{damaged, photo};

/// Asks a phone's engine; none when power failed.
pub(crate) trait Asking: AsyncFn(Request, Vec<u8>) -> Option<Reply> {}
impl<F: AsyncFn(Request, Vec<u8>) -> Option<Reply>> Asking for F {}

/// One tap somewhere.
pub(crate) async fn tap(phone: &Rc<Phone>, ask: &impl Asking) {
    let Some(Reply::Today(today)) = ask(Request::Today, Vec::new()).await else {
        return;
    };
    let Some(order) = choose_order(&phone.chance, &today) else {
        return report(phone, ask).await;
    };
    if phone.chance.one_in(25) {
        return report(phone, ask).await;
    }
    let Some(Reply::Order(view)) = ask(Request::Order { order }, Vec::new()).await else {
        return;
    };
    match choose(&phone.chance, &view, phone.worker) {
        Tap::Photo(role) => take_photo(phone, ask, order, role).await,
        Tap::Perform(action) => {
            let kind = action.kind();
            let fix = None;
            let request = Request::Perform { order, action, fix };
            save(phone, ask, request, Vec::new(), Some(order), kind).await;
        }
    }
}

/// A whole visit, tap by tap.
pub(crate) async fn visit(phone: &Rc<Phone>, ask: &impl Asking) {
    let Some(Reply::Today(today)) = ask(Request::Today, Vec::new()).await else {
        return;
    };
    let Some(order) = today.open.get(phone.chance.place(today.open.len())) else {
        return;
    };
    let order = order.id;
    let lit = Action::Check {
        item: "lit".into(),
        value: ItemValue::Tick(true),
    };
    for action in [Action::Accept {}, Action::Start {}, lit, finish(&phone.chance)] {
        if matches!(action, Action::Finish { .. }) && !phone.chance.one_in(4) {
            take_photo(phone, ask, order, PhotoRole::After).await;
        }
        let kind = action.kind();
        let fix = None;
        let request = Request::Perform { order, action, fix };
        save(phone, ask, request, Vec::new(), Some(order), kind).await;
    }
}

enum Tap {
    Photo(PhotoRole),
    Perform(Action),
}

fn choose_order(chance: &Chance, today: &Today) -> Option<OrderId> {
    let cards: Vec<OrderId> = [&today.open, &today.open, &today.finished, &today.no_longer_yours]
        .into_iter()
        .flatten()
        .map(|card| card.id)
        .collect();
    chance.pick(&cards).copied()
}

fn choose(chance: &Chance, view: &OrderView, worker: WorkerId) -> Tap {
    if let Some(undo) = view.undo.filter(|_| chance.one_in(4)) {
        return Tap::Perform(Action::Undo { op: undo.op });
    }
    match chance.below(12) {
        0 => Tap::Perform(Action::Note {
            text: format!("note {}", chance.below(1000)),
        }),
        1 | 2 => Tap::Photo(if chance.one_in(3) {
            PhotoRole::Before
        } else {
            PhotoRole::After
        }),
        3 => Tap::Perform(Action::Check {
            item: "lit".into(),
            value: ItemValue::Tick(chance.one_in(2)),
        }),
        4 => Tap::Perform(evidence(chance)),
        5 => Tap::Perform(hide_or_confirm(chance, &view.aggregate, worker)),
        _ => Tap::Perform(progress(chance, &view.moves)),
    }
}

fn evidence(chance: &Chance) -> Action {
    match chance.below(5) {
        0 => Action::CouldNot {
            what: Missing::Photo(PhotoRole::After),
            reason: "too dark".to_owned(),
        },
        1 => Action::Material {
            article: "bulb".into(),
            thousandths: 1_000,
            cost: Some(Cents(1_290)),
        },
        2 => Action::Time {
            kind: TimeKind::Work,
            minutes: Minutes(25),
        },
        3 => Action::Measure {
            item: "volts".into(),
            value: 230.5,
            unit: "V".to_owned(),
        },
        _ => Action::Suggest {
            field: SuggestField::Title,
            value: "Two lamps".to_owned(),
        },
    }
}

/// The screen's moves; one time in eight one that it does not offer, as a crafted or older app would send.
fn progress(chance: &Chance, offered: &[Kind]) -> Action {
    const ALL: [Kind; 8] = [
        Kind::Accept,
        Kind::Decline,
        Kind::HandBack,
        Kind::EnRoute,
        Kind::Start,
        Kind::Pause,
        Kind::Resume,
        Kind::Finish,
    ];
    let moves = if offered.is_empty() || chance.one_in(8) {
        &ALL[..]
    } else {
        offered
    };
    let reason = "no van".to_owned();
    match chance.pick(moves) {
        Some(Kind::Decline) if chance.one_in(3) => Action::Decline { reason },
        Some(Kind::HandBack) if chance.one_in(3) => Action::HandBack { reason },
        Some(Kind::EnRoute) => Action::EnRoute {},
        Some(Kind::Start) => Action::Start {},
        Some(Kind::Pause) => Action::Pause { reason },
        Some(Kind::Resume) => Action::Resume {},
        Some(Kind::Finish) => finish(chance),
        _ => Action::Accept {},
    }
}

fn finish(chance: &Chance) -> Action {
    let outcome = match chance.below(8) {
        0 => Outcome::DoneNeedsFollowUp,
        1 => Outcome::NotDone(NotDoneReason::NoAccess),
        2 => Outcome::NotDone(NotDoneReason::NotFound),
        _ => Outcome::Done,
    };
    let follow_up = (outcome == Outcome::DoneNeedsFollowUp).then(|| "the pole".to_owned());
    Action::Finish {
        outcome,
        extent: if chance.one_in(8) {
            Extent::Part
        } else {
            Extent::Whole
        },
        follow_up,
    }
}

fn hide_or_confirm(chance: &Chance, order: &OrderAggregate, worker: WorkerId) -> Action {
    let notes = order.notes.iter().filter(|note| note.worker == worker);
    let photos = order.photos.iter().filter(|photo| photo.worker == worker);
    let targets: Vec<HideTarget> = notes
        .map(|note| HideTarget::Note(note.op))
        .chain(photos.map(|photo| HideTarget::Photo(photo.op)))
        .collect();
    if let Some(target) = chance.pick(&targets).filter(|_| chance.one_in(2)) {
        return Action::Hide(*target);
    }
    let visit = order.visits.iter().find(|visit| visit.worker != worker);
    visit.map_or(Action::Accept {}, |visit| Action::Confirm { visit: visit.id })
}

async fn take_photo(phone: &Rc<Phone>, ask: &impl Asking, order: OrderId, role: PhotoRole) {
    let fix = None;
    let request = Request::AddPhoto {
        order,
        role,
        fix,
        marks: Vec::new(),
    };
    save(
        phone,
        ask,
        request,
        picked(&phone.chance),
        Some(order),
        Kind::Photo,
    )
    .await;
}

/// What a worker picks as a photo: few enough that the same one is picked twice now and then, and some that cannot be opened.
fn picked(chance: &Chance) -> Vec<u8> {
    let motif = chance.below(12);
    if chance.one_in(8) {
        damaged(motif)
    } else {
        photo(motif)
    }
}

async fn report(phone: &Rc<Phone>, ask: &impl Asking) {
    let request = Request::Report {
        category: crate::people::CATEGORY.into(),
        description: "Another dark lamp".to_owned(),
        place: Place {
            address: "Unioninkatu 34".to_owned(),
            ..Place::default()
        },
        fix: None,
    };
    let bytes = if phone.chance.one_in(2) {
        picked(&phone.chance)
    } else {
        Vec::new()
    };
    save(phone, ask, request, bytes, None, Kind::Report).await;
}

async fn save(
    phone: &Rc<Phone>,
    ask: &impl Asking,
    request: Request,
    bytes: Vec<u8>,
    order: Option<OrderId>,
    kind: Kind,
) -> Option<OpId> {
    let reply = ask(request, bytes).await;
    let (trace, number) = (&phone.world.trace, phone.number);
    match reply {
        Some(Reply::Saved { op, .. }) => {
            let short = order.map_or_else(String::new, |order| crate::trace::short(order.0));
            trace.say(
                &phone.name,
                format!("{kind:?} {short} saved as {}", crate::trace::short(op.0)),
            );
            phone.world.model.save(
                op,
                Saved {
                    phone: number,
                    order,
                    kind,
                },
            );
            Some(op)
        }
        Some(other) => {
            trace.say(&phone.name, format!("{kind:?} refused: {other:?}"));
            None
        }
        None => None,
    }
}

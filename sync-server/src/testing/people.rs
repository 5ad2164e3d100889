//! A small town's people: one crew with two workers, one worker outside, one category.

use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{
    Assignee, Category, ChecklistTemplate, Contact, Crew, IntakeChannel, ItemKind, Language, Localised,
    NoticeChannel, NoticeProof, OrderAggregate, Place, Position, RequestStage, RequiredEvidence, Targets,
    Worker,
};
use kuitti_shared::id::{CategoryCode, CrewId, OrderId, PublicNumber, RequestId, WorkerId};
use kuitti_shared::unit::Minutes;
use uuid::Uuid;

use super::Town;
use crate::orders::{self, NewOrder};
use crate::storage::{RequestRecord, WorkerRecord};

pub(crate) const CREW: CrewId = CrewId(Uuid::from_u128(0xc1));
pub(crate) const AINO: WorkerId = WorkerId(Uuid::from_u128(0xa1));
pub(crate) const BERT: WorkerId = WorkerId(Uuid::from_u128(0xa2));
pub(crate) const CARL: WorkerId = WorkerId(Uuid::from_u128(0xa3));

pub(crate) fn category() -> CategoryCode {
    "street_light".into()
}

fn words(text: &str) -> Localised {
    Localised::from([(Language::En, text)])
}

/// Two workers in a crew, one outside, one category.
pub(super) async fn settle(town: &Town) {
    let mut tx = town.write().await;
    tx.put_crew(&Crew {
        id: CREW,
        name: "Lights".into(),
        skills: ["electric".into()].into(),
    })
    .await
    .unwrap();
    for (id, name, crew) in [
        (AINO, "Aino", Some(CREW)),
        (BERT, "Bert", Some(CREW)),
        (CARL, "Carl", None),
    ] {
        let worker = Worker {
            id,
            name: name.into(),
            language: Language::En,
            crew,
        };
        tx.put_worker(&WorkerRecord { worker, active: true })
            .await
            .unwrap();
    }
    tx.put_category(&Category {
        code: category(),
        name: words("Street light"),
        skill: Some("electric".into()),
        checklist: vec![ChecklistTemplate {
            item: "lamp_works".into(),
            label: words("The lamp works"),
            kind: ItemKind::Tick,
            required: true,
        }],
        evidence: vec![RequiredEvidence::PhotoAfter],
        targets: Targets {
            warning: Minutes(60),
            breach: Minutes(120),
            in_office_hours: false,
        },
        assigns_itself: false,
        workers_take: false,
        publishes_after_photo: false,
        notice_proof: NoticeProof::StatusEnough,
        closes_after_days: None,
        public: true,
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

fn place() -> Place {
    Place {
        address: "Unioninkatu 32".into(),
        position: Some(Position::new(60.17, 24.95).unwrap()),
        detail: String::new(),
    }
}

impl Town {
    /// A citizen's request.
    pub(crate) async fn request(&self) -> RequestId {
        let act = self.act();
        let mut tx = self.write().await;
        let number = tx.next_number("request").await.unwrap();
        let id = RequestId(act.new_id());
        tx.put_request(&RequestRecord {
            id,
            number: PublicNumber(format!("R-{number}")),
            tracking: None,
            category: category(),
            description: "The lamp is dark".into(),
            place: place(),
            channel: IntakeChannel::Web,
            language: Language::En,
            stage: RequestStage::Received,
            code_seed: None,
            ended_elsewhere: None,
            history: Vec::new(),
            occurrence: 0,
            received_at: act.now,
            updated_at: act.now,
            external: None,
            reported_by: None,
            photos: Vec::new(),
            follows: None,
            confirmations: Vec::new(),
            feedback: Vec::new(),
            answers: Vec::new(),
        })
        .await
        .unwrap();
        let contact = Contact {
            name: Some("Maija".into()),
            phone: Some("+358401234567".into()),
            email: None,
            notify: vec![NoticeChannel::Sms],
            ..Contact::default()
        };
        tx.put_contact(id, &contact).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// An order for somebody.
    pub(crate) async fn order(&self, assignee: Option<Assignee>) -> OrderId {
        self.order_for(assignee, Vec::new()).await
    }

    /// An order for somebody that serves requests.
    pub(crate) async fn order_for(&self, assignee: Option<Assignee>, requests: Vec<RequestId>) -> OrderId {
        self.make(NewOrder {
            assignee,
            requests,
            place: place(),
            ..NewOrder::of(category())
        })
        .await
    }

    /// An order as given.
    pub(crate) async fn make(&self, new: NewOrder) -> OrderId {
        let mut tx = self.write().await;
        let made = orders::create(&mut *tx, new, &self.act()).await.unwrap();
        tx.commit().await.unwrap();
        made.order.id
    }

    /// The office decides.
    pub(crate) async fn decide(&self, order: OrderId, decision: Decision) -> OrderAggregate {
        let mut tx = self.write().await;
        let changed = orders::change(&mut *tx, order, &decision, &self.act())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        changed.into_order()
    }

    /// The office gives an order to somebody.
    pub(crate) async fn assign(&self, order: OrderId, assignee: Assignee) -> OrderAggregate {
        let assignee = Some(assignee);
        self.decide(order, Decision::Assign { assignee }).await
    }

    /// An order as it is on the server.
    pub(crate) async fn look(&self, order: OrderId) -> OrderAggregate {
        self.app
            .storage
            .read()
            .await
            .unwrap()
            .order(order)
            .await
            .unwrap()
            .unwrap()
    }

    /// A request's stage.
    pub(crate) async fn stage(&self, request: RequestId) -> RequestStage {
        self.app
            .storage
            .read()
            .await
            .unwrap()
            .request(request)
            .await
            .unwrap()
            .unwrap()
            .stage
    }
}

//! Citizens who report, each with a phone number of its own.

use anyhow::Result;
use kuitti_server::act::Act;
use kuitti_server::intake::code::CodeSeed;
use kuitti_server::intake::{NewRequest, Origin, TypedContact, receive};
use kuitti_server::storage::{RequestRecord, StageMark, WriteTx};
use kuitti_shared::domain::{Contact, IntakeChannel, Language, NoticeChannel, Place, Position, RequestStage};
use kuitti_shared::id::{PublicNumber, RequestId};

/// In E.164 form.
pub(crate) fn phone(citizen: u32) -> String {
    format!("+35840{citizen:07}")
}

/// A citizen calls, and will hear that the report is here.
pub(super) async fn report(tx: &mut dyn WriteTx, citizen: u32, act: &Act) -> Result<()> {
    let new = NewRequest {
        // Whoever is on the phone has proved the number.
        origin: Origin::Phone,
        category: "lamp".into(),
        description: "The lamp in front of the house does not burn.".to_owned(),
        place: place(citizen),
        contact: TypedContact {
            phone: phone(citizen),
            notify: vec![NoticeChannel::Sms],
            ..TypedContact::default()
        },
        language: Language::En,
        photos: Vec::new(),
    };
    receive(tx, new, act).await?;
    Ok(())
}

/// A request that has an order, and of which nobody was told yet.
pub(super) async fn request(tx: &mut dyn WriteTx, citizen: u32, act: &Act) -> Result<RequestId> {
    let id = RequestId(act.new_id());
    let public = tx.next_number("request").await?;
    tx.put_request(&RequestRecord {
        id,
        number: PublicNumber(format!("R-{public}")),
        tracking: None,
        code_seed: Some(CodeSeed(act.random())),
        category: "lamp".into(),
        description: "The lamp in front of the house does not burn.".to_owned(),
        place: place(citizen),
        channel: IntakeChannel::Web,
        language: Language::Fi,
        stage: RequestStage::Received,
        ended_elsewhere: None,
        history: vec![StageMark {
            stage: RequestStage::Received,
            at: act.now,
        }],
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
    .await?;
    let contact = Contact {
        name: None,
        phone: Some(phone(citizen)),
        email: None,
        notify: vec![NoticeChannel::Sms],
        ..Contact::default()
    };
    tx.put_contact(id, &contact).await?;
    Ok(id)
}

/// Along one street.
pub(super) fn place(number: u32) -> Place {
    let step = f64::from(number % 200) * 1e-4;
    Place {
        address: format!("Unioninkatu {}", number % 60 + 1),
        position: Position::new(60.16 + step, 24.94 + step).ok(),
        ..Place::default()
    }
}

//! The contact centre: who is calling, what did they report before, and what is it now?

use kuitti_shared::api::calls::Caller;
use kuitti_shared::api::requests::{NewRequest, RequestReceipt};
use kuitti_shared::domain::Contact;

use super::request_views;
use crate::act::Act;
use crate::config::TownConfig;
use crate::error::{Error, Result};
use crate::intake::{self, Origin, TypedContact, reach};
use crate::storage::{ReadTx, WriteTx};

/// Earlier requests of a caller, at most.
const EARLIER: u32 = 20;

/// What is known of a number, however the caller says it.
///
/// # Errors
/// `phone_unreadable` when it is no phone number.
pub(super) async fn find_caller(tx: &mut dyn ReadTx, typed: &str, town: &TownConfig) -> Result<Caller> {
    let phone = reach::phone(typed, town.region()).ok_or_else(|| {
        Error::invalid(
            "phone_unreadable",
            "This is no phone number. Numbers of other countries begin with + and the country code.",
        )
    })?;
    let records = tx.requests_by_phone(&phone, EARLIER).await?;
    let latest = records.first();
    let contact = match latest {
        Some(latest) => tx.contact(latest.id).await?,
        None => None,
    };
    Ok(Caller {
        contact,
        language: latest.map(|latest| latest.language),
        requests: request_views::rows(tx, &records).await?,
        phone,
    })
}

/// Records what a caller, or another program, reports.
///
/// # Errors
/// Every mistake with its field; then nothing is stored.
pub(super) async fn take(tx: &mut dyn WriteTx, new: NewRequest, act: &Act) -> Result<RequestReceipt> {
    let new = intake::NewRequest {
        origin: Origin::Phone,
        category: new.category,
        description: new.description,
        place: new.place,
        contact: typed(new.contact),
        language: new.language,
        photos: Vec::new(),
    };
    let received = intake::receive(tx, new, act).await?;
    let code = received
        .code
        .ok_or_else(|| Error::Internal("a call has no tracking code".to_owned()))?;
    Ok(RequestReceipt {
        id: received.request.id,
        number: received.request.number,
        tracking_url: format!("{}/t/{}", act.config.public_url, code.compact()),
        tracking_code: code.to_string(),
    })
}

fn typed(contact: Contact) -> TypedContact {
    TypedContact {
        name: contact.name.unwrap_or_default(),
        phone: contact.phone.unwrap_or_default(),
        email: contact.email.unwrap_or_default(),
        notify: contact.notify,
        account: contact.account.unwrap_or_default(),
        fallback: contact.fallback,
    }
}

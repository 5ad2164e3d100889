//! What a request must have before it is taken, whoever brings it.
//!
//! Every mistake is found at once, each with its field, so that a form can show all of them beside what was typed.

use kuitti_shared::api::problem::FieldProblem;
use kuitti_shared::domain::{Category, Contact, IntakeChannel, NoticeChannel};
use rlibphonenumber::enums::Region;

use super::{NewRequest, limits, reach};

/// How a citizen wants to be reached, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedContact {
    /// Name.
    pub name: String,
    /// Phone number, in any spelling.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// The channels on which the citizen wants to be told.
    pub notify: Vec<NoticeChannel>,
    /// Who this is in the town's own app.
    pub account: String,
    /// Where a message goes that failed; as the town usually does, without.
    pub fallback: Option<Vec<NoticeChannel>>,
}

/// Finds what is wrong with a request; the contact comes back in the form in which it is kept.
///
/// # Errors
/// Every mistake with its field.
pub fn check(
    new: &NewRequest,
    category: Option<&Category>,
    region: Option<Region>,
) -> Result<Contact, Vec<FieldProblem>> {
    let mut mistakes = Mistakes::default();
    match category {
        None if new.category.as_str().is_empty() => mistakes.add("category", "category_missing"),
        None => mistakes.add("category", "category_unknown"),
        Some(category) if new.origin.channel() == IntakeChannel::Web && !category.public => {
            mistakes.add("category", "category_unknown");
        }
        Some(_) => {}
    }
    check_words(new, &mut mistakes);
    let contact = check_contact(&new.contact, region, &mut mistakes);
    if mistakes.0.is_empty() {
        Ok(contact)
    } else {
        Err(mistakes.0)
    }
}

fn check_words(new: &NewRequest, mistakes: &mut Mistakes) {
    if new.description.trim().is_empty() && new.origin.channel() != IntakeChannel::Import {
        mistakes.add("description", "description_missing");
    }
    mistakes.limit(&new.description, limits::DESCRIPTION, "description");
    if !new.place.is_known() {
        mistakes.add("place", "place_missing");
    }
    mistakes.limit(&new.place.address, limits::ADDRESS, "place");
    mistakes.limit(&new.place.detail, limits::DETAIL, "detail");
    mistakes.limit(&new.contact.name, limits::NAME, "name");
    mistakes.limit(&new.contact.account, limits::ACCOUNT, "account");
}

fn check_contact(typed: &TypedContact, region: Option<Region>, mistakes: &mut Mistakes) -> Contact {
    let given = |text: &str| !text.trim().is_empty();
    let phone = reach::phone(&typed.phone, region);
    if given(&typed.phone) && phone.is_none() {
        mistakes.add("phone", "phone_unreadable");
    }
    let email = reach::email(&typed.email);
    if given(&typed.email) && email.is_none() {
        mistakes.add("email", "email_unreadable");
    }
    for channel in &typed.notify {
        match channel {
            NoticeChannel::Sms | NoticeChannel::Call if !given(&typed.phone) => {
                mistakes.add("phone", "phone_missing");
            }
            NoticeChannel::Email if !given(&typed.email) => mistakes.add("email", "email_missing"),
            NoticeChannel::Webhook if !given(&typed.account) => mistakes.add("account", "account_missing"),
            _ => {}
        }
    }
    let mut notify = typed.notify.clone();
    notify.sort_unstable();
    notify.dedup();
    Contact {
        name: given(&typed.name).then(|| typed.name.trim().to_owned()),
        phone,
        email,
        account: given(&typed.account).then(|| typed.account.trim().to_owned()),
        notify,
        fallback: typed.fallback.clone(),
        ..Contact::default()
    }
}

/// Mistakes found so far.
#[derive(Default)]
struct Mistakes(Vec<FieldProblem>);

impl Mistakes {
    fn add(&mut self, field: &str, code: &str) {
        self.0.push(FieldProblem {
            field: field.to_owned(),
            code: code.to_owned(),
        });
    }

    fn limit(&mut self, text: &str, most: usize, field: &str) {
        if limits::exceeds(text, most) {
            self.add(field, "too_long");
        }
    }
}

//! What the operator has typed so far. It lives outside the screen, so that looking something up loses nothing.
use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_shared::{
    api::requests::{NewRequest, RequestReceipt},
    domain::{Contact, Language, NoticeChannel, Place, Position},
    id::CategoryCode,
    unit::WallTime,
};
use kuitti_ui::Setting;

use crate::browser;

/// The call that is being taken.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct CallDraft {
    pub(super) phone: Signal<String>,
    pub(super) category_text: Signal<String>,
    pub(super) category: Signal<Option<CategoryCode>>,
    pub(super) address: Signal<String>,
    pub(super) position: Signal<Option<Position>>,
    pub(super) detail: Signal<String>,
    pub(super) description: Signal<String>,
    pub(super) name: Signal<String>,
    pub(super) email: Signal<String>,
    pub(super) notify: Signal<BTreeSet<NoticeChannel>>,
    pub(super) language: Signal<Language>,
    /// When the first key was pressed.
    pub(super) begun_at: Signal<Option<WallTime>>,
    /// What came of the last call, until the next one begins.
    pub(super) receipt: Signal<Option<Recorded>>,
}

/// A call that was recorded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Recorded {
    pub(super) receipt: RequestReceipt,
    pub(super) request: NewRequest,
    pub(super) seconds: u64,
}

/// The draft of this console.
pub(super) fn use_draft() -> CallDraft {
    use_context()
}

impl CallDraft {
    pub(crate) fn use_provider() -> Self {
        let language = use_context::<Setting>().text.peek().language();
        let draft = Self {
            phone: use_signal(String::new),
            category_text: use_signal(String::new),
            category: use_signal(|| None),
            address: use_signal(String::new),
            position: use_signal(|| None),
            detail: use_signal(String::new),
            description: use_signal(String::new),
            name: use_signal(String::new),
            email: use_signal(String::new),
            notify: use_signal(|| BTreeSet::from([NoticeChannel::Sms])),
            language: use_signal(|| language),
            begun_at: use_signal(|| None),
            receipt: use_signal(|| None),
        };
        use_context_provider(|| draft)
    }

    /// The clock of the call starts with the first key.
    pub(super) fn begin(mut self) {
        if self.begun_at.peek().is_none() {
            self.begun_at.set(Some(browser::server_clock()));
        }
    }

    /// An empty form for the next call.
    pub(super) fn clear(mut self) {
        let texts = [
            &mut self.phone,
            &mut self.category_text,
            &mut self.address,
            &mut self.detail,
            &mut self.description,
            &mut self.name,
            &mut self.email,
        ];
        for text in texts {
            text.set(String::new());
        }
        self.category.set(None);
        self.position.set(None);
        self.notify.set(BTreeSet::from([NoticeChannel::Sms]));
        self.begun_at.set(None);
    }

    /// The request as typed; the server says what is missing.
    pub(super) fn request(self) -> NewRequest {
        let filled =
            |text: &Signal<String>| Some(text.peek().trim().to_owned()).filter(|text| !text.is_empty());
        let (phone, email) = (filled(&self.phone), filled(&self.email));
        let reachable = |channel: &NoticeChannel| match channel {
            NoticeChannel::Sms | NoticeChannel::Call => phone.is_some(),
            NoticeChannel::Email => email.is_some(),
            NoticeChannel::Webhook => false,
        };
        NewRequest {
            category: self
                .category
                .peek()
                .clone()
                .unwrap_or_else(|| CategoryCode(String::new())),
            description: filled(&self.description).unwrap_or_default(),
            place: Place {
                address: filled(&self.address).unwrap_or_default(),
                position: *self.position.peek(),
                detail: filled(&self.detail).unwrap_or_default(),
            },
            contact: Contact {
                name: filled(&self.name),
                notify: self.notify.peek().iter().copied().filter(reachable).collect(),
                phone,
                email,
                ..Contact::default()
            },
            language: *self.language.peek(),
        }
    }
}

//! The screens and their addresses below `/console`. An address can be sent to a colleague, who sees the same.
use dioxus::prelude::*;
use kuitti_shared::rules::permission::Task;

use crate::attention::AttentionScreen;
use crate::call::CallScreen;
use crate::calls::CallsScreen;
use crate::categories::CategoriesScreen;
use crate::frame::Frame;
use crate::import::ImportScreen;
use crate::notices::NoticesScreen;
use crate::orders::{OrderScreen, OrdersScreen};
use crate::people::PeopleScreen;
use crate::requests::{RequestScreen, RequestsScreen};
use crate::satisfaction::SatisfactionScreen;
use crate::session::Session;
use crate::texts::TextsScreen;

/// A screen of the console.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
pub(crate) enum Route {
    #[layout(Frame)]
        #[route("/", RequestsScreen)]
        Requests {},
        #[route("/requests/:id", RequestScreen)]
        Request { id: String },
        #[route("/orders", OrdersScreen)]
        Orders {},
        #[route("/orders/:id", OrderScreen)]
        Order { id: String },
        #[route("/attention", AttentionScreen)]
        Attention {},
        #[route("/call", CallScreen)]
        Call {},
        #[route("/calls", CallsScreen)]
        Calls {},
        #[route("/import", ImportScreen)]
        Import {},
        #[route("/people", PeopleScreen)]
        People {},
        #[route("/notices", NoticesScreen)]
        Notices {},
        #[route("/texts", TextsScreen)]
        Texts {},
        #[route("/satisfaction", SatisfactionScreen)]
        Satisfaction {},
        #[route("/categories", CategoriesScreen)]
        Categories {},
        #[route("/:..path", NoScreen)]
        Missing { path: Vec<String> },
}

impl Route {
    /// Is this screen for who sits here?
    pub(crate) fn is_for(&self, session: Session) -> bool {
        self.task().is_none_or(|task| session.may(task))
    }

    /// Whose screen it is; of nobody in particular when everybody in the office may see it.
    const fn task(&self) -> Option<Task> {
        match self {
            Self::Call {} | Self::Calls {} => Some(Task::TakeCalls),
            Self::Import {} => Some(Task::Import),
            Self::Texts {} => Some(Task::Configure),
            _ => None,
        }
    }
}

/// An address that leads nowhere.
#[component]
fn NoScreen(path: Vec<String>) -> Element {
    let text = kuitti_ui::use_text();
    rsx! {
        kuitti_ui::Empty { glyph: kuitti_ui::Glyph::Search, title: text.say("no-screen", []),
            p { class: "code", "/{path.join(\"/\")}" }
            Link { class: "button", to: Route::Requests {}, {text.say("nav-requests", [])} }
        }
    }
}

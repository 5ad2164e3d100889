//! Which screen is shown, as the part of the address behind `#`: the browser's back button and a shared link work.

use std::cell::{Cell, RefCell};

use dioxus::prelude::*;
use kuitti_shared::id::OrderId;

use crate::shell::page::address;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// The list of orders.
    Today,
    /// One order.
    Order(OrderId),
    /// The way to an order as one arrow.
    Compass(OrderId),
    /// The street map.
    Map,
    /// A new problem, found on the way.
    Report,
    /// What the office has.
    Receipts,
    /// Language, storage, the office.
    Settings,
    /// The link in an enrolment's QR code.
    Enrol(String),
}

/// What follows an order's address.
const COMPASS: &str = "/compass";

impl Route {
    /// Reads the part behind `#`; what nobody knows is the list.
    fn read(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        if let Some(code) = fragment.strip_prefix("enrol=") {
            return Self::Enrol(code.to_owned());
        }
        match fragment.trim_start_matches('/').split_once('/') {
            Some(("order", id)) => match id.strip_suffix(COMPASS) {
                Some(id) => id.parse().map_or(Self::Today, Self::Compass),
                None => id.parse().map_or(Self::Today, Self::Order),
            },
            _ => match fragment {
                "/map" => Self::Map,
                "/report" => Self::Report,
                "/receipts" => Self::Receipts,
                "/settings" => Self::Settings,
                _ => Self::Today,
            },
        }
    }

    /// Does the screen say how far it is to somewhere, or where something is?
    pub(super) const fn shows_ways(&self) -> bool {
        matches!(
            self,
            Self::Today | Self::Order(_) | Self::Compass(_) | Self::Map | Self::Report
        )
    }

    /// The address for a link.
    pub(super) fn href(&self) -> String {
        match self {
            Self::Today => "#/".to_owned(),
            Self::Order(id) => format!("#/order/{id}"),
            Self::Compass(id) => format!("#/order/{id}{COMPASS}"),
            Self::Map => "#/map".to_owned(),
            Self::Report => "#/report".to_owned(),
            Self::Receipts => "#/receipts".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Enrol(code) => format!("#enrol={code}"),
        }
    }
}

thread_local! {
    /// The screens that led to the one that is shown, which is the last of them.
    static TRAIL: RefCell<Vec<Route>> = const { RefCell::new(Vec::new()) };
    /// A step back is under way: a second tap must not take two.
    static IS_LEAVING: Cell<bool> = const { Cell::new(false) };
}

/// More steps than anybody takes back.
const LONGEST_TRAIL: usize = 100;

/// Follows the address; call it once, at the root.
pub(super) fn use_route() -> Signal<Route> {
    let read = |fragment: &str| {
        let shown = Route::read(fragment);
        arrive(&shown);
        shown
    };
    let mut route = use_signal(|| read(&address::fragment()));
    use_hook(|| address::watch_fragment(move |fragment| route.set(read(fragment))));
    route
}

fn arrive(shown: &Route) {
    IS_LEAVING.set(false);
    let is_step_back = leads_from(shown);
    TRAIL.with_borrow_mut(|trail| {
        if is_step_back {
            trail.pop();
        } else {
            trail.push(shown.clone());
        }
        if trail.len() > LONGEST_TRAIL {
            trail.remove(0);
        }
    });
}

/// Was this screen the one before?
fn leads_from(route: &Route) -> bool {
    TRAIL.with_borrow(|trail| trail.iter().nth_back(1) == Some(route))
}

/// Goes back to a screen. Where it led here, this step is taken back, so that the phone's own back does not come here again.
pub(super) fn return_to(route: &Route) {
    if !leads_from(route) {
        go(route);
    } else if !IS_LEAVING.replace(true) {
        address::step_back();
    }
}

/// Shows another screen.
pub(super) fn go(route: &Route) {
    address::set_fragment(&route.href());
}

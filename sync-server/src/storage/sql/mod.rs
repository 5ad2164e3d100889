//! The SQL of all areas, for both engines. A statement that is the same on both is written once; one that differs stands
//! with its two texts side by side ([`Sql::each`]). Numbered parameters are written `$1`, which both understand; every
//! column holds one of four kinds of value ([`Cell`]), so that what is bound and read is the same too.
//!
//! What differs besides texts is what a transaction is: see `sqlite` and `postgres`.

mod audit;
mod cases;
mod cell;
mod colleagues;
mod columns;
mod dispatch;
mod due;
mod field;
mod files;
mod gateways;
mod glance;
mod imports;
mod notices;
mod orders;
mod people;
mod requests;
mod rows;
mod scopes;
mod staff;
mod statement;
mod tables;
mod tasks;
mod texts;
mod town;
mod transaction;

pub use cell::Cell;
#[cfg(test)]
pub(super) use plans::PAGES;
pub(super) use statement::{Engine, Row, Statement};
pub(super) use transaction::{Source, Transaction};
#[cfg(test)]
pub(crate) use watch::statements;

/// The lists whose plans the drivers' tests look at.
#[cfg(test)]
mod plans {
    pub(in crate::storage) const PAGES: [(super::statement::Sql, &str); 8] = [
        (super::requests::PAGE, "service_request_by_arrival"),
        (super::orders::PAGE, "work_order_by_age"),
        (super::audit::OF_SUBJECT, "audit_by_subject"),
        (super::audit::LATEST, "audit_pkey"),
        (super::notices::DUE.leases_ended, "notice_leased"),
        (super::notices::DUE.waiting, "notice_due"),
        (super::colleagues::DUE.leases_ended, "staff_notice_leased"),
        (super::colleagues::DUE.waiting, "staff_notice_due"),
    ];
}

/// The statements of a test, for those that must not differ: each test runs on a thread of its own.
#[cfg(test)]
mod watch {
    use std::cell::RefCell;

    thread_local! {
        static SEEN: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn saw(text: &'static str) {
        SEEN.with_borrow_mut(|seen| seen.push(text));
    }

    /// What this thread ran since it was asked last.
    pub(crate) fn statements() -> Vec<&'static str> {
        SEEN.take()
    }
}

//! What was told to whom, seen at the moment when it left.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use kuitti_server::orders::truth;
use kuitti_server::storage::NoticeRecord;
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{NoticeChannel, NoticeStage};
use kuitti_shared::id::{NoticeId, OrderId, RequestId};
use kuitti_shared::rules::request_truth::Truth;

use crate::server::Server;

/// What a citizen is told once. The last is in which life of the server the office decided it anew: a decision that went with the
/// server is told again when somebody takes it again.
pub type Key = (RequestId, NoticeStage, u32, NoticeChannel, String, u32);

/// One time that something left.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its key at the provider.
    pub notice: NoticeId,
    /// What it was about.
    pub key: Key,
    /// What was true then.
    pub truth: Truth,
    /// How long it had waited.
    pub waited: i64,
}

/// Everything that left.
#[derive(Debug, Default)]
pub struct Ledger {
    seen: RefCell<usize>,
    told: RefCell<Vec<Told>>,
    /// How often the server came back from a backup.
    restorations: Cell<u32>,
    /// Orders about which the office has decided since, in a way of which citizens hear.
    decided: RefCell<BTreeSet<OrderId>>,
}

impl Ledger {
    /// Everything that left.
    #[must_use]
    pub fn told(&self) -> Vec<Told> {
        self.told.borrow().clone()
    }

    /// The server is back from a backup.
    pub fn server_set_back(&self) {
        self.restorations.set(self.restorations.get() + 1);
        self.decided.borrow_mut().clear();
    }

    /// The office has decided.
    pub fn decided(&self, order: OrderId, decision: &Decision) {
        if matches!(
            decision,
            Decision::Cancel | Decision::Reopen | Decision::Reject { .. } | Decision::Confirm { .. }
        ) {
            self.decided.borrow_mut().insert(order);
        }
    }

    /// Looks at what the provider got since the last look.
    pub async fn look(&self, server: &Server) {
        let handed = server.provider.handed();
        let from = self.seen.replace(handed.len());
        for handed in handed.into_iter().skip(from) {
            let mut tx = server.look().await;
            let notice = tx.notice(handed.notice).await.unwrap().unwrap();
            let request = tx.request(notice.request).await.unwrap().unwrap();
            let orders = tx.orders_of_request(request.id).await.unwrap();
            let decided = self.decided.borrow();
            let is_anew = orders.iter().any(|order| decided.contains(&order.order.id));
            let life = if is_anew { self.restorations.get() } else { 0 };
            let told = Told {
                notice: handed.notice,
                key: key(&notice, life),
                truth: truth(&request, &orders),
                waited: (handed.at - notice.created_at).0,
            };
            self.told.borrow_mut().push(told);
        }
    }

    /// How often each thing was told, by the keys that the provider saw.
    #[must_use]
    pub fn by_key(&self) -> BTreeMap<Key, Vec<NoticeId>> {
        let mut by_key: BTreeMap<Key, Vec<NoticeId>> = BTreeMap::new();
        for told in self.told.borrow().iter() {
            by_key.entry(told.key.clone()).or_default().push(told.notice);
        }
        by_key
    }
}

fn key(notice: &NoticeRecord, life: u32) -> Key {
    (
        notice.request,
        notice.stage,
        notice.occurrence,
        notice.channel,
        notice.recipient.clone(),
        life,
    )
}

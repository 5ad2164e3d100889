//! Two dispatchers at their consoles, and the citizens who report: everything over the public addresses.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE};
use axum::http::{Method, Request};
use kuitti_server::auth;
use kuitti_server::ports::Clock as _;
use kuitti_server::storage::{OrderFilter, RequestFilter};
use kuitti_shared::api::orders::{Decide, Grouping, MakeOrders, MergeOrder};
use kuitti_shared::api::people::Enrolment;
use kuitti_shared::apply::office::{Decision, Edit};
use kuitti_shared::domain::{Appointment, OrderAggregate, Priority};
use kuitti_shared::id::{OrderId, RequestId, WorkerId};
use kuitti_shared::unit::Millis;
use serde::Serialize;

use crate::chance::Chance;
use crate::notices::Ledger;
use crate::people::{self, DISPATCHERS};
use crate::server::{Answer, Server};
use crate::time::Time;
use crate::trace::{Trace, short};

/// The office and the public.
pub(crate) struct Office<'a> {
    pub(crate) server: &'a Server,
    pub(crate) trace: &'a Trace,
    pub(crate) ledger: &'a Ledger,
    pub(crate) chance: &'a Chance,
    pub(crate) time: &'a Time,
}

impl Office<'_> {
    /// A citizen reports a dark lamp; most want to be told.
    pub(crate) async fn citizen_reports(&self) {
        let number = self.chance.below(4);
        let mut fields = vec![
            ("category", people::CATEGORY.to_owned()),
            ("description", "The lamp is dark".to_owned()),
            ("place", format!("Unioninkatu {}", self.chance.below(40))),
            ("phone", format!("+35840123450{number}")),
            ("language", "en".to_owned()),
            ("same", "new".to_owned()),
        ];
        if !self.chance.one_in(5) {
            fields.push(("notify", "sms".to_owned()));
        }
        let request = Request::post("/report")
            .header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        let answer = self.server.ask(request.body(form(&fields)).unwrap()).await;
        self.say("a citizen", "reports a dark lamp", answer.as_ref());
    }

    /// An order from requests that nobody plans yet.
    pub(crate) async fn plan(&self) {
        let requests = self.unplanned().await;
        let Some(first) = self.chance.pick(&requests).copied() else {
            return self.citizen_reports().await;
        };
        let mut chosen = vec![first];
        chosen.extend(
            requests
                .into_iter()
                .filter(|other| *other != first && self.chance.one_in(4)),
        );
        let make = MakeOrders {
            requests: chosen,
            grouping: if self.chance.one_in(2) {
                Grouping::OneForAll
            } else {
                Grouping::OneEach
            },
            title: None,
            priority: Priority::Normal,
            assignee: Some(people::assignee(self.chance)),
        };
        let answer = self.post("/api/orders", &make).await;
        let what = format!("plans {} requests for {:?}", make.requests.len(), make.assignee);
        self.say(self.dispatcher(), &what, answer.as_ref());
    }

    /// A decision about some order.
    pub(crate) async fn decide(&self) {
        let orders = self.orders().await;
        let Some(order) = self.chance.pick(&orders).copied() else {
            return self.plan().await;
        };
        let mut tx = self.server.look().await;
        let Some(aggregate) = tx.order(order).await.unwrap() else {
            return;
        };
        drop(tx);
        if self.chance.one_in(10) {
            return self.merge(order, &orders).await;
        }
        let decision = self.decision(&aggregate);
        self.carry_out(order, decision).await;
    }

    /// Two orders are about the same problem: one goes into another.
    async fn merge(&self, order: OrderId, orders: &[OrderId]) {
        let Some(into) = self.chance.pick(orders).copied() else {
            return;
        };
        let what = format!("merges {} into {}", short(order.0), short(into.0));
        let path = format!("/api/orders/{order}/merge");
        let version = None;
        let answer = self.post(&path, &MergeOrder { version, into }).await;
        self.say(self.dispatcher(), &what, answer.as_ref());
    }

    /// A phone is lost, or its worker leaves.
    pub(crate) async fn lock(&self) {
        let mut tx = self.server.look().await;
        let devices = tx.devices().await.unwrap();
        drop(tx);
        let Some(device) = self.chance.pick(&devices) else {
            return;
        };
        let (device, name) = (device.id, device.name.clone());
        if self.chance.one_in(2) {
            let answer = self
                .send(Method::DELETE, &format!("/api/devices/{device}"), &())
                .await;
            self.say(self.dispatcher(), &format!("locks {name}"), answer.as_ref());
        } else {
            let answer = self.post(&format!("/api/devices/{device}/drain"), &()).await;
            self.say(
                self.dispatcher(),
                &format!("lets {name} hand in"),
                answer.as_ref(),
            );
        }
    }

    /// Carries out one decision.
    pub(crate) async fn carry_out(&self, order: OrderId, decision: Decision) {
        let what = format!("{decision:?} on {}", short(order.0));
        let path = format!("/api/orders/{order}/decisions");
        let decide = Decide {
            version: None,
            decision,
        };
        let answer = self.post(&path, &decide).await;
        // Without an answer it may have been carried out.
        if answer
            .as_ref()
            .is_none_or(|answer| answer.head.status.is_success())
        {
            self.ledger.decided(order, &decide.decision);
        }
        self.say(self.dispatcher(), &what, answer.as_ref());
    }

    /// A one-time code for a worker's phone; none when the server fell over.
    pub(crate) async fn code(&self, worker: WorkerId) -> Option<String> {
        let path = format!("/api/workers/{worker}/enrolment");
        let answer = self.post(&path, &serde_json::json!({})).await?;
        let enrolment: Enrolment = serde_json::from_slice(&answer.body).ok()?;
        Some(enrolment.code)
    }

    fn decision(&self, order: &OrderAggregate) -> Decision {
        let unconfirmed = order.visits.iter().find(|visit| visit.finish().is_some());
        let open = order
            .conflicts
            .iter()
            .find(|conflict| conflict.settled_at.is_none());
        let is_over = order.order.status.is_terminal();
        match self.chance.below(10) {
            0 if is_over => Decision::Reopen,
            0 => Decision::Cancel,
            1 => Decision::Close,
            2 => Decision::Edit(Edit {
                title: Some(format!("Lamp {}", self.chance.below(100))),
                appointment: self.agreement(),
                ..Edit::default()
            }),
            3 | 4 if unconfirmed.is_some() => {
                let visit = unconfirmed.map(|visit| visit.id).unwrap();
                if self.chance.one_in(2) {
                    Decision::Confirm { visit }
                } else {
                    Decision::Reject { visit }
                }
            }
            5 | 6 if open.is_some() => Decision::Settle {
                conflict: open.map(|conflict| conflict.id).unwrap(),
            },
            7 if is_over => Decision::Reopen,
            _ => Decision::Assign {
                assignee: (!self.chance.one_in(8)).then(|| people::assignee(self.chance)),
            },
        }
    }

    /// When somebody will be at the lamp, which may be over already; taken back; or nothing about that.
    fn agreement(&self) -> Option<Option<Appointment>> {
        match self.chance.below(3) {
            0 => None,
            1 => Some(None),
            _ => {
                let hours = i64::try_from(self.chance.below(54)).unwrap() - 6;
                let from = self.time.now() + Millis::from_seconds(hours * 3_600);
                let until = from + Millis::from_seconds(2 * 3_600);
                Some(Some(Appointment { from, until }))
            }
        }
    }

    async fn unplanned(&self) -> Vec<RequestId> {
        let filter = RequestFilter {
            unplanned: true,
            limit: 20,
            ..RequestFilter::default()
        };
        let mut tx = self.server.look().await;
        let (requests, _) = tx.request_list(&filter).await.unwrap();
        requests.into_iter().map(|request| request.id).collect()
    }

    async fn orders(&self) -> Vec<OrderId> {
        let filter = OrderFilter {
            limit: 30,
            ..OrderFilter::default()
        };
        let mut tx = self.server.look().await;
        let (orders, _) = tx.order_list(&filter).await.unwrap();
        orders.into_iter().map(|order| order.id).collect()
    }

    fn dispatcher(&self) -> &'static str {
        DISPATCHERS[self.chance.place(DISPATCHERS.len())]
    }

    async fn post(&self, path: &str, body: &impl Serialize) -> Option<Answer> {
        self.send(Method::POST, path, body).await
    }

    async fn send(&self, method: Method, path: &str, body: &impl Serialize) -> Option<Answer> {
        let body = Body::from(serde_json::to_vec(body).unwrap());
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(COOKIE, format!("{}={}", auth::COOKIE, self.dispatcher()))
            .header(CONTENT_TYPE, "application/json");
        self.server.ask(request.body(body).unwrap()).await
    }

    fn say(&self, who: &str, what: &str, answer: Option<&Answer>) {
        let status = answer.map_or("the server fell over".to_owned(), |answer| {
            answer.head.status.as_u16().to_string()
        });
        self.trace.say(who, format!("{what}: {status}"));
    }
}

const BOUNDARY: &str = "----kuitti";

/// A form as a browser sends it (RFC 7578).
fn form(fields: &[(&str, String)]) -> Body {
    let parts = fields.iter().map(|(name, value)| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    });
    Body::from(parts.chain([format!("--{BOUNDARY}--\r\n")]).collect::<String>())
}

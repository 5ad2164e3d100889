//! What people at desks and citizens do with a town's server, over HTTP.

use kuitti_shared::api::Page;
use kuitti_shared::api::devices::DeviceRow;
use kuitti_shared::api::notices::NoticeList;
use kuitti_shared::api::orders::{Decide, Grouping, MadeOrders, MakeOrders, OrderDetail};
use kuitti_shared::api::people::Enrolment;
use kuitti_shared::api::requests::{RequestDetail, RequestRow};
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, Priority};
use kuitti_shared::id::{OrderId, RequestId, WorkerId};
use reqwest::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use reqwest::{Client, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::town::{CITIZEN, DISPATCHER, PASSWORD};

/// A dispatcher who is logged in, and a citizen.
pub struct Office {
    url: String,
    office: Client,
    cookie: String,
    citizen: Client,
}

impl Office {
    /// The dispatcher of a furnished town logs in at its server.
    pub async fn log_in(url: String) -> Self {
        let office = Client::new();
        let body = json!({ "name": DISPATCHER, "password": PASSWORD });
        let log_in = office.post(format!("{url}/api/session")).json(&body);
        let answer = log_in.send().await.unwrap().error_for_status().unwrap();
        let cookie = answer.headers().get(SET_COOKIE).unwrap().to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self {
            url,
            office,
            cookie,
            citizen: Client::new(),
        }
    }

    /// The server's address.
    #[must_use]
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// A citizen reports a dark lamp through the public form, and wants to be told by SMS.
    pub async fn request(&self) -> RequestId {
        let form = form(&[
            ("category", "lamp"),
            ("description", "The lamp is dark"),
            ("place", "Unioninkatu 32"),
            ("latitude", "60.1695"),
            ("longitude", "24.9524"),
            ("phone", CITIZEN),
            ("notify", "sms"),
            ("language", "en"),
            ("same", "new"),
        ]);
        let report = self.citizen.post(format!("{}/report", self.url()));
        let report = report.header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        let answer = report.body(form).send().await.unwrap();
        let (status, page) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{status}: {page}");
        let list: Page<RequestRow> = self.ask(Method::GET, "/api/requests", &()).await;
        list.rows.first().unwrap().id
    }

    /// The dispatcher makes an order from a request.
    pub async fn order(&self, request: RequestId, assignee: Assignee) -> OrderId {
        let make = MakeOrders {
            requests: vec![request],
            grouping: Grouping::OneEach,
            title: None,
            priority: Priority::Normal,
            assignee: Some(assignee),
        };
        let made: MadeOrders = self.ask(Method::POST, "/api/orders", &make).await;
        made.orders.first().unwrap().id
    }

    /// A request and its order.
    pub async fn order_for(&self, assignee: Assignee) -> OrderId {
        let request = self.request().await;
        self.order(request, assignee).await
    }

    /// The dispatcher decides.
    pub async fn decide(&self, order: OrderId, decision: Decision) {
        let decide = Decide {
            version: None,
            decision,
        };
        let path = format!("/api/orders/{order}/decisions");
        let _detail: serde_json::Value = self.ask(Method::POST, &path, &decide).await;
    }

    /// The dispatcher gives an order to somebody else.
    pub async fn assign(&self, order: OrderId, assignee: Assignee) {
        let assignee = Some(assignee);
        self.decide(order, Decision::Assign { assignee }).await;
    }

    /// What the dispatcher sees of an order.
    pub async fn look(&self, order: OrderId) -> OrderDetail {
        self.ask(Method::GET, &format!("/api/orders/{order}"), &()).await
    }

    /// A one-time code for a worker's phone.
    pub async fn code(&self, worker: WorkerId) -> String {
        let path = format!("/api/workers/{worker}/enrolment");
        let enrolment: Enrolment = self.ask(Method::POST, &path, &json!({})).await;
        enrolment.code
    }

    /// The dispatcher revokes the phones of a worker.
    pub async fn revoke(&self, worker: WorkerId) {
        let rows: Vec<DeviceRow> = self.ask(Method::GET, "/api/devices", &()).await;
        for row in rows.iter().filter(|row| row.worker == worker) {
            let path = format!("{}/api/devices/{}", self.url(), row.id);
            let delete = self.office.delete(path).header(COOKIE, &self.cookie);
            delete.send().await.unwrap().error_for_status().unwrap();
        }
    }

    /// What the dispatcher sees of a request.
    pub async fn look_at_request(&self, request: RequestId) -> RequestDetail {
        self.ask(Method::GET, &format!("/api/requests/{request}"), &())
            .await
    }

    /// Messages to citizens that wait, are on their way, have left, or need a person.
    pub async fn messages(&self) -> NoticeList {
        self.ask(Method::GET, "/api/notices", &()).await
    }

    async fn ask<T: DeserializeOwned>(&self, method: Method, path: &str, body: &impl Serialize) -> T {
        let url = format!("{}{path}", self.url());
        let mut request = self
            .office
            .request(method.clone(), url)
            .header(COOKIE, &self.cookie);
        if method != Method::GET {
            request = request.json(body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{method} {path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{method} {path}: {error}: {text}"))
    }
}

const BOUNDARY: &str = "----kuitti";

/// A form as a browser sends it (RFC 7578).
fn form(fields: &[(&str, &str)]) -> String {
    let parts = fields.iter().map(|(name, value)| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    });
    parts.chain([format!("--{BOUNDARY}--\r\n")]).collect()
}

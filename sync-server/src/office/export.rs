//! `kuitti-server export`: requests and orders as CSV files that any office program opens. Contacts stay out: the files are made
//! to be handed on.

use std::fs::File;
use std::path::Path;

use csv::Writer;
use kuitti_shared::domain::{Assignee, IntakeChannel, Place};
use kuitti_shared::unit::WallTime;

use crate::error::{Error, Result};
use crate::storage::{After, OrderFilter, OrderRow, ReadTx, RequestFilter, RequestRecord};

/// Rows that are read at once.
const AT_ONCE: u32 = 500;

/// How many rows were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// To `requests.csv`.
    pub requests: u64,
    /// To `orders.csv`.
    pub orders: u64,
}

/// Writes `requests.csv` and `orders.csv` into `directory`, which is made when it is not there.
///
/// # Errors
/// When the directory cannot be written to or the storage fails.
pub async fn export(tx: &mut dyn ReadTx, directory: &Path) -> Result<Exported> {
    std::fs::create_dir_all(directory)?;
    Ok(Exported {
        requests: requests(tx, &directory.join("requests.csv")).await?,
        orders: orders(tx, &directory.join("orders.csv")).await?,
    })
}

const REQUEST_COLUMNS: [&str; 13] = [
    "id",
    "number",
    "category",
    "stage",
    "channel",
    "language",
    "received_at",
    "updated_at",
    "address",
    "latitude",
    "longitude",
    "description",
    "external_number",
];

async fn requests(tx: &mut dyn ReadTx, file: &Path) -> Result<u64> {
    let mut writer = begin(file, &REQUEST_COLUMNS)?;
    let mut filter = RequestFilter {
        limit: AT_ONCE,
        ..RequestFilter::default()
    };
    let mut written = 0;
    loop {
        let (records, _) = tx.request_list(&filter).await?;
        for record in &records {
            writer.write_record(request_cells(record)).map_err(unwritten)?;
            written += 1;
        }
        let Some(last) = records.last() else { break };
        filter.after = Some(After {
            at: last.received_at,
            id: last.id.0,
        });
    }
    writer.flush()?;
    Ok(written)
}

fn request_cells(record: &RequestRecord) -> [String; 13] {
    let [address, latitude, longitude] = place_cells(&record.place);
    [
        record.id.to_string(),
        record.number.to_string(),
        text(record.category.as_str()),
        record.stage.code().to_owned(),
        channel(record.channel).to_owned(),
        record.language.code().to_owned(),
        time(Some(record.received_at)),
        time(Some(record.updated_at)),
        address,
        latitude,
        longitude,
        text(&record.description),
        text(record.external.as_ref().map_or("", |external| &external.id)),
    ]
}

const ORDER_COLUMNS: [&str; 18] = [
    "id",
    "number",
    "category",
    "status",
    "title",
    "assignee",
    "created_at",
    "updated_at",
    "warn_at",
    "due_at",
    "agreed_from",
    "agreed_until",
    "address",
    "latitude",
    "longitude",
    "photos",
    "photos_arrived",
    "in_review",
];

async fn orders(tx: &mut dyn ReadTx, file: &Path) -> Result<u64> {
    let mut writer = begin(file, &ORDER_COLUMNS)?;
    let mut filter = OrderFilter {
        limit: AT_ONCE,
        ..OrderFilter::default()
    };
    let mut written = 0;
    loop {
        let (rows, _) = tx.order_list(&filter).await?;
        for row in &rows {
            writer.write_record(order_cells(row)).map_err(unwritten)?;
            written += 1;
        }
        let Some(last) = rows.last() else { break };
        filter.after = Some(After {
            at: last.created_at,
            id: last.id.0,
        });
    }
    writer.flush()?;
    Ok(written)
}

fn order_cells(row: &OrderRow) -> [String; 18] {
    let place = Place {
        address: row.address.clone(),
        position: row.position,
        detail: String::new(),
    };
    let [address, latitude, longitude] = place_cells(&place);
    [
        row.id.to_string(),
        row.number.to_string(),
        text(row.category.as_str()),
        row.status.code().to_owned(),
        text(&row.title),
        match row.assignee {
            Some(Assignee::Crew(crew)) => format!("crew:{crew}"),
            Some(Assignee::Worker(worker)) => format!("worker:{worker}"),
            None => String::new(),
        },
        time(Some(row.created_at)),
        time(Some(row.updated_at)),
        time(row.warn_at),
        time(row.due_at),
        time(row.appointment.map(|agreed| agreed.from)),
        time(row.appointment.map(|agreed| agreed.until)),
        address,
        latitude,
        longitude,
        row.photos.to_string(),
        row.photos_arrived.to_string(),
        row.in_review.to_string(),
    ]
}

fn begin(file: &Path, columns: &[&str]) -> Result<Writer<File>> {
    let mut writer = Writer::from_path(file).map_err(unwritten)?;
    writer.write_record(columns).map_err(unwritten)?;
    Ok(writer)
}

fn unwritten(error: csv::Error) -> Error {
    Error::File(error.into())
}

fn place_cells(place: &Place) -> [String; 3] {
    let degrees = |read: fn(&kuitti_shared::domain::Position) -> f64| {
        place
            .position
            .map_or_else(String::new, |position| read(&position).to_string())
    };
    [
        text(&place.address),
        degrees(kuitti_shared::domain::Position::latitude),
        degrees(kuitti_shared::domain::Position::longitude),
    ]
}

/// Text from outside. An office program would run a cell that begins like a formula; the apostrophe tells it that this is text.
fn text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// RFC 3339 in UTC.
fn time(at: Option<WallTime>) -> String {
    let at = at.and_then(|at| jiff::Timestamp::from_millisecond(at.0).ok());
    at.map_or_else(String::new, |at| at.to_string())
}

const fn channel(channel: IntakeChannel) -> &'static str {
    match channel {
        IntakeChannel::Web => "web",
        IntakeChannel::Phone => "phone",
        IntakeChannel::Import => "import",
        IntakeChannel::Field => "field",
    }
}

//! Orders as the worker sees them, decoded once: a list of hundreds is asked for after every tap, and one of them has changed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use rusqlite::Connection;
use rusqlite::types::{FromSql as _, ValueRef};

use super::Result;
use super::column::{self, Json};

/// What was decoded, beside its text: it holds as long as the text is the same, whoever wrote it.
#[derive(Debug, Default)]
pub(crate) struct Decoded(RefCell<HashMap<OrderId, Known>>);

#[derive(Debug)]
struct Known {
    text: Box<str>,
    aggregate: Rc<OrderAggregate>,
}

impl Decoded {
    /// Every order on the device as the worker sees it.
    pub(crate) fn all(&self, store: &Connection) -> Result<Vec<Rc<OrderAggregate>>> {
        let mut before = self.0.take();
        let mut now = HashMap::with_capacity(before.len());
        let mut all = Vec::with_capacity(before.len());
        let mut query = store.prepare_cached("SELECT id, document FROM view_order")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (id, document) = (column::get(row, 0)?, row.get_ref(1)?);
            let known = match before.remove(&id) {
                Some(known) if known.is_still(document) => known,
                _ => Known::read(document)?,
            };
            all.push(Rc::clone(&known.aggregate));
            now.insert(id, known);
        }
        self.0.replace(now);
        Ok(all)
    }
}

impl Known {
    fn read(document: ValueRef<'_>) -> Result<Self> {
        let Json(aggregate) = Json::column_result(document)?;
        Ok(Self {
            text: document.as_str()?.into(),
            aggregate: Rc::new(aggregate),
        })
    }

    fn is_still(&self, document: ValueRef<'_>) -> bool {
        document.as_str().is_ok_and(|text| *text == *self.text)
    }
}

//! Waking and waiting on one thread, without a runtime.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Poll, Waker};

use futures_util::future::{Either, select};

/// Rings for one waiter. A ring that nobody waits for is kept; several count as one.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    rung: Cell<bool>,
    waiter: RefCell<Option<Waker>>,
}

impl Bell {
    /// Wakes the waiter.
    pub(crate) fn ring(&self) {
        self.rung.set(true);
        if let Some(waiter) = self.waiter.take() {
            waiter.wake();
        }
    }

    /// Completes when the bell has rung since the last time.
    pub(crate) async fn rung(&self) {
        poll_fn(|context| {
            if self.rung.replace(false) {
                Poll::Ready(())
            } else {
                self.waiter.replace(Some(context.waker().clone()));
                Poll::Pending
            }
        })
        .await;
    }
}

/// What `work` gives, or none when `limit` completes first.
pub(crate) async fn either<T>(work: impl Future<Output = T>, limit: impl Future<Output = ()>) -> Option<T> {
    match select(pin!(work), pin!(limit)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(((), _)) => None,
    }
}

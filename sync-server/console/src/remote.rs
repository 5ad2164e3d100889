//! Something read from the server and kept up to date. The old value stays on the screen while a new one is on its way, and also when
//! reading fails: with its age, it is worth more than an empty screen.
use std::future::Future;

use dioxus::{core::Task, prelude::*};
use kuitti_shared::api::events::Topic;

use crate::{api::ApiError, live::use_live};

/// A value that lives on the server.
pub(crate) struct Remote<T: 'static> {
    value: Signal<Option<T>>,
    problem: Signal<Option<ApiError>>,
    /// The reading that is under way.
    task: Signal<Option<Task>>,
    /// Something changed while it was under way.
    dirty: Signal<bool>,
    again: Signal<u64>,
}

impl<T> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Remote<T> {}

impl<T> PartialEq for Remote<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Clone> Remote<T> {
    /// The value as last read.
    pub(crate) fn value(self) -> Option<T> {
        self.value.read().clone()
    }

    /// What went wrong at the last reading.
    pub(crate) fn problem(self) -> Option<ApiError> {
        self.problem.read().clone()
    }

    /// Reads it again.
    pub(crate) fn refresh(mut self) {
        *self.again.write() += 1;
    }

    fn store(mut self, answer: Result<T, ApiError>) {
        match answer {
            Ok(value) => {
                self.value.set(Some(value));
                self.problem.set(None);
            }
            Err(problem) => {
                self.problem.set(Some(problem));
            }
        }
    }

    /// Starts reading, in place of a reading for an old question.
    fn restart<F>(mut self, ask: impl Fn() -> F + 'static)
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        if let Some(old) = self.task.write().take() {
            old.cancel();
        }
        let task = spawn(async move {
            loop {
                self.dirty.set(false);
                let answer = ask().await;
                self.store(answer);
                if !*self.dirty.peek() {
                    break;
                }
            }
            self.task.set(None);
        });
        self.task.set(Some(task));
    }
}

/// Reads by `ask` now, again when `question` changes (an answer to the old question is dropped then), and again at every poke about
/// `topics`. However many pokes arrive during a reading, one more reading follows it.
pub(crate) fn use_remote<Q, T, F>(
    topics: &'static [Topic],
    question: impl Fn() -> Q + 'static,
    ask: impl Fn(Q) -> F + Copy + 'static,
) -> Remote<T>
where
    Q: Clone + PartialEq + 'static,
    T: Clone + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let live = use_live();
    let mut remote = Remote {
        value: use_signal(|| None),
        problem: use_signal(|| None),
        task: use_signal(|| None),
        dirty: use_signal(|| false),
        again: use_signal(|| 0),
    };
    let question = use_memo(question);
    use_effect(move || {
        let asked = question();
        remote.restart(move || ask(asked.clone()));
    });
    let mut seen = use_signal(|| None);
    use_effect(move || {
        let changes = (live.changes(topics), *remote.again.read());
        let before = seen.peek().unwrap_or(changes);
        seen.set(Some(changes));
        if changes == before {
            return;
        }
        if remote.task.peek().is_some() {
            remote.dirty.set(true);
        } else {
            let asked = question.peek().clone();
            remote.restart(move || ask(asked.clone()));
        }
    });
    remote
}

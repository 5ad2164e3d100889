//! An answer of the engine that stays up to date.

use std::ops::Deref;
use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_engine::protocol::{Problem, Reply, Request};

use super::phone::use_phone;

/// What the engine answered last; none before the first answer.
pub(super) type Answered<T> = Option<Result<T, Problem>>;

/// A large answer, or a list of one, handed from part to part of a screen without being copied.
pub(super) struct Shown<T: ?Sized>(Rc<T>);

impl<T: ?Sized> Clone for Shown<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> Deref for Shown<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Shown<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl<T: ?Sized> From<Box<T>> for Shown<T> {
    fn from(answer: Box<T>) -> Self {
        Self(answer.into())
    }
}

impl<T> FromIterator<T> for Shown<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Self(parts.into_iter().collect())
    }
}

/// Asks `request` now and again whenever what it is about looks different, or what `request` reads has changed.
///
/// The former answer stays until the new one is here, so that nothing flickers. One question is under way at a time: what
/// changes meanwhile is asked for once, after it.
pub(super) fn use_answer<T: PartialEq + 'static>(
    request: impl Fn() -> Request + 'static,
    read: fn(Reply) -> Option<T>,
) -> Signal<Answered<T>> {
    let phone = use_phone();
    let mut answer = use_signal(|| None);
    let mut next = use_hook(|| CopyValue::new(None::<Request>));
    let mut is_asking = use_hook(|| CopyValue::new(false));
    let wanted = use_memo(move || {
        let request = request();
        (phone.revisions.read().of(&request), request)
    });
    use_effect(move || {
        next.set(Some(wanted.read().1.clone()));
        if is_asking.replace(true) {
            return;
        }
        spawn(async move {
            while let Some(request) = next.take() {
                let news = match phone.ask(request).await {
                    Reply::Failed(problem) => Err(problem),
                    reply => read(reply).ok_or(Problem::NotPossible),
                };
                let is_news = answer.peek().as_ref() != Some(&news);
                if is_news {
                    answer.set(Some(news));
                }
            }
            is_asking.set(false);
        });
    });
    answer
}

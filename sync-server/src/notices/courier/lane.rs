//! The messages of one channel: as many on their way as its sender takes at once. What comes of some is written down while
//! others are on their way, in one commit with the next claims.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{FutureExt as _, join};
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use kuitti_shared::domain::NoticeChannel;
use kuitti_shared::unit::{Millis, WallTime};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{sleep, timeout};

use super::LONGEST_SLEEP;
use super::book::Book;
use super::claim::{Before, Claimed};
use super::record::Attempt;
use crate::app::AppState;
use crate::error::{Error, Result};
use crate::notices::sender::{Delivery, Known, Repetition, Sender, Senders};
use crate::notices::text::Message;
use crate::pokes::{Poke, PokeBatch};
use crate::ports::Clock;

/// How soon the storage is asked again after it failed.
const AFTER_A_FAILURE: Duration = Duration::from_secs(5);
/// How long a server that stops waits for what is on its way.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

type OnItsWay = Pin<Box<dyn Future<Output = Attempt> + Send>>;

/// One channel at work.
pub(super) struct Lane<'a> {
    app: &'a AppState,
    senders: &'a Senders,
    book: &'static dyn Book,
    channel: NoticeChannel,
    on_their_way: FuturesUnordered<OnItsWay>,
    /// What came of some, and is not written down yet.
    answers: Vec<Attempt>,
}

/// What a look at the storage found.
enum Found {
    /// Messages were due; there may be more.
    Due,
    /// Nothing is due before this.
    Nothing(Option<WallTime>),
    /// As much is on its way as the sender takes: nobody looked.
    NoRoom,
}

impl<'a> Lane<'a> {
    pub(super) fn new(
        app: &'a AppState,
        senders: &'a Senders,
        book: &'static dyn Book,
        channel: NoticeChannel,
    ) -> Self {
        Self {
            app,
            senders,
            book,
            channel,
            on_their_way: FuturesUnordered::new(),
            answers: Vec::new(),
        }
    }

    /// Until the server stops. What is on its way then may still arrive.
    pub(super) async fn keep(mut self) {
        let mut pokes = self.app.pokes.listen();
        let clock = &self.app.clock;
        loop {
            let wait = match self.book().await {
                Ok(Found::Due) => Duration::ZERO,
                Ok(Found::Nothing(next)) => pause(next, clock.now()),
                Ok(Found::NoRoom) => LONGEST_SLEEP,
                Err(error) => {
                    tracing::error!(code = error.code(), %error, "messages could not be sent");
                    AFTER_A_FAILURE
                }
            };
            let app = self.app;
            tokio::select! {
                () = self.next_answers(), if !self.on_their_way.is_empty() => {}
                () = sleep(wait) => {}
                () = heard(&mut pokes, &**clock, clock.now() + millis(wait)) => {}
                () = app.stopped() => break,
            }
        }
        if timeout(LAST_ANSWERS, self.finish()).await.is_err() {
            tracing::warn!("the server stops before it knows what came of some messages");
        }
    }

    /// Until nothing is due and nothing on its way. Says when the next message is due.
    pub(super) async fn drain(mut self) -> Result<Option<WallTime>> {
        loop {
            match self.book().await {
                Ok(Found::Nothing(next)) if self.is_idle() => return Ok(next),
                Ok(Found::Due) => {}
                Ok(_) => self.next_answers().await,
                Err(error) => {
                    self.finish().await;
                    return Err(error);
                }
            }
        }
    }

    fn is_idle(&self) -> bool {
        self.on_their_way.is_empty() && self.answers.is_empty()
    }

    /// Writes down what came, and claims what there is room for, while the rest is on its way.
    async fn book(&mut self) -> Result<Found> {
        let answers = std::mem::take(&mut self.answers);
        let (app, book, channel) = (self.app, self.book, self.channel);
        let booked = {
            let claiming = claim(app, self.senders, book, channel, self.room());
            let mut booking = pin!(join(book.record(app, &answers), claiming));
            loop {
                tokio::select! {
                    biased;
                    booked = &mut booking => break booked,
                    Some(answer) = self.on_their_way.next(), if !self.on_their_way.is_empty() => self.answers.push(answer),
                }
            }
        };
        let (recorded, claimed) = booked;
        let found = claimed.map(|looked| match looked {
            Looked::Claimed(claimed) => {
                self.send(claimed);
                Found::Due
            }
            Looked::Nothing(next) => Found::Nothing(next),
            Looked::NoRoom => Found::NoRoom,
        });
        if let Err(error) = recorded {
            // Nothing of it was written down: it is tried again.
            self.answers.extend(answers);
            return Err(error);
        }
        found
    }

    fn room(&self) -> usize {
        let at_once = self.senders.of(self.channel).map_or(1, |sender| sender.at_once());
        at_once.saturating_sub(self.on_their_way.len())
    }

    /// Sets off what was claimed.
    fn send(&self, claimed: Claimed) {
        if let Some(sender) = self.senders.of(self.channel) {
            for leased in claimed.leased {
                let sender = Arc::clone(&sender);
                self.on_their_way.push(Box::pin(async move {
                    Attempt {
                        notice: leased.message.notice,
                        request: leased.request,
                        number: leased.number,
                        delivery: hand_over(&*sender, &leased.message, leased.before).await,
                        repetition: sender.repetition(),
                    }
                }));
            }
        }
    }

    /// Waits for an answer and takes those that came with it.
    async fn next_answers(&mut self) {
        let mut answer = self.on_their_way.next().await;
        while let Some(came) = answer {
            self.answers.push(came);
            answer = self.on_their_way.next().now_or_never().flatten();
        }
    }

    /// Waits for what is on its way and writes it down; nothing new leaves.
    async fn finish(&mut self) {
        while !self.on_their_way.is_empty() {
            self.next_answers().await;
        }
        let answers = std::mem::take(&mut self.answers);
        if let Err(error) = self.book.record(self.app, &answers).await {
            note(&error);
        }
    }
}

/// What came of a look at what is due.
enum Looked {
    Claimed(Claimed),
    Nothing(Option<WallTime>),
    NoRoom,
}

/// What may leave, where there is room. A reader is asked first, so that nobody takes the writer in vain.
async fn claim(
    app: &AppState,
    senders: &Senders,
    book: &dyn Book,
    channel: NoticeChannel,
    room: usize,
) -> Result<Looked> {
    if room == 0 {
        return Ok(Looked::NoRoom);
    }
    let next = book.next_due(app, channel).await?;
    if next.is_none_or(|next| next > app.clock.now()) {
        return Ok(Looked::Nothing(next));
    }
    let claimed = book.claim(app, senders, channel, room).await?;
    if claimed.looked_at == 0 {
        // Another process was faster.
        return Ok(Looked::Nothing(book.next_due(app, channel).await?));
    }
    Ok(Looked::Claimed(claimed))
}

fn note(error: &Error) {
    tracing::error!(code = error.code(), %error, "what came of some messages could not be written down");
}

async fn hand_over(sender: &dyn Sender, message: &Message, before: Before) -> Delivery {
    if before == Before::Unknown && sender.repetition() == Repetition::CanBeAsked {
        match sender.ask(message).await {
            Known::There(delivery) => return delivery,
            Known::NotSaid { reason } => return Delivery::Unknown { reason },
            Known::Missing => {}
        }
    }
    sender.send(message).await
}

/// Waits until somebody says that messages may be due before the lane looks anyway.
async fn heard(pokes: &mut Receiver<PokeBatch>, clock: &dyn Clock, next_look: WallTime) {
    let concerns = |poke: &Poke| match poke {
        Poke::Notices | Poke::Anything => true,
        // A clock that was put forward has passed the next look, and the timer does not know.
        Poke::Due { at } => *at < next_look || clock.now() >= next_look,
        _ => false,
    };
    loop {
        match pokes.recv().await {
            Ok(batch) if batch.iter().any(concerns) => return,
            Ok(_) => {}
            // Something was missed: look.
            Err(RecvError::Lagged(_)) => return,
            // Nobody is left to say so; the timer and the end of the server remain.
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

fn millis(duration: Duration) -> Millis {
    Millis(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX))
}

fn pause(next: Option<WallTime>, now: WallTime) -> Duration {
    let until = next.map_or(LONGEST_SLEEP, |next| {
        Duration::from_millis(u64::try_from((next - now).0).unwrap_or_default())
    });
    until.min(LONGEST_SLEEP)
}

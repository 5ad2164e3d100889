//! The session, kept up. It is bound by one task; whoever sends takes the client that this task shows, and a place in the
//! window, so that the message centre never has more parts to answer than it agreed to.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::str::FromStr as _;
use std::task::Poll;
use std::time::{Duration, Instant};

use futures_util::{Stream, StreamExt as _};
use kuitti_sms::{Encoding, Part, Tables};
use rusmpp::pdus::{BindTransceiver, DeliverSm, DeliverSmResp, SubmitSm};
use rusmpp::types::COctetString;
use rusmpp::values::InterfaceVersion;
use rusmpp::{Command, CommandStatus, Pdu};
use rusmppc::{Client, ConnectionBuilder, Event};
use tokio::sync::{Mutex, Semaphore, watch};
use tokio::time::{interval, sleep, timeout};

use super::deliver::{self, Brought, Parts};
use super::settings::{Sender, Settings, Tls, WrongSettings};
use super::submit::{self, Answer};
use crate::dial::{Protection, dial};
use crate::report::{Incoming, Receiver, Submission, reference};

/// How long a message waits for a session that is just being made.
const FOR_A_SESSION: Duration = Duration::from_secs(3);
/// Longer than any message may take, and shorter than whoever sends leases it.
const FOR_A_MESSAGE: Duration = Duration::from_secs(90);
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// A session that lived so long was a good one: the next is made at once.
const GOOD_SESSION: Duration = Duration::from_secs(30);
/// How often a busy message centre is asked again before the message itself waits.
const PATIENCE_WHEN_BUSY: [Duration; 4] = [
    Duration::from_millis(100),
    Duration::from_millis(300),
    Duration::from_millis(900),
    Duration::from_millis(2_700),
];
/// Receipts and texts that are stored side by side.
const TOGETHER: usize = 32;
/// How often a connection is looked at, whatever wakes it, and how soon again.
const LOOKS: usize = 16;
const SOON: Duration = Duration::from_millis(20);

/// A session with a message centre.
pub struct Smpp {
    settings: Settings,
    sender: Sender,
    session: watch::Sender<Option<Client>>,
    window: Semaphore,
}

impl Smpp {
    /// A session that is not there yet; [`Self::keep`] makes it.
    ///
    /// # Errors
    /// When the settings cannot work.
    pub fn new(settings: Settings) -> Result<Self, WrongSettings> {
        Ok(Self {
            sender: settings.checked()?,
            window: Semaphore::new(settings.window.into()),
            session: watch::Sender::new(None),
            settings,
        })
    }

    /// Parts that may be on their way at once, without an answer.
    #[must_use]
    pub const fn window(&self) -> u16 {
        self.settings.window
    }

    /// Keeps a session up and hands over what comes, until `stopped`.
    pub async fn keep(&self, receiver: &dyn Receiver, stopped: impl Future<Output = ()>) {
        tokio::select! {
            () = self.again_and_again(receiver) => {}
            () = stopped => self.close().await,
        }
    }

    async fn again_and_again(&self, receiver: &dyn Receiver) {
        let mut pause = FIRST_PAUSE;
        loop {
            let begun = Instant::now();
            if let Err(reason) = self.one_session(receiver).await {
                tracing::warn!(reason, "no session with the message centre");
            }
            if begun.elapsed() > GOOD_SESSION {
                pause = FIRST_PAUSE;
            }
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn one_session(&self, receiver: &dyn Receiver) -> Result<(), String> {
        let settings = &self.settings;
        let protection = match settings.tls {
            Tls::None => Protection::None,
            Tls::Tls => Protection::Tls(settings.authority.as_deref()),
        };
        let stream = dial(&settings.host, settings.port, protection).await;
        let stream = stream.map_err(|error| error.to_string())?;
        let builder = ConnectionBuilder::new()
            .enquire_link_interval(self.settings.enquiry())
            .enquire_link_response_timeout(self.settings.patience())
            .response_timeout(self.settings.patience())
            // We speak 3.4, which the library would take for a mistake.
            .disable_interface_version_check();
        let (client, events, connection) = builder.no_spawn().connected(stream);
        let connection = tokio::spawn(drive(connection));
        let bound = client.bind_transceiver(self.bind()?).await;
        if let Err(error) = bound {
            connection.abort();
            return Err(refusal(&error));
        }
        tracing::info!("bound to the message centre");
        self.session.send_replace(Some(client.clone()));
        self.listen(&client, events, receiver).await;
        self.session.send_replace(None);
        tracing::warn!("the session with the message centre ended");
        Ok(())
    }

    fn bind(&self) -> Result<BindTransceiver, String> {
        fn text<const MOST: usize>(written: &str) -> Result<COctetString<1, MOST>, String> {
            COctetString::from_str(written).map_err(|error| error.to_string())
        }
        Ok(BindTransceiver::builder()
            .system_id(text(&self.settings.system_id)?)
            .password(text(&self.settings.password)?)
            .system_type(text(&self.settings.system_type)?)
            .interface_version(InterfaceVersion::Smpp3_4)
            .build())
    }

    /// Until the session ends.
    async fn listen(&self, client: &Client, events: impl Stream<Item = Event>, receiver: &dyn Receiver) {
        let texts = Mutex::new(Parts::default());
        let handled = events.for_each_concurrent(TOGETHER, |event| async {
            match event {
                Event::Incoming(command) => self.incoming(client, command, &texts, receiver).await,
                Event::Error(error) => tracing::warn!(%error, "the message centre cannot be understood"),
            }
        });
        handled.await;
    }

    async fn incoming(
        &self,
        client: &Client,
        command: Command,
        texts: &Mutex<Parts>,
        receiver: &dyn Receiver,
    ) {
        let number = command.sequence_number();
        let answered = match command.pdu() {
            Some(Pdu::DeliverSm(delivered)) => {
                let status = self.take(delivered, texts, receiver).await;
                let answer = client.status(status);
                answer.deliver_sm_resp(number, DeliverSmResp::default()).await
            }
            Some(Pdu::Unbind) => match client.unbind_resp(number).await {
                Ok(()) => client.close().await,
                failed => failed,
            },
            // An answer that came after its patience ended.
            Some(Pdu::SubmitSmResp(_) | Pdu::EnquireLinkResp | Pdu::GenericNack) | None => Ok(()),
            Some(_) => {
                let unknown = client.status(CommandStatus::EsmeRinvcmdid);
                unknown.generic_nack(number).await
            }
        };
        if answered.is_err() {
            tracing::debug!("the session ended before an answer");
        }
    }

    /// Texts are taken one after the other: "stop" and "start" have a sequence.
    async fn take(
        &self,
        delivered: &DeliverSm,
        texts: &Mutex<Parts>,
        receiver: &dyn Receiver,
    ) -> CommandStatus {
        let taken = match deliver::read(delivered, self.settings.receipt_ids) {
            Brought::Receipt(receipt) => receiver.take(Incoming::Receipt(receipt)).await,
            Brought::Part(from, chain, text) => {
                let mut parts = texts.lock().await;
                match parts.add(from, chain, text) {
                    Some(whole) => receiver.take(whole).await,
                    None => Ok(()),
                }
            }
        };
        taken.map_or(CommandStatus::EsmeRxTAppn, |()| CommandStatus::EsmeRok)
    }

    /// Sends a text to a phone (E.164). `mark` tells the parts of this text from those of another to the same phone, and has
    /// to be the same at every attempt, so that the phone puts parts of two attempts together.
    pub async fn send(&self, to: &str, text: &str, tables: Tables, mark: u8) -> Submission {
        let sms = match kuitti_sms::write(text, tables, mark) {
            Ok(sms) => sms,
            Err(too_long) => {
                let reason = too_long.to_string();
                return Submission::Refused { reason };
            }
        };
        let sending = self.send_parts(to, sms.encoding, &sms.parts);
        timeout(FOR_A_MESSAGE, sending)
            .await
            .unwrap_or_else(|_| Submission::Unknown {
                reason: "the message centre takes too long".to_owned(),
            })
    }

    async fn send_parts(&self, to: &str, encoding: Encoding, parts: &[Part]) -> Submission {
        let digits = to.trim_start_matches('+');
        let mut references = Vec::with_capacity(parts.len());
        for part in parts {
            let Some(submit) = submit::part(&self.sender, digits, encoding, part) else {
                let reason = "the number cannot be written in SMPP".to_owned();
                return Submission::Refused { reason };
            };
            match self.send_part(submit).await {
                Answer::Taken(id) => references.push(reference(&id)),
                Answer::Refused(reason) => return Submission::Refused { reason },
                Answer::Unknown(reason) => return Submission::Unknown { reason },
                Answer::Busy(reason) | Answer::Later(reason) => return Submission::Later { reason },
            }
        }
        Submission::Taken { references }
    }

    async fn send_part(&self, submit: SubmitSm) -> Answer {
        let mut answer = self.try_part(submit.clone()).await;
        for pause in PATIENCE_WHEN_BUSY {
            if !matches!(answer, Answer::Busy(_)) {
                break;
            }
            sleep(pause).await;
            answer = self.try_part(submit.clone()).await;
        }
        answer
    }

    async fn try_part(&self, submit: SubmitSm) -> Answer {
        let unreachable = || Answer::Later("the message centre cannot be reached".to_owned());
        let Some(client) = self.client().await else {
            return unreachable();
        };
        // Never closed, so that there always is a place in the end.
        let Ok(_place) = self.window.acquire().await else {
            return unreachable();
        };
        if !client.is_active() {
            return unreachable();
        }
        match client.submit_sm(submit).await {
            Ok(answer) => Answer::Taken(answer.message_id().as_str().to_owned()),
            Err(error) => submit::failure(&error, &self.settings.refused_statuses),
        }
    }

    async fn client(&self) -> Option<Client> {
        let mut sessions = self.session.subscribe();
        let there = sessions.wait_for(Option::is_some);
        timeout(FOR_A_SESSION, there).await.ok()?.ok()?.clone()
    }

    /// Ends the session as the protocol asks.
    async fn close(&self) {
        let Some(client) = self.session.send_replace(None) else {
            return;
        };
        let politely = async {
            let _ = client.unbind().await;
            let _ = client.close_and_wait().await;
        };
        let _ = timeout(Duration::from_secs(2), politely).await;
    }
}

/// The library does a little at each look, and when more was asked of it at once, it leaves the rest until something else
/// wakes it: an answer to a receipt then waits for half a minute. So it gets many looks, and one more soon.
async fn drive(connection: impl Future<Output = ()>) {
    let mut connection = pin!(connection);
    let mut soon = interval(SOON);
    poll_fn(|context| {
        for _ in 0..LOOKS {
            if connection.as_mut().poll(context).is_ready() {
                return Poll::Ready(());
            }
        }
        while soon.poll_tick(context).is_ready() {}
        Poll::Pending
    })
    .await;
}

fn refusal(error: &rusmppc::error::Error) -> String {
    match error {
        rusmppc::error::Error::UnexpectedResponse { response } => {
            format!("the message centre refuses us: {:?}", response.status())
        }
        other => other.to_string(),
    }
}

//! E-mail by SMTP (RFC 5321). The `Message-ID` is made from the notice and stays the same at every attempt, so that
//! mailboxes recognise a repetition; `Auto-Submitted` (RFC 3834) keeps holiday answers away; `List-Unsubscribe` (RFC 8058) lets
//! a mailbox offer to stop with one click.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use kuitti_channels::http::is_strong;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransportBuilder;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{Error as SmtpError, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message as Mail, Tokio1Executor};

use super::{Delivery, Repetition, Sender};
use crate::config::{Config, SmtpConfig, SmtpTls};
use crate::error::{Error, Result};
use crate::notices::text::Message;

const TIMEOUT: Duration = Duration::from_secs(20);
const CONNECTIONS: u32 = 4;

/// Sends e-mail.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// The right side of message ids.
    domain: String,
}

impl Smtp {
    /// A sender for these settings.
    ///
    /// # Errors
    /// When the sender's address or the host cannot be used.
    pub fn new(smtp: &SmtpConfig, config: &Config) -> Result<Self> {
        let from: Mailbox = smtp
            .from
            .parse()
            .map_err(|error| Error::Internal(format!("smtp.from {:?}: {error}", smtp.from)))?;
        if !smtp.bounce_secret.is_empty() && !is_strong(&smtp.bounce_secret) {
            let wrong = "smtp.bounce_secret must be at least 20 letters and digits: whoever knows it can bring mails back";
            return Err(Error::Internal(wrong.to_owned()));
        }
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
            .port(smtp.port)
            .tls(tls(smtp)?)
            .timeout(Some(TIMEOUT))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS));
        transport = log_in(transport, smtp);
        Ok(Self {
            transport: transport.build(),
            from,
            domain: host(&config.public_url).to_owned(),
        })
    }

    fn mail(&self, message: &Message) -> Result<Mail, String> {
        let to: Mailbox = message
            .to
            .parse()
            .map_err(|_| "the address cannot be written to".to_owned())?;
        let millis = u64::try_from(message.at.0).unwrap_or_default();
        let date: SystemTime = UNIX_EPOCH + Duration::from_millis(millis);
        let mut mail = Mail::builder();
        if let Some(address) = &message.unsubscribe {
            mail = mail.header(ListUnsubscribe(address.clone()));
            // Mailboxes ask without a person only where nobody can listen.
            if address.starts_with("https://") {
                mail = mail.header(OneClick);
            }
        }
        let mail = mail
            .from(self.from.clone())
            .to(to)
            .subject(message.subject.clone().unwrap_or_default())
            .date(date)
            .message_id(Some(format!("<{}@{}>", message.notice, self.domain)))
            .header(AutoSubmitted);
        let built = match &message.html {
            Some(html) => mail.multipart(MultiPart::alternative_plain_html(
                message.text.clone(),
                html.clone(),
            )),
            None => mail.singlepart(SinglePart::plain(message.text.clone())),
        };
        built.map_err(|error| error.to_string())
    }
}

#[async_trait]
impl Sender for Smtp {
    fn repetition(&self) -> Repetition {
        Repetition::Harmless
    }

    async fn send(&self, message: &Message) -> Delivery {
        let mail = match self.mail(message) {
            Ok(mail) => mail,
            Err(reason) => return Delivery::Refused { reason },
        };
        match self.transport.send(mail).await {
            Ok(response) => Delivery::Sent {
                reference: response.message().collect::<Vec<_>>().join(" "),
            },
            Err(error) => delivery(&error),
        }
    }
}

/// A refusal for good is about the recipient or the mail. What is about the account, or about the moment, may pass.
fn delivery(error: &SmtpError) -> Delivery {
    let code = error.status().map(u16::from);
    let reason = code.map_or_else(
        || "the mail server cannot be reached".to_owned(),
        |code| format!("SMTP {code}"),
    );
    let account = matches!(code, Some(530 | 534 | 535 | 538));
    if error.is_permanent() && !account {
        Delivery::Refused { reason }
    } else if code.is_some() || error.is_client() {
        Delivery::Later { reason }
    } else {
        Delivery::Unknown { reason }
    }
}

fn tls(smtp: &SmtpConfig) -> Result<Tls> {
    let parameters = || {
        TlsParameters::new(smtp.host.clone())
            .map_err(|error| Error::Internal(format!("smtp.host {:?}: {error}", smtp.host)))
    };
    Ok(match smtp.tls {
        SmtpTls::StartTls => Tls::Required(parameters()?),
        SmtpTls::Opportunistic => Tls::Opportunistic(parameters()?),
        SmtpTls::Tls => Tls::Wrapper(parameters()?),
        SmtpTls::None => Tls::None,
    })
}

fn log_in(transport: AsyncSmtpTransportBuilder, smtp: &SmtpConfig) -> AsyncSmtpTransportBuilder {
    match (&smtp.user, &smtp.password) {
        (Some(user), Some(password)) => {
            transport.credentials(Credentials::new(user.clone(), password.clone()))
        }
        _ => transport,
    }
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':'])
        .next()
        .filter(|host| !host.is_empty())
        .unwrap_or("localhost")
}

/// Says that no person wrote it.
#[derive(Debug, Clone, Copy)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Where to say that no more are wanted.
#[derive(Debug, Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.trim_matches(['<', '>']).to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

/// One request there is enough.
#[derive(Debug, Clone, Copy)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_address_is_found() {
        for (url, expected) in [
            ("https://town.example", "town.example"),
            ("http://localhost:8080/kuitti", "localhost"),
            ("", "localhost"),
        ] {
            assert_eq!(host(url), expected);
        }
    }
}

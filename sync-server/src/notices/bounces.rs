//! Mails that came back: the town's mail server hands over what it got instead of an answer (RFC 3464). Which message it was
//! says the `Message-ID` of the mail that it encloses; it is made from the notice.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kuitti_shared::domain::{NoticeChannel, NoticeState};
use kuitti_shared::id::NoticeId;
use mail_parser::{Message, MessageParser, MimeHeaders as _, PartType};
use uuid::Uuid;

use super::receipts;
use super::webhook::is_secret;
use crate::act::Actor;
use crate::app::{App, AppState};
use crate::error::Result;
use crate::pokes::Poke;

/// What came back for good.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Bounce {
    notice: NoticeId,
    reason: String,
}

/// What became of a mail that was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// It is kept, or says nothing about a message of ours.
    Yes,
    /// Nobody has written down yet that the message left: it has to come again.
    TooEarly,
}

/// `POST /gateways/mail/SECRET/bounces`: a whole mail as it came.
pub(super) async fn bounced(
    State(app): State<AppState>,
    Path(secret): Path<String>,
    mail: Bytes,
) -> StatusCode {
    let smtp = app.config.smtp.as_ref();
    if !smtp.is_some_and(|smtp| is_secret(&smtp.bounce_secret, &secret)) {
        return StatusCode::NOT_FOUND;
    }
    let taken = match read(&mail) {
        Some(bounce) => take(&app, bounce).await,
        None => Ok(Taken::Yes),
    };
    match taken {
        Ok(Taken::Yes) => StatusCode::OK,
        Ok(Taken::TooEarly) => StatusCode::SERVICE_UNAVAILABLE,
        Err(error) => {
            tracing::error!(code = error.code(), %error, "a mail that came back could not be kept");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

async fn take(app: &App, bounce: Bounce) -> Result<Taken> {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    let found = tx.notice(bounce.notice).await?;
    let Some(mut notice) = found.filter(|notice| notice.channel == NoticeChannel::Email) else {
        return Ok(Taken::Yes);
    };
    match notice.state {
        NoticeState::Leased => return Ok(Taken::TooEarly),
        NoticeState::Sent | NoticeState::Uncertain => {}
        _ => return Ok(Taken::Yes),
    }
    let reason = bounce.reason;
    notice.state = NoticeState::Failed { reason };
    notice.due_at = None;
    notice.updated_at = act.now;
    tx.put_notice(&notice).await?;
    receipts::tell_otherwise(&mut *tx, &notice, &act).await?;
    tx.poke(Poke::Request {
        request: notice.request,
    });
    tx.commit().await?;
    Ok(Taken::Yes)
}

/// A mail that says that another failed for good, and which; a delay and an answer from a person say no such thing.
fn read(mail: &[u8]) -> Option<Bounce> {
    let mail = MessageParser::default().parse(mail)?;
    let report = mail
        .parts
        .iter()
        .find(|part| is(part, "message", "delivery-status"))?;
    let report = String::from_utf8_lossy(report.contents());
    let field = |name: &str| report.lines().find_map(|line| value(line, name));
    if !field("Action")?.eq_ignore_ascii_case("failed") {
        return None;
    }
    let status = field("Status").unwrap_or_default();
    Some(Bounce {
        notice: enclosed(&mail)?,
        reason: format!("came back {status}").trim_end().to_owned(),
    })
}

/// The notice of the mail that is enclosed, as a whole or with its headers alone.
fn enclosed(mail: &Message<'_>) -> Option<NoticeId> {
    mail.parts.iter().find_map(|part| match &part.body {
        PartType::Message(original) => notice_of(original.message_id()?),
        _ if is(part, "text", "rfc822-headers") => {
            let headers = String::from_utf8_lossy(part.contents()).into_owned();
            headers
                .lines()
                .find_map(|line| value(line, "Message-ID").and_then(notice_of))
        }
        _ => None,
    })
}

fn is(part: &mail_parser::MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type()
        .is_some_and(|found| found.ctype() == kind && found.subtype() == Some(subtype))
}

fn value<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (found, value) = line.split_once(':')?;
    found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
}

fn notice_of(message_id: &str) -> Option<NoticeId> {
    let (id, _) = message_id.trim_matches(['<', '>']).split_once('@')?;
    Uuid::try_parse(id).ok().map(NoticeId)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: NoticeId = NoticeId(Uuid::from_u128(7));

    /// As Postfix writes it; `status` is the second part, `original` the third.
    fn mail(status: &str, kind: &str, original: &str) -> Vec<u8> {
        let text = format!(
            "From: MAILER-DAEMON@town.example\nTo: kuitti@town.example\nSubject: Undelivered\nMIME-Version: 1.0\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
             --b\nContent-Type: text/plain\n\nIt could not be delivered.\n\n\
             --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.town.example\n\n\
             Final-Recipient: rfc822; liisa@example.fi\n{status}\n\n\
             --b\nContent-Type: {kind}\n\n{original}\n--b--\n"
        );
        text.replace('\n', "\r\n").into_bytes()
    }

    fn original() -> String {
        format!(
            "From: kuitti@town.example\nMessage-ID: <{NOTICE}@town.example>\nSubject: Done\n\nIt is done."
        )
    }

    #[test]
    fn a_mail_that_came_back_names_its_message_and_why() {
        let failed = "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user";
        let bounce = Some(Bounce {
            notice: NOTICE,
            reason: "came back 5.1.1".to_owned(),
        });
        for kind in ["message/rfc822", "text/rfc822-headers"] {
            assert_eq!(read(&mail(failed, kind, &original())), bounce, "{kind}");
        }
    }

    #[test]
    fn what_is_no_end_and_what_is_not_ours_says_nothing() {
        let delayed = "Action: delayed\nStatus: 4.4.1";
        let failed = "Action: failed\nStatus: 5.1.1";
        let foreign = "Message-ID: <42@elsewhere.example>\n\nHello";
        assert_eq!(read(&mail(delayed, "message/rfc822", &original())), None);
        assert_eq!(read(&mail(failed, "message/rfc822", foreign)), None);
        assert_eq!(read(original().as_bytes()), None, "a mail of a person");
        assert_eq!(read(b""), None);
        assert_eq!(read(&[0xff; 4_096]), None);
    }
}

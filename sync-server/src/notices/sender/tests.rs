//! E-mail against a small mail server in this process: what it gets, and what becomes of each way to refuse.

use std::sync::{Arc, Mutex};

use kuitti_shared::domain::{Language, NoticeChannel};
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

use super::{Delivery, Sender, Smtp};
use crate::config::{Config, SmtpConfig, SmtpTls};
use crate::notices::text::Message;

/// How the mail server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behaviour {
    Takes,
    RefusesRecipient,
    IsBusy,
    HangsUpAfterTheDot,
    WantsPassword,
}

/// A mail server that keeps what it gets.
struct MailServer {
    port: u16,
    mails: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    async fn open(behaviour: Behaviour) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let mails = Arc::<Mutex<Vec<String>>>::default();
        let kept = Arc::clone(&mails);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, behaviour, Arc::clone(&kept)));
            }
        });
        Self { port, mails }
    }

    fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }
}

async fn serve(stream: TcpStream, behaviour: Behaviour, mails: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 sink\r\n").await.ok()?;
    loop {
        let line = lines.next_line().await.ok()??;
        let verb = line
            .split([' ', ':'])
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let answer = match (verb.as_str(), behaviour) {
            ("MAIL", Behaviour::WantsPassword) => "530 log in first",
            ("RCPT", Behaviour::RefusesRecipient) => "550 no such mailbox",
            ("RCPT", Behaviour::IsBusy) => "450 busy",
            ("DATA", _) => {
                writer.write_all(b"354 go on\r\n").await.ok()?;
                let mut mail = String::new();
                loop {
                    let line = lines.next_line().await.ok()??;
                    if line == "." {
                        break;
                    }
                    mail.push_str(&line);
                    mail.push('\n');
                }
                mails.lock().unwrap().push(mail);
                if behaviour == Behaviour::HangsUpAfterTheDot {
                    return None;
                }
                "250 kept as 42"
            }
            _ => "250 fine",
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
}

fn settings(port: u16) -> SmtpConfig {
    SmtpConfig {
        host: "127.0.0.1".to_owned(),
        port,
        from: "Town <kuitti@town.example>".to_owned(),
        user: None,
        password: None,
        tls: SmtpTls::None,
        bounce_secret: String::new(),
    }
}

fn sender(port: u16) -> Smtp {
    let config = Config {
        public_url: "https://town.example".to_owned(),
        ..Config::default()
    };
    Smtp::new(&settings(port), &config).unwrap()
}

fn message(to: &str) -> Message {
    Message {
        about: None,
        notice: NoticeId(Uuid::from_u128(7)),
        channel: NoticeChannel::Email,
        to: to.to_owned(),
        language: Language::En,
        at: WallTime(1_795_161_600_000),
        leaves_at: WallTime(1_795_161_600_000),
        subject: Some("Done: Street lamp".to_owned()),
        text: "It is done.".to_owned(),
        html: Some("<p>It is done.</p>".to_owned()),
        unsubscribe: Some("https://town.example/t/7KQ2/quiet?channel=email".to_owned()),
    }
}

async fn send(behaviour: Behaviour) -> (Delivery, Vec<String>) {
    let server = MailServer::open(behaviour).await;
    let delivery = sender(server.port).send(&message("liisa@example.fi")).await;
    (delivery, server.mails())
}

#[tokio::test]
async fn a_mail_says_what_it_is_and_is_the_same_at_every_attempt() {
    let server = MailServer::open(Behaviour::Takes).await;
    let sender = sender(server.port);
    for _ in 0..2 {
        let delivery = sender.send(&message("liisa@example.fi")).await;
        let reference = "kept as 42".to_owned();
        assert_eq!(delivery, Delivery::Sent { reference });
    }
    let mails = server.mails();
    for mail in &mails {
        for header in [
            "From: Town <kuitti@town.example>",
            "To: liisa@example.fi",
            "Subject: Done: Street lamp",
            "Message-ID: <00000000-0000-0000-0000-000000000007@town.example>",
            "Auto-Submitted: auto-generated",
            "Date: Fri, 20 Nov 2026 08:00:00 +0000",
            "List-Unsubscribe: <https://town.example/t/7KQ2/quiet?channel=email>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "multipart/alternative",
        ] {
            assert!(mail.contains(header), "{header} in {mail}");
        }
        assert!(
            mail.contains("It is done.") && mail.contains("<p>It is done.</p>"),
            "{mail}"
        );
    }
    assert_eq!(mails.len(), 2);
}

#[tokio::test]
async fn a_recipient_that_does_not_exist_is_refused_for_good() {
    let (delivery, mails) = send(Behaviour::RefusesRecipient).await;
    let reason = "SMTP 550".to_owned();
    assert_eq!((delivery, mails.len()), (Delivery::Refused { reason }, 0));
    let server = MailServer::open(Behaviour::Takes).await;
    let injected = message("liisa@example.fi\r\nBcc: all@example.fi");
    assert!(matches!(
        sender(server.port).send(&injected).await,
        Delivery::Refused { .. }
    ));
    assert_eq!(server.mails(), Vec::<String>::new());
}

#[tokio::test]
async fn a_busy_server_and_a_wrong_password_may_pass() {
    let reason = |code: &str| Delivery::Later {
        reason: format!("SMTP {code}"),
    };
    assert_eq!(send(Behaviour::IsBusy).await.0, reason("450"));
    assert_eq!(send(Behaviour::WantsPassword).await.0, reason("530"));
}

#[tokio::test]
async fn when_the_server_hangs_up_nobody_knows() {
    let (delivery, mails) = send(Behaviour::HangsUpAfterTheDot).await;
    assert!(matches!(delivery, Delivery::Unknown { .. }), "{delivery:?}");
    assert_eq!(mails.len(), 1, "it may well have arrived");
    let nobody_listens = sender(1).send(&message("liisa@example.fi")).await;
    assert!(
        matches!(nobody_listens, Delivery::Unknown { .. }),
        "{nobody_listens:?}"
    );
}

#[tokio::test]
async fn a_secret_that_can_be_guessed_is_named() {
    let config = |bounce_secret: &str| SmtpConfig {
        bounce_secret: bounce_secret.to_owned(),
        ..settings(25)
    };
    let wrong = |secret: &str| Smtp::new(&config(secret), &Config::default()).err();
    assert!(wrong("").is_none() && wrong("abcdefghij0123456789").is_none());
    let named = wrong("secret").unwrap().to_string();
    assert!(named.contains("smtp.bounce_secret"), "{named}");
}

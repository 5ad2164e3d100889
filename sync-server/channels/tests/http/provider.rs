//! A provider that remembers what it was asked, and answers as it was told to.

use std::path::Path;
use std::sync::{Arc, Mutex};

use figment::Figment;
use figment::providers::{Format as _, Toml};
use kuitti_channels::http::{Gateway, Settings};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A request as it came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) line: String,
    pub(crate) headers: Vec<String>,
    pub(crate) body: String,
}

/// What it says: status and body, in this sequence; `None` hangs up.
type Answers = Vec<Option<(u16, &'static str)>>;

pub(crate) struct Provider {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Provider {
    pub(crate) async fn saying(mut answers: Answers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::<Mutex<Vec<Asked>>>::default();
        let kept = Arc::clone(&asked);
        tokio::spawn(async move {
            answers.reverse();
            while let Some(answer) = answers.pop() {
                let (stream, _) = listener.accept().await.unwrap();
                serve(stream, answer, &kept).await;
            }
        });
        Self { port, asked }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// The example of this name, with its secrets, and this provider in the place of its own.
    pub(crate) fn described(&self, name: &str) -> Gateway {
        let mut settings = example(name);
        let here = format!("http://127.0.0.1:{}", self.port);
        for url in [
            Some(&mut settings.send.url),
            settings.lookup.as_mut().map(|lookup| &mut lookup.request.url),
            settings
                .receipts
                .as_mut()
                .and_then(|receipts| receipts.poll.as_mut())
                .map(|poll| &mut poll.request.url),
        ] {
            let Some(url) = url else { continue };
            let path = url.splitn(4, '/').nth(3).unwrap();
            *url = format!("{here}/{path}");
        }
        Gateway::new(
            settings,
            "https://town.example/gateways/sms/x/receipts".to_owned(),
        )
        .unwrap()
    }
}

/// An example as it stands, with secrets.
pub(crate) fn example(name: &str) -> Settings {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs/gateways")
        .join(name);
    let read = Figment::from(Toml::file_exact(file));
    let mut settings: Settings = read.focus("sms.http").extract().unwrap();
    settings.password = "hush & \"more\"".to_owned();
    settings.key = "k3y".to_owned();
    settings.webhook_secret = "abcdefghij0123456789".to_owned();
    settings
}

async fn serve(stream: TcpStream, answer: Option<(u16, &str)>, kept: &Mutex<Vec<Asked>>) {
    let (reader, mut writer) = stream.into_split();
    let mut reader = BufReader::new(reader);
    let mut asked = Asked::default();
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).await.unwrap();
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((_, number)) = line.to_ascii_lowercase().split_once("content-length: ") {
            length = number.parse().unwrap();
        }
        if asked.line.is_empty() {
            asked.line = line.to_owned();
        } else {
            asked.headers.push(line.to_owned());
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).await.unwrap();
    asked.body = String::from_utf8(body).unwrap();
    kept.lock().unwrap().push(asked);
    let Some((status, body)) = answer else { return };
    let text = format!(
        "HTTP/1.1 {status} x\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    writer.write_all(text.as_bytes()).await.unwrap();
}

//! npm's tus-js-client and PyPI's tuspy, which `cargo xtask setup` installs; how they are used stands in `tests/uploaders`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where their scripts and packages are.
const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/uploaders");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Client {
    JavaScript,
    Python,
}

/// What a client said.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// How often the link broke under it.
    pub(super) cuts: usize,
    /// The statuses that it did not like.
    pub(super) refused: Vec<u16>,
    /// It believes that everything is at the server.
    pub(super) is_done: bool,
    /// The address of the upload that it gave up.
    pub(super) gone: Option<String>,
}

impl Client {
    /// Those that are here; of the others it is said aloud that they are not.
    pub(super) fn installed() -> impl Iterator<Item = Self> {
        [Self::JavaScript, Self::Python]
            .into_iter()
            .filter(|client| client.is_installed())
    }

    pub(super) fn is_installed(self) -> bool {
        let package = match self {
            Self::JavaScript => "node_modules/tus-js-client",
            Self::Python => "python/tusclient",
        };
        let is_here = Path::new(HOME).join(package).is_dir();
        if !is_here {
            eprintln!(
                "NOT RUN: uploads by {self:?}, because `cargo xtask setup` has not installed its client"
            );
        }
        is_here
    }

    /// Uploads a file, in pieces unless `piece` is 0.
    pub(super) async fn upload(self, url: String, token: String, file: PathBuf, piece: i64) -> Story {
        let mut command = match self {
            Self::JavaScript => Command::new("node"),
            Self::Python => Command::new("python3"),
        };
        command.arg(match self {
            Self::JavaScript => "upload.mjs",
            Self::Python => "upload.py",
        });
        command
            .current_dir(HOME)
            .env("PYTHONPATH", "python")
            .env("no_proxy", "*");
        command.args([url, token]).arg(file).arg(piece.to_string());
        let ended = tokio::task::spawn_blocking(move || command.output().unwrap());
        let output = ended.await.unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success(),
            "{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Story::from_lines(&said)
    }
}

impl Story {
    fn from_lines(said: &str) -> Self {
        let mut story = Self::default();
        for line in said.lines() {
            match line.split_once(' ').unwrap_or((line, "")) {
                ("cut", _) => story.cuts += 1,
                // Somebody is at the upload still, or its offset is elsewhere: clients see to that by themselves.
                ("refused", "423" | "409") => {}
                ("refused", status) => story.refused.push(status.parse().unwrap()),
                ("done", _) => story.is_done = true,
                ("gone", url) => story.gone = Some(url.to_owned()),
                _ => panic!("the client said {line:?}"),
            }
        }
        story
    }
}

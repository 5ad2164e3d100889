//! What whoever starts the window may say. Phones start it without a word.

use std::path::PathBuf;
use std::sync::OnceLock;

use clap::Parser;

static ARGUMENTS: OnceLock<Arguments> = OnceLock::new();

/// Kuitti's field app in a window.
#[derive(Debug, Default, Parser)]
#[command(name = "kuitti-app", version)]
pub(super) struct Arguments {
    /// Keep everything in this directory. Otherwise in the one that the system has for an app's data.
    #[arg(long, value_name = "DIRECTORY")]
    pub(super) data: Option<PathBuf>,
    /// Connect to an office by the link in an enrolment's QR code, unless this device is connected already.
    #[arg(long, value_name = "LINK")]
    pub(super) enrol: Option<String>,
    /// Write every screen that is drawn to standard output, a line of JSON each: for tests.
    #[arg(long)]
    pub(super) report: bool,
}

/// Reads them; a word that nobody knows ends the program with an explanation.
pub(super) fn read() {
    let is_phone = cfg!(any(target_os = "android", target_os = "ios"));
    let read = if is_phone {
        Arguments::default()
    } else {
        Arguments::parse()
    };
    let _read_before = ARGUMENTS.set(read);
}

pub(super) fn given() -> &'static Arguments {
    ARGUMENTS.get_or_init(Arguments::default)
}

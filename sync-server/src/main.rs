//! The program `kuitti-server`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kuitti_server::cli::run()
}

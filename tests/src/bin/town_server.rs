//! The server's program, where the tests of faults find it: the same code as `kuitti-server`, killed as a process.

use std::process::ExitCode;

fn main() -> ExitCode {
    kuitti_server::cli::run()
}

//! The program `kuitti-server`.

use std::process::ExitCode;

/// A request makes and drops thousands of small values; the system's allocator took a sixth of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    kuitti_server::cli::run()
}

//! `cargo xtask`: the only door to set-up, demo, tests and web bundles.
//!
//! Every command can be repeated, installs what it lacks on Debian, and elsewhere says what to install.

mod android;
mod arguments;
mod bench;
mod browser;
mod demo;
mod faults;
mod fuzz;
mod packages;
mod process;
mod screens;
mod setup;
mod soak;
mod story;
mod test;
mod web;
mod window;
mod workspace;

use std::process::ExitCode;

use crate::arguments::Arguments;
use crate::workspace::Workspace;

const USAGE: &str = "\
cargo xtask COMMAND

  setup               install everything that the other commands need
  web                 build the browser bundles of the field app and the console
  demo                build, seed and serve the demo town
      --listen ADDR     default 127.0.0.1:8080; 0.0.0.0:8080 for a phone in the same network
      --data DIR        default data/demo; kept between runs
      --tls             serve HTTPS with a certificate made here: phones need it
  window              the field app in a window of its own, with streets on its map
      --data DIR        default: the user's data directory
      --enrol LINK      connects it by the link in an enrolment's QR code
  android             a package of the field app for Android, where its tools are (docs/PHONES.md)
      --release
  story               the main job played in a real browser
      --keep            leave screenshots in target/story/
  screens             a picture of every screen in every language, light and dark, in target/screens/
      --languages CODES en,fi,tr,it,fa: some of them
      --check           instead: axe, sizes of targets, double text and valid HTML on every screen, in English and Persian
  bench sync          how fast sync is, beside ceilings measured in the same run
      --json FILE       the figures as JSON
      --only NAMES      push, pull, noop, visit, fresh, photos, downscale, rush
  bench notices       how fast text messages leave, and how soon after the work
      --json FILE       the figures as JSON
  bench app           how fast the field app is in a browser: taps, starts, a list of 500 orders, photos
      --json FILE       the figures as JSON
  soak                simulated towns: everything that can go wrong, decided by a seed
      --seed N          one seed, every event on a line
      --seeds N         many seeds
      --from N          the first of them, default 1
      --kills N         real servers, phones and databases, killed in the middle of work
      --mutations       instead: deliberate bugs, each of which has to be caught; builds each
  soak notices        citizens are told by a server that is killed meanwhile, straight and through Kannel
      --count N         completions
      --kills N         kills of the server
  test                format, lints, tests, bundles, browser checks and the story
      --all             and more of it: 500 simulated towns, 50 kills, 30 power cuts, 20 full disks, fuzzed decoders
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> anyhow::Result<ExitCode> {
    let mut arguments = Arguments::from_command_line();
    let workspace = Workspace::find()?;
    match arguments.command().as_deref() {
        Some("setup") => arguments.finish().and_then(|()| setup::everything(&workspace))?,
        Some("web") => arguments
            .finish()
            .and_then(|()| web::build(&workspace).map(drop))?,
        Some("window") => window::show(&workspace, arguments)?,
        Some("android") => android::package(&workspace, arguments)?,
        Some("demo") => demo::run(&workspace, &demo::Options::from_arguments(arguments)?)?,
        Some("story") => story::play(&workspace, &story::Pictures::from_arguments(arguments)?)?,
        Some("screens") => screens::show(&workspace, &screens::Options::from_arguments(arguments)?)?,
        Some("bench") => bench::measure(&workspace, &bench::Options::from_arguments(arguments)?)?,
        Some("soak") => return soak::run(&workspace, arguments),
        Some("test") => return test::run(&workspace, &test::Depth::from_arguments(arguments)?),
        Some("help" | "--help" | "-h") | None => print!("{USAGE}"),
        Some(other) => anyhow::bail!("there is no command `{other}`\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

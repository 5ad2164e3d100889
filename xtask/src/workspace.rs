//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The places that commands read from and write to.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    pub(crate) fn find() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").context("run this as `cargo xtask`")?;
        let root = Path::new(&manifest)
            .parent()
            .context("xtask lies inside the workspace")?
            .to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        Ok(Self { root, target })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The finished browser bundles, as the server's `--web` takes them.
    pub(crate) fn web(&self) -> PathBuf {
        self.target.join("web")
    }

    pub(crate) fn wasm(&self, binary: &str) -> PathBuf {
        self.target
            .join("wasm32-unknown-unknown/bundle")
            .join(binary)
            .with_extension("wasm")
    }

    pub(crate) fn server_binary(&self) -> PathBuf {
        self.target.join("debug/kuitti-server")
    }

    /// The field app in a window.
    pub(crate) fn window_binary(&self) -> PathBuf {
        self.target.join("debug/kuitti-app")
    }

    /// Where Gradle looks for resources in the project that `dx` writes.
    pub(crate) fn android_resources(&self, is_release: bool) -> PathBuf {
        let profile = if is_release { "release" } else { "debug" };
        let project = self.target.join("dx/kuitti-app").join(profile);
        project.join("android/app/app/src/main/res")
    }

    pub(crate) fn release_binary(&self, name: &str) -> PathBuf {
        self.target.join("release").join(name)
    }

    /// A copy of the tree with a deliberate bug.
    pub(crate) fn mutated(&self) -> PathBuf {
        self.target.join("mutated")
    }

    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// What the field app's page is made of besides programs.
    pub(crate) fn field_app_web(&self) -> PathBuf {
        self.root.join("mobile/app/web")
    }

    /// Upload clients of others.
    pub(crate) fn uploaders(&self) -> PathBuf {
        self.root.join("tests/uploaders")
    }

    /// A message centre and a calculator of others.
    pub(crate) fn gateways(&self) -> PathBuf {
        self.root.join("tests/gateways")
    }

    /// What is built for the fuzzer.
    pub(crate) fn fuzz_target(&self) -> PathBuf {
        self.target.join("fuzz")
    }

    /// What the fuzzer found out, besides the seeds in `fuzz/seeds`.
    pub(crate) fn fuzz_corpus(&self) -> PathBuf {
        self.target.join("fuzz-corpus")
    }

    /// What the demo's map is made from.
    pub(crate) fn demo_map(&self) -> PathBuf {
        self.target.join("demo-map")
    }

    pub(crate) fn screen_pictures(&self) -> PathBuf {
        self.target.join("screens")
    }

    pub(crate) fn story_pictures(&self) -> PathBuf {
        self.target.join("story")
    }
}

//! HTTPS for a phone in the same network: an authority of this demo's own, and a certificate that it signs.
//!
//! A phone gives the position, the camera's place and a service worker to pages with a trusted certificate only;
//! accepting a warning is not enough for the service worker. So the authority can be installed on the phone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{ask, run};
use crate::setup;

/// The files in the data directory.
pub(super) struct Certificate(PathBuf);

impl Certificate {
    /// Makes the authority once, and a certificate for the addresses that this machine has now.
    pub(super) fn for_this_machine(data: &Path) -> Result<Self> {
        setup::for_certificates()?;
        let files = Self(data.join("tls"));
        fs::create_dir_all(&files.0)?;
        if !files.authority().is_file() {
            files.make_authority()?;
        }
        files.make_leaf()?;
        Ok(files)
    }

    pub(super) fn chain(&self) -> PathBuf {
        self.0.join("server.crt")
    }

    pub(super) fn key(&self) -> PathBuf {
        self.0.join("server.key")
    }

    /// How to open the demo on a phone.
    pub(super) fn explain(&self, listen: &str) {
        let port = listen.rsplit(':').next().unwrap_or("443");
        println!("\nOn a phone in the same network:");
        println!(
            "  1. copy {} to the phone and install it:",
            self.authority().display()
        );
        println!(
            "     Android: Settings > Security > Encryption & credentials > Install a certificate > CA certificate"
        );
        println!(
            "     iOS: open the file, Settings > Profile Downloaded, then General > About > Certificate Trust Settings"
        );
        for address in own_addresses() {
            println!("  2. open https://{address}:{port}/app/");
        }
        println!(
            "  Remove the certificate from the phone afterwards: its key is in {}.\n",
            self.0.display()
        );
    }

    fn authority(&self) -> PathBuf {
        self.0.join("kuitti-demo-authority.crt")
    }

    fn make_authority(&self) -> Result<()> {
        let mut command = self.openssl(&[
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
        ]);
        command.args(["-nodes", "-days", "825", "-subj", "/CN=Kuitti demo authority"]);
        command.args(["-addext", "basicConstraints=critical,CA:TRUE,pathlen:0"]);
        command.args(["-addext", "keyUsage=critical,keyCertSign,cRLSign"]);
        command.args(["-keyout", "authority.key", "-out", "kuitti-demo-authority.crt"]);
        run(&mut command)
    }

    fn make_leaf(&self) -> Result<()> {
        let mut request = self.openssl(&[
            "req",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
        ]);
        request.args([
            "-subj",
            "/CN=Kuitti demo",
            "-keyout",
            "server.key",
            "-out",
            "server.csr",
        ]);
        run(&mut request)?;
        let names: Vec<String> = own_addresses()
            .iter()
            .map(|address| format!("IP:{address}"))
            .collect();
        let extensions = format!(
            "subjectAltName=DNS:localhost,IP:127.0.0.1,{}\nextendedKeyUsage=serverAuth\n",
            names.join(",")
        );
        fs::write(self.0.join("server.ext"), extensions.replace(",\n", "\n"))?;
        let mut sign = self.openssl(&[
            "x509",
            "-req",
            "-in",
            "server.csr",
            "-days",
            "397",
            "-CAcreateserial",
        ]);
        sign.args(["-CA", "kuitti-demo-authority.crt", "-CAkey", "authority.key"]);
        sign.args(["-extfile", "server.ext", "-out", "server.crt"]);
        run(&mut sign)
    }

    fn openssl(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("openssl");
        command.args(arguments).current_dir(&self.0);
        command
    }
}

/// The addresses under which others in the network see this machine (IPv4, as phones are typed).
pub(super) fn own_addresses() -> Vec<String> {
    let all = ask("hostname", &["-I"]).unwrap_or_default();
    all.split_whitespace()
        .filter(|address| address.contains('.'))
        .map(str::to_owned)
        .collect()
}

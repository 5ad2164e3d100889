//! A link that lets everything through but what its faults say. Where they happen is counted in bytes towards the server,
//! over all connections.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// What happens to the byte after so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The connection breaks.
    Cut(u64),
    /// One bit turns over.
    Flip(u64),
    /// The server gets everything; the connection breaks under its answer.
    LoseAnswer(u64),
}

impl Fault {
    const fn place(self) -> u64 {
        match self {
            Self::Cut(place) | Self::Flip(place) | Self::LoseAnswer(place) => place,
        }
    }
}

/// What is still to happen, and how many bytes have gone by.
#[derive(Debug, Default)]
struct Plan {
    faults: VecDeque<Fault>,
    passed: u64,
}

pub(super) struct Relay {
    pub(super) address: SocketAddr,
    plan: Arc<Mutex<Plan>>,
}

impl Relay {
    pub(super) async fn start(server: &str, faults: &[Fault]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let plan = Plan {
            faults: faults.iter().copied().collect(),
            passed: 0,
        };
        let relay = Self {
            address: listener.local_addr().unwrap(),
            plan: Arc::new(Mutex::new(plan)),
        };
        tokio::spawn(accept(listener, server.to_owned(), Arc::clone(&relay.plan)));
        relay
    }

    /// How many faults have not happened.
    pub(super) fn left(&self) -> usize {
        self.plan.lock().unwrap().faults.len()
    }
}

async fn accept(listener: TcpListener, server: String, plan: Arc<Mutex<Plan>>) {
    while let Ok((client, _)) = listener.accept().await {
        let (server, plan) = (server.clone(), Arc::clone(&plan));
        tokio::spawn(async move {
            let server = TcpStream::connect(server).await.unwrap();
            // An end of either is the end of both, which is what a broken link is.
            let _ended = relay(client, server, &plan).await;
        });
    }
}

async fn relay(mut client: TcpStream, mut server: TcpStream, plan: &Mutex<Plan>) -> io::Result<()> {
    let is_lost = AtomicBool::new(false);
    let (from_client, to_client) = client.split();
    let (from_server, to_server) = server.split();
    tokio::select! {
        ended = up(from_client, to_server, plan, &is_lost) => ended,
        ended = down(from_server, to_client, &is_lost) => ended,
    }
}

async fn up(
    mut from: ReadHalf<'_>,
    mut to: WriteHalf<'_>,
    plan: &Mutex<Plan>,
    is_lost: &AtomicBool,
) -> io::Result<()> {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let count = from.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        let bytes = &mut buffer[..count];
        let cut = plan.lock().unwrap().pass(bytes, is_lost);
        to.write_all(&bytes[..cut.unwrap_or(count)]).await?;
        if cut.is_some() {
            return Ok(());
        }
    }
}

async fn down(mut from: ReadHalf<'_>, mut to: WriteHalf<'_>, is_lost: &AtomicBool) -> io::Result<()> {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let count = from.read(&mut buffer).await?;
        if count == 0 || is_lost.load(Ordering::SeqCst) {
            return Ok(());
        }
        to.write_all(&buffer[..count]).await?;
    }
}

impl Plan {
    /// Lets bytes go by and does to them what is planned. Says after how many of them the connection breaks, if it does.
    fn pass(&mut self, bytes: &mut [u8], is_lost: &AtomicBool) -> Option<usize> {
        let (from, until) = (self.passed, self.passed + u64::try_from(bytes.len()).unwrap());
        while let Some(fault) = self.faults.front().copied().filter(|fault| fault.place() < until) {
            self.faults.pop_front();
            let at = usize::try_from(fault.place().saturating_sub(from)).unwrap();
            match fault {
                Fault::Flip(_) => bytes[at] ^= 1,
                Fault::LoseAnswer(_) => is_lost.store(true, Ordering::SeqCst),
                Fault::Cut(_) => {
                    self.passed = fault.place();
                    return Some(at);
                }
            }
        }
        self.passed = until;
        None
    }
}

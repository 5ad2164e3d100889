//! What is printed after seeding: where to go and who one can be. The code is new each time, since it works once and not for long.

use std::fmt::Write as _;

use super::people;
use crate::act::Act;
use crate::error::Result;
use crate::office::issue_enrolment;
use crate::storage::WriteTx;

pub(super) async fn write(tx: &mut dyn WriteTx, act: &Act) -> Result<String> {
    let newcomer = people::newcomer(tx).await?;
    let enrolment = issue_enrolment(tx, newcomer, act).await?;
    let (town, url) = (&act.config.town.name, &act.config.public_url);
    let mut text = format!("\n{town}\n\n");
    let mut line = |what: &str, where_to: &str| {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "  {what:<12}  {where_to}");
    };
    line("Citizens", &format!("{url}/"));
    if act.config.demo_inbox {
        line("Messages", &format!("{url}/inbox"));
    }
    line("Console", &format!("{url}/console/"));
    line("", &format!("{:<11} {:<16} role", "name", "password"));
    for (name, password, role) in people::STAFF {
        line("", &format!("{name:<11} {password:<16} {}", role.code()));
    }
    line("Field app", &format!("{url}/app/"));
    line("", &format!("{}, {}", people::NEWCOMER, people::LIGHTING_CREW));
    line("", &format!("code {}, for 30 minutes, or open:", enrolment.code));
    line("", &enrolment.url);
    Ok(text)
}

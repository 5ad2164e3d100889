//! Passwords: argon2id with the crate's defaults (OWASP's minimum), hashed away from the threads that serve requests.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use kuitti_shared::domain::Role;
use kuitti_shared::id::StaffId;
use serde_json::json;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::storage::{AuditEntry, StaffRecord, WriteTx};

/// The shortest password that is taken.
const SHORTEST: usize = 10;

// The hash of no password: comparing with it takes as long as with a real one, so that an unknown name is not told
// by the clock.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$a3VpdHRpLW5vYm9keQ$0JvjY9tUxRfbSVsC2hdxSq0yBxGgwkJSNAIDHvCcZUI";

/// Hashes a password.
///
/// # Errors
/// When it is too short.
pub async fn hash_password(password: String, act: &Act) -> Result<String> {
    if password.chars().count() < SHORTEST {
        return Err(Error::invalid(
            "password_too_short",
            format!("A password has at least {SHORTEST} characters."),
        ));
    }
    let salt = act.random::<16>();
    let failed = |_| Error::Internal("a password could not be hashed".to_owned());
    tokio::task::spawn_blocking(move || {
        let salt = SaltString::encode_b64(&salt)?;
        Argon2::default()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
    })
    .await
    .map_err(|_| Error::Internal("a password could not be hashed".to_owned()))?
    .map_err(failed)
}

/// Is this the password of `hash`? Without a hash the answer is no, after the same time.
pub(super) async fn is_right(password: String, hash: Option<String>) -> bool {
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
    let verify = move || {
        let parsed = PasswordHash::new(&hash);
        parsed.is_ok_and(|parsed| {
            Argon2::default()
                .verify_password(password.as_bytes(), &parsed)
                .is_ok()
        })
    };
    tokio::task::spawn_blocking(verify).await.unwrap_or(false) && known
}

/// Adds somebody who logs in, or gives somebody who is here another role and password.
///
/// # Errors
/// When the password is too short or the storage fails.
pub async fn add_user(
    tx: &mut dyn WriteTx,
    name: &str,
    role: Role,
    password: String,
    act: &Act,
) -> Result<StaffId> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name_missing", "A name is needed."));
    }
    let known = tx.staff_by_name(name).await?;
    let id = known
        .as_ref()
        .map_or_else(|| StaffId(act.new_id()), |staff| staff.id);
    let language = known
        .as_ref()
        .map_or(act.config.town.language, |staff: &StaffRecord| staff.language);
    tx.put_staff(&StaffRecord {
        id,
        name: name.to_owned(),
        role,
        language,
        password: hash_password(password, act).await?,
        active: true,
    })
    .await?;
    tx.delete_sessions_of(id).await?;
    let action = if known.is_some() {
        "staff.changed"
    } else {
        "staff.added"
    };
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "staff".to_owned(),
        subject_id: Some(id.0),
        detail: json!({ "role": role }),
    })
    .await?;
    Ok(id)
}

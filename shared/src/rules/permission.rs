//! Who may do what in the office.

use crate::domain::Role;

/// Something that needs permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// See requests, orders, photos and the map.
    ReadWork,
    /// See who reported, and their number.
    ReadContacts,
    /// Record a request for a caller.
    TakeCalls,
    /// Make, assign, cancel and close orders.
    Dispatch,
    /// Confirm or reject a completion, settle a conflict, hold or release a notice.
    Decide,
    /// Bring in a file of requests.
    Import,
    /// Enrol and revoke devices.
    ManageDevices,
    /// Change categories, people and settings.
    Configure,
    /// Read the audit log.
    ReadAudit,
}

const READ: &[Task] = &[Task::ReadWork];
const INTAKE: &[Task] = &[Task::ReadWork, Task::ReadContacts, Task::TakeCalls];
const DISPATCH: &[Task] = &[
    Task::ReadWork,
    Task::ReadContacts,
    Task::TakeCalls,
    Task::Dispatch,
    Task::Decide,
    Task::ManageDevices,
];
const SUPERVISE: &[Task] = &[
    Task::ReadWork,
    Task::ReadContacts,
    Task::TakeCalls,
    Task::Dispatch,
    Task::Decide,
    Task::ManageDevices,
    Task::Import,
    Task::ReadAudit,
];
const ADMINISTER: &[Task] = &[
    Task::ReadWork,
    Task::ReadContacts,
    Task::TakeCalls,
    Task::Dispatch,
    Task::Decide,
    Task::ManageDevices,
    Task::Import,
    Task::ReadAudit,
    Task::Configure,
];
const AUDIT: &[Task] = &[Task::ReadWork, Task::ReadAudit];

/// The tasks of a role.
#[must_use]
pub const fn tasks(role: Role) -> &'static [Task] {
    match role {
        Role::Worker => &[],
        Role::CrewLead => READ,
        Role::Intake => INTAKE,
        Role::Dispatcher => DISPATCH,
        Role::Supervisor => SUPERVISE,
        Role::Administrator => ADMINISTER,
        Role::Auditor => AUDIT,
    }
}

/// May this role do that?
#[must_use]
pub fn may(role: Role, task: Task) -> bool {
    tasks(role).contains(&task)
}

//! What there is: places, people, categories, requests, orders, visits, evidence, notices.

mod appointment;
mod category;
mod evidence;
mod feedback;
mod form;
mod language;
pub mod mark;
mod notice;
mod notice_text;
mod order;
mod people;
mod place;
mod request;
pub mod signature;
mod visit;

pub use appointment::Appointment;
pub use category::{Category, ChecklistTemplate, NoticeProof, RequiredEvidence, Targets};
pub use evidence::{
    ChecklistEntry, ConflictField, ConflictRecord, Exemption, ItemValue, MaterialUse, Missing, Note,
    PastValue, PhotoRecord, PhotoRole, SuggestField, Suggestion, TimeEntry, TimeKind,
};
pub use feedback::{EndedOrder, Feedback, NotARating, Rated, Rating, Reopening};
pub use form::{BasicType, ChoiceOption, Expected, ItemKind, WireItemKind};
pub use language::{Direction, Language, Localised};
pub use mark::Mark;
pub use notice::{NoticeChannel, NoticeStage, NoticeState, WaitReason};
pub use notice_text::{TextKey, TextKind, TextVariable};
pub use order::{
    ContactCard, FieldVersions, OfficeDecision, OrderAggregate, OrderStatus, Priority, StatusClass, WorkOrder,
};
pub use people::{Assignee, Crew, Role, Shift, Worker, Zone};
pub use place::{Fix, METRES_PER_DEGREE, Place, Position, PositionError};
pub use request::{CitizenAnswer, Contact, IntakeChannel, RequestStage};
pub use signature::Signature;
pub use visit::{Extent, NotDoneReason, Outcome, Standing, Visit, VisitState};

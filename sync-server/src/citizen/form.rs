//! The report form: as it arrives (multipart, bounded, read piece by piece) and as it is shown again with what was
//! typed and each mistake beside its field.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use kuitti_shared::api::problem::FieldProblem;
use kuitti_shared::domain::{Language, NoticeChannel, Place, Position};
use kuitti_shared::id::CategoryCode;
use kuitti_shared::written;
use kuitti_text::Text;
use serde::Serialize;

use crate::intake::{NewRequest, Origin, TypedContact, limits};

/// Bytes of a text field; the limits of each field are checked later, in characters and with a sentence.
const TEXT_BYTES: usize = 64 * 1024;

/// What was typed, by field.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Typed {
    pub(super) category: String,
    pub(super) description: String,
    pub(super) place: String,
    pub(super) detail: String,
    pub(super) latitude: String,
    pub(super) longitude: String,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) language: String,
    pub(super) notify_sms: bool,
    pub(super) notify_email: bool,
    /// Where the map stands.
    pub(super) view: String,
    /// Where to look next: a step, or a search for the street.
    #[serde(skip)]
    pub(super) step: String,
    /// Where the map was pressed.
    #[serde(skip)]
    pub(super) map_x: String,
    #[serde(skip)]
    pub(super) map_y: String,
    /// A street was asked for that nobody knows.
    pub(super) lost: bool,
    /// What was answered to "is it one of these?": the number of one, or `new`.
    #[serde(skip)]
    pub(super) same: String,
    /// Photos that were taken in before that question.
    #[serde(skip)]
    pub(super) kept: Vec<String>,
    /// A field that people do not see and programs fill in.
    #[serde(skip)]
    pub(super) trap: String,
}

/// A form that arrived.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) typed: Typed,
    pub(super) photos: Vec<Vec<u8>>,
    /// Mistakes that can only be seen while reading.
    pub(super) mistakes: Vec<FieldProblem>,
}

/// Why a form cannot be read at all: the key of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable(pub(super) StatusCode, pub(super) &'static str);

impl From<MultipartError> for Unreadable {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self(StatusCode::PAYLOAD_TOO_LARGE, "citizen-form-too-large")
        } else {
            Self(StatusCode::BAD_REQUEST, "citizen-form-unreadable")
        }
    }
}

/// Reads the form.
pub(super) async fn read(mut form: Multipart) -> Result<Sent, Unreadable> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "photos" {
            take_photo(&mut sent, field).await?;
            continue;
        }
        let (bytes, _) = bounded(field, TEXT_BYTES).await?;
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        put(&mut sent.typed, &name, text);
    }
    Ok(sent)
}

fn put(typed: &mut Typed, name: &str, text: String) {
    let place = match name {
        "category" => &mut typed.category,
        "description" => &mut typed.description,
        "place" => &mut typed.place,
        "detail" => &mut typed.detail,
        "latitude" => &mut typed.latitude,
        "longitude" => &mut typed.longitude,
        "phone" => &mut typed.phone,
        "email" => &mut typed.email,
        "language" => &mut typed.language,
        "website" => &mut typed.trap,
        "view" => &mut typed.view,
        "step" => &mut typed.step,
        "map.x" => &mut typed.map_x,
        "map.y" => &mut typed.map_y,
        "same" => &mut typed.same,
        "kept" => {
            typed.kept.push(text);
            return;
        }
        "notify" => {
            typed.notify_sms |= text == NoticeChannel::Sms.code();
            typed.notify_email |= text == NoticeChannel::Email.code();
            return;
        }
        _ => return,
    };
    *place = text;
}

/// An empty file input sends one part without bytes.
async fn take_photo(sent: &mut Sent, field: Field<'_>) -> Result<(), Unreadable> {
    let (bytes, fits) = bounded(field, limits::PHOTO_BYTES).await?;
    if !fits {
        sent.mistake("photos", "photo_too_large");
    } else if sent.photos.len() == limits::PHOTOS && !bytes.is_empty() {
        sent.mistake("photos", "photos_too_many");
    } else if !bytes.is_empty() {
        sent.photos.push(bytes);
    }
    Ok(())
}

/// The bytes of a field, and whether that is all of it; what is beyond the limit is read and forgotten.
async fn bounded(mut field: Field<'_>, most: usize) -> Result<(Vec<u8>, bool), Unreadable> {
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(piece) = field.chunk().await? {
        fits = fits && bytes.len() + piece.len() <= most;
        if fits {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok((bytes, fits))
}

impl Sent {
    pub(super) fn mistake(&mut self, field: &str, code: &str) {
        let mistake = FieldProblem {
            field: field.to_owned(),
            code: code.to_owned(),
        };
        if !self.mistakes.contains(&mistake) {
            self.mistakes.push(mistake);
        }
    }

    /// The request that was typed. A wish to be told counts only with a number or address to tell it to.
    pub(super) fn request(&mut self, page_language: Language) -> NewRequest {
        let position = self.position();
        let typed = &self.typed;
        let wishes = [
            (
                NoticeChannel::Sms,
                typed.notify_sms && !typed.phone.trim().is_empty(),
            ),
            (
                NoticeChannel::Email,
                typed.notify_email && !typed.email.trim().is_empty(),
            ),
        ];
        NewRequest {
            origin: Origin::Web,
            category: CategoryCode(typed.category.clone()),
            description: typed.description.clone(),
            place: Place {
                address: typed.place.trim().to_owned(),
                position,
                detail: typed.detail.trim().to_owned(),
            },
            contact: TypedContact {
                name: String::new(),
                phone: typed.phone.clone(),
                email: typed.email.clone(),
                notify: wishes
                    .into_iter()
                    .filter(|(_, wanted)| *wanted)
                    .map(|(channel, _)| channel)
                    .collect(),
                ..TypedContact::default()
            },
            language: Language::from_tag(&typed.language).unwrap_or(page_language),
            photos: Vec::new(),
        }
    }

    /// Coordinates with a point or a comma; half a pair is a mistake, none is not.
    fn position(&mut self) -> Option<Position> {
        let [latitude, longitude] = [&self.typed.latitude, &self.typed.longitude].map(|text| text.trim());
        if latitude.is_empty() && longitude.is_empty() {
            return None;
        }
        let degrees = written::number(latitude).zip(written::number(longitude));
        let position = degrees.and_then(|(latitude, longitude)| Position::new(latitude, longitude).ok());
        if position.is_none() {
            self.mistake("latitude", "coordinates_unreadable");
        }
        position
    }
}

/// The form as it is shown: typed values, mistakes by field, and all of them in a list above.
#[derive(Debug, Serialize)]
pub(super) struct Shown<'a> {
    typed: &'a Typed,
    mistakes: BTreeMap<&'a str, String>,
    summary: Vec<SummaryLine<'a>>,
}

#[derive(Debug, Serialize)]
struct SummaryLine<'a> {
    field: &'a str,
    sentence: String,
}

impl<'a> Shown<'a> {
    pub(super) fn new(typed: &'a Typed, mistakes: &'a [FieldProblem], text: Text) -> Self {
        let sentence = |mistake: &FieldProblem| {
            let key = format!("problem-{}", mistake.code.replace('_', "-"));
            text.say(&key, [("count", limits::PHOTOS.into())])
        };
        let by_field = mistakes
            .iter()
            .rev()
            .map(|mistake| (mistake.field.as_str(), sentence(mistake)));
        let summary = mistakes.iter().map(|mistake| SummaryLine {
            field: &mistake.field,
            sentence: sentence(mistake),
        });
        Self {
            typed,
            mistakes: by_field.collect(),
            summary: summary.collect(),
        }
    }
}

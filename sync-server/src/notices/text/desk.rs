//! `/api/texts`: the town's own texts, with what each would say and cost before it is saved, and who changed what when.

use axum::extract::State;
use axum::http::StatusCode;
use kuitti_shared::api::problem::Problem;
use kuitti_shared::api::texts::{
    MessageSize, OwnText, OwnTexts as OwnTextList, Price, PutText, TextDraft, TextInForce, TextMistake,
    TextPreview, TextVersion,
};
use kuitti_shared::domain::{Language, NoticeStage, TextKey, TextKind, TextVariable};
use kuitti_shared::id::{CategoryCode, TextId};
use kuitti_shared::rules::permission::Task;
use kuitti_text::Text;
use serde::Deserialize;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::gate::Case;
use super::facts::Facts;
use super::own::OwnTexts;
use super::template;
use crate::act::{Act, Actor};
use crate::app::AppState;
use crate::auth::Staff;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::http::extract::{Path, Query};
use crate::http::json::Json;
use crate::pokes::Poke;
use crate::storage::{AuditEntry, ReadTx, TextRecord, WriteTx};

/// `/api/texts`.
#[must_use]
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, put))
        .routes(routes!(read))
        .routes(routes!(preview))
}

/// What the town wrote itself, and whether it can be used.
#[utoipa::path(get, path = "/api/texts", tag = "notices", responses(
    (status = 200, body = OwnTextList), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn list(State(app): State<AppState>, staff: Staff) -> Result<Json<OwnTextList>> {
    staff.require(Task::ReadWork)?;
    let mut tx = app.storage.read().await?;
    let own = OwnTexts::read(&mut *tx).await?;
    let mut texts = Vec::new();
    for text in own.all() {
        let facts = sample(&mut *tx, &text.key, &app.act(Actor::Server)).await?;
        texts.push(OwnText {
            key: text.key.clone(),
            since: text.at,
            broken: template::mistake(&text.source, &text.key, &facts).is_some(),
        });
    }
    Ok(Json(OwnTextList { texts }))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct OfCategory {
    /// Only for this kind of problem.
    category: Option<CategoryCode>,
}

/// One text with its past.
#[utoipa::path(get, path = "/api/texts/{language}/{stage}/{kind}", tag = "notices",
    params(("language" = Language, Path), ("stage" = NoticeStage, Path), ("kind" = TextKind, Path), OfCategory),
    responses((status = 200, body = TextInForce), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn read(
    State(app): State<AppState>,
    staff: Staff,
    Path((language, stage, kind)): Path<(Language, NoticeStage, TextKind)>,
    Query(OfCategory { category }): Query<OfCategory>,
) -> Result<Json<TextInForce>> {
    staff.require(Task::ReadWork)?;
    let key = TextKey {
        language,
        stage,
        kind,
        category,
    };
    let mut tx = app.storage.read().await?;
    let records = tx.text_versions(&key).await?;
    let otherwise = OwnTexts::read(&mut *tx)
        .await?
        .otherwise(&key, Text::new(language));
    let staff = tx.staff_list().await?;
    let name = |record: &TextRecord| {
        let author = staff.iter().find(|staff| Some(staff.id) == record.by);
        author.map_or_else(String::new, |author| author.name.clone())
    };
    let own = records.first().map(|latest| latest.source.clone());
    let versions = records.iter().map(|record| TextVersion {
        id: record.id,
        at: record.at,
        by: name(record),
        source: record.source.clone(),
    });
    Ok(Json(TextInForce {
        source: own
            .filter(|source| !source.is_empty())
            .unwrap_or_else(|| otherwise.clone()),
        otherwise,
        version: records.first().map_or(0, |latest| latest.version),
        versions: versions.collect(),
        variables: TextVariable::known_at(stage).collect(),
    }))
}

/// What a text would say, how large that is, and what it would cost.
#[utoipa::path(post, path = "/api/texts/preview", tag = "notices", request_body = TextDraft,
    responses((status = 200, body = TextPreview), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn preview(
    State(app): State<AppState>,
    staff: Staff,
    Json(draft): Json<TextDraft>,
) -> Result<Json<TextPreview>> {
    staff.require(Task::Configure)?;
    let act = staff.act(&app);
    let mut tx = app.storage.read().await?;
    let invented = sample(&mut *tx, &draft.key, &act).await?;
    let mistake = template::mistake(&draft.source, &draft.key, &invented);
    let facts = match &draft.request {
        None => invented,
        Some(number) => {
            let request = tx.request_by_number(number).await?.ok_or_else(no_such_request)?;
            let case = Case::load(&mut *tx, request).await?;
            Facts::preview(draft.key.language, act.now, &case, &act.config)
        }
    };
    let says = match mistake {
        None => template::render(&draft.source, &draft.key, &facts).unwrap_or_default(),
        Some(_) => String::new(),
    };
    let measured = mistake.is_none() && draft.key.kind == TextKind::Sms;
    Ok(Json(TextPreview {
        size: measured.then(|| size(&says, &act.config)),
        mistake,
        says,
    }))
}

/// Puts a text in force, or what is built in again. Whoever read an older version is told so.
#[utoipa::path(put, path = "/api/texts", tag = "notices", request_body = PutText, responses(
    (status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn put(State(app): State<AppState>, staff: Staff, Json(body): Json<PutText>) -> Result<StatusCode> {
    staff.require(Task::Configure)?;
    let act = staff.act(&app);
    let mut tx = app.storage.write().await?;
    store(&mut *tx, &body, &staff, &act).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn store(tx: &mut dyn WriteTx, body: &PutText, staff: &Staff, act: &Act) -> Result<()> {
    let facts = sample(tx, &body.key, act).await?;
    let source = body.source.trim().replace("\r\n", "\n");
    let mistake = (!source.is_empty()).then(|| template::mistake(&source, &body.key, &facts));
    if let Some(mistake) = mistake.flatten() {
        return Err(refused(&mistake));
    }
    let text = TextRecord {
        id: TextId(act.new_id()),
        key: body.key.clone(),
        version: body.version.saturating_add(1),
        source,
        at: act.now,
        by: Some(staff.record.id),
    };
    let latest = tx.text_versions(&body.key).await?;
    let is_latest = latest.first().map_or(0, |latest| latest.version) == body.version;
    if !is_latest || !tx.add_text(&text).await? {
        return Err(Error::conflict(
            "text_has_moved_on",
            "Somebody else changed this text meanwhile. Load it again, then make your change.",
        ));
    }
    tx.poke(Poke::Notices);
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "text.changed".to_owned(),
        subject: "text".to_owned(),
        subject_id: Some(text.id.0),
        detail: json!({ "text": body.key, "built_in": text.source.is_empty() }),
    })
    .await?;
    Ok(())
}

/// An invented case of the text's category, or of the town's first.
async fn sample(tx: &mut dyn ReadTx, key: &TextKey, act: &Act) -> Result<Facts> {
    let categories = tx.categories().await?;
    let category = match &key.category {
        None => categories.first(),
        Some(code) => {
            let named = categories.iter().find(|category| category.code == *code);
            Some(named.ok_or_else(no_such_category)?)
        }
    };
    let category =
        category.map(|category| (category.code.clone(), category.name.get(key.language).to_owned()));
    Ok(Facts::invented(key.language, act.now, category, &act.config))
}

/// The size of a text message as it would leave.
fn size(says: &str, config: &Config) -> MessageSize {
    let sms = config.sms.clone().unwrap_or_default();
    let size = kuitti_sms::size(&sms.written(says), sms.tables());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let parts = count(size.parts);
    let price = &config.message_price;
    MessageSize {
        encoding: size.encoding.code().to_owned(),
        characters: count(size.characters),
        parts,
        left: count(size.left),
        price: (price.per_part > 0.0).then(|| Price {
            amount: price.per_part * f64::from(parts),
            currency: price.currency.clone(),
        }),
    }
}

fn refused(mistake: &TextMistake) -> Error {
    Error::invalid(mistake.code(), sentence(mistake))
}

/// What is wrong, for programs; the console says it in its person's language.
fn sentence(mistake: &TextMistake) -> String {
    match mistake {
        TextMistake::UnknownVariable { name, known } => {
            let known: Vec<&str> = known.iter().map(|variable| variable.code()).collect();
            format!("There is no {name} to name here. There is: {}.", known.join(", "))
        }
        TextMistake::MissingVariable { name } => {
            format!(
                "This message is there to bring {}: name it in the text.",
                name.code()
            )
        }
        TextMistake::UnknownCommand { name } => {
            format!("A text can use if, elif, else and endif; {name} is none of them.")
        }
        TextMistake::Unreadable { line, why } => format!("Line {line} cannot be read: {why}."),
        TextMistake::Empty => {
            "The text says nothing in some cases. Write something that stands outside every if.".to_owned()
        }
        TextMistake::TooLong { most } => format!("The text is too long: it can have {most} characters."),
    }
}

fn no_such_category() -> Error {
    Error::not_found(
        "category_unknown",
        "The town has no such category. Load the page again.",
    )
}

fn no_such_request() -> Error {
    Error::not_found("request_unknown", "There is no such request.")
}

//! Dirty files, made here, and the real one when it is there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use kuitti_shared::api::imports::{ImportLine, ImportSummary, LineVerdict};
use kuitti_shared::domain::{Language, RequestStage, Role};
use kuitti_text::Text;

use super::{Source, import, preset, report};
use crate::act::Actor;
use crate::citizen::tests::{street_lamp, town_with};
use crate::error::{Error, Result};
use crate::storage::{External, RequestRecord};
use crate::testing::{Town, Who};

const HEADER: &str =
    "SRNumber,CreatedDate,Owner,RequestType,Status,RequestSource,ClosedDate,Address,Latitude,Longitude";

/// A line of a file: number, created, type, status, source, closed, address, latitude, longitude.
fn line(cells: [&str; 9]) -> String {
    let [
        number,
        created,
        kind,
        status,
        source,
        closed,
        address,
        latitude,
        longitude,
    ] = cells;
    format!("{number},{created},BOS,{kind},{status},{source},{closed},\"{address}\",{latitude},{longitude}\n")
}

fn clean(number: &str) -> String {
    let address = format!("{number} W BELLEVUE AVE, 90026");
    let (created, closed) = ("12/31/2017 11:59:58 PM", "01/03/2018 10:11:23 AM");
    line([
        number,
        created,
        "Single Streetlight Issue",
        "Closed",
        "Call",
        closed,
        &address,
        "34.07",
        "-118.26",
    ])
}

fn file(lines: &[String]) -> Vec<u8> {
    format!("{HEADER}\n{}", lines.concat()).into_bytes()
}

async fn lamp_town() -> Town {
    town_with(street_lamp(), Town::start().await).await
}

async fn take(town: &Town, bytes: &[u8]) -> Result<ImportSummary> {
    let path = town.data().join("import.csv");
    std::fs::write(&path, bytes).unwrap();
    take_file(town, &path).await
}

async fn take_file(town: &Town, path: &Path) -> Result<ImportSummary> {
    let source = Source {
        preset: preset::named("la311")?,
        path: path.to_owned(),
        name: "import.csv".to_owned(),
    };
    import(&*town.app.storage, source, &town.app.act(Actor::Server)).await
}

async fn lines_of(town: &Town, summary: &ImportSummary) -> Vec<ImportLine> {
    let rows = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .import_rows(summary.id, None, 0, 100_000)
        .await
        .unwrap();
    rows.iter()
        .map(|row| report::in_words(row, Text::new(Language::En)))
        .collect()
}

async fn imported(town: &Town, number: &str) -> RequestRecord {
    let external = External {
        source: "la311".to_owned(),
        id: number.to_owned(),
    };
    town.app
        .storage
        .read()
        .await
        .unwrap()
        .request_by_external(&external)
        .await
        .unwrap()
        .unwrap()
}

#[track_caller]
fn adds_up(summary: &ImportSummary) {
    let sum = summary.taken + summary.taken_with_warning + summary.refused + summary.known;
    assert_eq!(sum, summary.rows, "{summary:?}");
}

/// Takes one line with dirt in it and says what the report says.
async fn check(cells: [&str; 9], verdict: LineVerdict, codes: &[&str]) {
    let town = lamp_town().await;
    let summary = take(&town, &file(&[clean("1"), line(cells), clean("3")]))
        .await
        .unwrap();
    adds_up(&summary);
    let lines = lines_of(&town, &summary).await;
    assert_eq!(lines.iter().map(|line| line.line).collect::<Vec<_>>(), [2, 3, 4]);
    let [first, dirty, last] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    assert_eq!(
        (first.verdict, last.verdict),
        (LineVerdict::Taken, LineVerdict::Taken),
        "its neighbours are fine"
    );
    assert_eq!(
        (
            dirty.verdict,
            dirty.codes.iter().map(String::as_str).collect::<Vec<_>>()
        ),
        (verdict, codes.to_vec())
    );
    assert!(
        dirty.reasons.iter().all(|reason| reason.contains(' ')),
        "sentences: {:?}",
        dirty.reasons
    );
    assert_eq!(dirty.number.is_some(), verdict != LineVerdict::Refused);
}

const CREATED: &str = "12/31/2017 01:00:00 PM";
const CLOSED: &str = "01/01/2018 01:00:00 PM";
const KIND: &str = "Single Streetlight Issue";
const PLACE: [&str; 3] = ["9 MAIN ST", "34.1", "-118.2"];

/// A line with one cell changed.
const fn with(place: usize, value: &'static str) -> [&'static str; 9] {
    let mut cells = [
        "2", CREATED, KIND, "Closed", "Call", CLOSED, PLACE[0], PLACE[1], PLACE[2],
    ];
    cells[place] = value;
    cells
}

#[tokio::test]
async fn each_kind_of_dirt_gets_its_verdict() {
    use LineVerdict::{Refused, Taken, TakenWithWarning};
    check(with(0, "2"), Taken, &[]).await;
    check(with(0, ""), Refused, &["no_number"]).await;
    check(with(1, "yesterday"), Refused, &["created_unreadable"]).await;
    check(with(1, "12/31/2099 01:00:00 PM"), Refused, &["created_in_future"]).await;
    check(
        with(1, "11/05/2017 01:30:00 AM"),
        TakenWithWarning,
        &["clock_change"],
    )
    .await;
    check(with(2, ""), Refused, &["no_category"]).await;
    check(
        with(2, "Dead Animal Removal"),
        TakenWithWarning,
        &["category_made"],
    )
    .await;
    check(with(3, "Mañana"), TakenWithWarning, &["status_unknown"]).await;
    check(with(3, "Cancelled"), Taken, &["cancelled_there"]).await;
    check(with(3, "Referred Out"), Taken, &["referred_there"]).await;
    check(with(4, "Driver Self Report"), Taken, &["reported_by_crew"]).await;
    check(
        with(5, "12/30/2017 01:00:00 PM"),
        TakenWithWarning,
        &["closed_before_created"],
    )
    .await;
    check(with(5, "soon"), TakenWithWarning, &["closed_unreadable"]).await;
    check(with(7, ""), TakenWithWarning, &["no_coordinates"]).await;
    check(with(7, "91"), TakenWithWarning, &["coordinates_unreadable"]).await;
    check(with(7, "NaN"), TakenWithWarning, &["coordinates_unreadable"]).await;
    check(
        ["2", CREATED, KIND, "Open", "Call", "", "", "", ""],
        Refused,
        &["no_place", "no_coordinates"],
    )
    .await;
    check(
        ["2", CREATED, KIND, "Open", "Call", "", "9 MAIN ST", "0", "0"],
        TakenWithWarning,
        &["coordinates_unreadable"],
    )
    .await;
}

#[tokio::test]
async fn lines_that_share_a_place_are_all_named() {
    let town = lamp_town().await;
    let twin = |number| {
        line([
            number,
            CREATED,
            KIND,
            "Open",
            "Call",
            "",
            "9 Main St",
            "34.1",
            "-118.2",
        ])
    };
    let summary = take(&town, &file(&[twin("1"), clean("2"), twin("3")]))
        .await
        .unwrap();
    assert_eq!((summary.taken, summary.taken_with_warning), (1, 2));
    let lines = lines_of(&town, &summary).await;
    assert_eq!(
        (&lines[0].codes, &lines[2].codes),
        (&vec!["shares_place".to_owned()], &lines[0].codes)
    );
}

#[tokio::test]
async fn a_line_of_another_width_costs_only_itself() {
    let town = lamp_town().await;
    let summary = take(&town, &file(&[clean("1"), "7,too,short\n".into(), clean("3")]))
        .await
        .unwrap();
    adds_up(&summary);
    assert_eq!((summary.taken, summary.refused), (2, 1));
    assert_eq!(lines_of(&town, &summary).await[1].codes, ["column_count"]);
}

#[tokio::test]
async fn the_same_file_again_adds_nothing() {
    let town = lamp_town().await;
    let without_point = line(["7", CREATED, KIND, "Closed", "Call", CLOSED, "9 MAIN ST", "", ""]);
    let bytes = file(&[clean("1"), clean("2"), without_point, clean("1")]);
    let first = take(&town, &bytes).await.unwrap();
    assert_eq!(
        (first.taken, first.taken_with_warning, first.known),
        (1, 2, 1),
        "a number twice in one file is known"
    );
    let again = take(&town, &bytes).await.unwrap();
    assert_eq!(
        (
            again.known,
            again.taken + again.taken_with_warning + again.refused
        ),
        (4, 0)
    );
    let counts = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .request_counts()
        .await
        .unwrap();
    assert_eq!(counts, [(RequestStage::Done, 3)]);
    assert!(
        lines_of(&town, &again)
            .await
            .iter()
            .all(|line| line.number.is_some()),
        "each says as what it is known"
    );
}

#[tokio::test]
async fn what_was_closed_there_is_history_and_nobody_is_told() {
    let town = lamp_town().await;
    let cancelled = line([
        "5",
        CREATED,
        KIND,
        "Cancelled",
        "Call",
        CLOSED,
        "8 MAIN ST",
        "34.1",
        "-118.2",
    ]);
    let open = line([
        "6",
        CREATED,
        KIND,
        "Open",
        "Call",
        "",
        "7 MAIN ST",
        "34.1",
        "-118.2",
    ]);
    take(&town, &file(&[clean("4"), cancelled, open])).await.unwrap();
    let stages = [
        imported(&town, "4").await.stage,
        imported(&town, "5").await.stage,
        imported(&town, "6").await.stage,
    ];
    assert_eq!(
        stages,
        [RequestStage::Done, RequestStage::NotDone, RequestStage::Received]
    );
    let done = imported(&town, "4").await;
    let utc = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_millisecond();
    assert_eq!(
        done.received_at.0,
        utc("2018-01-01T07:59:58Z"),
        "Los Angeles is eight hours behind"
    );
    assert_eq!(done.history.last().unwrap().at.0, utc("2018-01-03T18:11:23Z"));
    let mut tx = town.app.storage.read().await.unwrap();
    assert_eq!(tx.notice_counts().await.unwrap(), []);
    let (_, orders) = tx
        .order_list(&crate::storage::OrderFilter::default())
        .await
        .unwrap();
    assert_eq!(
        orders, 0,
        "no order assigns itself to work that was done years ago"
    );
}

#[tokio::test]
async fn unknown_kinds_of_problems_become_categories_of_the_office() {
    let town = lamp_town().await;
    let dead = line(with(2, "Dead Animal Removal"));
    let again = line([
        "9",
        CREATED,
        "Dead Animal Removal",
        "Open",
        "Call",
        "",
        "1 OAK ST",
        "34.1",
        "-118.2",
    ]);
    let summary = take(&town, &file(&[clean("1"), dead, again])).await.unwrap();
    assert_eq!(summary.categories_made, ["dead_animal_removal".into()]);
    assert_eq!(
        (summary.taken, summary.taken_with_warning),
        (2, 1),
        "only the line that made it is warned about"
    );
    let mut tx = town.app.storage.read().await.unwrap();
    let made = tx.category(&"dead_animal_removal".into()).await.unwrap().unwrap();
    assert!(!made.public && !made.assigns_itself);
    assert_eq!(
        imported(&town, "1").await.category.as_str(),
        "street_lamp",
        "the preset maps what the town has"
    );
}

/// A file that cannot be taken at all changes nothing and says why.
async fn check_problem(bytes: &[u8], code: &str, words: &str) {
    let town = lamp_town().await;
    match take(&town, bytes).await {
        Err(Error::Refused {
            code: found, detail, ..
        }) => {
            assert_eq!(found, code);
            assert!(
                detail.contains(words) && detail.contains("Nothing was changed"),
                "{detail}"
            );
        }
        other => panic!("{code}: {other:?}"),
    }
    let mut tx = town.app.storage.read().await.unwrap();
    assert_eq!(tx.request_counts().await.unwrap(), []);
    assert_eq!(tx.import_runs(9).await.unwrap(), []);
    assert_eq!(tx.categories().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_changes_nothing_and_says_why() {
    let good = file(&[clean("1"), clean("2")]);
    let text = String::from_utf8(good.clone()).unwrap();
    check_problem(b"", "import_empty", "empty").await;
    check_problem(b"\n\n  \n", "import_empty", "empty").await;
    check_problem(HEADER.as_bytes(), "import_no_rows", "nothing below it").await;
    let cut_off = &good[..good.len() - 30];
    check_problem(cut_off, "import_truncated", "line 3").await;
    let open_quote = format!("{text}3,\"{}", "x".repeat(50));
    check_problem(open_quote.as_bytes(), "import_truncated", "line 4").await;
    check_problem(
        text.replace(',', ";").as_bytes(),
        "import_delimiter",
        "semicolons",
    )
    .await;
    check_problem(text.replace(',', "\t").as_bytes(), "import_delimiter", "tabs").await;
    check_problem(
        text.replace("SRNumber", "Nr").as_bytes(),
        "import_missing_columns",
        "SRNumber",
    )
    .await;
    check_problem(b"hello\nworld\n", "import_missing_columns", "RequestType").await;
    let latin: Vec<u8> = text
        .replace("BELLEVUE", "CA\u{f1}ON")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    check_problem(&latin, "import_not_utf_8", "Latin-1").await;
    let utf_16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    check_problem(&utf_16, "import_utf_16", "UTF-16").await;
    check_problem(&utf_16[2..], "import_utf_16", "UTF-16").await;
}

#[tokio::test]
async fn marks_and_line_ends_of_other_systems_do_no_harm() {
    let town = lamp_town().await;
    let text = String::from_utf8(file(&[clean("1"), clean("2")])).unwrap();
    let bytes = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let summary = take(&town, bytes.as_bytes()).await.unwrap();
    assert_eq!((summary.rows, summary.taken), (2, 2));
}

#[tokio::test]
async fn the_office_sends_a_file_and_gets_its_report() {
    let town = lamp_town().await;
    let supervisor = town.log_in(Role::Supervisor).await;
    let dispatcher = town.log_in(Role::Dispatcher).await;
    let send = async |who: &Who, path: &str, bytes: Vec<u8>| {
        let Who::Cookie(cookie) = who else { unreachable!() };
        let request = axum::http::Request::post(path).header("cookie", cookie);
        town.send(request.body(axum::body::Body::from(bytes)).unwrap())
            .await
    };
    let nameless = line([
        "", CREATED, KIND, "Open", "Call", "", "5 OAK ST", "34.1", "-118.2",
    ]);
    let bytes = file(&[clean("1"), line(with(7, "")), nameless]);
    assert_eq!(
        send(&dispatcher, "/api/imports?preset=la311", bytes.clone())
            .await
            .status,
        403
    );
    let unknown = send(&supervisor, "/api/imports?preset=nyc", bytes.clone()).await;
    assert_eq!(unknown.problem(), (422, "import_preset".to_owned()));
    let answer = send(&supervisor, "/api/imports?preset=la311&file=la.csv", bytes).await;
    let summary: ImportSummary = answer.read();
    assert_eq!(
        (
            summary.rows,
            summary.taken,
            summary.taken_with_warning,
            summary.refused
        ),
        (3, 1, 1, 1)
    );
    let report = town
        .get(&format!("/api/imports/{}/report.csv", summary.id), &supervisor)
        .await;
    let lines: Vec<String> = report.text().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 4);
    assert!(
        lines[2].starts_with("3,2,taken with a warning,no_coordinates,No coordinates"),
        "{}",
        lines[2]
    );
    let refused = town
        .get(
            &format!("/api/imports/{}/lines?verdict=refused", summary.id),
            &supervisor,
        )
        .await;
    let refused: Vec<ImportLine> = refused.read();
    assert_eq!(refused.iter().map(|line| line.line).collect::<Vec<_>>(), [4]);
    let broken = send(&supervisor, "/api/imports?preset=la311", b"hello".to_vec()).await;
    assert_eq!(broken.problem(), (422, "import_missing_columns".to_owned()));
    let uploads = std::fs::read_dir(town.data().join("uploads")).unwrap().count();
    assert_eq!(uploads, 0, "what was sent is not left behind");
}

#[tokio::test]
async fn a_long_file_is_taken_whole() {
    let town = lamp_town().await;
    let mut text = format!("{HEADER}\n");
    for number in 0..1_234 {
        write!(text, "{}", clean(&number.to_string())).unwrap();
    }
    let summary = take(&town, text.as_bytes()).await.unwrap();
    adds_up(&summary);
    assert_eq!(summary.taken, 1_234);
}

#[tokio::test]
async fn the_real_file_adds_up() {
    let path = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/data/requests/la311-2017-12.csv"
    ));
    if !path.exists() {
        eprintln!("not run: {} is not there", path.display());
        return;
    }
    let town = lamp_town().await;
    let summary = take_file(&town, &path).await.unwrap();
    adds_up(&summary);
    assert_eq!((summary.rows, summary.refused, summary.known), (9_999, 0, 0));
    let mut counts = std::collections::BTreeMap::new();
    for line in lines_of(&town, &summary).await {
        for code in line.codes {
            *counts.entry(code).or_insert(0) += 1;
        }
    }
    let count = |code: &str| counts.get(code).copied().unwrap_or(0);
    assert_eq!(count("no_coordinates"), 1_753);
    assert_eq!(count("closed_before_created"), 12);
    assert_eq!(count("shares_place"), 2_001);
    assert_eq!(count("reported_by_crew"), 2_019);
    assert_eq!(count("cancelled_there"), 246);
    let again = take_file(&town, &path).await.unwrap();
    assert_eq!((again.known, again.rows), (9_999, 9_999));
}

//! What stands around the areas: headers, bundles, health, the OpenAPI document.

use axum::body::Body;
use axum::http::{Request, header};
use kuitti_shared::domain::Role;

use crate::testing::{Answer, Town, Who};

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer
        .headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn an_address_that_nobody_serves_is_a_problem_with_a_code() {
    let town = Town::start().await;
    let answer = town.get("/nowhere", &Who::Nobody).await;
    assert_eq!(answer.problem(), (404, "no_such_address".into()));
    insta::assert_json_snapshot!("no_such_address", answer.json());
}

#[tokio::test]
async fn every_answer_forbids_what_no_page_of_ours_does() {
    let town = Town::start().await;
    for path in ["/healthz", "/nowhere", "/assets/styles/base.css"] {
        let answer = town.get(path, &Who::Nobody).await;
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&answer, "x-frame-options"), "DENY", "{path}");
        assert!(
            header(&answer, "content-security-policy").contains("default-src 'none'"),
            "{path}"
        );
        assert!(
            !header(&answer, "content-security-policy").contains("script-src"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn styles_are_part_of_the_server_and_nothing_beside_them_is() {
    let town = Town::start().await;
    let style = town.get("/assets/styles/tokens.css", &Who::Nobody).await;
    assert_eq!(
        (style.status.as_u16(), header(&style, "content-type")),
        (200, "text/css")
    );
    for outside in [
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/Cargo.toml",
        "/assets/styles/none.css",
    ] {
        assert_eq!(town.get(outside, &Who::Nobody).await.status, 404, "{outside}");
    }
}

#[tokio::test]
async fn bundles_come_with_the_headers_that_their_pages_need() {
    let web = tempfile::tempdir().unwrap();
    let app = web.path().join("app");
    std::fs::create_dir_all(&app).unwrap();
    std::fs::write(app.join("index.html"), "<!doctype html><title>Kuitti</title>").unwrap();
    std::fs::write(app.join("boot-0123456789abcdef.js"), "let plain;").unwrap();
    std::fs::write(app.join("boot-0123456789abcdef.js.gz"), "packed").unwrap();
    std::fs::write(app.join("boot-0123456789abcdef.js.br"), "pressed").unwrap();
    let town = Town::with_web(web.path()).await;
    let page = town.get("/app/", &Who::Nobody).await;
    assert!(page.text().contains("Kuitti"));
    assert_eq!(header(&page, "cross-origin-opener-policy"), "same-origin");
    assert_eq!(header(&page, "cross-origin-embedder-policy"), "require-corp");
    assert_eq!(header(&page, "cache-control"), "no-cache");
    assert!(header(&page, "content-security-policy").contains("'wasm-unsafe-eval'"));
    // An address of one of its screens is the page too; a file of another build is not.
    assert_eq!(town.get("/app/orders/42", &Who::Nobody).await.body, page.body);
    assert_eq!(
        town.get("/app/boot-fedcba9876543210.js", &Who::Nobody)
            .await
            .status,
        404
    );
    for (accepted, content, encoding) in [
        ("gzip", "packed", "gzip"),
        ("gzip, deflate, br, zstd", "pressed", "br"),
    ] {
        let asked = Request::builder()
            .uri("/app/boot-0123456789abcdef.js")
            .header(header::ACCEPT_ENCODING, accepted);
        let script = town.send(asked.body(Body::empty()).unwrap()).await;
        assert_eq!(
            (script.text().as_str(), header(&script, "content-encoding")),
            (content, encoding)
        );
        assert!(header(&script, "cache-control").contains("immutable"));
    }
    let elsewhere = town.get("/app", &Who::Nobody).await;
    assert_eq!(header(&elsewhere, "location"), "/app/");
}

#[tokio::test]
async fn health_and_metrics_need_no_log_in_and_tell_nothing_about_anybody() {
    let town = Town::start().await;
    town.log_in(Role::Dispatcher).await;
    assert_eq!(town.get("/healthz", &Who::Nobody).await.text(), "ok\n");
    town.get("/t/SECRET-CODE", &Who::Nobody).await;
    let metrics = town.get("/metrics", &Who::Nobody).await.text();
    assert!(metrics.contains("kuitti_http_requests_total"), "{metrics}");
    assert!(!metrics.contains("SECRET"), "a route is counted, never a path");
}

#[tokio::test]
async fn the_document_describes_every_area() {
    let town = Town::start().await;
    let document = town.get("/api/openapi.json", &Who::Nobody).await.json();
    assert_eq!(document["info"]["title"], "Kuitti");
    let paths = document["paths"].as_object().unwrap();
    for path in [
        "/api/session",
        "/api/orders",
        "/api/requests",
        "/api/photos/{photo}",
        "/sync/v1",
        "/sync/v1/enrol",
    ] {
        assert!(paths.contains_key(path), "{path} is missing");
    }
}

//! The points on the map, those that overlap as one with their number, and the same as a list.
use std::collections::BTreeSet;

use dioxus::prelude::*;

use super::cluster::{Cluster, clusters};
use super::mercator::PlanePoint;
use super::state::MapState;
use super::{MapPoint, PointSelection};
use crate::use_text;

/// From here on a cluster lies on one spot and does not part any more.
const NEAREST: f64 = 18.5;

#[component]
pub(super) fn Points(
    state: MapState,
    points: ReadSignal<Vec<MapPoint>>,
    selected: ReadSignal<BTreeSet<String>>,
    current: ReadSignal<Option<String>>,
    zoom: Memo<f64>,
    origin: ReadSignal<PlanePoint>,
    onpress: Option<EventHandler<PointSelection>>,
) -> Element {
    let made = use_memo(move || {
        let places: Vec<_> = points
            .read()
            .iter()
            .map(|point| PlanePoint::of(point.position))
            .collect();
        let scale = super::mercator::View {
            centre: PlanePoint::default(),
            zoom: zoom(),
        }
        .scale();
        clusters(&places, origin(), scale)
    });
    let (points, selected, current) = (points.read(), selected.read(), current.read());
    let drawn = made
        .read()
        .iter()
        .filter_map(|cluster| Drawn::of(cluster, &points, &selected, current.as_ref()))
        .collect::<Vec<_>>();
    rsx! {
        for point in drawn {
            PointMark { key: "{point.key}", point, state, zoom, onpress }
        }
    }
}

/// A cluster with all that decides how it looks.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    key: String,
    cluster: Cluster,
    first: MapPoint,
    keys: Vec<String>,
    selected: bool,
    current: bool,
}

impl Drawn {
    fn of(
        cluster: &Cluster,
        points: &[MapPoint],
        selected: &BTreeSet<String>,
        current: Option<&String>,
    ) -> Option<Self> {
        let members = || cluster.members.iter().filter_map(|member| points.get(*member));
        let first = members().next()?.clone();
        Some(Self {
            key: first.key.clone(),
            cluster: cluster.clone(),
            keys: members().map(|point| point.key.clone()).collect(),
            selected: members().any(|point| selected.contains(&point.key)),
            current: members().any(|point| Some(&point.key) == current),
            first,
        })
    }
}

#[component]
fn PointMark(
    point: Drawn,
    state: MapState,
    zoom: Memo<f64>,
    onpress: Option<EventHandler<PointSelection>>,
) -> Element {
    let mut state = state;
    let text = use_text();
    let count = point.keys.len();
    let alone = count == 1;
    let label = match alone {
        true => point.first.label.clone(),
        false => text.say("map-cluster", [("count", count.into())]),
    };
    let (outline, sign) = point.first.look.paths();
    let (x, y, keys, place) = (
        point.cluster.x,
        point.cluster.y,
        point.keys,
        PlanePoint::of(point.first.position),
    );
    rsx! {
        g {
            class: "map-point",
            transform: "translate({x:.1} {y:.1})",
            "data-status": point.first.look.status().filter(|_| alone),
            "data-stage": point.first.look.stage().filter(|_| alone),
            "data-selected": point.selected.then_some(""),
            "data-current": point.current.then_some(""),
            onclick: move |event| {
                if !alone && zoom() < NEAREST && !event.modifiers().ctrl() {
                    return state.approach(place);
                }
                if let Some(handler) = onpress {
                    let extends = event.modifiers().ctrl() || event.modifiers().shift();
                    handler.call(if extends { PointSelection::Extend(keys.clone()) } else { PointSelection::Replace(keys.clone()) });
                }
            },
            title { "{label}" }
            if point.current {
                circle { class: "map-halo", r: "18" }
            }
            if alone {
                path { class: "map-point-shape", d: outline }
                path { class: "map-point-sign", d: sign }
            } else {
                circle { class: if point.selected { "map-cluster map-cluster-selected" } else { "map-cluster" }, r: radius(count) }
                text { class: "map-cluster-count", {text.say("number", [("value", count.into())])} }
            }
        }
    }
}

fn radius(count: usize) -> &'static str {
    match count {
        ..10 => "13",
        10..100 => "15",
        _ => "18",
    }
}

/// The points as buttons in a list that only screen readers find.
#[component]
pub(super) fn PointList(
    points: ReadSignal<Vec<MapPoint>>,
    onpress: Option<EventHandler<PointSelection>>,
) -> Element {
    let points = points.read().clone();
    let none = points.is_empty().then(|| use_text().say("map-no-points", []));
    rsx! {
        ul { class: "visually-hidden",
            if let Some(none) = none {
                li { "{none}" }
            }
            for MapPoint { key, label, .. } in points {
                li { key: "{key}",
                    button {
                        r#type: "button",
                        onclick: move |_| if let Some(handler) = onpress { handler.call(PointSelection::Replace(vec![key.clone()])) },
                        "{label}"
                    }
                }
            }
        }
    }
}

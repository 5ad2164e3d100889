//! Writing down material used, from the town's list of articles.

use dioxus::prelude::*;
use kuitti_engine::protocol::Request;
use kuitti_shared::id::{ArticleCode, OrderId};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::town::Article;
use kuitti_shared::unit::Cents;
use kuitti_ui::{Banner, Field, Tone, use_text};

use super::attention::town;
use super::sheet::{SaveSheet, Saving};
use crate::screens::answer::use_answer;
use crate::screens::number;
use crate::screens::phone::use_phone;

/// The sheet for material.
#[component]
pub(super) fn MaterialSheet(order: OrderId, onclose: EventHandler<()>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let town = use_answer(|| Request::Town, town);
    let articles = match &*town.read() {
        Some(Ok(town)) => town.articles.clone(),
        _ => Vec::new(),
    };
    let mut chosen = use_signal(|| None::<ArticleCode>);
    let mut quantity = use_signal(|| "1".to_owned());
    let article = find(&articles, chosen.read().as_ref()).cloned();
    let thousandths = number::thousandths(&quantity.read());
    let mut typed = use_signal(String::new);
    let priced = article
        .as_ref()
        .and_then(|article| article.price)
        .zip(thousandths)
        .map(price);
    let code = article.as_ref().map(|article| article.code.clone());
    let save = move || {
        let material = code.clone().zip(thousandths);
        let cost = cost(&typed.peek(), priced);
        async move {
            let Some((article, thousandths)) = material else {
                return false;
            };
            phone
                .perform(
                    order,
                    Action::Material {
                        article,
                        thousandths,
                        cost,
                    },
                )
                .await
        }
    };
    let typed_cost = typed.read().clone();
    let cost_mistake = (!typed_cost.trim().is_empty() && number::parse(&typed_cost).is_none())
        .then(|| text.say("number-wrong", []));
    let cost_hint = priced.map(|price| text.say("material-cost-hint", [("cost", text.money(price).into())]));
    let unit = article
        .as_ref()
        .map_or_else(String::new, |article| article.unit.clone());
    let mistake = thousandths.is_none().then(|| text.say("number-wrong", []));
    rsx! {
        SaveSheet {
            title: text.say("material-title", []),
            save_label: text.say("save", []),
            ready: article.is_some() && thousandths.is_some() && cost_mistake.is_none(),
            save: Saving::new(save),
            onclose,
            if articles.is_empty() {
                Banner { tone: Tone::Info, p { {text.say("material-none", [])} } }
            } else {
                Field { id: "article", label: text.say("material-article", []),
                    select {
                        class: "select",
                        id: "article",
                        onchange: move |event| chosen.set(Some(ArticleCode(event.value()))),
                        for one in &articles {
                            option { key: "{one.code}", value: "{one.code}", {one.name.get(text.language())} }
                        }
                    }
                }
                Field { id: "quantity", label: text.say("material-quantity", [("unit", unit.into())]), error: mistake,
                    input {
                        class: "input",
                        id: "quantity",
                        inputmode: "decimal",
                        aria_describedby: "quantity-error",
                        value: "{quantity}",
                        oninput: move |event| quantity.set(event.value()),
                    }
                }
                Field { id: "cost", label: text.say("material-cost", []), hint: cost_hint, error: cost_mistake,
                    input {
                        class: "input",
                        id: "cost",
                        inputmode: "decimal",
                        aria_describedby: "cost-hint cost-error",
                        value: "{typed}",
                        oninput: move |event| typed.set(event.value()),
                    }
                }
            }
        }
    }
}

/// What the quantity costs by the catalogue.
fn price((price, thousandths): (Cents, u32)) -> Cents {
    Cents((price.0 * i64::from(thousandths) + 500) / 1_000)
}

/// The cost as typed; as the catalogue has it, where nothing was typed.
fn cost(typed: &str, priced: Option<Cents>) -> Option<Cents> {
    if typed.trim().is_empty() {
        return priced;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cost at an order is far below 2^53 cents"
    )]
    let cents = number::parse(typed).map(|amount| Cents((amount * 100.0).round() as i64));
    cents
}

/// The article chosen; before any choice, the first, as the list shows it.
fn find<'a>(articles: &'a [Article], chosen: Option<&ArticleCode>) -> Option<&'a Article> {
    match chosen {
        Some(code) => articles.iter().find(|article| article.code == *code),
        None => articles.first(),
    }
}

//! The town as the office knows it: names for every id on the screen, the calendar, the base map.
use std::rc::Rc;

use dioxus::prelude::*;
use kuitti_shared::{
    api::{events::Topic, map::BaseMap, town::Town},
    domain::{Assignee, Category, Crew, NoticeChannel, Worker},
    id::{CategoryCode, CrewId, WorkerId, ZoneCode},
};
use kuitti_text::{Calendar, Text};
use kuitti_ui::{Ground, Setting};

use crate::{api, remote::use_remote};

/// The town, shared by all screens.
#[derive(Clone, Copy)]
pub(crate) struct TownContext {
    town: Signal<Option<Rc<Town>>>,
    base_map: Signal<Rc<BaseMap>>,
    ground: Signal<Ground>,
}

/// The town of this console.
pub(crate) fn use_town() -> TownContext {
    use_context()
}

/// Reads the town and its map, and gives them to everything below.
pub(crate) fn use_town_provider() -> TownContext {
    let mut context = TownContext {
        town: use_signal(|| None),
        base_map: use_signal(Rc::default),
        ground: use_signal(Ground::default),
    };
    use_context_provider(|| context);
    let mut setting = use_context::<Setting>();
    let town = use_remote(&[Topic::Town], || (), |()| api::get::<Town>("/api/town"));
    use_effect(move || {
        if let Some(town) = town.value() {
            setting.calendar.set(Calendar::of_zone(&town.time_zone));
            context.town.set(Some(Rc::new(town)));
        }
    });
    use_future(move || async move {
        // A town without streets still has points.
        if let Ok(map) = api::get::<BaseMap>("/api/map/streets").await {
            context.ground.set(Ground::new(&map));
            context.base_map.set(Rc::new(map));
        }
    });
    context
}

impl TownContext {
    /// The town, once it is known.
    pub(crate) fn get(self) -> Option<Rc<Town>> {
        self.town.read().clone()
    }

    /// The streets, ready to be drawn.
    pub(crate) fn ground(self) -> Signal<Ground> {
        self.ground
    }

    /// The streets, to look a name up.
    pub(crate) fn base_map(self) -> Rc<BaseMap> {
        self.base_map.read().clone()
    }

    pub(crate) fn categories(self) -> Vec<Category> {
        self.get().map(|town| town.categories.clone()).unwrap_or_default()
    }

    /// How citizens can be told.
    pub(crate) fn channels(self) -> Vec<NoticeChannel> {
        self.get().map(|town| town.channels.clone()).unwrap_or_default()
    }

    pub(crate) fn crews(self) -> Vec<Crew> {
        self.get().map(|town| town.crews.clone()).unwrap_or_default()
    }

    pub(crate) fn workers(self) -> Vec<Worker> {
        self.get().map(|town| town.workers.clone()).unwrap_or_default()
    }

    /// A category's name, or its code as long as the name is not known.
    pub(crate) fn category(self, code: &CategoryCode, text: Text) -> String {
        let town = self.town.read();
        let found = town
            .as_ref()
            .and_then(|town| town.categories.iter().find(|category| category.code == *code));
        found.map_or_else(
            || code.to_string(),
            |category| category.name.get(text.language()).to_owned(),
        )
    }

    pub(crate) fn zone(self, code: &ZoneCode, text: Text) -> String {
        let town = self.town.read();
        let found = town
            .as_ref()
            .and_then(|town| town.zones.iter().find(|zone| zone.code == *code));
        found.map_or_else(
            || code.to_string(),
            |zone| zone.name.get(text.language()).to_owned(),
        )
    }

    pub(crate) fn crew(self, id: CrewId) -> String {
        let town = self.town.read();
        let found = town
            .as_ref()
            .and_then(|town| town.crews.iter().find(|crew| crew.id == id));
        found.map_or_else(String::new, |crew| crew.name.clone())
    }

    pub(crate) fn worker(self, id: WorkerId) -> String {
        let town = self.town.read();
        let found = town
            .as_ref()
            .and_then(|town| town.workers.iter().find(|worker| worker.id == id));
        found.map_or_else(String::new, |worker| worker.name.clone())
    }

    pub(crate) fn assignee(self, assignee: Assignee) -> String {
        match assignee {
            Assignee::Crew(crew) => self.crew(crew),
            Assignee::Worker(worker) => self.worker(worker),
        }
    }
}

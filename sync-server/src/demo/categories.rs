//! The kinds of problems that the demo town knows, and what it has decided about each.

use kuitti_shared::domain::{
    Category, ChecklistTemplate, ItemKind, Language, Localised, NoticeProof, RequiredEvidence, Targets,
};
use kuitti_shared::unit::Minutes;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// A category that differs from the others in its words, skill and targets.
struct Kind {
    code: &'static str,
    names: [&'static str; 2],
    skill: &'static str,
    warning: u32,
    breach: u32,
}

/// All of them, in the sequence in which citizens see them.
pub(super) fn all() -> Vec<Category> {
    vec![
        street_lamp(),
        pothole(),
        fallen_tree(),
        snow_and_ice(),
        litter(),
        graffiti(),
        traffic_sign(),
        bench(),
        drain(),
    ]
}

fn category(kind: &Kind) -> Category {
    let [english, finnish] = kind.names;
    Category {
        code: kind.code.into(),
        name: words(english, finnish),
        skill: Some(kind.skill.into()),
        checklist: Vec::new(),
        evidence: vec![RequiredEvidence::PhotoAfter],
        targets: Targets {
            warning: Minutes(kind.warning),
            breach: Minutes(kind.breach),
        },
        assigns_itself: false,
        publishes_after_photo: false,
        notice_proof: NoticeProof::StatusEnough,
        closes_after_days: None,
        public: true,
    }
}

pub(super) fn words(english: &str, finnish: &str) -> Localised {
    [(Language::En, english), (Language::Fi, finnish)].into()
}

fn must(item: &str, english: &str, finnish: &str) -> ChecklistTemplate {
    ChecklistTemplate {
        item: item.into(),
        label: words(english, finnish),
        kind: ItemKind::Tick,
        required: true,
    }
}

fn number(item: &str, english: &str, finnish: &str, unit: &str) -> ChecklistTemplate {
    ChecklistTemplate {
        kind: ItemKind::Number {
            unit: unit.to_owned(),
        },
        required: false,
        ..must(item, english, finnish)
    }
}

fn text(item: &str, english: &str, finnish: &str) -> ChecklistTemplate {
    ChecklistTemplate {
        kind: ItemKind::Text,
        required: false,
        ..must(item, english, finnish)
    }
}

fn street_lamp() -> Category {
    Category {
        checklist: vec![
            must("lamp_burns", "The lamp burns", "Lamppu palaa"),
            must(
                "box_closed",
                "Cover and fuse box closed",
                "Kansi ja sulakekotelo suljettu",
            ),
            number("voltage", "Voltage at the pole", "Jännite pylväällä", "V"),
        ],
        evidence: vec![RequiredEvidence::PhotoBefore, RequiredEvidence::PhotoAfter],
        publishes_after_photo: true,
        ..category(&Kind {
            code: "street_lamp",
            names: ["Street lamp", "Katuvalo"],
            skill: "lighting",
            warning: 3 * DAY,
            breach: 5 * DAY,
        })
    }
}

fn pothole() -> Category {
    Category {
        checklist: vec![
            must("level", "Surface is level", "Pinta on tasainen"),
            must("swept", "Loose stones swept away", "Irtokivet lakaistu pois"),
            number("depth", "Depth before the repair", "Syvyys ennen korjausta", "cm"),
        ],
        evidence: vec![RequiredEvidence::PhotoBefore, RequiredEvidence::PhotoAfter],
        publishes_after_photo: true,
        ..category(&Kind {
            code: "pothole",
            names: ["Pothole or broken paving", "Kuoppa tai rikkoutunut päällyste"],
            skill: "street",
            warning: 5 * DAY,
            breach: 10 * DAY,
        })
    }
}

fn fallen_tree() -> Category {
    Category {
        checklist: vec![
            must("way_free", "The way is free", "Kulkuväylä on vapaa"),
            must("no_wires", "No wires are touched", "Puu ei koske johtoihin"),
            text("species", "Kind of tree", "Puulaji"),
        ],
        assigns_itself: true,
        ..category(&Kind {
            code: "fallen_tree",
            names: ["Fallen tree or branch", "Kaatunut puu tai oksa"],
            skill: "green",
            warning: 4 * HOUR,
            breach: 12 * HOUR,
        })
    }
}

fn snow_and_ice() -> Category {
    Category {
        checklist: vec![
            must("gritted", "Gritted", "Hiekoitettu"),
            must("crossing_free", "Crossing is free", "Suojatie on auki"),
        ],
        evidence: Vec::new(),
        assigns_itself: true,
        ..category(&Kind {
            code: "snow_and_ice",
            names: ["Snow and ice", "Lumi ja liukkaus"],
            skill: "winter",
            warning: 3 * HOUR,
            breach: 8 * HOUR,
        })
    }
}

fn litter() -> Category {
    Category {
        checklist: vec![must("clean", "The place is clean", "Paikka on siisti")],
        ..category(&Kind {
            code: "litter",
            names: ["Litter or full bin", "Roskat tai täysi roska-astia"],
            skill: "cleaning",
            warning: DAY,
            breach: 3 * DAY,
        })
    }
}

fn graffiti() -> Category {
    Category {
        checklist: vec![
            must("removed", "Removed without traces", "Poistettu jälkiä jättämättä"),
            number("area", "Area", "Pinta-ala", "m²"),
        ],
        evidence: vec![RequiredEvidence::PhotoBefore, RequiredEvidence::PhotoAfter],
        notice_proof: NoticeProof::PhotosArrived,
        publishes_after_photo: true,
        ..category(&Kind {
            code: "graffiti",
            names: ["Graffiti", "Töhryt"],
            skill: "cleaning",
            warning: 5 * DAY,
            breach: 10 * DAY,
        })
    }
}

fn traffic_sign() -> Category {
    Category {
        checklist: vec![
            must("upright", "Upright and readable", "Pystyssä ja luettavissa"),
            text("sign", "Number of the sign", "Merkin numero"),
        ],
        ..category(&Kind {
            code: "traffic_sign",
            names: ["Traffic sign", "Liikennemerkki"],
            skill: "street",
            warning: 2 * DAY,
            breach: 5 * DAY,
        })
    }
}

fn bench() -> Category {
    Category {
        checklist: vec![must("safe", "Safe to sit on", "Turvallinen istua")],
        ..category(&Kind {
            code: "bench",
            names: ["Bench or playground", "Penkki tai leikkipaikka"],
            skill: "green",
            warning: 7 * DAY,
            breach: 14 * DAY,
        })
    }
}

fn drain() -> Category {
    Category {
        checklist: vec![
            must("flows", "Water flows off", "Vesi virtaa pois"),
            must("grate", "Grate is in place", "Ritilä on paikallaan"),
        ],
        ..category(&Kind {
            code: "drain",
            names: ["Blocked drain", "Tukkeutunut hulevesikaivo"],
            skill: "street",
            warning: DAY,
            breach: 2 * DAY,
        })
    }
}

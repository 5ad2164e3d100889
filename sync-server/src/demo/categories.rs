//! The kinds of problems that the demo town knows, and what it has decided about each.

use kuitti_shared::domain::{
    Category, ChecklistTemplate, ChoiceOption, Expected, ItemKind, Language, Localised, NoticeProof,
    RequiredEvidence, Targets,
};
use kuitti_shared::unit::Minutes;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// A category that differs from the others in its words, skill and targets.
struct Kind {
    code: &'static str,
    names: Names,
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
    Category {
        code: kind.code.into(),
        name: words(&kind.names),
        skill: Some(kind.skill.into()),
        checklist: Vec::new(),
        evidence: vec![RequiredEvidence::PhotoAfter],
        targets: Targets {
            warning: Minutes(kind.warning),
            breach: Minutes(kind.breach),
            in_office_hours: false,
        },
        assigns_itself: false,
        workers_take: false,
        publishes_after_photo: false,
        notice_proof: NoticeProof::StatusEnough,
        closes_after_days: None,
        public: true,
    }
}

/// A word in every language, in the sequence of [`Language::ALL`].
pub(super) type Names = [&'static str; Language::ALL.len()];

pub(super) fn words(names: &Names) -> Localised {
    let words = Language::ALL.into_iter().zip(names);
    Localised(
        words
            .map(|(language, word)| (language, (*word).to_owned()))
            .collect(),
    )
}

fn must(item: &str, names: Names) -> ChecklistTemplate {
    ChecklistTemplate {
        item: item.into(),
        label: words(&names),
        kind: ItemKind::Tick,
        required: true,
    }
}

fn number(item: &str, names: Names, unit: &str) -> ChecklistTemplate {
    ChecklistTemplate {
        kind: ItemKind::Number {
            unit: unit.to_owned(),
            expected: Expected::default(),
        },
        required: false,
        ..must(item, names)
    }
}

fn between(line: ChecklistTemplate, lowest: f64, highest: f64) -> ChecklistTemplate {
    let expected = Expected {
        lowest: Some(lowest),
        highest: Some(highest),
    };
    let unit = line.kind.unit().unwrap_or_default().to_owned();
    ChecklistTemplate {
        kind: ItemKind::Number { unit, expected },
        ..line
    }
}

fn ask(item: &str, names: Names, kind: ItemKind) -> ChecklistTemplate {
    ChecklistTemplate {
        kind,
        required: false,
        ..must(item, names)
    }
}

fn option(code: &str, names: &Names) -> ChoiceOption {
    ChoiceOption {
        code: code.to_owned(),
        label: words(names),
    }
}

fn street_lamp() -> Category {
    Category {
        checklist: vec![
            must(
                "lamp_burns",
                [
                    "The lamp burns",
                    "Lamppu palaa",
                    "Lamba yanıyor",
                    "La lampada è accesa",
                    "چراغ روشن است",
                ],
            ),
            must(
                "box_closed",
                [
                    "Cover and fuse box closed",
                    "Kansi ja sulakekotelo suljettu",
                    "Kapak ve sigorta kutusu kapalı",
                    "Coperchio e scatola dei fusibili chiusi",
                    "درپوش و جعبهٔ فیوز بسته است",
                ],
            ),
            between(
                number(
                    "voltage",
                    [
                        "Voltage at the pole",
                        "Jännite pylväällä",
                        "Direkteki gerilim",
                        "Tensione al palo",
                        "ولتاژ پای تیر",
                    ],
                    "V",
                ),
                210.0,
                245.0,
            ),
        ],
        evidence: vec![RequiredEvidence::PhotoBefore, RequiredEvidence::PhotoAfter],
        publishes_after_photo: true,
        ..category(&Kind {
            code: "street_lamp",
            names: [
                "Street lamp",
                "Katuvalo",
                "Sokak lambası",
                "Lampione",
                "چراغ معابر",
            ],
            skill: "lighting",
            warning: 3 * DAY,
            breach: 5 * DAY,
        })
    }
}

fn filled_with() -> ChecklistTemplate {
    let kind = ItemKind::Choice(vec![
        option(
            "cold",
            &[
                "Cold asphalt",
                "Kylmäasfaltilla",
                "Soğuk asfalt",
                "Asfalto a freddo",
                "آسفالت سرد",
            ],
        ),
        option(
            "hot",
            &[
                "Hot asphalt",
                "Kuuma-asfaltilla",
                "Sıcak asfalt",
                "Asfalto a caldo",
                "آسفالت گرم",
            ],
        ),
        option(
            "gravel",
            &[
                "Gravel for now",
                "Toistaiseksi soralla",
                "Şimdilik çakıl",
                "Per ora ghiaia",
                "فعلاً شن",
            ],
        ),
    ]);
    let names = ["Filled with", "Täytetty", "Dolgu", "Riempita con", "پرشده با"];
    ask("filled_with", names, kind)
}

fn pothole() -> Category {
    Category {
        checklist: vec![
            must(
                "level",
                [
                    "Surface is level",
                    "Pinta on tasainen",
                    "Yüzey düz",
                    "La superficie è piana",
                    "سطح صاف است",
                ],
            ),
            must(
                "swept",
                [
                    "Loose stones swept away",
                    "Irtokivet lakaistu pois",
                    "Gevşek taşlar süpürüldü",
                    "Pietre sciolte spazzate via",
                    "سنگ‌های شل جارو شد",
                ],
            ),
            between(
                number(
                    "depth",
                    [
                        "Depth before the repair",
                        "Syvyys ennen korjausta",
                        "Onarımdan önceki derinlik",
                        "Profondità prima della riparazione",
                        "عمق پیش از تعمیر",
                    ],
                    "cm",
                ),
                0.0,
                30.0,
            ),
            filled_with(),
        ],
        evidence: vec![RequiredEvidence::PhotoBefore, RequiredEvidence::PhotoAfter],
        publishes_after_photo: true,
        ..category(&Kind {
            code: "pothole",
            names: [
                "Pothole or broken paving",
                "Kuoppa tai rikkoutunut päällyste",
                "Çukur veya bozuk kaldırım",
                "Buca o pavimentazione rotta",
                "چاله یا سنگ‌فرش شکسته",
            ],
            skill: "street",
            warning: 5 * DAY,
            breach: 10 * DAY,
        })
    }
}

fn fallen_tree() -> Category {
    Category {
        checklist: vec![
            must(
                "way_free",
                [
                    "The way is free",
                    "Kulkuväylä on vapaa",
                    "Yol açık",
                    "Il passaggio è libero",
                    "راه باز است",
                ],
            ),
            must(
                "no_wires",
                [
                    "No wires are touched",
                    "Puu ei koske johtoihin",
                    "Ağaç tellere değmiyor",
                    "Nessun contatto con i cavi",
                    "تماسی با سیم‌ها ندارد",
                ],
            ),
            ask(
                "species",
                [
                    "Kind of tree",
                    "Puulaji",
                    "Ağaç türü",
                    "Specie dell’albero",
                    "نوع درخت",
                ],
                ItemKind::Text,
            ),
        ],
        assigns_itself: true,
        ..category(&Kind {
            code: "fallen_tree",
            names: [
                "Fallen tree or branch",
                "Kaatunut puu tai oksa",
                "Devrilmiş ağaç veya dal",
                "Albero o ramo caduto",
                "درخت یا شاخهٔ افتاده",
            ],
            skill: "green",
            warning: 4 * HOUR,
            breach: 12 * HOUR,
        })
    }
}

fn snow_and_ice() -> Category {
    Category {
        checklist: vec![
            must(
                "gritted",
                [
                    "Gritted",
                    "Hiekoitettu",
                    "Kum serpildi",
                    "Sabbia sparsa",
                    "شن‌پاشی شد",
                ],
            ),
            must(
                "crossing_free",
                [
                    "Crossing is free",
                    "Suojatie on auki",
                    "Yaya geçidi açık",
                    "L’attraversamento è libero",
                    "گذرگاه باز است",
                ],
            ),
        ],
        evidence: Vec::new(),
        assigns_itself: true,
        ..category(&Kind {
            code: "snow_and_ice",
            names: [
                "Snow and ice",
                "Lumi ja liukkaus",
                "Kar ve buz",
                "Neve e ghiaccio",
                "برف و یخ",
            ],
            skill: "winter",
            warning: 3 * HOUR,
            breach: 8 * HOUR,
        })
    }
}

fn litter() -> Category {
    Category {
        checklist: vec![must(
            "clean",
            [
                "The place is clean",
                "Paikka on siisti",
                "Yer temiz",
                "Il luogo è pulito",
                "محل تمیز است",
            ],
        )],
        workers_take: true,
        ..category(&Kind {
            code: "litter",
            names: [
                "Litter or full bin",
                "Roskat tai täysi roska-astia",
                "Çöp veya dolu çöp kutusu",
                "Rifiuti o cestino pieno",
                "زباله یا سطل پر",
            ],
            skill: "cleaning",
            warning: DAY,
            breach: 3 * DAY,
        })
    }
}

fn graffiti() -> Category {
    Category {
        checklist: vec![
            must(
                "removed",
                [
                    "Removed without traces",
                    "Poistettu jälkiä jättämättä",
                    "İz kalmadan silindi",
                    "Rimosso senza tracce",
                    "بدون رد پاک شد",
                ],
            ),
            number("area", ["Area", "Pinta-ala", "Alan", "Superficie", "مساحت"], "m²"),
        ],
        evidence: vec![RequiredEvidence::PhotoBefore, RequiredEvidence::PhotoAfter],
        notice_proof: NoticeProof::PhotosArrived,
        publishes_after_photo: true,
        ..category(&Kind {
            code: "graffiti",
            names: ["Graffiti", "Töhryt", "Duvar yazısı", "Graffiti", "دیوارنویسی"],
            skill: "cleaning",
            warning: 5 * DAY,
            breach: 10 * DAY,
        })
    }
}

fn traffic_sign() -> Category {
    Category {
        checklist: vec![
            must(
                "upright",
                [
                    "Upright and readable",
                    "Pystyssä ja luettavissa",
                    "Dik ve okunaklı",
                    "Diritto e leggibile",
                    "راست و خواناست",
                ],
            ),
            ask(
                "sign",
                [
                    "Label of the pole",
                    "Pylvään tarra",
                    "Direğin etiketi",
                    "Etichetta del palo",
                    "برچسب تیر",
                ],
                ItemKind::Barcode,
            ),
            ask(
                "bends",
                [
                    "Is the pole bent?",
                    "Onko pylväs taipunut?",
                    "Direk eğik mi?",
                    "Il palo è piegato?",
                    "تیر کج است؟",
                ],
                ItemKind::YesNo,
            ),
        ],
        ..category(&Kind {
            code: "traffic_sign",
            names: [
                "Traffic sign",
                "Liikennemerkki",
                "Trafik levhası",
                "Segnale stradale",
                "تابلوی راهنمایی",
            ],
            skill: "street",
            warning: 2 * DAY,
            breach: 5 * DAY,
        })
    }
}

fn bench() -> Category {
    Category {
        checklist: vec![
            must(
                "safe",
                [
                    "Safe to sit on",
                    "Turvallinen istua",
                    "Oturmak güvenli",
                    "Sicura per sedersi",
                    "نشستن روی آن بی‌خطر است",
                ],
            ),
            ask(
                "next",
                [
                    "Next inspection",
                    "Seuraava tarkastus",
                    "Sonraki denetim",
                    "Prossima ispezione",
                    "بازرسی بعدی",
                ],
                ItemKind::Date,
            ),
            ask(
                "accepted_by",
                [
                    "Accepted by",
                    "Hyväksynyt",
                    "Kabul eden",
                    "Accettato da",
                    "پذیرنده",
                ],
                ItemKind::Signature,
            ),
        ],
        workers_take: true,
        ..category(&Kind {
            code: "bench",
            names: [
                "Bench or playground",
                "Penkki tai leikkipaikka",
                "Bank veya oyun alanı",
                "Panchina o area giochi",
                "نیمکت یا زمین بازی",
            ],
            skill: "green",
            warning: 7 * DAY,
            breach: 14 * DAY,
        })
    }
}

fn drain() -> Category {
    Category {
        checklist: vec![
            must(
                "flows",
                [
                    "Water flows off",
                    "Vesi virtaa pois",
                    "Su akıp gidiyor",
                    "L’acqua defluisce",
                    "آب می‌رود",
                ],
            ),
            must(
                "grate",
                [
                    "Grate is in place",
                    "Ritilä on paikallaan",
                    "Izgara yerinde",
                    "La griglia è al suo posto",
                    "شبکه سر جایش است",
                ],
            ),
        ],
        ..category(&Kind {
            code: "drain",
            names: [
                "Blocked drain",
                "Tukkeutunut hulevesikaivo",
                "Tıkalı yağmur suyu ızgarası",
                "Tombino intasato",
                "آبرو گرفته",
            ],
            skill: "street",
            warning: DAY,
            breach: 2 * DAY,
        })
    }
}

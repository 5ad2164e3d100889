//! What citizens write, by category: most in English and in Finnish, a few in the other languages.

use kuitti_shared::domain::Language::{self, En, Fa, Fi, It, Tr};

/// A text in its language.
pub(super) type Words = (Language, &'static str);

/// What is said about the lamps of [`super::places::DARK_LAMPS`], with how to find each.
pub(super) const DARK_LAMPS: [(Words, &str); 6] = [
    (
        (
            En,
            "The lamp opposite the library has been dark since Monday. The bus stop is pitch black.",
        ),
        "opposite the library",
    ),
    (
        (Fi, "Katuvalo vilkkuu koko ajan ja sammui eilen illalla kokonaan."),
        "kulmasta kolmas valaisin",
    ),
    (
        (En, "Two lamps in a row are out, it is hard to see the steps."),
        "by the stairs",
    ),
    (
        (En, "Lamp head is hanging loose and swings in the wind."),
        "pole 14, in front of the bakery",
    ),
    (
        (Fi, "Valaisin palaa päivälläkin mutta ei yöllä."),
        "sisäpihan portin vieressä",
    ),
    (
        (En, "Street lamp flickers all night, right outside our bedroom."),
        "third pole from the corner",
    ),
];

/// Category, what is said about it.
pub(super) const REPORTS: &[(&str, &[Words])] = &[
    (
        "pothole",
        &[
            (En, "Deep hole in the right lane, cars swerve around it."),
            (Fi, "Suojatien kohdalla on syvä kuoppa, pyörällä vaarallinen."),
            (
                En,
                "Two paving stones have come loose, an elderly lady stumbled this morning.",
            ),
            (Fi, "Asfaltti on painunut kaivonkannen ympäriltä."),
            (En, "Tram stop: the edge of the kerb has broken off."),
            (Fi, "Mukulakiviä irronnut jalkakäytävästä noin neliön alueelta."),
            (En, "Pothole full of water, you cannot see how deep it is."),
            (
                Tr,
                "Yaya geçidinin önünde derin bir çukur var, bisikletle geçilemiyor.",
            ),
            (
                Fa,
                "جلوی ایستگاه تراموا یک سنگ‌فرش شکسته و پای آدم در آن گیر می‌کند.",
            ),
        ],
    ),
    (
        "litter",
        &[
            (
                En,
                "The bin by the bench overflows, gulls spread it all over the square.",
            ),
            (Fi, "Roska-astia on täynnä ja pusseja on jätetty viereen."),
            (En, "Somebody left a sofa and two mattresses on the pavement."),
            (Fi, "Lasinsiruja leikkipaikan vieressä."),
            (En, "Broken glass on the bike lane after the weekend."),
            (Fi, "Katoksen alla on isoja pahvilaatikoita ja ruoantähteitä."),
            (En, "Bin lid is missing and the rubbish flies around."),
            (It, "Il cestino davanti alla scuola trabocca da tre giorni."),
            (Tr, "Çöp kutusunun yanına eski bir buzdolabı bırakılmış."),
        ],
    ),
    (
        "graffiti",
        &[
            (
                En,
                "Fresh tags on the wall beside the gate, about three metres long.",
            ),
            (Fi, "Sähkökaappi on töhritty kauttaaltaan."),
            (En, "Offensive words sprayed on the bus shelter."),
            (Fi, "Alikulun seinään on maalattu yön aikana."),
            (
                En,
                "Stickers and paint on the information board, the map cannot be read.",
            ),
        ],
    ),
    (
        "traffic_sign",
        &[
            (En, "The no-parking sign has been turned to face the wall."),
            (Fi, "Kärkikolmio on kaatunut, pylväs on poikki juuresta."),
            (En, "One-way sign is hidden behind branches."),
            (Fi, "Suojatiemerkki puuttuu kokonaan."),
            (En, "Sign post leans over the bike lane at head height."),
        ],
    ),
    (
        "bench",
        &[
            (En, "A plank of the bench is broken and has nails sticking out."),
            (Fi, "Keinun ketju on poikki leikkipuistossa."),
            (En, "Bench has been tipped over and lies in the flower bed."),
            (Fi, "Penkin selkänoja irtoaa, kun siihen nojaa."),
        ],
    ),
    (
        "drain",
        &[
            (En, "Water stands across the whole crossing every time it rains."),
            (Fi, "Hulevesikaivo on tukossa lehdistä, vesi valuu kellariin."),
            (En, "The grate of the drain is broken, a wheel could get stuck."),
            (Fi, "Kaivosta nousee vettä kadulle."),
        ],
    ),
    (
        "street_lamp",
        &[
            (En, "Street lamp does not come on at all."),
            (Fi, "Kolme katuvaloa peräkkäin pimeänä."),
            (
                En,
                "The cover at the foot of the pole is open and wires can be seen.",
            ),
            (Fi, "Katuvalo on ollut pimeänä yli viikon."),
            (En, "Lamp buzzes loudly and goes off every few minutes."),
            (Fa, "چراغ خیابان از هفتهٔ پیش خاموش است و پیاده‌رو خیلی تاریک شده."),
        ],
    ),
    (
        "fallen_tree",
        &[
            (En, "A big branch came down and blocks half of the pavement."),
            (Fi, "Puu on kaatunut pyörätien yli."),
            (
                En,
                "Branch hangs from the lime tree above the playground, looks about to fall.",
            ),
        ],
    ),
    (
        "snow_and_ice",
        &[
            (En, "Sheet ice on the slope, nobody has gritted here."),
            (
                Fi,
                "Suojatien edessä on auraamaton lumivalli, rattailla ei pääse yli.",
            ),
            (En, "Water from a gutter freezes on the pavement every night."),
        ],
    ),
];

/// What a second citizen writes about the same problem.
pub(super) const AGAIN: [Words; 4] = [
    (
        En,
        "Still not repaired, and it is getting worse. Others must have told you already?",
    ),
    (Fi, "Sama vika edelleen, huomasin tänään."),
    (En, "I pass here every day and it is still the same."),
    (Fi, "Tästä on varmaan ilmoitettu, mutta mitään ei ole tapahtunut."),
];

//! Every language says everything, with the same variables, and the code asks for nothing else.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use kuitti_shared::{
    domain::{Direction, NoticeStage, OrderStatus, RequestStage, Role},
    sync::receipt,
};
use kuitti_text::Language;

type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Name and contents of each file of a language.
fn sources(language: Language) -> Vec<(String, String)> {
    let folder = root().join("assets/i18n").join(language.code());
    let paths = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    paths
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect()
}

/// Message key -> the variables it uses, over all files of a language; panics on a mistake or a key given twice.
fn messages(language: Language) -> Messages {
    let mut messages = Messages::new();
    for (path, source) in sources(language) {
        let parsed =
            parser::parse(source.as_str()).unwrap_or_else(|(_, mistakes)| panic!("{path:?}: {mistakes:?}"));
        for entry in parsed.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            let pattern = message
                .value
                .unwrap_or_else(|| panic!("{path:?}: {} is empty", message.id.name));
            variables_of_pattern(&pattern, &mut variables);
            let before = messages.insert(message.id.name.to_owned(), variables);
            assert!(before.is_none(), "{path:?}: {} is given twice", message.id.name);
        }
    }
    messages
}

fn variables_of_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            variables_of_expression(expression, found);
        }
    }
}

fn variables_of_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => variables_of_inline(inline, found),
        Expression::Select { selector, variants } => {
            variables_of_inline(selector, found);
            variants
                .iter()
                .for_each(|variant| variables_of_pattern(&variant.value, found));
        }
    }
}

fn variables_of_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|argument| variables_of_inline(argument, found));
        }
        InlineExpression::Placeable { expression } => variables_of_expression(expression, found),
        _ => {}
    }
}

#[test]
fn all_languages_say_the_same_with_the_same_variables() {
    let english = messages(Language::En);
    assert!(english.len() > 50, "the files were found");
    for language in Language::ALL {
        let other = messages(language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{language:?} lacks {missing:?}, has alone {surplus:?}"
        );
        for (key, variables) in &english {
            assert_eq!(
                Some(variables),
                other.get(key),
                "{language:?}: variables of {key}"
            );
        }
    }
}

/// Within a sentence a variable takes the direction of its first letter outside marks of its own. A text that has none would
/// be turned round: `1 Azar 1405` would read `1405 Azar 1`.
#[test]
fn a_text_from_right_to_left_says_its_direction_itself() {
    let says_it = |letter: char| matches!(letter, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}' | '\u{200f}' | '\u{2066}');
    let mut silent = Vec::new();
    for language in Language::ALL {
        if language.direction() == Direction::LeftToRight {
            continue;
        }
        for (name, source) in sources(language) {
            let parsed =
                parser::parse(source.as_str()).unwrap_or_else(|(_, mistakes)| panic!("{name}: {mistakes:?}"));
            for entry in parsed.body {
                let Entry::Message(message) = entry else { continue };
                let pattern = message.value.unwrap();
                let marked = pattern.elements.len() > 1;
                if marked && !literals(&pattern).chars().any(says_it) {
                    silent.push(message.id.name.to_owned());
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:?}");
}

/// What stands in a pattern besides variables; of the variants of a choice, nothing.
fn literals(pattern: &Pattern<&str>) -> String {
    let literal = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => value
            .strip_prefix("\\u")
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32)
            .map_or_else(|| (*value).to_owned(), String::from),
        PatternElement::Placeable { .. } => String::new(),
    };
    pattern.elements.iter().map(literal).collect()
}

#[test]
fn every_folder_of_texts_is_a_language() {
    for folder in fs::read_dir(root().join("assets/i18n")).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(
            Language::ALL.iter().any(|language| language.code() == name),
            "{name} is not in Language::ALL"
        );
    }
}

#[test]
fn the_code_asks_only_for_texts_that_exist() {
    let known = messages(Language::En);
    let mut unknown = Vec::new();
    for folder in ["shared", "mobile", "sync-server"] {
        for path in rust_files(&root().join(folder)) {
            let source = fs::read_to_string(&path).unwrap();
            let asked = source
                .split(".say(\"")
                .skip(1)
                .filter_map(|rest| rest.split_once('"'));
            unknown.extend(
                asked
                    .filter(|(key, _)| !known.contains_key(*key))
                    .map(|(key, _)| format!("{key} in {path:?}")),
            );
        }
    }
    unknown.retain(|line| !line.starts_with("no-such-key"));
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// The field app carries these files and no others.
const CARRIED: &str = include_str!("../field-files.txt");

/// Words in the field app's sources that are the names of texts too, and are used as something else there.
const NO_TEXTS: [&str; 3] = ["enrol", "times", "visit-state"];

/// A text is often named beside its value and asked for elsewhere, so that every word of the sources counts.
#[test]
fn the_field_app_names_only_what_it_carries() {
    let carried: BTreeSet<String> = sources(Language::En)
        .into_iter()
        .filter(|(path, _)| CARRIED.lines().any(|name| Path::new(path).ends_with(name)))
        .flat_map(|(_, source)| keys(&source))
        .collect();
    let all = messages(Language::En);
    let folders = ["mobile/app", "shared/ui", "shared/text/src"];
    let mut missing = Vec::new();
    for path in folders.iter().flat_map(|folder| rust_files(&root().join(folder))) {
        let source = fs::read_to_string(&path).unwrap();
        let lacking = source
            .split('"')
            .filter(|word| all.contains_key(*word) && !carried.contains(*word) && !NO_TEXTS.contains(word));
        missing.extend(lacking.map(|word| format!("{word} in {path:?}")));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

fn keys(source: &str) -> Vec<String> {
    let keys = source.lines().filter_map(|line| line.split_once(" ="));
    keys.map(|(key, _)| key.to_owned()).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn every_code_of_the_domain_has_its_word() {
    let known = messages(Language::En);
    let families = [
        ("order-status", OrderStatus::ALL.map(OrderStatus::code).to_vec()),
        (
            "request-stage",
            RequestStage::ALL.map(RequestStage::code).to_vec(),
        ),
        ("role", Role::ALL.map(Role::code).to_vec()),
        ("notice-stage", NoticeStage::ALL.map(NoticeStage::code).to_vec()),
        ("receipt", receipt::code::ALL.to_vec()),
    ];
    for (family, codes) in families {
        for code in codes {
            let key = format!("{family}-{}", code.replace('_', "-"));
            assert!(known.contains_key(&key), "{key} is missing");
        }
    }
}

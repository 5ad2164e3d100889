//! The file as a whole, looked through once before anything is written: a file that is cut off, or in another encoding,
//! must not leave half of itself in the town.

use std::collections::HashSet;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder};
use kuitti_shared::domain::Language;
use kuitti_text::Text;

use super::preset::Preset;

/// Why a file cannot be imported at all.
#[derive(Debug, thiserror::Error)]
pub enum FileProblem {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It has a first line and no others.
    #[error("the file has no lines below its first")]
    NoRows,
    /// UTF-16, as some spreadsheets save "Unicode text".
    #[error("the file is UTF-16")]
    Utf16,
    /// Bytes that are no UTF-8.
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// Where.
        line: u64,
    },
    /// Its columns are separated by something else.
    #[error("the columns are separated by {found:?}")]
    Delimiter {
        /// What separates them.
        found: char,
    },
    /// Columns that the preset needs are not there.
    #[error("missing columns: {}", columns.join(", "))]
    MissingColumns {
        /// Their names.
        columns: Vec<&'static str>,
    },
    /// Its last line breaks off.
    #[error("the file breaks off in line {line}")]
    Truncated {
        /// Where.
        line: u64,
    },
    /// It is larger than it may be.
    #[error("the file is larger than {megabytes} MB")]
    TooLarge {
        /// The limit.
        megabytes: u64,
    },
    /// It cannot be read.
    #[error("the file cannot be read")]
    Unreadable(#[from] io::Error),
}

impl FileProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "import_empty",
            Self::NoRows => "import_no_rows",
            Self::Utf16 => "import_utf_16",
            Self::NotUtf8 { .. } => "import_not_utf_8",
            Self::Delimiter { .. } => "import_delimiter",
            Self::MissingColumns { .. } => "import_missing_columns",
            Self::Truncated { .. } => "import_truncated",
            Self::TooLarge { .. } => "import_too_large",
            Self::Unreadable(_) => "import_unreadable",
        }
    }

    /// What is wrong and what to do about it.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let text = Text::new(language);
        match self {
            Self::Empty => text.say("import-problem-empty", []),
            Self::NoRows => text.say("import-problem-no-rows", []),
            Self::Utf16 => text.say("import-problem-utf-16", []),
            Self::NotUtf8 { line } => text.say("import-problem-not-utf-8", [("line", (*line).into())]),
            Self::Delimiter { found } => {
                text.say("import-problem-delimiter", [("sign", sign(*found).into())])
            }
            Self::MissingColumns { columns } => text.say(
                "import-problem-missing-columns",
                [("columns", columns.join(", ").into())],
            ),
            Self::Truncated { line } => text.say("import-problem-truncated", [("line", (*line).into())]),
            Self::TooLarge { megabytes } => {
                text.say("import-problem-too-large", [("megabytes", (*megabytes).into())])
            }
            Self::Unreadable(_) => text.say("import-problem-unreadable", []),
        }
    }
}

const fn sign(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "semicolon",
        '\t' => "tab",
        _ => "other",
    }
}

/// What was learnt from looking through a file.
#[derive(Debug)]
pub struct Survey {
    /// Lines below the first.
    pub rows: u64,
    /// Where the preset's columns stand.
    pub layout: Layout,
    shared_places: HashSet<u64>,
}

impl Survey {
    /// Do several lines have this address and kind of problem?
    #[must_use]
    pub fn is_shared(&self, address: &str, category: &str) -> bool {
        self.shared_places.contains(&place_key(address, category))
    }
}

/// Positions of the columns, in the order of [`super::preset::Columns::all`], and how many there are.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Positions.
    pub positions: [usize; 9],
    /// How many columns the first line has.
    pub width: usize,
}

/// A reader of the lines below the first. Lines of another width come through: they are refused one by one.
///
/// # Errors
/// [`FileProblem::Unreadable`].
pub fn open(path: &Path) -> Result<Reader<BufReader<File>>, FileProblem> {
    let file = BufReader::with_capacity(1 << 16, File::open(path)?);
    Ok(ReaderBuilder::new().flexible(true).from_reader(file))
}

/// Looks through the whole file. Memory: a number for each place, nothing for a line.
///
/// # Errors
/// [`FileProblem`], which says what to do about it.
pub fn survey(path: &Path, preset: &Preset) -> Result<Survey, FileProblem> {
    check_encoding(path)?;
    let mut reader = open(path)?;
    let layout = layout(reader.byte_headers().map_err(read_error)?, preset)?;
    let [.., category_at, _, _, address_at, _, _] = layout.positions;
    let (mut seen, mut shared_places) = (HashSet::new(), HashSet::new());
    let (mut rows, mut last) = (0, (0, layout.width));
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(read_error)? {
        let line = record.position().map_or(0, csv::Position::line);
        rows += 1;
        last = (line, record.len());
        if record.iter().any(|field| std::str::from_utf8(field).is_err()) {
            return Err(FileProblem::NotUtf8 { line });
        }
        let text = |at| record.get(at).map(String::from_utf8_lossy).unwrap_or_default();
        let (address, category) = (text(address_at), text(category_at));
        if address.trim().is_empty() {
            continue;
        }
        let key = place_key(&address, &category);
        if !seen.insert(key) {
            shared_places.insert(key);
        }
    }
    match last {
        _ if rows == 0 => Err(FileProblem::NoRows),
        (line, width) if width < layout.width => Err(FileProblem::Truncated { line }),
        _ => Ok(Survey {
            rows,
            layout,
            shared_places,
        }),
    }
}

fn place_key(address: &str, category: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (address.trim().to_lowercase(), category.trim()).hash(&mut hasher);
    hasher.finish()
}

/// The first bytes tell UTF-16 with and without its mark, and an empty file.
fn check_encoding(path: &Path) -> Result<(), FileProblem> {
    let mut file = BufReader::new(File::open(path)?);
    let start = file.fill_buf()?;
    match start {
        [] => return Err(FileProblem::Empty),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..] => return Err(FileProblem::Utf16),
        _ => {}
    }
    file.seek(SeekFrom::Start(0))?;
    let blank = file
        .bytes()
        .take(4096)
        .all(|byte| byte.is_ok_and(|byte| byte.is_ascii_whitespace()));
    if blank { Err(FileProblem::Empty) } else { Ok(()) }
}

fn layout(header: &ByteRecord, preset: &Preset) -> Result<Layout, FileProblem> {
    let wanted = preset.columns.all();
    let names: Vec<String> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_owned())
        .collect();
    let found = wanted.map(|column| names.iter().position(|name| name == column));
    if let [
        Some(a),
        Some(b),
        Some(c),
        Some(d),
        Some(e),
        Some(f),
        Some(g),
        Some(h),
        Some(i),
    ] = found
    {
        return Ok(Layout {
            positions: [a, b, c, d, e, f, g, h, i],
            width: names.len(),
        });
    }
    if let [only] = names.as_slice() {
        let separates = |sign: &char| {
            wanted
                .iter()
                .filter(|column| only.split(*sign).any(|name| name.trim_matches('"') == **column))
                .count()
                > 1
        };
        if let Some(found) = [';', '\t', '|'].into_iter().find(separates) {
            return Err(FileProblem::Delimiter { found });
        }
    }
    let missing = wanted.into_iter().zip(found);
    Err(FileProblem::MissingColumns {
        columns: missing
            .filter(|(_, place)| place.is_none())
            .map(|(column, _)| column)
            .collect(),
    })
}

pub(super) fn read_error(error: csv::Error) -> FileProblem {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => FileProblem::Unreadable(error),
        other => FileProblem::Unreadable(io::Error::other(format!("{other:?}"))),
    }
}

//! The four kinds of value that a column can hold, the same on both engines. A missing value keeps its kind, because
//! PostgreSQL wants to know it.

/// One value of one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// INTEGER, BIGINT: numbers, times, yes and no.
    Integer(Option<i64>),
    /// REAL, DOUBLE PRECISION.
    Real(Option<f64>),
    /// TEXT: words, codes, documents.
    Text(Option<String>),
    /// BLOB, BYTEA: ids.
    Bytes(Option<Vec<u8>>),
}

macro_rules! cells {
    ($($kind:ident from $type:ty: $convert:expr;)+) => { $(
        impl From<$type> for Cell {
            fn from(value: $type) -> Self {
                Self::$kind(Some($convert(value)))
            }
        }
        impl From<Option<$type>> for Cell {
            fn from(value: Option<$type>) -> Self {
                Self::$kind(value.map($convert))
            }
        }
    )+ };
}

cells! {
    Integer from i64: i64::from;
    Integer from u32: i64::from;
    Integer from bool: i64::from;
    Real from f64: f64::from;
    Text from &str: text;
    Text from &String: text;
    Text from String: text;
    Bytes from &[u8]: <[u8]>::to_vec;
    Bytes from Vec<u8>: Vec::from;
}

impl From<&Option<String>> for Cell {
    fn from(value: &Option<String>) -> Self {
        value.as_deref().into()
    }
}

/// PostgreSQL has no place for the character NUL. In documents it is written with an escape; in their copies for lists
/// nobody misses it.
fn text(text: impl Into<String>) -> String {
    let mut text = text.into();
    text.retain(|letter| letter != '\0');
    text
}

//! Files that somebody imports: a file is refused as a whole, or each of its lines is a draft or says what is wrong with it.
#![no_main]

use std::io::Write as _;

use jiff::tz::TimeZone;
use kuitti_server::import::file::{open, survey};
use kuitti_server::import::la311::LA311;
use kuitti_server::import::line::LineReader;
use kuitti_shared::unit::WallTime;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let Ok(survey) = survey(file.path(), &LA311) else {
        return;
    };
    let reader = LineReader {
        preset: &LA311,
        survey: &survey,
        zone: TimeZone::UTC,
        now: WallTime(1_795_161_600_000),
    };
    let mut rows = 0;
    for record in open(file.path()).unwrap().records() {
        // What the survey has read can be read.
        let line = reader.read(&record.unwrap());
        assert!(line.draft.is_some() || !line.findings.is_empty());
        rows += 1;
    }
    assert_eq!(rows, survey.rows);
});

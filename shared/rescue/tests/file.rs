//! What is written comes back, and nothing else does.
#![cfg(test)]

use kuitti_rescue::{Head, PhotoInFile, RescueError, device_of, open, seal};
use kuitti_shared::id::{DeviceId, Sha256Hex};
use kuitti_shared::sync::rescue::RescueCode;
use kuitti_shared::unit::{Millis, WallTime};
use serde_json::value::to_raw_value;
use uuid::Uuid;

const DEVICE: DeviceId = DeviceId(Uuid::from_u128(7));

fn code() -> RescueCode {
    RescueCode::from_random(0x1234_5678_9abc)
}

fn file() -> Vec<u8> {
    let photos = [vec![1; 70_000], vec![2; 3]];
    let head = Head {
        device: DEVICE,
        written_at: WallTime(1_000),
        clock_error: Millis(5),
        requests: vec![to_raw_value(&serde_json::json!({ "ops": [1, 2] })).unwrap()],
        photos: photos
            .iter()
            .map(|photo| PhotoInFile {
                sha256: Sha256Hex::from([3; 32]),
                size: photo.len() as u64,
            })
            .collect(),
        photos_left: 4,
    };
    seal(&code(), &head, &photos).unwrap()
}

#[test]
fn what_is_written_comes_back() {
    let file = file();
    assert_eq!(device_of(&file), Ok(DEVICE));
    let rescue = open(&code(), &file).unwrap();
    assert_eq!(rescue.head.requests[0].get(), r#"{"ops":[1,2]}"#);
    assert_eq!(rescue.head.photos_left, 4);
    assert_eq!(rescue.photos, [vec![1; 70_000], vec![2; 3]]);
}

#[test]
fn a_finder_reads_nothing_of_it() {
    let file = file();
    assert!(!file.windows(5).any(|window| window == b"\"ops\""));
    assert_eq!(
        open(&RescueCode::from_random(1), &file).unwrap_err(),
        RescueError::Code
    );
}

#[test]
fn a_file_that_broke_or_was_changed_is_damaged_wherever_that_was() {
    let file = file();
    for length in [file.len() - 1, file.len() / 2, 200, 60] {
        assert_eq!(
            open(&code(), &file[..length]).unwrap_err(),
            RescueError::Damaged,
            "cut at {length}"
        );
    }
    for place in [file.len() - 1, file.len() / 2] {
        let mut changed = file.clone();
        changed[place] ^= 1;
        assert_eq!(
            open(&code(), &changed).unwrap_err(),
            RescueError::Damaged,
            "changed at {place}"
        );
    }
    let mut longer = file;
    longer.push(0);
    assert_eq!(open(&code(), &longer).unwrap_err(), RescueError::Damaged);
}

#[test]
fn work_cannot_be_passed_off_as_another_devices() {
    let mut file = file();
    let other = DeviceId(Uuid::from_u128(8)).to_string();
    let from = "kuitti-rescue/1 ".len();
    file[from..from + other.len()].copy_from_slice(other.as_bytes());
    assert_eq!(open(&code(), &file).unwrap_err(), RescueError::Damaged);
}

#[test]
fn other_files_are_told_apart() {
    for other in [&b""[..], b"hello", b"kuitti-rescue/1 nobody\nage", &[0xff; 300]] {
        assert_eq!(device_of(other), Err(RescueError::Other));
    }
    assert_eq!(
        device_of(b"kuitti-rescue/2 00000000-0000-0000-0000-000000000007\n"),
        Err(RescueError::Newer)
    );
}

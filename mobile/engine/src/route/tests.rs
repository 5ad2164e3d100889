use super::*;

/// A stop some metres east and north of the station, without haste.
fn stop(east: f64, north: f64) -> Stop {
    Stop {
        position: Some(at(east, north)),
        hours_left: None,
        open: None,
        priority: Priority::Normal,
    }
}

/// The same stop, where somebody is there between two hours from now.
fn agreed(from: f64, until: f64, stop: Stop) -> Stop {
    Stop {
        open: Some(Opening { from, until }),
        ..stop
    }
}

fn at(east: f64, north: f64) -> Position {
    Position::new(60.17 + north / 111_200.0, 24.94 + east / 55_300.0).unwrap()
}

fn cost(stops: &[Stop], order: &[usize]) -> f64 {
    let ground = Ground::new(Some(at(0.0, 0.0)), stops, (0..stops.len()).collect());
    let way: Vec<Node> = order.iter().map(|place| place + 1).collect();
    ground.cost(&way)
}

#[track_caller]
fn check(stops: &[Stop], expected: &[usize]) {
    assert_eq!(visiting_order(Some(at(0.0, 0.0)), stops), expected);
}

/// Places scattered by a fixed rule.
fn scattered(count: usize) -> Vec<Stop> {
    let mut state = 0x9E37_79B9_u64;
    let mut next = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / f64::from(1_u32 << 24)
    };
    (0..count)
        .map(|place| Stop {
            hours_left: place.is_multiple_of(5).then(|| next() * 30.0 - 3.0),
            priority: if place.is_multiple_of(17) {
                Priority::Urgent
            } else {
                Priority::Normal
            },
            ..stop(next() * 8_000.0 - 4_000.0, next() * 8_000.0 - 4_000.0)
        })
        .collect()
}

fn every_order(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = every_order(count - 1);
    shorter
        .iter()
        .flat_map(|order| {
            (0..count).map(move |place| {
                let mut longer = order.clone();
                longer.insert(place, count - 1);
                longer
            })
        })
        .collect()
}

#[test]
fn stops_on_a_line_are_visited_along_it() {
    check(
        &[stop(900.0, 0.0), stop(300.0, 0.0), stop(600.0, 0.0)],
        &[1, 2, 0],
    );
}

#[test]
fn nothing_and_one_stop_are_ways_too() {
    check(&[], &[]);
    check(&[stop(5.0, 5.0)], &[0]);
}

#[test]
fn something_urgent_comes_first() {
    let urgent = Stop {
        priority: Priority::Urgent,
        ..stop(-3_000.0, 0.0)
    };
    check(&[stop(400.0, 0.0), urgent, stop(-200.0, 0.0)], &[1, 2, 0]);
}

#[test]
fn what_is_nearly_late_is_drawn_forward() {
    let soon = Stop {
        hours_left: Some(0.2),
        ..stop(0.0, 2_500.0)
    };
    check(&[stop(0.0, -800.0), stop(0.0, -1_500.0), soon], &[2, 0, 1]);
}

#[test]
fn a_stop_that_nobody_can_find_on_a_map_comes_last() {
    let nowhere = Stop {
        position: None,
        ..stop(0.0, 0.0)
    };
    check(&[nowhere, stop(100.0, 0.0)], &[1, 0]);
}

#[test]
fn whoever_waits_where_no_map_shows_it_is_visited_at_their_hour() {
    let waits = |from: f64, until: f64| Stop {
        position: None,
        ..agreed(from, until, stop(0.0, 0.0))
    };
    let others = [stop(500.0, 0.0), stop(1_000.0, 0.0), stop(1_500.0, 0.0)];
    let with = |waiting: Stop| [&others[..], &[waiting]].concat();
    let way = |waiting: Stop| visiting_order(Some(at(0.0, 0.0)), &with(waiting));
    assert_eq!(way(waits(0.0, 0.3))[0], 3);
    assert_eq!(way(waits(4.0, 5.0)).last(), Some(&3));
}

#[test]
fn what_comes_while_the_list_is_read_goes_where_it_lengthens_the_way_the_least_or_to_its_hour() {
    let here = Some(at(0.0, 0.0));
    let known = [stop(500.0, 0.0), stop(3_000.0, 0.0), stop(5_000.0, 0.0)];
    let come = |new: Stop| keep_order(here, &[&known[..], &[new]].concat(), &[0, 1, 2]);
    assert_eq!(come(stop(3_100.0, 50.0)), [0, 1, 3, 2]);
    assert_eq!(come(agreed(0.0, 0.2, stop(3_100.0, 50.0))), [3, 0, 1, 2]);
    let nowhere = Stop {
        position: None,
        ..stop(0.0, 0.0)
    };
    assert_eq!(come(nowhere), [0, 1, 2, 3], "nobody is led astray");
}

#[test]
fn without_a_position_the_way_begins_at_the_most_pressing_stop() {
    let due = |hours: f64, east: f64| Stop {
        hours_left: Some(hours),
        ..stop(east, 0.0)
    };
    let stops = [due(50.0, 0.0), due(40.0, 900.0), due(-5.0, 1_000.0)];
    assert_eq!(visiting_order(None, &stops), [2, 1, 0]);
}

#[test]
fn an_appointment_is_kept_although_it_lies_at_the_end_of_the_way() {
    let soon = agreed(0.2, 0.5, stop(3_000.0, 0.0));
    check(
        &[stop(600.0, 0.0), stop(900.0, 0.0), stop(1_200.0, 0.0), soon],
        &[0, 3, 2, 1],
    );
}

#[test]
fn nobody_stands_at_a_closed_door_while_there_is_other_work() {
    let later = agreed(0.8, 2.0, stop(300.0, 0.0));
    let stops = [later, stop(600.0, 0.0), stop(900.0, 0.0), stop(1_200.0, 0.0)];
    assert_eq!(visiting_order(Some(at(0.0, 0.0)), &stops).last(), Some(&0));
}

#[test]
fn an_appointment_counts_instead_of_the_due_time() {
    let overdue = Stop {
        hours_left: Some(-30.0),
        ..stop(300.0, 0.0)
    };
    let tomorrow = agreed(20.0, 22.0, overdue);
    check(&[tomorrow, stop(900.0, 0.0)], &[1, 0]);
}

/// Every third stop is open for an hour, one after the other.
fn with_appointments(stops: Vec<Stop>) -> Vec<Stop> {
    let open = |(place, stop): (usize, Stop)| match place % 3 {
        0 => agreed(place as f64 / 3.0, place as f64 / 3.0 + 1.0, stop),
        _ => stop,
    };
    stops.into_iter().enumerate().map(open).collect()
}

#[test]
fn no_other_order_of_seven_stops_is_much_better() {
    for shift in 0..24 {
        let stops: Vec<Stop> = scattered(7 + shift / 2).split_off(shift / 2);
        let stops = if shift % 2 == 0 {
            stops
        } else {
            with_appointments(stops)
        };
        let best = every_order(7)
            .iter()
            .map(|order| cost(&stops, order))
            .fold(f64::INFINITY, f64::min);
        let found = cost(&stops, &visiting_order(Some(at(0.0, 0.0)), &stops));
        assert!(found <= best * 1.03, "{found} instead of {best} with {shift}");
    }
}

#[test]
fn a_hundred_stops_are_in_order_and_all_of_them_once() {
    let stops = with_appointments(scattered(100));
    let mut order = visiting_order(Some(at(0.0, 0.0)), &stops);
    assert_eq!(
        order,
        visiting_order(Some(at(0.0, 0.0)), &stops),
        "twice the same"
    );
    order.sort_unstable();
    assert_eq!(order, (0..100).collect::<Vec<_>>());
}

//! What every driver has to do, written against the trait: one suite, each case once, run for each driver.

mod cases;
mod colleagues;
mod field;
mod files;
mod glance;
mod office;
mod orders;
mod requests;
pub(super) mod samples;
mod scopes;
mod texts;
mod town;
mod transactions;

use std::sync::Arc;

use super::Storage;
use super::postgres::PostgresStorage;
use super::sqlite::SqliteStorage;
use crate::pokes::Pokes;
use crate::testing::postgres::Cluster;

/// A database that goes away with its test.
struct Opened {
    storage: Arc<dyn Storage>,
    pokes: Pokes,
    _place: Box<dyn std::any::Any>,
}

async fn open_sqlite() -> Opened {
    let directory = tempfile::tempdir().unwrap();
    let pokes = Pokes::default();
    let storage = SqliteStorage::open(directory.path(), pokes.clone())
        .await
        .unwrap();
    Opened {
        storage: Arc::new(storage),
        pokes,
        _place: Box::new(directory),
    }
}

async fn open_postgres(cluster: Cluster) -> Opened {
    let pokes = Pokes::default();
    let storage = PostgresStorage::open(cluster.address(), pokes.clone())
        .await
        .unwrap();
    Opened {
        storage: Arc::new(storage),
        pokes,
        _place: Box::new(cluster),
    }
}

macro_rules! every_driver {
    ($($area:ident: $($case:ident),+ $(,)?;)+) => {
        mod sqlite {
            $($(
                #[tokio::test]
                async fn $case() {
                    super::$area::$case(super::open_sqlite().await).await;
                }
            )+)+
        }

        mod postgres {
            $($(
                #[tokio::test]
                async fn $case() {
                    if let Some(cluster) = super::Cluster::start() {
                        super::$area::$case(super::open_postgres(cluster).await).await;
                    }
                }
            )+)+
        }
    };
}

every_driver! {
    transactions:
        what_is_committed_is_there_and_what_is_dropped_is_not,
        a_step_is_undone_alone_with_its_pokes,
        pokes_are_sent_after_the_commit_and_not_without_it,
        a_reader_sees_one_state_while_others_write,
        many_writers_take_turns_and_lose_nothing,
        one_that_gives_up_does_not_take_its_neighbours_along;
    orders:
        an_order_comes_back_as_it_was_stored,
        lists_filter_and_continue_where_they_ended,
        an_agreed_time_stands_in_lists_as_it_is_now,
        links_lead_both_ways_and_are_made_once,
        many_are_read_and_written_at_once,
        load_counts_only_what_is_not_over;
    requests:
        a_request_is_found_by_each_of_its_names,
        another_system_adds_its_request_once,
        contacts_stand_apart_and_can_be_forgotten,
        lists_find_words_and_what_nobody_planned,
        followers_stand_behind_the_request_they_follow,
        open_problems_are_found_by_place_and_in_pages;
    cases:
        requests_and_messages_are_stored_together_and_read_with_what_belongs_to_them;
    glance:
        a_glance_at_nothing_new_says_so,
        a_glance_shows_each_thing_that_is_new;
    field:
        a_device_is_found_by_its_token,
        an_operation_keeps_its_body_and_changes_its_verdict,
        a_number_is_given_once,
        held_operations_come_back_in_their_sequence;
    scopes:
        a_feed_has_one_line_per_order_in_sequence,
        what_left_long_ago_is_forgotten_and_the_scope_knows;
    town:
        counters_count_and_editions_rise,
        people_categories_and_zones_come_back_in_their_order,
        a_worker_keeps_the_memory_of_every_crew,
        shifts_are_found_by_the_time_they_touch;
    office:
        sessions_end_by_time_and_by_hand,
        names_are_unique_whatever_their_capitals,
        a_message_is_added_once_per_occurrence,
        due_messages_are_those_that_wait_or_whose_lease_ended,
        calls_are_at_hand_until_they_are_over,
        a_part_is_found_by_its_name_and_keeps_its_end,
        who_wants_no_more_is_remembered_until_they_do,
        an_import_tells_each_line,
        a_task_is_open_once,
        the_audit_log_only_grows;
    colleagues:
        somebody_is_reached_where_they_last_said,
        watching_begins_once_and_ends,
        a_colleague_is_told_once_and_until_it_is_sent_it_waits,
        orders_come_due_in_pages_unless_they_are_over;
    texts:
        a_version_is_added_once_and_the_latest_counts;
    files:
        photos_wait_for_their_content,
        uploads_expire,
        what_waits_for_the_office_names_its_photos;
}

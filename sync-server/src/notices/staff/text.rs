//! What a message to a colleague says, in that person's language.

use kuitti_shared::domain::{NoticeChannel, OrderAggregate};
use kuitti_shared::rules::staff_news::Person;
use kuitti_text::{Calendar, Text, Variables, without_isolates};

use crate::citizen::case;
use crate::config::Config;
use crate::notices::text::{Message, one_line};
use crate::storage::StaffNoticeRecord;

/// Writes a message.
pub(super) fn write(notice: &StaffNoticeRecord, order: &OrderAggregate, config: &Config) -> Message {
    let text = Text::new(notice.language);
    let order = &order.order;
    let calendar = Calendar::of_zone(&config.town.time_zone);
    let when = notice.moment.unwrap_or(notice.created_at);
    let variables: Variables<'_> = [
        ("town", config.town.name.clone()),
        ("number", order.number.to_string()),
        ("title", one_line(&order.title)),
        ("place", one_line(&case::place_words(&order.place, text))),
        (
            "when",
            text.moment(calendar.local(when), calendar.local(notice.updated_at).date()),
        ),
    ]
    .into_iter()
    .collect();
    let key = format!("staff-{}", notice.topic.code().replace('_', "-"));
    let mut said = without_isolates(&text.say_with(&key, &variables));
    if let Person::Staff(_) = notice.person {
        let address = config.public_url.trim_end_matches('/');
        said = format!("{said} {address}/console/orders/{}", order.id);
    }
    let subject = (notice.channel == NoticeChannel::Email)
        .then(|| without_isolates(&text.say_with("staff-subject", &variables)));
    Message {
        about: None,
        unsubscribe: None,
        notice: notice.id,
        channel: notice.channel,
        to: notice.recipient.clone(),
        language: notice.language,
        at: notice.created_at,
        leaves_at: notice.updated_at,
        subject,
        text: said,
        html: None,
    }
}

//! Whom a message may go to: what the citizen chose, within what the town offers.
//!
//! | stage | goes |
//! |---|---|
//! | received, done, not done, needs a visit, corrected | to everybody who wants to be told at all |
//! | scheduled, on the way, reopened | to those who chose it, where the town offers it |
//! | confirm | to a number or address that nobody has confirmed, and nothing else goes there |
//!
//! Nobody can choose to hear of the plan and not of the end: who wants silence stops the channel.

use crate::domain::{Contact, NoticeChannel, NoticeStage};

/// The stages that can be chosen at all.
pub const CHOOSABLE: [NoticeStage; 3] = [
    NoticeStage::Scheduled,
    NoticeStage::OnTheWay,
    NoticeStage::Reopened,
];

/// What a town offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Citizens may choose these.
    pub choosable: Vec<NoticeStage>,
    /// Whoever has not chosen gets these.
    pub usual: Vec<NoticeStage>,
}

impl Offer {
    /// The stages that a citizen can choose here, in their sequence.
    pub fn stages(&self) -> impl Iterator<Item = NoticeStage> {
        CHOOSABLE
            .into_iter()
            .filter(|stage| self.choosable.contains(stage))
    }
}

/// Where a channel leads.
#[must_use]
pub fn reach(contact: &Contact, channel: NoticeChannel) -> Option<&str> {
    match channel {
        NoticeChannel::Sms | NoticeChannel::Call => contact.phone.as_deref(),
        NoticeChannel::Email => contact.email.as_deref(),
        NoticeChannel::Webhook => contact.account.as_deref(),
    }
}

/// Has nobody shown yet that this way leads to the citizen? A call goes to the number that text messages go to.
#[must_use]
pub fn is_unproved(contact: &Contact, channel: NoticeChannel) -> bool {
    let proved_by = match channel {
        NoticeChannel::Call => NoticeChannel::Sms,
        other => other,
    };
    contact.unconfirmed.contains(&proved_by)
}

/// The other ways of a message that failed on `failed`, in the sequence in which they are tried. What is wanted anyway has a
/// message of its own; who wants nothing is told nothing.
pub fn other_ways<'a>(
    contact: &'a Contact,
    failed: NoticeChannel,
    usual: &'a [NoticeChannel],
) -> impl Iterator<Item = (NoticeChannel, &'a str)> {
    let order = contact.fallback.as_deref().unwrap_or(usual);
    let order = order.iter().copied().filter(move |channel| {
        let is_own = *channel == failed || contact.notify.contains(channel);
        !contact.notify.is_empty() && !is_own && !is_unproved(contact, *channel)
    });
    order.filter_map(|channel| Some((channel, reach(contact, channel)?)))
}

/// The channels and addresses to which a message about `stage` goes.
#[must_use]
pub fn wishes(contact: &Contact, stage: NoticeStage, offer: &Offer) -> Vec<(NoticeChannel, String)> {
    if !wants(contact, stage, offer) {
        return Vec::new();
    }
    let confirms = stage == NoticeStage::Confirm;
    let channels = contact
        .notify
        .iter()
        .filter(|channel| carries(**channel, stage) && is_unproved(contact, **channel) == confirms);
    channels
        .filter_map(|channel| Some((*channel, reach(contact, *channel)?.to_owned())))
        .collect()
}

/// A code is typed and read, not said; and nobody is called to hear that the report has arrived.
fn carries(channel: NoticeChannel, stage: NoticeStage) -> bool {
    match stage {
        NoticeStage::Confirm => NoticeChannel::DIRECT.contains(&channel),
        NoticeStage::Received => channel != NoticeChannel::Call,
        _ => true,
    }
}

/// Is this stage among what the citizen gets?
#[must_use]
pub fn wants(contact: &Contact, stage: NoticeStage, offer: &Offer) -> bool {
    if !CHOOSABLE.contains(&stage) {
        return true;
    }
    let chosen = contact.stages.as_ref().unwrap_or(&offer.usual);
    offer.choosable.contains(&stage) && chosen.contains(&stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact() -> Contact {
        Contact {
            phone: Some("+358401234412".to_owned()),
            notify: NoticeChannel::DIRECT.into(),
            ..Contact::default()
        }
    }

    fn offer() -> Offer {
        Offer {
            choosable: CHOOSABLE.into(),
            usual: vec![NoticeStage::Reopened],
        }
    }

    #[track_caller]
    fn check(contact: &Contact, offer: &Offer, told: &[NoticeStage]) {
        let all = NoticeStage::ALL.into_iter();
        let wanted: Vec<NoticeStage> = all
            .filter(|stage| CHOOSABLE.contains(stage) && !wishes(contact, *stage, offer).is_empty())
            .collect();
        assert_eq!(wanted, told);
    }

    #[test]
    fn stages_are_chosen_within_what_the_town_offers() {
        check(&contact(), &offer(), &[NoticeStage::Reopened]);
        let all = Contact {
            stages: Some(CHOOSABLE.into()),
            ..contact()
        };
        check(&all, &offer(), &CHOOSABLE);
        let less = Offer {
            choosable: vec![NoticeStage::OnTheWay],
            ..offer()
        };
        check(&all, &less, &[NoticeStage::OnTheWay]);
        check(&contact(), &less, &[]);
    }

    #[test]
    fn the_end_is_told_whatever_was_chosen() {
        let none = Contact {
            stages: Some(Vec::new()),
            ..contact()
        };
        assert_eq!(
            wishes(&none, NoticeStage::Done, &offer()),
            [(NoticeChannel::Sms, "+358401234412".to_owned())],
            "a channel without an address leads nowhere"
        );
    }

    #[test]
    fn nobody_is_called_to_hear_a_code_or_that_the_report_has_arrived() {
        let caller = Contact {
            notify: vec![NoticeChannel::Call],
            ..contact()
        };
        let unproved = Contact {
            unconfirmed: vec![NoticeChannel::Sms],
            ..caller.clone()
        };
        assert_eq!(wishes(&caller, NoticeStage::Received, &offer()), []);
        assert_eq!(wishes(&unproved, NoticeStage::Confirm, &offer()), []);
        assert_eq!(wishes(&caller, NoticeStage::Done, &offer()).len(), 1);
        assert_eq!(wishes(&unproved, NoticeStage::Done, &offer()), []);
    }

    #[test]
    fn a_message_that_failed_goes_the_ways_that_are_left_in_the_chosen_sequence() {
        let ways = |contact: &Contact, failed| {
            let usual = [NoticeChannel::Email, NoticeChannel::Sms, NoticeChannel::Call];
            let ways = other_ways(contact, failed, &usual).map(|(channel, _)| channel);
            ways.collect::<Vec<_>>()
        };
        let (sms, email, call) = (NoticeChannel::Sms, NoticeChannel::Email, NoticeChannel::Call);
        let both = Contact {
            email: Some("a@town.example".to_owned()),
            notify: vec![sms],
            ..contact()
        };
        assert_eq!(ways(&both, sms), [email, call], "as the town does");
        let chosen = Contact {
            fallback: Some(vec![call]),
            ..both.clone()
        };
        assert_eq!(ways(&chosen, sms), [call]);
        let nothing = Contact {
            fallback: Some(Vec::new()),
            ..both.clone()
        };
        assert_eq!(ways(&nothing, sms), []);
        let by_mail = Contact {
            notify: vec![email],
            unconfirmed: vec![sms],
            ..both.clone()
        };
        assert_eq!(
            ways(&by_mail, email),
            [],
            "nobody calls or texts a number that nobody proved"
        );
        let silent = Contact {
            notify: Vec::new(),
            ..both
        };
        assert_eq!(ways(&silent, sms), []);
    }

    #[test]
    fn nothing_but_the_code_goes_to_a_number_that_nobody_confirmed() {
        let unconfirmed = Contact {
            unconfirmed: vec![NoticeChannel::Sms],
            ..contact()
        };
        for stage in NoticeStage::ALL {
            let goes = !wishes(&unconfirmed, stage, &offer()).is_empty();
            assert_eq!(goes, stage == NoticeStage::Confirm, "{stage:?}");
        }
        assert!(wishes(&contact(), NoticeStage::Confirm, &offer()).is_empty());
    }
}

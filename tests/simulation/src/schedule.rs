//! What happens next: one event at a time, each to its end.

use kuitti_shared::unit::Millis;

use crate::oracle::{self, Violation};
use crate::phone::Phone;
use crate::town::Town;
use crate::worker;
use std::rc::Rc;

/// Events of a seed, before everything is mended.
const EVENTS: u64 = 60;

impl Town {
    /// Lets everything happen that the seed decides.
    ///
    /// # Errors
    /// The first promise that was broken.
    pub async fn live(&self) -> Result<(), Violation> {
        for _ in 0..3 {
            self.office().citizen_reports().await;
            self.office().plan().await;
        }
        let events = EVENTS / 2 + self.chance.below(EVENTS);
        for event in 0..events {
            self.world.trace.next_event();
            self.happen().await;
            self.ledger.look(&self.server).await;
            oracle::after_each_event(self)?;
            if event % 10 == 0 {
                oracle::now_and_then(self).await?;
            }
        }
        Ok(())
    }

    async fn happen(&self) {
        self.pass_time();
        let phone = &self.phones[self.chance.place(self.phones.len())];
        match self.chance.below(41) {
            0..10 => self.tap(phone).await,
            10 | 11 => self.visit(phone).await,
            12..21 => self.sync(phone).await,
            21 | 22 => self.office().citizen_reports().await,
            23 | 24 => self.office().plan().await,
            25..29 => self.decide().await,
            29 | 30 => self.send_notices().await,
            31 => self.keep_house().await,
            32 | 33 => self.world.network.deliver_late().await,
            34 => self.tune(phone),
            35 => self.set_clock(phone),
            36 => self.copy_phone(phone).await,
            37 => self.back_up().await,
            38 if self.chance.one_in(2) => self.office().lock().await,
            _ => self.visit_and_sync(phone).await,
        }
    }

    /// Mostly seconds and minutes, now and then a day, seldom a month.
    fn pass_time(&self) {
        let seconds = match self.chance.below(40) {
            0 => 86_400,
            1 => 30 * 86_400,
            2..8 => 3_600,
            8..20 => 150,
            _ => 7,
        };
        self.world.time.pass(Millis::from_seconds(seconds));
    }

    async fn tap(&self, phone: &Rc<Phone>) {
        self.maybe_light(phone);
        worker::tap(phone, &async |request, bytes| phone.ask(request, bytes).await).await;
    }

    async fn visit(&self, phone: &Rc<Phone>) {
        self.maybe_light(phone);
        worker::visit(phone, &async |request, bytes| phone.ask(request, bytes).await).await;
    }

    pub(crate) async fn sync(&self, phone: &Rc<Phone>) {
        // A phone that was locked comes back to work now and then.
        if self.chance.one_in(3) && !self.is_welcome(phone).await {
            self.enrol(phone).await;
        }
        self.maybe_light(phone);
        let done = phone.sync().await;
        let how = if done { "everything is in" } else { "another time" };
        self.world.trace.say(&phone.name, how);
    }

    async fn visit_and_sync(&self, phone: &Rc<Phone>) {
        self.visit(phone).await;
        self.sync(phone).await;
    }

    fn maybe_light(&self, phone: &Rc<Phone>) {
        if self.chance.one_in(6) {
            phone.light(1 + self.chance.below(20));
        }
    }

    async fn decide(&self) {
        if self.chance.one_in(12) {
            self.server.light(1 + self.chance.below(6));
        }
        self.office().decide().await;
    }

    async fn send_notices(&self) {
        if self.chance.one_in(4) {
            self.server.light(1 + self.chance.below(8));
        }
        let survived = self.server.send_notices().await;
        let how = if survived {
            "messages go out"
        } else {
            "falls over while sending"
        };
        self.world.trace.say("server", how);
    }

    async fn keep_house(&self) {
        if self.chance.one_in(6) {
            self.server.light(1 + self.chance.below(4));
        }
        let survived = self.server.keep_house().await;
        let how = if survived {
            "keeps house"
        } else {
            "falls over in housekeeping"
        };
        self.world.trace.say("server", how);
    }

    /// The network of a device comes or goes.
    fn tune(&self, phone: &Rc<Phone>) {
        let has_network = !phone.handset.has_network();
        phone.handset.set_network(has_network);
        let how = if has_network {
            "has network again"
        } else {
            "has no network"
        };
        self.world.trace.say(&phone.name, how);
    }

    fn set_clock(&self, phone: &Rc<Phone>) {
        let ahead = phone.handset.set_clock(&self.chance);
        let seconds = ahead.0 / 1_000;
        self.world
            .trace
            .say(&phone.name, format!("somebody sets the clock {seconds} s ahead"));
    }

    /// A phone's files are copied, or it comes back as the copy.
    async fn copy_phone(&self, phone: &Rc<Phone>) {
        if phone.aside().is_none() || self.chance.one_in(2) {
            phone.set_aside();
            self.world.trace.say(&phone.name, "somebody copies its files");
            return;
        }
        phone.go_back().await;
        let kept = self.ops_on(phone);
        let saved = self.world.model.saved_on(phone.number);
        let lost = saved.into_iter().filter(|op| !kept.contains(op));
        let at_server = self.ops_at_server().await;
        self.world.model.set_back(lost, &at_server);
        self.world.trace.say(&phone.name, "is set back to the copy");
    }

    /// The server is copied, or comes back as a copy.
    async fn back_up(&self) {
        let restore = self.chance.one_in(3);
        if !restore || self.backups.borrow().is_empty() {
            let backup = self.server.backup().await;
            self.backups.borrow_mut().push(backup);
            self.world.trace.say("server", "a backup is made");
            return;
        }
        self.restore().await;
    }

    async fn restore(&self) {
        let backups = self.backups.take();
        let place = self.chance.place(backups.len());
        // Devices keep what they sent for thirty days: what is older is lost with its backup, as the manual says.
        let is_fresh = (self.world.time.elapsed() - backups[place].made) < Millis::from_days(30);
        if is_fresh {
            self.server.restore(&backups[place]).await;
            let at_server = self.ops_at_server().await;
            self.world.model.server_set_back(&at_server);
            self.ledger.server_set_back();
            let days = backups[place].made.0 / 86_400_000;
            let what = format!("comes back from the backup of day {days}");
            self.world.trace.say("server", what);
        }
        self.backups.replace(backups);
    }
}

//! Who tries too often waits: guessing a password, a one-time code or a tracking code, and flooding the town with reports.
//! Ordinary work is never counted, and however many callers there are, what is remembered stays small.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, PoisonError};

use kuitti_shared::unit::{Millis, WallTime};

use crate::config::LimitsConfig;
use crate::error::{Error, Result};

const MINUTE: Millis = Millis::from_seconds(60);
const HOUR: Millis = Millis::from_seconds(3_600);
/// Windows remembered at once. Callers beyond that share one for each kind of attempt.
const REMEMBERED: usize = 20_000;

/// The window of callers that find no room of their own.
const NEWCOMERS: Option<u64> = Some(0);

/// What can be tried too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attempt {
    /// Logging in, counted by the name that was tried: failures.
    LogInAs,
    /// Logging in, counted by where it was tried from: failures.
    LogInFrom,
    /// Typing the one-time code of a device: failures.
    Enrol,
    /// Naming a tracking code: failures.
    TrackingCode,
    /// Sending a report.
    Report,
    /// Sending reports for a while.
    ReportInAnHour,
    /// Looking for a place on the map of the form, which is sent along each time.
    Place,
    /// Saying something on the page of a case.
    Say,
    /// Looking at a citizens' page.
    Look,
}

/// How much is let through in a window: from one caller, and from all together.
struct Budget {
    each: u32,
    all: u32,
    window: Millis,
}

/// Counts attempts by who tried.
pub struct RateLimits {
    windows: Mutex<HashMap<(Attempt, Option<u64>), Window>>,
    // What somebody typed is not kept, only that it was the same.
    names: RandomState,
    settings: LimitsConfig,
}

#[derive(Clone, Copy)]
struct Window {
    since: WallTime,
    count: u32,
}

impl RateLimits {
    /// With the town's settings.
    #[must_use]
    pub fn new(settings: &LimitsConfig) -> Self {
        Self {
            windows: Mutex::default(),
            names: RandomState::new(),
            settings: settings.clone(),
        }
    }

    /// May `who` try now?
    ///
    /// # Errors
    /// [`Error::Busy`] with the rest of the window.
    pub fn check(&self, attempt: Attempt, who: &str, now: WallTime) -> Result<()> {
        let budget = self.budget(attempt);
        let windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        let own = windows.get(&(attempt, Some(self.names.hash_one(who))));
        let newcomer = || {
            windows
                .get(&(attempt, NEWCOMERS))
                .filter(|_| windows.len() >= REMEMBERED)
        };
        budget.check(own.or_else(newcomer), budget.each, now)
    }

    /// Counts an attempt.
    ///
    /// # Errors
    /// [`Error::Busy`] when there were too many from all callers together.
    pub fn count(&self, attempt: Attempt, who: &str, now: WallTime) -> Result<()> {
        let budget = self.budget(attempt);
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        let everybody = (attempt, None);
        budget.check(windows.get(&everybody), budget.all, now)?;
        let mut own = (attempt, Some(self.names.hash_one(who)));
        if windows.len() >= REMEMBERED && !windows.contains_key(&own) {
            windows.retain(|(attempt, _), window| now - window.since < self.budget(*attempt).window);
            if windows.len() >= REMEMBERED {
                own = (attempt, NEWCOMERS);
            }
        }
        for key in [everybody, own] {
            windows
                .entry(key)
                .or_insert(Window::since(now))
                .add(budget.window, now);
        }
        Ok(())
    }

    /// Counts an attempt if it may be made.
    ///
    /// # Errors
    /// [`Error::Busy`] with the rest of the window.
    pub fn take(&self, attempt: Attempt, who: &str, now: WallTime) -> Result<()> {
        self.check(attempt, who, now)?;
        self.count(attempt, who, now)
    }

    fn budget(&self, attempt: Attempt) -> Budget {
        let (each, all, window) = match attempt {
            Attempt::LogInAs => (10, u32::MAX, MINUTE),
            // A whole office can stand behind one address, and its log-ins fail one by one.
            Attempt::LogInFrom => (100, u32::MAX, MINUTE),
            Attempt::Enrol => (10, 100, MINUTE),
            Attempt::TrackingCode => (10, 1_000, MINUTE),
            Attempt::Report => ((self.settings.reports_an_hour / 6).max(1), 600, MINUTE),
            Attempt::ReportInAnHour => (
                self.settings.reports_an_hour,
                self.settings.reports_an_hour_in_all,
                HOUR,
            ),
            Attempt::Place => (60, 2_000, MINUTE),
            Attempt::Say => (20, 1_000, MINUTE),
            // Mobile networks put many people behind one address.
            Attempt::Look => (1_000, 12_000, MINUTE),
        };
        Budget { each, all, window }
    }
}

impl Budget {
    fn check(&self, window: Option<&Window>, most: u32, now: WallTime) -> Result<()> {
        let full = window.filter(|window| window.count >= most && now - window.since < self.window);
        full.map_or(Ok(()), |full| {
            Err(Error::Busy {
                retry_after: self.window - (now - full.since),
            })
        })
    }
}

impl Window {
    const fn since(now: WallTime) -> Self {
        Self { since: now, count: 0 }
    }

    fn add(&mut self, length: Millis, now: WallTime) {
        if now - self.since >= length {
            *self = Self::since(now);
        }
        self.count = self.count.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: WallTime = WallTime(1_000_000);

    fn limits() -> RateLimits {
        RateLimits::new(&LimitsConfig::default())
    }

    fn taken(limits: &RateLimits, attempt: Attempt, who: &str, times: u32) -> u32 {
        let tries = (0..times).filter(|_| limits.take(attempt, who, NOW).is_ok());
        u32::try_from(tries.count()).unwrap()
    }

    #[test]
    fn one_caller_waits_and_another_does_not() {
        let limits = limits();
        assert_eq!(taken(&limits, Attempt::Report, "a", 12), 10);
        assert_eq!(taken(&limits, Attempt::Report, "b", 1), 1);
        let refused = limits.check(Attempt::Report, "a", NOW + Millis(20_000));
        assert!(matches!(refused, Err(Error::Busy { retry_after }) if retry_after == Millis(40_000)));
        assert!(limits.check(Attempt::Report, "a", NOW + MINUTE).is_ok());
    }

    #[test]
    fn all_together_wait_when_there_are_too_many() {
        let limits = limits();
        let taken: u32 = (0..70)
            .map(|who| taken(&limits, Attempt::Report, &who.to_string(), 10))
            .sum();
        assert_eq!(taken, 600);
    }

    #[test]
    fn what_is_remembered_stays_small_and_newcomers_still_wait() {
        let limits = limits();
        let tried = (0..REMEMBERED + 5_000)
            .filter(|who| limits.take(Attempt::LogInAs, &who.to_string(), NOW).is_ok());
        assert!(tried.count() <= REMEMBERED + 10);
        assert!(limits.check(Attempt::LogInAs, "one more", NOW).is_err());
        let remembered = limits.windows.lock().unwrap().len();
        assert!(remembered <= REMEMBERED + 1, "{remembered}");
    }
}

//! Settings of text messages: which way they go, and how they are written.

use kuitti_channels::{http, smpp};
use kuitti_sms::Tables;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// How text messages leave. One way has to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SmsConfig {
    /// Write Turkish with the national tables where that is cheaper. Not every gateway lets their headers through.
    pub turkish_tables: bool,
    /// Write other letters for those that cost more (`g` for `ğ`): cheaper, and not what was written.
    pub plain_letters: bool,
    /// A message centre that speaks SMPP 3.4.
    pub smpp: Option<smpp::Settings>,
    /// A gateway that speaks HTTP.
    pub http: Option<http::Settings>,
}

impl Default for SmsConfig {
    fn default() -> Self {
        Self {
            turkish_tables: true,
            plain_letters: false,
            smpp: None,
            http: None,
        }
    }
}

impl SmsConfig {
    /// Which tables texts may be written in.
    #[must_use]
    pub const fn tables(&self) -> Tables {
        if self.turkish_tables {
            Tables::National
        } else {
            Tables::DefaultOnly
        }
    }

    /// A text as it is sent.
    #[must_use]
    pub fn written(&self, text: &str) -> String {
        if self.plain_letters {
            kuitti_sms::plain::plain(text)
        } else {
            text.to_owned()
        }
    }

    /// The message centre, when that is the way.
    ///
    /// # Errors
    /// When its settings cannot work, in a sentence that names the key.
    pub fn message_centre(&self) -> Result<Option<smpp::Smpp>> {
        if self.smpp.is_some() && self.http.is_some() {
            let sentence = "there is one way for text messages: give sms.smpp or sms.http, not both";
            return Err(Error::Internal(sentence.to_owned()));
        }
        let centre = self.smpp.clone().map(smpp::Smpp::new).transpose();
        centre.map_err(|wrong| Error::Internal(wrong.to_string()))
    }

    /// The gateway that speaks HTTP, when that is the way. It is told an address of ours to which it can bring receipts.
    ///
    /// # Errors
    /// When its description cannot work, in a sentence that names the key.
    pub fn gateway(&self, public_url: &str) -> Result<Option<http::Gateway>> {
        let gateway = self.http.clone().map(|settings| {
            let address = public_url.trim_end_matches('/');
            let receipts_url = format!("{address}/gateways/sms/{}/receipts", settings.webhook_secret);
            http::Gateway::new(settings, receipts_url)
        });
        gateway.transpose().map_err(Error::Internal)
    }
}

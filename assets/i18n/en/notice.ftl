## Messages to citizens. Short enough for one SMS where possible, and in letters that every phone has.
## $link opens the case, $place is an address or coordinates as written by people. No name of anybody is ever in them.

notice-sms-received = { $town }: thank you, we have your report ({ $category }, { $place }). Follow it with the code { $code }: { $link }
notice-sms-done = { $town }: { $category }, { $place }: done { $when }. { $link }
notice-sms-not-done = { $town }: { $category }, { $place }: not done, { $reason }. { $link }
notice-sms-needs-visit = { $town }: { $category }, { $place }: made safe, somebody comes again to finish it. { $link }
notice-sms-corrected = { $town }: correction. { $category }, { $place }: { $now ->
        [done] the work is done after all.
        [not_done] the work was not done.
       *[open] not done yet, the case is open again.
    } { $link }

notice-subject-received = Your report { $number } has arrived
notice-subject-done = Done: { $category }, { $place } ({ $number })
notice-subject-not-done = Not done: { $category }, { $place } ({ $number })
notice-subject-needs-visit = Made safe: { $category }, { $place } ({ $number })
notice-subject-corrected = Correction: { $category }, { $place } ({ $number })

notice-mail-received = Thank you, we have your report. We send you one message when the work is done.
notice-mail-done = The work that you reported was done { $when }.
notice-mail-not-done = What you reported was looked at and not done: { $reason }.
notice-mail-needs-visit = What you reported was made safe. Somebody comes again to finish it, and we tell you then.
notice-mail-corrected = We have to correct what we told you about this case. { $now ->
        [done] The work is done after all.
        [not_done] The work was not done.
       *[open] The work is not done yet. The case is open again, and we tell you when it is done.
    }
notice-mail-hello = Hello,
notice-mail-what = What
notice-mail-where = Where
notice-mail-number = Number
notice-mail-code = Tracking code
notice-mail-follow = Follow the case
notice-mail-keep = Keep this message: the code is the only key to your case.
notice-mail-closing = { $town }, street maintenance
notice-mail-why = You get this because you asked to be told. Nobody reads answers to this message.

notice-when = on { $date } at { $clock }
notice-reason-other = for a reason that the office can tell

inbox-title = Demo inbox
inbox-about = This page exists only in the demo: it shows what citizens would get on their own phones. It looks for new messages every five seconds.
inbox-empty = No messages yet
inbox-empty-more = Report something with a phone number or an e-mail address, and the first message comes at once.
inbox-sms = SMS
inbox-email = E-mail
inbox-size = { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    }, { $parts } SMS

## The citizens' pages: start, report, receipt, tracking. Plain words, no names of staff.

citizen-report-link = Report
citizen-follow-link = Follow
citizen-navigation = Main
citizen-footer-office = { $town }, street maintenance
citizen-footer-phone = Office: { $phone }
citizen-footer-emergency = Danger to life? Call 112.

citizen-start-title = Report a problem
citizen-start-heading = Something broken in the street?
citizen-start-lead = Tell the town in two minutes, without an account. You get a receipt and can follow what happens.
citizen-start-report = Report it
citizen-start-have-code = You have a receipt already?
citizen-start-then = What happens then
citizen-start-then-1 = You get a receipt
citizen-start-then-1-more = A code that only you have.
citizen-start-then-2 = A crew goes there
citizen-start-then-2-more = You see when it is planned and in work.
citizen-start-then-3 = You are told once
citizen-start-then-3-more = When it is really done, with a photo where there is one.

citizen-report-title = Report something broken
citizen-report-lead = Everything without “optional” is needed. Do not write other people’s names.
citizen-report-what = What is it?
citizen-report-description = What is wrong?
citizen-report-where = Where?
citizen-report-address = Address or place
citizen-report-address-hint = Street and number, or a place such as “Esplanadi, west end”
citizen-report-detail = How to find it there
citizen-report-detail-hint = For example “third lamp from the corner”
citizen-report-locate = Use my position
citizen-report-located = Your position is added, accurate to about { $metres } m.
citizen-report-not-located = Your position could not be found. Write the address instead.
citizen-report-coordinates = Coordinates instead of an address
citizen-report-latitude = Latitude
citizen-report-longitude = Longitude
citizen-report-photos = Photos
citizen-report-photos-most = optional, at most { $count }
citizen-report-photos-hint = We remove the place and time from the file before anybody sees it.
citizen-report-photos-again = Choose the photos again: a browser does not keep them.
citizen-report-tell = How do we tell you?
citizen-report-tell-hint = You get one message when we have your report and one when it is done. Leave it empty to follow by code only.
citizen-report-phone = Mobile number
citizen-report-phone-tell = Tell me by text message
citizen-report-email = E-mail
citizen-report-email-tell = Tell me by e-mail
citizen-report-message-language = Language of the messages
citizen-report-send = Send the report
citizen-report-trap = Leave this empty
citizen-report-mistakes =
    { $count ->
        [one] One thing is missing or not right
       *[other] { $count } things are missing or not right
    }

problem-category-missing = Choose what it is
problem-category-unknown = This kind of problem is not in the list any more: choose another
problem-description-missing = Write what is wrong
problem-place-missing = Write where it is
problem-coordinates-unreadable = These coordinates are no place on earth: write them as in 60.1699 and 24.9384
problem-too-long = This text is too long: shorten it
problem-phone-unreadable = This is not a phone number: write it as in 040 123 4567 or +358 40 123 4567
problem-phone-missing = Write the number to which messages go
problem-email-unreadable = This is not an e-mail address: write it as in name@example.com
problem-email-missing = Write the address to which messages go
problem-photo-unreadable = One of the files is no photo, or a damaged one: choose JPEG pictures
problem-photo-kind = Photos of this kind cannot be read here: choose JPEG pictures
problem-photo-too-large = One of the photos is too large: at most 12 MB each
problem-photos-too-many = Too many photos: choose at most { $count }
citizen-form-unreadable = The form could not be read. Nothing was sent: go back and try again.
citizen-form-too-large = The photos together are too large. Nothing was sent: go back and choose fewer or smaller ones.
citizen-too-often-title = Too much from your connection
citizen-too-often = Too much came from your connection. Wait { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    } and try again. If it is urgent, call us.

citizen-receipt-title = Your receipt
citizen-receipt-heading = Thank you. Here is your receipt.
citizen-receipt-code = Tracking code
citizen-receipt-keep = Keep it: it is the only key to your case.
citizen-receipt-what = What
citizen-receipt-where = Where
citizen-receipt-when = When
citizen-receipt-number = Number
citizen-receipt-photos = Photos
citizen-receipt-also-sms = We also send it by text message to { $to }.
citizen-receipt-also-email = We also send it by e-mail to { $to }.
citizen-receipt-follow = Follow the case
citizen-receipt-another = Report something else
citizen-receipt-gone-heading = This receipt was shown before
citizen-receipt-gone = For your safety it is shown for a few minutes only. Your report is with us. If you gave a number or an address, the code is in the message that you got.

citizen-track-title = Follow a case
citizen-track-code = Tracking code
citizen-track-code-hint = On your receipt, for example 7KQ2‑M4XD‑9TRV‑W
citizen-track-follow = Follow
citizen-track-mistyped = This code has a typing mistake: one character does not fit. Compare it with your receipt.
citizen-track-length = A tracking code has 13 letters and digits. Compare it with your receipt.
citizen-track-unknown = No case has this code. Compare it with your receipt, letter by letter.

citizen-case-title = Your case
citizen-case-heading = { $category }, { $place }
citizen-case-stages = Stages
citizen-case-where-unnamed = Place marked on the map
citizen-stage-received = We have your report.
citizen-stage-planned = A crew has it on its list.
citizen-stage-in-work = A crew is at it.
citizen-stage-done = The work is done.
citizen-stage-not-done = It was looked at and not done: { $reason }.
citizen-stage-not-done-plain = It was looked at and not done.
citizen-stage-needs-visit = It was made safe. Somebody comes again to finish it.
citizen-stage-reopened = It came back, and we have taken it up again.
citizen-stage-corrected = What we told you earlier was not so: the work is not done yet.
citizen-reason-not-found = nothing of the kind was found there
citizen-reason-no-access = the place could not be reached
citizen-reason-unsafe = it would have been dangerous
citizen-reason-not-ours = it belongs to somebody else
citizen-reason-needs-equipment = it needs other tools or material
citizen-reason-duplicate-of = it is handled as part of another case
citizen-case-photo-before = Before
citizen-case-photo-after = After
citizen-case-own-photos = Your photos
citizen-case-settled-elsewhere = This case was closed before it came here.
citizen-case-messages = Messages about this case
citizen-case-messages-on = We tell you at { $to }.
citizen-case-messages-stop = Stop the messages
citizen-case-messages-off = You get no messages about this case. You can still follow it here.

citizen-gone-title = Page not found
citizen-gone = There is no such page. Go back to the start, or follow a case by its code.
citizen-trouble-title = Something went wrong here
citizen-trouble = It is our fault, not yours. Nothing was sent: try again in a minute.

## The office's console: calls, import, messages, crews, categories.

call-phone = Phone number
call-category = What is it about?
call-category-placeholder = A few letters are enough
call-place = Where?
call-place-hint = Street and number, or press on the map
call-detail = How to find it
call-description = What does the caller say?
call-name = Name
call-email = E-mail
call-tell = Tell the caller by
call-save = Record the request
call-next = Next call
call-recorded = Recorded
call-read-aloud = Read this code to the caller:
call-took = Took
call-map = Place of the problem
call-keys-next = next field
call-keys-save = record
caller-new = { $phone } has not called before
caller-known =
    { $count ->
        [one] { $name } has reported once before
       *[other] { $name } has reported { $count } times before
    }
caller-earlier = Earlier from this number
near-and-alike-call = Somebody may have reported it already. Record it all the same: each caller gets a code and an answer.
spell-a = A Alfa
spell-b = B Bravo
spell-c = C Charlie
spell-d = D Delta
spell-e = E Echo
spell-f = F Foxtrot
spell-g = G Golf
spell-h = H Hotel
spell-j = J Juliett
spell-k = K Kilo
spell-m = M Mike
spell-n = N November
spell-p = P Papa
spell-q = Q Quebec
spell-r = R Romeo
spell-s = S Sierra
spell-t = T Tango
spell-v = V Victor
spell-w = W Whiskey
spell-x = X X-ray
spell-y = Y Yankee
spell-z = Z Zulu

import-none = Nothing was imported yet
import-none-way = Choose a file: each of its lines gets a verdict, and nothing comes in twice.
import-preset = Kind of file
import-choose = Choose a file
import-choose-hint = CSV in UTF-8. The same file again adds nothing.
import-reading = Reading the file …
import-earlier = Earlier imports
import-rows = lines read
import-report = Report as CSV
import-line = Line
import-verdict-name = Verdict
import-reasons = Why
import-categories =
    { $count ->
        [one] { $count } category was made for the office.
       *[other] { $count } categories were made for the office.
    }

notices-waiting = Waiting
notices-sent = Sent
notices-needs-person = To decide
notices-cancelled = Not sent
notices-none = No messages here
notice-state = State
notice-to = To
notice-stage = About
notice-since = Since
notice-hold = Hold back
notice-release = Let go
notice-send-again = Send again
notice-leave = Leave it
notice-leaving = about to leave
notice-waits-undo = can be taken back until { $moment }
notice-waits-proof =
    { $missing ->
        [one] waits for { $missing } photo
       *[other] waits for { $missing } photos
    }
notice-waits-conflict = waits for a decision
notice-waits-confirmation = waits for a confirmation
notice-waits-quiet-hours = quiet hours until { $moment }
notice-waits-office = held by the office
notice-waits-caller = somebody calls: see Calls
notice-waits-retry = tried again at { $moment }
notice-sent = sent
notice-delivered = delivered
notice-failed = refused: { $reason }
notice-uncertain = perhaps sent: nobody knows
notice-cancelled = not sent

enrol = New device
enrol-device-title = A device for { $worker }
enrol-how = Scan with the phone's camera, or open the field app and type:
enrol-qr = Enrolment code as a picture to scan
enrol-until = for one device, until { $clock }
workers-without-crew = Without a crew
devices = Devices
device-none = no device yet
device-revoked = locked
device-clock = clock { $off } off
device-revoke = Lock
device-drain = Hand in first
device-drain-body = When somebody leaves, let the device hand in first: it gets nothing more at once, hands in what it still has, and is locked after three days.
device-draining = hands in, then locked
device-revoke-title = Lock { $device }?
device-revoke-body = The device gets nothing more from the office. What it still sends is kept and shown to you, and changes nothing by itself. This cannot be undone: a device that is found is enrolled again.

category-assigns-itself = Assigns itself
category-assigns-itself-hint = New orders go to the crew on shift in the zone with the skill.
category-publishes = Publish the photo taken afterwards
category-publishes-hint = Citizens see it on their tracking page.
category-proof = Proof before the message
category-proof-hint = No citizen is told before the photos of the finished work have arrived.
category-by-itself = by itself
category-no-skill = any crew
category-facts = skill: { $skill } · warning after { $warning } · overdue after { $breach }
category-saved = Saved. It holds for orders made from now on.
required = required

caller-data = All data of this person (file)
audit-request-data-handed-out = Data of a person handed out
problem-nobody-known = Nobody is known to have reported this: the contact was never given, or is deleted.

## The field app.

# Starting
app-elsewhere-title = Kuitti is open in another tab or window
app-elsewhere-way-out = Go on there, or close it: this one goes on by itself.
app-stopped-title = The app has stopped
app-stopped-way-out = Everything that was marked as saved is safe on this phone. Start the app again.
app-stopped-why = For the support: { $why }
app-full-title = The phone’s storage is full
app-full-way-out = Kuitti found no room for your work. Remove something from the phone, then start the app again. Everything that was marked as saved is still here.
app-start-again = Start again
app-update-title = A new version is ready
app-update-way-out = Nothing is lost: the app starts again in a second.
app-update-now = Use the new version

# Enrolment
enrol-title = Connect this phone
enrol-hint = Ask the office for an enrolment code. You need a network once; after that the app works without.
enrol-scan = Point the phone’s camera at the QR code and open the link, or type the code here.
enrol-code = Enrolment code
enrol-server = Office address
enrol-connect = Connect
enrol-install-title = On an iPhone: install first
enrol-install = Add this page to the home screen and open it from there before you connect. The installed app keeps its own data.

# Places in the app
tab-today = Today
tab-map = Map
tab-receipts = Receipts
tab-settings = Settings
tabs = Main

# What the office has
strip-on-phone =
    { $count ->
        [one] { $count } thing on this phone, not yet sent
       *[other] { $count } things on this phone, not yet sent
    }
strip-sending =
    { $count ->
        [one] Sending { $count } thing …
       *[other] Sending { $count } things …
    }
strip-held-for-wifi =
    { $count ->
        [one] { $count } photo waits for Wi-Fi
       *[other] { $count } photos wait for Wi-Fi
    }
strip-held-for-word =
    { $count ->
        [one] { $count } photo waits for you to send it
       *[other] { $count } photos wait for you to send them
    }
strip-asking = Asking the office …
strip-all-sent = The office has everything
strip-never = Nothing received from the office yet
strip-offline = no network
strip-offline-as-of = no network, as of { $clock }
strip-no-answer = no answer
strip-no-answer-as-of = no answer, as of { $clock }
strip-as-of = as of { $clock }

# Today
today-title = Today
today-summary =
    { $open ->
        [0] Nothing left to do
        [one] { $open } order to do
       *[other] { $open } orders to do
    }
today-finished = Done
today-no-longer-yours = No longer yours
today-unheard-title = Your orders are on their way
today-unheard-way-out = They appear here as soon as the office has answered once.
today-empty-title = Nothing assigned to you
today-empty-way-out = New orders appear here by themselves.
today-ask-again = Ask again now
row-due = due { $moment }
row-overdue = overdue since { $moment }
row-appointment = agreed for { $span }
row-appointment-over = the agreed time was { $span }
row-urgent = urgent
row-on-phone = on this phone
row-attention = read the answer

gone-reassigned = given to somebody else
gone-done-by-other = done by somebody else
gone-cancelled = cancelled by the office
gone-aged = finished some time ago
gone-merged = merged with another order for the same problem
gone-other = no longer on your list

# An order
order-number-is = Order { $number }
order-not-here-title = This order is not on this phone
order-not-here-way-out = It may have been given to somebody else. Your work on it is under Receipts.
order-steps = Progress
order-due = Due { $moment }
order-appointment = Agreed for { $span }
order-priority-urgent = urgent
order-no-longer-yours = This order is no longer on your list: { $reason }. What you did stays on record.
order-way = Way there
order-direction = { $direction }, straight line
order-position-accuracy = position ±{ $accuracy }, { $ago }
order-no-position = This phone does not know where it is.
order-position-denied = The app may not use the position. Allow it in the browser’s settings for this page.
order-no-place = The office has no point on the map for this order.
order-navigate = Open in the phone’s navigation
order-description = What is known
order-contact = Call { $name }
order-contact-nameless = Call { $phone }
order-checklist = Checklist, { $done } of { $count }
order-required = required
order-evidence = Photos, notes, material, time
order-nothing-yet = Nothing yet.
order-missing-photo-before = A photo from before the work is still needed.
order-missing-photo-after = A photo from after the work is still needed.
order-missing-items =
    { $count ->
        [one] { $count } line of the checklist is still needed.
       *[other] { $count } lines of the checklist are still needed.
    }
order-other-steps = Other steps
order-undo-finish = Finished. You can take this back for { $left }.
order-undo = Take back: { $what }
undo-together = Take back all { $count }
order-reported-done-title = { $name } reports this done at { $clock }
order-reported-done = Confirm it, or go on working: your own work stays on record either way.
order-colleague = A colleague
order-conflict = Two answers differ. Both are kept, the office decides.
order-conflict-line = “{ $item }”: the answer is { $stands }; { $other } is kept too. The office decides.

# Moves
move-accept = Accept
move-decline = Cannot take it
move-hand-back = Hand back
move-en-route = On my way
move-start = Start
move-pause = Pause
move-resume = Go on
move-finish = Finish
move-confirm = Confirm done

# Why
reason-decline-title = Why can you not take it?
reason-hand-back-title = Why do you hand it back?
reason-pause-title = Why the pause?
reason-decline-1 = No vehicle
reason-decline-2 = Wrong skill
reason-decline-3 = No time today
reason-hand-back-1 = Shift is over
reason-hand-back-2 = Needs another crew
reason-hand-back-3 = Equipment missing
reason-pause-1 = Break
reason-pause-2 = Waiting for material
reason-pause-3 = Weather
reason-label = Reason

# Adding
add-photo = Photo
add-note = Note
add-time = Time
add-material = Material
photo-title = What does the photo show?
photo-before = The place before the work
photo-after = The place after the work
photo-other = Something else
photo-gallery = Choose from the gallery: { $role }
photo-saving =
    { $count ->
        [one] Saving { $count } photo …
       *[other] Saving { $count } photos …
    }
photo-at-office = at the office
photo-unopened = This picture could not be opened here. It is kept as it is and sent to the office; the place where it was taken may be in it. Citizens never see it.
photo-file = Could not be opened here, { $size }
photo-caption = { $role }, { $clock }
note-title = Note
note-label = What should the office know?
time-title = Time spent
time-kind = Kind
time-minutes = Minutes
time-is = { $kind }: { $minutes } min
material-title = Material used
material-article = Article
material-quantity = Quantity ({ $unit })
material-is = { $quantity } { $unit } { $article }
material-none = The office has not sent a list of articles yet. Write a note instead.
number-wrong = Write a number, for example 1.5
saved-on-phone = Saved on this phone

# Finishing
finish-title = How did it end?
finish-done = Done
finish-done-hint = The problem is gone
finish-follow-up = Done, more work needed
finish-follow-up-hint = The office makes a follow-up order
finish-not-done = Not done
finish-not-done-hint = Not found, no access, unsafe …
finish-what-is-left = What is left to do?
finish-why-not = Why was it not done?
finish-duplicate-number = Number of the other order
finish-extent = How much of it?
finish-extent-whole = All of it
finish-extent-part = My part; others go on
finish-evidence-good = Everything that the office asks for is here.
finish-save-done = Save as done
finish-save-follow-up = Save, more work needed
finish-save-not-done = Save as not done
finish-save-anyway = Save without it
finish-undo-hint = You can take this back for { $window }.
finish-required = Fill this in first.

# Receipts
receipts-title = Receipts
receipts-empty-title = No receipts yet
receipts-empty-way-out = Everything you do gets one: here you see what the office has.
tally-on-phone = on this phone
tally-arrived = arrived
tally-applied = applied
tally-attention = to be read
receipt-state-on-phone = Saved on this phone
receipt-state-arrived = The office has it
receipt-state-applied = Applied
receipt-photo-waiting = { $size }, still on this phone
receipt-photo-sending = { $sent } of { $size } sent
receipts-reports = New problems reported
receipts-send-now = Send now
receipts-held-for-wifi = Your photos wait for Wi-Fi. What you did goes at once.
receipts-held-for-word = This phone does not say whether it is on Wi-Fi: your photos wait until you send them. What you did goes at once.
receipts-send-held-for-wifi = Send over mobile data
receipts-send-held-for-word = Send photos now

operation-accept = Accepted
operation-decline = Declined
operation-hand-back = Handed back
operation-en-route = On the way
operation-start = Started
operation-pause = Paused
operation-resume = Went on
operation-check = Checklist answered
operation-measure = Measured
operation-note = Note
operation-photo = Photo reported
operation-material = Material
operation-time = Time
operation-suggest = Suggestion
operation-finish = Finished
operation-confirm = Confirmed
operation-undo = Taken back
operation-report = New problem reported
operation-hide = Photo or note taken back
operation-unknown = Made by a newer version
photo-role-before-bytes = Picture, before
photo-role-after-bytes = Picture, after
photo-role-other-bytes = Picture

# Settings
settings-title = Settings
settings-phone = This phone
settings-theme = Appearance
theme-system = As the phone
theme-light = Light
theme-dark = Dark
settings-large-over = Photos and map travel over
large-over-any = any network
large-over-wifi = Wi-Fi only
large-over-hint = If the phone does not say which network it is on, photos wait until you send them, and no new map is fetched.
settings-storage = Storage
settings-storage-kept = What is stored here stays until somebody removes it
settings-storage-at-risk = The browser may clear it when space is short
settings-storage-use = { $used } of { $granted }
settings-storage-safe = safe
settings-storage-not-safe = at risk
settings-storage-way-out = Install the app on the home screen: then the browser keeps its data. Send your work before you clear browser data.
settings-offline = Starts without a network
settings-offline-yes = yes
settings-offline-no = no: the page has no trusted certificate
settings-last-sync = Last heard from the office
settings-never = never
settings-town = Office
settings-call-office = Call the office
settings-make-room = Drop copies that the office has
settings-sync-now = Ask the office now
settings-version = Version { $version }
clock-ahead-title = This phone’s clock is { $off } ahead
clock-behind-title = This phone’s clock is { $off } behind
clock-off = Your work is recorded with the right time all the same.

standing-drain-only = This phone hands in what it has; new orders no longer come.
standing-revoked = The office no longer accepts this phone. Your work is kept here; ask the office.

# What is wrong, and what happens next
not-saved = Not saved
phone-problem-not-enrolled = This phone is not connected to an office yet.
phone-problem-server-address = This is no address of an office. It looks like https://kuitti.town.example
phone-problem-enrolment-unknown = The office does not know this code. Check it letter by letter.
phone-problem-enrolment-used = This code has been used. Ask the office for a new one.
phone-problem-enrolment-expired = This code is too old. Ask the office for a new one.
phone-problem-other-workers-work = This phone still holds work of { $worker }. Connect to a network and let it be sent first.
phone-problem-unreachable = The office does not answer. It is tried again by itself.
phone-problem-server-busy = The office is busy. It is tried again by itself.
phone-problem-server-failed = The office had a fault. It is tried again by itself.
phone-problem-revoked = The office no longer accepts this phone. You can go on working; ask the office to connect it again.
phone-problem-upgrade-needed = This app is too old to read new orders. Start it again with a network. Your work is handed in all the same.
phone-problem-photo-empty = This file is empty or cannot be read. Take the photo again.
phone-problem-photo-file-too-large = This file is too large to be sent. Take the photo with a smaller size.
phone-problem-photo-not-drawn = This picture could not be opened here, so that what you drew cannot be put on it. It was not kept and not sent. Take it again, or choose it again without drawing.
phone-problem-order-unknown = This order is not on this phone.
phone-problem-photo-not-here = This photo is no longer on this phone. The office has it.
phone-problem-text-too-long = The text is too long. Make two notes of it.
phone-problem-not-possible = This could not be done. Try again; if it stays so, start the app again.
phone-problem-storage-full = The phone’s storage is full: this was not saved. Remove something from the phone, or send your work and drop copies under Settings.
phone-problem-storage-failed = The phone’s storage failed: this was not saved. Start the app again.
finish-duplicate = same as another order

# The street map
map-title = Map
map-none = There is no street map on this phone yet. It comes by itself when there is a network.
map-coming = The street map is on its way: { $arrived } of { $size }
map-you = You are here

# The way as one arrow
compass = Compass
compass-turns = The arrow turns with the phone.
compass-from-north = This phone tells no direction: the arrow points as on a map, north is up.
compass-ask = Use the phone’s compass
compass-north = N

# Where the worker is
place-title = Where I am
place-phone = The position comes from this phone.
place-hint = Put a pin where the phone has no reception. A recorded track is for training. Both last until the app is closed; neither is sent to the office as your position.
place-use-phone = Use this phone’s position
place-pin-map = Put a pin on the map
place-pin-press = Press the place on the map where you are.
place-pin-order = I am at an order
place-choose = Choose the place
place-here = I am here
place-track = Play a recorded track (GPX)
place-mark-pin = Position by pin, not by this phone
place-mark-track = Position from a recorded track, not from this phone
phone-problem-no-track = This file is no recorded track, or a damaged one. Choose a GPX file.
phone-problem-track-without-time = This track does not say when it was where. Record it with times and choose it again.

## The office's console: frame, requests, orders.

nav = Main menu
nav-requests = Requests
nav-orders = Orders
nav-attention = To decide
nav-call = New call
nav-notices = Messages
nav-people = Crews
nav-import = Import
nav-categories = Categories
no-screen = There is no screen at this address
live-connecting = connecting …
live-up = live
live-lost = not live: trying to reach the server
shortcuts = Keyboard
commands = Commands
nobody = nobody
by-itself = by itself
times =
    { $count ->
        [one] once
       *[other] { $count } times
    }

log-in = Log in
log-in-title = Log in to the office
log-in-again = Log in again to go on
log-in-name = Name
log-in-password = Password

key-help = Show these keys
key-next = Next
key-previous = Previous
key-next-column = Next column
key-previous-column = Previous column
key-select = Select
key-select-all = Select all
key-clear = Clear the selection
key-open = Open
key-search = Search
key-make-orders = Make orders
key-assign = Assign

problem-unreachable = The server cannot be reached. What you see is as old as it says; nothing you typed is lost.
problem-logged-out = You are no longer logged in. Log in again to go on.
problem-unreadable = The server's answer cannot be read. Reload the page; if that does not help, tell your administrator.
problem-wrong-login = Name or password is not right. Try again, or ask your administrator for a new password.
problem-forbidden = Your role may not do this.
problem-not-allowed = Your role may not do this.
problem-too-many-requests = Too many tries. Wait a moment and try again.
problem-changed-meanwhile = The order has changed meanwhile. Look at it as it is now and decide again.
problem-order-is-over = The order is closed or cancelled: reopen it first.
problem-nothing-to-reopen = Only a finished, closed or cancelled order can be reopened.
problem-order-merged = The order was merged into another: decide about that one.
problem-merge-into-itself = An order cannot be merged into itself: choose another.
problem-awaits-confirmation = Somebody reports it finished: decide about that first.
problem-not-part-of-order = This was decided meanwhile, or it belongs to another order.
problem-order-unknown = There is no such order.
problem-request-unknown = There is no such request.
problem-worker-unknown = There is no such worker.
problem-device-unknown = There is no such device.
problem-assignee-unknown = This crew or worker is not in the list any more.
problem-already-planned = One of the requests has an order already: choose without it.
problem-nothing-selected = Nothing is selected.
problem-too-many-selected = Too many are selected: choose fewer.
problem-title-length = The title is too long: at most 120 characters.
problem-disk-full = The server’s disk is full. Nothing is lost on your side; tell the office.
problem-not-stored = It could not be stored and nothing was changed. Try again.
problem-fields-invalid = Something is missing or not right: see the fields.

filter-stage = Show
filter-text = Text, address or number
filter-all-categories = All categories
filter-everybody = All crews and workers
stages-waiting = To do
stages-under-way = Under way
stages-over = Over
stages-all = All
rows-of = { $shown } of { $total }
rows-more = Show more
selected = { $count } selected

requests-none = No request fits
requests-none-way = Choose other stages or clear the search. New requests appear here by themselves.
map-requests = Requests on the map
request-report = What was reported
request-came = Came in by { $channel }, { $moment }
request-open = Open the request
photo-of-citizen = Photo from the citizen
photo-file-unopened = Could not be opened as a picture
photo-fetch = Fetch the file
near-and-alike = Near and alike
caller = Reported by
told-by = Told by
told-nothing = not at all
external-number = Number elsewhere

make-orders = Make orders
order-title = What to do
order-title-hint = Left empty, it is the category's name.
grouping = How many orders
grouping-one-for-all = One order for all { $count }
grouping-one-for-all-hint = They report the same. Each citizen is told once.
grouping-one-each = One order for each
grouping-one-each-hint = { $count } orders.
assign-to = Give to
assign-by-rule = by the category's rule
assign-by-rule-hint = The rule gives it to the crew on shift in the zone with the skill, if the category says so.
order-made-for = Made for { $assignee }. { $reason }
order-made-for-nobody = Made, nobody has it yet. { $reason }

routing-on-shift-in = { $crew } is on shift in { $zone } and has the skill; of { $candidates ->
        [one] one crew that fits
       *[other] { $candidates } crews that fit
    } it has the fewest open orders ({ $load }).
routing-on-shift = { $crew } is on shift in the whole town and has the skill; of { $candidates ->
        [one] one crew that fits
       *[other] { $candidates } crews that fit
    } it has the fewest open orders ({ $load }).
routing-by-hand = Assigned by hand.
routing-outside-zones = The place is in no zone, and no crew serves the whole town.
routing-nobody = Nobody with the skill is on shift now.
routing-nobody-in = Nobody with the skill is on shift in { $zone } now.

orders-current = Current
column-nobody = Nobody has it
order-review = to decide
due-at = due { $moment }
overdue-since = overdue since { $moment }
photos-on-phone =
    { $count ->
        [one] { $count } photo is still on a phone
       *[other] { $count } photos are still on a phone
    }
crews = Crews
workers = Workers
on-shift-until = on shift until { $clock }
off-shift = not on shift
assign = Assign
assign-count =
    { $count ->
        [one] Assign the order
       *[other] Assign { $count } orders
    }
assign-hint = Work that somebody has begun stays on record.
orders-assigned =
    { $count ->
        [one] Assigned to { $assignee }.
       *[other] { $count } orders assigned to { $assignee }.
    }
orders-refused = { $changed } assigned, { $refused } not: { $reasons }

assigned-to = Assigned to
proof = Proof
proof-photo-before = photo before
proof-photo-after = photo after
order-edit = Change
appointment = Agreed time
appointment-hint = When somebody will be there. It counts in the field instead of the due time, and the way is planned by it. Without a day nothing is agreed. An end earlier than the beginning is on the next day.
appointment-day = Day
appointment-from = From
appointment-until = Until
appointment-impossible = The agreed time needs a beginning and an end that differ.
order-close = Close
order-reopen = Take up again
order-cancel = Cancel order
order-cancel-body = Phones that have the order show it as cancelled. Work that was done meanwhile stays on record, and you are told of it.
order-merge = Same problem as …
order-merge-body = Everybody who reported either is told once, of the order that stays. Photos, notes and answers move there; this order leaves the phones, and what comes late goes to the other one.
order-merge-number = Number of the order that stays
order-merge-near = Open orders nearby, same category
order-merge-none = No open order of this category is near. Give the number of the other one.
order-merge-unknown = No open order has this number.
order-merge-do = Merge
order-merged-into = This order is part of another now
order-merged-into-body = It was about the same problem. Everything that was brought back, and everything that still comes, is at { $number }.
checklist-count = Checklist, { $done } of { $count }
time-and-material = Time and material
suggestion = Proposal: { $value }

visits-none = Nobody has been there yet
visit-state = State
visit-since = Since
visit-not-heard = Has the order; nothing heard yet
device-heard = Phone
extent-part = a part of it
standing-unconfirmed = to be confirmed
standing-recorded = on record only
pending-reports =
    { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }
pending-photos =
    { $photos ->
        [one] { $photos } photo
       *[other] { $photos } photos
    }
pending-both =
    { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    } and { $photos ->
        [one] { $photos } photo
       *[other] { $photos } photos
    }
device-pending = { $pending } still on the phone, as of { $clock }
device-sent-all = everything sent, as of { $clock }
device-never = not heard yet

review-completion = { $worker } reports it finished at { $moment }
review-completion-body = Outcome: { $outcome }. Somebody else is still at it, or has it now. The citizen is told only after a word from you or them.
review-confirm = It is finished
review-reject = It is not
review-settle = Seen
review-stands = stands
review-keep = Keep it
review-take = Take this one
review-by = { $worker }, { $moment }
review-checklist = Two answers for “{ $item }”
review-outcome = Two reports do not agree
review-undo = Taken back too late

story = What happened
story-on-phone = Still on the phone of { $worker }
arrived-at-once = arrived at once
arrived-late = on the phone until { $moment }
clock-quality = How far this time can be trusted
clock-exact = exact clock
clock-wall = phone's clock
clock-estimated = estimated
audit-order-made = Order made
audit-order-assigned = Assigned
audit-order-closed = Closed
audit-order-cancelled = Cancelled
audit-order-reopened = Taken up again
audit-order-edited = Changed
audit-order-confirmed = Completion confirmed
audit-order-rejected = Completion rejected
audit-order-merged = Merged into another order
audit-order-absorbed = Another order was merged into this one
audit-order-taken = The other answer taken
audit-order-settled = Conflict settled

attention-none = Nothing waits for you
attention-none-way = What the rules cannot decide alone appears here: two answers for one thing, photos that do not come, work that cannot be placed.
attention-conflicts = Two answers for one thing
attention-tasks = To look at
attention-operations = Work that waits
attention-operations-about = It came from a phone and is kept exactly as it was sent. Nothing of it is lost.
attention-as-sent = As it was sent
outcome-held = held
outcome-quarantined = kept apart
task-completion-unconfirmed = A finished report has waited an hour for a colleague's word.
task-photo-missing = A photo that was announced has not come for a day.

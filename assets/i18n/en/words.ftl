## Words that several screens share: states, outcomes, commands.

kuitti = Kuitti
order = Work order
request = Request
crew = Crew
worker = Worker
category = Category
priority = Priority
place = Place
due = Due
photos = Photos
notes = Notes
checklist = Checklist
visits = Visits
notices = Messages

orders-count =
    { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
requests-count =
    { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
photos-count =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }

order-status-new = New
order-status-assigned = Assigned
order-status-in-work = In work
order-status-finished = Finished
order-status-finished-unconfirmed = To be confirmed
order-status-closed = Closed
order-status-declined = Declined
order-status-cancelled = Cancelled
order-status-reopened = Reopened

request-stage-received = Received
request-stage-planned = Planned
request-stage-in-work = In work
request-stage-done = Done
request-stage-not-done = Not done
request-stage-needs-visit = Needs a visit
request-stage-reopened = Reopened

save = Save
cancel = Cancel
close = Close
back = Back
undo = Undo
retry = Try again
search = Search
optional = optional
loading = Loading …
open = Open
add = Add
remove = Remove
log-out = Log out
language = Language
skip-to-content = Skip to content

as-of = as of { $clock }
photo-of = Photo { $number } of { $count }
photo-closer = Look closer
photo-whole = Whole picture
photo-previous = Previous photo
photo-next = Next photo

map = Map
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-fit = Show everything
map-select-area = Select an area
map-help = Arrow keys move the map, plus and minus zoom, Tab goes to the points. The same points are in the list.
map-cluster =
    { $count ->
        [one] { $count } point close together
       *[other] { $count } points close together
    }
map-no-points = Nothing to show on the map

role-worker = field worker
role-crew-lead = crew lead
role-intake = contact centre
role-dispatcher = dispatcher
role-supervisor = supervisor
role-administrator = administrator
role-auditor = auditor

priority-low = low
priority-normal = normal
priority-urgent = urgent

visit-state-accepted = Accepted
visit-state-en-route = On the way
visit-state-on-site = On site
visit-state-paused = Paused
visit-state-finished = Finished
visit-state-declined = Declined
visit-state-handed-back = Handed back

outcome-done = Done
outcome-done-needs-follow-up = Done, more work needed
outcome-not-done = Not done
not-done-not-found = nothing found
not-done-no-access = no access
not-done-unsafe = unsafe
not-done-not-ours = not ours
not-done-needs-equipment = equipment missing
not-done-duplicate-of = same as { $number }

notice-stage-received = Received
notice-stage-done = Done
notice-stage-not-done = Not done
notice-stage-needs-visit = Needs a visit
notice-stage-corrected = Correction
channel-sms = SMS
channel-email = E-mail
channel-call = Phone call
channel-webhook = App
intake-web = web form
intake-phone = call
intake-import = import
intake-field = field worker
photo-role-before = Before
photo-role-after = After
photo-role-other = Photo
time-kind-work = Work
time-kind-travel = Travel
time-kind-waiting = Waiting

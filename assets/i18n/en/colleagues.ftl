## Messages to people of the town.

staff-subject = Kuitti in { $town }: about { $number }
staff-urgent = Urgent: { $number } { $title }, { $place }. Open Kuitti to see it.
staff-warning = Due soon: { $number } { $title }, { $place }, until { $when }.
staff-breach = Overdue: { $number } { $title }, { $place }, since { $when }.
staff-new = New order: { $number } { $title }, { $place }.
staff-finished = Done: { $number } { $title }, { $place }.
staff-not-done = Not done: { $number } { $title }, { $place }.
staff-review = To decide: { $number } { $title }, { $place }.
staff-declined = Handed back: { $number } { $title }, { $place }. Nobody has it now.
staff-reopened = Reopened: { $number } { $title }, { $place }.
staff-cancelled = Cancelled: { $number } { $title }, { $place }.

reach = Where you are reached
reach-about = Your number and address are seen by nobody but Kuitti; it tells you there of what you watch and of deadlines.
reach-phone = Phone number
reach-email = E-mail address
reach-first = First by
watches = What you watch
watches-none = You watch nothing yet. Open an order and choose Watch, or add a category or a district here.
watch = Watch
watching = Watching
watch-end = End
watch-more = A category or a district
reach-of-worker = Messages to { $worker }
reach-of-worker-about = Urgent work that this phone has not fetched in time is told there.
reach-edit = Phone and e-mail
problem-nothing-to-watch = What you want to watch is not there.
problem-watches-too-much = You watch very much already: end something first.
reach-saved = Saved.

answers = What the citizen wrote back
answer-unread = not read yet
answer-read = I have read it

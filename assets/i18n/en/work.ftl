## At work in the field: the list of the day, forms, reports; and the office’s editor of forms.

row-new = new
row-changed = changed by the office
find-label = Search: street, number, word
find-all = All
find-pressing = Pressing
find-news = New and changed
find-on-phone = On this phone
find-kind = Kind of problem
find-every-kind = Every kind
find-none = Show all again
stop-title = { $place }: { $count } orders
stop-finish = Finish all here
stop-finish-title =
    { $count ->
        [one] Finish one order
       *[other] Finish { $count } orders
    }
stop-on-its-own = “{ $title }” needs more than a photo: open it and finish it there.
stop-finish-photo = Take one photo and save all as done
stop-finish-save = Save all as done
today-pool =
    { $count ->
        [one] One order free to take
       *[other] { $count } orders free to take
    }
today-take = I take it
today-take-online = Orders are taken with a network only: otherwise two crews would go.
today-taken = Taken by colleagues
report-link = Report
report-title = Something else is broken
report-category = What is it?
report-choose = Choose …
report-description = What is wrong?
report-address = Where is it?
report-place-known = This phone’s position goes with it; words help others to find it.
report-place-unknown = This phone does not know where it is: write the street and number.
report-photo = Take a photo of it
report-photo-taken = Photo taken; take another instead
report-save = Save the report
number-unexpected = Expected: { $expected }. It is saved; measure again if you can.
barcode-scan = Read the label with the camera
barcode-unread = No code could be read in the picture. Type it.
answer-signed = signed
answer-unexpected = not as expected
signature-sign = Sign
signature-again = Sign again
signature-hint = Sign here with a finger
signature-clear = Begin again
could-not-title = Why could it not be brought?
could-not-1 = Too dark
could-not-2 = Camera does not work
could-not-3 = Cannot be reached
could-not-4 = People in the picture
could-not-is = Not brought, { $what }: { $reason }
exemptions = Could not be brought
material-cost = Cost
material-cost-hint = By the catalogue { $cost }
time-from-timer = As the timer counted: { $time }
order-team = Also at this order
timer-runs = Time at work
timer-paused = Paused
timer-ended = Worked
operation-could-not = Said why something is missing
category-office-hours = Due times count office hours only
category-office-hours-hint = A day of the target is then a day of the office: nights, weekends and holidays do not count. Orders that exist keep their times.
category-workers-take = Workers take these themselves
category-workers-take-hint = A crew’s order lies in its pool until one of its workers takes it.
form-title = Form
form-hint = What workers answer at each new order. Orders that exist keep theirs.
form-photos = Photos that must be brought
form-photo-before = Before the work
form-photo-after = After the work
form-add = Add a line
form-save = Save the form
form-up = Move up
form-down = Move down
form-kind = How it is answered
form-tick = To tick
form-yes-no = Yes or no
form-choice = Choice
form-number = Number
form-text = Text
form-date = Day
form-signature = Signature
form-barcode = Barcode or QR code
form-unit = Unit
form-lowest = Not below
form-highest = Not above
form-answers = Answers, one a line
form-other-languages = In other languages
shift-title = End of the shift
shift-hint = Before you put the phone away: the office says whether it has everything.
shift-ask = Ask the office
shift-did = Today: finished { $finished }, entries { $operations }, photos { $photos }.
shift-all = The office has everything, it said so at { $clock }
shift-all-way-out = You can put the phone away.
shift-missing = Not at the office yet: entries { $operations }, photos { $photos }
shift-missing-way-out = Go where there is a network and keep the app open; it goes by itself. Nothing is lost meanwhile.
shift-missing-held = Your photos wait, as you chose: send them above, or go where there is Wi-Fi. Nothing is lost meanwhile.
shift-unconfirmed = The office has not answered yet
shift-to-read =
    { $count ->
        [one] One answer of the office is to be read below.
       *[other] { $count } answers of the office are to be read below.
    }
log-title = Log for support
log-hint = What went between this phone and the office, in codes and numbers. It names nobody.
log-open = Show the log
log-save = Save as a file
form-yes = Yes
form-no = No

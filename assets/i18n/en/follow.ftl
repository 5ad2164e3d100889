## What is said on the page of a case after the end and before it: rating, reopening, choosing what to be told; and the
## messages that follow from it.

citizen-case-came-back = You told us that it is not so. The office looks at it again and decides what happens.

citizen-rate-question = How well was it done?
citizen-rate-5 = 5 – very well
citizen-rate-4 = 4 – well
citizen-rate-3 = 3 – so-so
citizen-rate-2 = 2 – badly
citizen-rate-1 = 1 – very badly
citizen-rate-words = In a sentence: why?
citizen-rate-send = Send
citizen-rate-thanks = Thank you: you gave { $number } of 5.

citizen-reopen-title = It is not so?
citizen-reopen-lead = Until { $date } you can tell us that the problem is still there. The office looks at it again. You can do this once.
citizen-reopen-reason = What is still wrong?
citizen-reopen-photo = A photo of it
citizen-reopen-send = Take it up again
problem-reason-missing = Write what is still wrong, then send it again. Nothing was sent.

citizen-wishes-title = Choose what we tell you
citizen-wishes-how = How
citizen-wishes-what = Besides the arrival of your report and its end, tell me when
citizen-wish-scheduled = a crew has it on its list
citizen-wish-on-the-way = a crew is on its way
citizen-wish-reopened = my objection has arrived
citizen-wishes-fallback = If a message does not reach me
citizen-fallback-first = First try
citizen-fallback-then = Then try
citizen-fallback-usual = what the town usually tries
citizen-fallback-none = nothing else
citizen-wishes-send = Save

notice-stage-scheduled = Scheduled
notice-stage-on-the-way = On the way
notice-stage-reopened = Reopened
notice-stage-confirm = Confirmation code

notice-sms-scheduled = { $town }: { $category }, { $place }: a crew has it on its list. { $link }
notice-sms-on-the-way = { $town }: { $category }, { $place }: a crew is on its way. { $link }
notice-sms-reopened = { $town }: { $category }, { $place }: we have read that it is not done, and look at it again. { $link }
notice-subject-scheduled = Scheduled: { $category }, { $place } ({ $number })
notice-subject-on-the-way = On the way: { $category }, { $place } ({ $number })
notice-subject-reopened = Taken up again: { $category }, { $place } ({ $number })
notice-mail-scheduled = A crew has what you reported on its list.
notice-mail-on-the-way = A crew is on its way to what you reported.
notice-mail-reopened = We have read that it is not done. We look at it again and tell you what comes of it.

request-reopened-title = A citizen says it is not so
request-take-up = Reopen the order
request-uphold = It is done: close again
request-taken-up = The order is open again
request-upheld = The request is closed again, and the citizen is told
request-rating = Rating
request-rating-of = { $number } of 5

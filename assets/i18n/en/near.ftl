## Open problems as everybody may see them: before a report is sent, and as a page of their own.

citizen-report-address-public = Everybody can see this address.
citizen-near-title = Is it one of these?
citizen-near-lead = These problems nearby are known already. Choose yours to follow it: you get a code of your own and are told as if you had been the first.
citizen-near-same = This one: I follow it too
citizen-near-none = None of these: send my report
citizen-problem-since = since { $date }
citizen-following = Others reported the same problem: you are told together.

citizen-problems-link = Known problems
citizen-problems-title = Known problems
citizen-problems-lead = What is reported and not done yet. What people wrote, and who wrote it, is not shown.
citizen-problems-none = There are no open problems
citizen-problems-map = Map of the problems on this page
citizen-problems-older = Older problems
citizen-problems-first = To the latest problems
citizen-problems-followers =
    { $count ->
        [one] { $count } other follows it
       *[other] { $count } others follow it
    }
request-followers =
    { $count ->
        [one] { $count } other reported it
       *[other] { $count } others reported it
    }

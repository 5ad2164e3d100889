## The office on what citizens think, on followers, and on the words of a message.

nav-satisfaction = Satisfaction
satisfaction-lead = What citizens said of the ends of the last twelve months. Of fewer than five nothing is told: one voice is no average.
satisfaction-category = Category
satisfaction-zone = District
satisfaction-month = Month
satisfaction-no-zone = In no district
satisfaction-average = Rating, of 5
satisfaction-ratings = Ratings
satisfaction-reopened = Reopened, %
satisfaction-ends = Ends
satisfaction-too-few = too few
notice-edit = Change the words
notice-words = What the message says
notice-usual-words = Use the usual words
notice-cancelled-overtaken = Not sent: things have moved on
notice-cancelled-expired = Not sent: the code is too old
request-follows = Same problem as
request-follows-first = the first report of it
request-followed = Followed

## What belongs to the citizen: a number or address proved by a code, one's own data, and that it is forgotten.

citizen-confirm-title = Is { $to } yours?
citizen-confirm-lead = We have sent a code of six digits there. Type it here within ten minutes: nothing else goes there before.
citizen-confirm-code = Code of six digits
citizen-confirm-send = Confirm
citizen-confirm-again = Send a new code
citizen-confirm-wrong = This is not the code. Compare it with the message, or let us send a new one.
citizen-confirm-often = Too many codes went there within an hour. Try again later; you can always follow the case here.
notice-sms-confirm = { $town }: your code is { $confirm }. Type it on the page of your report within 10 minutes. You reported nothing? Then ignore this message.
notice-subject-confirm = Your code: { $confirm }
notice-mail-confirm = Your code is { $confirm }. Type it on the page of your report within 10 minutes. You reported nothing? Then ignore this message.

citizen-own-title = Your data
citizen-own-lead = Everything that this case keeps about you.
citizen-own-link = See, download or delete your data
citizen-own-download = Download as a file (JSON)
citizen-own-name = Name
citizen-own-phone = Phone
citizen-own-email = E-mail
citizen-own-words = What you wrote
citizen-own-nothing = nothing
citizen-own-messages = Messages to you
citizen-own-photos = Photos
citizen-own-forget = Delete my contact data and photos
citizen-own-forget-lead = Your name, number, address and photos are deleted for good, also on the devices of the workers. You get no more messages. The case itself stays, and your code goes on opening it.
citizen-own-forgotten = Your contact data and photos are deleted.

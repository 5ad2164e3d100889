## What the office says to an operation: `receipt-` and the code. The fact, then what happens next.

receipt-applied = Applied
receipt-recorded = Kept on record. It does not change the order.
receipt-another-at-work = A colleague is still at work there. Your colleague or the office confirms.
receipt-done-by-other = The order had been given to somebody else who had not begun. Your work counts.
receipt-reassigned-at-work = The order had been given to somebody else who has begun. The office decides; your work is on record.
receipt-reassigned = The order had been given to somebody else. Your report is on record and shown to them.
receipt-already-finished = The order was already finished. Your visit is on record too.
receipt-contradicts = The order was already finished with another outcome. The office decides.
receipt-order-cancelled = The order had been cancelled. The office sees that work was done.
receipt-order-closed = The order had been closed. Your visit is on record.
receipt-reopened-since = The order was opened again meanwhile. Your visit belongs to the earlier round.
receipt-checklist-clash = Somebody else answered the same line. Both answers are kept, the office decides.
receipt-undo-too-late = Too late to take it back. Ask the office.
receipt-undo-after-notice = The citizen had already been told. The office decides.
receipt-not-found = What this refers to is not at the office yet. It is kept.
receipt-not-yours = Only the person who made it can change it.
receipt-unknown-order = The office does not know this order yet. Your work waits there.
receipt-unknown-kind = This app is newer than the office. Your work waits until the office is updated.
receipt-malformed = The office could not read it. A person there looks at it.
receipt-server-failed = The office had a fault with it. A person there looks at it; you need not do anything.
receipt-after-held = It waits behind earlier work on the same order.
receipt-revoked = This phone is locked at the office. A person there looks at your work.
receipt-photo-damaged = The photo's file on this phone is damaged. Take it again if you can.
receipt-photo-refused = The office did not take this photo. Sync again; if that does not help, tell the office.
receipt-unknown = The office has it: { $code }

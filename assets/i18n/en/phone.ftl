## The phone itself: a rescue file, room, drawing on photos, updates, when the office is away.

rescue-title = Rescue file
rescue-hint = No network for days, or the phone is about to break? Save everything unsent as a file and bring it to the office. Only the office can open it.
rescue-write = Save the rescue file
rescue-written-title = The file is among your downloads
rescue-written =
    { $operations ->
        [one] One entry
       *[other] { $operations } entries
    }, { $photos ->
        [one] one photo
       *[other] { $photos } photos
    }. Bring it to the office. Go on working: what arrives twice counts once.
rescue-left =
    { $count ->
        [one] One photo is not in it: it had no room there or is damaged. It stays on this phone.
       *[other] { $count } photos are not in it: they had no room there or are damaged. They stay on this phone.
    }
phone-problem-nothing-to-rescue = Everything has been sent: there is nothing to save.
phone-problem-no-rescue-code = The office has not told this phone yet how to close a file. Connect to a network once; it comes by itself.

room-unsent = Photos not yet sent
room-sent = Copies of sent photos
room-map = Street map
room-forget-title = Drop the copies?
room-forget-hint = The office has these photos. This phone no longer shows them afterwards. What was not sent stays.
room-forget = Drop copies
room-photos = { $count } · { $size }
room-limit =
    { $days ->
        [one] The office lets copies stay for one day
       *[other] The office lets copies stay for { $days } days
    } and all photos together take up to { $size }. What was not sent always stays.

app-update-unsent =
    { $count ->
        [one] One thing is not sent yet. It is kept either way; the new version can wait until it is at the office.
       *[other] { $count } things are not sent yet. They are kept either way; the new version can wait until they are at the office.
    }
app-update-anyway = Use it now all the same
away-title = The office has not answered for { $span }
away-way-out = Go on working: everything is kept on this phone. If it stays so, save a rescue file under Receipts and bring it to the office.
install-title = Install the app
install-why = Installed, it opens from the home screen without a network, and the browser keeps its data.
install-now = Install
install-later = Not now
install-by-menu = Open the browser’s menu and choose “Install app” or “Add to home screen”.

mark-first = Draw on it or black out faces first
mark-title = Draw or black out
mark-hint = Drag a finger over the picture. What is black is gone before the photo is sent, and the original never leaves the phone.
mark-tool = Tool
mark-black = Black out
mark-line = Draw
mark-box = Black box in the middle
mark-undo = Take back
mark-keys = Arrow keys move the last black box, with Shift they change its size.
mark-picture = The photo to draw on
mark-save = Save the photo
mark-not-shown = This browser cannot show this picture, so nothing can be drawn on it. Save it as it is, or take it as JPEG.

enrol-anew = Connect with a new code
enrol-connected = This phone works for { $worker }. A new code for the same person connects it again. With a code for somebody else, both work with it, each with their own orders. Nothing unsent is lost.
workers-title = Who works with this phone
workers-hint = Several people can share this phone. Each has their own orders and their own work, and all of it is sent, whoever is shown.
workers-mark = Working now: { $worker }
workers-shown = Shown now
workers-all-sent = Everything is at the office
workers-unsent =
    { $count ->
        [one] One thing is only on this phone
       *[other] { $count } things are only on this phone
    }
workers-revoked = the office no longer accepts this phone for them
workers-shut = The work of somebody who shares this phone cannot be opened. It is not deleted: ask the office before the phone is cleared.
workers-show = Switch
workers-switch = Switch to { $worker }
workers-add = Connect somebody, or connect again
workers-remove = Remove { $worker } from this phone
workers-remove-title = Remove { $worker } from this phone?
workers-remove-sure = The office has all of this work. The orders and the copies of the photos leave this phone; a new code brings the orders back.
workers-remove-now = Remove
note-speak = Speak
note-listening = Listening … press to end
take-back-note = Take this note back
take-back-note-title = Take this note back?
take-back-photo = Take this photo back
take-back-photo-title = Take this photo back?
take-back-sure = It disappears from the order, here and at the office. That it was there stays on record.
take-back-now = Take back

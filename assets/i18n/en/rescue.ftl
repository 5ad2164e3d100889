## Rescue files at the office: what a phone could not send.

rescue-take-in = Take in a rescue file
rescue-take-in-title = Take in a rescue file
rescue-how = A phone without a network saves its unsent work as a file (Receipts, Rescue file). Here it comes in as if the phone had sent it. The same file again changes nothing.
rescue-choose = Choose the file
rescue-choose-hint = Its name ends in .kuitti
rescue-reading = Reading the file …
rescue-typed = Rescue code
rescue-typed-hint = Only when this server does not open the file by itself, for example after a move to another machine.
rescue-done = From { $device } of { $worker }, written { $moment }
rescue-operations = { $new } entries new, { $known } were here already
rescue-photos = { $new } photos new, { $known } were here already
rescue-to-review =
    { $count ->
        [one] One of them is under “To decide”.
       *[other] { $count } of them are under “To decide”.
    }
rescue-left-on-phone =
    { $count ->
        [one] One photo had no room in the file. It is still on the phone.
       *[other] { $count } photos had no room in the file. They are still on the phone.
    }
rescue-code = Rescue code
rescue-code-title = Rescue code of { $device }
rescue-code-how = This server opens the phone’s rescue files by itself. Note the code where the server could be lost: with it, any program that reads age files opens them.
problem-rescue-other = This is no rescue file. Its name ends in .kuitti.
problem-rescue-newer = A newer app wrote this file. Update the server, then take it in.
problem-rescue-code = The code does not open this file. Type the code that was noted for this phone.
problem-rescue-code-typed = A rescue code has 20 letters and digits.
problem-rescue-damaged = The file is damaged, and nothing of it was taken in. Copy it from the phone once more; the phone still has everything.
problem-rescue-foreign = The phone that wrote this file is not enrolled here. It may be another town’s; or this server came back from an older backup: enrol the phone again, and it sends by itself.
problem-rescue-too-large = The file is larger than any that a phone writes.

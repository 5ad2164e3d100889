## The import's report: what is said about a line, and about a file that cannot be taken at all.

import-verdict-taken = taken
import-verdict-taken-with-warning = taken with a warning
import-verdict-refused = refused
import-verdict-known = already here

import-finding-column-count = The line has more or fewer columns than the first line: it was not taken
import-finding-no-number = The line has no number of its own: it was not taken
import-finding-no-category = The line says no kind of problem: it was not taken
import-finding-no-place = The line has neither an address nor coordinates: it was not taken
import-finding-created-unreadable = The time of creation cannot be read: the line was not taken
import-finding-created-in-future = The time of creation is still to come: the line was not taken
import-finding-no-coordinates = No coordinates: it is not on the map until somebody places it
import-finding-coordinates-unreadable = The coordinates are no place on earth: only the address was kept
import-finding-closed-before-created = Closed before it was created: the time of closing was left out
import-finding-closed-unreadable = The time of closing cannot be read: it was left out
import-finding-clock-change = The time falls into the hour of the clock change: it may be an hour off
import-finding-status-unknown = The status is not known: taken as open
import-finding-shares-place = Another line has the same address and kind of problem: perhaps the same case
import-finding-category-made = The town did not have this kind of problem: it was made, for the office only
import-finding-shortened = A text was too long and was cut
import-finding-reported-by-crew = Reported by a crew
import-finding-cancelled-there = Cancelled in the other system: taken as not done
import-finding-referred-there = Passed on to somebody else in the other system: taken as not done

import-problem-empty = The file is empty. Nothing was changed.
import-problem-no-rows = The file has a first line and nothing below it. Nothing was changed.
import-problem-utf-16 = The file is in UTF-16. Nothing was changed: save it as CSV in UTF-8 and send it again.
import-problem-not-utf-8 = Line { $line } is not in UTF-8; the file may be in Latin-1 or Windows-1252. Nothing was changed: save it as CSV in UTF-8 and send it again.
import-problem-delimiter = The columns are separated by { $sign ->
        [semicolon] semicolons
        [tab] tabs
       *[other] vertical bars
    }, and the preset expects commas. Nothing was changed.
import-problem-missing-columns = These columns are missing: { $columns }. Nothing was changed: check that the preset fits the file.
import-problem-truncated = The file breaks off in line { $line }. Nothing was changed: export it again and check its size.
import-problem-too-large = The file is larger than { $megabytes } MB. Nothing was changed: send it in parts.
import-problem-unreadable = The file cannot be read. Nothing was changed.
import-problem-preset = There is no preset named { $name }. Presets: { $known }.

import-report-line = line
import-report-external = number there
import-report-verdict = result
import-report-codes = codes
import-report-reasons = reasons
import-report-number = number here

import-summary = { $rows } rows: { $taken } taken, { $warned } taken with a warning, { $refused } refused, { $known } already here

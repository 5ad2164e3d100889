-- Each channel's messages leave by themselves, the longest due first.
DROP INDEX notice_due;
DROP INDEX notice_leased;
CREATE INDEX notice_due ON notice (channel, due_at, id) WHERE state = 'waiting';
CREATE INDEX notice_leased ON notice (channel, leased_until, id) WHERE state = 'leased';

-- Where people of the office and of the field are reached: apart from their names, which go to devices.
CREATE TABLE reach (
    person BLOB NOT NULL PRIMARY KEY,
    doc    TEXT NOT NULL
) STRICT;

CREATE TABLE watch (
    staff   BLOB NOT NULL REFERENCES staff (id),
    watched TEXT NOT NULL,
    PRIMARY KEY (staff, watched)
) STRICT, WITHOUT ROWID;

-- Messages to them.
CREATE TABLE staff_notice (
    id           BLOB    NOT NULL PRIMARY KEY,
    key          TEXT    NOT NULL UNIQUE,
    order_id     BLOB    NOT NULL,
    person       BLOB    NOT NULL,
    channel      TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    due_at       INTEGER,
    leased_until INTEGER,
    created_at   INTEGER NOT NULL,
    doc          TEXT    NOT NULL
) STRICT;
CREATE INDEX staff_notice_due ON staff_notice (channel, due_at, id) WHERE state = 'waiting';
CREATE INDEX staff_notice_leased ON staff_notice (channel, leased_until, id) WHERE state = 'leased';
CREATE INDEX staff_notice_by_order ON staff_notice (order_id) WHERE state = 'waiting';
CREATE INDEX staff_notice_by_person ON staff_notice (person) WHERE state = 'waiting';
CREATE INDEX staff_notice_by_age ON staff_notice (created_at);

CREATE INDEX work_order_by_warning ON work_order (warn_at) WHERE is_over = 0;

-- Since when something waits that a citizen wrote back and nobody has read.
ALTER TABLE service_request ADD COLUMN unread_since INTEGER;
CREATE INDEX service_request_unread ON service_request (unread_since) WHERE unread_since IS NOT NULL;

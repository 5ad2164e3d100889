-- What the worker has looked at, a photo of a report, and a log that support can read.

-- The version of each order when its screen was last opened.
CREATE TABLE seen_order (
    order_id BLOB PRIMARY KEY,
    version  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A photo may belong to a report, which has no order.
CREATE TABLE upload_2 (
    photo      BLOB PRIMARY KEY,
    op_id      BLOB NOT NULL,
    order_id   BLOB,
    sha256     TEXT NOT NULL,
    role       TEXT NOT NULL,
    size       INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    place      TEXT,
    sent       INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('queued', 'parked', 'arrived')),
    reason     TEXT,
    arrived_at INTEGER
) STRICT;
INSERT INTO upload_2 (photo, op_id, order_id, sha256, role, size, made_at, place, sent, state, reason, arrived_at)
SELECT photo, op_id, order_id, sha256, role, size, made_at, place, sent, state, reason, arrived_at FROM upload;
DROP TABLE upload;
ALTER TABLE upload_2 RENAME TO upload;
CREATE INDEX upload_state ON upload (state, made_at);
CREATE INDEX upload_order ON upload (order_id);
CREATE INDEX upload_sha256 ON upload (sha256);

-- What happened between this phone and the office, the latest lines only. Codes and numbers, nothing about people.
CREATE TABLE sync_log (
    line   INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    event  TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

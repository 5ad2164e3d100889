-- One store per installation and worker. What the worker sees is view = base + pending.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last truth from the server.
CREATE TABLE base_order (
    id               BLOB PRIMARY KEY,
    version          INTEGER NOT NULL,
    assignment_epoch INTEGER NOT NULL,
    view_is_stale    INTEGER NOT NULL,
    document         TEXT NOT NULL
) STRICT;
CREATE INDEX base_order_stale ON base_order (id) WHERE view_is_stale = 1;

-- Which scope brings which order.
CREATE TABLE membership (
    scope    TEXT NOT NULL,
    order_id BLOB NOT NULL,
    PRIMARY KEY (scope, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_order ON membership (order_id);

-- Why an order has left or is leaving: the tray "no longer yours".
CREATE TABLE leaving (
    order_id BLOB PRIMARY KEY,
    reason   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
    scope      TEXT PRIMARY KEY,
    epoch      INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    mismatches INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A snapshot under way: swapped in as a whole when its last page is here.
CREATE TABLE staging (
    scope TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    seq   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_order (
    scope            TEXT NOT NULL,
    order_id         BLOB NOT NULL,
    version          INTEGER NOT NULL,
    assignment_epoch INTEGER NOT NULL,
    document         TEXT NOT NULL,
    PRIMARY KEY (scope, order_id)
) STRICT;

-- Operations that the server has not taken into the base yet. `place` is the order in which they were made; `outcome`
-- stays empty until the server has acknowledged. To migrations `bytes` is opaque.
CREATE TABLE pending_op (
    place       INTEGER PRIMARY KEY,
    incarnation BLOB NOT NULL,
    seq         INTEGER NOT NULL,
    op_id       BLOB NOT NULL UNIQUE,
    order_id    BLOB,
    kind        TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    outcome     TEXT,
    code        TEXT,
    UNIQUE (incarnation, seq)
) STRICT;
CREATE INDEX pending_op_order ON pending_op (order_id, place);

CREATE TABLE view_order (
    id       BLOB PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;

-- Acknowledged and part of the base. Kept so that a restored server can be told again, and for the receipts.
CREATE TABLE sent_log (
    op_id       BLOB PRIMARY KEY,
    incarnation BLOB NOT NULL,
    seq         INTEGER NOT NULL,
    order_id    BLOB,
    kind        TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    outcome     TEXT NOT NULL,
    code        TEXT NOT NULL,
    acked_at    INTEGER NOT NULL,
    number      TEXT,
    title       TEXT NOT NULL
) STRICT;
CREATE INDEX sent_log_seq ON sent_log (incarnation, seq);
CREATE INDEX sent_log_order ON sent_log (order_id);
CREATE INDEX sent_log_age ON sent_log (acked_at);

-- The bytes of photos on their way. `place` is the upload's address at the server.
CREATE TABLE upload (
    photo      BLOB PRIMARY KEY,
    op_id      BLOB NOT NULL,
    order_id   BLOB NOT NULL,
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
CREATE INDEX upload_state ON upload (state, made_at);
CREATE INDEX upload_order ON upload (order_id);
CREATE INDEX upload_sha256 ON upload (sha256);

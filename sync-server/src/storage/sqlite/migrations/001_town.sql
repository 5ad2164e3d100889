-- The whole town. Times are milliseconds since 1970 (UTC), ids are 16 bytes, `doc` is a JSON document whose type
-- stands in kuitti_shared or in storage/<area>.rs; the other columns are copies that lists and joins need
-- (`search`: the texts that words are looked for in, in small letters).

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers that only rise: order numbers, request numbers, the edition of the town card.
CREATE TABLE counter (
    name  TEXT    NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The town -----------------------------------------------------------------------------------------------------------

CREATE TABLE category (
    code     TEXT    NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    doc      TEXT    NOT NULL
) STRICT;

CREATE TABLE article (
    code     TEXT    NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    doc      TEXT    NOT NULL
) STRICT;

CREATE TABLE zone (
    code     TEXT    NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    doc      TEXT    NOT NULL
) STRICT;

CREATE TABLE crew (
    id   BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    doc  TEXT NOT NULL
) STRICT;

CREATE TABLE worker (
    id     BLOB    NOT NULL PRIMARY KEY,
    name   TEXT    NOT NULL,
    crew   BLOB    REFERENCES crew (id),
    active INTEGER NOT NULL,
    doc    TEXT    NOT NULL
) STRICT;
CREATE INDEX worker_by_crew ON worker (crew);

-- Every crew in which a worker ever was: what came from a phone late is judged by it.
CREATE TABLE worker_crew (
    worker BLOB NOT NULL REFERENCES worker (id),
    crew   BLOB NOT NULL REFERENCES crew (id),
    PRIMARY KEY (worker, crew)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift (
    crew    BLOB    NOT NULL REFERENCES crew (id),
    starts  INTEGER NOT NULL,
    ends    INTEGER NOT NULL,
    doc     TEXT    NOT NULL,
    PRIMARY KEY (crew, starts)
) STRICT;
CREATE INDEX shift_by_time ON shift (ends, starts);

-- The office ---------------------------------------------------------------------------------------------------------

CREATE TABLE staff (
    id       BLOB    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    role     TEXT    NOT NULL,
    language TEXT    NOT NULL,
    password TEXT    NOT NULL,
    active   INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    token      TEXT    NOT NULL PRIMARY KEY,
    staff      BLOB    NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_staff ON session (staff);

CREATE TABLE office_task (
    id         INTEGER PRIMARY KEY,
    code       TEXT    NOT NULL,
    order_id   BLOB,
    operation  BLOB,
    opened_at  INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;
CREATE INDEX office_task_open ON office_task (opened_at) WHERE settled_at IS NULL;
CREATE INDEX office_task_by_order ON office_task (order_id, code) WHERE settled_at IS NULL;

CREATE TABLE audit (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    action     TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    subject_id BLOB,
    detail     TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject_id, id) WHERE subject_id IS NOT NULL;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

-- Requests -----------------------------------------------------------------------------------------------------------

CREATE TABLE service_request (
    id              BLOB    NOT NULL PRIMARY KEY,
    number          TEXT    NOT NULL UNIQUE,
    tracking        TEXT    UNIQUE,
    category        TEXT    NOT NULL,
    stage           TEXT    NOT NULL,
    address         TEXT    NOT NULL,
    latitude        REAL,
    longitude       REAL,
    received_at     INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    external_source TEXT,
    external_id     TEXT,
    doc             TEXT    NOT NULL,
    search          TEXT    NOT NULL,
    UNIQUE (external_source, external_id)
) STRICT;
CREATE INDEX service_request_by_arrival ON service_request (received_at, id);
CREATE INDEX service_request_by_stage ON service_request (stage, received_at);

-- Who reported: apart, so that it can be read, exported and deleted apart.
CREATE TABLE contact (
    request BLOB NOT NULL PRIMARY KEY REFERENCES service_request (id),
    phone   TEXT,
    email   TEXT,
    doc     TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_phone ON contact (phone) WHERE phone IS NOT NULL;

CREATE TABLE import_run (
    id         BLOB    NOT NULL PRIMARY KEY,
    started_at INTEGER NOT NULL,
    doc        TEXT    NOT NULL
) STRICT;

CREATE TABLE import_row (
    run  BLOB    NOT NULL REFERENCES import_run (id),
    line INTEGER NOT NULL,
    doc  TEXT    NOT NULL,
    PRIMARY KEY (run, line)
) STRICT, WITHOUT ROWID;

-- Orders -------------------------------------------------------------------------------------------------------------

CREATE TABLE work_order (
    id             BLOB    NOT NULL PRIMARY KEY,
    number         TEXT    NOT NULL UNIQUE,
    version        INTEGER NOT NULL,
    status         TEXT    NOT NULL,
    is_over        INTEGER NOT NULL,
    category       TEXT    NOT NULL,
    priority       INTEGER NOT NULL,
    title          TEXT    NOT NULL,
    address        TEXT    NOT NULL,
    latitude       REAL,
    longitude      REAL,
    crew           BLOB,
    worker         BLOB,
    warn_at        INTEGER,
    due_at         INTEGER,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    in_review      INTEGER NOT NULL,
    photos         INTEGER NOT NULL,
    photos_arrived INTEGER NOT NULL,
    doc            TEXT    NOT NULL,
    search         TEXT    NOT NULL
) STRICT;
CREATE INDEX work_order_by_age ON work_order (created_at, id);
CREATE INDEX work_order_by_change ON work_order (updated_at);
CREATE INDEX work_order_by_status ON work_order (status, updated_at);
CREATE INDEX work_order_by_crew ON work_order (crew) WHERE is_over = 0;
CREATE INDEX work_order_by_worker ON work_order (worker) WHERE is_over = 0;
CREATE INDEX work_order_by_due ON work_order (due_at) WHERE is_over = 0;

CREATE TABLE request_order (
    request  BLOB NOT NULL REFERENCES service_request (id),
    order_id BLOB NOT NULL REFERENCES work_order (id),
    PRIMARY KEY (request, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_order_by_order ON request_order (order_id);

-- Why an order went where it went.
CREATE TABLE routing (
    order_id BLOB NOT NULL PRIMARY KEY REFERENCES work_order (id),
    doc      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Devices ------------------------------------------------------------------------------------------------------------

CREATE TABLE device (
    id          BLOB    NOT NULL PRIMARY KEY,
    worker      BLOB    NOT NULL REFERENCES worker (id),
    name        TEXT    NOT NULL,
    app         TEXT    NOT NULL,
    token       TEXT    NOT NULL UNIQUE,
    enrolled_at INTEGER NOT NULL,
    pushed_at   INTEGER,
    revoked_at  INTEGER,
    drain_until INTEGER
) STRICT;

CREATE TABLE incarnation (
    id     BLOB    NOT NULL PRIMARY KEY,
    device BLOB    NOT NULL REFERENCES device (id),
    acked  INTEGER NOT NULL
) STRICT;

CREATE TABLE enrolment (
    code       TEXT    NOT NULL PRIMARY KEY,
    worker     BLOB    NOT NULL REFERENCES worker (id),
    issued_by  BLOB,
    issued_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

-- Every operation with the bytes as they were sent.
CREATE TABLE operation (
    op         BLOB    NOT NULL PRIMARY KEY,
    device     BLOB    NOT NULL REFERENCES device (id),
    worker     BLOB    NOT NULL,
    order_id   BLOB,
    kind       TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    pushed     TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    outcome    TEXT    NOT NULL,
    code       TEXT    NOT NULL,
    conflict   BLOB,
    settled_at INTEGER
) STRICT;
CREATE INDEX operation_by_order ON operation (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX operation_held ON operation (code, received_at) WHERE outcome = 'held';
CREATE INDEX operation_quarantined ON operation (received_at) WHERE outcome = 'quarantined';
CREATE INDEX operation_settled ON operation (device, settled_at) WHERE settled_at IS NOT NULL;

-- Which operation stands at which place of a numbering; a renumbered operation stands in two.
CREATE TABLE numbering (
    incarnation BLOB    NOT NULL REFERENCES incarnation (id),
    seq         INTEGER NOT NULL,
    op          BLOB    NOT NULL REFERENCES operation (op),
    PRIMARY KEY (incarnation, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX numbering_by_operation ON numbering (op);

CREATE TABLE scope (
    id     TEXT    NOT NULL PRIMARY KEY,
    epoch  INTEGER NOT NULL,
    head   INTEGER NOT NULL,
    gc_seq INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    x      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    scope      TEXT    NOT NULL REFERENCES scope (id),
    order_id   BLOB    NOT NULL,
    seq        INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    gone       TEXT,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (scope, order_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX feed_by_seq ON feed (scope, seq);
CREATE INDEX feed_by_order ON feed (order_id) WHERE gone IS NULL;
CREATE INDEX feed_present ON feed (changed_at) WHERE gone IS NULL;
CREATE INDEX feed_gone ON feed (changed_at) WHERE gone IS NOT NULL;

-- Files --------------------------------------------------------------------------------------------------------------

CREATE TABLE blob (
    sha256     TEXT    NOT NULL PRIMARY KEY,
    size       INTEGER NOT NULL,
    media_type TEXT    NOT NULL,
    touched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE photo (
    id           BLOB    NOT NULL PRIMARY KEY,
    order_id     BLOB    NOT NULL REFERENCES work_order (id),
    device       BLOB    NOT NULL,
    sha256       TEXT    NOT NULL,
    arrived      INTEGER NOT NULL,
    announced_at INTEGER NOT NULL
) STRICT;
CREATE INDEX photo_awaited ON photo (sha256) WHERE arrived = 0;
CREATE INDEX photo_awaited_from ON photo (device) WHERE arrived = 0;

CREATE TABLE upload (
    id         BLOB    NOT NULL PRIMARY KEY,
    device     BLOB    NOT NULL REFERENCES device (id),
    sha256     TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

-- Messages to citizens -----------------------------------------------------------------------------------------------

CREATE TABLE notice (
    id           BLOB    NOT NULL PRIMARY KEY,
    request      BLOB    NOT NULL REFERENCES service_request (id),
    stage        TEXT    NOT NULL,
    occurrence   INTEGER NOT NULL,
    channel      TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    due_at       INTEGER,
    leased_until INTEGER,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    doc          TEXT    NOT NULL,
    UNIQUE (request, stage, occurrence, channel, recipient)
) STRICT;
CREATE INDEX notice_due ON notice (due_at) WHERE state = 'waiting';
CREATE INDEX notice_leased ON notice (leased_until) WHERE state = 'leased';
CREATE INDEX notice_by_state ON notice (state, updated_at);

CREATE TABLE inbox (
    id     INTEGER PRIMARY KEY,
    notice BLOB NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    doc    TEXT    NOT NULL
) STRICT;

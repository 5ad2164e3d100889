-- Texts of messages that the town wrote itself: every version, the latest in force. The empty category stands for all.
CREATE TABLE notice_text (
    language TEXT    NOT NULL,
    stage    TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    category TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    id       BLOB    NOT NULL UNIQUE,
    source   TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    author   BLOB REFERENCES staff (id),
    PRIMARY KEY (language, stage, kind, category, version)
) STRICT, WITHOUT ROWID;

-- A person's data are found by their address too.
CREATE INDEX contact_by_email ON contact (email) WHERE email IS NOT NULL;

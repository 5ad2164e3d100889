-- Texts of messages that the town wrote itself: every version, the latest in force. The empty category stands for all.
CREATE TABLE notice_text (
    language TEXT COLLATE "C" NOT NULL,
    stage    TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C" NOT NULL,
    version  BIGINT  NOT NULL,
    id       BYTEA   NOT NULL UNIQUE,
    source   TEXT NOT NULL,
    at       BIGINT  NOT NULL,
    author   BYTEA REFERENCES staff (id),
    PRIMARY KEY (language, stage, kind, category, version)
);

-- A person's data are found by their address too.
CREATE INDEX contact_by_email ON contact (email) WHERE email IS NOT NULL;

-- Parts of text messages by the names that providers give them. Without a notice while only a receipt has told of one.
CREATE TABLE notice_part (
    reference TEXT    NOT NULL PRIMARY KEY,
    notice    BLOB REFERENCES notice (id),
    outcome   TEXT,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_part_of ON notice_part (notice) WHERE notice IS NOT NULL;
CREATE INDEX notice_part_by_age ON notice_part (at);

-- Numbers and addresses whose owners want no more. They outlive the requests.
CREATE TABLE opt_out (
    channel   TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (channel, recipient)
) STRICT, WITHOUT ROWID;

-- Parts of text messages by the names that providers give them. Without a notice while only a receipt has told of one.
CREATE TABLE notice_part (
    reference TEXT    NOT NULL PRIMARY KEY,
    notice    BYTEA REFERENCES notice (id),
    outcome   TEXT,
    at        BIGINT NOT NULL
);
CREATE INDEX notice_part_of ON notice_part (notice) WHERE notice IS NOT NULL;
CREATE INDEX notice_part_by_age ON notice_part (at);

-- Numbers and addresses whose owners want no more. They outlive the requests.
CREATE TABLE opt_out (
    channel   TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (channel, recipient)
);

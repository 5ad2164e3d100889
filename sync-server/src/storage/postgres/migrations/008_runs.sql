-- The places that one push took in a numbering stand in one row: `ops` are the ids of its operations, sixteen bytes each, of which the
-- last one has the place `last`. Before, each place was a row, with two indexes.
ALTER TABLE operation ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
UPDATE operation SET seq = coalesce((SELECT MAX(seq) FROM numbering WHERE numbering.op = operation.op), 0);
ALTER TABLE numbering RENAME TO place;
CREATE TABLE numbering (
    incarnation BYTEA NOT NULL REFERENCES incarnation (id),
    last        BIGINT NOT NULL,
    ops         BYTEA NOT NULL,
    PRIMARY KEY (incarnation, last)
);
INSERT INTO numbering (incarnation, last, ops) SELECT incarnation, seq, op FROM place;
DROP TABLE place;
ALTER TABLE numbering RENAME CONSTRAINT numbering_pkey1 TO numbering_pkey;
ALTER TABLE numbering RENAME CONSTRAINT numbering_incarnation_fkey1 TO numbering_incarnation_fkey;
-- A push has locked its device's row; it need not be looked up again for each operation.
ALTER TABLE operation DROP CONSTRAINT operation_device_fkey;

-- Lines become old only when nothing is left to do: those that are at work need not be kept by their age.
ALTER TABLE feed ADD COLUMN is_over BIGINT NOT NULL DEFAULT 0;
UPDATE feed SET is_over = 1 WHERE order_id IN (SELECT id FROM work_order WHERE status IN ('finished', 'closed', 'cancelled'));
DROP INDEX feed_present;
CREATE INDEX feed_over ON feed (changed_at) WHERE gone IS NULL AND is_over = 1;

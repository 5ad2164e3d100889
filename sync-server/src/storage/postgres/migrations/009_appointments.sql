-- When somebody waits for the crew, beside the document, for lists.
ALTER TABLE work_order ADD COLUMN agreed_from BIGINT;
ALTER TABLE work_order ADD COLUMN agreed_until BIGINT;
UPDATE work_order
SET agreed_from = (doc::json #>> '{order,appointment,from}')::bigint, agreed_until = (doc::json #>> '{order,appointment,until}')::bigint
WHERE doc::json #>> '{order,appointment}' IS NOT NULL;

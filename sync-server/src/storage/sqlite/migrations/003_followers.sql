-- Who reports what somebody else has reported follows that request.
ALTER TABLE service_request ADD COLUMN follows BLOB;
CREATE INDEX service_request_followers ON service_request (follows) WHERE follows IS NOT NULL;
-- Problems that are open, as the public sees them.
CREATE INDEX service_request_open_by_place ON service_request (category, latitude)
    WHERE follows IS NULL AND stage NOT IN ('done', 'not_done');
CREATE INDEX service_request_open_by_address ON service_request (category, address)
    WHERE follows IS NULL AND stage NOT IN ('done', 'not_done');
-- Codes are counted by where they go.
CREATE INDEX notice_confirms ON notice (recipient, created_at) WHERE stage = 'confirm';

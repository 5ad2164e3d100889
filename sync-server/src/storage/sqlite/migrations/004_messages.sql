-- Each channel's messages leave by themselves, the longest due first.
DROP INDEX notice_due;
DROP INDEX notice_leased;
CREATE INDEX notice_due ON notice (channel, due_at, id) WHERE state = 'waiting';
CREATE INDEX notice_leased ON notice (channel, leased_until, id) WHERE state = 'leased';

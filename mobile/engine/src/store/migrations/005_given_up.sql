-- What can never be developed stays, with the camera's bytes, until the worker has read that and drops it.
ALTER TABLE taken ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0;

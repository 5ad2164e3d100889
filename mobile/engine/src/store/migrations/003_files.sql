-- What could not be opened as a picture is kept and sent as the file that it is.
ALTER TABLE upload ADD COLUMN kind TEXT NOT NULL DEFAULT 'picture';

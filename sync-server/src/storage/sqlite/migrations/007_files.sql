-- What a worker picked as a photo and no device could open comes as a file, and is never taken for a picture.
ALTER TABLE upload ADD COLUMN kind TEXT NOT NULL DEFAULT 'picture';

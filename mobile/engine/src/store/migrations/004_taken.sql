-- A photo is kept as the camera made it before anything is made of it: a kill in between loses none.
CREATE TABLE taken (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    doc    TEXT NOT NULL
) STRICT;

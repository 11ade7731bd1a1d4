-- Every version of every study, in the order in which it came. The sequence is the row id, so that new versions are appended.
CREATE TABLE study_version (
    sequence    INTEGER PRIMARY KEY,
    nct         INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    origin      INTEGER NOT NULL,           -- StudyOrigin
    seen_at     INTEGER NOT NULL,           -- milliseconds since 1970, UTC
    last_update TEXT,                       -- as the record has it: yyyy, yyyy-MM or yyyy-MM-dd
    hash        BLOB NOT NULL,              -- SHA-256 of the content
    json        BLOB NOT NULL               -- the record as it came, zstd
) STRICT;

-- A demo record and the real one of the same number stand side by side until the real one is published.
CREATE UNIQUE INDEX study_version_key ON study_version (nct, origin = 0, version);

-- What readers see: the published version of each study.
CREATE TABLE study (
    nct      INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL
) STRICT;

CREATE INDEX study_sequence ON study (sequence);

-- Studies that are gone, so that followers forget them.
CREATE TABLE study_removal (
    nct      INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE study_alias (
    alias INTEGER PRIMARY KEY,
    nct   INTEGER NOT NULL
) STRICT;

-- One row: the last sequence that was given out, and the last that readers see.
CREATE TABLE publication (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    assigned  INTEGER NOT NULL,
    published INTEGER NOT NULL
) STRICT;

INSERT INTO publication (id, assigned, published) VALUES (1, 0, 0);

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

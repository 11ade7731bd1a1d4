-- Criteria documents, computed once per version of a study and version of the engine.
CREATE TABLE criteria_document (
    nct      INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    engine   TEXT NOT NULL,
    document BLOB NOT NULL,                 -- JSON, zstd
    PRIMARY KEY (nct, version, engine)
) STRICT, WITHOUT ROWID;

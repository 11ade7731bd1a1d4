-- zstd dictionaries for the raw records, trained on records of this store. A packed record names its dictionary; none is ever deleted.
CREATE TABLE packing_dictionary (
    made       INTEGER PRIMARY KEY,         -- the newest packs new records
    number     INTEGER NOT NULL UNIQUE,     -- as in the head of a zstd frame
    dictionary BLOB NOT NULL
) STRICT;

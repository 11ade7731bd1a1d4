-- What searching needs of a criteria document, in few bytes, so that all studies can be asked at once. The documents of before lack it and are read again.
DELETE FROM criteria_document;
ALTER TABLE criteria_document ADD COLUMN terms BLOB NOT NULL DEFAULT x'';

CREATE INDEX criteria_document_engine ON criteria_document (engine);

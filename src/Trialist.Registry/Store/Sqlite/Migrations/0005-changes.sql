-- Followers ask what was seen since a time; without this every row would be read.
CREATE INDEX study_version_seen ON study_version (seen_at, sequence);

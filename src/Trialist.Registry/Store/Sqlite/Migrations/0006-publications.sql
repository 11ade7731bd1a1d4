-- When changes came into sight. A row stands for all changes up to its sequence that no row before it stands for; it is written after readers see them.
CREATE TABLE publication_log (
    sequence     INTEGER PRIMARY KEY,
    published_at INTEGER NOT NULL           -- milliseconds since 1970, UTC; never less than in the row before
) STRICT;

-- Of older changes it is known when they were seen, no more.
INSERT INTO publication_log (sequence, published_at)
SELECT max(sequence), seen FROM (
    SELECT sequence, max(seen_at) OVER (ORDER BY sequence) AS seen
    FROM study_version WHERE sequence <= (SELECT published FROM publication))
GROUP BY seen;

UPDATE publication_log SET sequence = (SELECT published FROM publication) WHERE sequence = (SELECT max(sequence) FROM publication_log);

-- Followers asked by the time of sight.
DROP INDEX study_version_seen;

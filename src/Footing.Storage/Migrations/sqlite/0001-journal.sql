-- The journal: every key starts with the person (16 bytes, big-endian, as the UUID is written).

-- One row a journal that has begun. "journal" is drawn at random then; a cursor carries it, so that a
-- cursor into an erased journal means nothing to the one that begins after it.
CREATE TABLE journal (
  person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16),
  journal INTEGER NOT NULL CHECK (journal >= 0),
  last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0)
) STRICT, WITHOUT ROWID;

-- Clustered by person and order of acceptance: a whole journal, a page after a cursor, and what is new
-- since a snapshot are each one stretch of the tree.
CREATE TABLE entry (
  person BLOB NOT NULL CHECK (length(person) = 16),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  -- 16 bytes, big-endian: compares as the lower-case text does.
  id BLOB NOT NULL CHECK (length(id) = 16),
  -- The instant in UTC, in units of 100 ns since 0001-01-01.
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- The bytes as first accepted.
  json BLOB NOT NULL,
  PRIMARY KEY (person, sequence)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX entry_by_id ON entry (person, id);

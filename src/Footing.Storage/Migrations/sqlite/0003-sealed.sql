-- From here on what people wrote is sealed before it is stored. Rows of before are set aside; the program seals them
-- at its next step (SQL has no keys) and removes these tables.
ALTER TABLE journal RENAME TO journal_plain;
ALTER TABLE entry RENAME TO entry_plain;
ALTER TABLE draft RENAME TO draft_plain;
DROP INDEX entry_by_id;

-- Whose database it is: the keyring that opens it bears the same id.
CREATE TABLE installation (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

-- "journal" is drawn at random when the journal begins here; a cursor carries it. "key" is the number of the key in
-- the keyring that seals the entries.
CREATE TABLE journal (
  person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16),
  journal INTEGER NOT NULL CHECK (journal >= 0),
  key INTEGER NOT NULL CHECK (key >= 0),
  last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0)
) STRICT, WITHOUT ROWID;

-- Clustered by person and order of acceptance: a whole journal, a page after a cursor, and what is new since a
-- snapshot are each one stretch of the tree.
CREATE TABLE entry (
  person BLOB NOT NULL CHECK (length(person) = 16),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  -- 16 bytes, big-endian: compares as the lower-case text does.
  id BLOB NOT NULL CHECK (length(id) = 16),
  -- The instant in UTC, in units of 100 ns since 0001-01-01.
  at INTEGER NOT NULL,
  -- A number for the kind; 0 where the kind has none, and then it stands in the body alone.
  kind INTEGER NOT NULL CHECK (kind >= 0),
  -- The bytes as first accepted, packed and sealed.
  body BLOB NOT NULL,
  PRIMARY KEY (person, sequence)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX entry_by_id ON entry (person, id);

CREATE TABLE draft (
  person BLOB NOT NULL CHECK (length(person) = 16),
  kind TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  key INTEGER NOT NULL CHECK (key >= 0),
  body BLOB NOT NULL,
  PRIMARY KEY (person, kind)
) STRICT, WITHOUT ROWID;

-- What a journal came to, so that the next fold costs what is new. In no backup; made again when it is missing.
CREATE TABLE snapshot (
  person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16),
  journal INTEGER NOT NULL,
  through_sequence INTEGER NOT NULL,
  from_sequence INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

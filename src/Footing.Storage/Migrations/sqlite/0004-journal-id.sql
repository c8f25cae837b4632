-- "id" is drawn at random when a journal begins and stays with it, in backups too. A device keeps the id of the journal that
-- it has read, and names it.
ALTER TABLE journal RENAME TO journal_before;

CREATE TABLE journal (
  person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16),
  journal INTEGER NOT NULL CHECK (journal >= 0),
  key INTEGER NOT NULL CHECK (key >= 0),
  last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;

INSERT INTO journal (person, journal, key, last_sequence, id)
SELECT person, journal, key, last_sequence, randomblob(16) FROM journal_before;
DROP TABLE journal_before;

-- Journals that were erased here: a device that names one of them forgets what it keeps. Nothing says whose they were.
CREATE TABLE erased_journal (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  -- The date in UTC, as 2026-01-31.
  erased_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The keyring: what opens the sealed rows of the database. It lies apart from the database and is in no backup of it.

-- Whose keyring it is. "mark" is sealed by the installation key: who holds another key sees so at once.
CREATE TABLE installation (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  mark BLOB NOT NULL
) STRICT;

-- One row a key that was ever made. "wrapped" is the key sealed by the installation key. NULL is a key that was
-- destroyed when its person was erased: that it was so is kept, for a backup from before then that is restored.
CREATE TABLE person_key (
  person BLOB NOT NULL CHECK (length(person) = 16),
  key INTEGER NOT NULL CHECK (key >= 0),
  wrapped BLOB,
  PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;

-- Where the keyring was last saved to, so that a key that is destroyed here is destroyed there too.
CREATE TABLE saved (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  path TEXT NOT NULL
) STRICT;

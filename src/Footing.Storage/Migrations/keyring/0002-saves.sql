-- Files that the keyring was saved to, so that a key that is destroyed here is destroyed there too. "id" is drawn at random
-- for each save and is in the file as well: another file at the same path is not taken for it. It is NULL for a save from
-- before saves had ids. "destroyed" is how many destroyed keys the file knows: with fewer than there are here, it still
-- holds keys of people who were erased. A row stays until its very file is replaced, or is said to be destroyed.
CREATE TABLE save (
  number INTEGER NOT NULL PRIMARY KEY,
  id BLOB CHECK (length(id) = 16),
  path TEXT NOT NULL,
  is_last INTEGER NOT NULL CHECK (is_last IN (0, 1)),
  destroyed INTEGER NOT NULL CHECK (destroyed >= 0)
) STRICT;

INSERT INTO save (path, is_last, destroyed) SELECT path, 1, 0 FROM saved;
DROP TABLE saved;

-- In a save: which one it is.
CREATE TABLE this_save (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

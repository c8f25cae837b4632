-- Half-finished forms: overwritten, gone after a while, read by no plan.
CREATE TABLE draft (
  person BLOB NOT NULL CHECK (length(person) = 16),
  kind TEXT NOT NULL,
  -- The instant in UTC from which on the draft is gone, in units of 100 ns since 0001-01-01.
  expires_at INTEGER NOT NULL,
  json BLOB NOT NULL,
  PRIMARY KEY (person, kind)
) STRICT, WITHOUT ROWID;

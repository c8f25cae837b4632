-- The same tables as on SQLite (see sqlite/0003-sealed.sql): what people wrote is sealed before it comes here. Every
-- key starts with the person, so that each table can be split by it (docs/decisions/0011-postgresql.md).

-- Columns of a fixed width first: PostgreSQL aligns them, and a gap in each of a billion rows is space.
CREATE TABLE footing.journal (
  journal bigint NOT NULL CHECK (journal >= 0),
  key bigint NOT NULL CHECK (key >= 0),
  last_sequence bigint NOT NULL CHECK (last_sequence >= 0),
  person uuid NOT NULL PRIMARY KEY
) WITH (fillfactor = 70);

CREATE TABLE footing.entry (
  at bigint NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  kind smallint NOT NULL CHECK (kind >= 0),
  person uuid NOT NULL,
  id uuid NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (person, sequence)
);

CREATE UNIQUE INDEX entry_by_id ON footing.entry (person, id);

-- Sealed bytes cannot be made smaller: trying costs time.
ALTER TABLE footing.entry ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE footing.draft (
  expires_at bigint NOT NULL,
  key bigint NOT NULL,
  person uuid NOT NULL,
  kind text NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (person, kind)
);

CREATE TABLE footing.snapshot (
  journal bigint NOT NULL,
  through_sequence bigint NOT NULL,
  from_sequence bigint NOT NULL,
  person uuid NOT NULL PRIMARY KEY,
  body bytea NOT NULL
);
ALTER TABLE footing.snapshot ALTER COLUMN body SET STORAGE EXTERNAL;

-- The same as on SQLite (see sqlite/0004-journal-id.sql).
ALTER TABLE footing.journal ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE footing.journal ALTER COLUMN id DROP DEFAULT;

CREATE TABLE footing.erased_journal (
  id uuid NOT NULL PRIMARY KEY,
  erased_on date NOT NULL
);

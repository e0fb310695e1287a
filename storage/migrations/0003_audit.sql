-- What those who run the bot did. Lines are only ever added, and stay when a person is forgotten.
CREATE TABLE audit (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    by_person INTEGER,  -- NULL: from the shell
    action    TEXT    NOT NULL CHECK (action <> ''),
    person_id INTEGER,  -- on whom
    target    TEXT    NOT NULL DEFAULT '',  -- what else it was about
    detail    TEXT    NOT NULL DEFAULT '',  -- how much, how long, why; no secrets
    at        INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_by ON audit (by_person, id);
CREATE INDEX audit_on ON audit (person_id, id) WHERE person_id IS NOT NULL;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'a line of the audit log never changes');
END;

CREATE TRIGGER audit_remains BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'a line of the audit log is never deleted');
END;

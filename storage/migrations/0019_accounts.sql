-- The PixVerse accounts behind the provider, as they were last seen.
CREATE TABLE accounts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: the provider's id may be too long
    account      TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    plan         TEXT,
    credits      INTEGER,
    running      INTEGER,
    most         INTEGER,
    trouble      TEXT,
    seen_at      INTEGER NOT NULL,
    paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    trusted_from INTEGER NOT NULL DEFAULT 0,  -- what failed before does not count: somebody looked after it
    ailing       INTEGER NOT NULL DEFAULT 0 CHECK (ailing IN (0, 1)),
    recoveries   INTEGER NOT NULL DEFAULT 0 CHECK (recoveries >= 0)  -- after each its troubles are news again
) STRICT;

CREATE INDEX jobs_of_account ON jobs (account, finished_at, state, reason, started_at)
    WHERE account IS NOT NULL AND finished_at IS NOT NULL;

-- Who was asked for the password of a PixVerse account. Nothing that they write meanwhile is kept.
CREATE TABLE password_questions (
    person_id INTEGER PRIMARY KEY REFERENCES people,
    email     TEXT,  -- NULL: what asks is still on its way to its handler
    most      INTEGER,
    asked_at  INTEGER NOT NULL,
    CHECK ((email IS NULL) = (most IS NULL))
) STRICT;

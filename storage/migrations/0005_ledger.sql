-- Groups of people who may use more, or less, than the settings say. A NULL falls back to the settings;
-- a NULL list means all. Ids are never used again: old entries name them.
CREATE TABLE plans (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT    NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    daily_credits   INTEGER CHECK (daily_credits >= 0),
    monthly_credits INTEGER CHECK (monthly_credits >= 0),
    running_jobs    INTEGER CHECK (running_jobs >= 0),
    modes           TEXT    CHECK (modes IS NULL OR json_valid(modes)),
    qualities       TEXT    CHECK (qualities IS NULL OR json_valid(qualities)),
    models          TEXT    CHECK (models IS NULL OR json_valid(models)),
    daily_cap       INTEGER CHECK (daily_cap >= 0),  -- of everybody in it together
    for_newcomers   INTEGER NOT NULL DEFAULT 0 CHECK (for_newcomers IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX plans_for_newcomers ON plans (for_newcomers) WHERE for_newcomers = 1;

ALTER TABLE people ADD COLUMN plan_id INTEGER REFERENCES plans;
ALTER TABLE people ADD COLUMN modes TEXT CHECK (modes IS NULL OR json_valid(modes));  -- NULL: the plan's
ALTER TABLE people ADD COLUMN qualities TEXT CHECK (qualities IS NULL OR json_valid(qualities));
ALTER TABLE people ADD COLUMN models TEXT CHECK (models IS NULL OR json_valid(models));

-- Whose days these are. NULL: the setting's zone. After a change of zone the day that had begun goes on.
ALTER TABLE people ADD COLUMN time_zone TEXT;
ALTER TABLE people ADD COLUMN held_day TEXT CHECK (held_day GLOB '????-??-??');
ALTER TABLE people ADD COLUMN held_until INTEGER CHECK ((held_until IS NULL) = (held_day IS NULL));

-- What a refund took back when it was spent already; extra credits that come in settle it first.
ALTER TABLE people ADD COLUMN debt INTEGER NOT NULL DEFAULT 0 CHECK (debt >= 0);

CREATE INDEX people_of_plan ON people (plan_id) WHERE plan_id IS NOT NULL;

-- Extra credits, given or bought: what expires at the same time is one pocket.
CREATE TABLE pockets (
    person_id  INTEGER NOT NULL REFERENCES people,
    expires_at INTEGER NOT NULL,  -- in the year 9999: never
    credits    INTEGER NOT NULL CHECK (credits >= 0),
    PRIMARY KEY (person_id, expires_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX pockets_by_expiry ON pockets (expires_at);

INSERT INTO pockets (person_id, expires_at, credits)
SELECT id, 253402214400000000, granted FROM people WHERE granted > 0;

-- The ledger once more. `allowance` says by how much a line changes what is used of the allowances of its
-- day and month (the person's own dates), `extra` what it changes in pockets and debt; `bot_day` is the date
-- that the caps of the bot and of the plan count it for.
CREATE TABLE new_entries (
    id        INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL CHECK (kind IN (
        'held',      -- a job was accepted
        'spent',     -- its video exists, or the person left while it rendered
        'released',  -- it ended without a video: everything goes back where it came from
        'granted',   -- somebody gave credits (or took them)
        'bought',    -- paid for with Telegram Stars
        'refunded',  -- the Stars went back, and the credits with them
        'expired'    -- nobody used them in time
    )),
    person_id INTEGER NOT NULL REFERENCES people,
    job_id    INTEGER REFERENCES jobs,
    amount    INTEGER NOT NULL,
    allowance INTEGER NOT NULL,
    extra     INTEGER NOT NULL,
    day       TEXT    NOT NULL CHECK (day GLOB '????-??-??'),
    month     TEXT    NOT NULL CHECK (month = substr(day, 1, 7)),
    bot_day   TEXT    CHECK (bot_day GLOB '????-??-??'),
    plan_id   INTEGER,
    operation TEXT    NOT NULL UNIQUE,
    by_person INTEGER,  -- NULL: the bot itself
    note      TEXT    NOT NULL DEFAULT '',
    at        INTEGER NOT NULL,
    CHECK ((kind IN ('held', 'spent', 'released')) = (job_id IS NOT NULL)),
    CHECK ((kind IN ('held', 'released')) = (bot_day IS NOT NULL)),
    CHECK (kind <> 'held' OR (allowance >= 0 AND extra <= 0 AND amount = allowance - extra)),
    CHECK (kind <> 'spent' OR (allowance = 0 AND extra = 0)),
    CHECK (kind <> 'released' OR (allowance <= 0 AND extra >= 0 AND amount = extra - allowance)),
    CHECK (kind IN ('held', 'spent', 'released') OR allowance = 0),
    CHECK (kind NOT IN ('granted', 'bought') OR amount = extra),
    CHECK (kind <> 'bought' OR extra >= 0),
    CHECK (kind NOT IN ('refunded', 'expired') OR (extra <= 0 AND amount = -extra))
) STRICT;

INSERT INTO new_entries (id, kind, person_id, job_id, amount, allowance, extra, day, month, bot_day,
                         operation, by_person, note, at)
SELECT id, kind, person_id, job_id, amount, allowance, granted, day, month,
       CASE WHEN kind IN ('held', 'released') THEN day END, operation, by_person, note, at
FROM entries;

DROP TABLE entries;
ALTER TABLE new_entries RENAME TO entries;
ALTER TABLE people DROP COLUMN granted;

CREATE UNIQUE INDEX entries_hold ON entries (job_id) WHERE kind = 'held';
CREATE UNIQUE INDEX entries_settlement ON entries (job_id) WHERE kind IN ('spent', 'released');
CREATE INDEX entries_of_person ON entries (person_id, id);

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry never changes');
END;

CREATE TRIGGER entries_remain BEFORE DELETE ON entries
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry is never deleted');
END;

-- What an entry put into a pocket, or (below 0) took out of it. The rest of its `extra` is debt.
CREATE TABLE entry_pockets (
    entry_id   INTEGER NOT NULL REFERENCES entries,
    expires_at INTEGER NOT NULL,
    credits    INTEGER NOT NULL CHECK (credits <> 0),
    PRIMARY KEY (entry_id, expires_at)
) STRICT, WITHOUT ROWID;

INSERT INTO entry_pockets (entry_id, expires_at, credits)
SELECT id, 253402214400000000, extra FROM entries WHERE extra <> 0;

CREATE TRIGGER entry_pockets_stay BEFORE UPDATE ON entry_pockets
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry never changes');
END;

CREATE TRIGGER entry_pockets_remain BEFORE DELETE ON entry_pockets
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry is never deleted');
END;

-- What everybody in a plan uses together, like bot_usage, whose days are those of the setting's zone.
CREATE TABLE plan_usage (
    plan_id INTEGER NOT NULL,
    day     TEXT    NOT NULL CHECK (day GLOB '????-??-??'),
    used    INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (plan_id, day)
) STRICT, WITHOUT ROWID;

-- The credits of a job can be given back, once: its line is `refunded`, too, and names the job. A CHECK
-- cannot be changed in place, so the ledger is written once more, line by line as it was.
CREATE TABLE new_entries (
    id        INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL CHECK (kind IN (
        'held',      -- a job was accepted
        'spent',     -- its video exists, or the person left while it rendered
        'released',  -- it ended without a video: everything goes back where it came from
        'granted',   -- somebody gave credits (or took them)
        'bought',    -- paid for with Telegram Stars
        'refunded',  -- of no job: Stars went back, and the credits with them; of a job: what it cost is back
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
    by_person INTEGER,  -- NULL: the bot itself, or the command line
    note      TEXT    NOT NULL DEFAULT '',
    at        INTEGER NOT NULL,
    CHECK (kind = 'refunded' OR (kind IN ('held', 'spent', 'released')) = (job_id IS NOT NULL)),
    CHECK ((kind IN ('held', 'released')) = (bot_day IS NOT NULL)),
    CHECK (kind <> 'held' OR (allowance >= 0 AND extra <= 0 AND amount = allowance - extra)),
    CHECK (kind <> 'spent' OR (allowance = 0 AND extra = 0)),
    CHECK (kind <> 'released' OR (allowance <= 0 AND extra >= 0 AND amount = extra - allowance)),
    CHECK (kind IN ('held', 'spent', 'released') OR allowance = 0),
    CHECK (kind NOT IN ('granted', 'bought') OR amount = extra),
    CHECK (kind <> 'bought' OR extra >= 0),
    CHECK (kind <> 'expired' OR (extra <= 0 AND amount = -extra)),
    CHECK (kind <> 'refunded' OR job_id IS NOT NULL OR (extra <= 0 AND amount = -extra)),
    CHECK (kind <> 'refunded' OR job_id IS NULL OR (extra > 0 AND amount = extra))
) STRICT;

INSERT INTO new_entries SELECT
    id, kind, person_id, job_id, amount, allowance, extra, day, month, bot_day, plan_id, operation,
    by_person, note, at
FROM entries;

CREATE TABLE new_entry_pockets (
    entry_id   INTEGER NOT NULL REFERENCES new_entries,
    expires_at INTEGER NOT NULL,
    credits    INTEGER NOT NULL CHECK (credits <> 0),
    PRIMARY KEY (entry_id, expires_at)
) STRICT, WITHOUT ROWID;

INSERT INTO new_entry_pockets SELECT entry_id, expires_at, credits FROM entry_pockets;

DROP TABLE entry_pockets;
DROP TABLE entries;
ALTER TABLE new_entries RENAME TO entries;
ALTER TABLE new_entry_pockets RENAME TO entry_pockets;

CREATE UNIQUE INDEX entries_hold ON entries (job_id) WHERE kind = 'held';
CREATE UNIQUE INDEX entries_settlement ON entries (job_id) WHERE kind IN ('spent', 'released');
CREATE UNIQUE INDEX entries_refund ON entries (job_id) WHERE kind = 'refunded' AND job_id IS NOT NULL;
CREATE INDEX entries_of_person ON entries (person_id, id);

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry never changes');
END;

CREATE TRIGGER entries_remain BEFORE DELETE ON entries
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry is never deleted');
END;

CREATE TRIGGER entry_pockets_stay BEFORE UPDATE ON entry_pockets
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry never changes');
END;

CREATE TRIGGER entry_pockets_remain BEFORE DELETE ON entry_pockets
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry is never deleted');
END;

-- Results that found nobody, for those who look after everybody's jobs.
CREATE INDEX jobs_undeliverable ON jobs (id) WHERE state = 'undeliverable';

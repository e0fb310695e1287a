-- Times are microseconds since 1970 (UTC), days and months are UTC. A thread_id of 0 means: no topic.

-- Everybody who has talked to the bot. Admins are ALLOWED by the settings, whatever stands here.
CREATE TABLE people (
    id            INTEGER PRIMARY KEY,  -- Telegram's
    first_name    TEXT    NOT NULL,
    username      TEXT    COLLATE NOCASE UNIQUE,  -- a name that moved belongs to whom Telegram last gave it
    language      TEXT,
    access        TEXT    NOT NULL CHECK (access IN ('new', 'asked', 'allowed', 'refused')),
    reachable     INTEGER NOT NULL CHECK (reachable IN (0, 1)),
    defaults      TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(defaults)),
    daily_limit   INTEGER CHECK (daily_limit >= 0),    -- NULL: the setting's
    monthly_limit INTEGER CHECK (monthly_limit >= 0),
    jobs_limit    INTEGER CHECK (jobs_limit >= 0),
    granted       INTEGER NOT NULL DEFAULT 0 CHECK (granted >= 0),  -- sum of entries.granted
    served_at     INTEGER NOT NULL DEFAULT 0,  -- when a job of theirs last got its turn
    met_at        INTEGER NOT NULL
) STRICT;

-- One open draft per person and place. Ids are never used again: an old button must not hit a new draft.
CREATE TABLE drafts (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES people,
    chat_id    INTEGER NOT NULL,
    thread_id  INTEGER NOT NULL,
    draft      TEXT    NOT NULL CHECK (json_valid(draft)),
    searching  INTEGER NOT NULL DEFAULT 0 CHECK (searching IN (0, 1)),
    message_id INTEGER,  -- the card
    UNIQUE (person_id, chat_id, thread_id)
) STRICT;

CREATE INDEX drafts_searching ON drafts (id) WHERE searching = 1;

CREATE TABLE jobs (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id         INTEGER NOT NULL REFERENCES people,
    chat_id           INTEGER NOT NULL,
    thread_id         INTEGER NOT NULL,
    draft_id          INTEGER UNIQUE,  -- a draft starts one job; its row is gone by then
    again_of          INTEGER REFERENCES jobs,
    again_update_id   INTEGER UNIQUE,  -- the press of *Again* behind it: handled twice, it starts one job
    state             TEXT    NOT NULL CHECK (state IN (
        'queued',         -- claimed in its turn
        'uploading',      -- back to the queue when its owner has died, or when due_at has come
        'submitting',     -- looked for when its owner has died, or when due_at has come
        'unconfirmed',    -- looked for when due_at has come
        'generating',     -- the next listing finds it
        'delivering',     -- the outbox row is still due
        'delivered',
        'undeliverable',
        'failed',
        'cancelled'
    )),
    request           TEXT    NOT NULL CHECK (json_valid(request)),
    shape             TEXT    NOT NULL,  -- jobs of one shape take about the same time
    price             INTEGER NOT NULL CHECK (price >= 1),
    reference         TEXT    NOT NULL UNIQUE,
    seed              INTEGER NOT NULL,
    queued_at         INTEGER NOT NULL,
    due_at            INTEGER NOT NULL,
    attempts          INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    account           TEXT,
    uploads           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(uploads)),
    submitted_at      INTEGER,
    video_id          TEXT,
    is_image          INTEGER NOT NULL DEFAULT 0 CHECK (is_image IN (0, 1)),
    started_at        INTEGER,
    finished_at       INTEGER,
    reason            TEXT,
    result            TEXT    CHECK (result IS NULL OR json_valid(result)),
    sent              TEXT    CHECK (sent IS NULL OR json_valid(sent)),
    status_message_id INTEGER,
    owner             TEXT,  -- the process that has it in hand
    CHECK (owner IS NULL OR state IN ('uploading', 'submitting', 'unconfirmed')),
    CHECK (state NOT IN ('uploading', 'submitting') OR owner IS NOT NULL),
    CHECK (state NOT IN ('uploading', 'submitting', 'unconfirmed', 'generating') OR account IS NOT NULL),
    CHECK (state NOT IN ('generating', 'delivering', 'delivered', 'undeliverable') OR video_id IS NOT NULL),
    CHECK ((state IN ('delivering', 'delivered', 'undeliverable')) = (result IS NOT NULL))
) STRICT;

-- What a partial index is about stands in it too: else SQLite looks up every row to check it.
CREATE INDEX jobs_queue ON jobs (person_id, queued_at, id, due_at, state) WHERE state = 'queued';
CREATE INDEX jobs_running ON jobs (person_id, state)
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating');
CREATE INDEX jobs_in_hand ON jobs (due_at, owner)
    WHERE state IN ('uploading', 'submitting', 'unconfirmed');
CREATE INDEX jobs_of_person ON jobs (person_id, id);
CREATE INDEX jobs_again ON jobs (again_of, queued_at) WHERE again_of IS NOT NULL;
CREATE UNIQUE INDEX jobs_video ON jobs (video_id, account) WHERE video_id IS NOT NULL;
CREATE INDEX jobs_history ON jobs (shape, finished_at, started_at) WHERE result IS NOT NULL;

-- The ledger: lines are only ever added. `allowance` and `granted` say by how much the line changes what
-- is used of the allowances of its day and month, and what is left of the granted credits.
CREATE TABLE entries (
    id        INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL CHECK (kind IN (
        'held',      -- a job was accepted
        'spent',     -- its video exists, or the person left while it rendered
        'released',  -- it ended without a video: everything goes back where it came from
        'granted',   -- an admin gave (or took) credits
        'bought', 'refunded', 'expired'
    )),
    person_id INTEGER NOT NULL REFERENCES people,
    job_id    INTEGER REFERENCES jobs,
    amount    INTEGER NOT NULL,
    allowance INTEGER NOT NULL,
    granted   INTEGER NOT NULL,
    day       TEXT    NOT NULL CHECK (day GLOB '????-??-??'),
    month     TEXT    NOT NULL CHECK (month = substr(day, 1, 7)),
    operation TEXT    NOT NULL UNIQUE,
    by_person INTEGER,
    note      TEXT    NOT NULL DEFAULT '',
    at        INTEGER NOT NULL,
    CHECK (kind NOT IN ('held', 'spent', 'released') OR job_id IS NOT NULL),
    CHECK (kind <> 'held' OR (allowance >= 0 AND granted <= 0 AND amount = allowance - granted)),
    CHECK (kind <> 'spent' OR (allowance = 0 AND granted = 0)),
    CHECK (kind <> 'released' OR (allowance <= 0 AND granted >= 0 AND amount = granted - allowance))
) STRICT;

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

-- Sums of the entries, kept in their transactions, so that a check costs the same with any history.
CREATE TABLE usage (
    person_id INTEGER NOT NULL REFERENCES people,
    period    TEXT    NOT NULL CHECK (period GLOB 'd:????-??-??' OR period GLOB 'm:????-??'),
    used      INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (person_id, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE bot_usage (
    day  TEXT    PRIMARY KEY CHECK (day GLOB '????-??-??'),
    used INTEGER NOT NULL CHECK (used >= 0)
) STRICT, WITHOUT ROWID;

-- Messages owed to chats, each once per key.
CREATE TABLE outbox (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    key       TEXT    NOT NULL UNIQUE,
    chat_id   INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    message   TEXT    NOT NULL CHECK (json_valid(message)),
    job_id    INTEGER REFERENCES jobs,
    state     TEXT    NOT NULL CHECK (state IN (
        'due',      -- sent as soon as due_at has come
        'sending',  -- its owner is at it; sent again when its owner has died
        'sent',
        'dead'      -- the chat is closed to us
    )),
    attempts  INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    due_at    INTEGER NOT NULL,
    owner     TEXT,
    CHECK ((state = 'sending') = (owner IS NOT NULL))
) STRICT;

CREATE INDEX outbox_open ON outbox (chat_id, id, state) WHERE state IN ('due', 'sending');
CREATE INDEX outbox_dead ON outbox (chat_id) WHERE state = 'dead';

CREATE TABLE effects (
    id       INTEGER PRIMARY KEY,  -- the provider's
    position INTEGER NOT NULL UNIQUE,
    shelf    TEXT    NOT NULL CHECK (shelf IN ('hot', 'new', 'all')),
    words    TEXT    NOT NULL,  -- name and hint as they are searched
    effect   TEXT    NOT NULL CHECK (json_valid(effect))
) STRICT;

CREATE INDEX effects_shelf ON effects (shelf, position);

-- Telegram's updates. A body is kept until its update is done, the id some days longer.
CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,
    body        BLOB,  -- NULL: done
    attempts    INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    received_at INTEGER NOT NULL
) STRICT;

CREATE INDEX inbox_waiting ON inbox (received_at, update_id) WHERE body IS NOT NULL;
CREATE INDEX inbox_done ON inbox (received_at) WHERE body IS NULL;

-- When things last happened.
CREATE TABLE moments (
    name TEXT    PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

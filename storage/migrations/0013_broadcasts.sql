CREATE TABLE broadcasts (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    by_person           INTEGER NOT NULL,
    chat_id             INTEGER NOT NULL,  -- where the message is that is copied
    message_id          INTEGER NOT NULL,
    audience            TEXT    NOT NULL CHECK (audience IN ('all', 'active', 'plan', 'language')),
    value               TEXT    NOT NULL DEFAULT '',
    state               TEXT    NOT NULL CHECK (state IN ('draft', 'running', 'stopped', 'done')),
    made_at             INTEGER NOT NULL,
    total               INTEGER NOT NULL DEFAULT 0,
    sent                INTEGER NOT NULL DEFAULT 0,
    blocked             INTEGER NOT NULL DEFAULT 0,
    failed              INTEGER NOT NULL DEFAULT 0,
    progress_message_id INTEGER,
    CHECK (sent + blocked + failed <= total)
) STRICT;

CREATE INDEX broadcasts_running ON broadcasts (id) WHERE state = 'running';

-- Who gets a broadcast: chosen when it begins, each person once.
CREATE TABLE postings (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts,
    person_id    INTEGER NOT NULL REFERENCES people,
    state        TEXT    NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'blocked', 'failed')),
    due_at       INTEGER NOT NULL DEFAULT 0,
    attempts     INTEGER NOT NULL DEFAULT 0,
    owner        TEXT,
    PRIMARY KEY (broadcast_id, person_id),
    CHECK ((state = 'sending') = (owner IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX postings_open ON postings (broadcast_id, person_id) WHERE state IN ('due', 'sending');

-- What is sold for Telegram Stars. A line stays when it is withdrawn: payments name it.
CREATE TABLE packs (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT    NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    credits INTEGER NOT NULL CHECK (credits >= 1),
    stars   INTEGER NOT NULL CHECK (stars >= 1),
    monthly INTEGER NOT NULL CHECK (monthly IN (0, 1)),
    sold    INTEGER NOT NULL DEFAULT 1 CHECK (sold IN (0, 1))
) STRICT;

-- What was paid: each charge of Telegram's once.
CREATE TABLE payments (
    charge_id    TEXT    PRIMARY KEY,
    person_id    INTEGER NOT NULL REFERENCES people,
    name         TEXT    NOT NULL,  -- of the pack, as it was called then
    credits      INTEGER NOT NULL CHECK (credits >= 0),  -- 0: its payload was not ours
    stars        INTEGER NOT NULL,
    payload      TEXT    NOT NULL,
    expires_at   INTEGER NOT NULL,  -- when its credits end
    paid_at      INTEGER NOT NULL,
    subscription TEXT    REFERENCES payments,  -- its first payment
    state        TEXT    NOT NULL CHECK (state IN (
        'paid',
        'refunding',  -- Telegram is asked, after a crash once more
        'refunded'
    )),
    refund_by    INTEGER,
    refund_note  TEXT    NOT NULL DEFAULT '',
    refunded_at  INTEGER,
    CHECK ((state = 'refunded') = (refunded_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_of_person ON payments (person_id, paid_at);
CREATE INDEX payments_refunding ON payments (state) WHERE state = 'refunding';

-- Subscriptions, by their first payment. All payments of one have the same payload.
CREATE TABLE subscriptions (
    charge_id TEXT    PRIMARY KEY REFERENCES payments,
    person_id INTEGER NOT NULL REFERENCES people,
    payload   TEXT    NOT NULL,
    until     INTEGER NOT NULL,
    renews    INTEGER NOT NULL CHECK (renews IN (0, 1)),
    UNIQUE (person_id, payload)
) STRICT, WITHOUT ROWID;

-- How far the bot's account at Telegram has been read.
CREATE TABLE star_account (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    read      INTEGER NOT NULL CHECK (read >= 0),
    last_line TEXT
) STRICT;

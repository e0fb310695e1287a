-- Banned people have banned_at; without banned_until they are banned for ever. An end comes by itself.
ALTER TABLE people ADD COLUMN banned_at INTEGER;
ALTER TABLE people ADD COLUMN banned_until INTEGER CHECK (banned_until IS NULL OR banned_at IS NOT NULL);
ALTER TABLE people ADD COLUMN ban_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN ban_told_at INTEGER;  -- when they last heard of it

-- The link with which somebody first came, if they came with one: an invitation or a friend's.
ALTER TABLE people ADD COLUMN came_by TEXT;

CREATE INDEX people_banned ON people (banned_at, id) WHERE banned_at IS NOT NULL;

CREATE TABLE invites (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    token      TEXT    NOT NULL UNIQUE,
    uses       INTEGER NOT NULL CHECK (uses >= 1),
    used       INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses),
    ends_at    INTEGER,  -- NULL: never
    credits    INTEGER NOT NULL CHECK (credits >= 0),
    plan_id    INTEGER REFERENCES plans ON DELETE SET NULL,
    by_person  INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- Who came by an invitation; a person counts once.
CREATE TABLE invite_uses (
    invite_id INTEGER NOT NULL REFERENCES invites,
    person_id INTEGER NOT NULL REFERENCES people,
    at        INTEGER NOT NULL,
    PRIMARY KEY (invite_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX invite_uses_of ON invite_uses (person_id);

-- The link that somebody gives to friends.
CREATE TABLE friend_links (
    person_id INTEGER PRIMARY KEY REFERENCES people,
    token     TEXT    NOT NULL UNIQUE
) STRICT;

-- Newcomers whose first video was finished after they came by a friend's link; each is rewarded once.
CREATE TABLE friend_rewards (
    newcomer_id INTEGER PRIMARY KEY REFERENCES people,
    friend_id   INTEGER NOT NULL REFERENCES people,
    credits     INTEGER NOT NULL CHECK (credits >= 0),
    at          INTEGER NOT NULL,
    CHECK (newcomer_id <> friend_id)
) STRICT;

CREATE INDEX friend_rewards_of ON friend_rewards (friend_id);

-- Groups that asked for the bot. Where it may answer in all groups there is no row.
CREATE TABLE groups (
    id      INTEGER PRIMARY KEY,  -- Telegram's, below 0
    title   TEXT    NOT NULL,
    state   TEXT    NOT NULL CHECK (state IN (
        'asked',    -- owners and admins were asked
        'allowed',
        'refused'
    )),
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),  -- has heard that nobody allowed it yet
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX groups_in_order ON groups ((state = 'asked') DESC, at DESC);

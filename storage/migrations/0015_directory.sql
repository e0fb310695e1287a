-- What Telegram says beside the first name, and when somebody last wrote or pressed (to the hour).
ALTER TABLE people ADD COLUMN last_name TEXT;
ALTER TABLE people ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;

UPDATE people SET seen_at = met_at;

CREATE INDEX people_by_arrival ON people (met_at DESC, id DESC);
CREATE INDEX people_asking ON people (met_at DESC, id DESC) WHERE access = 'asked';

-- Who used most in a period.
CREATE INDEX usage_by_credits ON usage (period, used DESC, person_id);

-- Under which words somebody is found, in small letters: names, the whole name, the username.
CREATE TABLE name_keys (
    key       TEXT    NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people,
    PRIMARY KEY (key, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_keys_of ON name_keys (person_id);

INSERT OR IGNORE INTO name_keys (key, person_id) SELECT lower(first_name), id FROM people;
INSERT OR IGNORE INTO name_keys (key, person_id)
SELECT lower(username), id FROM people WHERE username IS NOT NULL;

-- What the next message of somebody with a role is for.
CREATE TABLE errands (
    person_id INTEGER PRIMARY KEY REFERENCES people,
    errand    TEXT    NOT NULL CHECK (errand <> ''),
    detail    TEXT    NOT NULL DEFAULT '',
    at        INTEGER NOT NULL
) STRICT;

-- Words that no prompt may hold. A language of '' means everybody's.
CREATE TABLE stop_words (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    words     TEXT    NOT NULL,
    language  TEXT    NOT NULL DEFAULT '',
    by_person INTEGER,
    at        INTEGER NOT NULL,
    UNIQUE (words, language)
) STRICT;

-- What admins said about effects: hidden by id, name or a word of the name; or shown, whatever words say.
CREATE TABLE effect_marks (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    mark      TEXT    NOT NULL CHECK (mark IN ('effect', 'name', 'word', 'shown')),
    value     TEXT    NOT NULL,
    by_person INTEGER,
    at        INTEGER NOT NULL,
    UNIQUE (mark, value)
) STRICT;

-- Both are part of the rules.
CREATE TRIGGER stop_words_begin AFTER INSERT ON stop_words
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

CREATE TRIGGER stop_words_end AFTER DELETE ON stop_words
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

CREATE TRIGGER effect_marks_begin AFTER INSERT ON effect_marks
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

CREATE TRIGGER effect_marks_end AFTER DELETE ON effect_marks
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

-- What somebody did against the rules, once per operation. `counts` goes to 0 when a pause was given for it.
CREATE TABLE strikes (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people,
    offence   TEXT    NOT NULL CHECK (offence IN ('stop_word', 'moderated', 'flagged')),
    operation TEXT    NOT NULL UNIQUE,
    counts    INTEGER NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
    at        INTEGER NOT NULL
) STRICT;

CREATE INDEX strikes_counting ON strikes (person_id, at) WHERE counts = 1;

-- Who may not start videos until then.
CREATE TABLE pauses (
    person_id INTEGER PRIMARY KEY REFERENCES people,
    until     INTEGER NOT NULL
) STRICT;

CREATE INDEX pauses_until ON pauses (until);

-- Results that somebody reported to the admins.
CREATE TABLE reports (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id     INTEGER NOT NULL REFERENCES jobs,
    person_id  INTEGER NOT NULL REFERENCES people,
    at         INTEGER NOT NULL,
    closed_by  INTEGER,
    closed_at  INTEGER,
    UNIQUE (job_id, person_id)
) STRICT;

CREATE INDEX reports_open ON reports (id) WHERE closed_at IS NULL;

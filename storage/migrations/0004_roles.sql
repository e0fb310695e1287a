-- Who runs the bot beside those in ADMIN_IDS, whose role stands in the settings alone.
ALTER TABLE people ADD COLUMN role TEXT CHECK (role IN ('admin', 'support'));

CREATE INDEX people_with_role ON people (role, id) WHERE role IS NOT NULL;

-- What each supporter has given away on a day; there is a limit to it.
CREATE TABLE support_grants (
    person_id INTEGER NOT NULL REFERENCES people,
    day       TEXT    NOT NULL CHECK (day GLOB '????-??-??'),
    given     INTEGER NOT NULL CHECK (given >= 0),
    PRIMARY KEY (person_id, day)
) STRICT, WITHOUT ROWID;

-- Which version of the terms somebody accepted before their first job, and when.
CREATE TABLE consents (
    person_id INTEGER NOT NULL REFERENCES people,
    version   TEXT    NOT NULL CHECK (version <> ''),
    at        INTEGER NOT NULL,
    PRIMARY KEY (person_id, version)
) STRICT, WITHOUT ROWID;

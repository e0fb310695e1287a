-- Ready-made looks for whole videos, as the provider last listed them.
CREATE TABLE looks (
    id       TEXT    PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    look     TEXT    NOT NULL CHECK (json_valid(look))
) STRICT, WITHOUT ROWID;

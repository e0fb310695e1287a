-- What admins have set while the bot ran; it goes before the environment. Values as an admin types them.
CREATE TABLE settings (
    name      TEXT    PRIMARY KEY,
    value     TEXT    NOT NULL,
    by_person INTEGER,  -- NULL: from the shell
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Changes with every setting: whoever knows the rules of a token need not read them again. It is random,
-- so that a change that is taken back never leaves the token of another one behind.
CREATE TABLE rules_token (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    token BLOB    NOT NULL
) STRICT;

INSERT INTO rules_token (id, token) VALUES (1, randomblob(8));

CREATE TRIGGER settings_begin AFTER INSERT ON settings
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

CREATE TRIGGER settings_change AFTER UPDATE ON settings
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

CREATE TRIGGER settings_end AFTER DELETE ON settings
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

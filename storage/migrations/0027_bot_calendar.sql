-- The bot's own days, which are those of everybody who has not chosen a zone, too. After a change of the
-- zone in the settings the day that had begun goes on until held_until, as it does for a person who moves.
CREATE TABLE bot_calendar (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    time_zone  TEXT    NOT NULL,
    held_day   TEXT    CHECK (held_day GLOB '????-??-??'),
    held_until INTEGER CHECK ((held_until IS NULL) = (held_day IS NULL))
) STRICT;

-- It is part of the rules.
CREATE TRIGGER bot_calendar_begins AFTER INSERT ON bot_calendar
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

CREATE TRIGGER bot_calendar_changes AFTER UPDATE ON bot_calendar
BEGIN
    UPDATE rules_token SET token = randomblob(8);
END;

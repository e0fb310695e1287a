-- A broadcast may be an album: all its messages, in their order. And whom a draft is for is kept with it.
ALTER TABLE broadcasts ADD COLUMN message_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(message_ids));
UPDATE broadcasts SET message_ids = json_array(message_id);
ALTER TABLE broadcasts DROP COLUMN message_id;
ALTER TABLE broadcasts ADD COLUMN aimed_at INTEGER;

CREATE INDEX broadcasts_drafts ON broadcasts (by_person, id) WHERE state = 'draft';

-- Which messages are one album: Telegram tells it with each of them, and never again.
CREATE TABLE album_parts (
    chat_id    INTEGER NOT NULL,
    album      TEXT    NOT NULL,
    message_id INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (chat_id, album, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX album_parts_by_age ON album_parts (at);

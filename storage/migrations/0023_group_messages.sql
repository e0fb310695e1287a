-- Whose message of the bot's it is, in a group: its keys work for that person alone.
CREATE TABLE group_messages (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    person_id  INTEGER NOT NULL REFERENCES people,
    at         INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_messages_of_person ON group_messages (person_id);
CREATE INDEX group_messages_by_age ON group_messages (at);

-- What a person said in a group: the card, and the job that it becomes, are sent as answers to it.
ALTER TABLE drafts ADD COLUMN asked_message_id INTEGER;
ALTER TABLE jobs ADD COLUMN asked_message_id INTEGER;

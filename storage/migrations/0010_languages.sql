-- The language that a person has chosen; NULL: Telegram's.
ALTER TABLE people ADD COLUMN chosen_language TEXT;

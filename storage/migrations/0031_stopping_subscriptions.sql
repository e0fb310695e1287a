-- Whoever was banned, refused or forgotten is not to pay on: Telegram is asked to end it until it did.
ALTER TABLE subscriptions ADD COLUMN to_stop INTEGER NOT NULL DEFAULT 0 CHECK (to_stop IN (0, 1));

CREATE INDEX subscriptions_to_stop ON subscriptions (to_stop) WHERE to_stop = 1;

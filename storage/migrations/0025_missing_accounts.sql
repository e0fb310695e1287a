-- The provider's last list did not have it. It may have it again tomorrow, and what was said of it counts then.
ALTER TABLE accounts ADD COLUMN missing_since INTEGER;

-- What the provider's list, or what was learned, asked for such a job when it was started: the price that
-- people paid has the markup in it, or is a fixed one. NULL: older than this.
ALTER TABLE jobs ADD COLUMN list_price INTEGER CHECK (list_price >= 0);

-- The numbers need it, what a job really cost, and why it ended.
DROP INDEX jobs_by_time;
CREATE INDEX jobs_by_time ON jobs (queued_at, person_id, state, shape, price, cost, list_price, reason,
                                   started_at, finished_at);

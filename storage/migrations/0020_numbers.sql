-- What the numbers of a stretch of time are counted from, without a look at the rows themselves.
CREATE INDEX jobs_by_time ON jobs (queued_at, person_id, state, shape, price, started_at, finished_at);
CREATE INDEX payments_by_time ON payments (paid_at, state, stars);

-- What did not work out, for those who look after everybody's jobs.
CREATE INDEX jobs_failed ON jobs (id) WHERE state = 'failed';

-- The person has deleted it: the row stays, without their words and files.
ALTER TABLE jobs ADD COLUMN deleted_at INTEGER;

-- Videos that are still to be deleted at the provider; a row goes when that is done.
CREATE TABLE removals (
    job_id   INTEGER PRIMARY KEY REFERENCES jobs,
    due_at   INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0)
) STRICT;

CREATE INDEX removals_due ON removals (due_at);

CREATE INDEX outbox_unsent_of_job ON outbox (job_id, state)
    WHERE job_id IS NOT NULL AND state IN ('due', 'dead');

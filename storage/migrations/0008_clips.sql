-- Which message shows the result of which job: a reply to it is about this video.
CREATE TABLE shown_results (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    job_id     INTEGER NOT NULL REFERENCES jobs,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX shown_results_of_job ON shown_results (job_id);

-- The sample of a voice as Telegram has it, and the voice that a person chose last.
ALTER TABLE speakers ADD COLUMN sample_file TEXT;
ALTER TABLE people ADD COLUMN speaker_id TEXT;

-- What the provider's account had before the paid request: with what it has afterwards it gives the cost.
ALTER TABLE jobs ADD COLUMN credits_before INTEGER;

-- What ran on an account, and when.
CREATE INDEX jobs_on_account ON jobs (account, submitted_at, finished_at, video_id) WHERE submitted_at IS NOT NULL;
CREATE INDEX jobs_for_account ON jobs (wanted_account, queued_at) WHERE state = 'queued' AND wanted_account IS NOT NULL;

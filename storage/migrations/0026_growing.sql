-- What is of no use any more is found by these, batch by batch.
CREATE INDEX outbox_ended ON outbox (state, due_at) WHERE state IN ('sent', 'dead');
CREATE INDEX broadcasts_ended ON broadcasts (made_at) WHERE state IN ('stopped', 'done');
CREATE INDEX usage_days ON usage (period) WHERE period GLOB 'd:*';

-- What a person usually means by pictures, a video, a reply.
ALTER TABLE people ADD COLUMN habits TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(habits));

-- What the next words of the person are for: a question of ours, and perhaps which part of the draft it is about.
DROP INDEX drafts_searching;
ALTER TABLE drafts ADD COLUMN asking TEXT CHECK (asking IS NULL OR json_valid(asking));
UPDATE drafts SET asking = '{"ask":"search"}' WHERE searching = 1;
ALTER TABLE drafts DROP COLUMN searching;
CREATE INDEX drafts_asking ON drafts (id) WHERE asking IS NOT NULL;

-- Several takes of one draft: the first one has its draft_id, the others point to the first.
ALTER TABLE jobs ADD COLUMN take_of INTEGER REFERENCES jobs;
-- Where the work can be done by one account only: the one that owns the video it starts from.
ALTER TABLE jobs ADD COLUMN wanted_account TEXT;
-- What the provider really charged, where that could be seen.
ALTER TABLE jobs ADD COLUMN cost INTEGER CHECK (cost >= 0);

-- What jobs of a shape really cost, where the vendor prints no price.
CREATE TABLE learned_prices (
    shape   TEXT    PRIMARY KEY,
    credits INTEGER NOT NULL CHECK (credits >= 0),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The provider's voices, in its order.
CREATE TABLE speakers (
    id       TEXT    PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    speaker  TEXT    NOT NULL CHECK (json_valid(speaker))
) STRICT, WITHOUT ROWID;

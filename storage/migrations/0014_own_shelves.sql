-- Effects that somebody starred, and those they used last. An effect may have left the catalogue since.
CREATE TABLE own_shelves (
    person_id INTEGER NOT NULL REFERENCES people,
    shelf     TEXT    NOT NULL CHECK (shelf IN ('favourites', 'recent')),
    effect_id INTEGER NOT NULL,  -- the provider's
    at        INTEGER NOT NULL,
    PRIMARY KEY (person_id, shelf, effect_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX own_shelves_in_order ON own_shelves (person_id, shelf, at);

INSERT INTO own_shelves (person_id, shelf, effect_id, at)
SELECT person_id, 'recent', json_extract(request, '$.effect.id'), max(queued_at)
FROM jobs WHERE json_extract(request, '$.kind') = 'effect'
GROUP BY 1, 3;

-- The effect whose link somebody followed before they were let in.
ALTER TABLE people ADD COLUMN wished_effect INTEGER;

-- What effects are called in other languages: finished videos tell it, the catalogue does not.
CREATE TABLE effect_names (
    effect_id INTEGER NOT NULL,
    language  TEXT    NOT NULL,  -- "pt"
    name      TEXT    NOT NULL,
    PRIMARY KEY (effect_id, language)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO effect_names (effect_id, language, name)
SELECT json_extract(jobs.request, '$.effect.id'), names.key, names.value
FROM jobs, json_each(jobs.result, '$.effect_names') AS names
WHERE json_extract(jobs.request, '$.effect.id') IS NOT NULL
ORDER BY jobs.id DESC;

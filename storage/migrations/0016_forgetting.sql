-- Whose jobs are those of people who wanted to be forgotten: nobody's. Telegram gives this number to no one.
INSERT INTO people (id, first_name, access, reachable, met_at) VALUES (0, '', 'refused', 0, 0);

-- What is about somebody is found by their number, when they want to see it.
CREATE INDEX strikes_of_person ON strikes (person_id, at);
CREATE INDEX reports_of_person ON reports (person_id, at);

"""What the ledger keeps beside its entries, taken anew from them: both must be the same."""

# The same sums, taken anew from the entries.
FROM_ENTRIES = {
    """
        SELECT people.id, coalesce(sum(credits), 0) - debt AS extra
        FROM people LEFT JOIN pockets ON person_id = people.id GROUP BY 1 HAVING extra <> 0
    """: """
        SELECT person_id, sum(extra) FROM entries GROUP BY 1 HAVING sum(extra) <> 0
    """,
    "SELECT person_id, expires_at, credits FROM pockets": """
        SELECT person_id, expires_at, sum(credits) FROM entry_pockets
        JOIN entries ON entries.id = entry_id GROUP BY 1, 2 HAVING sum(credits) <> 0
    """,
    "SELECT person_id, period, used FROM usage WHERE used <> 0": """
        SELECT person_id, 'd:' || day, sum(allowance) FROM entries
        GROUP BY 1, 2 HAVING sum(allowance) <> 0
        UNION ALL
        SELECT person_id, 'm:' || month, sum(allowance) FROM entries
        GROUP BY 1, 2 HAVING sum(allowance) <> 0
    """,
    "SELECT day, used FROM bot_usage WHERE used <> 0": """
        SELECT bot_day, sum(allowance - extra) FROM entries WHERE kind IN ('held', 'released')
        GROUP BY 1 HAVING sum(allowance - extra) <> 0
    """,
    "SELECT plan_id, day, used FROM plan_usage WHERE used <> 0": """
        SELECT plan_id, bot_day, sum(allowance - extra) FROM entries WHERE plan_id IS NOT NULL
        GROUP BY 1, 2 HAVING sum(allowance - extra) <> 0
    """,
}
UNSETTLED = """
    SELECT count(*) FROM jobs WHERE
        (state IN ('delivering', 'delivered', 'undeliverable', 'failed', 'cancelled')) <>
        (SELECT count(*) FROM entries WHERE job_id = jobs.id AND kind IN ('spent', 'released'))
        OR 1 <> (SELECT count(*) FROM entries WHERE job_id = jobs.id AND kind = 'held')
"""

-- Which words, phrases and names rise, beyond what chance explains?
-- Change: direction to 'falling'; granularity to 'day', 'month' or 'year'. Empty if the corpus has too few periods:
-- the test asks for eight. slope is in percentage points of articles per period; q_value is corrected for the many terms tested.
SELECT
    t.kind,
    coalesce(e.label, t.term) AS term,
    t.period_count,
    round(100 * t.slope, 3) AS points_per_period,
    round(t.tau, 2) AS tau,
    t.q_value,
    sum(s.document_count)::BIGINT AS articles
FROM term_tests t
JOIN term_trends s USING (granularity, term, kind)
LEFT JOIN entities e ON t.kind = 'entity' AND e.entity_id = t.term
WHERE t.granularity = 'week' AND t.has_enough_data AND t.direction = 'rising' AND t.q_value < 0.05
GROUP BY ALL
ORDER BY t.q_value, articles DESC, t.kind, term
LIMIT 25;

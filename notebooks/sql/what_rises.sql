-- Which words, phrases and names have risen, beyond what chance explains?
-- Change: direction to 'falling'; granularity to 'day', 'month' or 'year'; horizon to 'recent' for the last eight periods.
-- Empty if the corpus has fewer than eight periods that are not thin. Shares are in percent of the articles; shifted_on is
-- where the share changed most. For what is new in one week, ask what_is_new.sql.
SELECT
    t.kind,
    coalesce(e.label, t.term) AS term,
    t.period_count,
    t.shifted_on,
    round(100 * t.share_before, 1) AS percent_before,
    round(100 * t.share_after, 1) AS percent_after,
    round(100 * t.slope, 3) AS points_per_period,
    round(t.tau, 2) AS tau,
    least(t.q_value, t.shift_q) AS q_value,
    sum(s.document_count)::BIGINT AS articles
FROM term_tests t
JOIN term_trends s USING (granularity, language, term, kind)
LEFT JOIN entities e ON t.kind = 'entity' AND e.entity_id = t.term
WHERE t.granularity = 'week' AND t.horizon = 'all' AND t.direction = 'rising'
GROUP BY ALL
ORDER BY q_value, articles DESC, t.kind, term
LIMIT 25;

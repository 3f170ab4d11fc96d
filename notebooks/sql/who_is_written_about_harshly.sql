-- Which names are written about most harshly, and which most kindly? It is the tone of the sentences that mention them,
-- not the writers' opinion of them: victims of bad news stand in bad news.
-- Change: the types, or granularity to 'month' with a period_start. score_shrunk draws the mean of few mentions toward that
-- of all, so that a name with two mentions does not lead the list.
SELECT
    e.label,
    e.type,
    t.mention_count,
    t.negative_count,
    t.positive_count,
    round(t.score_shrunk, 2) AS score_shrunk,
    round(t.score, 2) AS score,
    round(t.ci_low, 2) AS ci_low,
    round(t.ci_high, 2) AS ci_high
FROM entity_tone t
JOIN entities e USING (entity_id)
WHERE t.granularity = 'all' AND t.outlet = '(all)' AND e.type IN ('person', 'organization', 'country', 'region')
ORDER BY t.score_shrunk, t.mention_count DESC, t.entity_id
LIMIT 40;

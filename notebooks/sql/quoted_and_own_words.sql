-- Who is written about in another tone inside quotes than in the paper's own words?
-- Change: the least number of mentions on either side; the outlet.
SELECT
    e.label,
    t.mention_count - t.quoted_count AS own_mentions,
    t.quoted_count AS quoted_mentions,
    round(t.score_unquoted, 2) AS in_own_words,
    round(t.score_quoted, 2) AS in_quotes,
    round(t.score_quoted - t.score_unquoted, 2) AS difference
FROM entity_tone t
JOIN entities e USING (entity_id)
WHERE t.granularity = 'all' AND t.outlet = '(all)' AND t.quoted_count >= 3 AND t.mention_count - t.quoted_count >= 3
ORDER BY abs(t.score_quoted - t.score_unquoted) DESC, t.entity_id
LIMIT 25;

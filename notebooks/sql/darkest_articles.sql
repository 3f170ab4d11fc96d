-- Which articles are written in the darkest tone? The mean of their sentences, with its 95 % interval; headline apart.
-- Change: DESC after t.score for the brightest. gdelt_tone is percent of positive less percent of negative words.
SELECT
    d.published_on,
    d.outlet,
    d.title,
    round(t.score, 2) AS score,
    round(t.ci_low, 2) AS ci_low,
    round(t.ci_high, 2) AS ci_high,
    round(t.title_score, 2) AS title_score,
    round(t.tone, 1) AS gdelt_tone
FROM document_tone t
JOIN documents d USING (doc_id)
WHERE NOT d.is_copy AND d.word_count >= 100
ORDER BY t.score, d.doc_id
LIMIT 20;

-- In what tone does each outlet write about a country? From -1 (negative) to 1 (positive), with a 95 % interval.
-- Change: the entity_id, which may be a person or an organization too; granularity to 'month' to see it move.
-- An interval that holds 0 means: too few sentences to say which way it leans.
SELECT
    t.outlet,
    t.sentence_count,
    t.negative_count,
    t.neutral_count,
    t.positive_count,
    round(t.score, 2) AS score,
    round(t.ci_low, 2) AS ci_low,
    round(t.ci_high, 2) AS ci_high,
    round(t.score_quoted, 2) AS score_in_quotes,
    round(t.score_unquoted, 2) AS score_outside_quotes
FROM entity_tone t
WHERE t.entity_id = 'country:CN' AND t.granularity = 'all'
ORDER BY t.outlet <> '(all)', t.sentence_count DESC, t.outlet;

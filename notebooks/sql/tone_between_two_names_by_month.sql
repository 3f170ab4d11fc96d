-- How does the tone between two names move from month to month, and is it conflict or cooperation that they meet in?
-- Change: the two entity_id; granularity to 'week', 'year' or 'all'. The counts are of words such as accuse, sanction, attack
-- and agree, pact, talks in the sentences that name both; sentences_behind_a_pair.sql lists the sentences.
SELECT
    p.period_start,
    p.sentence_count,
    round(p.score, 2) AS score,
    round(p.ci_low, 2) AS ci_low,
    round(p.ci_high, 2) AS ci_high,
    p.conflict_count,
    p.cooperation_count
FROM pair_tone p
WHERE p.entity_a = least('country:US', 'country:CN')
  AND p.entity_b = greatest('country:US', 'country:CN')
  AND p.granularity = 'month'
ORDER BY p.period_start;

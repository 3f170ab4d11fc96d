-- Which names belong together, in the same sentence? Pairs that chance does not explain, the firmest ties first.
-- Change: scope to 'document' for the same article; granularity to 'month' or 'year' to see each period by itself;
-- ORDER BY n_ab DESC for the pairs that simply meet most often. From a pair to its sentences: sentences_behind_a_pair.sql.
SELECT
    entity_a_label AS one,
    entity_b_label AS other,
    story_count AS stories,
    outlet_count AS outlets,
    n_ab AS sentences_together,
    n_a AS sentences_with_one,
    n_b AS sentences_with_other,
    round(expected, 2) AS by_chance,
    round(npmi, 2) AS npmi,
    round(npmi_low, 2) AS npmi_at_least,
    q_value
FROM entity_cooccurrence
WHERE scope = 'sentence' AND granularity = 'all' AND story_count >= (SELECT least(3, max(story_count)) FROM entity_cooccurrence)
ORDER BY npmi_low DESC, n_ab DESC, entity_a, entity_b
LIMIT 25;

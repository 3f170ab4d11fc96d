-- Which names appear together most often, in the same sentence?
-- Change: scope to 'document' for the same article; granularity to 'month' or 'year' to see each period by itself;
-- ORDER BY g2 DESC for the pairs that meet most more often than chance would bring them together.
SELECT
    a.label AS one,
    b.label AS other,
    c.n_ab AS sentences_together,
    c.n_a AS sentences_with_one,
    c.n_b AS sentences_with_other,
    round(c.npmi, 2) AS npmi,
    round(c.g2, 1) AS g2,
    c.q_value
FROM entity_cooccurrence c
JOIN entities a ON a.entity_id = c.entity_a
JOIN entities b ON b.entity_id = c.entity_b
WHERE c.scope = 'sentence' AND c.granularity = 'all'
ORDER BY c.n_ab DESC, c.g2 DESC, c.entity_a, c.entity_b
LIMIT 25;

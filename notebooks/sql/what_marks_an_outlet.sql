-- What marks an outlet against the others? The ten terms that stand out most in each: its subjects, and its habits.
-- log_ratio 1 means twice as common as elsewhere, 2 four times. Empty if the corpus has one outlet only.
WITH ranked AS (
    SELECT
        k.outlet,
        k.kind,
        coalesce(e.label, k.term) AS term,
        k.target_count AS articles_of_the_outlet,
        k.reference_count AS articles_of_others,
        round(k.g2, 1) AS g2,
        round(k.log_ratio, 1) AS log_ratio,
        k.q_value,
        row_number() OVER (PARTITION BY k.outlet, k.language ORDER BY k.g2 DESC, k.kind, k.term) AS place
    FROM term_keyness k
    LEFT JOIN entities e ON k.kind = 'entity' AND e.entity_id = k.term
    WHERE k.outlet <> '(all)'
)
SELECT * EXCLUDE (place)
FROM ranked
WHERE place <= 10
ORDER BY outlet, place;

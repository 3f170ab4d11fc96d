-- What marks a month against all other months? The ten terms that stand out most in each.
-- Change: granularity to 'day', 'week' or 'year'; the WHERE line at the end picks one month.
-- log_ratio 1 means twice as common as in the other months, 2 four times. Empty if the corpus has one month only.
WITH ranked AS (
    SELECT
        k.period_start,
        k.kind,
        coalesce(e.label, k.term) AS term,
        k.target_count AS articles_of_the_month,
        k.reference_count AS articles_of_other_months,
        round(k.g2, 1) AS g2,
        round(k.log_ratio, 1) AS log_ratio,
        k.q_value,
        row_number() OVER (PARTITION BY k.period_start ORDER BY k.g2 DESC, k.kind, k.term) AS place
    FROM term_keyness k
    LEFT JOIN entities e ON k.kind = 'entity' AND e.entity_id = k.term
    WHERE k.granularity = 'month' AND k.outlet = '(all)' AND k.log_ratio > 0
)
SELECT * EXCLUDE (place)
FROM ranked
WHERE place <= 10 -- AND period_start = DATE '2013-04-01'
ORDER BY period_start, place;

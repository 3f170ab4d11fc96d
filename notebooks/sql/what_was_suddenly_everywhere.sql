-- What was suddenly everywhere, and when? The heaviest bursts, each happening once.
-- Change: granularity to 'day' or 'month'. Bursts that another explains (part_of) are listed beside it.
SELECT
    b.started_on,
    b.ended_on,
    b.peak_on,
    coalesce(e.label, b.term) AS term,
    b.kind,
    b.document_count AS articles,
    b.outlet_count AS outlets,
    b.level,
    round(b.weight, 1) AS weight,
    (SELECT string_agg(p.term, ', ' ORDER BY p.weight DESC, p.term)
     FROM (SELECT DISTINCT p.term, p.weight FROM term_bursts p
           WHERE p.granularity = b.granularity AND p.language = b.language AND p.part_of = b.term
               AND p.started_on <= b.ended_on AND p.ended_on >= b.started_on
           ORDER BY p.weight DESC LIMIT 6) p) AS with_it
FROM term_bursts b
LEFT JOIN entities e ON b.kind = 'entity' AND e.entity_id = b.term
WHERE b.granularity = 'week' AND b.part_of IS NULL
ORDER BY b.weight DESC, b.term
LIMIT 40;

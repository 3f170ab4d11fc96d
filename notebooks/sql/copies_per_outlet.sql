-- How much of what each outlet printed was a copy of an article that was there before, and of which agency?
-- Change: add a line below FROM for a part of the time: WHERE published_on >= DATE '2026-01-01'.
-- All figures of the warehouse count each story once, unless a column says with_copies.
SELECT
    coalesce(outlet, '(unknown)') AS outlet,
    count(*) AS articles,
    count(*) FILTER (WHERE is_copy) AS copies,
    round(100.0 * count(*) FILTER (WHERE is_copy) / count(*), 1) AS percent_copies,
    string_agg(DISTINCT agency, ', ' ORDER BY agency) AS agencies
FROM documents
GROUP BY ALL
ORDER BY copies DESC, articles DESC, outlet;

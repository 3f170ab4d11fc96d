-- What is new or rising in the latest weeks, against the eight weeks before each?
-- Change: granularity to 'day' or 'month'; the number of places. Terms that another explains (part_of) are left out:
-- "strait" beside the Strait of Hormuz. times is how many times as many articles as before, drawn toward 1 where few are
-- known; at_least is what it surely is. Weeks with too few articles, or too little before them, have no rows.
SELECT
    period_start,
    rank,
    label,
    kind,
    document_count AS articles,
    before_count AS articles_before,
    round(100 * document_share, 1) AS percent,
    round(100 * before_share, 1) AS percent_before,
    round(rate_ratio, 1) AS times,
    round(rate_ratio_low, 1) AS at_least,
    CASE WHEN is_new THEN 'new' WHEN is_returning THEN 'back again' ELSE '' END AS note,
    outlet_count AS outlets,
    q_value
FROM term_changes
WHERE granularity = 'week' AND rank <= 10 AND q_value <= 0.05
ORDER BY period_start DESC, language, rank;

-- Which names moved closer in the latest month, against the twelve months before? Those that surely did first.
-- Change: the month; ORDER BY rate_ratio DESC for the greatest change, sure or not; WHERE is_new or is_returning.
SELECT
    period_start AS month,
    entity_a_label AS one,
    entity_b_label AS other,
    story_count AS stories,
    before_story_count AS stories_before,
    before_periods AS months_before,
    round(rate_ratio, 1) AS times_as_often,
    round(rate_ratio_low, 1) AS at_least,
    q_value,
    is_new,
    is_returning,
    first_seen
FROM cooccurrence_change
WHERE granularity = 'month'
  AND period_start = (SELECT max(period_start) FROM cooccurrence_change WHERE granularity = 'month')
ORDER BY rate_ratio_low DESC, story_count DESC, entity_a, entity_b
LIMIT 25;

-- How did a long affair go on? Its events from the first to the last; each follows the one before it.
-- Change: the first line of the WITH picks the last event of the affair; here that of the longest chain.
WITH RECURSIVE chains AS (
    SELECT event_id AS last_event, event_id, follows, 1 AS step FROM events
    UNION ALL
    SELECT c.last_event, e.event_id, e.follows, c.step + 1 FROM chains c JOIN events e ON e.event_id = c.follows
),
longest AS (
    SELECT last_event FROM chains GROUP BY last_event ORDER BY count(*) DESC, last_event LIMIT 1
)
SELECT e.started_on, e.ended_on, e.document_count AS articles, e.title, e.event_id
FROM chains c
JOIN longest USING (last_event)
JOIN events e ON e.event_id = c.event_id
ORDER BY e.started_on, c.step DESC;

-- Which names make up a group? The communities of the network, each with its strongest members.
-- Change: granularity to 'month', with a period_start, for the groups of one month.
SELECT
    community_label AS the_group,
    count(*) AS members,
    list(label ORDER BY pagerank DESC, entity_id)[1:8] AS strongest
FROM entity_network
JOIN entities USING (entity_id)
WHERE granularity = 'all' AND community IS NOT NULL
GROUP BY community, community_label
ORDER BY members DESC, community
LIMIT 20;

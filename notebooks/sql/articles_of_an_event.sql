-- Which articles tell of an event? The best fitting first; copies stand with the similarity of their story.
-- Change: the event in the last WHERE; here the one most articles are on.
SELECT
    d.published_on,
    d.outlet,
    d.title,
    round(e.similarity, 2) AS similarity,
    e.is_central,
    d.is_copy,
    d.url
FROM event_documents e
JOIN documents d USING (doc_id)
WHERE e.event_id = (SELECT event_id FROM events ORDER BY document_count DESC, event_id LIMIT 1)
ORDER BY e.similarity DESC, d.published_on, d.doc_id;

-- Who says what about whom? Quotes whose own words name somebody, with the tone of the quote.
-- Change: the WHERE line, to one speaker or one who is spoken of. The speaker is not counted as spoken of.
SELECT
    q.speaker,
    string_agg(DISTINCT e.label, ', ' ORDER BY e.label) AS about,
    round(q.score, 2) AS score,
    q.text AS quote,
    d.outlet,
    d.published_on
FROM quotes q
JOIN mentions m
  ON m.doc_id = q.doc_id AND m.start >= q.start AND m."end" <= q."end"
 AND m.entity_id IS DISTINCT FROM q.speaker_entity_id
JOIN entities e ON e.entity_id = m.entity_id
JOIN documents d ON d.doc_id = q.doc_id
WHERE NOT d.is_copy -- AND q.speaker_entity_id = 'person:john-kerry' AND m.entity_id = 'country:CN'
GROUP BY q.doc_id, q.start, q.speaker, q.score, q.text, d.outlet, d.published_on
ORDER BY q.speaker, d.published_on NULLS LAST, q.doc_id, q.start
LIMIT 100;

-- In which sentences do two names meet in conflict? Those with most words of conflict first.
-- Change: the two entity_id; ORDER BY s.cooperation_count DESC for the opposite.
SELECT
    s.conflict_count,
    s.cooperation_count,
    round(s.score, 2) AS score,
    array_to_string(s.tone_words, ', ') AS tone_words,
    e.published_on,
    e.outlet,
    e.text
FROM cooccurrence_evidence e
JOIN sentences s USING (doc_id, sentence_no)
WHERE e.entity_a = least('country:US', 'country:CN')
  AND e.entity_b = greatest('country:US', 'country:CN')
ORDER BY s.conflict_count DESC, s.score, e.doc_id, e.sentence_no
LIMIT 20;

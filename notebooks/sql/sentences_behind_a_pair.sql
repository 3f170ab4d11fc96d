-- In which sentences do two names meet? Their number is the n_ab of the pair, exactly.
-- Change: the two entity_id. `SELECT entity_id, label FROM entities ORDER BY mention_count DESC` lists them all;
-- least and greatest put the two in the order in which the tables keep a pair.
SELECT
    e.published_on,
    e.outlet,
    e.text
FROM cooccurrence_evidence e
WHERE e.entity_a = least('country:US', 'country:CN')
  AND e.entity_b = greatest('country:US', 'country:CN')
ORDER BY e.published_on NULLS LAST, e.doc_id, e.sentence_no;

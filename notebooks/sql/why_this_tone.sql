-- Why is the tone toward a name what it is? Its sentences, the harshest first, with the words that carried the tone of each.
-- Change: the entity_id; DESC after m.score for the kindest first; add AND NOT m.is_quoted for the paper's own words.
-- score is toward the name; sentence_score is of the sentence as a whole, and tone_words say what made it so.
SELECT
    round(m.score, 2) AS score,
    m.label,
    m.is_quoted,
    round(s.score, 2) AS sentence_score,
    array_to_string(s.tone_words, ', ') AS tone_words,
    d.published_on,
    d.outlet,
    s.text
FROM mentions m
JOIN sentences s USING (doc_id, sentence_no)
JOIN documents d USING (doc_id)
WHERE m.entity_id = 'country:CN' AND NOT d.is_copy
ORDER BY m.score, m.doc_id, m.sentence_no, m.start
LIMIT 30;

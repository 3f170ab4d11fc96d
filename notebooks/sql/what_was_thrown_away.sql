-- What was thrown away of an article, and by which rule?
-- Change: the line with the_article, to the doc_id you ask about (`SELECT doc_id, outlet, title FROM documents`).
-- It starts with the article that lost the greatest share. start and end count characters of the raw text.
WITH the_article AS (
    SELECT doc_id FROM documents ORDER BY removed_share DESC, doc_id LIMIT 1
)
SELECT
    b.block_no,
    b.label,
    b.rule,
    b.text
FROM blocks b
JOIN the_article USING (doc_id)
WHERE NOT b.is_kept
ORDER BY b.block_no;

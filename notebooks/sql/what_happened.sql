-- Which events made a month, and who acted in them? Those that most articles are on first.
-- Change: the month. actors holds the entity_ids; actor_documents, actor_titles and actor_quotes say how often each is named in an
-- article of the event, in a headline and as a speaker.
SELECT
    started_on,
    ended_on,
    document_count AS articles,
    outlet_count AS outlets,
    title,
    array_to_string(actor_labels[1:5], ', ') AS who,
    array_to_string(terms[1:6], ', ') AS words,
    is_going_on
FROM events
WHERE date_trunc('month', peak_on) = (SELECT date_trunc('month', max(peak_on)) FROM events) -- or = DATE '2026-02-01'
ORDER BY document_count DESC, outlet_count DESC, started_on, event_id
LIMIT 10;

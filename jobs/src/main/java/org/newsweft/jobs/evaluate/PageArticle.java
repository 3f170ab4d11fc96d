package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A page of a gold file as an article of a corpus: its id, its URL, and the text of one of its fields. */
final class PageArticle {
    private PageArticle() {}

    /** The article, or nothing if the record has no such field. */
    static Optional<Map<String, String>> of(JsonNode gold, String field) {
        if (!gold.hasNonNull(field)) {
            return Optional.empty();
        }
        Map<String, String> article = new TreeMap<>();
        for (String name : new String[] {"id", "url"}) {
            if (gold.hasNonNull(name)) {
                article.put(name, gold.path(name).asText());
            }
        }
        article.put("text", gold.path(field).asText());
        return Optional.of(article);
    }
}

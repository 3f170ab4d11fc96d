package org.newsweft.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the fields of a record by their usual names, or by the names the user gives. */
final class RecordFields {
    private static final Map<String, List<String>> USUAL_NAMES = usualNames();

    private final Map<String, List<String>> names;

    private RecordFields(Map<String, List<String>> names) {
        this.names = names;
    }

    /**
     * Fields by their usual names, but for those that the user names.
     *
     * @param given name in the records by name here, checked with {@link #check}
     */
    static RecordFields with(Map<String, String> given) {
        Map<String, List<String>> names = new LinkedHashMap<>(USUAL_NAMES);
        given.forEach((field, name) -> names.put(field, List.of(name.toLowerCase(Locale.ROOT))));
        return new RecordFields(names);
    }

    /** Refuses field names that mean nothing here. */
    static void check(Map<String, String> given) {
        for (String field : given.keySet()) {
            if (!USUAL_NAMES.containsKey(field)) {
                throw new IllegalArgumentException(
                        "no field '" + field + "': the fields are " + String.join(", ", USUAL_NAMES.keySet()));
            }
        }
    }

    /**
     * The fields of one record, by their names here. Fields that are absent, null or blank are left out; of several
     * values, as authors often are, one line is made.
     */
    Map<String, String> of(JsonNode record) {
        Map<String, JsonNode> byLowerCase = new HashMap<>();
        record.properties()
                .forEach(entry -> byLowerCase.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        Map<String, String> values = new HashMap<>();
        names.forEach((field, candidates) -> {
            for (String candidate : candidates) {
                String value = text(byLowerCase.get(candidate));
                if (!value.isBlank()) {
                    values.put(field, value);
                    break;
                }
            }
        });
        return values;
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(", ", parts);
        }
        if (value.isObject()) {
            return text(value.get("name"));
        }
        return value.asText();
    }

    private static Map<String, List<String>> usualNames() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("id", List.of("id"));
        names.put("url", List.of("url", "link"));
        names.put("title", List.of("title", "headline"));
        names.put("text", List.of("text", "body", "content", "raw_text"));
        names.put("date", List.of("date", "published", "published_at", "publish_date", "timestamp"));
        names.put("outlet", List.of("outlet", "source", "site", "publisher"));
        names.put("author", List.of("author", "authors", "byline"));
        names.put("language", List.of("language", "lang"));
        return names;
    }
}

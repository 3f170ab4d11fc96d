package org.newsweft.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the fields of a record by their usual names, or by the names the user gives. */
final class RecordFields {
    private static final Map<String, List<String>> USUAL_NAMES = usualNames();
    private static final Pattern ISO_DAY = Pattern.compile("\\s*\\d{4}-\\d{2}-\\d{2}");

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

    /** True if one of these columns holds the text, or a title to stand for it. */
    boolean haveText(Collection<String> columns) {
        return haveAny(columns, "text") || haveAny(columns, "title");
    }

    private boolean haveAny(Collection<String> columns, String field) {
        return columns.stream().anyMatch(column -> names.get(field).contains(column.toLowerCase(Locale.ROOT)));
    }

    /** True if a column of this name holds one of the fields. */
    boolean know(String column) {
        return names.values().stream().anyMatch(candidates -> candidates.contains(column.toLowerCase(Locale.ROOT)));
    }

    /** The field that a column of this name, in lower case, holds; empty if it holds none. */
    String fieldOf(String column) {
        return names.entrySet().stream()
                .filter(candidates -> candidates.getValue().contains(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /**
     * The fields of one record, by their names here. Fields that are absent, null or blank are left out; of several
     * values, as authors often are, one line is made.
     */
    Map<String, String> of(JsonNode record) {
        Map<String, String> values = new LinkedHashMap<>();
        record.properties().forEach(entry -> {
            if (know(entry.getKey())) {
                boolean isText = names.get("text").contains(entry.getKey().toLowerCase(Locale.ROOT));
                values.put(
                        entry.getKey(),
                        isText ? JsonValues.paragraphs(entry.getValue()) : JsonValues.line(entry.getValue()));
            }
        });
        return of(values);
    }

    /**
     * The fields of one record, by their names here, from its values by column. Blank ones are left out. Where columns
     * that hold the same field say different days, or different addresses, the one named first in the list of usual names
     * is taken, and {@code contradictions} says so.
     */
    Map<String, String> of(Map<String, String> record) {
        Map<String, String> byLowerCase = new HashMap<>();
        // Of columns that differ by case alone the first with something in it counts, before all the one in lower case.
        record.forEach((column, value) -> {
            String plain = column.toLowerCase(Locale.ROOT);
            boolean isFilled = value != null && !value.isBlank();
            if (isFilled && (plain.equals(column) || !byLowerCase.containsKey(plain))) {
                byLowerCase.put(plain, value);
            }
        });
        Map<String, String> values = new HashMap<>();
        List<String> contradictions = new ArrayList<>();
        names.forEach((field, candidates) -> {
            String taken = null;
            for (String candidate : candidates) {
                String value = byLowerCase.get(candidate);
                if (value == null || value.isBlank()) {
                    continue;
                }
                if (taken == null) {
                    taken = candidate;
                    values.put(field, value);
                } else if (contradicts(field, values.get(field), value)) {
                    contradictions.add(
                            "%s: %s (%s), not %s (%s)".formatted(field, values.get(field), taken, value, candidate));
                }
            }
        });
        if (!contradictions.isEmpty()) {
            values.put("contradictions", String.join("; ", contradictions));
        }
        return values;
    }

    /** Only days and addresses: that two titles or texts differ, as a text and its teaser do, says nothing. */
    private static boolean contradicts(String field, String taken, String other) {
        return switch (field) {
            case "date" ->
                ISO_DAY.matcher(taken).lookingAt()
                        && ISO_DAY.matcher(other).lookingAt()
                        && !taken.strip().substring(0, 10).equals(other.strip().substring(0, 10));
            case "url" -> !taken.strip().equals(other.strip());
            default -> false;
        };
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

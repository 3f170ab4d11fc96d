package org.newsweft.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Values of JSON as one string, in the shapes that exports have: lists, objects that hold a name or a text, MongoDB's
 * extended JSON ({@code {"$date": ...}}, {@code {"$numberLong": "..."}}, {@code {"$oid": "..."}}).
 */
final class JsonValues {
    /** Keys of the one value that an object stands for. */
    private static final List<String> VALUE_KEYS = List.of(
            "name",
            "full_name",
            "fullname",
            "display_name",
            "displayname",
            "$date",
            "$numberlong",
            "$numberint",
            "$numberdouble",
            "$oid",
            "value",
            "@value",
            "#text",
            "text",
            "title");

    private static final List<String> TEXT_KEYS =
            List.of("text", "content", "body", "value", "#text", "paragraph", "name");
    private static final List<String> FIRST_NAME_KEYS =
            List.of("first", "first_name", "firstname", "given", "given_name", "givenname", "forename");
    private static final List<String> LAST_NAME_KEYS =
            List.of("last", "last_name", "lastname", "family", "family_name", "familyname", "surname");

    private JsonValues() {}

    /** One line; of several values, as authors often are, parted by commas. */
    static String line(JsonNode value) {
        return joined(value, ", ", VALUE_KEYS);
    }

    /** A text; each value of a list is a paragraph. */
    static String paragraphs(JsonNode value) {
        return joined(value, "\n\n", TEXT_KEYS);
    }

    private static String joined(JsonNode value, String separator, List<String> keys) {
        if (value == null || value.isNull() || (value.isDouble() && !Double.isFinite(value.doubleValue()))) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> {
                String text = joined(part, separator, keys);
                if (!text.isBlank()) {
                    parts.add(text);
                }
            });
            return String.join(separator, parts);
        }
        return value.isObject() ? ofObject(value, separator, keys) : value.asText();
    }

    private static String ofObject(JsonNode object, String separator, List<String> keys) {
        for (String key : keys) {
            String text = joined(get(object, key), separator, keys);
            if (!text.isBlank()) {
                return text;
            }
        }
        return Stream.of(FIRST_NAME_KEYS, LAST_NAME_KEYS)
                .map(names -> names.stream()
                        .map(name -> get(object, name))
                        .filter(name -> name != null && name.isValueNode() && !name.isNull())
                        .map(JsonNode::asText)
                        .findFirst()
                        .orElse(""))
                .filter(name -> !name.isBlank())
                .reduce((first, last) -> first + " " + last)
                .orElse("");
    }

    /** The value of a key, whatever its case. */
    private static JsonNode get(JsonNode object, String key) {
        JsonNode exact = object.get(key);
        if (exact != null) {
            return exact;
        }
        for (var entry : object.properties()) {
            if (entry.getKey().toLowerCase(Locale.ROOT).equals(key)) {
                return entry.getValue();
            }
        }
        return null;
    }
}

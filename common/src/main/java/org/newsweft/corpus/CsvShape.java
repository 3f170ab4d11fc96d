package org.newsweft.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the records of a file of comma-separated values look like, to tell one from the lines that a broken record leaves:
 * as many fields as the header names, and in each column what all records before had in it.
 */
final class CsvShape {
    private static final int LONGEST_DATE = 40;
    private static final int LONGEST_TOKEN = 300;
    private static final int ENOUGH = 2;

    /** Fields that may be a word in one record and a page in the next. */
    private static final Set<String> PROSE = Set.of("title", "text", "author", "outlet");

    /** What all values of a column have in common; narrowed with every record. */
    private static final class Column {
        private final boolean isProse;
        private boolean isToken = true;
        private boolean beginsWithDigit = true;
        private int values;

        Column(boolean isProse) {
            this.isProse = isProse;
        }

        void add(String value) {
            if (!value.isBlank()) {
                values++;
                isToken &= isToken(value);
                beginsWithDigit &= beginsWithDigit(value);
            }
        }

        boolean fits(String value) {
            return isProse
                    || value.isBlank()
                    || values < ENOUGH
                    || ((!isToken || isToken(value)) && (!beginsWithDigit || beginsWithDigit(value)));
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<Predicate<String>> byName = new ArrayList<>();

    CsvShape(List<String> header, RecordFields fields) {
        for (String name : header) {
            String field = fields.fieldOf(name.toLowerCase(Locale.ROOT));
            columns.add(new Column(PROSE.contains(field)));
            byName.add(
                    switch (field) {
                        case "id" -> CsvShape::isToken;
                        case "url" -> value -> isToken(value) && value.indexOf('.') >= 0;
                        case "date" ->
                            value -> value.length() <= LONGEST_DATE
                                    && value.chars().anyMatch(Character::isDigit);
                        default -> value -> true;
                    });
        }
    }

    /** Learns from a record. */
    void add(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            columns.get(i).add(values.get(i));
        }
    }

    /** True if these could be the fields of another record. */
    boolean fits(List<String> values) {
        if (values.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!columns.get(i).fits(value)
                    || (!value.isBlank() && !byName.get(i).test(value))) {
                return false;
            }
        }
        return true;
    }

    /** True if a line could begin another record, however it goes on: it has an unquoted first field like the others'. */
    boolean begins(byte[] line, char delimiter) {
        int end = 0;
        while (end < line.length && line[end] != delimiter && end <= LONGEST_TOKEN) {
            end++;
        }
        if (end == 0 || end >= line.length || line[0] == '"') {
            return false;
        }
        StringBuilder first = new StringBuilder();
        for (int i = 0; i < end; i++) {
            first.append((char) (line[i] & 0xFF));
        }
        return columns.get(0).fits(first.toString()) && byName.get(0).test(first.toString());
    }

    private static boolean isToken(String value) {
        return value.length() <= LONGEST_TOKEN && value.strip().chars().noneMatch(Character::isWhitespace);
    }

    private static boolean beginsWithDigit(String value) {
        return Character.isDigit(value.strip().charAt(0));
    }
}

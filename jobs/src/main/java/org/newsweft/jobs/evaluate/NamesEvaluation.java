package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.schema.Table;

/**
 * Names of persons, organizations and places against spans set by hand. A gold record has {@code id}, {@code text} and
 * {@code ents}, a list of {@code [start, end, type]} in code points with the type PER, ORG or LOC; other types are left
 * out, and so are adjectives of countries among the mentions. A name is right if its span and its type are; spaces, final
 * marks, possessives and a leading "the" count on neither side.
 *
 * <p>What is wrong is counted by its kind: a name of gold is missed, cut (another span of the same type overlaps it) or
 * taken for another type; a name that overlaps none of gold is too much.
 */
final class NamesEvaluation implements Evaluation {
    private static final Map<String, String> TYPE_OF_GOLD =
            Map.of("PER", "person", "ORG", "organization", "LOC", "place");
    private static final Map<String, String> TYPE_OF_MENTION = Map.of(
            "person", "person",
            "organization", "organization",
            "country", "place",
            "region", "place",
            "place", "place");
    private static final List<String> TYPES = List.of("person", "organization", "place");
    private static final String ADJECTIVE = "demonym";
    private static final String FINAL_MARKS = ".,;:'’";

    private record Name(int start, int end, String type) {
        private boolean overlaps(Name other) {
            return start < other.end && other.start < end;
        }
    }

    /** Right names, names of gold and names found, of one type or of all. */
    private static final class Count {
        private long right;
        private long gold;
        private long found;

        private void add(Count other) {
            right += other.right;
            gold += other.gold;
            found += other.found;
        }

        private double precision() {
            return (double) right / Math.max(1, found);
        }

        private double recall() {
            return (double) right / Math.max(1, gold);
        }

        private double f1() {
            return 2.0 * right / Math.max(1, gold + found);
        }
    }

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        return Optional.of(
                Map.of("id", gold.path("id").asText(), "text", gold.path("text").asText()));
    }

    @Override
    public boolean needsTextAsItIs() {
        return true;
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, String> texts = new HashMap<>();
        tables.apply(Documents.TABLE)
                .select(Documents.SOURCE.col(), Documents.TEXT.col())
                .collectAsList()
                .forEach(row -> texts.put(row.getString(0), row.getString(1)));
        Map<String, Set<Name>> found = found(texts, tables);
        Map<String, Count> counts = new TreeMap<>();
        TYPES.forEach(type -> counts.put(type, new Count()));
        Map<String, Long> errors = new TreeMap<>();
        long altered = 0;
        for (JsonNode record : gold) {
            String id = record.path("id").asText();
            altered += record.path("text").asText().equals(texts.get(id)) ? 0 : 1;
            compare(goldNames(record), found.getOrDefault(id, Set.of()), counts, errors);
        }
        return figures(altered, counts, errors);
    }

    private static Figures figures(long altered, Map<String, Count> counts, Map<String, Long> errors) {
        Count all = new Count();
        counts.values().forEach(all::add);
        Figures figures = new Figures()
                .with("texts_altered", altered)
                .with("precision", all.precision())
                .with("recall", all.recall())
                .with("f1", all.f1());
        for (String type : TYPES) {
            Count count = counts.get(type);
            figures.with("precision_" + type, count.precision())
                    .with("recall_" + type, count.recall())
                    .with("f1_" + type, count.f1());
        }
        errors.forEach((kind, count) -> figures.with("errors_" + kind, count));
        return figures;
    }

    private static Map<String, Set<Name>> found(Map<String, String> texts, Function<Table, Dataset<Row>> tables) {
        Dataset<Row> documents = tables.apply(Documents.TABLE).select(Documents.DOC_ID.col(), Documents.SOURCE.col());
        Map<String, Set<Name>> found = new HashMap<>();
        for (Row mention : tables.apply(Mentions.TABLE)
                .where(Mentions.READING.col().notEqual(ADJECTIVE))
                .join(documents, Mentions.DOC_ID.name())
                .select(Documents.SOURCE.col(), Mentions.START.col(), Mentions.END.col(), Mentions.TYPE.col())
                .collectAsList()) {
            String source = mention.getString(0);
            String text = texts.getOrDefault(source, "");
            String type = TYPE_OF_MENTION.get(mention.getString(3));
            int end = (int) mention.getLong(2);
            if (type != null && end <= text.length()) {
                found.computeIfAbsent(source, id -> new HashSet<>())
                        .add(trimmed(text, (int) mention.getLong(1), end, type));
            }
        }
        return found;
    }

    private static Set<Name> goldNames(JsonNode record) {
        String text = record.path("text").asText();
        Set<Name> names = new HashSet<>();
        for (JsonNode span : record.path("ents")) {
            String type = TYPE_OF_GOLD.get(span.path(2).asText());
            if (type != null) {
                int start = text.offsetByCodePoints(0, span.path(0).asInt());
                int end = text.offsetByCodePoints(
                        start, span.path(1).asInt() - span.path(0).asInt());
                names.add(trimmed(text, start, end, type));
            }
        }
        return names;
    }

    private static void compare(Set<Name> gold, Set<Name> found, Map<String, Count> counts, Map<String, Long> errors) {
        for (Name name : found) {
            counts.get(name.type()).found++;
            if (gold.stream().noneMatch(name::overlaps)) {
                errors.merge(name.type() + "_too_many", 1L, Long::sum);
            }
        }
        for (Name name : gold) {
            Count count = counts.get(name.type());
            count.gold++;
            if (found.contains(name)) {
                count.right++;
            } else {
                errors.merge(name.type() + kindOfError(name, found), 1L, Long::sum);
            }
        }
    }

    private static String kindOfError(Name name, Set<Name> found) {
        List<Name> over = new ArrayList<>(found);
        over.removeIf(other -> !other.overlaps(name));
        if (over.isEmpty()) {
            return "_missed";
        }
        boolean cut = over.stream().anyMatch(other -> other.type().equals(name.type()));
        return cut ? "_cut" : "_as_other";
    }

    private static Name trimmed(String text, int start, int end, String type) {
        int from = start;
        int to = end;
        boolean goesOn = true;
        while (goesOn && from < to) {
            goesOn = false;
            if (text.regionMatches(true, from, "the ", 0, 4) && from + 4 < to) {
                from += 4;
                goesOn = true;
            }
            char last = text.charAt(to - 1);
            boolean possessive = last == 's' && to - 2 > from && "'’".indexOf(text.charAt(to - 2)) >= 0;
            if (possessive) {
                to -= 2;
                goesOn = true;
            } else if (to - 1 > from && (Character.isWhitespace(last) || FINAL_MARKS.indexOf(last) >= 0)) {
                to--;
                goesOn = true;
            }
        }
        return new Name(from, to, type);
    }
}

package org.newsweft.jobs.evaluate;

import static org.apache.spark.sql.functions.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.figures.TermBursts;
import org.newsweft.table.schema.Granularity;
import org.newsweft.table.schema.Table;

/**
 * Bursts of days, against events and traps that were planted in a corpus. A gold record has {@code term}, {@code kind},
 * {@code start} and {@code end}; an event also its {@code peak_share}. An event is found if one burst of its term covers
 * it with an intersection over union of .5 or more; a trap has caught the analysis if its term has a burst at all.
 */
final class BurstEvaluation implements Evaluation {
    private static final String EVENT = "event";
    private static final double SAME = .5;

    /** First and last day, both included. */
    private record Days(LocalDate first, LocalDate last) {
        private double overlap(Days other) {
            long shared = count(max(first, other.first), min(last, other.last));
            long all = count(min(first, other.first), max(last, other.last));
            return (double) Math.max(0, shared) / all;
        }

        private static long count(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        private static LocalDate min(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }

        private static LocalDate max(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? b : a;
        }
    }

    /** How many of one kind there are, and how many have a burst. */
    private record Count(long found, long all) {
        private static Count of(boolean isFound) {
            return new Count(isFound ? 1 : 0, 1);
        }

        private Count plus(Count other) {
            return new Count(found + other.found, all + other.all);
        }
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, List<Days>> bursts = bursts(gold, tables);
        Map<String, Count> counts = new TreeMap<>();
        for (JsonNode planted : gold) {
            List<Days> found = bursts.getOrDefault(term(planted), List.of());
            String kind = planted.path("kind").asText();
            boolean isEvent = kind.equals(EVENT);
            String name =
                    isEvent ? EVENT + "_" + planted.path("peak_share").asText() : "false_" + kind.replace('-', '_');
            Days days = new Days(
                    LocalDate.parse(planted.path("start").asText()),
                    LocalDate.parse(planted.path("end").asText()));
            boolean isFound =
                    isEvent ? found.stream().anyMatch(burst -> burst.overlap(days) >= SAME) : !found.isEmpty();
            counts.merge(name, Count.of(isFound), Count::plus);
        }
        Figures figures = new Figures();
        counts.forEach((name, count) ->
                figures.withShare(name, count.found(), count.all()).with(name + "_n", count.all()));
        return figures;
    }

    private static Map<String, List<Days>> bursts(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Object[] terms = gold.stream().map(BurstEvaluation::term).distinct().toArray();
        Map<String, List<Days>> bursts = new HashMap<>();
        for (Row burst : tables.apply(TermBursts.TABLE)
                .where(TermBursts.GRANULARITY.col().equalTo(Granularity.DAY.code()))
                .where(lower(TermBursts.TERM.col()).isin(terms))
                .select(lower(TermBursts.TERM.col()), TermBursts.STARTED_ON.col(), TermBursts.ENDED_ON.col())
                .collectAsList()) {
            bursts.computeIfAbsent(burst.getString(0), term -> new ArrayList<>())
                    .add(new Days(
                            burst.getDate(1).toLocalDate(), burst.getDate(2).toLocalDate()));
        }
        return bursts;
    }

    private static String term(JsonNode planted) {
        return planted.path("term").asText().toLowerCase(Locale.ROOT);
    }
}

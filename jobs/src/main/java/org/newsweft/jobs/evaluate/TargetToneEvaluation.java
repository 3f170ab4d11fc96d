package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.Documents;
import org.newsweft.table.Mentions;
import org.newsweft.table.Table;
import org.newsweft.text.statistics.ClassAgreement;

/**
 * The tone toward a name. A gold record has {@code id}, {@code text} and {@code targets}, each with {@code start},
 * {@code end} and a {@code label} that begins with neg, neu or pos. A target counts if it was found as a name: if a
 * mention overlaps it; the share found is a figure of its own.
 */
final class TargetToneEvaluation implements Evaluation {
    private static final List<String> CLASSES = List.of("neg", "neu", "pos");
    private static final int NAME_LENGTH = 3;

    /** A mention with the class of its tone. */
    private record Told(long start, long end, int label) {}

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        return PageArticle.of(gold, "text");
    }

    @Override
    public boolean needsTextAsItIs() {
        return true;
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, List<Told>> mentions = mentions(tables);
        ClassAgreement agreement = new ClassAgreement(CLASSES.size());
        long targets = 0;
        long found = 0;
        for (JsonNode record : gold) {
            List<Told> named = mentions.getOrDefault(record.path("id").asText(), List.of());
            for (JsonNode target : record.path("targets")) {
                long start = target.path("start").asLong();
                long end = target.path("end").asLong();
                Optional<Told> told = named.stream()
                        .filter(mention -> mention.start() < end && start < mention.end())
                        .findFirst();
                told.ifPresent(
                        mention -> agreement.add(label(target.path("label").asText()), mention.label()));
                targets++;
                found += told.isPresent() ? 1 : 0;
            }
        }
        return new Figures()
                .with("targets", targets)
                .withShare("found", found, targets)
                .with("accuracy", agreement.accuracy())
                .with("macro_f1", agreement.macroF1())
                .with("f1_pos_neg", (agreement.f1(0) + agreement.f1(2)) / 2);
    }

    private static Map<String, List<Told>> mentions(Function<Table, Dataset<Row>> tables) {
        Map<String, List<Told>> mentions = new HashMap<>();
        for (Row row : tables.apply(Mentions.TABLE)
                .join(tables.apply(Documents.TABLE), Documents.DOC_ID.name())
                .select(Documents.SOURCE.col(), Mentions.START.col(), Mentions.END.col(), Mentions.LABEL.col())
                .orderBy(Documents.SOURCE.col(), Mentions.START.col(), Mentions.END.col())
                .collectAsList()) {
            mentions.computeIfAbsent(row.getString(0), source -> new ArrayList<>())
                    .add(new Told(row.getLong(1), row.getLong(2), label(row.getString(3))));
        }
        return mentions;
    }

    private static int label(String name) {
        return CLASSES.indexOf(name.substring(0, NAME_LENGTH));
    }
}

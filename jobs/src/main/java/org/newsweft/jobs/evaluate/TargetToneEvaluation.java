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
import org.newsweft.statistics.ClassAgreement;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.schema.Table;
import org.newsweft.text.tone.TargetTone;
import org.newsweft.text.tone.TonePrior;

/**
 * The tone toward a name. A gold record has {@code id}, {@code text} and {@code targets}, each with {@code start},
 * {@code end} and a {@code label} that begins with neg, neu or pos; other labels (bad, debatable) do not count. A target
 * counts if it was found as a name: if a mention overlaps it; the share found is a figure of its own.
 *
 * <p>Where records have a {@code stratum}, those drawn at {@code random} alone tell how good labels and probabilities are;
 * only the figures of extreme scores are of all.
 */
final class TargetToneEvaluation implements Evaluation {
    private static final List<String> CLASSES = List.of("neg", "neu", "pos");
    private static final List<String> NAMES = List.of("negative", "neutral", "positive");
    private static final int NAME_LENGTH = 3;
    private static final double EXTREME = 0.7;
    private static final int BINS = 10;

    private final TonePrior prior;

    /** A mention with its tone. */
    private record Told(long start, long end, TargetTone tone) {}

    TargetToneEvaluation() {
        this(TonePrior.RUNNING);
    }

    private TargetToneEvaluation(TonePrior prior) {
        this.prior = prior;
    }

    @Override
    public Evaluation withPrior(TonePrior wanted) {
        return new TargetToneEvaluation(wanted);
    }

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
        Tally tally = new Tally();
        long targets = 0;
        for (JsonNode record : gold) {
            List<Told> named = mentions.getOrDefault(record.path("id").asText(), List.of());
            boolean isDrawn = record.path("stratum").asText("random").equals("random");
            for (JsonNode target : record.path("targets")) {
                int label = label(target.path("label").asText());
                if (label < 0) {
                    continue;
                }
                long start = target.path("start").asLong();
                long end = target.path("end").asLong();
                targets += isDrawn ? 1 : 0;
                named.stream()
                        .filter(mention -> mention.start() < end && start < mention.end())
                        .findFirst()
                        .ifPresent(mention -> tally.add(label, mention.tone(), isDrawn));
            }
        }
        return tally.figures(targets);
    }

    private static Map<String, List<Told>> mentions(Function<Table, Dataset<Row>> tables) {
        Map<String, List<Told>> mentions = new HashMap<>();
        for (Row row : tables.apply(Mentions.TABLE)
                .join(tables.apply(Documents.TABLE), Documents.DOC_ID.name())
                .select(
                        Documents.SOURCE.col(),
                        Mentions.START.col(),
                        Mentions.END.col(),
                        Mentions.NEGATIVE.col(),
                        Mentions.NEUTRAL.col(),
                        Mentions.POSITIVE.col())
                .orderBy(Documents.SOURCE.col(), Mentions.START.col(), Mentions.END.col())
                .collectAsList()) {
            mentions.computeIfAbsent(row.getString(0), source -> new ArrayList<>())
                    .add(new Told(
                            row.getLong(1),
                            row.getLong(2),
                            new TargetTone(row.getDouble(3), row.getDouble(4), row.getDouble(5))));
        }
        return mentions;
    }

    private static int label(String name) {
        return name.length() < NAME_LENGTH ? -1 : CLASSES.indexOf(name.substring(0, NAME_LENGTH));
    }

    /** What was told of targets whose label is known. */
    private final class Tally {
        private final ClassAgreement agreement = new ClassAgreement(CLASSES.size());
        private final long[][] confusion = new long[CLASSES.size()][CLASSES.size()];
        private final long[] inBin = new long[BINS];
        private final long[] rightInBin = new long[BINS];
        private final double[] sureInBin = new double[BINS];
        private final long[] extreme = new long[CLASSES.size()];
        private final long[] extremeRight = new long[CLASSES.size()];
        private long found;

        private void add(int gold, TargetTone running, boolean isDrawn) {
            TargetTone tone = prior.of(running);
            if (Math.abs(tone.score()) > EXTREME) {
                int side = tone.score() < 0 ? 0 : 2;
                extreme[side]++;
                extremeRight[side] += gold == side ? 1 : 0;
            }
            if (!isDrawn) {
                return;
            }
            int told = NAMES.indexOf(prior.label(running).code());
            agreement.add(gold, told);
            confusion[gold][told]++;
            double[] shares = {tone.negative(), tone.neutral(), tone.positive()};
            int likeliest = 1;
            for (int c = 0; c < shares.length; c++) {
                likeliest = shares[c] > shares[likeliest] ? c : likeliest;
            }
            int bin = Math.min(BINS - 1, (int) (shares[likeliest] * BINS));
            inBin[bin]++;
            sureInBin[bin] += shares[likeliest];
            rightInBin[bin] += likeliest == gold ? 1 : 0;
            found++;
        }

        private Figures figures(long targets) {
            long toned = found - (confusion[0][1] + confusion[1][1] + confusion[2][1]);
            Figures figures = new Figures()
                    .with("targets", targets)
                    .withShare("found", found, targets)
                    .with("accuracy", agreement.accuracy())
                    .with("macro_f1", agreement.macroF1())
                    .with("f1_pos_neg", (agreement.f1(0) + agreement.f1(2)) / 2);
            for (int c = 0; c < CLASSES.size(); c += 2) {
                long told = confusion[0][c] + confusion[1][c] + confusion[2][c];
                long gold = confusion[c][0] + confusion[c][1] + confusion[c][2];
                figures.withShare(NAMES.get(c) + "_precision", confusion[c][c], told)
                        .withShare(NAMES.get(c) + "_recall", confusion[c][c], gold);
            }
            figures.withShare("toned_share", toned, found).with("calibration_error", calibrationError());
            for (int c = 0; c < CLASSES.size(); c += 2) {
                figures.with("extreme_" + NAMES.get(c), extreme[c])
                        .withShare("extreme_" + NAMES.get(c) + "_right", extremeRight[c], extreme[c]);
            }
            for (int gold = 0; gold < CLASSES.size(); gold++) {
                for (int told = 0; told < CLASSES.size(); told++) {
                    figures.with(NAMES.get(gold) + "_told_" + NAMES.get(told), confusion[gold][told]);
                }
            }
            return figures;
        }

        /** Of the likeliest class, in ten bins of equal width (Guo et al. 2017, "On calibration of modern neural networks"). */
        private double calibrationError() {
            double error = 0;
            for (int bin = 0; bin < BINS; bin++) {
                error += Math.abs(rightInBin[bin] - sureInBin[bin]);
            }
            return error / Math.max(1, found);
        }
    }
}

package org.newsweft.text.names.tagger;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.newsweft.text.Sentences;
import org.newsweft.text.Tokens;

/**
 * Trains the weights of {@link PerceptronTagger}: averaged perceptron with a margin (Collins 2002; the margin after
 * Crammer and Singer 2003), greedy from left to right, following its own labels so that it learns to recover from them.
 * The same documents and settings give the same weights to the bit.
 */
public final class PerceptronTrainer {
    /**
     * How to train.
     *
     * @param epochs passes over the documents
     * @param margin how far the right label must lead, in updates; below it the weights move
     * @param goldShare share of tokens after which the right label rather than the own one leads on
     * @param leastWeight features whose every averaged weight is at most this are dropped
     * @param unit what one stored unit of weight stands for
     * @param models trainings that differ only in the order of the documents; the weights are the mean of theirs
     */
    public record Settings(int epochs, float margin, float goldShare, float leastWeight, float unit, int models) {
        /** The settings of the model in the tree. */
        public static Settings standard() {
            return new Settings(4, 120, 0.3f, 0.35f, 0.1f, 1);
        }
    }

    private static final float CONFIDENCE_SCALE = 1500f;

    private final Settings settings;
    private final TaggerLexicon lexicon;
    private final TaggerFeatures features;
    private final GrowingWeights weights = new GrowingWeights();
    private final int[] buffer = new int[TaggerFeatures.MOST];
    private final float[] scores = new float[TagSet.SIZE];

    /** Tokens scored so far, the clock of the averaging. */
    private long steps = 1;

    private final Random random;

    private PerceptronTrainer(Settings settings, TaggerLexicon lexicon, int model) {
        this.settings = settings;
        this.lexicon = lexicon;
        this.features = new TaggerFeatures(lexicon.clusters());
        this.random = new Random(model);
    }

    /** Trains on {@code documents} and writes the model to {@code out}. */
    public static void train(List<TrainingDocument> documents, Settings settings, OutputStream out) throws IOException {
        TaggerLexicon lexicon = new TaggerLexicon(WordClusters.load());
        List<GrowingWeights> trained = IntStream.rangeClosed(1, settings.models())
                .parallel()
                .mapToObj(model -> new PerceptronTrainer(settings, lexicon, model).train(documents))
                .toList();
        write(GrowingWeights.mean(trained), settings, out);
    }

    private GrowingWeights train(List<TrainingDocument> documents) {
        List<TrainingDocument> order = new ArrayList<>(documents);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (TrainingDocument document : order) {
                learn(document);
            }
        }
        weights.average(steps);
        return weights;
    }

    private void learn(TrainingDocument document) {
        TaggerText text = new TaggerText(document.text(), Sentences.of(document.text()), lexicon);
        int[] gold = labelsOf(document, text);
        LabelHistory history = new LabelHistory(text.words());
        int[] labels = new int[text.size];
        for (int i = 0; i < text.size; i++) {
            if (!text.skipped[i]) {
                labels[i] = learn(text, i, gold[i], labels, history);
                if (text.isCapitalized(i)) {
                    history.add(text.word[i], labels[i]);
                }
            }
        }
    }

    /** Scores one token, moves the weights if need be, and returns the label to go on with. */
    private int learn(TaggerText text, int i, int gold, int[] labels, LabelHistory history) {
        steps++;
        int previous = text.isNear(i, -1) ? labels[i - 1] : TagSet.OUTSIDE;
        int beforeThat = text.isNear(i, -2) ? labels[i - 2] : TagSet.OUTSIDE;
        boolean atEnd = !text.isNear(i, 1) || text.skipped[i + 1];
        int count = featuresOf(text, i, previous, beforeThat, history);
        Arrays.fill(scores, 0);
        for (int k = 0; k < count; k++) {
            weights.addTo(buffer[k], scores);
        }
        int best = bestLegal(previous, atEnd);
        int rival = best == gold ? bestOther(gold) : best;
        if (best != gold || scores[gold] - scores[rival] < settings.margin()) {
            for (int k = 0; k < count; k++) {
                weights.move(buffer[k], gold, rival, steps);
            }
        }
        boolean followGold = TagSet.isLegal(previous, gold, false) && random.nextFloat() < settings.goldShare();
        return followGold ? gold : best;
    }

    private int featuresOf(TaggerText text, int i, int previous, int beforeThat, LabelHistory history) {
        int count = 0;
        for (int role = 0; role < TaggerFeatures.ROLES; role++) {
            int distance = TaggerFeatures.DISTANCE[role];
            int word = text.isNear(i, distance) ? text.word[i + distance] : TaggerFeatures.NO_WORD;
            count = features.ofWord(text, word, role, buffer, count);
        }
        count = features.joint(text, i, buffer, count);
        int summary = text.isCapitalized(i) ? history.summaryOf(text.word[i]) : TaggerFeatures.NO_HISTORY;
        buffer[count++] = TaggerFeatures.ofHistory(summary);
        return features.labels(text, i, previous, beforeThat, summary, buffer, count);
    }

    private int bestLegal(int previous, boolean atEnd) {
        int best = -1;
        for (int label = 0; label < TagSet.SIZE; label++) {
            if (TagSet.isLegal(previous, label, atEnd) && (best < 0 || scores[label] > scores[best])) {
                best = label;
            }
        }
        return Math.max(best, TagSet.OUTSIDE);
    }

    private int bestOther(int gold) {
        int best = -1;
        for (int label = 0; label < TagSet.SIZE; label++) {
            if (label != gold && (best < 0 || scores[label] > scores[best])) {
                best = label;
            }
        }
        return best;
    }

    /** The gold label of each token. */
    private static int[] labelsOf(TrainingDocument document, TaggerText text) {
        int[] labels = new int[text.size];
        for (TaggedName name : document.names()) {
            Tokens tokens = text.tokens;
            int from = tokens.indexAt(name.span().start());
            int to = endOf(document.text(), tokens, from, name.span().end());
            if (from < to && isFree(text, labels, from, to)) {
                for (int i = from; i < to; i++) {
                    int inner = i == from ? TagSet.BEGIN : i == to - 1 ? TagSet.LAST : TagSet.INSIDE;
                    labels[i] = TagSet.label(name.type(), to - from == 1 ? TagSet.UNIT : inner);
                }
            }
        }
        return labels;
    }

    /** One past the last token inside the span, or cut by it only before the full stop of an abbreviation. */
    private static int endOf(String text, Tokens tokens, int from, int end) {
        int to = from;
        while (to < tokens.size()
                && (tokens.end(to) <= end
                        || (tokens.end(to) == end + 1 && text.charAt(end) == '.' && tokens.start(to) < end))) {
            to++;
        }
        return to;
    }

    private static boolean isFree(TaggerText text, int[] labels, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean otherSentence = text.tokens.sentenceOf(i) != text.tokens.sentenceOf(from);
            if (otherSentence || text.skipped[i] || labels[i] != TagSet.OUTSIDE) {
                return false;
            }
        }
        return true;
    }

    private static void write(GrowingWeights weights, Settings settings, OutputStream out) throws IOException {
        long[] kept = weights.above(settings.leastWeight());
        DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16));
        data.writeInt(PerceptronTagger.MAGIC);
        data.writeFloat(CONFIDENCE_SCALE);
        data.writeInt(kept.length);
        long before = Integer.MIN_VALUE;
        for (long entry : kept) {
            writeVariable(data, (entry >> 32) - before);
            before = entry >> 32;
        }
        short[] row = new short[TagSet.SIZE];
        for (long entry : kept) {
            weights.quantised((int) entry, settings.unit(), row);
            WeightTable.writeRow(data, row);
        }
        data.close();
    }

    static void writeVariable(DataOutputStream data, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            data.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        data.writeByte((int) rest);
    }
}

package org.newsweft.text.names.tagger;

/**
 * Labels one document: stretches of tokens near capitals, from left to right, each by a search that keeps the best few
 * sequences of labels. What a word was labelled earlier in the document counts from the next stretch on.
 */
final class BeamDecoder {
    private static final int WIDTH = 4;

    private final TaggerText text;
    private final TaggerFeatures features;
    private final WeightTable weights;
    private final LabelHistory history;
    private final int[] buffer = new int[TaggerFeatures.MOST];

    /** Sums of the weights that each distinct word gives in each role, filled when first needed. */
    private final int[][] wordScores;

    private final int[] labels;
    private final int[] margins;

    /** Scores of the labels of the stretch at hand that do not depend on other labels. */
    private int[] fixed = new int[64 * TagSet.SIZE];

    private final Beam beam = new Beam();

    BeamDecoder(TaggerText text, TaggerFeatures features, WeightTable weights) {
        this.text = text;
        this.features = features;
        this.weights = weights;
        this.history = new LabelHistory(text.words());
        this.wordScores = new int[text.words() * TaggerFeatures.ROLES][];
        this.labels = new int[text.size];
        this.margins = new int[text.size];
    }

    /** The label of every token. */
    int[] decode() {
        int i = 0;
        while (i < text.size) {
            if (text.skipped[i]) {
                i++;
                continue;
            }
            int to = i + 1;
            while (to < text.size && !text.skipped[to] && text.tokens.sentenceOf(to) == text.tokens.sentenceOf(i)) {
                to++;
            }
            decodeStretch(i, to);
            i = to;
        }
        return labels;
    }

    /** How far the labels of these tokens were ahead of any label of another class, at the least. */
    int margin(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, margins[i]);
        }
        return least;
    }

    private void decodeStretch(int from, int to) {
        int length = to - from;
        if (fixed.length < length * TagSet.SIZE) {
            fixed = new int[length * TagSet.SIZE * 2];
        }
        beam.begin(length);
        int[] scores = new int[TagSet.SIZE];
        for (int i = from; i < to; i++) {
            java.util.Arrays.fill(scores, 0);
            addFixed(i, scores);
            int summary = text.isCapitalized(i) ? history.summaryOf(text.word[i]) : TaggerFeatures.NO_HISTORY;
            weights.addTo(TaggerFeatures.ofHistory(summary), scores);
            System.arraycopy(scores, 0, fixed, (i - from) * TagSet.SIZE, TagSet.SIZE);
            beam.extend(i, i == to - 1, scores, summary);
        }
        beam.readBack(from, length);
        for (int i = from; i < to; i++) {
            margins[i] = marginAt(i, (i - from) * TagSet.SIZE);
            if (text.isCapitalized(i)) {
                history.add(text.word[i], labels[i]);
            }
        }
    }

    private int marginAt(int i, int at) {
        int rival = Integer.MIN_VALUE;
        for (int label = 0; label < TagSet.SIZE; label++) {
            if (TagSet.classOf(label) != TagSet.classOf(labels[i])) {
                rival = Math.max(rival, fixed[at + label]);
            }
        }
        return fixed[at + labels[i]] - rival;
    }

    private void addFixed(int i, int[] scores) {
        for (int role = 0; role < TaggerFeatures.ROLES; role++) {
            int distance = TaggerFeatures.DISTANCE[role];
            if (text.isNear(i, distance)) {
                int[] sum = wordScores(text.word[i + distance], role);
                for (int label = 0; label < TagSet.SIZE; label++) {
                    scores[label] += sum[label];
                }
            } else {
                add(features.ofWord(text, TaggerFeatures.NO_WORD, role, buffer, 0), scores);
            }
        }
        add(features.joint(text, i, buffer, 0), scores);
    }

    private int[] wordScores(int word, int role) {
        int at = word * TaggerFeatures.ROLES + role;
        if (wordScores[at] == null) {
            wordScores[at] = new int[TagSet.SIZE];
            add(features.ofWord(text, word, role, buffer, 0), wordScores[at]);
        }
        return wordScores[at];
    }

    private void add(int count, int[] scores) {
        for (int k = 0; k < count; k++) {
            weights.addTo(buffer[k], scores);
        }
    }

    /** The best sequences so far; two that end in the same two labels are one. */
    private final class Beam {
        private int size;
        private final int[] score = new int[WIDTH];
        private final int[] last = new int[WIDTH];
        private final int[] beforeLast = new int[WIDTH];

        private final int[] nextScore = new int[WIDTH];
        private final int[] nextLast = new int[WIDTH];
        private final int[] nextBeforeLast = new int[WIDTH];

        private int[] chosenLabel = new int[64 * WIDTH];
        private int[] cameFrom = new int[64 * WIDTH];
        private int position;

        /** Best way into each pair of labels: score and beam entry; the entry is -1 where there is none. */
        private final int[] pairScore = new int[TagSet.SIZE * TagSet.SIZE];

        private final int[] pairFrom = new int[TagSet.SIZE * TagSet.SIZE];
        private final int[] ahead = new int[TagSet.SIZE];

        private void begin(int length) {
            size = 1;
            score[0] = 0;
            last[0] = TagSet.OUTSIDE;
            beforeLast[0] = TagSet.OUTSIDE;
            position = 0;
            if (chosenLabel.length < length * WIDTH) {
                chosenLabel = new int[length * WIDTH * 2];
                cameFrom = new int[length * WIDTH * 2];
            }
        }

        private void extend(int i, boolean atEnd, int[] scores, int summary) {
            int next = 0;
            java.util.Arrays.fill(pairFrom, -1);
            for (int entry = 0; entry < size; entry++) {
                System.arraycopy(scores, 0, ahead, 0, TagSet.SIZE);
                add(features.labels(text, i, last[entry], beforeLast[entry], summary, buffer, 0), ahead);
                for (int label = 0; label < TagSet.SIZE; label++) {
                    if (TagSet.isLegal(last[entry], label, atEnd)) {
                        offer(last[entry] * TagSet.SIZE + label, score[entry] + ahead[label], entry);
                    }
                }
            }
            for (int pair = 0; pair < pairFrom.length; pair++) {
                if (pairFrom[pair] >= 0) {
                    next = keep(pair, next);
                }
            }
            advance(next);
        }

        private void offer(int pair, int total, int entry) {
            if (pairFrom[pair] < 0 || total > pairScore[pair]) {
                pairScore[pair] = total;
                pairFrom[pair] = entry;
            }
        }

        /** Puts a pair among the best, kept in falling order of score; of equals the first stays ahead. */
        private int keep(int pair, int kept) {
            int total = pairScore[pair];
            if (kept == WIDTH && total <= nextScore[WIDTH - 1]) {
                return kept;
            }
            int at = Math.min(kept, WIDTH - 1);
            while (at > 0 && nextScore[at - 1] < total) {
                nextScore[at] = nextScore[at - 1];
                nextLast[at] = nextLast[at - 1];
                at--;
            }
            nextScore[at] = total;
            nextLast[at] = pair;
            return Math.min(WIDTH, kept + 1);
        }

        private void advance(int kept) {
            for (int entry = 0; entry < kept; entry++) {
                int pair = nextLast[entry];
                chosenLabel[position * WIDTH + entry] = pair % TagSet.SIZE;
                cameFrom[position * WIDTH + entry] = pairFrom[pair];
                nextBeforeLast[entry] = pair / TagSet.SIZE;
                score[entry] = nextScore[entry];
            }
            for (int entry = 0; entry < kept; entry++) {
                beforeLast[entry] = nextBeforeLast[entry];
                last[entry] = nextLast[entry] % TagSet.SIZE;
            }
            size = kept;
            position++;
        }

        private void readBack(int from, int length) {
            int entry = 0;
            for (int k = length - 1; k >= 0; k--) {
                labels[from + k] = chosenLabel[k * WIDTH + entry];
                entry = cameFrom[k * WIDTH + entry];
            }
        }
    }
}

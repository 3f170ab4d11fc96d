package org.newsweft.text.tone;

import org.newsweft.text.tone.roles.MaskedSentence;

/**
 * What the network reads of a sentence from one target: for each of at most {@value #LIMIT} positions around the first
 * mention a word, its distance to the target, whether it is negated and its value; and the lexical features of the
 * whole sentence.
 */
final class TargetEncoding {
    static final int LIMIT = 64;
    /** Distances are told apart in this many classes. */
    static final int DISTANCES = 15;

    private static final float VALUE_UNIT = 2;

    final int length;
    final int[] words;
    final int[] distances;
    final boolean[] negated;
    final float[] values;
    /** 1 / (1 + distance / 3). */
    final float[] weights;

    final float[] features;

    private TargetEncoding(int length, float[] features) {
        this.length = length;
        this.words = new int[length];
        this.distances = new int[length];
        this.negated = new boolean[length];
        this.values = new float[length];
        this.weights = new float[length];
        this.features = features;
    }

    static TargetEncoding of(MaskedSentence sentence) {
        return of(sentence, LexicalFeatures.of(sentence));
    }

    /** Encodes a sentence with features of the caller's. */
    static TargetEncoding of(MaskedSentence sentence, float[] features) {
        int from = Math.max(0, Math.min(sentence.firstTarget() - LIMIT / 2, sentence.length() - LIMIT));
        int length = Math.min(LIMIT, sentence.length() - from);
        TargetEncoding encoding = new TargetEncoding(length, features);
        for (int i = 0; i < length; i++) {
            int position = from + i;
            int distance = sentence.distance(position);
            encoding.words[i] = sentence.number(position);
            encoding.distances[i] = distanceClass(distance);
            encoding.negated[i] = sentence.isNegated(position);
            encoding.values[i] = (float) sentence.value(position) / VALUE_UNIT;
            encoding.weights[i] = 1 / (1 + Math.abs(distance) / 3f);
        }
        return encoding;
    }

    /** 7 for the target itself, less before it and more after it, in steps that widen with the distance. */
    static int distanceClass(int distance) {
        int size = Math.abs(distance);
        int step;
        if (size <= 3) {
            step = size;
        } else if (size <= 5) {
            step = 4;
        } else if (size <= 9) {
            step = 5;
        } else {
            step = size <= 16 ? 6 : 7;
        }
        return DISTANCES / 2 + (distance > 0 ? step : -step);
    }
}

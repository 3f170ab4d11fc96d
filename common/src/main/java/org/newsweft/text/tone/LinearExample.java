package org.newsweft.text.tone;

/** What a linear model sees of a sentence: lexical features, and the buckets of its words and pairs of words. */
final class LinearExample {
    final float[] features;
    /** Ascending, each once. */
    final int[] ngrams;

    LinearExample(float[] features, int[] ngrams) {
        this.features = features;
        this.ngrams = ngrams;
    }
}

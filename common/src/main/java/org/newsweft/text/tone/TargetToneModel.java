package org.newsweft.text.tone;

/** Judges the tone of a masked sentence toward its target. */
interface TargetToneModel {
    /** Logits of negative, neutral and positive, in this order. */
    double[] logits(MaskedSentence sentence);
}

package org.newsweft.text.tone;

import org.newsweft.text.tone.roles.MaskedSentence;

/** Judges the tone of a masked sentence toward its target. */
interface TargetToneModel {
    /** Logits of negative, neutral and positive, in this order. */
    double[] logits(MaskedSentence sentence);
}

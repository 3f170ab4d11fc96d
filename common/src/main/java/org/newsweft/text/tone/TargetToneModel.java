package org.newsweft.text.tone;

import java.util.List;

/** Tells the tone of a sentence toward the targets in it. */
interface TargetToneModel {
    /**
     * The tone toward each target, in order.
     *
     * @param sentence the sentence, offsets of the targets are into it
     * @param targets the entities named in it
     */
    List<TargetTone> tones(String sentence, List<Target> targets);
}

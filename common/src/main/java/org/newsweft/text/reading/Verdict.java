package org.newsweft.text.reading;

/**
 * What became of a block.
 *
 * @param label what it is
 * @param kept true if it is part of the body
 * @param rule why
 */
record Verdict(BlockLabel label, boolean kept, String rule) {
    static Verdict drop(BlockLabel label, String rule) {
        return new Verdict(label, false, rule);
    }

    static Verdict keep(BlockLabel label, String rule) {
        return new Verdict(label, true, rule);
    }
}

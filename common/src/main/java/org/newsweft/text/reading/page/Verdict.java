package org.newsweft.text.reading.page;

/**
 * What became of a block.
 *
 * @param label what it is
 * @param kept true if it is part of the body
 * @param rule why
 */
public record Verdict(BlockLabel label, boolean kept, String rule) {
    public static Verdict drop(BlockLabel label, String rule) {
        return new Verdict(label, false, rule);
    }

    public static Verdict keep(BlockLabel label, String rule) {
        return new Verdict(label, true, rule);
    }
}

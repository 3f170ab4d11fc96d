package org.newsweft.text.reading.body;

import java.util.Objects;
import org.newsweft.text.reading.page.BlockLabel;

/**
 * One non-empty line of the raw text and what became of it.
 *
 * @param number from 0, in the order of the text
 * @param start first UTF-16 unit in the raw text, white space at the edges left out
 * @param end one past the last UTF-16 unit in the raw text
 * @param text the raw text from {@code start} to {@code end}
 * @param label what the block is
 * @param kept true if it is part of the body
 * @param rule why, in a few readable words
 */
public record Block(int number, int start, int end, String text, BlockLabel label, boolean kept, String rule) {
    public Block {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(rule, "rule");
        if (number < 0 || start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException("not a block: " + number + " at " + start + " to " + end);
        }
    }
}

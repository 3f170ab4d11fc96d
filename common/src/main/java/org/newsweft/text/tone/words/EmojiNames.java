package org.newsweft.text.tone.words;

import java.util.HashMap;
import java.util.Map;
import org.newsweft.text.Resources;

/** Emoji of one code point by VADER's description of them, which its lexicon can value (vaderSentiment 3.3.2, MIT). */
final class EmojiNames {
    /** No emoji has a smaller code. */
    private static final int FIRST = 0xA9;

    private final Map<Integer, String> names;

    private EmojiNames(Map<Integer, String> names) {
        this.names = names;
    }

    static EmojiNames load() {
        Map<Integer, String> names = new HashMap<>();
        for (String line : Resources.lines(EmojiNames.class, "emoji_utf8_lexicon.txt")) {
            String[] fields = line.strip().split("\t", -1);
            if (fields[0].codePointCount(0, fields[0].length()) == 1) {
                names.put(fields[0].codePointAt(0), fields[1]);
            }
        }
        return new EmojiNames(Map.copyOf(names));
    }

    /** {@code text} with each emoji written out, and a space before it where there was none. */
    String describe(String text) {
        if (text.chars().allMatch(c -> c < FIRST)) {
            return text;
        }
        StringBuilder described = new StringBuilder(text.length() + 32);
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String name = c < FIRST ? null : names.get(c);
            if (name == null) {
                described.appendCodePoint(c);
                afterSpace = c == ' ';
            } else {
                if (!afterSpace) {
                    described.append(' ');
                }
                described.append(name);
                afterSpace = false;
            }
            i += Character.charCount(c);
        }
        return described.toString();
    }
}

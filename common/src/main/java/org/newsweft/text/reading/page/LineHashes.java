package org.newsweft.text.reading.page;

import java.util.Locale;
import java.util.Set;

/**
 * Hashes of lines by what they say: letters in lower case and digits, everything else only separates (64-bit FNV-1a).
 * Lines of a template that carries a time or a count ("Updated 3:14 PM ET, Mon July 6", "15 comments") are the same line
 * whatever the numbers, months and weekdays in them; in all other lines a number is news.
 */
public final class LineHashes {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int MAX_TEMPLATE_WORDS = 16;
    private static final Set<String> CALENDAR_WORDS = Set.of(
            ("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm"
                            + " a p m st nd rd th")
                    .split(" ", -1));

    private LineHashes() {}

    /** One hash for each block; 0 for a block without a letter or digit. */
    public static long[] of(Page page) {
        long[] hashes = new long[page.size()];
        for (TextBlock block : page.blocks()) {
            hashes[block.number] = isTemplate(block) ? ofTemplate(block) : of(block.text);
        }
        return hashes;
    }

    /** Hash of a line taken as it is, numbers included; 0 if it has no letter or digit. */
    public static long of(String line) {
        long hash = OFFSET_BASIS;
        boolean inWord = false;
        boolean empty = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = (hash ^ Character.toLowerCase(c)) * PRIME;
                inWord = true;
                empty = false;
            } else if (inWord) {
                hash = (hash ^ ' ') * PRIME;
                inWord = false;
            }
        }
        return empty ? 0 : inWord ? (hash ^ ' ') * PRIME : hash;
    }

    private static boolean isTemplate(TextBlock block) {
        return block.digits > 0
                && block.words <= MAX_TEMPLATE_WORDS
                && !block.isProse()
                && (block.has(Marker.UPDMETA)
                        || block.has(Marker.TIME)
                        || block.has(Marker.COMMENT)
                        || block.has(Marker.SHARE));
    }

    private static long ofTemplate(TextBlock block) {
        StringBuilder fixed = new StringBuilder("template");
        for (int i = 0; i < block.parts.length; i++) {
            String part =
                    block.text.substring(block.partStarts[i], block.partEnds[i]).toLowerCase(Locale.ROOT);
            boolean varies =
                    Character.isDigit(part.charAt(0)) || MonthNames.number(part) > 0 || CALENDAR_WORDS.contains(part);
            if (!varies) {
                fixed.append(' ').append(part);
            }
        }
        return of(fixed.toString());
    }
}

package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/**
 * Finds where two words were glued together when a page was turned into text: "agencyXinhua", "cybersecurity.Kerry’s",
 * "Xinhua,Wang", "priceswhen", "Israel’swar". A split needs evidence from the document itself: the parts stand in it as
 * words of their own, or one of them is a function word that begins or ends hardly any word, and the glued form stands
 * there only once. Names such as McDonald, iPhone or YouTube are left alone.
 */
public final class GluedWords {
    private static final int MIN_PART = 4;
    private static final int MIN_STOPPED_PART = 3;

    private static final int MIN_GLUED = 6;

    /** Function words with which hardly any other word begins: not "for", "over" or "when", as in "whenever". */
    private static final String[] FIRST =
            "the that this these those they their which was were has have had are would could should from and been because"
                    .split(" ", -1);

    /** Function words with which hardly any other word ends: not "will", "over" or "its", as in "profits". */
    private static final String[] LAST =
            ("the that this these those they their which was were has have had would could should from and been because"
                            + " with who when about before for than but said")
                    .split(" ", -1);

    /** And these, if a name comes before them. */
    private static final String[] AFTER_NAMES = "is has was to and said".split(" ", -1);

    /** How often each run of letters stands in the document, as written. */
    private final Map<String, Integer> written = new HashMap<>();

    private GluedWords(Page page) {
        for (TextBlock block : page.blocks()) {
            for (int i = 0; i < block.parts.length; i++) {
                written.merge(block.text.substring(block.partStarts[i], block.partEnds[i]), 1, Integer::sum);
            }
        }
    }

    /**
     * Where a space is missing.
     *
     * @return for each block its offsets into {@link TextBlock#text}, ascending; blocks without any are absent
     */
    public static Map<Integer, List<Integer>> find(Page page) {
        Map<Integer, List<Integer>> splits = new HashMap<>();
        GluedWords evidence = null;
        int[] counts = counts(page);
        for (TextBlock block : page.blocks()) {
            for (int i = 0; i < block.parts.length; i++) {
                int lost = counts[block.parts[i]] == 1 ? lostSpace(page, block, i) : -1;
                if (lost >= 0) {
                    splits.computeIfAbsent(block.number, key -> new ArrayList<>())
                            .add(lost);
                    continue;
                }
                int candidate = candidate(block, i);
                if (candidate < 0 || !occurs(page, block.text.substring(candidate, block.partEnds[i]))) {
                    continue;
                }
                evidence = evidence == null ? new GluedWords(page) : evidence;
                if (evidence.supports(block, i, candidate)) {
                    splits.computeIfAbsent(block.number, key -> new ArrayList<>())
                            .add(candidate);
                }
            }
        }
        return splits;
    }

    private static int[] counts(Page page) {
        int[] counts = new int[page.vocabulary().size()];
        for (TextBlock block : page.blocks()) {
            for (int part : block.parts) {
                counts[part]++;
            }
        }
        return counts;
    }

    /** Where a word of the page and a function word, or an ending 's and a word, stand in one part of a block; or -1. */
    private static int lostSpace(Page page, TextBlock block, int part) {
        int start = block.partStarts[part];
        int end = block.partEnds[part];
        String text = block.text;
        boolean afterApostrophe = start > 1 && "'’".indexOf(text.charAt(start - 1)) >= 0;
        if (afterApostrophe) {
            boolean possessive = text.charAt(start) == 's' && Character.isLetter(text.charAt(start - 2));
            return possessive && isWord(page, text, start + 1, end, MIN_STOPPED_PART) ? start + 1 : -1;
        }
        if (end - start < MIN_GLUED || !isLower(text, start + 1, end)) {
            return -1;
        }
        for (String word : LAST) {
            int at = end - word.length();
            if (text.startsWith(word, at) && isWord(page, text, start, at, MIN_PART)) {
                return at;
            }
        }
        if (Character.isUpperCase(text.charAt(start))) {
            for (String word : AFTER_NAMES) {
                int at = end - word.length();
                if (text.startsWith(word, at)
                        && isWord(page, text, start, at, MIN_PART)
                        && !isFunctionWord(page, text, start, at)) {
                    return at;
                }
            }
            return -1;
        }
        for (String word : FIRST) {
            int at = start + word.length();
            if (text.startsWith(word, start) && isWord(page, text, at, end, MIN_PART)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isWord(Page page, String text, int from, int to, int atLeast) {
        if (to - from < atLeast) {
            return false;
        }
        return page.vocabulary().find(text.substring(from, to).toLowerCase(Locale.ROOT)) >= 0;
    }

    private static boolean isFunctionWord(Page page, String text, int from, int to) {
        return page.vocabulary()
                .isFunctionWord(page.vocabulary().find(text.substring(from, to).toLowerCase(Locale.ROOT)));
    }

    private static boolean isLower(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean occurs(Page page, String word) {
        return page.vocabulary().find(word.toLowerCase(Locale.ROOT)) >= 0;
    }

    /** Offset inside or right before a part at which it looks glued, or -1. */
    private static int candidate(TextBlock block, int part) {
        int start = block.partStarts[part];
        int end = block.partEnds[part];
        String text = block.text;
        if (part > 0 && start == block.partEnds[part - 1] + 1 && end - start >= MIN_STOPPED_PART) {
            char mark = text.charAt(start - 1);
            char before = text.charAt(start - 2);
            boolean stop = mark == '.' && Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(before);
            boolean comma = (mark == ',' || mark == ';')
                    && Character.isLetter(text.charAt(start))
                    && Character.isLetter(before);
            if (stop || comma) {
                return start;
            }
        }
        for (int i = start + MIN_PART; i + MIN_PART <= end; i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    private boolean supports(TextBlock block, int part, int at) {
        int start = block.partStarts[part];
        String right = block.text.substring(at, block.partEnds[part]);
        if (at == start) {
            String left = block.text.substring(block.partStarts[part - 1], block.partEnds[part - 1]);
            boolean fullStop = block.text.charAt(start - 1) == '.';
            return left.length() >= MIN_STOPPED_PART && count(right) > 1 && (!fullStop || count(left) > 1);
        }
        String left = block.text.substring(start, at);
        String glued = block.text.substring(start, block.partEnds[part]);
        if (count(glued) > 1 || count(right) == 0 || !isCapitalised(right)) {
            return false;
        }
        if (Character.isLowerCase(left.charAt(0))) {
            return isLower(left);
        }
        // A section label glued to a headline, and nothing else: names are written like this on purpose.
        return part == 0 && isCapitalised(left) && count(left.toLowerCase(Locale.ROOT)) + count(left) > 0;
    }

    private int count(String word) {
        return written.getOrDefault(word, 0);
    }

    private static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.charAt(0)) && isLower(word.substring(1));
    }

    private static boolean isLower(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isLowerCase);
    }
}

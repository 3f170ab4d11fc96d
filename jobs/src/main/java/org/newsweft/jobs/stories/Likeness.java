package org.newsweft.jobs.stories;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two texts in nearly the same words tell the same story. Texts from one template (a weather warning for another
 * county, a notice to the shareholders of another firm) differ in little but their names and numbers, and tell others;
 * so do texts of which no more than the same few sentences is left under titles that have nothing in common.
 */
final class Likeness {
    /** A name or a number in the midst of a sentence: a capital at its start says nothing. */
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:)'’”\"–—-] )[\"“(‘$£€]?([\\p{Lu}\\p{N}][\\p{L}\\p{N}:.,'’-]*)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Each text has as many names that the other has not. */
    private static final int FEWEST_OTHER = 3;

    /** Copies of agency reports share three in four names of the shorter one, texts of one template a third or half. */
    private static final double FEW_SHARED = .6;

    private static final double MOST_SHARED = .85;

    /** Fewer words than a paragraph may be left of two different articles. */
    private static final int SHORT = 60;

    private static final double OF_ONE_TITLE = .3;

    /** Function words, which any two titles share. */
    private static final int SHORTEST_TITLE_WORD = 4;

    private Likeness() {}

    /** False if the texts, however alike, are about others. */
    static boolean isOneStory(String titleA, String textA, String titleB, String textB) {
        return !isOneTemplate(textA, textB) && (!isShort(textA) || !isShort(textB) || mayBeOneTitle(titleA, titleB));
    }

    private static boolean isOneTemplate(String textA, String textB) {
        Map<String, Integer> a = names(textA);
        Map<String, Integer> b = names(textB);
        Set<String> shared = new HashSet<>(a.keySet());
        shared.retainAll(b.keySet());
        int fewer = Math.min(a.size(), b.size());
        if (fewer - shared.size() < FEWEST_OTHER || shared.size() > MOST_SHARED * fewer) {
            return false;
        }
        return shared.size() < FEW_SHARED * fewer || (hasOwnSubject(a, b) && hasOwnSubject(b, a));
    }

    /** True if a name that the other has not is among those that are named most. */
    private static boolean hasOwnSubject(Map<String, Integer> names, Map<String, Integer> others) {
        int most = 0;
        int mostOfOwn = 0;
        for (Map.Entry<String, Integer> name : names.entrySet()) {
            most = Math.max(most, name.getValue());
            mostOfOwn = others.containsKey(name.getKey()) ? mostOfOwn : Math.max(mostOfOwn, name.getValue());
        }
        return mostOfOwn > 1 && 2 * mostOfOwn >= most;
    }

    private static Map<String, Integer> names(String text) {
        Map<String, Integer> names = new HashMap<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.merge(plain(name.group(1)), 1, Integer::sum);
        }
        return names;
    }

    private static String plain(String name) {
        int end = name.length();
        while (end > 0 && ".,:'’-".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean isPossessive = end > 2 && (name.startsWith("'s", end - 2) || name.startsWith("’s", end - 2));
        return name.substring(0, isPossessive ? end - 2 : end);
    }

    private static boolean isShort(String text) {
        Matcher word = WORD.matcher(text);
        int words = 0;
        while (words <= SHORT && word.find()) {
            words++;
        }
        return words <= SHORT;
    }

    private static boolean mayBeOneTitle(String titleA, String titleB) {
        Set<String> a = words(titleA);
        Set<String> b = words(titleB);
        int fewer = Math.min(a.size(), b.size());
        a.retainAll(b);
        return fewer == 0 || a.size() >= OF_ONE_TITLE * fewer;
    }

    private static Set<String> words(String title) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(title == null ? "" : title.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (word.end() - word.start() >= SHORTEST_TITLE_WORD) {
                words.add(word.group());
            }
        }
        return words;
    }
}

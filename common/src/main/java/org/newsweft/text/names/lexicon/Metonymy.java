package org.newsweft.text.names.lexicon;

import java.util.Set;

/**
 * Tells a seat of government that acts ("Beijing canceled", "Seoul officials", "blamed Pyongyang") from the place ("a trip
 * to Beijing"). Decided by the word before and the word after, across an enumeration ("in London and Paris").
 */
public final class Metonymy {
    private final Set<String> prepositions;
    private final Set<String> actions;
    private final Set<String> partners;
    private final Set<String> government;
    private final Set<String> placeNouns;

    private Metonymy(WordLists words) {
        prepositions = words.of("preposition");
        actions = words.of("action");
        partners = words.of("partner");
        government = words.of("government");
        placeNouns = words.of("city_noun");
    }

    public static Metonymy load() {
        return new Metonymy(WordLists.load());
    }

    /** Whether the seat named by tokens {@code from} to {@code to} stands for its government there. */
    public boolean actsAsGovernment(NameText text, int from, int to) {
        String before = text.lowerNear(beginningOfEnumeration(text, from), -1);
        if (prepositions.contains(before) || before.equals("into") || before.equals("via") || before.equals("of")) {
            return "to".equals(before) && isInfinitive(text, to);
        }
        int last = to - 1;
        String after = text.lowerNear(last, 1);
        if (isPossessive(after)) {
            return hasGovernmentNoun(text, last + 2);
        }
        if (government.contains(after)) {
            return true;
        }
        if (placeNouns.contains(after)
                || (after.equals("-") && text.lowerNear(last, 2).equals("based"))) {
            return false;
        }
        return partners.contains(before) || isVerb(text.lowerNear(endOfEnumeration(text, to) - 1, 1));
    }

    /** "That prompted to Beijing to repeat": a second infinitive after the name. */
    private boolean isInfinitive(NameText text, int to) {
        return text.lowerNear(to - 1, 1).equals("to");
    }

    private static boolean isPossessive(String word) {
        return word.equals("'s") || word.equals("’s") || word.equals("'") || word.equals("’");
    }

    /** A noun of government within the next three words, as in "Beijing's new foreign ministry". */
    private boolean hasGovernmentNoun(NameText text, int from) {
        for (int i = from; i < from + 3 && i < text.size() && text.isNear(from - 1, i - from + 1); i++) {
            if (government.contains(text.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerb(String word) {
        return actions.contains(word)
                || (word.length() > 4 && word.endsWith("ed") && Character.isLowerCase(word.charAt(0)));
    }

    private static int beginningOfEnumeration(NameText text, int from) {
        int at = from;
        for (int steps = 0; steps < 3; steps++) {
            String before = text.lowerNear(at, -1);
            boolean joined = before.equals("and") || before.equals("or") || before.equals(",");
            if (!joined || !text.isCapitalizedNear(at, -2)) {
                break;
            }
            at -= 2;
            while (text.isCapitalizedNear(at, -1)) {
                at--;
            }
        }
        return at;
    }

    private static int endOfEnumeration(NameText text, int to) {
        int end = to;
        for (int steps = 0; steps < 3; steps++) {
            String after = text.lowerNear(end - 1, 1);
            boolean joined = after.equals("and") || after.equals("or") || after.equals(",");
            if (!joined || !text.isCapitalizedNear(end - 1, 2)) {
                break;
            }
            end += 2;
            while (text.isCapitalizedNear(end - 1, 1)) {
                end++;
            }
        }
        return end;
    }
}

package org.newsweft.text.tone.words;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * English inflection of the entries of our word lists, by rule. A final consonant written twice in the inflected forms
 * is marked with an asterisk ({@code plan*}: planned, planning).
 */
public final class InflectedWords {
    private InflectedWords() {}

    /** The base, third person, past and -ing form of a regular verb. */
    public static Set<String> ofVerb(String entry) {
        boolean doubled = entry.endsWith("*");
        String base = doubled ? entry.substring(0, entry.length() - 1) : entry;
        String stem = doubled ? base + base.charAt(base.length() - 1) : base;
        Set<String> forms = new LinkedHashSet<>();
        forms.add(base);
        forms.add(withS(base));
        if (endsInConsonantAndY(base)) {
            forms.add(base.substring(0, base.length() - 1) + "ied");
        } else {
            forms.add(base.endsWith("e") ? base + "d" : stem + "ed");
        }
        boolean silentE = base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("ye") && !base.endsWith("oe");
        forms.add(silentE ? base.substring(0, base.length() - 1) + "ing" : stem + "ing");
        return forms;
    }

    /** A noun and its plural. */
    public static Set<String> ofNoun(String base) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(base);
        forms.add(withS(base));
        return forms;
    }

    private static String withS(String base) {
        if (endsInConsonantAndY(base)) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        boolean hissing = base.endsWith("s")
                || base.endsWith("x")
                || base.endsWith("z")
                || base.endsWith("ch")
                || base.endsWith("sh")
                || base.endsWith("o");
        return hissing ? base + "es" : base + "s";
    }

    private static boolean endsInConsonantAndY(String base) {
        return base.length() > 1 && base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
    }
}

package org.newsweft.text.tone.words;

import java.util.HashMap;
import java.util.Map;

/** What function a word or sign can have in a sentence, as a set of bits. */
public final class WordTraits {
    public static final int NEGATION = 1;
    /** Ends the reach of a negation. */
    public static final int STOP = 1 << 1;

    public static final int CLAUSE_BREAK = 1 << 2;
    public static final int QUOTE_OPENS = 1 << 3;
    public static final int QUOTE_CLOSES = 1 << 4;
    public static final int REPORTING_VERB = 1 << 5;
    public static final int INTENSIFIER = 1 << 6;
    public static final int PRONOUN = 1 << 7;
    /** Written with a capital in the middle of a sentence (a title, after a quotation mark) and yet no name. */
    public static final int FUNCTION_WORD = 1 << 8;
    /** The next word has a capital whether or not it is a name. */
    static final int BEFORE_CAPITAL = 1 << 9;

    private static final Map<String, Integer> TRAITS = traits();

    private WordTraits() {}

    private static Map<String, Integer> traits() {
        Map<String, Integer> traits = new HashMap<>();
        mark(traits, STOP, ". , ; : ! ?");
        mark(traits, CLAUSE_BREAK, ", ; : — – - ( ) but and or while although though because before after when as who");
        mark(traits, CLAUSE_BREAK, "which that whereas however if");
        mark(traits, QUOTE_OPENS | BEFORE_CAPITAL, "“ \" «");
        mark(traits, QUOTE_CLOSES, "” \" »");
        mark(traits, BEFORE_CAPITAL, ". : ! ? ‘ ' ( [ — –");
        mark(traits, REPORTING_VERB, "said says say told tells added adds wrote writes argued argues noted stated");
        mark(traits, REPORTING_VERB, "tweeted claimed claims insisted explained announced declared replied");
        mark(traits, INTENSIFIER, "very extremely deeply highly most totally strongly utterly");
        mark(traits, PRONOUN, "he she him her his hers they them their i me we us it");
        mark(traits, FUNCTION_WORD, "the a an in on at and but or he she it they we i you his her their its this that");
        mark(traits, FUNCTION_WORD, "these those for to of with by as if when while after before from over about who");
        mark(traits, FUNCTION_WORD, "what why how is are was were be not no never has have had will would can could");
        return Map.copyOf(traits);
    }

    private static void mark(Map<String, Integer> traits, int trait, String words) {
        for (String word : words.split(" ", -1)) {
            traits.merge(word, trait, (a, b) -> a | b);
        }
    }

    public static int of(String lowerCase) {
        int traits = TRAITS.getOrDefault(lowerCase, 0);
        return Negation.isNegation(lowerCase) ? traits | NEGATION | FUNCTION_WORD : traits;
    }
}

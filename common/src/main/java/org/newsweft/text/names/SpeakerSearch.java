package org.newsweft.text.names;

import java.util.List;
import java.util.Set;
import org.newsweft.text.Tokens;

/**
 * Finds the subject of a verb of speech: the name before or after it, or whom "he", "she" or "the judge" means by what was
 * said before. Told of every quote in the order of the text.
 */
final class SpeakerSearch {
    private static final int FAR = 1000;
    private static final int SUBJECT_REACH = 8;
    private static final Set<String> PRONOUNS = Set.of("he", "she");
    private static final Set<String> CLAUSE_WORDS =
            Set.of("who", "which", "that", "when", "after", "while", "as", "and", "but");

    private final QuoteText words;
    private final Tokens tokens;
    private final List<Mention> mentions;
    private final Set<String> offices = WordLists.load().of("title");
    private final Set<String> agents = WordLists.load().of("agent");
    private Mention lastSpeaker;
    private int lastSpeechEnd;

    SpeakerSearch(QuoteText words) {
        this.words = words;
        this.tokens = words.tokens();
        this.mentions = words.mentions();
    }

    /** Remembers who spoke up to {@code end}; only persons count as antecedents. */
    void noteSpeech(int end, Mention speaker) {
        if (speaker.type() == EntityType.PERSON) {
            lastSpeaker = speaker;
            lastSpeechEnd = end;
        }
    }

    /** {@code said Secretary of State John Kerry}: the first person after the verb, within its phrase. */
    Mention subjectAfter(int verb, int limit) {
        int to = Math.min(limit, verb + 14);
        boolean toward = tokens.is(verb, "according");
        for (int k = verb + 1; k < to; k++) {
            String word = words.lower(k);
            if (PRONOUNS.contains(word) && k <= verb + 1) {
                return antecedent(tokens.start(k));
            }
            if (k == verb + 2 && holderOf(k) != null) {
                return holderOf(k);
            }
            Mention mention = words.startingAt(k);
            if (mention != null && isSpeaker(mention, k <= verb + 2 || toward)) {
                return mention;
            }
            boolean ends =
                    word.equals(",") || word.equals(".") || word.equals(":") || word.equals("\"") || word.equals("“");
            if (ends || CLAUSE_WORDS.contains(word)) {
                return null;
            }
        }
        return null;
    }

    /** The subject that ends before the verb, from {@code from} on. */
    Mention subjectBefore(int from, int verb) {
        int k = verb - 1;
        while (k >= from && words.isAdverb(k)) {
            k--;
        }
        if (k < from) {
            return null;
        }
        if (PRONOUNS.contains(words.lower(k))) {
            return antecedent(tokens.start(k));
        }
        boolean near = words.endingAt(k) != null
                || words.isMark(k)
                || words.lower(k).equals("who")
                || Character.isDigit(tokens.firstChar(k));
        if (!near && !isSecondVerb(from, k)) {
            Mention holder = holderOf(k);
            return holder != null ? holder : ministryOf(from, k);
        }
        Mention leading = leading(from);
        if (leading != null && isBeforeApposition(leading)) {
            return leading;
        }
        boolean participle = words.lower(verb).endsWith("ing") && tokens.is(k, ",");
        if (participle) {
            return leading;
        }
        Mention nearest = null;
        for (int j = k; j >= from; j--) {
            Mention mention = words.endingAt(j);
            if (PRONOUNS.contains(words.lower(j))) {
                return antecedent(tokens.start(j));
            }
            boolean possessive = j + 1 < tokens.size() && words.lower(j + 1).endsWith("s") && isApostrophe(j + 1);
            if (mention != null && !possessive && isSpeaker(mention, j == k)) {
                if (mention.type() == EntityType.PERSON) {
                    return isSpokenFor(mention, from) ? null : mention;
                }
                nearest = nearest == null ? mention : nearest;
            }
        }
        return nearest;
    }

    /** The person, body or country with which the stretch begins, "the" and titles before it left aside; null if none. */
    private Mention leading(int from) {
        for (int k = from; k <= from + SUBJECT_REACH && words.isNear(from, k - from); k++) {
            Mention mention = words.startingAt(k);
            boolean owner = mention != null && isOwner(mention);
            if (mention != null && !owner && mention.reading() != Reading.DEMONYM) {
                return isSpeaker(mention, k <= from + 1) ? mention : null;
            }
            if ((words.isMark(k) && !isApostrophe(k)) || words.isVerb(k)) {
                return null;
            }
        }
        return null;
    }

    /** Whether a possessive follows. */
    private boolean isOwner(Mention mention) {
        int next = tokens.indexAt(mention.end());
        return next < tokens.size() && tokens.start(next) == mention.end() && isApostrophe(next);
    }

    private boolean isBeforeApposition(Mention mention) {
        int next = tokens.indexAt(mention.end());
        return next < tokens.size() && (tokens.is(next, ",") || tokens.is(next, "("));
    }

    /** "A lawyer for Smith said": somebody else speaks. */
    private boolean isSpokenFor(Mention mention, int from) {
        int k = tokens.indexAt(mention.start()) - 1;
        for (int steps = 0; steps < SUBJECT_REACH && k > from; steps++, k--) {
            String word = words.lower(k);
            if (word.equals("for") || word.equals("of")) {
                return agents.contains(words.lower(k - 1));
            }
            boolean joined = word.equals("and") || word.equals("both") || word.equals("the") || tokens.isCapitalized(k);
            if (!joined) {
                return false;
            }
        }
        return false;
    }

    private boolean isApostrophe(int k) {
        return tokens.firstChar(k) == '\'' || tokens.firstChar(k) == '’';
    }

    /** "Kerry met reporters and said", "Beijing dismissed the report and called": the subject is further off. */
    private boolean isSecondVerb(int from, int k) {
        for (int j = k; j >= from; j--) {
            if (words.lower(j).equals("and") || words.lower(j).equals("but")) {
                return j >= k - 2 || words.endingAt(k) != null || words.lower(k).equals("and");
            }
        }
        return words.lower(k).equals("to");
    }

    /** "Beijing's foreign ministry said": the seat that stands for its government. */
    private Mention ministryOf(int from, int k) {
        for (int j = k; j >= from && j > k - 4; j--) {
            Mention mention = words.endingAt(j);
            if (mention != null && mention.type() == EntityType.COUNTRY && mention.reading() == Reading.METONYM) {
                return mention;
            }
        }
        return null;
    }

    private static boolean isSpeaker(Mention mention, boolean adjacent) {
        return switch (mention.type()) {
            case PERSON -> true;
            case ORGANIZATION -> adjacent;
            case COUNTRY, REGION -> adjacent && mention.reading() != Reading.DEMONYM;
            case PLACE, OTHER -> false;
        };
    }

    /** Whom "he" or "she" means: who spoke last unless a sentence since began with another, else who was named last. */
    private Mention antecedent(int offset) {
        Mention speaker = lastSpeakerNear(offset);
        int since = speaker == null ? offset - FAR : lastSpeechEnd;
        Mention last = null;
        for (int k = lastMentionBefore(offset); k >= 0; k--) {
            Mention mention = mentions.get(k);
            if (mention.start() < since) {
                break;
            }
            if (mention.type() == EntityType.PERSON && !words.isInsideQuote(k)) {
                last = last == null ? mention : last;
                if (isSubject(k, speaker != null)) {
                    return mention;
                }
            }
        }
        return speaker != null ? speaker : last;
    }

    private int lastMentionBefore(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The person quoted last, if shortly before {@code offset}; null otherwise. */
    private Mention lastSpeakerNear(int offset) {
        boolean near = lastSpeaker != null && lastSpeechEnd <= offset && offset - lastSpeechEnd < FAR;
        return near ? lastSpeaker : null;
    }

    private boolean isSubject(int k, boolean atBeginning) {
        int token = words.tokenOf(mentions.get(k));
        boolean early = token - tokens.sentenceStart(tokens.sentenceOf(token)) <= SUBJECT_REACH;
        return (early || !atBeginning) && isFirstPersonOfSentence(k);
    }

    /** "The judge said" after the judge's own words: who spoke last; null for an office nobody was quoted in. */
    private Mention holderOf(int k) {
        boolean office =
                offices.contains(words.lower(k)) && words.lowerNear(k, -1).equals("the");
        return office ? lastSpeakerNear(tokens.start(k)) : null;
    }

    private boolean isFirstPersonOfSentence(int k) {
        if (k == 0) {
            return true;
        }
        int sentence = sentenceOf(mentions.get(k));
        for (int j = k - 1; j >= 0 && sentenceOf(mentions.get(j)) == sentence; j--) {
            if (mentions.get(j).type() == EntityType.PERSON) {
                return false;
            }
        }
        return true;
    }

    private int sentenceOf(Mention mention) {
        return tokens.sentenceOf(words.tokenOf(mention));
    }
}

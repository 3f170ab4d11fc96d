package org.newsweft.text.quotes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.Reading;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Finds the subject of a verb of speech: the name before or after it, or whom "he", "she" or "the judge" means by what was
 * said before. Told of every quote in the order of the text.
 */
final class SpeakerSearch {
    private static final int FAR = 1000;
    private static final int SUBJECT_REACH = 8;
    private static final int LONGEST_ASIDE = 24;
    private static final int OFFICE_REACH = 3;
    private static final Set<String> PRONOUNS = Set.of("he", "she");
    private static final Set<String> INDEFINITE = Set.of("a", "an", "one", "another", "some", "several", "two", "both");

    /** What somebody says something in; its words are those of whoever spoke last. */
    private static final Set<String> WRITINGS =
            Set.of("statement", "post", "memo", "letter", "filing", "email", "release", "note", "caption");

    /** Short titles and other words for an office, by the word that names its holder. */
    private static final Map<String, Set<String>> SAME_OFFICE = Map.of(
            "senator", Set.of("senator", "sen"),
            "congressman", Set.of("congressman", "rep", "representative"),
            "congresswoman", Set.of("congresswoman", "rep", "representative"),
            "lawmaker", Set.of("rep", "sen", "senator", "representative", "congressman", "congresswoman"),
            "governor", Set.of("governor", "gov"),
            "general", Set.of("general", "gen"),
            "professor", Set.of("professor", "prof"));

    private static final Set<String> CLAUSE_WORDS =
            Set.of("who", "which", "that", "when", "after", "while", "as", "and", "but");

    private final QuoteText words;
    private final Tokens tokens;
    private final List<Mention> mentions;
    private final Set<String> offices = WordLists.load().of("title");
    private final Set<String> agents = WordLists.load().of("agent");
    private Mention lastSpeaker;
    private int lastSpeechEnd;
    private Mention lastVoice;
    private int lastVoiceEnd;

    SpeakerSearch(QuoteText words) {
        this.words = words;
        this.tokens = words.tokens();
        this.mentions = words.mentions();
    }

    /** Remembers who spoke up to {@code end}; only persons count as antecedents of "he" and "she". */
    void noteSpeech(int end, Mention speaker) {
        lastVoice = speaker;
        lastVoiceEnd = end;
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
                Mention officer = mention.type() == EntityType.PERSON ? null : officerOf(mention, to);
                return officer != null ? officer : mention;
            }
            boolean ends =
                    word.equals(",") || word.equals(".") || word.equals(":") || word.equals("\"") || word.equals("“");
            if (ends || CLAUSE_WORDS.contains(word)) {
                return null;
            }
        }
        return null;
    }

    /** "US Air Force Col. Ed Hill": the person that capitalised words and small ones of an office lead to; null if none. */
    private Mention officerOf(Mention body, int limit) {
        for (int k = tokens.indexAt(body.end()); k < limit && k < tokens.size() && !words.isMark(k); k++) {
            Mention mention = words.startingAt(k);
            if (mention != null && mention.type() == EntityType.PERSON) {
                return mention;
            }
            if (CLAUSE_WORDS.contains(words.lower(k))) {
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
        boolean writing = WRITINGS.contains(words.lower(k)) && (k == from || !INDEFINITE.contains(words.lower(k - 1)));
        if (writing || words.lower(k).equals("it")) {
            return lastVoiceNear(tokens.start(k), !writing);
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
        Mention before = tokens.is(k, ",") ? beforeAside(from, k) : null;
        if (before != null) {
            return before;
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
            if (mention != null && !possessive && isSpeaker(mention, j == k || isVoice(mention, j))) {
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
        int first = from;
        while (words.isNear(first, 1) && words.isMark(first)) {
            first++;
        }
        for (int k = first; k <= first + SUBJECT_REACH && words.isNear(first, k - first); k++) {
            Mention mention = words.startingAt(k);
            boolean owner = mention != null && isOwner(mention);
            if (mention != null && !owner && mention.reading() != Reading.DEMONYM) {
                return isSpeaker(mention, k <= first + 1) ? mention : null;
            }
            if ((words.isMark(k) && !isApostrophe(k)) || words.isVerb(k)) {
                return null;
            }
        }
        return null;
    }

    /** "Michael Abramowitz, whom Lake tried to fire, told CNN": the person before the aside that ends at a comma. */
    private Mention beforeAside(int from, int comma) {
        for (int k = comma - 1; k > from && k > comma - LONGEST_ASIDE; k--) {
            Mention mention = tokens.is(k, ",") ? words.endingAt(k - 1) : null;
            if (mention != null && mention.type() == EntityType.PERSON) {
                return mention;
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
            case PLACE, GROUP, OTHER -> false;
        };
    }

    /** Whom "he" or "she" means: who spoke last unless a sentence since began with another, else who was named last. */
    private Mention antecedent(int offset) {
        if (isAfterUnnamed(offset)) {
            return null;
        }
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

    /** Whether the sentence before is somebody's without a name: "One agent in Atlanta told CNN that". */
    private boolean isAfterUnnamed(int offset) {
        int token = tokens.indexAt(offset);
        int sentence = token < tokens.size() ? tokens.sentenceOf(token) - 1 : -1;
        while (sentence >= 0
                && (words.isSpeech(sentence) || tokens.sentenceStart(sentence) == tokens.sentenceEnd(sentence))) {
            sentence--;
        }
        if (sentence < 0 || tokens.start(tokens.sentenceStart(sentence)) < lastSpeechEnd) {
            return false;
        }
        int from = tokens.sentenceStart(sentence);
        int verb = words.firstVerb(from, tokens.sentenceEnd(sentence));
        if (verb < 0 || !INDEFINITE.contains(words.lower(from))) {
            return false;
        }
        for (int k = from; k < verb; k++) {
            if (words.startingAt(k) != null && words.startingAt(k).type() == EntityType.PERSON) {
                return false;
            }
        }
        return true;
    }

    /** The person or body that spoke last. */
    private Mention lastVoiceNear(int offset, boolean body) {
        boolean near = lastVoice != null && lastVoiceEnd >= offset - FAR;
        boolean fits = near && (!body || lastVoice.type() != EntityType.PERSON);
        if (fits) {
            return lastVoice;
        }
        int token = tokens.indexAt(offset);
        for (int k = token - 1; body && k >= 0 && tokens.start(k) > offset - FAR; k--) {
            Mention mention = words.endingAt(k);
            if (mention != null && isVoice(mention, k)) {
                return mention;
            }
        }
        return null;
    }

    /** Whether a body or country says something with the next words. */
    private boolean isVoice(Mention mention, int last) {
        int next = last + 1;
        while (words.isNear(last, next - last) && words.isAdverb(next)) {
            next++;
        }
        return mention.type() != EntityType.PERSON
                && isSpeaker(mention, true)
                && words.isNear(last, next - last)
                && words.isVerb(next);
    }

    private boolean isSubject(int k, boolean atBeginning) {
        int token = words.tokenOf(mentions.get(k));
        if (speaks(mentions.get(k))) {
            return true;
        }
        int start = tokens.sentenceStart(tokens.sentenceOf(token));
        boolean early = token - start <= SUBJECT_REACH && !PRONOUNS.contains(words.lower(start));
        return (early || !atBeginning) && isFirstPersonOfSentence(k);
    }

    /** Whether a verb of speech stands directly beside the name. */
    private boolean speaks(Mention mention) {
        int last = tokens.indexAt(mention.end()) - 1;
        int first = words.tokenOf(mention);
        boolean apposition = words.lowerNear(first, -1).equals(",")
                && words.lowerNear(last, 1).equals(",");
        int next = last + (apposition ? 2 : 1);
        while (words.isNear(last, next - last) && words.isAdverb(next)) {
            next++;
        }
        return (words.isNear(last, next - last) && words.isVerb(next))
                || (words.isNear(first, -1) && words.isVerb(first - 1));
    }

    /**
     * "The senator said": who was last named with that office ("Sen. Blumenthal", "Waltz, the ambassador"), else who spoke
     * last; null for an office nobody was named or quoted in.
     */
    private Mention holderOf(int k) {
        String office = words.lower(k);
        boolean known = offices.contains(office) || SAME_OFFICE.containsKey(office);
        if (!known || !words.lowerNear(k, -1).equals("the")) {
            return null;
        }
        Set<String> titles = SAME_OFFICE.getOrDefault(office, Set.of(office));
        for (int m = lastMentionBefore(tokens.start(k)); m >= 0; m--) {
            Mention mention = mentions.get(m);
            if (mention.type() == EntityType.PERSON && !words.isInsideQuote(m) && hasOffice(mention, titles)) {
                return mention;
            }
        }
        return lastSpeakerNear(tokens.start(k));
    }

    private boolean hasOffice(Mention mention, Set<String> titles) {
        int first = words.tokenOf(mention);
        for (int k = -1; k >= -OFFICE_REACH && words.isNear(first, k) && !words.isMark(first + k); k--) {
            if (titles.contains(WordLists.withoutStop(words.lower(first + k)))) {
                return true;
            }
        }
        int last = tokens.indexAt(mention.end()) - 1;
        if (!words.lowerNear(last, 1).equals(",")) {
            return false;
        }
        for (int k = 2; k <= OFFICE_REACH + 2 && words.isNear(last, k) && !words.isMark(last + k); k++) {
            if (titles.contains(words.lower(last + k))) {
                return true;
            }
        }
        return false;
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

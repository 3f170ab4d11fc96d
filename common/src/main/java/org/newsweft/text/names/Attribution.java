package org.newsweft.text.names;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;

/**
 * Decides for each pair of quotation marks of one document whether it holds speech, and whose: by the verb of speech and
 * its subject after the quote ({@code ," Kerry said}, {@code ," said Kerry}) or before it ({@code Kerry said: "}), else by
 * the quote before it in the paragraph or at the end of the paragraph before. Asked in the order of the text.
 */
final class Attribution {
    private static final int REACH_AFTER = 16;
    private static final int LONGEST_TITLE = 8;
    private static final int LONGEST_GAP = 240;

    /** A quote's verb and speaker; either may be null. */
    record Speech(Mention speaker, String verb) {}

    private static final Set<String> PRONOUNS = Set.of("he", "she");
    private static final Set<String> CLAUSE_WORDS =
            Set.of("who", "which", "that", "when", "after", "while", "as", "and", "but");

    private final String text;
    private final NameText words;
    private final Tokens tokens;
    private final List<Mention> mentions;
    private final List<Span> marked;
    private final Mention[] endingAt;
    private final Mention[] startingAt;
    private final Speech[] decided;
    private final BitSet insideQuotes;
    private final Set<String> verbs = WordLists.load().of("speech");

    Attribution(String text, List<Span> sentences, List<Mention> mentions, List<Span> marked) {
        this.text = text;
        this.words = new NameText(text, sentences);
        this.tokens = words.tokens();
        this.mentions = mentions;
        this.marked = marked;
        this.endingAt = new Mention[tokens.size() + 1];
        this.startingAt = new Mention[tokens.size() + 1];
        for (Mention mention : mentions) {
            int last = tokens.indexAt(mention.end()) - 1;
            if (last >= 0) {
                endingAt[last] = mention;
                startingAt[Math.min(tokens.indexAt(mention.start()), last)] = mention;
            }
        }
        this.decided = new Speech[marked.size()];
        this.insideQuotes = insideQuotes(mentions, marked);
    }

    /** Whose speech the {@code i}-th pair of marks holds; null if it holds none. */
    Speech of(int i) {
        Speech speech = after(i);
        if (speech == null || speech.speaker() == null) {
            Speech other = before(i);
            speech = other != null && (speech == null || other.speaker() != null) ? other : speech;
        }
        if (speech == null && isTitle(marked.get(i))) {
            return null;
        }
        if (speech == null) {
            speech = goingOn(i);
        }
        decided[i] = speech;
        return speech;
    }

    /** The verb and subject that follow the closing mark. */
    private Speech after(int i) {
        Span quote = marked.get(i);
        char last = text.charAt(quote.end() - 1);
        boolean comma = last == ',' || startsWithComma(quote.end() + 1);
        boolean asked = last == '?' || last == '!' || last == '…' || last == '—' || last == '-';
        if (!comma && !asked) {
            return null;
        }
        int from = tokens.indexAt(quote.end());
        while (from < tokens.size() && isMark(from)) {
            from++;
        }
        if (from >= tokens.size() || isBeyondParagraph(quote.end(), tokens.start(from))) {
            return null;
        }
        int to = Math.min(tokens.sentenceEnd(tokens.sentenceOf(from)), from + REACH_AFTER);
        if (i + 1 < marked.size()) {
            to = Math.min(to, tokens.indexAt(marked.get(i + 1).start()));
        }
        int verb = firstVerb(from, to);
        if (verb < 0) {
            return null;
        }
        Mention speaker = verb == from || (isAdverb(words.lower(from)) && verb == from + 1)
                ? subjectAfter(verb, tokens.sentenceEnd(tokens.sentenceOf(from)))
                : subjectBefore(from, verb);
        return new Speech(speaker, tokens.word(verb));
    }

    private boolean startsWithComma(int at) {
        return at < text.length() && text.charAt(at) == ',';
    }

    /** The verb and subject in the same sentence before the opening mark. */
    private Speech before(int i) {
        Span quote = marked.get(i);
        int open = tokens.indexAt(quote.start());
        if (open >= tokens.size()) {
            return null;
        }
        int from = tokens.sentenceStart(tokens.sentenceOf(open));
        boolean sameSentence = i > 0 && marked.get(i - 1).end() > tokens.start(from);
        if (sameSentence) {
            from = tokens.indexAt(marked.get(i - 1).end());
        }
        int verb = lastVerb(from, open);
        if (verb < 0) {
            Speech previous = sameSentence ? decided[i - 1] : null;
            return previous != null ? previous : afterColon(from, open);
        }
        Mention speaker = subjectBefore(from, verb);
        if (speaker == null && sameSentence && decided[i - 1] != null && !hasOwnSubject(from, verb)) {
            speaker = decided[i - 1].speaker();
        }
        if (speaker == null) {
            speaker = subjectAfter(verb, open);
        }
        if (isTitle(quote) && (speaker == null || open - verb > 4)) {
            return null;
        }
        return new Speech(speaker, tokens.word(verb));
    }

    private boolean hasOwnSubject(int from, int verb) {
        for (int k = from; k < verb; k++) {
            if (Character.isLetter(tokens.firstChar(k))
                    && !isAdverb(words.lower(k))
                    && !words.lower(k).equals("and")) {
                return true;
            }
        }
        return false;
    }

    /** {@code Kerry: "..."}, as in interviews. */
    private Speech afterColon(int from, int open) {
        int colon = open - 2;
        boolean found = colon > from && tokens.is(colon, ":") && endingAt[colon - 1] != null;
        if (!found || endingAt[colon - 1].type() != EntityType.PERSON) {
            return null;
        }
        return new Speech(endingAt[colon - 1], null);
    }

    /** Speech that goes on after {@code X said.} in the same paragraph, or from the end of the paragraph before. */
    private Speech goingOn(int i) {
        if (i == 0 || decided[i - 1] == null) {
            return null;
        }
        Span previous = marked.get(i - 1);
        Span quote = marked.get(i);
        String gap = text.substring(previous.end(), quote.start());
        boolean wholeParagraph = startsParagraph(quote.start() - 1);
        int breaks = (int) gap.chars().filter(c -> c == '\n').count();
        if (breaks == 0) {
            boolean sentence = quote.start() >= 2 && startsSentence(quote);
            return sentence && gap.length() <= LONGEST_GAP ? new Speech(decided[i - 1].speaker(), null) : null;
        }
        String between = gap.substring(0, gap.indexOf('\n')).strip();
        boolean direct = wholeParagraph && gap.strip().length() <= 2;
        boolean closing = wholeParagraph
                && between.length() <= LONGEST_GAP / 2
                && gap.substring(gap.indexOf('\n')).strip().length() <= 1;
        return direct || closing ? new Speech(decided[i - 1].speaker(), null) : null;
    }

    private boolean startsSentence(Span quote) {
        int at = quote.start() - 2;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at >= 0 && ".!?”\"".indexOf(text.charAt(at)) >= 0;
    }

    private boolean startsParagraph(int mark) {
        int at = mark - 1;
        while (at >= 0 && text.charAt(at) != '\n') {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
            at--;
        }
        return true;
    }

    private boolean isBeyondParagraph(int from, int to) {
        return text.substring(from, to).indexOf('\n') >= 0;
    }

    /** Titles of works: a few words, each with a capital but the small ones. */
    private boolean isTitle(Span quote) {
        int from = tokens.indexAt(quote.start());
        int to = tokens.indexAt(quote.end());
        int capitals = 0;
        int small = 0;
        for (int k = from; k < to; k++) {
            if (Character.isLetter(tokens.firstChar(k))) {
                capitals += tokens.isCapitalized(k) ? 1 : 0;
                small += !tokens.isCapitalized(k) && tokens.end(k) - tokens.start(k) > 3 ? 1 : 0;
            }
        }
        return to - from <= LONGEST_TITLE && small == 0 && capitals > 0 && (capitals > 1 || to - from <= 2);
    }

    private int firstVerb(int from, int to) {
        for (int k = from; k < to; k++) {
            if (isVerb(k)) {
                return k;
            }
        }
        return -1;
    }

    private int lastVerb(int from, int to) {
        for (int k = to - 1; k >= from; k--) {
            if (isVerb(k)) {
                return k;
            }
        }
        return -1;
    }

    private boolean isVerb(int k) {
        return !tokens.isCapitalized(k) && verbs.contains(words.lower(k));
    }

    private boolean isMark(int k) {
        return !Character.isLetterOrDigit(tokens.firstChar(k));
    }

    private static boolean isAdverb(String word) {
        return (word.length() > 4 && word.endsWith("ly"))
                || Set.of("also", "then", "later", "once", "has", "had", "have", "was", "is", "been", "again", "even")
                        .contains(word);
    }

    /** {@code said Secretary of State John Kerry}: the first person after the verb, within its phrase. */
    private Mention subjectAfter(int verb, int limit) {
        int to = Math.min(limit, verb + 14);
        boolean toward = tokens.is(verb, "according");
        for (int k = verb + 1; k < to; k++) {
            String word = words.lower(k);
            if (PRONOUNS.contains(word) && k <= verb + 1) {
                return antecedent(tokens.start(k));
            }
            Mention mention = startingAt[k];
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
    private Mention subjectBefore(int from, int verb) {
        int k = verb - 1;
        while (k >= from && isAdverb(words.lower(k))) {
            k--;
        }
        if (k < from) {
            return null;
        }
        if (PRONOUNS.contains(words.lower(k))) {
            return antecedent(tokens.start(k));
        }
        boolean near = endingAt[k] != null
                || isMark(k)
                || words.lower(k).equals("who")
                || Character.isDigit(tokens.firstChar(k));
        if (!near && !isSecondVerb(from, k)) {
            return ministryOf(from, k);
        }
        Mention nearest = null;
        for (int j = k; j >= from; j--) {
            Mention mention = endingAt[j];
            if (PRONOUNS.contains(words.lower(j))) {
                return antecedent(tokens.start(j));
            }
            boolean possessive = j + 1 < tokens.size() && words.lower(j + 1).endsWith("s") && isApostrophe(j + 1);
            if (mention != null && !possessive && isSpeaker(mention, j == k)) {
                if (mention.type() == EntityType.PERSON) {
                    return mention;
                }
                nearest = nearest == null ? mention : nearest;
            }
        }
        return nearest;
    }

    private boolean isApostrophe(int k) {
        return tokens.firstChar(k) == '\'' || tokens.firstChar(k) == '’';
    }

    /** "Kerry met reporters and said", "Beijing dismissed the report and called": the subject is further off. */
    private boolean isSecondVerb(int from, int k) {
        for (int j = k; j >= from; j--) {
            if (words.lower(j).equals("and") || words.lower(j).equals("but")) {
                return j >= k - 2 || endingAt[k] != null || words.lower(k).equals("and");
            }
        }
        return words.lower(k).equals("to") || words.lower(k).equals("in");
    }

    /** "Beijing's foreign ministry said": the seat that stands for its government. */
    private Mention ministryOf(int from, int k) {
        for (int j = k; j >= from && j > k - 4; j--) {
            Mention mention = endingAt[j];
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

    /** Whom "he" or "she" means: the last speaker if nobody else came between, else the person named last before. */
    private Mention antecedent(int offset) {
        Mention subject = null;
        Mention last = null;
        for (int k = mentions.size() - 1; k >= 0 && subject == null; k--) {
            Mention mention = mentions.get(k);
            if (mention.start() >= offset || mention.type() != EntityType.PERSON || insideQuotes.get(k)) {
                continue;
            }
            last = last == null ? mention : last;
            boolean far = offset - mention.start() > 1200;
            subject = !far && isFirstPersonOfSentence(k) ? mention : null;
            if (far) {
                break;
            }
        }
        return subject != null ? subject : last;
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
        return tokens.sentenceOf(Math.min(tokens.indexAt(mention.start()), tokens.size() - 1));
    }

    private static BitSet insideQuotes(List<Mention> mentions, List<Span> marked) {
        BitSet inside = new BitSet(mentions.size());
        int span = 0;
        for (int i = 0; i < mentions.size(); i++) {
            int start = mentions.get(i).start();
            while (span < marked.size() && marked.get(span).end() <= start) {
                span++;
            }
            inside.set(i, span < marked.size() && marked.get(span).start() <= start);
        }
        return inside;
    }
}

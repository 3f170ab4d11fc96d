package org.newsweft.text.quotes;

import java.util.List;
import java.util.Set;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.NameText;

/**
 * Decides for each pair of quotation marks of one document whether it holds speech, and whose: by the verb of speech and
 * its subject after the quote ({@code ," Kerry said}, {@code ," said Kerry}) or before it ({@code Kerry said: "}), else by
 * the quote before it in the paragraph or at the end of the paragraph before. Asked in the order of the text.
 */
final class Attribution {
    private static final int REACH_AFTER = 16;
    private static final int LONGEST_TITLE = 8;
    private static final int LONGEST_GAP = 240;
    private static final int SCARE = 4;
    private static final Set<String> CRIES = Set.of("shouted", "yelled", "chanted", "cried", "screamed");

    /** A quote's verb and speaker; either may be null. */
    record Speech(Mention speaker, String verb) {}

    private final String text;
    private final QuoteText words;
    private final Tokens tokens;
    private final List<Span> marked;
    private final SpeakerSearch speakers;
    private final Speech[] decided;

    Attribution(String text, List<Span> sentences, List<Mention> mentions, List<Span> marked) {
        this.text = text;
        this.words = new QuoteText(new NameText(text, sentences), mentions, marked);
        this.tokens = words.tokens();
        this.marked = marked;
        this.speakers = new SpeakerSearch(words);
        this.decided = new Speech[marked.size()];
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
        if (speech != null && speech.speaker() != null) {
            speakers.noteSpeech(marked.get(i).end(), speech.speaker());
        }
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
        while (from < tokens.size() && words.isMark(from)) {
            from++;
        }
        if (from >= tokens.size() || isBeyondParagraph(quote.end(), tokens.start(from))) {
            return null;
        }
        int to = Math.min(tokens.sentenceEnd(tokens.sentenceOf(from)), from + REACH_AFTER);
        if (i + 1 < marked.size()) {
            to = Math.min(to, tokens.indexAt(marked.get(i + 1).start()));
        }
        int verb = words.firstVerb(from, to);
        if (verb < 0) {
            return atEnd(i, from);
        }
        Mention speaker = verb == from || (words.isAdverb(from) && verb == from + 1)
                ? speakers.subjectAfter(verb, tokens.sentenceEnd(tokens.sentenceOf(from)))
                : speakers.subjectBefore(from, verb);
        return new Speech(speaker, tokens.word(verb));
    }

    /** A quote that is part of a longer sentence with {@code , Barr said.} at its end. */
    private Speech atEnd(int i, int from) {
        int end = tokens.sentenceEnd(tokens.sentenceOf(from));
        if (i + 1 < marked.size()) {
            end = Math.min(end, tokens.indexAt(marked.get(i + 1).start()));
        }
        int verb = words.lastVerb(from, end);
        if (verb < from + 2 || end - verb > 3) {
            return null;
        }
        Mention speaker = words.endingAt(verb - 1);
        boolean apart = speaker != null && tokens.is(Math.max(from, words.tokenOf(speaker) - 1), ",");
        return apart ? new Speech(speaker, tokens.word(verb)) : null;
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
        if (isSoCalled(open - 2)) {
            return null;
        }
        Speech colon = afterColon(from, open);
        if (colon != null) {
            return colon;
        }
        int verb = words.lastVerb(from, open);
        verb = verb < 0 ? words.lastOpinion(from, open) : verb;
        if (verb < 0) {
            Speech previous = sameSentence ? decided[i - 1] : null;
            return previous != null ? previous : afterParagraph(i, from);
        }
        Mention speaker = speakers.subjectBefore(from, verb);
        if (speaker == null && sameSentence && decided[i - 1] != null && !hasOwnSubject(from, verb)) {
            speaker = decided[i - 1].speaker();
        }
        if (speaker == null && !hasOwnSubject(from, verb)) {
            speaker = speakers.subjectAfter(verb, open);
        }
        boolean scare = speaker == null && tokens.indexAt(quote.end()) - open < SCARE;
        if (scare || (isTitle(quote) && !isIntroduced(open, verb))) {
            return null;
        }
        return new Speech(speaker, tokens.word(verb));
    }

    /** {@code Valeriia told Reuters:} at the end of the paragraph before. */
    private Speech afterParagraph(int i, int from) {
        boolean begins = from > 0
                && tokens.is(from - 1, ":")
                && startsParagraph(marked.get(i).start() - 1);
        if (!begins) {
            return null;
        }
        int start = tokens.sentenceStart(tokens.sentenceOf(from - 1));
        int verb = words.lastVerb(start, from - 1);
        return verb < 0 ? null : new Speech(speakers.subjectBefore(start, verb), tokens.word(verb));
    }

    /** Whether a few capitalised words are what was said and no title: after a comma, a colon or a cry. */
    private boolean isIntroduced(int open, int verb) {
        int before = open - 2;
        return open - verb <= 4
                && (CRIES.contains(words.lower(verb))
                        || (before > 0 && (tokens.is(before, ",") || tokens.is(before, ":"))));
    }

    /** Whether words stand before the verb, from the last "and" on, that may be its subject. */
    private boolean hasOwnSubject(int from, int verb) {
        int clause = from;
        for (int k = from; k < verb; k++) {
            clause = words.lower(k).equals("and") || words.lower(k).equals("but") ? k + 1 : clause;
        }
        for (int k = clause; k < verb; k++) {
            if (Character.isLetter(tokens.firstChar(k)) && !words.isAdverb(k)) {
                return true;
            }
        }
        return false;
    }

    /** "so-called", "known as the": a name, not speech. */
    private boolean isSoCalled(int before) {
        int k = before > 0 && words.lower(before).equals("the") ? before - 1 : before;
        return k > 1
                && ((words.lower(k).equals("as") && words.lower(k - 1).equals("known"))
                        || (words.lower(k).equals("called") && tokens.is(k - 1, "-")));
    }

    /** {@code Kerry: "..."}, as in interviews, and {@code Kerry shrugged: "..."}. */
    private Speech afterColon(int from, int open) {
        int colon = open - 2;
        if (colon <= from || !tokens.is(colon, ":")) {
            return null;
        }
        boolean verb = words.lower(colon - 1).endsWith("ed") && colon - 2 >= from;
        Mention speaker = words.endingAt(verb ? colon - 2 : colon - 1);
        boolean person = speaker != null && speaker.type() == EntityType.PERSON;
        return person ? new Speech(speaker, verb ? tokens.word(colon - 1) : null) : null;
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
}

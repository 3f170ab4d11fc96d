package org.newsweft.text.names;

import java.util.List;
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
    private static final int SCARE = 4;

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
            return null;
        }
        Mention speaker = verb == from || (words.isAdverb(from) && verb == from + 1)
                ? speakers.subjectAfter(verb, tokens.sentenceEnd(tokens.sentenceOf(from)))
                : speakers.subjectBefore(from, verb);
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
        Speech colon = afterColon(from, open);
        if (colon != null) {
            return colon;
        }
        int verb = words.lastVerb(from, open);
        if (verb < 0) {
            Speech previous = sameSentence ? decided[i - 1] : null;
            return previous;
        }
        Mention speaker = speakers.subjectBefore(from, verb);
        if (speaker == null && sameSentence && decided[i - 1] != null && !hasOwnSubject(from, verb)) {
            speaker = decided[i - 1].speaker();
        }
        if (speaker == null) {
            speaker = speakers.subjectAfter(verb, open);
        }
        boolean scare = speaker == null && tokens.indexAt(quote.end()) - open < SCARE;
        if (scare || (isTitle(quote) && (speaker == null || open - verb > 4))) {
            return null;
        }
        return new Speech(speaker, tokens.word(verb));
    }

    private boolean hasOwnSubject(int from, int verb) {
        for (int k = from; k < verb; k++) {
            if (Character.isLetter(tokens.firstChar(k))
                    && !words.isAdverb(k)
                    && !words.lower(k).equals("and")) {
                return true;
            }
        }
        return false;
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

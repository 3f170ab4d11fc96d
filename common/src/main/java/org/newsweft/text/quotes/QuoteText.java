package org.newsweft.text.quotes;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.WordLists;

/** The tokens of one document with its mentions and quotation marks: what the search for speakers reads. */
final class QuoteText {
    private final NameText text;
    private final Tokens tokens;
    private final List<Mention> mentions;
    private final Mention[] endingAt;
    private final Mention[] startingAt;
    private final BitSet insideQuotes;

    /** Sentences that begin inside quotation marks or with one. */
    private final BitSet speech = new BitSet();

    private final Set<String> verbs = WordLists.load().of("speech");
    private final Set<String> opinions = WordLists.load().of("opinion");
    private final Set<String> between = WordLists.load().of("between");

    QuoteText(NameText text, List<Mention> mentions, List<Span> marked) {
        this.text = text;
        this.tokens = text.tokens();
        this.mentions = mentions;
        this.endingAt = new Mention[tokens.size() + 1];
        this.startingAt = new Mention[tokens.size() + 1];
        this.insideQuotes = insideQuotes(mentions, marked);
        for (Span span : marked) {
            int first = tokens.indexAt(span.start());
            int end = Math.min(tokens.indexAt(span.end()), tokens.size());
            for (int k = first; k < end; k++) {
                int start = tokens.sentenceStart(tokens.sentenceOf(k));
                if (start >= first - 1) {
                    speech.set(tokens.sentenceOf(k));
                }
            }
        }
        for (Mention mention : mentions) {
            int last = tokens.indexAt(mention.end()) - 1;
            if (last >= 0) {
                endingAt[last] = mention;
                startingAt[Math.min(tokens.indexAt(mention.start()), last)] = mention;
            }
        }
    }

    Tokens tokens() {
        return tokens;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** Whether the {@code k}-th mention stands inside quotation marks. */
    boolean isInsideQuote(int k) {
        return insideQuotes.get(k);
    }

    /** Whether a sentence begins inside quotation marks or with one. */
    boolean isSpeech(int sentence) {
        return speech.get(sentence);
    }

    /** The mention whose last token this is; null if none. */
    Mention endingAt(int token) {
        return endingAt[token];
    }

    /** The mention whose first token this is; null if none. */
    Mention startingAt(int token) {
        return startingAt[token];
    }

    /** Number of the token with which a mention begins. */
    int tokenOf(Mention mention) {
        return Math.min(tokens.indexAt(mention.start()), tokens.size() - 1);
    }

    String lower(int i) {
        return text.lower(i);
    }

    String lowerNear(int i, int distance) {
        return text.lowerNear(i, distance);
    }

    boolean isNear(int i, int distance) {
        return text.isNear(i, distance);
    }

    /** The first verb of speech from {@code from} to {@code to}; -1 if there is none. */
    int firstVerb(int from, int to) {
        for (int k = from; k < to; k++) {
            if (isVerb(k)) {
                return k;
            }
        }
        return -1;
    }

    /** The last verb of speech from {@code from} to {@code to}; -1 if there is none. */
    int lastVerb(int from, int to) {
        for (int k = to - 1; k >= from; k--) {
            if (isVerb(k)) {
                return k;
            }
        }
        return -1;
    }

    /** The last verb that introduces somebody's words without being one of speech ("believes"); -1 if there is none. */
    int lastOpinion(int from, int to) {
        for (int k = to - 1; k >= from; k--) {
            if (opinions.contains(text.lower(k))) {
                return k;
            }
        }
        return -1;
    }

    boolean isVerb(int k) {
        boolean goesOn =
                text.lower(k).startsWith("continue") && text.lowerNear(k, 1).equals("to");
        return !tokens.isCapitalized(k) && verbs.contains(text.lower(k)) && !goesOn;
    }

    boolean isMark(int k) {
        return !Character.isLetterOrDigit(tokens.firstChar(k));
    }

    /** True for words between a subject and its verb: adverbs, auxiliaries and times ("on Friday", "last month"). */
    boolean isAdverb(int k) {
        String word = text.lower(k);
        return (word.length() > 4 && word.endsWith("ly")) || between.contains(word);
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

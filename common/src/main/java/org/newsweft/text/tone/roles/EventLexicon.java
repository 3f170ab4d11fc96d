package org.newsweft.text.tone.roles;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.newsweft.text.Resources;
import org.newsweft.text.tone.words.InflectedWords;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.SentenceWords;

/** Our words of conflict and cooperation between the actors of the news, inflected. */
public final class EventLexicon {
    private final Set<String> conflict;
    private final Set<String> cooperation;

    private EventLexicon(Set<String> conflict, Set<String> cooperation) {
        this.conflict = Set.copyOf(conflict);
        this.cooperation = Set.copyOf(cooperation);
    }

    public static EventLexicon load() {
        Set<String> conflict = new HashSet<>();
        Set<String> cooperation = new HashSet<>();
        for (String line : Resources.entries(EventLexicon.class, "event_words.tsv")) {
            String[] fields = line.split("\t", -1);
            Set<String> kind = fields[0].equals("conflict") ? conflict : cooperation;
            for (String entry : fields[2].split(" ", -1)) {
                kind.addAll(forms(fields[1], entry));
            }
        }
        return new EventLexicon(conflict, cooperation);
    }

    private static Set<String> forms(String part, String entry) {
        return switch (part) {
            case "verb" -> InflectedWords.ofVerb(entry);
            case "noun" -> InflectedWords.ofNoun(entry);
            case "form" -> Set.of(entry);
            default -> throw new IllegalStateException("event_words.tsv: neither verb, noun nor form: " + part);
        };
    }

    /** True for a lower-case word of conflict or cooperation. */
    public boolean contains(String word) {
        return conflict.contains(word) || cooperation.contains(word);
    }

    /**
     * Counts the words of a sentence; a negated word of conflict is none, one of cooperation is conflict. Names are no
     * words: the United States are not united by being named.
     */
    public EventWords count(SentenceWords words) {
        boolean[] names = words.names();
        boolean[] negated = Negation.negated(words.tokens());
        return count(words.count(), i -> names[i] ? "" : words.tokens().lowerCase(i), i -> negated[i]);
    }

    /** The same for a masked sentence. */
    public EventWords count(MaskedSentence sentence) {
        return count(sentence.length(), i -> sentence.isPlain(i) ? sentence.word(i) : "", sentence::isNegated);
    }

    private EventWords count(int length, IntFunction<String> words, IntPredicate negated) {
        int conflicts = 0;
        int cooperations = 0;
        for (int i = 0; i < length; i++) {
            String word = words.apply(i);
            boolean cooperative = cooperation.contains(word);
            if (negated.test(i) ? cooperative : conflict.contains(word)) {
                conflicts++;
            } else if (cooperative) {
                cooperations++;
            }
        }
        return new EventWords(conflicts, cooperations);
    }
}

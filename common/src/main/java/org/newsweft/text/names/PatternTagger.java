package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.FoundBy;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.WordLists;
import org.newsweft.text.names.tagger.NameTagger;
import org.newsweft.text.names.tagger.TaggedName;

/**
 * Finds names by lists and by the patterns of capitals, titles and suffixes alone. The plain companion of the trained
 * tagger: slower to be right, but every find can be explained.
 */
public final class PatternTagger implements NameTagger {
    private static final double LISTED = 0.8;
    private static final double PATTERN = 0.6;
    private static final int LONGEST_PERSON = 4;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Set<String> titles;
    private final Set<String> bodies;
    private final Set<String> openers;
    private final Set<String> familyNames;
    private final Set<String> speech;

    private PatternTagger() {
        WordLists words = WordLists.load();
        Set<String> allTitles = new HashSet<>(words.of("title"));
        allTitles.addAll(words.of("more_title"));
        titles = Set.copyOf(allTitles);
        bodies = words.of("organization");
        openers = words.of("opener");
        familyNames = words.of("family_first");
        speech = words.of("speech");
    }

    /** Reads the lists on the class path. */
    public static PatternTagger load() {
        return new PatternTagger();
    }

    @Override
    public FoundBy foundBy() {
        return FoundBy.PATTERN;
    }

    @Override
    public List<TaggedName> tag(String text, List<Span> sentences) {
        return new Pass(new NameText(text, sentences)).names();
    }

    /** The work on one text. */
    private final class Pass {
        private final NameText text;
        private final Tokens tokens;
        private final List<TaggedName> found = new ArrayList<>();

        private Pass(NameText text) {
            this.text = text;
            this.tokens = text.tokens();
        }

        private List<TaggedName> names() {
            int i = 0;
            while (i < tokens.size()) {
                i = tokens.isCapitalized(i) ? afterRun(i) : i + 1;
            }
            return List.copyOf(found);
        }

        /** Deals with the run of capitalised words that begins at {@code from}; returns where to go on. */
        private int afterRun(int from) {
            int to = endOfRun(from);
            int start = withoutOpener(from, to);
            if (start == to) {
                return to;
            }
            int end = bodyEnd(start, to);
            if (end > 0) {
                add(start, end, NameType.ORGANIZATION, PATTERN);
                return end;
            }
            int at = start;
            while (at < to) {
                at = text.isShouted(at) ? afterListed(at, to) : afterPart(at, to);
            }
            return to;
        }

        private int endOfRun(int from) {
            int sentenceEnd = tokens.sentenceEnd(tokens.sentenceOf(from));
            int to = from + 1;
            while (to < sentenceEnd) {
                boolean joined = tokens.is(to, "-")
                        && to + 1 < sentenceEnd
                        && tokens.start(to) == tokens.end(to - 1)
                        && tokens.start(to + 1) == tokens.end(to)
                        && Character.isLetter(tokens.firstChar(to + 1));
                if (joined) {
                    to += 2;
                } else if (tokens.isCapitalized(to)) {
                    to++;
                } else {
                    break;
                }
            }
            return to;
        }

        private int withoutOpener(int from, int to) {
            int start = NameRules.isOfficeName(text, from) ? from + 1 : from;
            while (start < to
                    && openers.contains(text.lower(start))
                    && !text.isUpperCase(start)
                    && (text.isFirstWord(start) || start > from || to - start > 1)) {
                start++;
            }
            if (start < to && to - start == 1 && openers.contains(text.lower(start))) {
                return to;
            }
            return start;
        }

        /** End of the name of a body that begins at {@code start}, "of the ..." included; -1 if it names none. */
        private int bodyEnd(int start, int to) {
            int last = -1;
            for (int i = start; i < to; i++) {
                if (bodies.contains(WordLists.withoutStop(text.lower(i))) && !text.isShouted(i)) {
                    last = i;
                }
            }
            if (last < 0) {
                return -1;
            }
            int end = afterOf(to);
            boolean named = end - start > 1 && !(last == start && end == to);
            return named ? end : -1;
        }

        private int afterOf(int to) {
            if (to >= tokens.size() || !(tokens.is(to, "of") || tokens.is(to, "for")) || !text.isNear(to, 1)) {
                return to;
            }
            int next = tokens.is(to + 1, "the") ? to + 2 : to + 1;
            boolean goesOn = next < tokens.size()
                    && tokens.sentenceOf(next) == tokens.sentenceOf(to)
                    && tokens.isCapitalized(next);
            return goesOn ? endOfRun(next) : to;
        }

        private int afterPart(int at, int to) {
            int titleAt = firstTitle(at + 1, to);
            if (titleAt > 0 && !titles.contains(WordLists.withoutStop(text.lower(at)))) {
                GazetteerMatch before = gazetteer.longestAt(tokens, at, titleAt);
                return before == null ? titleAt : afterListed(at, titleAt);
            }
            int title = at;
            while (title < to && titles.contains(WordLists.withoutStop(text.lower(title)))) {
                title++;
            }
            boolean titled = title > at || titles.contains(WordLists.withoutStop(text.lowerNear(at, -1)));
            if (title == to) {
                return to;
            }
            GazetteerMatch listed = gazetteer.longestAt(tokens, title, to);
            int person = endOfPerson(title, to, titled);
            if (person > 0 && (listed == null || person > listed.to() || listed.has(Kind.PERSON))) {
                add(title, person, NameType.PERSON, PATTERN);
                return person;
            }
            return afterListed(title, to);
        }

        private int firstTitle(int from, int to) {
            for (int i = from; i + 1 < to; i++) {
                if (titles.contains(WordLists.withoutStop(text.lower(i)))) {
                    return i;
                }
            }
            return -1;
        }

        private int afterListed(int at, int to) {
            GazetteerMatch listed = gazetteer.longestAt(tokens, at, to);
            if (listed == null) {
                boolean acronym = text.isUpperCase(at) && !text.isShouted(at) && to - at == 1;
                int length = tokens.end(at) - tokens.start(at);
                if (acronym && length >= 3 && length <= 6 && tokens.word(at).indexOf('.') < 0) {
                    add(at, at + 1, NameType.ORGANIZATION, PATTERN);
                }
                return at + 1;
            }
            NameType type = typeOf(listed);
            if (type != null) {
                add(listed.from(), listed.to(), type, LISTED);
            }
            return listed.to();
        }

        private NameType typeOf(GazetteerMatch listed) {
            GazetteerEntry entry = listed.entries().get(0);
            return switch (entry.kind()) {
                case PERSON -> NameType.PERSON;
                case ORGANIZATION, SEAT -> NameType.ORGANIZATION;
                case DEMONYM, PEOPLE -> NameType.NATIONALITY;
                case COUNTRY, REGION, STATE -> NameType.PLACE;
                case CITY -> isSureCity(entry, listed) ? NameType.PLACE : null;
            };
        }

        private boolean isSureCity(GazetteerEntry city, GazetteerMatch listed) {
            boolean opened = openers.contains(text.lowerNear(listed.from(), -1));
            boolean alone = (opened || !text.isCapitalizedNear(listed.from(), -1))
                    && !text.isCapitalizedNear(listed.to() - 1, 1);
            boolean common = listed.to() - listed.from() == 1 && text.occursInLowerCase(text.lower(listed.from()));
            return alone && !common && (city.capital() || city.inhabitants() >= 200_000);
        }

        /** End of the name of a person that begins at {@code at}; -1 if the patterns see none. */
        private int endOfPerson(int at, int to, boolean titled) {
            int end = endOfWords(at, to);
            int words = to - at;
            if (words < 1 || openers.contains(text.lower(at))) {
                return -1;
            }
            boolean firstName = gazetteer.isFirstName(tokens.word(at)) && words > 1;
            boolean family = familyNames.contains(text.lower(at)) && words > 1 && words <= 5 && !text.isUpperCase(at);
            boolean speaks = words >= 2 && speech.contains(text.lowerNear(to - 1, 1));
            return titled || firstName || family || speaks ? end : -1;
        }

        /** At most so many words, hyphenated ones counted once, and none that begins a listed name of several words. */
        private int endOfWords(int at, int to) {
            int end = at + 1;
            int counted = 1;
            while (end < to) {
                boolean hyphenated = tokens.is(end, "-") || tokens.is(end - 1, "-");
                GazetteerMatch next = hyphenated ? null : gazetteer.longestAt(tokens, end, to);
                boolean otherName = next != null && next.to() - next.from() > 1 && !next.has(Kind.PERSON);
                if (otherName || (!hyphenated && counted == LONGEST_PERSON)) {
                    break;
                }
                counted += hyphenated ? 0 : 1;
                end++;
            }
            return end;
        }

        private void add(int from, int to, NameType type, double confidence) {
            found.add(new TaggedName(new Span(tokens.start(from), tokens.end(to - 1)), type, confidence));
        }
    }
}

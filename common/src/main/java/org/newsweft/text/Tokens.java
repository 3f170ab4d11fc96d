package org.newsweft.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The words, numbers and marks of a text with their offsets and sentences, packed into arrays.
 *
 * <p>Conventions, as name taggers and word lists of news expect them: abbreviations and initials keep their full stop
 * ({@code U.S.}, {@code Gen.}, {@code J.}); {@code 's} and contractions are tokens of their own ({@code China} {@code 's},
 * {@code do} {@code n't} stays {@code don} {@code 't}); hyphens and slashes split ({@code China} {@code -} {@code U.S.});
 * {@code AT&T} and {@code 1,500.5} are one token; each other mark is a token. A lower-case letter glued to a capitalised
 * word ({@code agencyXinhua}) splits before the capital, because scraped text loses spaces there; {@code McCain},
 * {@code iPhone} and {@code YouTube} do not. So do verbs of speech glued to what follows and to the name before them
 * ({@code saidhe}, {@code toldCNNthat}, {@code Trumppostedon}), and a name that the text has elsewhere, with small letters or
 * with a capital, before a word that the text has or that often stands after names ({@code Stuartare}, {@code leavittclaimed}).
 *
 * <p>Immutable; token {@code i} covers {@code start(i)} to {@code end(i)} in UTF-16 units of the text.
 */
public final class Tokens {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Sens", "Rep", "Reps", "Gov", "Gen", "Lt", "Col", "Sgt", "Capt",
            "Cmdr", "Adm", "Maj", "Brig", "Rev", "Hon", "Pres", "St", "ST", "Mt", "Ft", "FT", "Jr", "Sr", "Inc", "Corp",
            "Co", "Ltd", "Bros", "Cos", "vs", "No", "Nos", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept",
            "Sep", "Oct", "Nov", "Dec", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind",
            "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa",
            "Penn", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "Messrs", "Supt", "Det", "Atty", "Assn", "Dept",
            "Univ", "al", "etc", "ave", "blvd", "pp", "fig", "approx", "est");

    private static final int LONGEST_ABBREVIATION = 6;

    private static final int SHORTEST_GLUED = 6;
    private static final List<String> GLUED_VERBS =
            List.of("said", "told", "says", "posted", "wrote", "claimed", "announced");

    /** Words that scraped text glues to a verb or an acronym before them. */
    private static final Set<String> GLUED_WORDS = Set.of(
            "he",
            "she",
            "it",
            "they",
            "in",
            "on",
            "at",
            "to",
            "that",
            "the",
            "a",
            "and",
            "about",
            "during",
            "after",
            "last",
            "reporters",
            "this",
            "by",
            "for",
            "with",
            "from",
            "earlier",
            "social",
            "online",
            "also");

    /** Words that scraped text glues to the name before them. */
    private static final Set<String> AFTER_NAMES = Set.of(
            "and",
            "are",
            "was",
            "were",
            "has",
            "had",
            "have",
            "that",
            "who",
            "will",
            "but",
            "for",
            "from",
            "with",
            "after",
            "said",
            "told",
            "says",
            "signed",
            "posted",
            "announced",
            "claimed",
            "wrote",
            "added",
            "is",
            "to",
            "of",
            "when",
            "while",
            "would",
            "could",
            "did",
            "also",
            "then",
            "which",
            "where",
            "because",
            "before",
            "about",
            "against",
            "called",
            "warned",
            "asked",
            "argued",
            "denied",
            "blasted",
            "slammed",
            "praised",
            "bashed",
            "accused",
            "vowed",
            "urged",
            "plans",
            "earlier",
            "last",
            "this",
            "the");

    private static final Set<String> DIRECTIONS = Set.of(
            "North", "South", "East", "West", "Inter", "Under", "Over", "Super", "Trans", "Micro", "Multi", "Counter");

    /** Those that part a name without its capital, too. */
    private static final List<String> AFTER_SMALL = List.of(
            "said", "told", "claimed", "announced", "wrote", "warned", "argued", "denied", "posted", "signed", "asked");

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int[] sentenceOf;
    private final int[] firstOfSentence;

    private Tokens(String text, Packer packed) {
        this.text = text;
        this.starts = Arrays.copyOf(packed.starts, packed.size);
        this.ends = Arrays.copyOf(packed.ends, packed.size);
        this.sentenceOf = Arrays.copyOf(packed.sentenceOf, packed.size);
        this.firstOfSentence = packed.firstOfSentence;
    }

    /** The tokens of those stretches of {@code text} that {@code sentences} cover (sorted, not overlapping). */
    public static Tokens of(String text, List<Span> sentences) {
        Packer packer = new Packer(text.length() / 4 + 16, sentences.size());
        Vocabulary vocabulary = new Vocabulary(text);
        for (int i = 0; i < sentences.size(); i++) {
            packer.firstOfSentence[i] = packer.size;
            packer.sentence = i;
            new Scanner(text, sentences.get(i), packer, vocabulary).scan();
        }
        packer.firstOfSentence[sentences.size()] = packer.size;
        return new Tokens(text, packer);
    }

    /** Number of tokens. */
    public int size() {
        return starts.length;
    }

    /** First UTF-16 unit of token {@code i}. */
    public int start(int i) {
        return starts[i];
    }

    /** One past the last UTF-16 unit of token {@code i}. */
    public int end(int i) {
        return ends[i];
    }

    /** The characters of token {@code i}. */
    public String word(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Number, from 0, of the sentence that holds token {@code i}. */
    public int sentenceOf(int i) {
        return sentenceOf[i];
    }

    /** Number of sentences, those without a token included. */
    public int sentenceCount() {
        return firstOfSentence.length - 1;
    }

    /** Index of the first token of a sentence; equals {@link #sentenceEnd} if the sentence has none. */
    public int sentenceStart(int sentence) {
        return firstOfSentence[sentence];
    }

    /** One past the index of the last token of a sentence. */
    public int sentenceEnd(int sentence) {
        return firstOfSentence[sentence + 1];
    }

    /** First character of token {@code i}. */
    public char firstChar(int i) {
        return text.charAt(starts[i]);
    }

    /** True if token {@code i} begins with a capital letter. */
    public boolean isCapitalized(int i) {
        return Character.isUpperCase(text.charAt(starts[i]));
    }

    /** True if token {@code i} is exactly {@code word}. */
    public boolean is(int i, String word) {
        return ends[i] - starts[i] == word.length() && text.startsWith(word, starts[i]);
    }

    /** The whole text that was split. */
    public String text() {
        return text;
    }

    /** Index of the first token that starts at or after {@code offset}; {@link #size} if there is none. */
    public int indexAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 1;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.isSurrogate(c);
    }

    private static final class Packer {
        private int[] starts;
        private int[] ends;
        private int[] sentenceOf;
        private final int[] firstOfSentence;
        private int size;
        private int sentence;

        private Packer(int capacity, int sentences) {
            starts = new int[capacity];
            ends = new int[capacity];
            sentenceOf = new int[capacity];
            firstOfSentence = new int[sentences + 1];
        }

        private void add(int start, int end) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                sentenceOf = Arrays.copyOf(sentenceOf, size * 2);
            }
            starts[size] = start;
            ends[size] = end;
            sentenceOf[size++] = sentence;
        }

        private boolean endsAt(int offset) {
            return size > 0 && ends[size - 1] == offset;
        }
    }

    /** The words of a text that tell where two of them lost the space between: read when first asked for. */
    private static final class Vocabulary {
        private static final int SHORTEST_NAME = 4;
        private static final int SHORTEST_REST = 2;
        private static final int SHORTEST_OWN = 4;

        /** So long a word is no ending of a compound ("Greenland", "Whitehouse"). */
        private static final int LONG_REST = 7;

        private final String text;
        private java.util.HashSet<String> names;
        private java.util.HashSet<String> others;

        private Vocabulary(String text) {
            this.text = text;
        }

        /** Where a word that the text has but once parts into a name and a word; -1 if it does not. */
        private int splitOf(int from, int end) {
            if (names == null) {
                read();
            }
            for (int at = end - SHORTEST_REST; at >= from + SHORTEST_NAME; at--) {
                if (!isRest(at, end)) {
                    continue;
                }
                String name = text.substring(from, at);
                String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                boolean small = Character.isLowerCase(name.charAt(0));
                if (names.contains(capitalised)
                        && !DIRECTIONS.contains(capitalised)
                        && !(small && others.contains(name))
                        && !isWord(from, end)) {
                    return at;
                }
            }
            return -1;
        }

        private boolean isRest(int at, int end) {
            String rest = text.substring(at, end);
            boolean verb = rest.endsWith("ed") && rest.length() >= SHORTEST_OWN;
            boolean known = others.contains(rest) && (verb || rest.length() >= LONG_REST);
            return AFTER_NAMES.contains(rest) || known || (verb && rest.length() >= LONG_REST);
        }

        /** Whether the text has the whole word a second time: then it is one. */
        private boolean isWord(int from, int end) {
            String word = text.substring(from, end);
            int first = text.indexOf(word);
            return text.indexOf(word, first + 1) >= 0;
        }

        private void read() {
            names = new java.util.HashSet<>();
            others = new java.util.HashSet<>();
            int at = 0;
            while (at < text.length()) {
                int start = at;
                while (at < text.length() && Character.isLetter(text.charAt(at))) {
                    at++;
                }
                if (at - start >= SHORTEST_NAME) {
                    boolean name =
                            Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start + 1));
                    boolean small = Character.isLowerCase(text.charAt(start));
                    if (name) {
                        names.add(text.substring(start, at));
                    } else if (small) {
                        others.add(text.substring(start, at));
                    }
                }
                at = at == start ? at + 1 : at;
            }
        }
    }

    /** One pass over one sentence. */
    private static final class Scanner {
        private final String text;
        private final int limit;
        private final Packer packer;
        private final Vocabulary vocabulary;
        private int at;

        private Scanner(String text, Span sentence, Packer packer, Vocabulary vocabulary) {
            this.text = text;
            this.vocabulary = vocabulary;
            this.at = sentence.start();
            this.limit = sentence.end();
            this.packer = packer;
        }

        private void scan() {
            while (at < limit) {
                char c = text.charAt(at);
                int start = at;
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    at++;
                } else if (isLetter(c)) {
                    at = endOfWord();
                    addWord(start, at);
                } else if (Character.isDigit(c)) {
                    at = endOfNumber();
                    packer.add(start, at);
                } else if (isApostrophe(c) && c != '‘' && packer.endsAt(at) && letterAt(at + 1)) {
                    at = endOfLetters(at + 1);
                    packer.add(start, at);
                } else {
                    at = endOfMark(c);
                    packer.add(start, at);
                }
            }
        }

        /** Adds a word, or the words that lost the spaces between them. */
        private void addWord(int start, int end) {
            int from = start;
            int split = end - start < SHORTEST_GLUED ? -1 : splitOf(from, end);
            while (split > 0) {
                packer.add(from, split);
                from = split;
                split = end - from < SHORTEST_GLUED ? -1 : splitOf(from, end);
            }
            packer.add(from, end);
        }

        /** Where glued words part; -1 if they do not. */
        private int splitOf(int from, int end) {
            int capital = from;
            while (capital < end && Character.isLowerCase(text.charAt(capital))) {
                capital++;
            }
            int small = capital;
            while (small < end && Character.isUpperCase(text.charAt(small))) {
                small++;
            }
            if (small - capital >= 3) {
                boolean before = capital - from >= 4;
                boolean after = capital == from && GLUED_WORDS.contains(text.substring(small, end));
                return before ? capital : after ? small : -1;
            }
            for (String verb : GLUED_VERBS) {
                int at = indexOf(verb, from, end);
                if (at >= from && isGluedVerb(from, at, at + verb.length(), end)) {
                    return at > from ? at : at + verb.length();
                }
            }
            return mayEndGlued(from, end) ? vocabulary.splitOf(from, end) : -1;
        }

        /** Whether a word in small letters, or with one capital before them, ends like one that follows names. */
        private boolean mayEndGlued(int from, int end) {
            for (int i = from + 1; i < end; i++) {
                if (!Character.isLowerCase(text.charAt(i))) {
                    return false;
                }
            }
            boolean name = Character.isUpperCase(text.charAt(from));
            for (String rest : name ? AFTER_NAMES : AFTER_SMALL) {
                if (end - from > rest.length() + 3 && text.startsWith(rest, end - rest.length())) {
                    return true;
                }
            }
            return name && end - from >= 8;
        }

        private int indexOf(String word, int from, int end) {
            for (int i = from; i + word.length() <= end; i++) {
                if (text.startsWith(word, i)) {
                    return i;
                }
            }
            return -1;
        }

        private boolean isGluedVerb(int from, int verb, int verbEnd, int end) {
            if (verbEnd == end) {
                return verbEnd - verb == 4 && verb - from >= 5 && !text.startsWith("fore", verb - 4);
            }
            boolean name = verb - from >= 4 && Character.isUpperCase(text.charAt(from));
            return (verb == from || name) && GLUED_WORDS.contains(text.substring(verbEnd, end));
        }

        private int endOfWord() {
            int start = at;
            int i = at + 1;
            while (i < limit) {
                char c = text.charAt(i);
                if (isLetter(c) || Character.isDigit(c)) {
                    if (isGlue(start, i)) {
                        return i;
                    }
                    i++;
                } else if (c == '&' && letterAt(i + 1) && i - start <= 3) {
                    i++;
                } else if (isApostrophe(c) && letterAt(i + 1)) {
                    if (isClitic(i + 1)) {
                        return i;
                    }
                    i++;
                } else if (c == '.') {
                    int next = afterFullStop(start, i);
                    if (next <= i + 1) {
                        boolean more = next == i + 1 && letterAt(next) && !letterAt(next + 1);
                        if (!more) {
                            return next;
                        }
                        i = next;
                    }
                } else {
                    return i;
                }
            }
            return i;
        }

        /** Where the word goes on (or ends) at a full stop at {@code i}: {@code i} leaves the stop out. */
        private int afterFullStop(int start, int i) {
            boolean initial = i - start == 1 || (i - start >= 3 && text.charAt(i - 2) == '.');
            if (initial) {
                boolean another = letterAt(i + 1) && !letterAt(i + 2);
                return another || Character.isUpperCase(text.charAt(i - 1)) ? i + 1 : i;
            }
            boolean abbreviation =
                    i - start <= LONGEST_ABBREVIATION && ABBREVIATIONS.contains(text.substring(start, i));
            return abbreviation ? i + 1 : i;
        }

        /**
         * True before the capital of {@code agencyXinhua} and {@code CybersecurityChina}: at least five lower-case letters
         * end there and a capital with at least two lower-case letters begins.
         */
        private boolean isGlue(int start, int i) {
            if (i - start < 5 || i + 3 > limit || !Character.isUpperCase(text.charAt(i))) {
                return false;
            }
            for (int k = i - 5; k < i; k++) {
                boolean capitalAtStart = k == start && Character.isUpperCase(text.charAt(k));
                if (!Character.isLowerCase(text.charAt(k)) && !capitalAtStart) {
                    return false;
                }
            }
            return Character.isLowerCase(text.charAt(i + 1)) && Character.isLowerCase(text.charAt(i + 2));
        }

        /** True if {@code 's}, {@code 't}, {@code 're} and their like begin at {@code from}. */
        private boolean isClitic(int from) {
            int length = endOfLetters(from) - from;
            if (length == 1) {
                return "sdmtSDMT".indexOf(text.charAt(from)) >= 0;
            }
            return length == 2
                    && (text.startsWith("re", from) || text.startsWith("ve", from) || text.startsWith("ll", from));
        }

        private int endOfLetters(int from) {
            int i = from;
            while (i < limit && isLetter(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private int endOfNumber() {
            int i = at + 1;
            while (i < limit) {
                char c = text.charAt(i);
                boolean inside = isLetter(c) || Character.isDigit(c);
                boolean separator =
                        (c == '.' || c == ',' || c == ':') && i + 1 < limit && Character.isDigit(text.charAt(i + 1));
                if (!inside && !separator) {
                    break;
                }
                i++;
            }
            return i;
        }

        /** Runs of full stops, hyphens and underscores are one mark. */
        private int endOfMark(char c) {
            int i = at + 1;
            while (i < limit && text.charAt(i) == c && (c == '.' || c == '-' || c == '_')) {
                i++;
            }
            return i;
        }

        private boolean letterAt(int i) {
            return i < limit && isLetter(text.charAt(i));
        }

        private static boolean isApostrophe(char c) {
            return c == '\'' || c == '’' || c == 'ʼ' || c == '‘';
        }
    }
}

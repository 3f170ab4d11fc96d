package org.newsweft.text.reading.page;

import java.util.Arrays;

/**
 * Reads a block once, character by character, and counts everything that {@link TextBlock} keeps. Used again for every
 * block of a page; not thread-safe.
 */
final class BlockScanner {
    private static final String JOINERS = "'’.-";
    private static final String SEPARATORS = "|•·»›>";
    private static final String CLOSING = ")]\"'”’»";
    private static final int CAPTION_REACH = 40;
    private static final int COPYRIGHT_REACH = 4;
    private static final int SHORT_NOTICE = 12;

    private final PageVocabulary vocabulary;
    private final Lexicon lexicon;
    private int[] seenInBlock = new int[256];

    int number;
    int start;
    int end;
    String text;
    int[] parts = new int[256];
    int[] partStarts = new int[256];
    int[] partEnds = new int[256];
    int partCount;
    int[] contentWords = new int[256];
    int contentCount;
    int words;
    int spacedWords;
    int wordChars;
    int alphabeticWords;
    int capitalisedWords;
    int allCapitalWords;
    int functionWords;
    int shortLowerWords;
    int nonFunctionWords;
    int nonFunctionCapitalised;
    int digits;
    int punctuation;
    int commas;
    int doubleQuotes;
    int separators;
    int sentenceBreaks;
    boolean endsSentence;
    long markers;

    BlockScanner(Lexicon lexicon, PageVocabulary vocabulary) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
    }

    /**
     * Counts everything in one block.
     *
     * @param blockNumber position in the page
     * @param raw the raw text
     * @param from first unit of the block, not white space
     * @param to one past its last unit, which is not white space
     */
    TextBlock scan(int blockNumber, String raw, int from, int to) {
        reset();
        number = blockNumber;
        start = from;
        end = to;
        text = Whitespace.collapse(raw, from, to);
        countCharacters();
        countWords();
        endsSentence = endsSentence(text);
        findMarkers();
        return new TextBlock(this);
    }

    private void reset() {
        partCount = 0;
        contentCount = 0;
        words = 0;
        spacedWords = 0;
        wordChars = 0;
        alphabeticWords = 0;
        capitalisedWords = 0;
        allCapitalWords = 0;
        functionWords = 0;
        shortLowerWords = 0;
        nonFunctionWords = 0;
        nonFunctionCapitalised = 0;
        digits = 0;
        punctuation = 0;
        commas = 0;
        doubleQuotes = 0;
        separators = 0;
        sentenceBreaks = 0;
        markers = 0;
    }

    private void countCharacters() {
        spacedWords = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                spacedWords++;
            } else if (!Character.isLetterOrDigit(c)) {
                countPunctuation(c, i);
            } else if (Character.isDigit(c)) {
                digits++;
            }
        }
    }

    private void countPunctuation(char c, int at) {
        punctuation++;
        if (c == ',') {
            commas++;
        } else if (c == '"' || c == '“' || c == '”') {
            doubleQuotes++;
        } else if (SEPARATORS.indexOf(c) >= 0) {
            separators++;
        } else if ((c == '.' || c == '!' || c == '?') && startsSentence(at + 1)) {
            sentenceBreaks++;
        }
    }

    /** True if closing quotes, a space and then a capital or a digit follow. */
    private boolean startsSentence(int from) {
        int i = from;
        while (i < text.length() && "\"'”’)".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i >= text.length() || text.charAt(i) != ' ') {
            return false;
        }
        i++;
        if (i < text.length() && "\"'“‘(".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && ((text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') || isAsciiDigit(text.charAt(i)));
    }

    private void countWords() {
        int length = text.length();
        int i = 0;
        while (i < length) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int wordStart = i;
            int firstPart = partCount;
            i = partFrom(i);
            while (i + 1 < length
                    && JOINERS.indexOf(text.charAt(i)) >= 0
                    && Character.isLetterOrDigit(text.charAt(i + 1))) {
                i = partFrom(i + 1);
            }
            countWord(wordStart, i, firstPart);
        }
    }

    private int partFrom(int from) {
        int i = from + 1;
        while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        if (partCount == parts.length) {
            int capacity = partCount * 2;
            parts = Arrays.copyOf(parts, capacity);
            partStarts = Arrays.copyOf(partStarts, capacity);
            partEnds = Arrays.copyOf(partEnds, capacity);
            contentWords = Arrays.copyOf(contentWords, capacity);
        }
        int id = vocabulary.add(text, from, i);
        parts[partCount] = id;
        partStarts[partCount] = from;
        partEnds[partCount] = i;
        partCount++;
        if (vocabulary.isContentWord(id) && firstInBlock(id)) {
            contentWords[contentCount++] = id;
        }
        return i;
    }

    /** Each block leaves its own stamp, so that nothing has to be cleared between blocks. */
    private boolean firstInBlock(int id) {
        if (id >= seenInBlock.length) {
            seenInBlock = Arrays.copyOf(seenInBlock, Math.max(id + 1, seenInBlock.length * 2));
        }
        if (seenInBlock[id] == number + 1) {
            return false;
        }
        seenInBlock[id] = number + 1;
        return true;
    }

    private void countWord(int from, int to, int firstPart) {
        words++;
        wordChars += to - from;
        boolean single = partCount == firstPart + 1;
        boolean function = single && vocabulary.isFunctionWord(parts[firstPart]);
        if (function) {
            functionWords++;
        }
        if (single && to - from <= 3 && isLowerLetters(from, to)) {
            shortLowerWords++;
        }
        char first = text.charAt(from);
        if (Character.isLetter(first)) {
            boolean capital = Character.isUpperCase(first);
            alphabeticWords++;
            capitalisedWords += capital ? 1 : 0;
            allCapitalWords += capital && to - from > 1 && isUpper(from, to) ? 1 : 0;
            if (!function) {
                nonFunctionWords++;
                nonFunctionCapitalised += capital ? 1 : 0;
            }
        }
    }

    private boolean isLowerLetters(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isUpper(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Ends with a full stop or its like, then closing quotes or brackets, then perhaps footnote marks such as [3]. */
    static boolean endsSentence(String text) {
        int i = text.length();
        while (true) {
            int open = footnoteStart(text, i);
            if (open < 0) {
                break;
            }
            i = open;
        }
        while (i > 0 && CLOSING.indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i > 0 && ".!?…".indexOf(text.charAt(i - 1)) >= 0;
    }

    private static int footnoteStart(String text, int end) {
        int i = end - 1;
        if (i < 2 || text.charAt(i) != ']') {
            return -1;
        }
        i--;
        int digitsEnd = i;
        while (i > 0 && isAsciiDigit(text.charAt(i))) {
            i--;
        }
        return i < digitsEnd && text.charAt(i) == '[' ? i : -1;
    }

    private void findMarkers() {
        lexicon.find(vocabulary, parts, partCount, this::found);
        if (claimsCopyright() || hasBracketedC()) {
            markers |= Marker.COPY.bit();
        }
        if (hasPrice()) {
            markers |= Marker.PRICE.bit();
        }
        if (hasAddress()) {
            markers |= Marker.URL.bit();
        }
        if (digits > 0) {
            if (endsWithAge()) {
                markers |= Marker.TIME.bit();
            }
            if (DateScanner.looksLikeDate(this, vocabulary)) {
                markers |= Marker.DATE.bit();
            }
        }
    }

    private void found(long found, int first, int last) {
        markers |= found;
        int after = partEnds[last];
        if ((found & Marker.CAPTION_WORD.bit()) != 0
                && text.length() - after <= CAPTION_REACH
                && text.indexOf('.', after) < 0) {
            markers |= Marker.CAPTION.bit();
        }
        int before = partStarts[first] - 1;
        if ((found & Marker.CAPTION_OPEN.bit()) != 0 && before >= 0 && text.charAt(before) == '(') {
            markers |= Marker.CAPTION.bit();
        }
        if ((found & Marker.MORE_COLON.bit()) != 0 && after < text.length() && text.charAt(after) == ':') {
            markers |= Marker.MORE.bit();
        }
        if ((found & Marker.BYLINE_START.bit()) != 0 && namesSomebody(after)) {
            markers |= Marker.BYLINE.bit();
        }
        if ((found & Marker.AUTHOR_ROLE.bit()) != 0 && followsIsA(first)) {
            markers |= Marker.AUTHOR.bit();
        }
    }

    /** After "by": a capital or an @, or nothing at all. */
    private boolean namesSomebody(int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == ':')) {
            i++;
        }
        return (i == text.length() && partCount == 1 && text.equalsIgnoreCase("by"))
                || (i > from && i < text.length() && (Character.isUpperCase(text.charAt(i)) || text.charAt(i) == '@'));
    }

    /** "is a", "is an" or "is the" stands at most five words before. */
    private boolean followsIsA(int role) {
        for (int i = role - 1; i >= Math.max(1, role - 8); i--) {
            String word = vocabulary.word(parts[i]);
            if ((word.equals("a") || word.equals("an") || word.equals("the"))
                    && vocabulary.word(parts[i - 1]).equals("is")) {
                return true;
            }
        }
        return false;
    }

    /** A copyright sign at an end of the block, before a year, or in a line that is no sentence. */
    private boolean claimsCopyright() {
        int at = text.indexOf('©');
        if (at < 0) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return at <= COPYRIGHT_REACH
                || next >= text.length() - COPYRIGHT_REACH
                || isAsciiDigit(text.charAt(next))
                || !endsSentence
                || words <= SHORT_NOTICE;
    }

    private boolean hasBracketedC() {
        int at = text.indexOf("(c)");
        if (at < 0) {
            at = text.indexOf("(C)");
        }
        if (at < 0) {
            return false;
        }
        int next = at + 3;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && isAsciiDigit(text.charAt(next));
    }

    private boolean hasPrice() {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$' || c == '£' || c == '€') {
                char next =
                        text.charAt(i + 1) == ' ' && i + 2 < text.length() ? text.charAt(i + 2) : text.charAt(i + 1);
                if (isAsciiDigit(next)) {
                    return true;
                }
            } else if (c == '%' && i > 0 && isAsciiDigit(text.charAt(i - 1)) && text.startsWith(" off", i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** An address of the web or a user name with @. */
    private boolean hasAddress() {
        if (text.contains("http://") || text.contains("https://") || text.contains("www.")) {
            return true;
        }
        int at = text.indexOf('@');
        if (at >= 0 && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1))) {
            return true;
        }
        for (int i = 1; i < partCount; i++) {
            if (partStarts[i] == partEnds[i - 1] + 1 && text.charAt(partEnds[i - 1]) == '.' && isTopLevel(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTopLevel(int part) {
        int length = partEnds[part] - partStarts[part];
        if (length == 3) {
            String word = vocabulary.word(parts[part]);
            return word.equals("com") || word.equals("org") || word.equals("net") || word.equals("gov");
        }
        return length == 2 && text.startsWith("co.uk", partStarts[part]);
    }

    /** Ends with an age or a duration: "3 hours ago", "5 min read", "12h". */
    private boolean endsWithAge() {
        int last = partCount - 1;
        if (last < 0 || partEnds[last] != text.length()) {
            return false;
        }
        String word = vocabulary.word(parts[last]);
        if (word.equals("ago") || word.equals("read")) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        String unit = vocabulary.word(parts[last]);
        int letter = 0;
        while (letter < unit.length() && isAsciiDigit(unit.charAt(letter))) {
            letter++;
        }
        if (letter > 0) {
            return letter < unit.length() && isTimeUnit(unit.substring(letter));
        }
        return last > 0
                && isTimeUnit(unit)
                && isAsciiDigit(text.charAt(partEnds[last - 1] - 1))
                && partStarts[last] - partEnds[last - 1] <= 1;
    }

    private static boolean isTimeUnit(String word) {
        return switch (word) {
            case "s", "sec", "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours" -> true;
            case "d", "day", "days", "week", "weeks", "month", "months", "year", "years" -> true;
            default -> false;
        };
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

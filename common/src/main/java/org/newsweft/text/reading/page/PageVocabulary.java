package org.newsweft.text.reading.page;

import java.util.Arrays;

/**
 * The distinct words of one page in lower case, numbered in order of appearance, with what is worth knowing of each
 * once. An open-addressing table over stretches of text, so that looking a word up creates no string. Not thread-safe:
 * one per page.
 */
public final class PageVocabulary {
    private static final int MIN_CONTENT_LENGTH = 4;

    private final Lexicon lexicon;
    private int[] slots = new int[1024];
    private int[] hashes = new int[256];
    private String[] words = new String[256];
    private boolean[] function = new boolean[256];
    private boolean[] content = new boolean[256];
    private boolean[] month = new boolean[256];
    private Lexicon.Node[][] entries = new Lexicon.Node[256][];
    private int size;

    PageVocabulary(Lexicon lexicon) {
        this.lexicon = lexicon;
        Arrays.fill(slots, -1);
    }

    public int size() {
        return size;
    }

    public String word(int id) {
        return words[id];
    }

    public boolean isFunctionWord(int id) {
        return function[id];
    }

    /** A word of at least four letters, nothing but letters, that is not a function word. */
    boolean isContentWord(int id) {
        return content[id];
    }

    boolean isMonth(int id) {
        return month[id];
    }

    Lexicon.Node[] phraseEntries(int id) {
        return entries[id];
    }

    /** Number of the word, or -1 if the page does not have it; {@code lowerCase} must be in lower case. */
    public int find(String lowerCase) {
        int slot = slotOf(lowerCase, 0, lowerCase.length(), hash(lowerCase, 0, lowerCase.length()));
        return slots[slot];
    }

    /** Number of the word that stands from {@code start} to {@code end}, given one if it is new. */
    public int add(String text, int start, int end) {
        int hash = hash(text, start, end);
        int slot = slotOf(text, start, end, hash);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == words.length) {
            grow();
            slot = slotOf(text, start, end, hash);
        }
        slots[slot] = size;
        hashes[size] = hash;
        describe(size, lowerCase(text, start, end));
        return size++;
    }

    private void describe(int id, String word) {
        words[id] = word;
        function[id] = lexicon.isFunctionWord(word);
        content[id] = word.length() >= MIN_CONTENT_LENGTH && !function[id] && isLetters(word);
        month[id] = MonthNames.number(word) > 0;
        entries[id] = lexicon.entries(word);
    }

    private int slotOf(String text, int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] >= 0 && !(hashes[slots[slot]] == hash && same(words[slots[slot]], text, start, end))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int capacity = size * 2;
        words = Arrays.copyOf(words, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        function = Arrays.copyOf(function, capacity);
        content = Arrays.copyOf(content, capacity);
        month = Arrays.copyOf(month, capacity);
        entries = Arrays.copyOf(entries, capacity);
        slots = new int[capacity * 4];
        Arrays.fill(slots, -1);
        int mask = slots.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = hashes[id] & mask;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = id;
        }
    }

    private static int hash(String text, int start, int end) {
        int hash = 7;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + lower(text.charAt(i));
        }
        return hash ^ (hash >>> 15);
    }

    private static boolean same(String word, String text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (word.charAt(i - start) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String lowerCase(String text, int start, int end) {
        char[] lower = new char[end - start];
        for (int i = start; i < end; i++) {
            lower[i - start] = lower(text.charAt(i));
        }
        return new String(lower);
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    private static boolean isLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

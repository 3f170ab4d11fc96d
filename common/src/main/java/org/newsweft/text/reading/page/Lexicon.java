package org.newsweft.text.reading.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Resources;

/**
 * Function words, and the phrases that mark boilerplate, as a trie over words: every phrase of a block is found in one
 * pass, in time linear in its words (phrases have at most six).
 */
public final class Lexicon {
    /** Called for every phrase found; both indices are inclusive word positions in the block. */
    interface Sink {
        void found(long markers, int firstWord, int lastWord);
    }

    /** One word further into some phrases. */
    static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Prefix> prefixes = new ArrayList<>();
        private long anywhere;
        private long atEnd;

        private Node child(String word) {
            if (!word.endsWith("*")) {
                return children.computeIfAbsent(word, w -> new Node());
            }
            String stem = word.substring(0, word.length() - 1);
            for (Prefix prefix : prefixes) {
                if (prefix.stem().equals(stem)) {
                    return prefix.node();
                }
            }
            Prefix added = new Prefix(stem, new Node());
            prefixes.add(added);
            return added.node();
        }

        /** The nodes that {@code word} leads to: usually none. */
        Node[] step(String word) {
            Node exact = children.get(word);
            Node[] found = exact == null ? NOWHERE : new Node[] {exact};
            for (Prefix prefix : prefixes) {
                if (word.startsWith(prefix.stem())) {
                    found = Arrays.copyOf(found, found.length + 1);
                    found[found.length - 1] = prefix.node();
                }
            }
            return found;
        }
    }

    private record Prefix(String stem, Node node) {}

    private static final Node[] NOWHERE = {};

    private final Set<String> functionWords;
    private final Node anywhere = new Node();
    private final Node atStart = new Node();

    private Lexicon(Set<String> functionWords) {
        this.functionWords = functionWords;
    }

    public static Lexicon load() {
        Set<String> functionWords = new HashSet<>();
        for (String line : Resources.entries(Lexicon.class, "function-words.txt")) {
            functionWords.addAll(List.of(line.split(" ", -1)));
        }
        Lexicon lexicon = new Lexicon(Set.copyOf(functionWords));
        for (String line : Resources.entries(Lexicon.class, "lexicon.tsv")) {
            int tab = line.indexOf('\t');
            Marker marker = Marker.named(line.substring(0, tab));
            for (String phrase : line.substring(tab + 1).split(" \\| ", -1)) {
                lexicon.add(marker, phrase.strip());
            }
        }
        return lexicon;
    }

    private void add(Marker marker, String phrase) {
        boolean start = phrase.startsWith("^ ");
        boolean end = phrase.endsWith(" $");
        String words = phrase.substring(start ? 2 : 0, phrase.length() - (end ? 2 : 0));
        Node node = start ? atStart : anywhere;
        for (String word : words.split(" ", -1)) {
            node = node.child(word);
        }
        if (end) {
            node.atEnd |= marker.bit();
        } else {
            node.anywhere |= marker.bit();
        }
    }

    boolean isFunctionWord(String lowerCase) {
        return functionWords.contains(lowerCase);
    }

    /** Where phrases that begin with this word stand in the trie; to be asked once per distinct word of a page. */
    Node[] entries(String word) {
        return anywhere.step(word);
    }

    /** Finds every phrase in the words of one block. */
    void find(PageVocabulary vocabulary, int[] words, int count, Sink sink) {
        if (count == 0) {
            return;
        }
        for (Node node : atStart.step(vocabulary.word(words[0]))) {
            follow(node, vocabulary, words, count, 0, 0, sink);
        }
        for (int i = 0; i < count; i++) {
            for (Node node : vocabulary.phraseEntries(words[i])) {
                follow(node, vocabulary, words, count, i, i, sink);
            }
        }
    }

    private static void follow(
            Node node, PageVocabulary vocabulary, int[] words, int count, int first, int at, Sink sink) {
        long markers = node.anywhere | (at == count - 1 ? node.atEnd : 0);
        if (markers != 0) {
            sink.found(markers, first, at);
        }
        if (at + 1 < count && !(node.children.isEmpty() && node.prefixes.isEmpty())) {
            for (Node next : node.step(vocabulary.word(words[at + 1]))) {
                follow(next, vocabulary, words, count, first, at + 1, sink);
            }
        }
    }
}

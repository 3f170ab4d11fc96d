package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageVocabulary;

/**
 * Finds which blocks of a page make up an article body that is known only as text. A line such as "Sports" may stand in
 * a menu and in the body: so the blocks are matched as a chain that follows the order of the body, the one that covers
 * most of it, and not one by one.
 */
final class BodyAlignment {
    /** What is known of a block. */
    enum Answer {
        BODY,
        OTHER,
        /** Only in part, or out of order: to be left out of training. */
        UNSURE
    }

    private static final int GRAM = 3;
    private static final int MAX_PLACES = 40;
    private static final int LONG_BLOCK = 400;

    private final Page page;
    private final int[] body;
    private final Map<Long, List<Integer>> gramPlaces = new HashMap<>();
    private final Map<Integer, List<Integer>> wordPlaces = new HashMap<>();

    private BodyAlignment(Page page, int[] body) {
        this.page = page;
        this.body = body;
        for (int i = 0; i < body.length; i++) {
            wordPlaces.computeIfAbsent(body[i], word -> new ArrayList<>()).add(i);
            if (i + GRAM <= body.length) {
                gramPlaces
                        .computeIfAbsent(gram(body, i), gram -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** One answer for each block of the page; words of {@code body} that the page lacks are added to its vocabulary. */
    static List<Answer> align(Page page, String body) {
        return new BodyAlignment(page, words(page.vocabulary(), body)).answers();
    }

    private static int[] words(PageVocabulary vocabulary, String text) {
        int[] words = new int[16];
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
                words[count++] = vocabulary.add(text, i, end);
            }
            i = Math.max(end, i + 1);
        }
        return Arrays.copyOf(words, count);
    }

    private List<Answer> answers() {
        double[] coverage = new double[page.size()];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = coverage(page.block(i).parts);
        }
        boolean[] inChain = new Chain().blocks(coverage);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            int words = page.block(i).parts.length;
            if (inChain[i] || (words >= 10 && coverage[i] >= .9)) {
                answers.add(Answer.BODY);
            } else {
                answers.add(words >= 6 && coverage[i] > .3 ? Answer.UNSURE : Answer.OTHER);
            }
        }
        return answers;
    }

    /** Share of the words that stand in trigrams of the body. */
    private double coverage(int[] words) {
        boolean[] covered = new boolean[words.length];
        for (int i = 0; i + GRAM <= words.length; i++) {
            if (gramPlaces.containsKey(gram(words, i))) {
                Arrays.fill(covered, i, i + GRAM, true);
            }
        }
        int count = 0;
        for (boolean word : covered) {
            count += word ? 1 : 0;
        }
        return words.length == 0 ? 0 : (double) count / words.length;
    }

    /** Where in the body a block may begin. */
    private List<Integer> places(int[] words, double coverage) {
        if (words.length == 0 || words.length > LONG_BLOCK) {
            return List.of();
        }
        List<Integer> starts = words.length >= GRAM
                ? gramPlaces.getOrDefault(gram(words, 0), List.of())
                : wordPlaces.getOrDefault(words[0], List.of());
        List<Integer> places = new ArrayList<>();
        for (int start : starts) {
            boolean same = start + words.length <= body.length
                    && Arrays.equals(body, start, start + words.length, words, 0, words.length);
            if (places.size() < MAX_PLACES && (same || (words.length >= GRAM && coverage >= .8))) {
                places.add(start);
            }
        }
        return places;
    }

    private static long gram(int[] words, int at) {
        return ((long) words[at] << 42) ^ ((long) words[at + 1] << 21) ^ words[at + 2];
    }

    /** The best increasing chain of blocks and places: a Fenwick tree over places keeps the best chain up to each. */
    private final class Chain {
        private record Link(int block, double value, Link before) {}

        private final Link[] tree = new Link[body.length + 2];

        private boolean[] blocks(double[] coverage) {
            for (int i = 0; i < page.size(); i++) {
                int[] words = page.block(i).parts;
                List<Link> links = new ArrayList<>();
                List<Integer> ends = new ArrayList<>();
                for (int place : places(words, coverage[i])) {
                    Link before = bestUpTo(place);
                    // Short lines count for less: one word in order is weak evidence.
                    double gain = words.length < 4 ? words.length * words.length : 4.0 * words.length;
                    links.add(new Link(i, (before == null ? 0 : before.value()) + gain, before));
                    ends.add(Math.min(body.length, place + words.length));
                }
                for (int k = 0; k < links.size(); k++) {
                    put(ends.get(k), links.get(k));
                }
            }
            boolean[] inChain = new boolean[page.size()];
            for (Link link = bestUpTo(body.length); link != null; link = link.before()) {
                inChain[link.block()] = true;
            }
            return inChain;
        }

        private Link bestUpTo(int place) {
            Link best = null;
            for (int i = place + 1; i > 0; i -= i & -i) {
                best = better(best, tree[i]);
            }
            return best;
        }

        private void put(int place, Link link) {
            for (int i = place + 1; i < tree.length; i += i & -i) {
                tree[i] = better(tree[i], link);
            }
        }

        private static Link better(Link one, Link other) {
            return one == null || (other != null && other.value() > one.value()) ? other : one;
        }
    }
}

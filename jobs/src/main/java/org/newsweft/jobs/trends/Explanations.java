package org.newsweft.jobs.trends;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the terms that stand out together are explained by another, so that one happening is one row.
 *
 * <ul>
 *   <li>By its words: a word by a phrase that holds it, a phrase by a longer one, a word or phrase by the entity whose name
 *       holds it, if the other has {@value #SAME_WORDS} of its stories.
 *   <li>By its stories: what is left is gone through from the strongest down; a term is explained by a stronger one that has
 *       its stories, more of them than chance has by {@value #SAME_STORIES} of what is possible (Cohen's kappa of the
 *       stories of the term), or the other way round if the two are of a size.
 * </ul>
 */
final class Explanations {
    private static final double SAME_WORDS = 0.5;
    private static final double SAME_STORIES = 0.6;

    /** Beyond so many times its stories, a wider term is no other name for the same. */
    private static final double OF_A_SIZE = 2;

    /** How many of the strongest may explain others. */
    private static final int MOST_HEADS = 300;

    private Explanations() {}

    /**
     * A term that stands out.
     *
     * @param name what is written into {@code part_of}
     * @param kind word, phrase or entity
     * @param words its words, or those of the entity's name, in lower case and separated by a space
     * @param strength stronger terms explain weaker ones
     * @param stories its stories, each a number of its own
     * @param total all stories of its time
     */
    @SuppressWarnings("ArrayRecordComponent") // One task makes it and reads it; nothing compares it.
    record Candidate(String name, String kind, String words, double strength, long[] stories, long total) {
        private boolean isEntity() {
            return kind.equals(TermCounts.ENTITY);
        }
    }

    /** For each candidate the name of what explains it, null where it stands for itself. */
    static String[] of(List<Candidate> candidates) {
        Map<Long, Integer> numbers = new HashMap<>();
        List<BitSet> stories = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        for (Candidate candidate : candidates) {
            BitSet set = new BitSet();
            for (long story : candidate.stories()) {
                set.set(numbers.computeIfAbsent(story, any -> numbers.size()));
            }
            stories.add(set);
            words.add(new HashSet<>(List.of(candidate.words().split(" "))));
        }
        Map<String, List<Integer>> withWord = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i)) {
                withWord.computeIfAbsent(word, any -> new ArrayList<>()).add(i);
            }
        }
        String[] explained = new String[candidates.size()];
        for (int i = 0; i < explained.length; i++) {
            explained[i] = byWords(i, candidates, stories, words, withWord);
        }
        byStories(candidates, stories, explained);
        return explained;
    }

    /** @param withWord the candidates that hold each word, so that not each is held against each */
    private static String byWords(
            int at,
            List<Candidate> candidates,
            List<BitSet> stories,
            List<Set<String>> words,
            Map<String, List<Integer>> withWord) {
        Candidate term = candidates.get(at);
        if (term.isEntity()) {
            return null;
        }
        Candidate best = null;
        int most = 0;
        List<Integer> mayHold = words.get(at).stream()
                .map(withWord::get)
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
        for (int i : mayHold) {
            Candidate other = candidates.get(i);
            if (i == at || !holds(other, words.get(i), term, words.get(at))) {
                continue;
            }
            int shared = shared(stories.get(at), stories.get(i));
            boolean same = shared > 0 && shared >= SAME_WORDS * term.stories().length;
            if (same && (best == null || shared > most || (shared == most && precedes(other, best)))) {
                best = other;
                most = shared;
            }
        }
        return best == null ? null : best.name();
    }

    /** True if the other's words are those of the term and more, or an entity's name holds them. */
    private static boolean holds(Candidate other, Set<String> otherWords, Candidate term, Set<String> termWords) {
        if (otherWords.size() < termWords.size() || !otherWords.containsAll(termWords)) {
            return false;
        }
        return other.isEntity()
                || (other.kind().equals("phrase")
                        && other.words().length() > term.words().length()
                        && (" " + other.words() + " ").contains(" " + term.words() + " "));
    }

    private static boolean precedes(Candidate a, Candidate b) {
        return Comparator.comparing(Candidate::isEntity)
                        .thenComparing(candidate -> candidate.words().length())
                        .reversed()
                        .thenComparing(Candidate::name)
                        .compare(a, b)
                < 0;
    }

    private static void byStories(List<Candidate> candidates, List<BitSet> stories, String[] explained) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < explained.length; i++) {
            if (explained[i] == null) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -candidates.get(i).strength())
                .thenComparing(i -> -candidates.get(i).stories().length)
                .thenComparing(i -> candidates.get(i).kind())
                .thenComparing(i -> candidates.get(i).name()));
        List<Integer> heads = new ArrayList<>();
        for (int at : order) {
            Candidate term = candidates.get(at);
            double closest = 0;
            for (int head : heads) {
                double kappa = kappa(stories.get(at), stories.get(head), candidates.get(head), term);
                if (kappa >= SAME_STORIES && kappa > closest) {
                    closest = kappa;
                    explained[at] = candidates.get(head).name();
                }
            }
            if (explained[at] == null && heads.size() < MOST_HEADS) {
                heads.add(at);
            }
        }
    }

    private static double kappa(BitSet stories, BitSet ofHead, Candidate head, Candidate term) {
        int shared = shared(stories, ofHead);
        double inHead = beyondChance(shared, term.stories().length, head.stories().length, head.total());
        boolean ofASize = term.stories().length <= OF_A_SIZE * head.stories().length;
        double inTerm = ofASize ? beyondChance(shared, head.stories().length, term.stories().length, term.total()) : 0;
        return Math.max(inHead, inTerm);
    }

    private static double beyondChance(int shared, int own, int others, long total) {
        double chance = Math.min(1, (double) others / total);
        return own == 0 || chance >= 1 ? 0 : ((double) shared / own - chance) / (1 - chance);
    }

    private static int shared(BitSet a, BitSet b) {
        if (!a.intersects(b)) {
            return 0;
        }
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }
}

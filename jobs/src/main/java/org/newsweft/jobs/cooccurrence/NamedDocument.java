package org.newsweft.jobs.cooccurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * Which entities a document names in which of its sentences.
 *
 * <p>A <em>window</em> of reach K is K + 1 sentences in a row; windows overhang the document at both ends, so that every
 * sentence lies in K + 1 of them. Two names in sentences d apart then share K + 1 - d windows: counting windows weights a
 * meeting by its distance, in whole numbers, and leaves a table of four counts like that of sentences.
 */
final class NamedDocument {
    /** A document that names more entities than this is a list: it says nothing of who goes with whom. */
    static final int LIST_FROM = 151;

    private final List<String> entities;
    /** By entity: the numbers of the sentences that name it, ascending. */
    private final long[][] sentences;

    private final int reach;

    private NamedDocument(List<String> entities, long[][] sentences, int reach) {
        this.entities = entities;
        this.sentences = sentences;
        this.reach = reach;
    }

    /**
     * How often one entity is named, or two meet.
     *
     * @param a the entity, or that which sorts first
     * @param b the one that sorts second; null for one entity
     * @param sentences sentences that name it or both
     * @param windows windows that do; 0 without a reach
     */
    record Count(String a, String b, long sentences, long windows) {}

    /**
     * The document of these mentions, in any order and with repetitions.
     *
     * @param reach the K of windows; 0 for none
     */
    static NamedDocument of(Iterable<Mention> mentions, int reach) {
        TreeMap<String, List<Long>> byEntity = new TreeMap<>();
        for (Mention mention : mentions) {
            byEntity.computeIfAbsent(mention.entity(), unseen -> new ArrayList<>())
                    .add(mention.sentence());
        }
        long[][] sentences = byEntity.values().stream()
                .map(numbers -> numbers.stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .distinct()
                        .toArray())
                .toArray(long[][]::new);
        return new NamedDocument(List.copyOf(byEntity.keySet()), sentences, reach);
    }

    /** An entity named in a sentence. */
    record Mention(String entity, long sentence) {}

    /** Sentences and windows that name any entity. */
    Count all() {
        long[] any = Arrays.stream(sentences)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        return new Count(null, null, any.length, windows(any));
    }

    /** Every entity, in the order of their ids. */
    List<Count> entities() {
        List<Count> counts = new ArrayList<>(entities.size());
        for (int entity = 0; entity < sentences.length; entity++) {
            counts.add(new Count(entities.get(entity), null, sentences[entity].length, windows(sentences[entity])));
        }
        return counts;
    }

    /**
     * The pairs, one at a time: they grow with the square of the entities and are never in memory together.
     *
     * @param ofDocument true for every two entities; false for those alone that share a sentence or a window
     */
    Iterator<Count> pairs(boolean ofDocument) {
        return new Pairs(ofDocument);
    }

    private long windows(long[] numbers) {
        if (reach == 0) {
            return 0;
        }
        // A sentence lies in the windows that begin reach sentences before it up to its own.
        long count = 0;
        long next = Long.MIN_VALUE;
        for (long number : numbers) {
            long first = Math.max(next, number - reach);
            count += number - first + 1;
            next = number + 1;
        }
        return count;
    }

    /** Windows that hold a sentence of either list: both lists' windows are intervals, walked side by side. */
    private long sharedWindows(long[] a, long[] b) {
        if (reach == 0) {
            return 0;
        }
        long count = 0;
        long next = Long.MIN_VALUE;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            long first = Math.max(next, Math.max(a[i], b[j]) - reach);
            long last = Math.min(a[i], b[j]);
            if (first <= last) {
                count += last - first + 1;
                next = last + 1;
            }
            if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    private static long shared(long[] a, long[] b) {
        long count = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                count++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    private final class Pairs implements Iterator<Count> {
        private final boolean ofDocument;
        private int a;
        private int b;
        private Count next;

        Pairs(boolean ofDocument) {
            this.ofDocument = ofDocument;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Count next() {
            if (next == null) {
                throw new NoSuchElementException("no more pairs");
            }
            Count found = next;
            advance();
            return found;
        }

        private void advance() {
            next = null;
            while (next == null && step()) {
                long together = shared(sentences[a], sentences[b]);
                long windows = sharedWindows(sentences[a], sentences[b]);
                if (ofDocument || together > 0 || windows > 0) {
                    next = new Count(entities.get(a), entities.get(b), together, windows);
                }
            }
        }

        private boolean step() {
            b++;
            if (b >= sentences.length) {
                a++;
                b = a + 1;
            }
            return b < sentences.length;
        }
    }
}

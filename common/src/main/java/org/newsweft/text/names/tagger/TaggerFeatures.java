package org.newsweft.text.names.tagger;

import static org.newsweft.text.names.tagger.FeatureHash.mix;

/**
 * The features of a token, each the hash of a template's number and of what it saw. Features that depend on one word
 * alone are apart from those that join several, so that the tagger can sum up their weights once per distinct word.
 *
 * <p>Templates: words and shapes within two tokens, beginnings and endings, lists, clusters, what the document says about
 * the word, the run of capitalised words around it, and, with the labels given so far, the two labels before and how the
 * same word was labelled earlier in the document.
 */
final class TaggerFeatures {
    /** No token yields more features than this. */
    static final int MOST = 128;

    /** Roles in which a word alone gives features: itself, and neighbour two before, one before, one after, two after. */
    static final int ROLES = 5;

    static final int OWN = 0;

    /** Distance of the word in each role. */
    static final int[] DISTANCE = {0, -2, -1, 1, 2};

    /** Stands for a neighbour outside the sentence. */
    static final int NO_WORD = -1;

    /** Value of the history of a token that is not capitalised. */
    static final int NO_HISTORY = -2;

    private static final int LONGEST_AFFIX = 4;
    private static final int LONGEST_RUN = 5;
    private static final int WHOLE_PATH = 4;

    private final WordClusters clusters;

    TaggerFeatures(WordClusters clusters) {
        this.clusters = clusters;
    }

    /** Appends to {@code out} what distinct word {@code word} gives in a role; returns the new number of features. */
    int ofWord(TaggerText text, int word, int role, int[] out, int size) {
        return role == OWN ? own(text, word, out, size) : neighbour(text, word, role, out, size);
    }

    private int own(TaggerText text, int word, int[] out, int size) {
        int n = size;
        out[n++] = mix(1, text.exact[word]);
        out[n++] = mix(2, text.lower[word]);
        out[n++] = mix(10, text.shape[word]);
        String lower = text.lowerText[word];
        int length = lower.length();
        for (int affix = 2; affix <= LONGEST_AFFIX && affix < length; affix++) {
            out[n++] = mix(18 + affix, FeatureHash.of(lower, 0, affix));
            out[n++] = mix(24 + affix, FeatureHash.of(lower, length - affix, length));
        }
        if (length > 1) {
            out[n++] = mix(30, text.shape[word], FeatureHash.of(lower, Math.max(0, length - 3), length));
        }
        return paths(text.cluster[word], 51, out, n);
    }

    private int neighbour(TaggerText text, int word, int role, int[] out, int size) {
        int distance = DISTANCE[role];
        int n = size;
        int template = distance < 0 ? 2 - distance : 4 + distance;
        out[n++] = mix(template, word == NO_WORD ? -7 - distance : text.lower[word]);
        if (word == NO_WORD || text.cluster[word] == WordClusters.NONE) {
            return n;
        }
        int base = 41 + (distance + 2) * 5;
        if (distance == -2 || distance == 2) {
            out[n++] = mix(base, clusters.prefixHash(text.cluster[word], 2));
            return n;
        }
        return paths(text.cluster[word], base, out, n);
    }

    private int paths(int cluster, int base, int[] out, int size) {
        int n = size;
        if (cluster != WordClusters.NONE) {
            out[n++] = mix(base, clusters.prefixHash(cluster, 0));
            out[n++] = mix(base + 1, clusters.prefixHash(cluster, 1));
            out[n++] = mix(base + 2, clusters.prefixHash(cluster, 3));
            out[n++] = mix(base + 3, clusters.prefixHash(cluster, WHOLE_PATH));
        }
        return n;
    }

    /** Appends the features of token {@code i} that join several words or come from lists, place and document. */
    int joint(TaggerText text, int i, int[] out, int size) {
        int n = words(text, i, out, size);
        n = lists(text, i, out, n);
        n = clusterPairs(text, i, out, n);
        if (text.isCapitalized(i)) {
            n = document(text, i, out, n);
            n = run(text, i, out, n);
        }
        return n;
    }

    private int words(TaggerText text, int i, int[] out, int size) {
        int n = size;
        int word = text.lower[text.word[i]];
        int before = lower(text, i, -1);
        int before2 = lower(text, i, -2);
        int after = lower(text, i, 1);
        int after2 = lower(text, i, 2);
        int shape = text.shape[text.word[i]];
        int shapeBefore = shape(text, i, -1);
        int shapeAfter = shape(text, i, 1);
        int place = place(text, i);
        out[n++] = mix(7, before, word);
        out[n++] = mix(8, word, after);
        out[n++] = mix(9, before, after);
        out[n++] = mix(16, before2, before);
        out[n++] = mix(17, after, after2);
        out[n++] = mix(11, shapeBefore, shape);
        out[n++] = mix(12, shape, shapeAfter);
        out[n++] = mix(13, mix(shapeBefore, shape, shapeAfter));
        out[n++] = mix(14, shape, place);
        out[n++] = mix(15, mix(shape(text, i, -2), shapeBefore, shape), mix(shapeAfter, shape(text, i, 2)));
        out[n++] = mix(38, shape, before);
        out[n++] = mix(39, shape, after);
        out[n++] = mix(40, place);
        return n;
    }

    private int lists(TaggerText text, int i, int[] out, int size) {
        int n = size;
        int own = list(text, i, 0);
        int before = list(text, i, -1);
        int after = list(text, i, 1);
        int marked = own | (text.isCapitalized(i) ? 1 << 20 : 0) | (text.first[i] ? 1 << 21 : 0);
        out[n++] = mix(31, marked);
        out[n++] = mix(32, before, own);
        out[n++] = mix(33, own, after);
        out[n++] = mix(34, before);
        out[n++] = mix(35, after);
        out[n++] = mix(36, list(text, i, -2));
        out[n++] = mix(37, mix(before, marked, after));
        return n;
    }

    private int clusterPairs(TaggerText text, int i, int[] out, int size) {
        int n = size;
        int own = text.cluster[text.word[i]];
        if (own == WordClusters.NONE) {
            return n;
        }
        int after = text.isNear(i, 1) ? text.cluster[text.word[i + 1]] : WordClusters.NONE;
        int before = text.isNear(i, -1) ? text.cluster[text.word[i - 1]] : WordClusters.NONE;
        if (after != WordClusters.NONE) {
            out[n++] = mix(67, clusters.prefixHash(own, 1), clusters.prefixHash(after, 1));
        }
        if (before != WordClusters.NONE) {
            out[n++] = mix(68, clusters.prefixHash(own, 1), clusters.prefixHash(before, 1));
        }
        return n;
    }

    private int document(TaggerText text, int i, int[] out, int size) {
        int n = size;
        int context = text.contextOf(i);
        if (context != 0) {
            out[n++] = mix(70, context);
            out[n++] = mix(71, context & 0xFF, text.shape[text.word[i]]);
            if (text.wordBefore(i) != 0) {
                out[n++] = mix(72, text.wordBefore(i));
            }
            if (text.wordAfter(i) != 0) {
                out[n++] = mix(73, text.wordAfter(i));
            }
        }
        out[n++] = mix(74, (text.occursInLowerCase(i) ? 1 : 0) | place(text, i) << 1);
        return n;
    }

    private int run(TaggerText text, int i, int[] out, int size) {
        int n = size;
        int from = i;
        while (from > i - LONGEST_RUN && text.isNear(from, -1) && text.isCapitalized(from - 1)) {
            from--;
        }
        int last = i;
        while (last < i + LONGEST_RUN && text.isNear(last, 1) && text.isCapitalized(last + 1)) {
            last++;
        }
        out[n++] = mix(75, (i - from) * 8 + (last - i));
        out[n++] = mix(76, text.lower[text.word[last]]);
        out[n++] = mix(77, text.lower[text.word[from]], i - from);
        out[n++] = mix(78, text.isNear(from, -1) ? text.lower[text.word[from - 1]] : 1);
        out[n++] = mix(79, text.isNear(last, 1) ? text.lower[text.word[last + 1]] : 1);
        out[n++] = mix(80, list(text, last, 0));
        out[n++] = mix(83, path(text, last), last - i);
        out[n++] = mix(84, path(text, from), i - from);
        if (text.isNear(from, -1)) {
            out[n++] = mix(85, path(text, from - 1));
        }
        if (text.isNear(last, 1)) {
            out[n++] = mix(86, path(text, last + 1));
        }
        return n;
    }

    private int path(TaggerText text, int i) {
        int cluster = text.cluster[text.word[i]];
        return cluster == WordClusters.NONE ? 0 : clusters.prefixHash(cluster, 2);
    }

    /** Features of the labels before: the one and the two before, with the word, and its earlier labels. */
    int labels(TaggerText text, int i, int previous, int beforeThat, int history, int[] out, int size) {
        int n = size;
        out[n++] = mix(101, previous);
        out[n++] = mix(102, previous * 32 + beforeThat);
        out[n++] = mix(103, previous, text.exact[text.word[i]]);
        out[n++] = mix(105, history, previous);
        return n;
    }

    /** The feature of how the same word was labelled earlier in the document. */
    static int ofHistory(int history) {
        return mix(104, history);
    }

    private static int place(TaggerText text, int i) {
        return (text.first[i] ? 1 : 0) | (text.capitals[i] ? 2 : 0);
    }

    private static int lower(TaggerText text, int i, int distance) {
        return text.isNear(i, distance) ? text.lower[text.word[i + distance]] : -7 - distance;
    }

    private static int shape(TaggerText text, int i, int distance) {
        return text.isNear(i, distance) ? text.shape[text.word[i + distance]] : -7 - distance;
    }

    private static int list(TaggerText text, int i, int distance) {
        return text.isNear(i, distance) ? text.lists[i + distance] & TaggerLexicon.FEATURES : -7 - distance;
    }
}

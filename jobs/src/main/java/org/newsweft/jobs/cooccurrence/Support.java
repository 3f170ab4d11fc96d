package org.newsweft.jobs.cooccurrence;

import java.io.Serializable;

/**
 * How many units must hold a pair for it to have a row. Most pairs of a large corpus share one article and nothing else:
 * by document they are many and say little, so that two stories are asked for from 1,000 stories on.
 *
 * @param sentence smallest n_ab of scopes sentence and window
 * @param document smallest n_ab of scope document
 */
public record Support(long sentence, long document) implements Serializable {
    private static final long STORIES_OF_A_LARGE_CORPUS = 1_000;

    public Support {
        if (sentence < 1 || document < 1) {
            throw new IllegalArgumentException(
                    "minimum support is " + Math.min(sentence, document) + ", not 1 or more");
        }
    }

    /**
     * What is asked for in a corpus.
     *
     * @param asked what the user asks for, in every scope; 1 if nothing
     * @param stories documents of the corpus that are no copies
     */
    public static Support of(long asked, long stories) {
        return new Support(asked, Math.max(asked, stories >= STORIES_OF_A_LARGE_CORPUS ? 2 : 1));
    }

    long of(Scope scope) {
        return scope == Scope.DOCUMENT ? document : sentence;
    }
}

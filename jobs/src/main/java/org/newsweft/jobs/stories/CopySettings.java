package org.newsweft.jobs.stories;

/**
 * When two articles count as copies.
 *
 * @param minimumSimilarity Jaccard similarity of the sets of word triples, 0 to 1, from which on they do
 * @param minimumOfOneAddress share of the triples of the shorter text, 0 to 1, that two texts of one address must have in
 *     common: a page that is brought up to date for days keeps little more than its frame, while a page that lists what is
 *     new keeps nothing
 * @param bands bands of the MinHash signature; two documents are compared if they agree on a whole band
 * @param rowsPerBand hashes in a band
 */
record CopySettings(double minimumSimilarity, double minimumOfOneAddress, int bands, int rowsPerBand) {
    /**
     * A pair of similarity s is compared with probability 1 - (1 - s^3)^42: .996 at .5, .29 at .2. Lower the similarity
     * to catch copies that were edited more; the bands then have to grow.
     */
    static final CopySettings DEFAULT = new CopySettings(0.5, 0.05, 42, 3);

    CopySettings {
        if (minimumSimilarity <= 0 || minimumSimilarity > 1) {
            throw new IllegalArgumentException("no similarity: " + minimumSimilarity);
        }
        if (bands < 1 || rowsPerBand < 1) {
            throw new IllegalArgumentException("no signature: " + bands + " bands of " + rowsPerBand);
        }
    }
}

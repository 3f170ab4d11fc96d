package org.newsweft.jobs.engine;

/**
 * What a run found changed in the corpus.
 *
 * @param read records read, refused ones not counted
 * @param added documents that are new
 * @param changed documents whose record changed, or that are analysed anew
 * @param removed documents whose record is gone
 * @param rejected files and records refused by this run
 */
public record Changes(long read, long added, long changed, long removed, long rejected) {
    /** No change at all. */
    public static final Changes NONE = new Changes(0, 0, 0, 0, 0);

    /** True if the tables already say all there is to say. */
    public boolean isNone() {
        return equals(NONE);
    }
}

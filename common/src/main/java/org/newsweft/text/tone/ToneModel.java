package org.newsweft.text.tone;

/** Which models tell tone, of sentences and toward names. */
public enum ToneModel {
    /** Linear over word values and hashed words: smaller, faster, easier to follow. */
    LEXICAL,
    /** Small convolutional networks over static word vectors: the default. */
    EMBEDDING
}

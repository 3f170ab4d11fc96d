package org.newsweft.text.tone;

/** Which model tells the tone toward a name. */
public enum ToneModel {
    /** Linear over word values around the name and hashed words: smaller, faster, easier to follow. */
    LEXICAL,
    /** A small convolutional network over static word vectors: the default. */
    EMBEDDING
}

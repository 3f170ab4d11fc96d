package org.newsweft.text.tone;

/** Which model tells the tone toward a name. */
public enum ToneModel {
    /** Linear over word values around the name: smaller, and a reader can follow it by hand. */
    LEXICAL,
    /** A small convolutional network over static word vectors. */
    EMBEDDING
}

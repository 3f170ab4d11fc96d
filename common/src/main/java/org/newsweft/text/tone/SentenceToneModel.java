package org.newsweft.text.tone;

/** Rates sentences as people do on average. */
interface SentenceToneModel {
    /** The rating, from -4 (very negative) to 4 (very positive), or a little beyond; 0 for an empty sentence. */
    double rating(String sentence);

    /** Where the labels part. */
    LabelCuts cuts();
}

package org.newsweft.jobs.ingest;

import org.newsweft.text.language.LanguageCode;
import org.newsweft.text.language.LanguageDetector;

/**
 * The language of a document: that of its text where it can be told, else what the record claims.
 *
 * @param code ISO 639 code, or null if neither says
 * @param contradiction what the record claims and the text does not bear out, or null
 */
record DocumentLanguage(String code, String contradiction) {
    /** A body shorter than this may be all that rules for English left of an article in another language. */
    private static final int LEAST_BODY = 300;

    /**
     * Decides.
     *
     * @param body the clean body
     * @param raw the raw text
     * @param claim the record's own word in whatever form, or null
     */
    static DocumentLanguage of(String body, String raw, String claim, LanguageDetector languages) {
        String read = body.length() >= LEAST_BODY ? languages.of(body) : null;
        String told = read != null ? read : languages.of(raw);
        String claimed = LanguageCode.of(claim);
        if (told == null || claimed == null || told.equals(claimed)) {
            return new DocumentLanguage(told == null ? claimed : told, null);
        }
        return new DocumentLanguage(told, "language: " + told + " (text), not " + claimed + " (record)");
    }
}

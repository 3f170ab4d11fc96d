package org.newsweft.text.tone;

/** The three classes of tone. */
public enum ToneLabel {
    NEGATIVE("negative"),
    NEUTRAL("neutral"),
    POSITIVE("positive");

    private final String code;

    ToneLabel(String code) {
        this.code = code;
    }

    /** The value in the tables: {@code negative}, {@code neutral} or {@code positive}. */
    public String code() {
        return code;
    }
}

package org.newsweft.corpus;

import java.util.Locale;

/** Why a file or record was not read: the fixed list of codes in {@code rejects.reason}. */
public enum RejectReason {
    /** The file's name does not end like a format that is read. */
    UNSUPPORTED_FORMAT,
    /** The file could not be opened or unpacked. */
    UNREADABLE,
    /** The bytes are not text. */
    BINARY,
    /** The bytes are not UTF-8, and no other character set shows. */
    UNDETECTABLE_ENCODING,
    /** The record is larger than the limit. */
    TOO_LARGE,
    /** The line is not one JSON object. */
    BROKEN_JSON,
    /** The record's quotes do not close, or it has more fields than the header names. */
    BROKEN_CSV,
    /** The record has no field with the text. */
    NO_TEXT,
    /** There is nothing but white space. */
    EMPTY,
    /** Another record with the same source stands for the document. */
    SUPERSEDED,
    /** The text could be read but not analysed. */
    ANALYSIS_FAILED;

    /** The value in the column {@code reason}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

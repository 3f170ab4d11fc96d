package org.newsweft.text.reading;

/** Knows of no recurring line, without hashing any. */
enum NoRecurringLines implements RecurringLines {
    INSTANCE;

    @Override
    public int documents(long lineHash) {
        return 0;
    }

    @Override
    public int documents(String line) {
        return 0;
    }
}

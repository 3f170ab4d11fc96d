package org.newsweft.text.names.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Tokens;

/**
 * Names of several words, looked up token by token. A name is kept as a 64-bit hash of its lower-case tokens; its
 * beginnings are kept too, so that a search stops at the first word that leads nowhere.
 *
 * @param <E> what a name leads to
 */
final class PhraseTable<E> {
    static final long EMPTY_PHRASE = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 12];
    private Object[] values = new Object[1 << 12];
    private int size;

    /** Adds a meaning to a name; several may share one name and keep the order in which they came. */
    void add(Tokens tokens, E value) {
        long hash = EMPTY_PHRASE;
        for (int i = 0; i < tokens.size(); i++) {
            hash = extend(hash, hashOf(tokens.text(), tokens.start(i), tokens.end(i)));
            entry(hash);
        }
        entry(hash).add(value);
    }

    /** What the hashed name leads to: null if no name begins so, an empty list if a name only begins so. */
    @SuppressWarnings("unchecked")
    List<E> get(long hash) {
        int mask = keys.length - 1;
        int slot = slot(hash, mask);
        while (values[slot] != null) {
            if (keys[slot] == hash) {
                return (List<E>) values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    /** The hash of a name that goes on with one more token. */
    static long extend(long phrase, long token) {
        long mixed = (phrase ^ token) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 29);
    }

    /** The hash of a token without regard to case and to the form of the apostrophe. */
    static long hashOf(String text, int start, int end) {
        long hash = 1125899906842597L;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            hash = 31 * hash + (c == '’' ? '\'' : Character.toLowerCase(c));
        }
        return hash * 0x94D049BB133111EBL;
    }

    @SuppressWarnings("unchecked")
    private List<E> entry(long hash) {
        List<E> found = get(hash);
        if (found != null) {
            return found;
        }
        if (size * 2 >= keys.length) {
            grow();
        }
        List<E> added = new ArrayList<>(1);
        put(hash, added);
        size++;
        return added;
    }

    private void put(long hash, Object value) {
        int mask = keys.length - 1;
        int slot = slot(hash, mask);
        while (values[slot] != null) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = hash;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int slot(long hash, int mask) {
        return (int) (hash ^ (hash >>> 32)) & mask;
    }
}

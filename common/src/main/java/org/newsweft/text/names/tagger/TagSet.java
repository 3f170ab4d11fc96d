package org.newsweft.text.names.tagger;

import java.util.List;
import org.newsweft.text.names.lexicon.NameType;

/**
 * The labels of tokens in the BILOU scheme: outside, and for each class of names begin, inside, last and unit (a name of one
 * token). Coded {@code 0} for outside and {@code 1 + 4 * class + position} for the rest.
 */
final class TagSet {
    static final int OUTSIDE = 0;
    static final int BEGIN = 0;
    static final int INSIDE = 1;
    static final int LAST = 2;
    static final int UNIT = 3;

    /** Number of classes, in the order of {@link NameType}. */
    static final int CLASSES = NameType.values().length;

    /** Number of labels. */
    static final int SIZE = 1 + 4 * CLASSES;

    private static final List<NameType> TYPES = List.of(NameType.values());
    private static final boolean[][] FOLLOWS = follows();

    private TagSet() {}

    static int label(NameType type, int position) {
        return 1 + 4 * TYPES.indexOf(type) + position;
    }

    static NameType typeOf(int label) {
        return TYPES.get((label - 1) / 4);
    }

    /** The class as a number, {@link #CLASSES} for outside. */
    static int classOf(int label) {
        return label == OUTSIDE ? CLASSES : (label - 1) / 4;
    }

    static int positionOf(int label) {
        return (label - 1) & 3;
    }

    /** Whether a name that began goes on after this label. */
    static boolean isOpen(int label) {
        return label != OUTSIDE && positionOf(label) <= INSIDE;
    }

    /** Whether {@code label} may follow {@code previous}; at the end of a stretch no name may stay open. */
    static boolean isLegal(int previous, int label, boolean atEnd) {
        return FOLLOWS[previous][label] && !(atEnd && isOpen(label));
    }

    private static boolean[][] follows() {
        boolean[][] follows = new boolean[SIZE][SIZE];
        for (int previous = 0; previous < SIZE; previous++) {
            for (int label = 0; label < SIZE; label++) {
                boolean begins = label == OUTSIDE || positionOf(label) == BEGIN || positionOf(label) == UNIT;
                boolean goesOn = !begins && isOpen(previous) && classOf(previous) == classOf(label);
                follows[previous][label] = isOpen(previous) ? goesOn : begins;
            }
        }
        return follows;
    }
}

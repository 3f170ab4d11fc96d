package org.newsweft.jobs.cooccurrence;

import java.util.Locale;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.schema.Field;

/** The unit of text in which two entities meet, and the counts that it is counted by. */
enum Scope {
    SENTENCE(
            PairCounts.SENTENCES,
            PairCounts.SENTENCES_WITH_COPIES,
            PairCounts.SENTENCE_STORIES,
            EntityCounts.SENTENCES,
            UnitCounts.SENTENCES),
    DOCUMENT(
            PairCounts.DOCUMENTS,
            PairCounts.DOCUMENTS_WITH_COPIES,
            PairCounts.DOCUMENTS,
            EntityCounts.DOCUMENTS,
            UnitCounts.DOCUMENTS),
    WINDOW(
            PairCounts.WINDOWS,
            PairCounts.WINDOWS_WITH_COPIES,
            PairCounts.WINDOW_STORIES,
            EntityCounts.WINDOWS,
            UnitCounts.WINDOWS);

    private final Field both;
    private final Field bothWithCopies;
    private final Field stories;
    private final Field one;
    private final Field any;

    Scope(Field both, Field bothWithCopies, Field stories, Field one, Field any) {
        this.both = both;
        this.bothWithCopies = bothWithCopies;
        this.stories = stories;
        this.one = one;
        this.any = any;
    }

    /** The value in the column {@code scope}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Units that name both, of {@link PairCounts}. */
    Field both() {
        return both;
    }

    /** The same with copies. */
    Field bothWithCopies() {
        return bothWithCopies;
    }

    /** Stories with such a unit, of {@link PairCounts}. */
    Field stories() {
        return stories;
    }

    /** Units that name one entity, of {@link EntityCounts}. */
    Field one() {
        return one;
    }

    /** Units that name any, of {@link UnitCounts}. */
    Field any() {
        return any;
    }
}

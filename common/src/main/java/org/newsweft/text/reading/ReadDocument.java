package org.newsweft.text.reading;

import java.util.List;
import java.util.Objects;
import org.newsweft.text.reading.body.Block;
import org.newsweft.text.reading.body.OffsetMap;
import org.newsweft.text.reading.date.PublicationDate;

/**
 * What was read from one record.
 *
 * @param title the headline, or null if it is not known
 * @param outlet the name of the outlet, or its host where only a URL tells, or null
 * @param author the author as named, or null
 * @param agency the news agency the text came from, such as AFP, or null
 * @param date when it was published
 * @param blocks every non-empty line of the raw text, in order
 * @param text the clean body: kept blocks joined by blank lines, inline markup cut out; may be empty
 * @param removedShare share of the characters of all blocks that are not in the body, from 0 to 1
 * @param offsets the way back from {@code text} to the raw text
 * @param evidence what the document tells of the others of its outlet
 */
public record ReadDocument(
        String title,
        String outlet,
        String author,
        String agency,
        PublicationDate date,
        List<Block> blocks,
        String text,
        double removedShare,
        OffsetMap offsets,
        OutletEvidence evidence) {
    public ReadDocument {
        Objects.requireNonNull(date, "date");
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(offsets, "offsets");
        Objects.requireNonNull(evidence, "evidence");
        if (!(removedShare >= 0 && removedShare <= 1)) {
            throw new IllegalArgumentException("removed share " + removedShare);
        }
    }
}

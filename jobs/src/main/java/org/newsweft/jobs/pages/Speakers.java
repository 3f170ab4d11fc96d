package org.newsweft.jobs.pages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.figures.Entities;

/** Who is quoted. */
final class Speakers {
    private Speakers() {}

    /** Ids of those who are quoted most, each story once; outlets are no speakers. */
    static List<String> most(Warehouse warehouse, int most) {
        return warehouse
                .read(Quotes.TABLE)
                .where(Quotes.SPEAKER_ENTITY_ID.col().isNotNull())
                .join(broadcast(NetworkPart.stories(warehouse)), Frames.on(Documents.DOC_ID.name()), "left_semi")
                .groupBy(Quotes.SPEAKER_ENTITY_ID.col().as(Entities.ENTITY_ID.name()))
                .agg(count("*").as("quotes"))
                .join(
                        warehouse.read(Entities.TABLE).where(not(Entities.IS_OUTLET.col())),
                        Frames.on(Entities.ENTITY_ID.name()),
                        "left_semi")
                .orderBy(col("quotes").desc(), Entities.ENTITY_ID.col())
                .takeAsList(most)
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}

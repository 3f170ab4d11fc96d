package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Who stands in the middle, and which names belong together. One row per entity and period of the network of sentences. */
public final class EntityNetwork {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity, as in entities");
    public static final Field DEGREE = Field.required("degree", LONG, "Entities it meets in a sentence");
    public static final Field STRENGTH = Field.required("strength", LONG, "Sum of n_ab over its pairs");
    public static final Field PAGERANK = Field.optional(
            "pagerank",
            DOUBLE,
            "PageRank in the backbone over story_count, damping 0.85; sums to 1 in a period; null outside the backbone");
    public static final Field COMMUNITY = Field.optional(
            "community",
            STRING,
            "Id of its community in the backbone by the Leiden algorithm: of the ten members with the highest PageRank the one seen first; null outside the backbone");
    public static final Field BACKBONE_DEGREE = Field.required(
            "backbone_degree",
            LONG,
            "Ties of it in the backbone: pairs with backbone_p <= 0.05, all pairs in a period of 2,000 pairs or fewer");
    public static final Field BETWEENNESS = Field.optional(
            "betweenness",
            DOUBLE,
            "Share of the shortest ways between two others in the backbone that lead over it, 0 to 1; null outside the backbone");
    public static final Field COMMUNITY_LABEL = Field.optional(
            "community_label",
            STRING,
            "Names of the three members with the highest PageRank; null outside the backbone");

    public static final Table TABLE = Table.published(
                    "entity_network",
                    "Who stands in the middle, and which names belong together",
                    "One row per entity and period of the network of sentences.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    ENTITY_ID,
                    DEGREE,
                    STRENGTH,
                    PAGERANK,
                    COMMUNITY,
                    BACKBONE_DEGREE,
                    BETWEENNESS,
                    COMMUNITY_LABEL)
            .key(GRANULARITY, PERIOD_START, ENTITY_ID)
            .sortedBy(GRANULARITY, PERIOD_START, ENTITY_ID)
            .build();

    private EntityNetwork() {}
}

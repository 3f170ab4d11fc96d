package org.newsweft.table;

import static org.newsweft.table.Field.Type.*;

/** Who stands in the middle, and which names belong together. One row per entity and period of the network of sentences. */
public final class EntityNetwork {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field ENTITY_ID = Field.required("entity_id", STRING, "Entity, as in entities");
    public static final Field DEGREE = Field.required("degree", LONG, "Entities it meets in a sentence");
    public static final Field STRENGTH = Field.required("strength", LONG, "Sum of n_ab over its pairs");
    public static final Field PAGERANK =
            Field.required("pagerank", DOUBLE, "PageRank over n_ab, damping 0.85; sums to 1 in a period");
    public static final Field COMMUNITY = Field.required(
            "community",
            STRING,
            "entity_id of the member of its community with the highest strength, the first of several; by the Leiden algorithm");

    public static final Table TABLE = Table.published(
                    "entity_network",
                    "Who stands in the middle, and which names belong together",
                    "One row per entity and period of the network of sentences.")
            .columns(GRANULARITY, PERIOD_START, ENTITY_ID, DEGREE, STRENGTH, PAGERANK, COMMUNITY)
            .key(GRANULARITY, PERIOD_START, ENTITY_ID)
            .sortedBy(GRANULARITY, PERIOD_START, ENTITY_ID)
            .build();

    private EntityNetwork() {}
}

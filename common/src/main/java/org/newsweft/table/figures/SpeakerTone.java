package org.newsweft.table.figures;

import static org.newsweft.table.schema.Field.Type.*;

import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** Who speaks how of whom: the tone of direct speech toward those it names. One row per period, speaker and entity. */
public final class SpeakerTone {
    public static final Field GRANULARITY =
            Field.required("granularity", STRING, "day, week (starts Monday), month, year or all");
    public static final Field PERIOD_START =
            Field.optional("period_start", DATE, "First day of the period; null for all");
    public static final Field SPEAKER_ENTITY_ID =
            Field.required("speaker_entity_id", STRING, "Entity that speaks, as in entities");
    public static final Field ENTITY_ID =
            Field.required("entity_id", STRING, "Entity spoken of, as in entities; never the speaker");
    public static final Field QUOTE_COUNT =
            Field.required("quote_count", LONG, "Stretches of the speaker's direct speech that name the entity");
    public static final Field STORY_COUNT =
            Field.required("story_count", LONG, "Stories with such a stretch, each once");
    public static final Field MENTION_COUNT =
            Field.required("mention_count", LONG, "Mentions of the entity in them: what score is the mean of");
    public static final Field NEGATIVE_COUNT = Field.required("negative_count", LONG, "Mentions labelled negative");
    public static final Field POSITIVE_COUNT = Field.required("positive_count", LONG, "Mentions labelled positive");
    public static final Field SCORE = Field.required("score", DOUBLE, "Mean score of the mentions, -1 to 1");
    public static final Field CI_LOW = Field.optional(
            "ci_low",
            DOUBLE,
            "Lower end of the 95 % interval of score (Student t, mentions taken as independent), at least -1; null for one mention");
    public static final Field CI_HIGH =
            Field.optional("ci_high", DOUBLE, "Upper end of the 95 % interval, at most 1; null for one mention");

    public static final Table TABLE = Table.published(
                    "speaker_tone",
                    "Who speaks how of whom: the tone of direct speech toward those it names",
                    "One row per period, speaker and entity. Only speech whose speaker is known; nobody speaks of himself.")
            .columns(
                    GRANULARITY,
                    PERIOD_START,
                    SPEAKER_ENTITY_ID,
                    ENTITY_ID,
                    QUOTE_COUNT,
                    STORY_COUNT,
                    MENTION_COUNT,
                    NEGATIVE_COUNT,
                    POSITIVE_COUNT,
                    SCORE,
                    CI_LOW,
                    CI_HIGH)
            .key(GRANULARITY, PERIOD_START, SPEAKER_ENTITY_ID, ENTITY_ID)
            .sortedBy(SPEAKER_ENTITY_ID, ENTITY_ID, GRANULARITY, PERIOD_START)
            .build();

    private SpeakerTone() {}
}

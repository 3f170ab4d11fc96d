package org.newsweft.measure;

import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/**
 * The event behind something that was found in stories: a term that changed, a burst. It is the event that most of these
 * stories are on, if half of them are, those on no event included.
 */
public final class EventShares {
    private static final UserDefinedFunction BEHIND =
            udf((UDF1<Seq<String>, String>) EventShares::behind, DataTypes.StringType);

    private EventShares() {}

    /**
     * The event that carries most of the stories of a row; null where none does.
     *
     * @param events a column with the events of the stories, an array of one id for each story, null for one on no event
     * @return an {@code event_id}, the smaller of two with equally many stories
     */
    public static Column behind(Column events) {
        return BEHIND.apply(events);
    }

    private static String behind(Seq<String> events) {
        Map<String, Integer> stories = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.apply(i) != null) {
                stories.merge(events.apply(i), 1, Integer::sum);
            }
        }
        String behind = null;
        int most = 0;
        for (Map.Entry<String, Integer> event : stories.entrySet()) {
            int count = event.getValue();
            boolean isFirst = behind == null || event.getKey().compareTo(behind) < 0;
            if (count > most || (count == most && isFirst)) {
                behind = event.getKey();
                most = count;
            }
        }
        return 2L * most >= events.size() ? behind : null;
    }
}

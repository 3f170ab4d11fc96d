package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;

/**
 * Stories brought together by average linkage (UPGMA, Sokal and Michener 1958): two groups become one where the mean
 * likeness of all pairs between them is high enough, those first that are most alike. A pair that is not listed counts
 * as not alike, so a chain of stories, each like the next, does not become one.
 *
 * <p>In rounds: in each, every group names the group it is most like, and those that name each other become one. With
 * average linkage that gives the same groups as one merge at a time (Bruynooghe 1977), and the rounds need no order:
 * each is a few shuffles over what pairs are left. Once these are few, one task of an executor goes on with them by
 * itself, round by round in the same way.
 */
final class Clusters {
    static final String DOC_ID = "doc_id";

    /** Column: the group a story is in, named by the smallest id of its stories. */
    static final String GROUP = "group";

    /** Pairs that one task may hold: some 200 bytes each. */
    private static final long FEW_PAIRS = 1_000_000;

    private static final String A = "a";
    private static final String B = "b";
    private static final String SIZE = "size";
    private static final String SIZE_A = "size_a";
    private static final String SIZE_B = "size_b";
    private static final String TOTAL = "total";
    private static final String INTO = "into";
    private static final String WITH = "with";
    private static final String WAS = "was";
    private static final String MEAN = "mean";

    private static final StructType ALL = new StructType().add("all", DataTypes.IntegerType);
    private static final StructType MEMBER =
            new StructType().add(DOC_ID, DataTypes.StringType, false).add(GROUP, DataTypes.StringType, false);

    private Clusters() {}

    /**
     * The groups of stories that are alike.
     *
     * @param pairs as by {@link StoryLikeness#pairs}, computed: they are counted before they are read
     * @param likeness mean likeness between groups that become one at least, 0 to 1
     * @return {@code doc_id} and {@code group} of every story in a group of two or more
     */
    static Dataset<Row> of(Dataset<Row> pairs, double likeness) {
        return of(pairs, likeness, FEW_PAIRS);
    }

    /** The same, with another limit on what one task may hold. */
    static Dataset<Row> of(Dataset<Row> pairs, double likeness, long fewPairs) {
        double least = likeness * StoryLikeness.ONE;
        Dataset<Row> links = pairs.select(
                col(StoryLikeness.DOC_A).as(A),
                col(StoryLikeness.DOC_B).as(B),
                col(StoryLikeness.LIKENESS).as(TOTAL));
        Dataset<Row> groups = null;
        Dataset<Row> members = null;
        while (links.count() > fewPairs) {
            Dataset<Row> best = Frames.computedOnce(best(withSizes(links, groups), least));
            Dataset<Row> merged = Frames.computedOnce(mutual(best));
            if (merged.isEmpty()) {
                return members == null ? empty(links) : members;
            }
            Dataset<Row> names = Frames.computedOnce(best.join(merged, col(A).equalTo(col(WITH)), "left_outer")
                    .select(col(A).as(WAS), coalesce(col(INTO), col(A)).as(GROUP)));
            links = Frames.computedOnce(renamed(links, names));
            groups = Frames.computedOnce(grown(names, groups));
            members = Frames.computedOnce(led(members, merged));
        }
        Dataset<Row> rest = atOnce(withSizes(links, groups), least);
        return members == null
                ? rest
                : led(members, rest.select(col(DOC_ID).as(WITH), col(GROUP).as(INTO)));
    }

    /** Groups and their sizes after these merges; before the first, every group is one story. */
    private static Dataset<Row> grown(Dataset<Row> names, Dataset<Row> groups) {
        Dataset<Row> sized = groups == null
                ? names.withColumn(SIZE, lit(1L))
                : names.join(groups.withColumnRenamed(GROUP, WAS), Frames.on(WAS));
        return sized.groupBy(col(GROUP)).agg(sum(col(SIZE)).as(SIZE));
    }

    private static Dataset<Row> withSizes(Dataset<Row> links, Dataset<Row> groups) {
        if (groups == null) {
            return links.select(col(A), col(B), lit(1L).as(SIZE_A), lit(1L).as(SIZE_B), col(TOTAL));
        }
        return links.join(groups.select(col(GROUP).as(A), col(SIZE).as(SIZE_A)), Frames.on(A))
                .join(groups.select(col(GROUP).as(B), col(SIZE).as(SIZE_B)), Frames.on(B))
                .select(col(A), col(B), col(SIZE_A), col(SIZE_B), col(TOTAL));
    }

    /** For each group the one that it is most like; groups that are like none enough have no row. */
    private static Dataset<Row> best(Dataset<Row> links, double least) {
        Dataset<Row> strong = links.withColumn(MEAN, mean()).where(col(MEAN).geq(least));
        return strong.select(col(A), col(B), col(MEAN))
                .unionByName(strong.select(col(B).as(A), col(A).as(B), col(MEAN)))
                .groupBy(col(A))
                .agg(min_by(col(B), struct(negate(col(MEAN)), col(B))).as(B));
    }

    /** Groups that name each other: {@code with} becomes part of {@code into}, the smaller id. */
    private static Dataset<Row> mutual(Dataset<Row> best) {
        return best.as("one")
                .join(
                        best.as("other"),
                        col("one." + B)
                                .equalTo(col("other." + A))
                                .and(col("one." + A).equalTo(col("other." + B))))
                .where(col("one." + A).lt(col("one." + B)))
                .select(col("one." + A).as(INTO), col("one." + B).as(WITH));
    }

    private static Column mean() {
        return col(TOTAL)
                .cast("double")
                .divide(col(SIZE_A).multiply(col(SIZE_B)).cast("double"));
    }

    /**
     * The links between groups under their new names. A group without a name is like no other enough, and stays as it is:
     * the mean of means that are too low is too low, whatever merges.
     */
    private static Dataset<Row> renamed(Dataset<Row> links, Dataset<Row> names) {
        return links.join(names.select(col(WAS).as(A), col(GROUP).as("one")), Frames.on(A))
                .join(names.select(col(WAS).as(B), col(GROUP).as("other")), Frames.on(B))
                .where(col("one").notEqual(col("other")))
                .groupBy(
                        least(col("one"), col("other")).as(A),
                        greatest(col("one"), col("other")).as(B))
                .agg(sum(col(TOTAL)).as(TOTAL));
    }

    /** Who is where after these merges, and after those before. */
    private static Dataset<Row> led(Dataset<Row> members, Dataset<Row> merged) {
        Dataset<Row> fresh = merged.select(col(WITH).as(DOC_ID), col(INTO).as(GROUP))
                .union(merged.select(col(INTO), col(INTO)))
                .distinct();
        if (members == null) {
            return fresh;
        }
        Dataset<Row> moved = members.join(
                        merged.select(col(WITH).as(GROUP), col(INTO))
                                .where(col(GROUP).notEqual(col(INTO))),
                        Frames.on(GROUP),
                        "left_outer")
                .select(col(DOC_ID), coalesce(col(INTO), col(GROUP)).as(GROUP));
        return moved.union(fresh.join(moved, Frames.on(DOC_ID), "left_anti"));
    }

    private static Dataset<Row> empty(Dataset<Row> links) {
        return links.sparkSession().createDataFrame(List.of(), MEMBER);
    }

    private static Dataset<Row> atOnce(Dataset<Row> links, double least) {
        FlatMapGroupsFunction<Row, Row, Row> rounds =
                (all, rows) -> Groups.of(rows).members(least);
        return links.withColumn("all", lit(1))
                .groupBy(col("all"))
                .as(
                        Encoders.row(ALL),
                        Encoders.row(links.withColumn("all", lit(1)).schema()))
                .flatMapSortedGroups(new Column[] {col(A), col(B)}, rounds, Encoders.row(MEMBER));
    }

    /** The groups that are left, and what links them, in memory. */
    private static final class Groups {
        private final List<String> names = new ArrayList<>();
        private final List<Map<Integer, Long>> totals = new ArrayList<>();
        private final List<Long> sizes = new ArrayList<>();
        private int[] into;

        private static Groups of(Iterator<Row> links) {
            Groups groups = new Groups();
            Map<String, Integer> numbers = new HashMap<>();
            while (links.hasNext()) {
                Row link = links.next();
                int a = groups.number(numbers, link.getAs(A), link.getAs(SIZE_A));
                int b = groups.number(numbers, link.getAs(B), link.getAs(SIZE_B));
                groups.totals.get(a).put(b, link.getAs(TOTAL));
                groups.totals.get(b).put(a, link.getAs(TOTAL));
            }
            groups.into = new int[groups.names.size()];
            Arrays.setAll(groups.into, group -> group);
            return groups;
        }

        private int number(Map<String, Integer> numbers, String name, long size) {
            return numbers.computeIfAbsent(name, unseen -> {
                names.add(name);
                totals.add(new HashMap<>());
                sizes.add(size);
                return names.size() - 1;
            });
        }

        private Iterator<Row> members(double least) {
            int[] best = new int[names.size()];
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int group = 0; group < best.length; group++) {
                    best[group] = into[group] == group ? best(group, least) : -1;
                }
                for (int group = 0; group < best.length; group++) {
                    int other = best[group];
                    if (other >= 0 && best[other] == group && isBefore(group, other)) {
                        merge(group, other);
                        changed = true;
                    }
                }
            }
            List<Row> members = new ArrayList<>();
            long[] count = new long[names.size()];
            for (int group = 0; group < into.length; group++) {
                count[root(group)]++;
            }
            for (int group = 0; group < into.length; group++) {
                if (count[root(group)] > 1) {
                    members.add(RowFactory.create(names.get(group), names.get(root(group))));
                }
            }
            return members.iterator();
        }

        private int best(int group, double least) {
            int best = -1;
            double highest = 0;
            for (Map.Entry<Integer, Long> link : totals.get(group).entrySet()) {
                int other = link.getKey();
                double mean = (double) link.getValue() / (double) (sizes.get(group) * sizes.get(other));
                if (mean >= least && (best < 0 || mean > highest || (mean == highest && isBefore(other, best)))) {
                    best = other;
                    highest = mean;
                }
            }
            return best;
        }

        private void merge(int group, int other) {
            totals.get(other).forEach((third, total) -> {
                totals.get(third).remove(other);
                if (third != group) {
                    totals.get(group).merge(third, total, Long::sum);
                    totals.get(third).merge(group, total, Long::sum);
                }
            });
            totals.get(other).clear();
            sizes.set(group, sizes.get(group) + sizes.get(other));
            into[other] = group;
        }

        private boolean isBefore(int group, int other) {
            return names.get(group).compareTo(names.get(other)) < 0;
        }

        private int root(int group) {
            int root = group;
            while (into[root] != root) {
                root = into[root];
            }
            return root;
        }
    }
}

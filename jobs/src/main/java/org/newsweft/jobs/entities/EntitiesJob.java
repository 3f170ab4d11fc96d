package org.newsweft.jobs.entities;

import org.newsweft.jobs.Job;
import org.newsweft.jobs.RunContext;
import org.newsweft.store.Warehouse;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.Mentions;

/**
 * Lists who is named.
 *
 * <p>Input: {@code mentions}, {@code documents}. Output: {@code entities}.
 */
public final class EntitiesJob implements Job<EntitiesJob.Result> {
    /**
     * What was found.
     *
     * @param entities entities there are
     */
    public record Result(long entities) {}

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public Result run(RunContext run) {
        Warehouse warehouse = run.warehouse();
        warehouse.replaceAll(
                Entities.TABLE, EntityRows.of(warehouse.read(Mentions.TABLE), warehouse.read(Documents.TABLE)));
        return new Result(warehouse.rowCount(Entities.TABLE));
    }
}

package org.newsweft.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.newsweft.store.PlainView.Published;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Table;

/**
 * Whose the tables of a catalog are. A lake of folders lies in its warehouse and is nobody else's; a catalog can be given to
 * any number of warehouses, and the second would take the tables of the first for what a dead run of its own has left.
 * So each table there says which warehouse made it, and others are refused.
 */
final class LakeOwner {
    private LakeOwner() {}

    /**
     * Demands that the tables there are belong to this warehouse. Tables of a version that did not say so, and those of a
     * warehouse that was moved, are told apart by the snapshots that its published run names.
     *
     * @throws RunFailure if they are another's
     */
    static void demand(Warehouse warehouse, PlainView view) {
        if (warehouse.isOwnLake()) {
            return;
        }
        String here = warehouse.address();
        List<Table> others = Tables.all().stream()
                .filter(warehouse::has)
                .filter(table -> !here.equals(owner(warehouse, table)))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        String owner = owner(warehouse, others.get(0));
        if ((owner != null && stands(view, owner)) || !isPublishedFrom(warehouse, view, others)) {
            throw new RunFailure(
                    Kind.USAGE,
                    "the tables of namespace %s in the catalog belong to %s, not to %s: give this one a namespace of its own (--namespace NAME)"
                            .formatted(
                                    warehouse.namespace(),
                                    owner == null ? "another warehouse" : "the warehouse " + owner,
                                    here));
        }
        others.forEach(table -> warehouse
                .load(table)
                .updateProperties()
                .set(Warehouse.OWNER, here)
                .commit());
    }

    private static String owner(Warehouse warehouse, Table table) {
        return warehouse.load(table).properties().get(Warehouse.OWNER);
    }

    /** True if a warehouse still is where the tables say; one that was moved is not. */
    private static boolean stands(PlainView view, String address) {
        Path tables = new Path(address, PlainView.TABLES);
        try {
            return tables.getFileSystem(view.files().getConf()).exists(tables);
        } catch (IOException e) {
            return true; // who cannot look does not take anything
        }
    }

    /** True if the run that readers of this warehouse see was published from these tables. */
    private static boolean isPublishedFrom(Warehouse warehouse, PlainView view, List<Table> tables) {
        Optional<Published> published = view.isWhole() ? view.current() : Optional.empty();
        return published.isPresent()
                && tables.stream().allMatch(table -> {
                    Long snapshot = published.get().snapshots().get(table.name());
                    return snapshot == null
                            ? warehouse.rowCount(table) == 0
                            : warehouse.load(table).snapshot(snapshot) != null;
                });
    }
}

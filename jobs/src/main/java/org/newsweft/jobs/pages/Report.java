package org.newsweft.jobs.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.store.Warehouse;

/**
 * The report of a run: what is new, what happened, who stands with and against whom, in what tone, what rises, who says
 * what, and what all that stands on. Whatever the size of the corpus, it shows the first of each, says so, and stays below
 * {@value Page#MOST_BYTES} bytes.
 */
public final class Report {
    private static final int NAMES = 30;
    private static final int SPEAKERS = 14;
    private static final NamePart.Size SIZE = new NamePart.Size(10, 8, 2, 2, 8);

    /** Characters of a sentence; fewer where the page would become too large. */
    private static final int[] LENGTHS = {700, 350, 160, 60};

    private Report() {}

    /**
     * The page.
     *
     * @param warehouse the tables as the published run left them
     */
    public static String of(Warehouse warehouse) {
        Evidence evidence = new Evidence();
        Overview overview = Overview.of(warehouse);
        ObjectNode data = JsonRows.object();
        data.put("kind", "report");
        data.set("overview", overview.json());
        Set<String> ids = new LinkedHashSet<>(NamePart.mostNamed(warehouse, NAMES));
        data.set("main", JsonRows.JSON.valueToTree(ids));
        data.set("terms", TermPart.of(warehouse, overview, evidence, ids));
        data.set("events", EventList.of(warehouse, overview, evidence, ids));
        data.set("network", NetworkPart.of(warehouse, data.path("terms").path("closer"), evidence, ids));
        List<String> speakers = Speakers.most(warehouse, SPEAKERS);
        data.set("speakers", JsonRows.JSON.valueToTree(speakers));
        ids.addAll(speakers);
        Map<String, ObjectNode> names = NamePart.of(warehouse, NetworkPart.distinct(ids), SIZE, evidence);
        data.set("names", JsonRows.JSON.valueToTree(names));
        data.set("coverage", CoveragePart.of(warehouse, overview));
        evidence.lookUp(warehouse);
        return page("News report", data, evidence);
    }

    /** True if this page is a report of this run, by whatever release it was written. */
    public static boolean isOf(String page, String runId) {
        return Page.isOf(page, runId);
    }

    /** The page with texts as long as there is room for. */
    static String page(String title, ObjectNode data, Evidence evidence) {
        data.set("documents", evidence.documents());
        for (int longest : LENGTHS) {
            data.set("sentences", evidence.sentences(longest));
            String page = Page.of(title, data);
            if (page.getBytes(StandardCharsets.UTF_8).length <= Page.MOST_BYTES) {
                return page;
            }
        }
        throw new IllegalStateException("the page is larger than " + Page.MOST_BYTES + " bytes");
    }
}

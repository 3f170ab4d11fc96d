package org.newsweft.jobs.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.CommandResult;
import org.newsweft.jobs.SeedWarehouse;

/** The network of the five articles, exported by the command line, comes back in NetworkX as the table has it. */
class NetworkXTest {
    private static final String SCRIPT = """
            import json, sys
            import networkx as nx, duckdb, pandas
            folder, tables = sys.argv[1:]
            want = duckdb.sql(f"select entity_a, entity_b, n_ab, npmi from read_parquet('{tables}/entity_cooccurrence/*.parquet') "
                              "where scope = 'sentence' and granularity = 'all'").fetchall()
            graphs = {
                "graphml": nx.read_graphml(f"{folder}/net.graphml"),
                "gexf": nx.read_gexf(f"{folder}/net.gexf", version="1.3"),
                "json": nx.node_link_graph(json.load(open(f"{folder}/net.json", encoding="utf-8")), edges="links"),
            }
            nodes = pandas.read_csv(f"{folder}/net-nodes.csv")
            edges = pandas.read_csv(f"{folder}/net.csv")
            csv = nx.from_pandas_edgelist(edges, "Source", "Target", edge_attr=True)
            csv.add_nodes_from((row.Id, {"label": row.Label}) for row in nodes.itertuples())
            graphs["csv"] = csv
            for name, graph in graphs.items():
                assert graph.number_of_edges() == len(want), (name, graph.number_of_edges(), len(want))
                assert not graph.is_directed(), name
                for a, b, n_ab, npmi in want:
                    edge = graph.edges[a, b]
                    assert float(edge.get("weight", edge.get("Weight"))) == n_ab, (name, a, b, edge)
                    assert abs(float(edge["npmi"]) - npmi) < 1e-12, (name, a, b, edge)
                assert all(data.get("label") for _, data in graph.nodes(data=True)), name
            over_time = nx.read_gexf(f"{folder}/time.gexf", version="1.3")
            assert over_time.number_of_edges() > 0
            assert all(data["spells"] for *_, data in over_time.edges(data=True))
            print("pairs:", len(want))
            """;

    @Test
    void everyFormatComesBack(@TempDir Path folder) throws IOException {
        PythonEnvironment python;
        try {
            Path environment = Path.of("target", "notebooks-venv").toAbsolutePath();
            Files.createDirectories(environment.getParent());
            python = PythonEnvironment.of(
                    environment, SeedWarehouse.repository().resolve("notebooks").resolve("requirements.txt"));
        } catch (PythonEnvironment.UnavailableException unavailable) {
            if ("true".equals(System.getenv("CI"))) {
                fail("CI=true demands NetworkX", unavailable);
            }
            abort("Exports are not read back: " + unavailable.getMessage());
            return;
        }
        Path warehouse = SeedWarehouse.get();
        for (String name : List.of("net.graphml", "net.gexf", "net.json", "net.csv")) {
            export(warehouse, folder.resolve(name), "all");
        }
        export(warehouse, folder.resolve("time.gexf"), "year");
        Path script = Files.writeString(folder.resolve("read_back.py"), SCRIPT);

        PythonEnvironment.Finished finished = python.run(
                folder,
                Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                Duration.ofMinutes(2),
                List.of(
                        script.toString(),
                        folder.toString(),
                        warehouse.resolve("tables").toString()));

        assertThat(finished.status()).as(finished.output()).isZero();
        assertThat(finished.output()).startsWith("pairs: ");
    }

    private static void export(Path warehouse, Path file, String granularity) {
        // More than there are pairs: all of them.
        CommandResult.of(
                        "export",
                        "--warehouse",
                        warehouse.toString(),
                        "--output",
                        file.toString(),
                        "--granularity",
                        granularity,
                        "--top",
                        "1000000")
                .succeeded();
    }
}

package org.newsweft.jobs.export;

/** What the file is for. */
public enum ExportFormat {
    /** Gephi, Cytoscape, igraph, yEd, NetworkX. */
    GRAPHML,
    /** Gephi, NetworkX; with time. */
    GEXF,
    /** Gephi's import of spreadsheets: edges in the file, nodes in one beside it. */
    CSV,
    /** NetworkX, d3. */
    JSON,
    /** Excel. */
    XLSX
}

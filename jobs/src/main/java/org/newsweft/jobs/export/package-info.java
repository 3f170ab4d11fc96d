/** The network of names as a file for Gephi, NetworkX, Cytoscape, d3 or Excel. */
package org.newsweft.jobs.export;

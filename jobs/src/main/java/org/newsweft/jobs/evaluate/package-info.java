/** How good the analyses are: gold files against what a run makes of the same articles. */
package org.newsweft.jobs.evaluate;

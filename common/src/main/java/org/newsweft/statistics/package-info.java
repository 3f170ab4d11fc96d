/** Statistics in plain Java: tests, intervals, slopes, bursts and centrality over arrays. Pure and deterministic. */
package org.newsweft.statistics;

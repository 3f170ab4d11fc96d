/** What a run found, for people. */
package org.newsweft.jobs.report;

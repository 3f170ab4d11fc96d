/** The pages that people look at: the report of a run, and the dossier of a name. Each is one file without a network. */
package org.newsweft.jobs.pages;

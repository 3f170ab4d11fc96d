/** What is new in the corpus, and what it says: the tables documents, blocks and rejects. */
package org.newsweft.jobs.ingest;

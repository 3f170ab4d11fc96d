/** The command line and the order of the jobs: start with {@link org.newsweft.jobs.Nightly}. */
package org.newsweft.jobs;

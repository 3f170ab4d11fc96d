/** Which articles are copies of an earlier one. */
package org.newsweft.jobs.stories;

/** Commands that learn the models committed with the text functions; none of them is part of a run. */
package org.newsweft.jobs.train;

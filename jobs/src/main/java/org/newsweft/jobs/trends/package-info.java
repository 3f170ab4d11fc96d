/** Which terms rise, fall and burst, and what marks a period. */
package org.newsweft.jobs.trends;

/** What is found in a text: sentences, mentions, quotes, tone and terms. */
package org.newsweft.jobs.annotate;

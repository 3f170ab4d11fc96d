/**
 * Reads one record of plain text as a person would: which lines are the article, what it is called, when it was
 * published, where and by whom. No HTML is needed.
 */
package org.newsweft.text.reading;

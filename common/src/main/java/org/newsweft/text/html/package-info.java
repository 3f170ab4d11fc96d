/** What a web page shows and what it says of itself: its visible lines, and its metadata. */
package org.newsweft.text.html;

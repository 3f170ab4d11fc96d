/** In which language a text is written. */
package org.newsweft.text.language;

/** The only code that reads the corpus, and the only code that reads or writes the warehouse. */
package org.newsweft.store;

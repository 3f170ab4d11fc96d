/** Who appears with whom: pairs of entities, the sentences behind them, and their network. */
package org.newsweft.jobs.cooccurrence;

/** What is checked before a run is shown to readers, and the showing. */
package org.newsweft.jobs.publish;

/** What happened: stories on the same happening, over outlets, wording and days. */
package org.newsweft.jobs.events;

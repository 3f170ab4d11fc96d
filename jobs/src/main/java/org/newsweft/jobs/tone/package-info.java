/** In what tone entities, and pairs of them, are written about. */
package org.newsweft.jobs.tone;

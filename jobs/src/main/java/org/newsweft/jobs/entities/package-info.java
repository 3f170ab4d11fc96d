/** Every entity that is named, with its names and how often it occurs. */
package org.newsweft.jobs.entities;

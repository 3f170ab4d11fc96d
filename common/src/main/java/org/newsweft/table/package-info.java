/** What the tables are: one final class per table, one constant per column. The reference is generated from here. */
package org.newsweft.table;

/** Pure functions over text: no Spark, no files, no clock. Everything here can be tested in milliseconds. */
package org.newsweft.text;

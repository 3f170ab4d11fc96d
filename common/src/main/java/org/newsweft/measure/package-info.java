/** Measures that several jobs share, as column expressions and frame transformations: imports only table and text. */
package org.newsweft.measure;

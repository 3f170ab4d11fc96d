/**
 * In what tone: of a sentence, of an article, and of the sentences toward each name in them.
 *
 * <p>{@link org.newsweft.text.tone.ToneAnalyzer} is the way in. Everything is pure Java over class-path resources,
 * immutable once loaded and safe to share between threads. All scores are rounded to six decimals where they are made,
 * so that sums of them are exact decimals.
 */
package org.newsweft.text.tone;

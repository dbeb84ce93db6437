/** A language nobody speaks: each sentence wears brackets, so a test finds text that came from nowhere. */

/**
 * @param {string} text
 * @returns {string} the same sentence, marked; marking twice changes nothing
 */
export function pseudo(text) {
	return text.startsWith("[!!") ? text : `[!! ${text} !!]`;
}

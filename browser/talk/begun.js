/** What was begun and left: forms keep on which day, under no name of a field. Pure. */

export const DAY_KEY = "";
/** A form that nobody touched for so long is not gone back to; its room in the sealed part is needed. */
const LONGEST = 30;
const DAY = 86_400_000;

/** @param {number} moment */
export const dayOf = (moment) => Math.floor(moment / DAY);

/**
 * Is this a form that was left long ago, or a check-in of another day? Words of a talk, and what waits, never are.
 * @param {string} text as it is kept @param {number} today
 */
export function isOver(text, today) {
	const begun = objectIn(text);
	if (begun === null) return false;
	const stamped = Number(begun[DAY_KEY]?.[0] ?? Number.NaN);
	if (Number.isInteger(stamped)) return stamped < today - LONGEST;
	// A check-in is of one day at the house, which may be a day away from here.
	return Array.isArray(begun.given) && Number.isInteger(begun.day) && begun.day < today - 1;
}

/** @param {string} text @returns {Record<string, any> | null} */
function objectIn(text) {
	if (!text.startsWith("{")) return null;
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

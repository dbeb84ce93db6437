/** What was begun: how long a form is kept, and how much is kept at all. Pure. */

/** @typedef {ReadonlyMap<string, string>} Texts by what they are begun for */

/** A form keeps the day on which it was touched last, where no field has a name. */
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

/** All of it shares one sealed part with private notes, and those with their own end (envelope.md, section 4). */
const MOST = 24_000;

/** @param {Texts} texts */
export const rowsOf = (texts) => [...texts].map(([conv, text]) => ({ conv, text }));

/** @param {Texts} texts how many bytes they take as they are kept */
export const sizeOf = (texts) => new TextEncoder().encode(JSON.stringify(rowsOf(texts))).length;

/**
 * What is handed over to be kept. Where not all of it fits, what is kept already stays as it is, and of what is new the shortest first:
 * one box that is too full keeps nobody's place from being saved.
 * @param {Texts} now @param {Texts} kept @returns {Map<string, string>}
 */
export function fitting(now, kept) {
	if (sizeOf(now) <= MOST) return new Map(now);
	let found = new Map([...kept].filter(([id]) => now.has(id)));
	const changed = [...now].filter(([id, text]) => kept.get(id) !== text);
	for (const [id, text] of changed.sort(([, one], [, other]) => one.length - other.length)) {
		const next = new Map([...found, [id, text]]);
		if (sizeOf(next) <= Math.max(MOST, sizeOf(found))) found = next;
	}
	return found;
}

/**
 * Small changes to lists of one's own rows: a path, a plan for bad days, a diary, units that were done. Pure: content in, content out. A change is made to
 * whatever is newest; what another device made of the same row meanwhile stays beside it.
 * @typedef {{id: string} & Record<string, any>} Row
 * @typedef {{rows: readonly Row[]} & Record<string, any>} Content
 * @typedef {{docId: string, content: Content}} Doc
 * @typedef {"path" | "plan" | "diary" | "training" | "story" | "notes" | "wellbeing"} Own a story holds layers in place of rows (story-rules.js); kept notes end on one day (kept-notes.js)
 */

/** @type {Readonly<Record<Own, Content>>} */
export const NOTHING = Object.freeze({
	path: { no: [], rows: [], shown: [] },
	plan: { rows: [] },
	diary: { rows: [] },
	training: { rows: [] },
	wellbeing: { rows: [] },
	story: /** @type {any} */ ({ layers: [], told: [] }),
	notes: { beside: [], last: 0, rows: [] },
});
/** How many rows one document holds; a further one begins where it is full. @type {Readonly<Record<Own, number>>} */
const MOST = Object.freeze({
	path: 60,
	plan: 60,
	diary: 40,
	training: 60,
	story: 1,
	notes: 12,
	wellbeing: 40,
});

/** @param {Content} content @param {Row} row @returns {Content} */
export const withRow = (content, row) => ({ ...content, rows: [...content.rows, row] });

/**
 * Other words for a row. If it says something else by now, both stay; if it is gone, it comes back.
 * @param {Content} content @param {Row} before as it stood when somebody began @param {Row} row @param {string} freshId @returns {Content}
 */
export function withChanged(content, before, row, freshId) {
	const now = content.rows.find(({ id }) => id === before.id);
	if (now === undefined) return withRow(content, row);
	if (isSame(now, row)) return content;
	if (!isSame(now, before)) return withRow(content, { ...row, id: freshId });
	return { ...content, rows: content.rows.map((one) => (one === now ? row : one)) };
}

/** Without a row, unless it says something else by now. @param {Content} content @param {Row} before @returns {Content} */
export const without = (content, before) => ({
	...content,
	rows: content.rows.filter((one) => one.id !== before.id || !isSame(one, before)),
});

/** What is shown of a path in one talk. @param {Content} content @param {import("../crypto/path.js").PathShown} shown @returns {Content} */
export const withShown = (content, shown) => ({
	...content,
	shown: [
		...content.shown.filter((/** @type {{conv: string}} */ { conv }) => conv !== shown.conv).slice(-19),
		shown,
	],
});

/** A suggestion that was not taken. @param {Content} content @param {string} id @returns {Content} */
export const withNo = (content, id) => ({
	...content,
	no: [...content.no.filter((/** @type {string} */ one) => one !== id).slice(-59), id],
});

/** All rows of all documents; what stands in two of them is there once. @param {readonly Doc[]} docs @returns {readonly (Row & {docId: string})[]} */
export function rowsIn(docs) {
	const found = docs.flatMap(({ docId, content }) => content.rows.map((row) => ({ ...row, docId })));
	return Object.freeze(
		found
			.filter((one, at) => found.findIndex((other) => isSame(other, one)) === at)
			.map((one) => Object.freeze(one)),
	);
}

/** The newest choice of what is shown in a talk. @param {readonly Doc[]} docs @param {string} conv @returns {import("../crypto/path.js").PathShown | null} */
export function shownIn(docs, conv) {
	const all = docs.flatMap(({ content }) => content.shown ?? []).filter((one) => one.conv === conv);
	return all.sort((one, other) => one.at - other.at).at(-1) ?? null;
}

/** A document that takes one more row; none: a new one begins. @param {readonly Doc[]} docs @param {Own} own @returns {string | undefined} */
export const roomIn = (docs, own) => docs.find(({ content }) => content.rows.length < MOST[own])?.docId;

/** Whether two rows say the same. @param {any} one @param {any} other */
export function isSame({ docId: _, ...one }, { docId: __, ...other }) {
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
	);
}

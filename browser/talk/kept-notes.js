/**
 * What of a note each of two keeps beside the talk, and until when: pure. A copy is made of an agreed note alone, once, word for word;
 * only words beside it are added later.
 * @typedef {import("./note-rules.js").Written} Written
 * @typedef {import("../crypto/note-kept.js").KeptNotes} KeptNotes
 * @typedef {import("../crypto/note-kept.js").KeptNote} KeptNote
 * @typedef {import("../crypto/note-kept.js").Beside} Beside
 * @typedef {{docId: string, content: KeptNotes}} Doc
 * @typedef {KeptNote & {last: number, beside: readonly Beside[]}} Copy a note as its keeper reads it
 */
import { LONGEST_NAME, MOST_BESIDE, MOST_ROWS } from "../crypto/note-kept.js";
import { noteOf } from "./note-rules.js";

const DAY_MS = 86_400_000;
const SIDE = { client: 1, specialist: 2 };
/** As many bytes as one document takes with room to spare (documents.js). */
const MOST_BYTES = 48_000;

/** The last day of a note whose meeting began at `start`: the end of that year and of so many more. @param {number} start seconds @param {number} years */
export const keptUntil = (start, years) =>
	Date.UTC(new Date(start * 1000).getUTCFullYear() + years, 11, 31) / DAY_MS;

/** The last day of a copy; null where none is kept beside the talk. @param {{start: number}} note @param {number | undefined} years as the programme says */
export const lastDayOf = ({ start }, years = 0) => (years > 0 ? keptUntil(start, years) : null);

/** The year at whose end a copy goes. @param {number} last */
export const yearOf = (last) => new Date(last * DAY_MS).getUTCFullYear();

/** What is kept of an agreed note. @param {Written} one @param {{name: string, side: "client" | "specialist", today: number}} about @returns {{row: KeptNote, beside: Beside[]}} */
export function copyOf({ draft, agreedTs, added, ref }, { name, side, today }) {
	const dayOf = (/** @type {number | null} */ ts) => (ts === null ? today : Math.floor(ts / DAY_MS));
	const called = [...name].slice(0, LONGEST_NAME).join("");
	const row = { ...noteOf(draft), day: dayOf(agreedTs), name: called, side: SIDE[side] };
	const beside = added.map((each) => ({
		...{ by: SIDE[each.side], day: dayOf(each.ts), ref, words: each.words },
	}));
	return { row, beside };
}

/**
 * Into which document it goes, or what is added to the one that holds it; null where all of it is kept.
 * @param {readonly Doc[]} docs @param {{row: KeptNote, beside: Beside[]}} copy @param {number} last
 * @returns {{docId: string | undefined, change: (content: KeptNotes) => KeptNotes} | null}
 */
export function placeFor(docs, copy, last) {
	const holds = docs.find(({ content }) => content.rows.some(({ ref }) => ref === copy.row.ref));
	if (holds !== undefined) {
		const isMissing = copy.beside.some((one) => !isIn(holds.content.beside, one));
		const { docId } = holds;
		return isMissing && mayAdd(holds.content)
			? { docId, change: (content) => withBeside(content, copy.beside) }
			: null;
	}
	const room = docs.find(({ content }) => content.last === last && hasRoom(content, copy));
	return { docId: room?.docId, change: (content) => withCopy({ ...content, last }, copy) };
}

/** Every note that is kept, the newest meeting first; of two copies of one the older document's counts. @param {readonly Doc[]} docs @returns {readonly Copy[]} */
export function copiesIn(docs) {
	const all = docs.flatMap(({ content: { last, rows, beside } }) =>
		rows.map((row) => ({ ...row, last, beside: beside.filter(({ ref }) => ref === row.ref) })),
	);
	const once = all.filter((one, at) => all.findIndex(({ ref }) => ref === one.ref) === at);
	return once.sort((one, other) => other.start - one.start);
}

/** @param {readonly Beside[]} all @param {Beside} one */
const isIn = (all, one) =>
	all.some(({ by, ref, words }) => by === one.by && ref === one.ref && words === one.words);

/** @param {KeptNotes} content */
const mayAdd = ({ beside }) => beside.length < MOST_BESIDE;

/** @param {KeptNotes} content @param {readonly Beside[]} more @returns {KeptNotes} */
function withBeside(content, more) {
	const fresh = more.filter((one) => !isIn(content.beside, one));
	return { ...content, beside: [...content.beside, ...fresh].slice(0, MOST_BESIDE) };
}

/** Another device may have written it meanwhile: then only what is beside it is added. @param {KeptNotes} content @param {{row: KeptNote, beside: Beside[]}} copy */
function withCopy(content, { row, beside }) {
	const isHere = content.rows.some(({ ref }) => ref === row.ref);
	return withBeside(isHere ? content : { ...content, rows: [...content.rows, row] }, beside);
}

/** @param {KeptNotes} content @param {{row: KeptNote, beside: Beside[]}} copy */
function hasRoom(content, copy) {
	const isFew = content.rows.length < MOST_ROWS && content.beside.length + copy.beside.length <= MOST_BESIDE;
	return isFew && sizeOf(content) + sizeOf(copy) < MOST_BYTES;
}

/** @param {unknown} value in bytes */
const sizeOf = (value) => new TextEncoder().encode(JSON.stringify(value)).length;

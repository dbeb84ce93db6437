/**
 * Notes of meetings as two people wrote them in their talk: pure. A draft and a yes hold all of the note; it is agreed where the client and
 * somebody else said yes to one same text, and the first that was agreed counts for good.
 * @typedef {{ref: string, start: number, mins: number, zone: string, way: number, goal: string, words: string}} Note `start`: seconds since 1970
 * @typedef {"client" | "specialist"} Side
 * @typedef {Readonly<{from: "me" | "them", by?: string, side: Side, words: string, ts: number | null}>} Added
 * @typedef {Readonly<{ref: string, draft: Note, from: "me" | "them", by?: string, yes: Readonly<{client: boolean, specialist: boolean}>, agreed: boolean, agreedTs: number | null, added: readonly Added[]}>} Written `draft` is the note itself once it is agreed
 * @typedef {{n: number | null, from: "me" | "them", by?: string, ts: number | null, card?: {t: string} & Record<string, any>}} Line
 */

const NAMES = /** @type {const} */ (["goal", "mins", "ref", "start", "way", "words", "zone"]);

/** The note that a card holds, without its type. @param {Record<string, any>} card @returns {Note} */
export const noteOf = (card) =>
	/** @type {Note} */ (Object.fromEntries(NAMES.map((name) => [name, card[name]])));

/** Every byte of two notes is the same. @param {Record<string, any>} one @param {Record<string, any>} other */
export const isSame = (one, other) => NAMES.every((name) => one[name] === other[name]);

/** @param {Note} note its first minute of another day or zone is a matter of words */
export const endOf = ({ start, mins }) => start + mins * 60;

/** Whose side a line stands on. @param {Line} line @param {{mine: Side, other: {accountId: string}}} relationship @returns {Side} */
export function sideOf({ from, by }, { mine, other }) {
	if (from === "me") return mine;
	if (mine === "client") return "specialist";
	return by === undefined || by === other.accountId ? "client" : "specialist";
}

/**
 * What was written, the newest meeting first. Lines that are not stored yet count for nothing.
 * @param {readonly Line[]} lines as they stand in the talk @param {{mine: Side, other: {accountId: string}}} relationship @returns {readonly Written[]}
 */
export function notesIn(lines, relationship) {
	/** @type {Map<string, any>} */
	const found = new Map();
	for (const line of lines) {
		const { card, n } = line;
		if (n === null || card === undefined) continue;
		const side = sideOf(line, relationship);
		if (card.t === "note-draft") worded(found, line, card);
		if (card.t === "note-agreed") agreed(found, line, card, side);
		if (card.t === "note-added" && found.get(card.ref)?.agreed === true)
			found.get(card.ref).added.push({ from: line.from, by: line.by, side, words: card.words, ts: line.ts });
	}
	return [...found.values()].sort((one, other) => other.draft.start - one.draft.start);
}

/** Other words take back every yes; an agreed note takes none. @param {Map<string, any>} found @param {Line} line @param {Record<string, any>} card */
function worded(found, { from, by }, card) {
	const { ref } = card;
	if (found.get(ref)?.agreed === true) return;
	const yes = { client: false, specialist: false };
	found.set(ref, { ref, draft: noteOf(card), from, by, yes, agreed: false, agreedTs: null, added: [] });
}

/** A yes to other words than those that stand is none. @param {Map<string, any>} found @param {Line} line @param {Record<string, any>} card @param {Side} side */
function agreed(found, { ts }, card, side) {
	const one = found.get(card.ref);
	if (one === undefined || one.agreed || !isSame(one.draft, card)) return;
	one.yes[side] = true;
	one.agreed = one.yes.client && one.yes.specialist;
	if (one.agreed) one.agreedTs = ts;
}

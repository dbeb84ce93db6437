/** What did not sit right, in a few words: how it stands, and own short texts that help to begin. */
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @typedef {import("../crypto/mend.js").Mend} Mend */
/** @typedef {import("../talk/mending.js").Row} Row */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export const SAYS = 1;
export const A_LINE = 1;
export const A_PROMISE = 3;
export const IN_GENERAL = 4;
/** How something is closed: it is mended, it is not, it no longer matters. */
export const HOWS = Object.freeze([1, 2, 3]);
const HINTS = [1, 2, 3, 4];

/** Short texts of ours; nobody's words are made up, and nothing stands in a box before somebody presses. @param {"say" | "reply"} what */
export const hintsFor = (what) => HINTS.map((n) => say(`mend.hint-${what}-${n}`));

/** The row the house keeps of it, if it was asked; one that says another said it is no row of it. @param {Mend} mend @param {readonly Row[] | undefined} rows */
export const rowOf = (mend, rows) => rows?.find((row) => row.ref === mend.of && agrees(mend, row)) ?? null;

/** What may be shown: where older lines are not read yet, and house and seal differ about who said it, the beginning may be one of those. @param {Conversation} conversation @param {readonly Row[] | undefined} rows */
export const mendsShown = ({ mends, older }, rows) =>
	older === "none"
		? mends
		: mends.filter((mend) => !rows?.some((row) => row.ref === mend.of && !agrees(mend, row)));

/** @param {Mend} mend @param {Row} row */
const agrees = ({ from }, { mine }) => (from === "me") === mine;

/** How one thing stands, for whoever reads it. @param {Mend} mend @param {Row | null} row @param {string} name */
export function standsNow(mend, row, name) {
	const mine = mend.from === "me" ? "-you" : "";
	if (mend.closed !== null) return say(`mend.closed-${mend.closed.how}${mine}`, { name });
	if (mend.replies.length > 0 || row?.answered) return say(`mend.replied${mine}`, { name });
	if (row === null) return say(`mend.open${mine}`, { name });
	return say(`mend.${row.late ? "late" : "due"}${mine}`, { name, day: dayWords(row.dueOn) });
}

/** Whether the other's step is waited for here. @param {Mend} mend @param {"me" | "them"} who */
export const waitsFor = ({ from, closed, replies }, who) =>
	closed === null && (from === "me" ? "them" : "me") === who && replies.length === 0;

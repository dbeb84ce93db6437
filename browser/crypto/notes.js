// Part 4 of state: what a person keeps for themselves in words, and its merge (envelope.md, section 4). Pure functions.

import { fromUtf8, utf8 } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { ascending, rowsIn } from "./rows.js";
import { fieldsOf, writeJson } from "./strict-json.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {{conv: string, name: string, note: string, said?: string}} PersonNote what I call somebody, and what I noted about them; `said`: what their hello asked to be called */
/** @typedef {{drafts: {conv: string, text: string}[], hides?: string, hints?: number, listening?: number, name: string, opened: number, people: PersonNote[], title: string, visits: number}} Notes */

const LONGEST = Object.freeze({ name: 40, note: 4_000, title: 60, hides: 400 });
/** Private notes share one padded part with everything that is being written. */
const MOST_BYTES = 40_000;
/** Nobody needs to know how often someone comes: only whether these are their first days here. */
const MOST_VISITS = 4;

/** @param {string} name what others call me @returns {Notes} before anything was noted */
export const firstNotes = (name) => ({ drafts: [], name, opened: 0, people: [], title: "", visits: 0 });

/** @param {unknown} json @returns {Notes} */
export function checkedNotes(json) {
	const notes = fieldsOf(json, {
		drafts: "list",
		hides: "text?",
		hints: "int?",
		listening: "int?",
		name: "text",
		opened: "int",
		people: "list",
		title: "text",
		visits: "int",
	});
	rowsIn(notes, "drafts", { fields: { conv: "text", text: "text" }, bytes: { conv: 16 }, by: "conv" });
	rowsIn(notes, "people", {
		fields: { conv: "text", name: "text", note: "text", said: "text?" },
		bytes: { conv: 16 },
		by: "conv",
	});
	checkLength("title", notes.title);
	if (notes.hides === "") throw new Refusal("malformed", "hides");
	checkLength("hides", notes.hides ?? "");
	if ((notes.hints ?? 1) !== 1) throw new Refusal("malformed", "hints");
	if ((notes.listening ?? 1) !== 1) throw new Refusal("malformed", "listening");
	if (notes.visits > MOST_VISITS) throw new Refusal("malformed", "visits");
	for (const { name, note, said } of notes.people) {
		if (said === "") throw new Refusal("malformed", "said");
		checkLength("name", said ?? "");
		checkLength("name", name);
		checkLength("note", note);
	}
	return /** @type {Notes} */ (notes);
}

/**
 * A private note is written, changed, or (both empty) taken away.
 * @param {Notes} notes @param {PersonNote} about @returns {Notes}
 */
export function withPerson(notes, { conv, name, note }) {
	const said = saidOf(notes, conv);
	return withRow(notes, { conv, name, note, ...(said === null ? {} : { said }) });
}

/**
 * What their hello asked to be called is read once: it soon lies far above.
 * @param {Notes} notes @param {string} conv @param {string} said @returns {Notes}
 */
export function withSaid(notes, conv, said) {
	const before = notes.people.find((row) => row.conv === conv) ?? { conv, name: "", note: "" };
	return said === "" || said === before.said ? notes : withRow(notes, { ...before, said });
}

/** @param {Notes} notes @param {string} conv */
export const saidOf = (notes, conv) => notes.people.find((row) => row.conv === conv)?.said ?? null;

/** @param {Notes} notes @param {PersonNote} row @returns {Notes} */
function withRow(notes, row) {
	const others = notes.people.filter(({ conv }) => conv !== row.conv);
	const isNothing = row.name === "" && row.note === "" && row.said === undefined;
	const people = isNothing ? others : ascending([...others, row], "conv");
	if (writeJson(people).length > MOST_BYTES) throw new Refusal("notes-full");
	return checkedNotes({ ...notes, people });
}

/** One visit more, counted to four and no further. @param {Notes} notes @returns {Notes} */
export const withVisit = (notes) => ({ ...notes, visits: Math.min(notes.visits + 1, MOST_VISITS) });

/** The listening coach is switched on, or off: then it is left out. @param {Notes} notes @param {boolean} on @returns {Notes} */
export function withListening({ listening: _, ...notes }, on) {
	return on ? { ...notes, listening: 1 } : notes;
}

/** Words of danger are looked for in what its owner writes, or not: then it is left out. @param {Notes} notes @param {boolean} on @returns {Notes} */
export function withHints({ hints: _, ...notes }, on) {
	return on ? { ...notes, hints: 1 } : notes;
}

/** What somebody would rather not read about, ids with a space between; nothing is left out. @param {Notes} notes @param {string} ids @returns {Notes} */
export function withHides({ hides: _, ...notes }, ids) {
	return ids === "" ? notes : { ...notes, hides: ids };
}

/**
 * What was changed here since `saved` wins, row by row; the rest is theirs.
 * @param {Notes} saved as this device had it from the server @param {Notes} ours @param {Notes} theirs
 * @returns {Notes}
 */
export function mergedNotes(saved, ours, theirs) {
	const listening = changed(saved.listening ?? 0, ours.listening ?? 0, theirs.listening ?? 0);
	const hints = changed(saved.hints ?? 0, ours.hints ?? 0, theirs.hints ?? 0);
	const hides = changed(saved.hides ?? "", ours.hides ?? "", theirs.hides ?? "");
	return {
		...(hides === "" ? {} : { hides }),
		...(hints === 1 ? { hints } : {}),
		...(listening === 1 ? { listening } : {}),
		drafts: mergedRows(saved.drafts, ours.drafts, theirs.drafts),
		name: changed(saved.name, ours.name, theirs.name),
		opened: Math.max(ours.opened, theirs.opened),
		people: mergedRows(saved.people, ours.people, theirs.people),
		title: changed(saved.title, ours.title, theirs.title),
		visits: Math.max(ours.visits, theirs.visits),
	};
}

/** @template T @param {T} saved @param {T} ours @param {T} theirs */
const changed = (saved, ours, theirs) => (isSame(saved, ours) ? theirs : ours);

/** @template {{conv: string}} T @param {T[]} saved @param {T[]} ours @param {T[]} theirs @returns {T[]} */
function mergedRows(saved, ours, theirs) {
	const [before, here, there] = [byConv(saved), byConv(ours), byConv(theirs)];
	const convs = new Set([...here.keys(), ...there.keys()]);
	const rows = [...convs].map((conv) => changed(before.get(conv), here.get(conv), there.get(conv)));
	return /** @type {T[]} */ (
		ascending(
			rows.filter((row) => row !== undefined),
			"conv",
		)
	);
}

/** @template {{conv: string}} T @param {T[]} rows */
const byConv = (rows) => new Map(rows.map((row) => [row.conv, row]));

/** @param {unknown} one @param {unknown} other plain values */
function isSame(one, other) {
	if (one === undefined || other === undefined) return one === other;
	return spelled(one) === spelled(other);
}

/** @param {unknown} value */
const spelled = (value) => fromUtf8(writeJson({ value }));

/** @param {"name" | "note" | "title" | "hides"} what @param {string} text */
function checkLength(what, text) {
	utf8(text);
	if ([...text].length > LONGEST[what]) throw new Refusal("malformed", what);
}

// Keeping a person's state: what changed, the next body to save, and what another device saved meanwhile.

import { checkedNotes, withHides, withHints, withListening, withPerson, withVisit } from "../notes.js";
import { keepMarks, takeOver } from "../remembered.js";
import { ascending } from "../rows.js";
import { PART } from "../state.js";

/** @import { StateJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */

/** @param {Core} core */
export function dirty(core) {
	keepMarks(core);
	return { dirty: core.place.book.isDirty() };
}

/** @param {Core} core @param {{drafts?: {conv: string, text: string}[], name?: string}} args */
export function saveState(core, { drafts, name }) {
	const { book } = core.place;
	const notes = book.part(PART.NOTES);
	const rows = drafts === undefined ? notes.drafts : ascending(drafts, "conv");
	book.change(PART.NOTES, checkedNotes({ ...notes, drafts: rows, name: name ?? notes.name }));
	keepMarks(core);
	return { body: book.draft() };
}

/**
 * What is only mine: a private name and note, the title of the page, whether the listening coach is on, what one would rather not read about, whether words of danger are looked for, the moment this place was opened, and whether that begins a visit.
 * @param {Core} core @param {{person?: import("../notes.js").PersonNote, title?: string, listening?: boolean, hides?: string, hints?: boolean, opened?: number, visit?: boolean}} args
 */
export function keepNotes(
	{ place: { book } },
	{ person, title, listening, hides, hints, opened, visit = false },
) {
	const before = /** @type {import("../notes.js").Notes} */ (book.part(PART.NOTES));
	const told = person === undefined ? before : withPerson(before, person);
	const heard = listening === undefined ? told : withListening(told, listening);
	const hidden = hides === undefined ? heard : withHides(heard, hides);
	const noted = hints === undefined ? hidden : withHints(hidden, hints);
	const notes = checkedNotes({
		...(visit ? withVisit(noted) : noted),
		title: title ?? noted.title,
		opened: Math.max(noted.opened, opened ?? 0),
	});
	book.change(PART.NOTES, notes);
	const { people, visits } = notes;
	const { title: called, opened: since } = notes;
	const beside = { listening: notes.listening ?? 0, hides: notes.hides ?? "", hints: notes.hints ?? 0 };
	return { people, title: called, opened: since, visits, ...beside };
}

/** @param {Core} core @param {{ctr: number}} args */
export function stateSaved({ place: { book } }, { ctr }) {
	book.saved(ctr);
	return {};
}

/** @param {Core} core @param {{state: StateJson}} args */
export function stateMoved(core, { state }) {
	takeOver(core, state);
	const { book } = core.place;
	return { body: book.draft(), ...book.part(PART.NOTES) };
}

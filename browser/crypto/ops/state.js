// Keeping a person's state: what changed, the next body to save, and what another device saved meanwhile.

import { keepMarks, takeOver } from "../remembered.js";
import { ascending, checkedPart, PART } from "../state.js";

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
	book.change(PART.NOTES, checkedPart(PART.NOTES, { drafts: rows, name: name ?? notes.name }));
	keepMarks(core);
	return { body: book.draft() };
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
	const { drafts, name } = book.part(PART.NOTES);
	return { body: book.draft(), drafts, name };
}

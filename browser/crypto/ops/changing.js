// Changing what stands: other words, a small sign, taking back; and finding a line again.

import { writeBody } from "../body.js";
import { checkedDay } from "../day.js";
import { writable } from "./writing.js";

/** @typedef {import("../sealed-core.js").Core} Core */

/** @param {Core} core @param {{conv: string, to: string, text: string, ts: number, today: number}} args */
export function sealEdit(core, { conv, to, text, ts, today }) {
	const talk = writable(core, conv, today);
	talk.conversation.reading.said.checkEdits(to);
	return talk.writer.write(
		writeBody({ b: text, sc: core.place.book.count(), t: "edit", to, ts }),
		checkedDay(today),
	);
}

/** @param {Core} core @param {{conv: string, to: string, r: number, ts: number, today: number}} args */
export function sealReact(core, { conv, to, r, ts, today }) {
	const talk = writable(core, conv, today);
	talk.conversation.reading.said.line(to);
	return talk.writer.write(
		writeBody({ r, sc: core.place.book.count(), t: "react", to, ts }),
		checkedDay(today),
	);
}

/** @param {Core} core @param {{conv: string, to: string, today: number}} args */
export function sealErase(core, { conv, to, today }) {
	const { writer, conversation } = writable(core, conv, today);
	return writer.erase(conversation.reading.said.targets(to), checkedDay(today));
}

// The words of what one said one would do, and of contacts elsewhere.

import { writeBody } from "../body.js";
import { checkedDay } from "../day.js";
import { writable } from "./writing.js";

/** @typedef {import("../sealed-core.js").Core} Core */

/** Somebody's word, or a contact; `ref` names it at the house. @param {Core} core @param {{conv: string, vow: import("../vow.js").VowFields, ts: number, today: number}} args */
export function sealVow(core, { conv, vow, ts, today }) {
	const talk = writable(core, conv, today);
	const body = writeBody({ ...vow, sc: core.place.book.count(), t: "vow", ts });
	return talk.writer.write(body, checkedDay(today));
}

// What somebody shows of a check-in in their talk, and the wish for help to talk.

import { writeBody } from "../body.js";
import { VERSION } from "../check-in.js";
import { checkedDay } from "../day.js";
import { writable } from "./writing.js";

/** @param {import("../sealed-core.js").Core} core @param {{conv: string, check: import("../check-in.js").Check, ts: number, today: number}} args */
export function sealCheck(core, { conv, check: { a, b, gap, k }, ts, today }) {
	const talk = writable(core, conv, today);
	const sc = core.place.book.count();
	const body = writeBody({ a, b, gap, k, sc, t: "check", ts, ver: VERSION });
	return talk.writer.write(body, checkedDay(today));
}

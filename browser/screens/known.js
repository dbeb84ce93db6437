/** How two people came to know each other, in one sentence. */
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/**
 * @param {Relationship} relationship @param {string} name of the other
 * @returns {string} empty where they came to know each other as everybody does
 */
export function knownWords({ met, mine, state }, name) {
	if (met == null || met.is === null) return "";
	const params = { name, day: dayWords(met.day ?? 0) };
	if (met.is === "checked")
		return say(`known.checked-${met.how === "link" ? `link-${mine}` : met.how}`, params);
	if (met.is === "before") return say("known.before", params);
	return beforeTheYes(met, params, state === "asked");
}

/** @param {NonNullable<Relationship["met"]>} met @param {{name: string, day: string}} params @param {boolean} isAsked */
function beforeTheYes({ is, how }, params, isAsked) {
	if (is === "came") return say(isAsked ? "known.came" : "known.came-only", params);
	if (!isAsked) return "";
	return is === "other" ? say("known.other", params) : say(`known.fits-${how ?? "link"}`, params);
}

/** The same, for a narrow line above a talk. @param {Relationship} relationship */
export function knownShort({ met }) {
	if (met?.day == null) return "";
	const how = met.is === "before" ? "before" : (met.how ?? "link");
	return say(`known.short-${how}`, { day: dayWords(met.day) });
}

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
	const isAsked = state === "asked";
	if (met.is === "came") return say(isAsked ? "known.came" : "known.came-only", params);
	if (met.is === "fits") return isAsked ? say(`known.fits-${met.how ?? "link"}`, params) : "";
	if (met.is === "other") return isAsked ? say("known.other", params) : "";
	if (met.is === "before") return say("known.before", params);
	if (met.how === "person") return say("known.checked-person", params);
	return say(`known.checked-link-${mine}`, params);
}

/** The same, for a narrow line above a talk. @param {Relationship} relationship */
export function knownShort({ met }) {
	if (met?.day == null) return "";
	const how = met.is === "before" ? "before" : (met.how ?? "link");
	return say(`known.short-${how}`, { day: dayWords(met.day) });
}

// What a specialist chose to show, signed by the specialist's own key (envelope.md, section 5).

import { fromText, toText } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { sign, verify } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { KeyRecord, ProfileJson } from "./shapes.d.ts" */
/** @typedef {Set<string> | null} Facts ids a specialist may show; null where the list is not at hand */

const LONGEST = { about: 1_200, line: 140, name: 40, waiting: 600 };
const LANGS = new Set("en es fr ar zh pt hi ru uk vi tl de pl".split(" "));
const WITHIN = [4, 24, 48, 72];
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const DAY_MINUTES = 1_440;

/** @param {Uint8Array} accountId @param {number} ver @param {number} day @param {Uint8Array} bytes */
export const profileBytes = (accountId, ver, day, bytes) =>
	labelled("pse1/profile", accountId, ver, day, h("pse1/profile-bytes", bytes));

/**
 * @param {unknown} profile @param {{accountId: Uint8Array, ikSecret: Uint8Array, ver: number, day: number}} by
 * @param {Facts} facts
 * @returns {ProfileJson}
 */
export function signProfile(profile, { accountId, ikSecret, ver, day }, facts) {
	const bytes = writeJson(checkedProfile(profile, facts));
	const sig = sign(ikSecret, profileBytes(accountId, ver, day, bytes));
	return { ver, day, bytes: toText(bytes), sig: toText(sig) };
}

/**
 * @param {unknown} json @param {KeyRecord} record the newest @param {Facts} facts
 * @returns {{ver: number, profile: Record<string, any>}}
 */
export function verifyProfile(json, record, facts) {
	const found = fieldsOf(json, { ver: "int", day: "int", bytes: "text", sig: "text" });
	const bytes = fromText(found.bytes);
	verify(record.ik, profileBytes(record.accountId, found.ver, found.day, bytes), fromText(found.sig, 64));
	return { ver: found.ver, profile: checkedProfile(parseJson(bytes), facts) };
}

/** @param {unknown} value @param {Facts} facts @returns {Record<string, any>} refused with the name of the field that is wrong */
export function checkedProfile(value, facts) {
	const found = fieldsOf(value, {
		about: "text",
		facts: "list",
		langs: "list",
		line: "text",
		name: "text",
		reply: "object",
		waiting: "text",
	});
	for (const [name, most] of Object.entries(LONGEST)) need([...found[name]].length <= most, name);
	need(found.name !== "", "name");
	need(
		ascending(found.facts) && found.facts.every((/** @type {unknown} */ id) => isFact(id, facts)),
		"facts",
	);
	need(
		ascending(found.langs) && found.langs.every((/** @type {unknown} */ code) => LANGS.has(String(code))),
		"langs",
	);
	checkReply(found.reply);
	return found;
}

/** @param {unknown} value */
function checkReply(value) {
	const reply = fieldsOf(value, { days: "list", from: "int", to: "int", tz: "text", within: "int" });
	need(
		ascending(reply.days) && reply.days.every((/** @type {unknown} */ day) => WEEK.includes(Number(day))),
		"days",
	);
	need(
		reply.days.every((/** @type {unknown} */ day) => typeof day === "number"),
		"days",
	);
	need(reply.from <= DAY_MINUTES && reply.to <= DAY_MINUTES, "hours");
	need(/^[A-Za-z0-9_+/-]{1,64}$/.test(reply.tz), "tz");
	need(WITHIN.includes(reply.within), "within");
}

/** @param {unknown} id @param {Facts} facts */
const isFact = (id, facts) =>
	typeof id === "string" && /^[a-z0-9-]{1,40}$/.test(id) && (facts?.has(id) ?? true);

/** None twice. @param {any[]} list */
const ascending = (list) =>
	list.every((item, i) => i === 0 || (typeof item === typeof list[i - 1] && list[i - 1] < item));

/** @param {boolean} holds @param {string} name */
function need(holds, name) {
	if (!holds) throw new Refusal("profile-form", name);
}

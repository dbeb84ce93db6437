// What stands inside an entry: strict JSON with closed fields for each type (envelope.md, section 8).

import { fromText } from "./bytes.js";
import { checkCard, isCard } from "./cards.js";
import { isNewerCheck } from "./cards/check.js";
import { KIND } from "./entry.js";
import { checkedPapers, LONGEST_ABOUT } from "./file.js";
import { checkMend } from "./mend.js";
import { checkOurs, checkYes } from "./ours.js";
import { checkPath } from "./path.js";
import { Refusal } from "./refusal.js";
import { grantIn } from "./grant.js";
import { checkShare } from "./share.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";
import { checkVow } from "./vow.js";

/** @import { StateCount } from "./shapes.d.ts" */
/** @typedef {{t: string, sc: StateCount, ts: number, b?: string, re?: string, to?: string, r?: number, name?: string, file?: import("./file.js").Papers, conv?: string, h?: string, n?: number, lines?: import("./ours.js").OwnLine[], ver?: number, fc?: string, at?: string, epochs?: {eh: string, epoch: number}[], kr?: string, sig?: string, draft?: import("./share.js").Draft | {}, k?: number, card?: Record<string, any>, about?: number, how?: number, of?: string, step?: number, asks?: boolean, parts?: number[], rows?: import("./path.js").PathRow[], ref?: string, day?: number, from?: number, till?: number}} Body */

/** @type {Record<string, Record<string, string>>} */
const FIELDS = {
	hello: { b: "text", name: "text", sc: "object", t: "text", ts: "int" },
	text: { b: "text", re: "text?", sc: "object", t: "text", ts: "int" },
	goodbye: { b: "text", sc: "object", t: "text", ts: "int" },
	edit: { b: "text", sc: "object", t: "text", to: "text", ts: "int" },
	react: { r: "int", sc: "object", t: "text", to: "text", ts: "int" },
	att: { b: "text", file: "object", re: "text?", sc: "object", t: "text", ts: "int" },
	ours: { lines: "list", sc: "object", t: "text", ts: "int", ver: "int" },
	"ours-yes": { fc: "text", sc: "object", t: "text", to: "text", ts: "int" },
	grant: {
		at: "text",
		epochs: "list",
		kr: "text",
		sc: "object",
		sig: "text",
		t: "text",
		to: "text",
		ts: "int",
	},
	continues: { conv: "text", h: "text", n: "int", sc: "object", t: "text", ts: "int" },
	mend: {
		...{ about: "int", b: "text", how: "int", of: "text", re: "text?" },
		...{ sc: "object", step: "int", t: "text", ts: "int" },
	},
	share: { draft: "object", sc: "object", t: "text", ts: "int" },
	vow: {
		...{ b: "text", day: "int", from: "int?", k: "int", ref: "text", sc: "object" },
		...{ t: "text", till: "int?", to: "text?", ts: "int" },
	},
	path: { asks: "yes-no", parts: "list", rows: "list", sc: "object", t: "text", ts: "int" },
};
const OF_CARD = { card: "object", sc: "object", t: "text", ts: "int" };
const LONGEST_NAME = 40;
/** Thank you, with you, heart, laughing with you, strong; 0 takes it away again. */
const MOST_REACTION = 5;
/** What a type is called that a newer room may know; what has an entry of its own is none. */
const TYPE = /^[a-z][a-z-]{0,39}$/;
const ELSEWHERE = ["erase", "hello", "leave"];

/** @param {Body} body */
export const writeBody = (body) => writeJson(checked(body));

/**
 * What an entry of this kind holds; a type that is not known here is only named, for a newer version to show.
 * @param {Uint8Array} bytes @param {number} kind @returns {Body | {t: string, isNewer: true}}
 */
export function readBody(bytes, kind) {
	const found = parseJson(bytes);
	const t = /** @type {{t?: unknown} | null} */ (found)?.t;
	const fits = kind === KIND.HELLO ? t === "hello" : kind === KIND.MESSAGE && t !== "hello";
	if (typeof t !== "string" || !fits) throw new Refusal("malformed", "body");
	return isOfNewer(t) || isNewerCheck(found) ? { t, isNewer: true } : checked(found);
}

/** @param {string} t */
const isOfNewer = (t) => fieldsFor(t) === undefined && TYPE.test(t) && !ELSEWHERE.includes(t);

/** @param {unknown} value @returns {Body} */
function checked(value) {
	const t = /** @type {{t?: unknown} | null} */ (value)?.t;
	const fields = typeof t === "string" ? fieldsFor(t) : undefined;
	if (fields === undefined) throw new Refusal("malformed", "body");
	const body = /** @type {Body} */ (fieldsOf(value, fields));
	fieldsOf(body.sc, { ctr: "int", g: "int", hash: "text" });
	fromText(body.sc.hash, 8);
	for (const id of [body.re, body.to]) if (id !== undefined) fromText(id, 16);
	CHECKS[body.t]?.(body);
	checkCard(body);
	return body;
}

/** @param {string} t @returns {Record<string, string> | undefined} */
function fieldsFor(t) {
	if (isCard(t)) return OF_CARD;
	return Object.hasOwn(FIELDS, t) ? FIELDS[t] : undefined;
}

/** What holds of one type alone. @type {Record<string, (body: any) => void>} */
const CHECKS = {
	hello({ name = "" }) {
		if ([...name].length > LONGEST_NAME) throw new Refusal("malformed", "name");
	},
	react({ r = 0 }) {
		if (r > MOST_REACTION) throw new Refusal("malformed", "r");
	},
	goodbye({ b }) {
		if (b === "") throw new Refusal("malformed", "b");
	},
	att: checkAtt,
	ours: checkOurs,
	"ours-yes": checkYes,
	share: checkShare,
	mend: checkMend,
	path: checkPath,
	vow: checkVow,
	grant: (body) => void grantIn(body, new Uint8Array(16)),
	continues({ conv, h }) {
		fromText(conv, 16);
		fromText(h, 32);
	},
};

/** @param {Body} body */
function checkAtt({ b = "", file }) {
	if ([...b].length > LONGEST_ABOUT) throw new Refusal("malformed", "b");
	checkedPapers(file);
}

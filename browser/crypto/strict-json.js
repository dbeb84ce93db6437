// One JSON profile in which every value has exactly one spelling (envelope.md, section 1).

import { fromUtf8, hasLoneSurrogate, isCount, utf8 } from "./bytes.js";
import { Refusal } from "./refusal.js";

const DEEPEST = 4;
const SURROGATE = /[\uD800-\uDFFF]/;

/** @param {unknown} value @returns {Uint8Array} */
export const writeJson = (value) => utf8(spell(value, DEEPEST));

/** @param {Uint8Array} bytes refused unless they are what writeJson would give @returns {unknown} */
export function parseJson(bytes) {
	const text = fromUtf8(bytes);
	const value = parsed(text);
	if (spell(value, DEEPEST) !== text) throw new Refusal("malformed", "json spelling");
	return value;
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal("malformed", "json");
	}
}

/** @param {unknown} value @param {number} depth @returns {string} */
function spell(value, depth) {
	if (typeof value === "string") return spellText(value);
	if (typeof value === "boolean") return String(value);
	if (isCount(value)) return String(value);
	if (typeof value !== "object" || value === null || depth === 0)
		throw new Refusal("malformed", "json value");
	if (Array.isArray(value)) return `[${value.map((item) => spell(item, depth - 1)).join(",")}]`;
	const names = Object.keys(value).sort(byCodePoint);
	const fields = /** @type {Record<string, unknown>} */ (value);
	return `{${names.map((name) => `${spellText(name)}:${spell(fields[name], depth - 1)}`).join(",")}}`;
}

/** @param {string} text */
function spellText(text) {
	if (hasLoneSurrogate(text)) throw new Refusal("malformed", "text");
	return JSON.stringify(text);
}

/** Only surrogates stand elsewhere by code unit than by code point. @param {string} one @param {string} other */
function byCodePoint(one, other) {
	if (!SURROGATE.test(one) && !SURROGATE.test(other)) return Number(one > other) - Number(one < other);
	const [a, b] = [[...one], [...other]];
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		const step = (a[i]?.codePointAt(0) ?? 0) - (b[i]?.codePointAt(0) ?? 0);
		if (step !== 0) return step;
	}
	return a.length - b.length;
}

/**
 * Gives back an object of exactly these fields, each of its type: int, text, list, object or yes-no;
 * a type ending in ? may be left out.
 * @param {unknown} value @param {Record<string, string>} fields
 * @returns {Record<string, any>}
 */
export function fieldsOf(value, fields) {
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw new Refusal("malformed", "object");
	const found = /** @type {Record<string, unknown>} */ (value);
	for (const name of Object.keys(found))
		if (!Object.hasOwn(fields, name)) throw new Refusal("malformed", name);
	for (const [name, type] of Object.entries(fields)) checkField(found, name, type);
	return found;
}

/** @param {Record<string, unknown>} found @param {string} name @param {string} type */
function checkField(found, name, type) {
	if (!Object.hasOwn(found, name)) {
		if (type.endsWith("?")) return;
		throw new Refusal("malformed", name);
	}
	if (typeOf(found[name]) !== type.replace("?", "")) throw new Refusal("malformed", name);
}

/** @param {unknown} value */
function typeOf(value) {
	if (isCount(value)) return "int";
	if (typeof value === "string") return "text";
	if (typeof value === "boolean") return "yes-no";
	if (Array.isArray(value)) return "list";
	return typeof value === "object" && value !== null ? "object" : "odd";
}

import { WireError } from "./request.js";

/**
 * What an installation says about itself, checked for shape before anything relies on it.
 * @typedef {object} Config
 * @property {string} home @property {string} roster @property {string} log base64url
 * @property {string} programme @property {string} country @property {string} lang
 * @property {string} emergency what to ring there when a life is in danger; empty where nobody knows
 * @property {readonly string[]} langs the languages that are switched on, the programme's own first
 * @property {string} api where the house answers, when that is another origin than the room's; else empty
 * @property {string} wire @property {number} today @property {boolean} doorOpen
 * @property {{version: number, sentences: [string, string[]][]}} promise
 * @property {number} retention months that are suggested; 0 until one closes one's place
 * @property {{least: number, most: number, open: boolean}} keeping what may be chosen instead
 * @property {number | null} closesOn the day on which the programme ends, once announced
 * @property {{name: string, phone: string}} contact
 * @property {{name: string, phone: string}} independent
 * @property {boolean} circles there is something about circles to find here
 * @property {boolean} hints whoever wishes may have words of danger looked for in what they write
 * @property {string} leave where "Leave this page" goes
 */

const VERSION = 1;
const NEUTRAL = "https://www.wikipedia.org/";
const TEXTS = ["home", "roster", "log", "programme", "country", "lang", "wire"];

/**
 * @param {any} given
 * @returns {Config}
 */
export function readConfig(given) {
	if (given?.version !== VERSION) throw new WireError("room-too-old");
	if (!isWellFormed(given)) throw new WireError("server-trouble");
	const { home, roster, log, programme, country, lang, wire, today, promise, retention } = given;
	return Object.freeze({
		...{ home, roster, log, programme, country, lang, wire, today, promise, retention },
		emergency: /^\d{2,6}$/u.test(given.emergency) ? String(given.emergency) : "",
		api: origin(given.api),
		langs: Object.freeze(Array.isArray(given.langs) ? given.langs.map(String) : [lang]),
		doorOpen: given.door === "open",
		keeping: limits(given.keeping),
		closesOn: Number.isSafeInteger(given.closes_on) ? given.closes_on : null,
		contact: person(given.contact),
		independent: person(given.independent),
		leave: safeAddress(given.leave),
		circles: given.circles === true,
		hints: given.hints === true,
	});
}

/** @param {any} given */
function isWellFormed(given) {
	return (
		TEXTS.every((name) => typeof given[name] === "string") &&
		Number.isSafeInteger(given.today) &&
		Number.isSafeInteger(given.retention) &&
		isLimits(given.keeping) &&
		Number.isSafeInteger(given.promise?.version) &&
		Array.isArray(given.promise.sentences)
	);
}

/** @param {any} given */
function isLimits(given) {
	const { least, most, open } = given ?? {};
	const inOrder = Number.isSafeInteger(least) && Number.isSafeInteger(most) && least >= 1 && least <= most;
	return inOrder && most <= 24 && typeof open === "boolean";
}

/** @param {{least: number, most: number, open: boolean}} given */
function limits({ least, most, open }) {
	return Object.freeze({ least, most, open });
}

/** @param {any} given */
function person(given) {
	return { name: String(given?.name ?? ""), phone: String(given?.phone ?? "") };
}

/** A scheme and a host, or nothing. @param {unknown} given */
function origin(given) {
	return typeof given === "string" && URL.canParse(given) && new URL(given).origin === given ? given : "";
}

/** Only a plain web address may be gone to. @param {unknown} given */
function safeAddress(given) {
	return typeof given === "string" && given.startsWith("https://") ? given : NEUTRAL;
}

/** Every visible sentence of the room, by id. Screens say; they never spell. */
import { languages } from "./languages.js";
import { pseudo } from "./pseudo.js";

/** @typedef {import("./languages.js").Catalogue} Catalogue */

/** What has been fetched: the words in front of the door, or all of them. @type {Map<string, Catalogue>} */
const catalogues = new Map();
/** @type {Set<string>} languages of which all is here */
const whole = new Set();
let isInside = false;

/** Tells `change` when another language is spoken, so that everything on the page is said again. */
export const speech = new EventTarget();

/**
 * Fetches a language's words, once: those in front of the door, or all when somebody is on the way in.
 * `speak` may choose it afterwards.
 * @param {string} lang
 */
export async function learn(lang) {
	const language = languages.get(lang);
	if (language === undefined || whole.has(lang) || (!isInside && catalogues.has(lang))) return;
	const all = isInside;
	const words = await (all ? language.load() : language.door());
	if (!whole.has(lang)) catalogues.set(lang, words);
	if (all) whole.add(lang);
	else await learn(lang);
}

/** Fetches all words of the language that is spoken; from now on, of any other too. */
export async function learnInside() {
	isInside = true;
	await learn(spoken.lang);
}

/** @type {{ lang: string, pseudo: boolean }} */
const spoken = { lang: "en", pseudo: false };

/**
 * Chooses the language; `pseudo` marks every sentence, so that a test finds strays.
 * @param {string} lang
 * @param {{ pseudo?: boolean }} [how]
 * @returns {string} the language really spoken
 */
export function speak(lang, how = {}) {
	spoken.lang = catalogues.has(lang) ? lang : spoken.lang;
	spoken.pseudo = how.pseudo === true;
	speech.dispatchEvent(new Event("change"));
	return spoken.lang;
}

/**
 * The sentence with this id. A missing id or parameter is an error: nobody should read half a sentence.
 * @param {string} id
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
export function say(id, params = {}) {
	const text = written(id);
	if (text === undefined) throw new Error(`no words for ${id}`);
	return mark(filled(text, params, id));
}

/**
 * Whether there are words for this id, for codes that come from elsewhere.
 * @param {string} id
 * @returns {boolean}
 */
export function canSay(id) {
	return written(id) !== undefined;
}

/** @param {string} id */
function written(id) {
	return catalogues.get(spoken.lang)?.[id];
}

/**
 * The sentence for one or for several: `id.one` or `id.many`, with {count}.
 * @param {string} id
 * @param {number} count
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
export function sayCount(id, count, params = {}) {
	return say(`${id}.${count === 1 ? "one" : "many"}`, { ...params, count });
}

/** @returns {string} the language for dates and lists */
export function spokenLanguage() {
	return spoken.lang;
}

/**
 * Marks words that come from another catalogue (the promise) or from the language itself (dates).
 * @param {string} text
 * @returns {string}
 */
export function mark(text) {
	return spoken.pseudo ? pseudo(text) : text;
}

/**
 * Puts the parameters into a sentence.
 * @param {string} text
 * @param {Record<string, string | number>} params
 * @param {string} id for the error's sake
 * @returns {string}
 */
export function filled(text, params, id) {
	return text.replace(/\{([a-z_]+)\}/g, (_, name) => {
		if (!(name in params)) throw new Error(`${id} wants {${name}}`);
		return String(params[name]);
	});
}

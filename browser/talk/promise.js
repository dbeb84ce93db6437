import { RoomError } from "./trouble.js";

/**
 * The promise in words: ids and parameters from the house, texts from the catalogue that ships with the room.
 * A sentence this room does not know is never shown and never signed.
 * @typedef {{version: number, groups: Record<string, string>, sentences: Record<string, {group: string, takes: string[], text: string}>}} Catalogue
 * @typedef {{id: string, group: string, heading: string, text: string}} PromiseLine
 */

/**
 * @param {{version: number, sentences: [string, string[]][]}} promise
 * @param {Catalogue} catalogue
 * @returns {PromiseLine[]}
 */
export function promiseLines({ version, sentences }, catalogue) {
	if (version !== catalogue.version) throw new RoomError("promise-unknown");
	return sentences.map(([id, given]) => lineFor(id, given, catalogue));
}

/**
 * @param {string} id @param {string[]} given @param {Catalogue} catalogue
 * @returns {PromiseLine}
 */
function lineFor(id, given, { sentences, groups }) {
	const sentence = Object.hasOwn(sentences, id) ? sentences[id] : undefined;
	if (sentence === undefined || sentence.takes.length !== given.length)
		throw new RoomError("promise-unknown");
	const values = new Map(sentence.takes.map((name, place) => [name, given[place]]));
	const text = sentence.text.replaceAll(/\{(\w+)\}/g, (whole, name) => values.get(name) ?? whole);
	return Object.freeze({ id, group: sentence.group, heading: groups[sentence.group] ?? "", text });
}

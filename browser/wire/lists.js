import { WireError } from "./request.js";

/**
 * The lists that ship with the room: word lists, facts, the promise's sentences.
 * They are files beside the code, covered by the same manifest.
 * @typedef {{five: Record<string, string>, places: string, creatures: string, facts: Record<string, string[]>, promise: import("../talk/promise.js").Catalogue}} Lists
 */

const FIRST = "en";
const WRITTEN = new Set([FIRST, "es"]);
const BESIDE = new URL("../protocol/", import.meta.url);

/**
 * @param {{fetch: import("./request.js").Fetch, language: string, from?: URL}} given
 * @returns {Promise<Lists>}
 */
export async function readLists({ fetch, language, from = BESIDE }) {
	const read = (/** @type {string} */ path) =>
		reached(fetch(new URL(path, from).href, { cache: "no-cache" }));
	const lang = WRITTEN.has(language) ? language : FIRST;
	const [five, places, creatures, facts, promise] = await Promise.all([
		Promise.all([...WRITTEN].map(async (one) => [one, await read(`words/five.${one}.txt`).then(textOf)])),
		read(`words/places.${lang}.txt`).then(textOf),
		read(`words/creatures.${lang}.txt`).then(textOf),
		read("facts.json").then(json),
		read(`promise/${lang}.json`).then(json),
	]);
	return { five: Object.fromEntries(five), places, creatures, facts, promise };
}

/** The program that opens what somebody takes along, made of the reference. @param {{fetch: import("./request.js").Fetch, listsFrom?: URL}} given @returns {Promise<string>} */
export async function readOpener({ fetch, listsFrom = BESIDE }) {
	return await textOf(await reached(fetch(new URL("pse_open.txt", listsFrom).href, { cache: "no-cache" })));
}

/** Everything the practice room needs, in one piece. @param {{fetch: import("./request.js").Fetch, listsFrom?: URL}} given @returns {Promise<any>} */
export async function readPractice({ fetch, listsFrom = BESIDE }) {
	return await json(await reached(fetch(new URL("practice.json", listsFrom).href, { cache: "no-cache" })));
}

/** @param {Promise<Response>} fetching */
export async function reached(fetching) {
	try {
		return await fetching;
	} catch (error) {
		if (error instanceof TypeError) throw new WireError("offline");
		throw error;
	}
}

/** @param {Response} response */
export async function textOf(response) {
	return await found(response).text();
}

/** @param {Response} response */
export async function bytesOf(response) {
	return new Uint8Array(await found(response).arrayBuffer());
}

/** @param {Response} response */
async function json(response) {
	return await found(response).json();
}

/** @param {Response} response */
function found(response) {
	if (!response.ok) throw new WireError("offline");
	return response;
}

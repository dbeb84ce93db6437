import { dropKept, isKept, keptOrFetched } from "./coach-shelf.js";
import { bytesOf, reached, textOf } from "./lists.js";

/** The listening coach's pack: files beside the code, covered by the same manifest, fetched when a specialist wants them. */

const BESIDE = new URL("../packs/open/", import.meta.url);
const KERNEL = new URL("../listening/kernel.wasm", import.meta.url);
const SECOND = /** @type {const} */ (["encoder.bin", "pieces.txt"]);
/** Where a line is as slow as this, megabytes are asked for first. */
const SLOW = ["slow-2g", "2g"];

/**
 * @typedef {{fetch: import("./request.js").Fetch, packsFrom?: URL}} From
 * What a pack says of itself.
 * @param {From} from @returns {Promise<string>}
 */
export const readPackCard = ({ fetch, packsFrom = BESIDE }) =>
	file(fetch, packsFrom, "pack.json").then(textOf);

/** All of it. @param {From} from @returns {Promise<{json: string, bytes: Uint8Array}>} */
export async function readPack({ fetch, packsFrom = BESIDE }) {
	const [json, bytes] = await Promise.all([
		file(fetch, packsFrom, "pack.json").then(textOf),
		file(fetch, packsFrom, "heads.bin").then(bytesOf),
	]);
	return { json, bytes };
}

/** @param {import("./request.js").Fetch} fetch @param {URL} from @param {string} name */
const file = (fetch, from, name) => reached(fetch(new URL(name, from).href, { cache: "no-cache" }));

/** What runs a second tier: a few thousand bytes, of the room itself. @param {From} from @returns {Promise<Uint8Array<ArrayBuffer>>} */
export const readKernel = ({ fetch }) => reached(fetch(KERNEL.href, { cache: "no-cache" })).then(bytesOf);

/** The second tier that pack.json names; kept here from then on. @param {From} from @param {any} card @param {AbortSignal} [signal] let go of, nothing is kept @returns {Promise<{encoder: Uint8Array<ArrayBuffer>, pieces: Uint8Array<ArrayBuffer>}>} */
export async function readFuller({ fetch, packsFrom = BESIDE }, card, signal) {
	const named = namedIn(card, packsFrom);
	await dropKept(named);
	const [encoder, pieces] = await Promise.all(
		named.map(([url, sha256]) => reached(keptOrFetched(fetch, url, sha256, signal)).then(bytesOf)),
	);
	if (encoder === undefined || pieces === undefined) throw new Error("two files are named");
	return { encoder, pieces };
}

/** Whether all of it is here already. @param {{packsFrom?: URL}} from @param {any} card */
export async function isFullerKept({ packsFrom = BESIDE }, card) {
	const kept = await Promise.all(namedIn(card, packsFrom).map(([url, sha256]) => isKept(url, sha256)));
	return kept.every(Boolean);
}

/** @param {any} card @param {URL} from @returns {[string, string][]} */
const namedIn = (card, from) =>
	SECOND.map((name) => [new URL(name, from).href, `${card.files?.[name]?.sha256}`]);

/** Leaves nothing of it in this browser. */
export const dropFuller = () => dropKept();

/** Whether whoever sits here wants few bytes, or the line carries few. */
export function isSparing() {
	const { saveData, effectiveType } = /** @type {any} */ (globalThis.navigator)?.connection ?? {};
	return saveData === true || SLOW.includes(effectiveType);
}

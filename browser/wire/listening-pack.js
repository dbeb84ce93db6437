import { bytesOf, reached, textOf } from "./lists.js";

/** The listening coach's pack: files beside the code, covered by the same manifest, fetched when a specialist wants them. */

const BESIDE = new URL("../packs/open/", import.meta.url);

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

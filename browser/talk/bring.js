import { RoomError } from "./trouble.js";
import { Unzip } from "./unzip.js";

/**
 * Bringing one's own pages and kept lines in from a file that was taken along. The file is read and opened on this device;
 * each thing becomes a document of one's own, and what is here already stays as it is: it may be begun again at any time.
 * @typedef {{day: number, elsewhere: boolean, pages: number, kept: number, checks: number, own: number, there: number}} Found
 */

const MANIFEST = "manifest.json";
const BOX = "sealed.box";
const LONGEST_MANIFEST = 1_024;
const LARGEST_BOX = 67_108_864;

export class Bring {
	#inside;
	/** @type {{done: number, of: number} | null} */
	#progress = null;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** How many are in the notebook, of how many of this file. */
	get shown() {
		return this.#progress;
	}

	/** What is in it. @param {{file: Blob, words: string}} given @returns {Promise<Found>} */
	async open({ file, words }) {
		this.#tell(null);
		const unzip = await Unzip.open(file);
		const manifest = await unzip.bytes(MANIFEST, LONGEST_MANIFEST);
		const box = await unzip.bytes(BOX, LARGEST_BOX);
		const files = await hashesOf(unzip);
		await this.#inside.notebook.open();
		return Object.freeze(await this.#inside.given.core.openAlong({ manifest, box, words, files }));
	}

	/** Puts in what is not here yet; after a cut line the next call goes on where it ended. @param {Found} found */
	async go({ pages, kept, checks, own, there }) {
		const { core } = this.#inside.given;
		const { notebook } = this.#inside;
		const of = pages + kept + checks + own;
		let done = this.#progress?.done ?? there;
		this.#tell({ done, of });
		await notebook.open();
		while (await notebook.bring(() => core.bring({}))) {
			done = Math.min(done + 1, of);
			this.#tell({ done, of });
		}
		this.#tell({ done: of, of });
		await core.endBring({});
	}

	/** Nothing of the file is remembered. */
	async end() {
		this.#tell(null);
		await this.#inside.given.core.endBring({});
	}

	/** @param {{done: number, of: number} | null} progress */
	#tell(progress) {
		this.#progress = progress === null ? null : Object.freeze(progress);
		this.#inside.given.onChange();
	}
}

/** What every file but the two that open it hashes to. @param {Unzip} unzip */
async function hashesOf(unzip) {
	const names = unzip.names.filter((name) => name !== MANIFEST && name !== BOX);
	/** @type {[string, string][]} */
	const found = [];
	for (const name of names) found.push([name, await unzip.hash(name)]);
	if (found.some(([name]) => name === "__proto__")) throw new RoomError("along-form");
	return Object.fromEntries(found);
}

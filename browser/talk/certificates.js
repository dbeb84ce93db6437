/**
 * Certificates of one's own: asked for, made into files with what one chose, and taken back. A file is told once and kept nowhere, here neither.
 * protocol/api.md, "Certificates".
 * @typedef {Readonly<{source: number, number: number, title: string, doneOn: number | null}>} Could `source`: a step by its role, or 9, a row of one's record
 * @typedef {Could & Readonly<{id: number, state: number, hours: number | null, runsOutOn: number | null, files: number}>} Certificate `state`: 0 asked, 1 stands, 2 not now, 3 taken back
 * @typedef {Readonly<{name: string, programme: boolean, title: boolean, hours: boolean, day: boolean}>} Chosen what goes into one file
 * @typedef {Readonly<{on: boolean, programme: string, programmeTells: boolean, could: readonly Could[], mine: readonly Certificate[]}>} Papers
 */

export class Part {
	#inside;
	/** @type {Papers | null} */
	#papers = null;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#look(),
		ask: (/** @type {Could} */ { source, number }, /** @type {string} */ knownAs) =>
			this.#ask({ source, number, known_as: knownAs.trim() }),
		letGo: (/** @type {number} */ id) => this.#letGo(id),
		make: (/** @type {number} */ id, /** @type {Chosen} */ chosen) => this.#make(id, chosen),
	});

	/** null before it was looked at. */
	get shown() {
		return this.#papers;
	}

	async #look() {
		this.#show(await this.#inside.given.api.part("GET", "certificates"));
	}

	/** @param {object} wish */
	async #ask(wish) {
		this.#show(await this.#inside.given.api.part("POST", "certificates", wish));
	}

	/** @param {number} id */
	async #letGo(id) {
		await this.#inside.given.api.part("DELETE", `certificates/${id}`);
		await this.#look();
	}

	/** @param {number} id @param {Chosen} chosen @returns {Promise<string>} the file, handed on and forgotten */
	async #make(id, { name, programme, title, hours, day }) {
		const wish = { name: name.trim(), programme, title, hours, day };
		const { file, mine } = await this.#inside.given.api.part("POST", `certificates/${id}/file`, wish);
		this.#show(mine);
		return file;
	}

	/** @param {any} told */
	#show({ on, programme, programme_tells, could, mine }) {
		this.#papers = Object.freeze({
			...{ on, programme, programmeTells: programme_tells },
			could: Object.freeze(could.map(couldOf)),
			mine: Object.freeze(mine.map(certificateOf)),
		});
		this.#inside.given.onChange();
	}
}

/** @param {any} one @returns {Could} */
const couldOf = ({ source, number, title, done_on }) =>
	Object.freeze({ source, number, title, doneOn: done_on });

/** @param {any} one @returns {Certificate} */
const certificateOf = ({ id, state, hours, runs_out_on, files, ...what }) =>
	Object.freeze({ ...couldOf(what), id, state, hours, runsOutOn: runs_out_on, files });

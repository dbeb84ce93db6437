import { fromText } from "../crypto/bytes.js";
import { isRefusal } from "./trouble.js";

/**
 * Who is who: one list of everybody, read in full at every visit and on from there (envelope.md, section 11).
 * The core checks it; what does not fit is told once, and stops all sending until the next visit.
 */

const ROW = 64;
const LIST = "log-";

export class Who {
	#given;
	#size = 0;
	/** @type {Promise<void>} */
	#reading = Promise.resolve();

	/** @param {{core: any, api: any, onNotice: (code: string) => void}} given */
	constructor(given) {
		this.#given = given;
	}

	/** Reads on to its end; one after the other. Only a cut line is an error here. */
	read() {
		this.#reading = this.#reading.catch(() => {}).then(() => this.#read());
		return this.#reading;
	}

	/** Who looks at the list from outside, and when they last signed it (seconds, or null). @returns {Promise<{name: string, seconds: number | null}[]>} */
	async witnesses() {
		const { core, api } = this.#given;
		await this.read();
		const { cosigned, witnesses } = await api.keyLogCheckpoint();
		return (await core.witnessed({ cosigned, witnesses })).witnesses;
	}

	async #read() {
		const { core } = this.#given;
		try {
			({ size: this.#size } = await core.readLog(await this.#rest()));
		} catch (error) {
			this.#tell(error);
		}
	}

	/** What follows the last row read here, in as many pages as there are. */
	async #rest() {
		const { api } = this.#given;
		const rows = [];
		for (let size = this.#size; ; ) {
			const page = await api.keyLog(size);
			rows.push(page.rows);
			const more = fromText(page.rows).length / ROW;
			size += more;
			if (more === 0 || size >= page.size) return { rows, note: page.note };
		}
	}

	/** @param {any} error */
	#tell(error) {
		if (!isListTrouble(error)) throw error;
		this.#given.onNotice(error.code);
	}
}

/** The list itself does not fit, in whatever way. @param {any} error */
export const isListTrouble = (error) =>
	isRefusal(error) && error.code.startsWith(LIST) && error.code !== "log-unread";

import { fromText } from "../crypto/bytes.js";
import { isRefusal } from "./trouble.js";
import { atMostTwice } from "./twice.js";

/**
 * Who is who: one list of everybody, read in full at every visit and on from there (envelope.md, section 13).
 * The core checks it; what does not fit is told once, and stops all sending until the next visit.
 */

const ROW = 64;
const LIST = "log-";

export class Who {
	#given;
	#size = 0;
	/** @type {Promise<void>} */
	#reading = Promise.resolve();

	/** @param {{core: any, api: any, onNotice: (code: string) => void, catchUpKeys: () => Promise<void>}} given catchUpKeys = learns my own keys as the house has them; it may wait for nothing that reads the list */
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
		try {
			await atMostTwice((how) => this.#readOn(how));
		} catch (error) {
			this.#tell(error);
		}
	}

	/** Another device of mine may have renewed my keys, or this one a moment ago: they are asked for before the list is doubted. @param {{isFresh: boolean}} how */
	async #readOn({ isFresh }) {
		const { core, catchUpKeys } = this.#given;
		if (isFresh) await catchUpKeys();
		({ size: this.#size } = await core.readLog({ ...(await this.#rest()), isFresh }));
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

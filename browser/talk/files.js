import { today } from "./clock.js";
import { readersNow } from "./company.js";
import { RoomError } from "./trouble.js";

/**
 * Files on their way: sealed here, sent piece by piece, and only then named by a line. A line that is cut off is
 * waited for; what the house has already is not sent twice. One at a time in each conversation.
 * @typedef {{bytes: Uint8Array, type: number, name?: string, secs?: number, text: string, re?: string | null}} Chosen
 * @typedef {{type: number, name: string, secs: number, size: number, pieces: number}} Shown
 * @typedef {object} Parcel
 * @property {string} id @property {string} conv @property {Shown} shown @property {string} text @property {string | null} re
 * @property {Uint8Array[]} pieces @property {number} done
 * @property {"sending" | "cut" | "refused"} state @property {string | null} trouble
 * @property {boolean} isRunning @property {readonly string[]} readers who else read when it was chosen
 * @typedef {object} Given
 * @property {any} core
 * @property {import("../wire/api.js").Api} api
 * @property {import("./clock.js").Clock} clock
 * @property {(conv: string) => import("./conversation.js").Conversation} conversation
 * @property {() => void} onChange
 */

const CUT = new Set(["offline", "timeout", "server-trouble", "slow-down"]);
const TRY_AGAIN = 4_000;
/** @type {Record<string, string>} what the house and the core say, as a person should hear it */
const HEARD_AS = { "not-opened": "file-odd", "no-such-text": "file-gone", "not-found": "file-gone" };

/** @type {Record<string, string>} */
const SENDING = { ...HEARD_AS, "not-found": "cannot-write" };

export class Files {
	#given;
	/** @type {Map<string, Parcel>} by conversation */
	#parcels = new Map();
	/** Pieces that came before the line was cut, by the id of their line. @type {Map<string, Uint8Array[]>} */
	#half = new Map();
	#ended = false;

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	/** What a screen shows of the file on its way. @param {string} conv */
	of(conv) {
		const parcel = this.#parcels.get(conv);
		if (parcel === undefined) return null;
		const { shown, done, state, trouble } = parcel;
		return Object.freeze({ ...shown, done, state, trouble });
	}

	/** Seals a file and begins to send it. @param {string} conv @param {Chosen} chosen */
	async send(conv, { bytes, type, name = "", secs = 0, text, re = null }) {
		const { core, clock, conversation, onChange } = this.#given;
		conversation(conv).checkQuestion();
		if (this.#parcels.has(conv)) throw new RoomError("file-waits");
		const answered = re === null ? null : conversation(conv).changing.msgOf(re);
		const sealed = await core.sealFile({ conv, bytes, type, name, secs, today: today(clock) });
		const { id, pieces } = sealed;
		/** @type {Parcel} */
		const parcel = {
			...{ id, conv, text, re: answered, pieces, done: 0, state: "sending", trouble: null },
			shown: { type, name: sealed.name, secs, size: bytes.length, pieces: pieces.length },
			isRunning: false,
			readers: readersNow(conversation(conv).known).map(({ account_id }) => account_id),
		};
		this.#parcels.set(conv, parcel);
		onChange();
		this.#run(parcel);
	}

	/** Now, not later. @param {string} conv */
	again(conv) {
		const parcel = this.#parcels.get(conv);
		if (parcel !== undefined) this.#run(parcel);
	}

	/** It will not be sent. @param {string} conv */
	async stop(conv) {
		const parcel = this.#parcels.get(conv);
		if (parcel === undefined) return;
		this.#parcels.delete(conv);
		await this.#given.core.dropFile({ file: parcel.id });
		this.#given.onChange();
	}

	/** What it answers is taken back: it will not be sent. @param {string} conv @param {ReadonlySet<string | null>} taken @returns {Promise<void>} */
	async stopAnswers(conv, taken) {
		const { re = null } = this.#parcels.get(conv) ?? {};
		if (re !== null && taken.has(re)) await this.stop(conv);
	}

	/** The line is back. */
	lineUp() {
		for (const parcel of this.#parcels.values()) if (parcel.state === "cut") this.#run(parcel);
	}

	/** Nobody is here any more. */
	end() {
		this.#ended = true;
		this.#parcels.clear();
		this.#half.clear();
	}

	/**
	 * Fetches a file of a line and opens it; what came before a cut is not fetched again.
	 * @param {string} conv @param {string} id as the line is shown @param {(done: number, of: number) => void} onProgress
	 * @returns {Promise<{bytes: Uint8Array<ArrayBuffer>, mime: string}>}
	 */
	async open(conv, id, onProgress) {
		const { api, core, conversation } = this.#given;
		const line = conversation(conv).lines.find((one) => one.id === id);
		if (!line?.file || line.msg === null) throw new RoomError("file-gone");
		const pieces = this.#half.get(line.msg) ?? [];
		this.#half.set(line.msg, pieces);
		const of = line.file.pieces;
		try {
			while (pieces.length < of) {
				onProgress(pieces.length, of);
				pieces.push(await api.getPiece(conv, line.msg, pieces.length));
			}
			onProgress(of, of);
			return await core.openFile({ conv, id: line.msg, pieces });
		} catch (error) {
			throw asHeard(error);
		} finally {
			if (pieces.length === of) this.#half.delete(line.msg);
		}
	}

	/** @param {Parcel} parcel */
	async #run(parcel) {
		if (parcel.isRunning) return;
		Object.assign(parcel, { isRunning: true, state: "sending", trouble: null });
		this.#given.onChange();
		try {
			await this.#sendPieces(parcel);
		} catch (error) {
			this.#failed(parcel, error);
		} finally {
			parcel.isRunning = false;
			if (!this.#ended) this.#given.onChange();
		}
	}

	/** @param {Parcel} parcel */
	async #sendPieces(parcel) {
		const { api, conversation, onChange } = this.#given;
		const { id, conv, pieces, text, re, shown, readers } = parcel;
		const { here } = await api.beginFile(conv, id, pieces.length);
		parcel.done = here.length;
		for (const [i, piece] of pieces.entries()) {
			if (here.includes(i)) continue;
			if (!this.#isWanted(parcel)) return;
			await api.putPiece(conv, id, i, piece);
			parcel.done += 1;
			onChange();
		}
		if (!this.#isWanted(parcel)) return;
		conversation(conv).sayAs("att", { text, re, file: id, shown, readers });
		this.#parcels.delete(conv);
	}

	/** @param {Parcel} parcel */
	#isWanted({ conv, id }) {
		return !this.#ended && this.#parcels.get(conv)?.id === id;
	}

	/** @param {Parcel} parcel @param {any} error */
	#failed(parcel, error) {
		const code = typeof error?.code === "string" ? error.code : null;
		if (code === null) throw error;
		const isCut = CUT.has(code);
		Object.assign(parcel, { state: isCut ? "cut" : "refused", trouble: SENDING[code] ?? code });
		if (isCut) this.#given.clock.after(TRY_AGAIN, () => this.#goOn(parcel));
	}

	/** @param {Parcel} parcel */
	#goOn(parcel) {
		if (this.#isWanted(parcel) && parcel.state === "cut") this.#run(parcel);
	}
}

/** @param {any} error */
function asHeard(error) {
	const code = HEARD_AS[error?.code];
	return code === undefined ? error : new RoomError(code);
}

import { toText } from "../crypto/bytes.js";
import { TYPE } from "../crypto/frames.js";
import { Wire } from "../wire/socket.js";
import { today } from "./clock.js";
import { RoomError } from "./trouble.js";

/**
 * Reads whole conversations once more, from their beginning, over a line of its own: what is open on the screen goes on undisturbed.
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {import("./readable.js").Line} Line
 * @typedef {{frames: Blob, stopped: boolean}} Read
 * @typedef {(read: {lines: readonly Line[], changed: readonly Line[]}, head: number, isFirst: boolean) => void} OnLines `changed`: told before, and other by now
 */

/** What a file of a conversation holds: everything its chain covers. */
/** @type {ReadonlySet<number>} */
const KEPT = new Set([TYPE.HEAD, TYPE.BASE, TYPE.ENTRY, TYPE.GONE]);
const TRIES = 5;
const AT_ONCE = 400;

export class Rereading {
	#given;
	#wire;
	/** @type {Arrivals | null} */
	#arrivals = null;
	#conv = "";
	#isEnded = false;

	/** @param {{core: any, api: import("../wire/api.js").Api, clock: import("./clock.js").Clock, chance: () => number, connect: (url: string, protocol: string) => WebSocket, fetch: import("../wire/request.js").Fetch, config: {wire: string}}} given */
	constructor(given) {
		const { api, clock, chance, connect, fetch, config } = given;
		this.#given = given;
		this.#wire = new Wire({
			...{ url: config.wire, ticket: () => api.ticket(), clock, chance, connect, fetch },
			onFrame: (frame, bytes) => this.#hear(frame, bytes),
			onState: (state) => this.#line(state),
		});
		this.#wire.up();
	}

	/**
	 * @param {Relation} relation @param {string} conv @param {OnLines} onLines told anew from the beginning after a cut line
	 * @returns {Promise<Read | null>} null: nothing is left to read
	 */
	async conversation(relation, conv, onLines) {
		for (let tries = 0; tries < TRIES; tries += 1) {
			const read = await this.#once(relation, conv, onLines);
			if (read !== "cut") return read;
		}
		throw new RoomError("offline");
	}

	end() {
		this.#isEnded = true;
		this.#wire.down();
		this.#arrivals?.push("ended");
	}

	/** @param {Relation} relation @param {string} conv @param {OnLines} onLines @returns {Promise<Read | null | "cut">} */
	async #once(relation, conv, onLines) {
		if (this.#isEnded) throw new RoomError("signed-out");
		const arrivals = new Arrivals();
		this.#arrivals = arrivals;
		this.#conv = conv;
		this.#wire.follow(conv, () => 0);
		try {
			return await this.#through({ relation, conv, arrivals, onLines });
		} finally {
			this.#arrivals = null;
			this.#wire.unfollow(conv);
		}
	}

	/** @param {{relation: Relation, conv: string, arrivals: Arrivals, onLines: OnLines}} what @returns {Promise<Read | null | "cut">} */
	async #through({ relation, conv, arrivals, onLines }) {
		const { core, clock } = this.#given;
		/** @type {Blob[]} */
		const parts = [];
		for (let again = true; ; again = false) {
			const { frames, end } = await arrivals.next(AT_ONCE);
			if (end === "ended") throw new RoomError("signed-out");
			if (end !== null) return end === "cut" ? "cut" : null;
			const args = { relationship: relation, conv, frames, today: today(clock), again };
			const { lines, changed, head, upto, stopped } = await core.readAlong(args);
			onLines({ lines, changed }, head, again);
			parts.push(framed(frames));
			if (upto || stopped !== null) return { frames: new Blob(parts), stopped: stopped !== null };
		}
	}

	/** @param {import("../wire/socket.js").Frame} frame @param {Uint8Array} bytes */
	#hear(frame, bytes) {
		if (!frame.conv || toText(frame.conv) !== this.#conv) return;
		if (frame.type === TYPE.REFUSED) this.#arrivals?.push("gone");
		else this.#arrivals?.push(bytes);
	}

	/** @param {import("../wire/socket.js").LineState} state */
	#line(state) {
		if (state === "down" || state === "crowded") this.#arrivals?.push("cut");
		if (state === "ended") this.end();
	}
}

/** Frames in the order they came, waiting to be read; and why no more come. */
class Arrivals {
	/** @type {Uint8Array[]} */
	#frames = [];
	/** @type {"cut" | "gone" | "ended" | null} */
	#end = null;
	/** @type {(() => void) | null} */
	#wake = null;

	/** @param {Uint8Array | "cut" | "gone" | "ended"} what */
	push(what) {
		if (typeof what === "string") this.#end ??= what;
		else this.#frames.push(what);
		this.#wake?.();
	}

	/** @param {number} most @returns {Promise<{frames: Uint8Array[], end: "cut" | "gone" | "ended" | null}>} */
	async next(most) {
		while (this.#frames.length === 0 && this.#end === null)
			await new Promise((wake) => {
				this.#wake = () => wake(undefined);
			});
		if (this.#end !== null) return { frames: [], end: this.#end };
		return { frames: this.#frames.splice(0, most), end: null };
	}
}

/** LE32 length, then the frame. @param {Uint8Array[]} frames */
function framed(frames) {
	/** @type {BlobPart[]} */
	const parts = [];
	for (const bytes of frames) {
		if (!KEPT.has(bytes[0] ?? 0)) continue;
		const length = new Uint8Array(4);
		new DataView(length.buffer).setUint32(0, bytes.length, true);
		parts.push(length, /** @type {Uint8Array<ArrayBuffer>} */ (bytes));
	}
	return new Blob(parts);
}

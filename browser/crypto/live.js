// The living end of a conversation: what follows the base, entry by entry, as the relay sends it.

import { equal, toText } from "./bytes.js";
import { TYPE } from "./frames.js";
import { PINNED } from "./known-hashes.js";
import { Trouble } from "./refusal.js";
import { hashesOf, Run } from "./run.js";

/** @import { Entry, Line } from "./shapes.d.ts" */
/** @typedef {import("./run.js").Point} Point */
/** @typedef {{type: number} & Record<string, any>} Frame */
/** @typedef {{today: number, ownOnTheWay: boolean}} Now `ownOnTheWay`: a text of mine is sent and not acknowledged */
/** @typedef {{conv: Uint8Array, me: Uint8Array, headers: import("./headers.js").Headers, reading: import("./reading.js").Reading, known: import("./known-hashes.js").KnownHashes}} Parts */

export class Live {
	isCaughtUp = false;
	#parts;
	#run;
	/** A known hash was met: what follows it is what it says. */
	#isAnchored = false;
	/** @type {Line[]} until a known hash confirms them */
	#loose = [];
	#ownSseq = 0;
	/** @type {Map<number, Frame>} until my own entry before them is acknowledged */
	#early = new Map();
	/** @type {Map<number, Entry>} my own entries, acknowledged */
	#ready = new Map();
	/** Entries up to here came already in this FOLLOW. */
	#repeated = Number.MAX_SAFE_INTEGER;

	/** @param {Point} base @param {Parts} parts */
	constructor(base, parts) {
		this.#parts = parts;
		this.#run = new Run(
			base,
			parts.conv,
			parts.headers,
			(n, h) => {
				if (parts.known.meet(n, h)) this.#isAnchored = true;
			},
			parts.known.countedAt,
		);
	}

	get run() {
		return this.#run;
	}

	get head() {
		return this.#run.head;
	}

	get base() {
		return this.#run.base.n;
	}

	/** My newest counter in the chain. */
	get ownSseq() {
		return this.#run.places.get(toText(this.#parts.me))?.sseq ?? this.#ownSseq;
	}

	/** Whether what was read so far leads through everything known. */
	get isConfirmed() {
		return this.#isAnchored && this.#parts.known.hasMetPins(this.head.n);
	}

	/** The last number that may be trusted. */
	get lastGood() {
		return this.#isAnchored ? this.head.n : 0;
	}

	/** A new FOLLOW from a number already passed. @param {Point} base */
	resume({ n, h }) {
		this.#early.clear();
		this.#repeated = n;
		const here = this.#run.hashes.get(n);
		if (here === undefined || !equal(here, h)) throw new Trouble("chain");
	}

	/** ENTRY or GONE beyond the base. @param {Frame} frame @param {Now} now @returns {Line[]} */
	take(frame, now) {
		const before = this.passOn(now);
		if (frame.n <= this.head.n) {
			this.#checkRepeated(frame);
			return before;
		}
		if (frame.n > this.head.n + 1 && this.isCaughtUp && now.ownOnTheWay) {
			this.#early.set(frame.n, frame);
			return before;
		}
		return [...before, ...this.#shown([this.#placed(frame, now)]), ...this.passOn(now)];
	}

	/** My own entry that was acknowledged as number n. @param {number} n @param {Entry} entry */
	keepReady(n, entry) {
		this.#ready.set(n, { ...entry, n });
	}

	/** Whatever follows by itself: headers, my own acknowledged entries, early ones. @param {Now} now @returns {Line[]} */
	passOn(now) {
		/** @type {Line[]} */
		const lines = [];
		for (;;) {
			this.#run.passHeaders();
			const next = this.head.n + 1;
			const [own, early] = [this.#ready.get(next), this.#early.get(next)];
			this.#ready.delete(next);
			this.#early.delete(next);
			if (own !== undefined) this.#parts.reading.entry(this.#run, own);
			else if (early !== undefined) lines.push(this.#placed(early, now));
			else return this.#shown(lines);
		}
	}

	/** @param {Frame} frame UPTO @param {Now} now @returns {Line[]} */
	upto({ n, h, sseq }, now) {
		const lines = this.passOn(now);
		if (n > this.head.n) throw new Trouble("held-back");
		const here = this.#run.hashes.get(n);
		if (here === undefined || !equal(here, h)) throw new Trouble("chain");
		if (!this.isConfirmed) throw new Trouble(PINNED);
		if (n === this.head.n) this.#checkOwnCount(sseq);
		this.isCaughtUp = true;
		return lines;
	}

	/** Lines that no known hash has confirmed yet are kept back. @param {Line[]} lines */
	#shown(lines) {
		this.#loose.push(...lines);
		return this.isConfirmed ? this.#loose.splice(0) : [];
	}

	/** @param {Frame} frame @param {Now} now @returns {Line} */
	#placed(frame, now) {
		return this.#parts.reading.frame(this.#run, frame, now.today);
	}

	/** After a resumed FOLLOW the same entries may come again, in order. @param {Frame} frame */
	#checkRepeated(frame) {
		if (frame.n <= this.#repeated) throw new Trouble("number");
		this.#repeated = frame.n;
		const { hAad, hBox } = frame.type === TYPE.GONE ? frame : hashesOf(/** @type {any} */ (frame));
		this.#run.checkAgain(frame.n, frame.kind, { hAad, hBox });
	}

	/** @param {number} sseq as the server counts my entries */
	#checkOwnCount(sseq) {
		const mine = this.#run.places.get(toText(this.#parts.me))?.sseq ?? (this.base === 0 ? 0 : sseq);
		if (mine !== sseq) throw new Trouble("counter");
		this.#ownSseq = sseq;
	}
}

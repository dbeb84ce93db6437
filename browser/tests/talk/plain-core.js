import { fromText, fromUtf8, toText, utf8 } from "../../crypto/bytes.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";

/**
 * What the core promises about order, counters and readers, without any cipher: boxes hold plain words.
 * For tests of what goes round the core; the core has tests of its own.
 */
export class PlainCore {
	sealed = 0;
	resealed = [];
	dropped = [];
	head = 0;
	ownSince = 0;
	lastFromThem = null;
	canWrite = true;
	cannot = null;
	stopped = null;
	changed = null;
	base = 0;
	/** Where a page that comes ends. */
	pagedTo = 0;
	takes = [];
	held = new Map();
	/** Lines of the other side that wait for an answer to one of mine. */
	early = [];
	forged = false;
	/** Whose keys a header names that are not known here. */
	wants = null;
	/** How often a header knows more of who is who than was read. */
	behind = 0;
	/** Who else reads, as the headers say. */
	readers = undefined;

	openConversation = async () => ({ pin: null, from: 0, name: "Ben", lock: "same" });
	forgetFar = async () => {
		this.base = this.head - 50;
		return { base: this.base };
	};
	checkPromise = async () => ({ both: true, mine: true, theirs: true });

	async take({ frames, isRead = false }) {
		if (this.behind > 0 && !isRead) {
			this.behind -= 1;
			throw Object.assign(new Error("log-behind"), { code: "log-behind" });
		}
		this.takes.push(frames.length);
		const lines = frames.flatMap((bytes) => this.#lineIn(decodeFrame(bytes)));
		const { head, base, canWrite, cannot, stopped, ownSince, lastFromThem, wants } = this;
		return {
			lines,
			head,
			base,
			upto: true,
			canWrite,
			cannot,
			stopped,
			ownSince,
			lastFromThem,
			name: "Ben",
			stateBehind: false,
			wants,
			lock: "same",
			readers: this.readers,
		};
	}

	async sealText({ conv, text, id: made }) {
		this.sealed += 1;
		const id = made ?? toText(utf8(String(this.sealed).padStart(16, "0")));
		this.held.set(id, { conv, text });
		return { frames: [this.#frame(id)], id };
	}

	async reseal({ id, agreed }) {
		this.resealed.push(id);
		if (this.changed !== null && !agreed) return { changed: this.changed };
		return { frames: [this.#frame(id)], id };
	}

	async acknowledged({ frame }) {
		if (this.forged) throw Object.assign(new Error("receipt"), { code: "receipt" });
		const { id, n } = decodeFrame(frame);
		this.head = Math.max(this.head, n);
		this.ownSince += 1;
		return { id: toText(id), n, header: false, lines: this.early.splice(0) };
	}

	async drop({ id }) {
		this.dropped.push(id);
		return {};
	}

	#frame(id) {
		const { conv, text } = this.held.get(id);
		return entry(TYPE.SEND, { conv: fromText(conv), msgId: fromText(id), text, sseq: 0 });
	}

	#lineIn(frame) {
		if (frame.type === TYPE.BASE && this.base === 0) this.base = frame.n;
		if (frame.type === TYPE.PAGED) this.base = this.pagedTo;
		if (frame.type !== TYPE.ENTRY) return [];
		const older = frame.n <= this.head;
		this.head = Math.max(this.head, frame.n);
		const { text, ts } = JSON.parse(fromUtf8(frame.box));
		const from = frame.sender[0] === 1 ? "me" : "them";
		this.ownSince = from === "me" ? this.ownSince + 1 : 0;
		if (from === "them") this.lastFromThem = ts;
		return [
			{
				n: frame.n,
				id: toText(frame.msgId),
				from,
				t: "text",
				text,
				name: null,
				ts,
				late: false,
				older,
				trouble: null,
			},
		];
	}
}

/** A frame that carries plain words. */
export function entry(type, { conv, msgId, text, sseq = 1, n = 0, mine = true, ts = 1_748_966_400_000 }) {
	const fields = {
		...{
			kind: 3,
			conv,
			epoch: 0,
			ehHash: new Uint8Array(32),
			sender: new Uint8Array(16).fill(mine ? 1 : 2),
			msgId,
			sseq,
		},
		...{
			seenN: 1,
			seenH: new Uint8Array(32),
			fc: new Uint8Array(32),
			box: utf8(JSON.stringify({ text, ts })),
			n,
		},
	};
	return encodeFrame(type, fields);
}

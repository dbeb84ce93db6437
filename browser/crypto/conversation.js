// One conversation as its reader sees it: frames in, lines out, and a full stop at the first sign that the server
// is not honest (envelope.md, section 9).

import { equal, toText } from "./bytes.js";
import { chainStart } from "./chain.js";
import { CIRCLE } from "./epoch.js";
import { decodeFrame, TYPE } from "./frames.js";
import { Headers } from "./headers.js";
import { KnownHashes, PINNED } from "./known-hashes.js";
import { Live } from "./live.js";
import { Paging } from "./paging.js";
import { Reading } from "./reading.js";
import { Refusal, Trouble } from "./refusal.js";
import { goOnFrom } from "./renewal.js";
import { Stretches } from "./stretches.js";

/** @import { Entry, Line } from "./shapes.d.ts" */
/** @typedef {import("./headers.js").People} People */
/** @typedef {import("./live.js").Frame} Frame */
/** @typedef {import("./live.js").Now} Now */
/** @typedef {import("./run.js").Point} Point */
/** @typedef {{conv: Uint8Array, ownerId: Uint8Array, originHash: Uint8Array, agreementHash: Uint8Array, kept: number | null, me: Uint8Array, ekSeeds: Map<number, Uint8Array>, people: People, log?: () => import("./key-log.js").KeyLog | null, behind?: import("./headers.js").Behind | null, rules?: import("./headers.js").Rules}} About */

const PROMISED_FROM = 3;
/** In a circle's mark: they wrote nothing since this reader came. */
const UNCOUNTED = Number.MAX_SAFE_INTEGER;

export class Conversation {
	/** @type {{cause: string, n: number} | null} */
	stopped = null;
	/** Both have signed the promise. */
	agreed = false;
	/** What the next header of mine brings into force: the promise that all have signed last. @type {{hash: Uint8Array, kept: number | null, signedOn?: number, signers?: string[]} | null} */
	promised = null;
	/** The newest edition of the promise whose signatures were learned here. */
	knownEdition = 1;
	mode = 0;

	#known = new KnownHashes();
	/** @type {Live | null} */
	#live = null;
	/** @type {Paging | null} */
	#page = null;
	/** @type {{epoch: number, eh: Uint8Array, counts: number[]} | null} */
	#pinnedEpoch = null;
	/** @type {Uint8Array[]} until both have signed, or until keys that a header names are known */
	#held = [];
	/** @type {string | null} whose keys are to be asked for: a header names newer ones than are known here */
	#wanted = null;
	/** @type {Set<string>} whose keys were asked for already while something waited */
	#asked = new Set();
	/** @type {Set<number>} epochs whose header came in this answer */
	#headsNow = new Set();

	/** @param {About} about */
	constructor(about) {
		const { conv, ownerId, originHash, agreementHash, kept, me, ekSeeds, people, log, behind, rules } = about;
		this.about = about;
		this.headers = new Headers({
			...{ conv, ownerId, originHash, agreementHash, kept, people, log, behind, rules },
			reader: { accountId: me, ekSeeds },
		});
		this.reading = new Reading(me, this.headers);
		this.stretches = new Stretches(this.headers, this.#known);
		this.#known.expect({ n: 0, h: chainStart(conv), cause: "chain" }, undefined);
	}

	/** What state remembers from a visit; may be called for several. @param {{n: number, h: Uint8Array, epoch: number, eh: Uint8Array, counts: number[]}} mark */
	pin({ n, h, epoch, eh, counts }) {
		this.#guarded(() => this.#known.expect({ n, h, cause: PINNED }, this.hashAt(n)));
		this.#known.count(n, () => this.#countedIn(epoch, counts));
		if (epoch >= (this.#pinnedEpoch?.epoch ?? 0)) this.#pinnedEpoch = { epoch, eh, counts };
	}

	/** Begins at number 0 without asking the server: for a conversation made here. */
	begin() {
		this.#live = new Live({ n: 0, h: chainStart(this.about.conv) }, this.#parts);
		this.#live.isCaughtUp = true;
	}

	/** @returns {Point | null} */
	get head() {
		return this.#live?.head ?? null;
	}

	get base() {
		return this.#live?.base ?? 0;
	}

	get isCaughtUp() {
		return this.#live?.isCaughtUp ?? false;
	}

	get heldCount() {
		return this.#held.length;
	}

	get wanted() {
		return this.#wanted;
	}

	/**
	 * Somebody's keys as the house says them now. They only ever grow; what waited for them goes on with the next frames.
	 * @param {string} id @param {import("./shapes.d.ts").KeyRecord[]} records verified
	 */
	learn(id, records) {
		const known = this.about.people.get(id) ?? [];
		const [shorter, longer] = known.length > records.length ? [records, known] : [known, records];
		if (!goOnFrom(longer, shorter)) throw new Refusal("keys-other");
		this.about.people.set(id, longer);
		if (this.#wanted === id) this.wasAsked();
	}

	/** The house said all it knows of the people here: what waits is judged with the next frames. */
	wasAsked() {
		if (this.#wanted !== null) this.#asked.add(this.#wanted);
		this.#wanted = null;
	}

	get left() {
		return this.#live?.run.left ?? null;
	}

	/** Who left a circle since its newest header. @returns {Uint8Array[]} */
	get leaving() {
		return this.#live?.run.leaving ?? [];
	}

	get ownSseq() {
		return this.#live?.ownSseq ?? 0;
	}

	/** What state is to remember of this visit; null before anything was confirmed, and between a leave in a circle and the header without them. */
	mark() {
		const live = this.#live;
		const epoch = live === null ? undefined : this.headers.inForce(live.head.n + 1);
		if (live === null || epoch === undefined || this.stopped !== null || !live.isConfirmed) return null;
		const counts = epoch.header.members.map(({ accountId }) => live.run.countOf(accountId));
		const isCircle = epoch.header.kind === CIRCLE;
		if (this.leaving.length > 0 || (!isCircle && counts.includes(undefined))) return null;
		return {
			...live.head,
			epoch: epoch.header.epoch,
			eh: epoch.hash,
			counts: counts.map((count) => count ?? UNCOUNTED),
		};
	}

	/** @param {number} n @returns {Uint8Array | undefined} */
	hashAt(n) {
		return this.#live?.run.hashes.get(n);
	}

	/**
	 * Takes frames in the order they came; answers the lines that may be shown.
	 * @param {Uint8Array[]} frames @param {Now} now @returns {Line[]}
	 */
	take(frames, now) {
		/** @type {Line[]} */
		const lines = [];
		const waiting = this.#wanted === null ? this.#held.splice(0) : [];
		this.#headsNow.clear();
		for (const raw of [...waiting, ...frames]) this.#guarded(() => lines.push(...this.#takeOne(raw, now)));
		if (this.#held.length === 0) this.#asked.clear();
		return lines;
	}

	/**
	 * My own entry or header, acknowledged as number n; answers lines of others that waited for it.
	 * @param {Point} at @param {{entry?: Entry, head?: Frame}} what @returns {Line[]}
	 */
	confirm({ n, h }, { entry, head }) {
		/** @type {Line[]} */
		const lines = [];
		this.#guarded(() => {
			this.#known.expect({ n, h, cause: "chain" }, this.hashAt(n));
			if (this.#live === null || n <= this.#live.head.n) return;
			if (head !== undefined) this.headers.accept({ ...head, n });
			if (entry !== undefined) this.#live.keepReady(n, entry);
			lines.push(...this.#live.passOn({ today: 0, ownOnTheWay: true }));
		});
		return lines;
	}

	/** Keeps the newest lines only, and all since theirs; the others can be fetched again. @param {number} some */
	forgetFar(some) {
		const live = this.#live;
		if (!live?.isCaughtUp || this.#page !== null || this.#held.length > 0 || this.stopped !== null) return;
		const until = Math.min(live.head.n - some, this.reading.since.lastOfTheirs - 1);
		const members = this.headers.inForce(live.head.n + 1)?.header.members ?? [];
		if (until <= live.base) return;
		live.run.beginAt(
			until,
			members.map(({ accountId }) => accountId),
		);
		this.reading.forget(until);
		this.stretches.forget();
	}

	/** Nothing is shown or sent after this. @param {string} cause */
	stop(cause) {
		this.stopped ??= { cause, n: this.#live?.lastGood ?? 0 };
		this.#page = null;
	}

	wipe() {
		this.headers.wipe();
		this.#live = null;
		this.#page = null;
	}

	/** Members of an epoch with what a visit counted of their lines. @param {number} epoch @param {number[]} counts */
	#countedIn(epoch, counts) {
		const members = this.headers.numbered(epoch)?.header.members ?? [];
		if (members.length !== counts.length) throw new Trouble(PINNED);
		const rows = members.map(
			({ accountId }, i) => /** @type {[string, number]} */ ([toText(accountId), counts[i]]),
		);
		return new Map(rows.filter(([, count]) => count !== UNCOUNTED));
	}

	get #parts() {
		const { conv, me } = this.about;
		return { conv, me, headers: this.headers, reading: this.reading, known: this.#known };
	}

	/** @param {() => void} step */
	#guarded(step) {
		if (this.stopped !== null) return;
		try {
			step();
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			this.stop(refusal instanceof Trouble ? refusal.code : "frame");
		}
	}

	/** @param {Uint8Array} raw @param {Now} now @returns {Line[]} */
	#takeOne(raw, now) {
		const frame = decodeFrame(raw);
		if (frame.conv !== undefined && !equal(frame.conv, this.about.conv)) throw new Trouble("epoch");
		if (this.#hasToWait(frame)) {
			this.#held.push(raw);
			return [];
		}
		return this.#route(frame, now);
	}

	/** Nothing after the hello is taken before both have signed the promise, and no header before its keys were asked for. @param {Frame} frame */
	#hasToWait(frame) {
		if (this.#held.length > 0) return true;
		const isContent = frame.type === TYPE.ENTRY || frame.type === TYPE.GONE || frame.type === TYPE.HEAD;
		if (!this.agreed && isContent && frame.n >= PROMISED_FROM) return true;
		const newTo = frame.type === TYPE.HEAD ? this.headers.newTo(frame) : null;
		if (newTo === null || this.#asked.has(newTo)) return false;
		this.#wanted = newTo;
		return true;
	}

	/** @param {Frame} frame @param {Now} now @returns {Line[]} */
	#route(frame, now) {
		switch (frame.type) {
			case TYPE.HEAD:
				return this.#takeHead(frame, now);
			case TYPE.BASE:
				return this.#takeBase(frame, now);
			case TYPE.ENTRY:
			case TYPE.GONE:
				return this.#takeItem(frame, now);
			case TYPE.PAGED:
				return this.#takePaged(frame);
			case TYPE.UPTO:
				return this.#takeUpto(frame, now);
			case TYPE.GATE:
				this.mode = frame.mode;
				return [];
			default:
				return [];
		}
	}

	/** @param {Frame} frame @param {Now} now */
	#takeHead(frame, now) {
		const isNew = this.headers.numbered(frame.epoch) === undefined;
		if (this.#live === null && this.#headsNow.has(frame.epoch)) throw new Trouble("header");
		this.#headsNow.add(frame.epoch);
		const { n, hash, header } = this.headers.accept(frame);
		if (isNew && n <= (this.#live?.head.n ?? 0)) throw new Trouble("header");
		if (this.#live !== null) this.#checkPinnedEpoch(header.epoch, hash);
		this.#known.expect({ n: header.closedN, h: header.closedH, cause: "chain" }, this.hashAt(header.closedN));
		return this.#live?.isCaughtUp ? this.#live.passOn(now) : [];
	}

	/** @param {Frame} frame @param {Now} now */
	#takeBase({ n, h }, now) {
		const pin = this.#pinnedEpoch;
		if (pin !== null) {
			this.#checkPinnedEpoch(pin.epoch, this.headers.numbered(pin.epoch)?.hash);
			this.#countedIn(pin.epoch, pin.counts);
		}
		if (this.#live !== null && n < this.#live.base) {
			this.#page = new Paging({ n, h }, this.#live, this.#parts, this.stretches);
			return [];
		}
		if (this.#live === null) this.#beginAt({ n, h });
		else this.#live.resume({ n, h });
		return this.#live?.passOn(now) ?? [];
	}

	/** @param {Point} base */
	#beginAt(base) {
		this.#known.checkBase(base.n, this.headers.beginsAt(this.about.me));
		this.#live = new Live(base, this.#parts);
	}

	/** @param {number} epoch @param {Uint8Array | undefined} hash */
	#checkPinnedEpoch(epoch, hash) {
		const pin = this.#pinnedEpoch;
		if (pin?.epoch === epoch && (hash === undefined || !equal(pin.eh, hash))) throw new Trouble(PINNED);
	}

	/** @param {Frame} frame @param {Now} now @returns {Line[]} */
	#takeItem(frame, now) {
		if (this.#live === null) throw new Trouble("number");
		if (frame.n > this.#live.base) return this.#live.take(frame, now);
		if (this.#page === null) throw new Trouble("number");
		this.#page.take(frame, now.today);
		return [];
	}

	/** @param {Frame} frame */
	#takePaged({ n }) {
		const page = this.#page;
		this.#page = null;
		return page?.end(n) ?? [];
	}

	/** @param {Frame} frame @param {Now} now */
	#takeUpto(frame, now) {
		if (this.#live === null) throw new Trouble("number");
		const lines = this.#live.upto(frame, now);
		this.mode = frame.mode;
		return lines;
	}
}

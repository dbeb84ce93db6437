// A run: neighbouring entries walked upwards from a number and its hash. Whatever an honest server would have
// caught is Trouble here (envelope.md, sections 8 and 9).

import { equal, toText } from "./bytes.js";
import { chainNext, hashOfAad, hashOfBox } from "./chain.js";
import { KIND, chained } from "./entry.js";
import { CIRCLE, REASON, WENT } from "./epoch.js";
import { HashBook } from "./hash-book.js";
import { memberOf } from "./headers.js";
import { Trouble } from "./refusal.js";

/** @import { Entry } from "./shapes.d.ts" */
/** @typedef {import("./headers.js").Epoch} Epoch */
/** @typedef {{n: number, h: Uint8Array}} Point */
/** @typedef {{first: number, sseq: number, seenN: number}} Place what one sender did in this run */

const MONTH = 31;

export class Run {
	/** @type {Point} */
	base;
	/** @type {Point} */
	head;
	/** Every hash that was walked here, also of what is no longer kept. @type {HashBook} */
	hashes;
	/** @type {Map<string, Place>} by sender */
	places = new Map();
	/** @type {Uint8Array | null} who left */
	left = null;
	/** Who left a circle since its newest header: the next one goes on without them. @type {Uint8Array[]} */
	leaving = [];
	/** Whether these are all: not where it began within an epoch, before a visit's mark. */
	#knowsLeaving;
	/** Whose entry stands at each number from the base on, and how they counted it. @type {Map<number, {sender: string, sseq: number}>} */
	#steps = new Map();
	/** Senders, and how they are named in `places`. @type {[Uint8Array, string][]} */
	#names = [];
	#conv;
	#headers;
	#meet;
	#countedAt;

	/**
	 * @param {Point} base @param {Uint8Array} conv @param {import("./headers.js").Headers} headers
	 * @param {(n: number, h: Uint8Array) => void} meet called with every hash passed: Trouble if another was known
	 * @param {(n: number) => Map<string, number> | undefined} countedAt what an earlier visit counted of each member's
	 * lines up to a number: without it, lines from below the base could come again after it
	 */
	constructor(base, conv, headers, meet, countedAt) {
		this.base = base;
		this.head = base;
		this.hashes = new HashBook([[base.n, base.h]]);
		this.#conv = conv;
		this.#headers = headers;
		this.#meet = meet;
		this.#countedAt = countedAt;
		this.#knowsLeaving = base.n === 0 || headers.at(base.n) !== undefined;
		meet(base.n, base.h);
		this.#countOn();
	}

	/** Passes the headers that come next. @param {number} [upto] not beyond this number */
	passHeaders(upto = Number.MAX_SAFE_INTEGER) {
		for (
			let next = this.#headers.at(this.head.n + 1);
			next && next.n <= upto;
			next = this.#headers.at(this.head.n + 1)
		) {
			const { header, hAad, hBox } = next;
			if (header.kind === CIRCLE) this.#goOnWithout(header);
			if (this.left !== null || !equal(header.closedH, this.head.h)) throw new Trouble("header");
			this.#knowsLeaving = true;
			this.#advance({ n: next.n, kind: KIND.HEADER, hAad, hBox });
			this.#countOn();
		}
	}

	/** What a good leave of somebody means here. @param {Uint8Array} sender @param {Epoch} epoch */
	noteLeave(sender, { header }) {
		if (header.kind === CIRCLE) this.leaving.push(sender);
		else this.left = sender;
	}

	/** In a circle, whoever left is not in the next header, and no one else is said to. A run that began within the epoch has not seen all of it; a visit's mark in it is made only where nobody has left. @param {import("./shapes.d.ts").Header} header */
	#goOnWithout(header) {
		const before = this.#headers.numbered(header.epoch - 1);
		if (before === undefined) return;
		const gone = before.header.members.filter(({ accountId }) => memberOf(header, accountId) === undefined);
		if (this.leaving.some((one) => memberOf(header, one) !== undefined)) throw new Trouble("header");
		if (header.reasonCode === WENT && this.#knowsLeaving && gone.length !== this.leaving.length)
			throw new Trouble("header");
		this.leaving = [];
	}

	/** Takes the next entry; answers the epoch it stands in, what it binds, and the hash of its box. @param {Entry} entry */
	append(entry) {
		const epoch = this.#before(entry.n, entry.sender, entry.sseq);
		this.#checkContext(entry, epoch);
		const hashes = hashesOf(entry);
		this.#advance({ n: entry.n, kind: entry.kind, hAad: hashes.hAad, hBox: hashes.hBox });
		this.#count(entry.sender, entry.sseq, entry.seenN);
		return { epoch, aad: hashes.aad, hBox: hashes.hBox };
	}

	/**
	 * Takes an entry whose box is gone; answers whether its time has run out. If it has not, an erase has to name it.
	 * @param {{n: number, kind: number, sender: Uint8Array, sseq: number, hAad: Uint8Array, hBox: Uint8Array}} gone
	 * @param {number} today
	 */
	appendGone(gone, today) {
		const { header } = this.#before(gone.n, gone.sender, gone.sseq);
		const mayBeGone = gone.kind === KIND.HELLO || gone.kind === KIND.MESSAGE || gone.kind === KIND.ERASE;
		const hasRunOut = header.retention > 0 && header.day + MONTH * (1 + header.retention) < today;
		if (!mayBeGone || (!hasRunOut && gone.kind !== KIND.MESSAGE)) throw new Trouble("held-back");
		this.#advance(gone);
		this.#count(gone.sender, gone.sseq, 0);
		return hasRunOut;
	}

	/** An entry that came before: it has to be the same. @param {number} n @param {number} kind @param {{hAad: Uint8Array, hBox: Uint8Array}} hashes */
	checkAgain(n, kind, hashes) {
		const before = this.hashes.get(n - 1);
		const known = this.hashes.get(n);
		if (before === undefined || known === undefined) throw new Trouble("number");
		if (!equal(chainNext(before, { conv: this.#conv, n, kind, ...hashes }), known))
			throw new Trouble("chain");
	}

	/** Puts an older run, whose end is this one's base, in front. @param {Run} older */
	prepend(older) {
		if (older.head.n !== this.base.n || !equal(older.head.h, this.base.h)) throw new Trouble("chain");
		for (const [n, h] of older.hashes) this.#checkKnown(n, h);
		for (const [sender, place] of older.places) this.#joinPlace(sender, place);
		for (const [n, h] of older.hashes) this.hashes.set(n, h);
		for (const [n, step] of older.#steps) this.#steps.set(n, step);
		this.base = older.base;
	}

	/**
	 * Begins at a later number, as if it had been opened there; who was counted so far goes on from it, and what comes
	 * before it has to be the same when it is fetched again.
	 * @param {number} n @param {Uint8Array[]} members
	 */
	beginAt(n, members) {
		const h = this.hashes.get(n);
		if (h === undefined || n <= this.base.n || n > this.head.n) return;
		for (const member of members) this.#countFrom(n, member);
		for (const at of this.#steps.keys()) if (at <= n) this.#steps.delete(at);
		this.base = { n, h };
	}

	/** @param {number} n @param {Uint8Array} member */
	#countFrom(n, member) {
		const sseq = this.countOf(member);
		if (sseq === undefined) return;
		const id = this.#nameOf(member);
		const later = [...this.#steps].filter(([at, { sender }]) => at > n && sender === id);
		const first = later.reduce((least, [, step]) => Math.min(least, step.sseq), sseq + 1);
		this.places.set(id, { seenN: 0, ...this.places.get(id), sseq, first });
	}

	/** @param {number} n @param {Uint8Array} h */
	#checkKnown(n, h) {
		const known = this.hashes.get(n);
		if (known !== undefined && !equal(known, h)) throw new Trouble("chain");
	}

	/** @param {string} sender @param {Place} older */
	#joinPlace(sender, older) {
		const mine = this.places.get(sender);
		if (mine !== undefined && mine.first !== older.sseq + 1) throw new Trouble("counter");
		this.places.set(sender, { ...(mine ?? older), first: older.first });
	}

	/** Spelt once for all their lines. @param {Uint8Array} sender */
	#nameOf(sender) {
		const known = this.#names.find(([one]) => equal(one, sender));
		if (known !== undefined) return known[1];
		const name = toText(sender);
		this.#names.push([sender, name]);
		return name;
	}

	/** The newest counter of a member up to here; undefined if none of their lines was met. Whoever joined after the base had none there. @param {Uint8Array} member */
	countOf(member) {
		const known = this.places.get(this.#nameOf(member))?.sseq;
		if (known !== undefined) return known;
		return this.base.n === 0 || !this.#headers.wasMember(member, this.base.n) ? 0 : undefined;
	}

	/** Who wrote nothing since the base goes on from what was counted here at a visit. */
	#countOn() {
		const counted = this.#countedAt(this.head.n);
		this.#knowsLeaving ||= counted !== undefined;
		for (const [sender, sseq] of counted ?? []) {
			const place = this.places.get(sender);
			if (place === undefined) this.places.set(sender, { first: sseq + 1, sseq, seenN: 0 });
			else if (place.sseq !== sseq) throw new Trouble("counter");
		}
	}

	/** @param {number} n @param {Uint8Array} sender @param {number} sseq @returns {Epoch} */
	#before(n, sender, sseq) {
		const epoch = this.#headers.inForce(n);
		if (n !== this.head.n + 1) throw new Trouble("number");
		if (epoch === undefined) throw new Trouble("epoch");
		const hasLeft = this.left !== null || this.leaving.some((one) => equal(one, sender));
		if (hasLeft || memberOf(epoch.header, sender) === undefined) throw new Trouble("member");
		if (sseq !== (this.countOf(sender) ?? sseq - 1) + 1) throw new Trouble("counter");
		return epoch;
	}

	/** @param {Entry} entry @param {Epoch} epoch */
	#checkContext(entry, epoch) {
		const isHere = equal(entry.conv, this.#conv) && entry.epoch === epoch.header.epoch;
		if (!isHere || !equal(entry.ehHash, epoch.hash)) throw new Trouble("epoch");
		const least = Math.max(epoch.n, this.places.get(this.#nameOf(entry.sender))?.seenN ?? 0);
		if (entry.seenN < least || entry.seenN >= entry.n) throw new Trouble("seen");
		const seen = this.hashes.get(entry.seenN);
		const isSame = seen === undefined ? entry.seenN < this.base.n : equal(seen, entry.seenH);
		if (!isSame) throw new Trouble("seen");
		if (epoch.header.kind === CIRCLE) this.#checkKindInCircle(entry.kind);
		else checkKind(entry, epoch);
	}

	/** @param {number} kind */
	#checkKindInCircle(kind) {
		if (kind < KIND.MESSAGE || kind > KIND.ERASE) throw new Trouble("frame");
		if (this.leaving.length > 0 && kind !== KIND.LEAVE) throw new Trouble("member");
	}

	/** @param {{n: number, kind: number, hAad: Uint8Array, hBox: Uint8Array}} step */
	#advance(step) {
		const h = chainNext(this.head.h, { conv: this.#conv, ...step });
		this.#meet(step.n, h);
		this.head = { n: step.n, h };
		this.hashes.set(step.n, h);
	}

	/** @param {Uint8Array} sender @param {number} sseq @param {number} seenN */
	#count(sender, sseq, seenN) {
		const id = this.#nameOf(sender);
		const place = this.places.get(id);
		this.places.set(id, { first: place?.first ?? sseq, sseq, seenN: Math.max(seenN, place?.seenN ?? 0) });
		this.#steps.set(this.head.n, { sender: id, sseq });
		this.#countOn();
	}
}

/** What the chain takes of an entry; one that nobody could have stored is Trouble. @param {Entry} entry */
export function hashesOf(entry) {
	try {
		const { aad, carried } = chained(entry);
		return { aad, hAad: hashOfAad(aad), hBox: hashOfBox(carried) };
	} catch {
		throw new Trouble("frame");
	}
}

/** @param {Entry} entry @param {Epoch} epoch */
function checkKind(entry, { header }) {
	if (entry.kind < KIND.HELLO || entry.kind > KIND.ERASE) throw new Trouble("frame");
	const isFirst = entry.n === 2;
	const begins = header.reasonCode === REASON.CONTINUES ? KIND.MESSAGE : KIND.HELLO;
	if (isFirst && (entry.kind !== begins || !equal(entry.sender, header.ownerId))) throw new Trouble("member");
	if (!isFirst && entry.kind === KIND.HELLO) throw new Trouble("member");
}

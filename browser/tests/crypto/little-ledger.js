// One conversation's log in a little house: it numbers, chains and signs receipts like the relay.

import { concat, toText } from "../../crypto/bytes.js";
import { chainNext, chainStart, hashOfAad, hashOfBox } from "../../crypto/chain.js";
import { chained, KIND } from "../../crypto/entry.js";
import { ehBytes, ehHashOf, headerFromFrame, membersFromBytes } from "../../crypto/epoch.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { h } from "../../crypto/hash.js";
import { leafOf, receiptBytes } from "../../crypto/receipt.js";
import { sign } from "../../crypto/sodium.js";

const NOTHING = new Uint8Array(0);

/** One conversation's log. `entries[n - 1]` is {n, kind, frame fields, wraps, h}. */
export class Ledger {
	entries = [];
	mode = 2;
	/** Wraps of stretches from before somebody joined, by person and epoch. */
	granted = new Map();

	constructor(conv, house) {
		this.conv = conv;
		this.house = house;
	}

	hashAt(n) {
		return n === 0 ? chainStart(this.conv) : this.entries[n - 1].h;
	}

	/** Takes HEADER and SEND frames in one commit; answers their ACK frames. */
	store(frames) {
		const kept = frames.flatMap((raw) => this.#kept(decodeFrame(raw)));
		return this.acks(kept);
	}

	#kept({ type, ...fields }) {
		if (type === TYPE.SEND) return [this.append({ kind: fields.kind, fields })];
		const header = this.append({ kind: KIND.HEADER, fields });
		const first = fields.first.length === 0 ? [] : this.#kept(decodeFrame(fields.first));
		return [header, ...first];
	}

	/** Whatever it is given: this is where a hostile house puts its hand in. */
	append({ kind, fields }) {
		const n = this.entries.length + 1;
		const { hAad, hBox, id } = kind === KIND.HEADER ? headerHashes(fields) : entryHashes(fields);
		const hash = chainNext(this.hashAt(n - 1), { conv: this.conv, n, kind, hAad, hBox });
		const entry = { n, kind, fields, hAad, hBox, id, h: hash };
		this.entries.push(entry);
		return entry;
	}

	/** One receipt for the whole commit. */
	acks(kept) {
		const levels = [kept.map((entry) => leafOf(this.conv, entry.n, entry.h))];
		while (levels.at(-1).length > 1) levels.push(parents(levels.at(-1)));
		const { home, log } = this.house;
		const sig = sign(log.secretKey, receiptBytes(home, kept.length, levels.at(-1)[0]));
		return kept.map((entry, index) =>
			encodeFrame(TYPE.ACK, {
				id: entry.id,
				conv: this.conv,
				n: entry.n,
				h: entry.h,
				index,
				size: kept.length,
				path: path(levels, index),
				sig,
			}),
		);
	}

	/** The answer to FOLLOW for this person: HEADs, BASE, entries, UPTO. */
	follow(who, afterN = 0, entries = this.entries) {
		const heads = entries.filter(({ kind }) => kind === KIND.HEADER).map((entry) => this.head(entry, who));
		const after = entries
			.filter(({ n, kind }) => n > afterN && kind !== KIND.HEADER)
			.map((entry) => this.entryFrame(entry));
		return [...heads, this.base(afterN), ...after, this.upto(who)];
	}

	/** The same for somebody who came later, or was let go: only what is theirs. */
	theirs(who, afterN = 0) {
		const { begins, until } = this.spanOf(who);
		const [from, entries] = [Math.max(begins, afterN), this.entries.slice(0, until)];
		const heads = entries.filter(({ kind }) => kind === KIND.HEADER).map((entry) => this.head(entry, who));
		const after = entries.slice(from).filter(({ kind }) => kind !== KIND.HEADER);
		return [
			...heads,
			this.base(from),
			...after.map((entry) => this.entryFrame(entry)),
			this.upto(who, until),
		];
	}

	/** After which number somebody reads, and up to which. */
	spanOf(who) {
		let [begins, until, isIn] = [0, this.entries.length, false];
		for (const { n, kind, fields } of this.entries) {
			if (kind !== KIND.HEADER) continue;
			const reads = membersFromBytes(fields.members).some(({ accountId }) => toText(accountId) === who);
			if (reads && !isIn) [begins, until] = [n - 1, this.entries.length];
			if (!reads && isIn) until = n - 1;
			isIn = reads;
		}
		return { begins, until };
	}

	/** The answer to PAGE. */
	page(beforeN, count) {
		const first = Math.max(1, beforeN - count);
		const items = this.entries.slice(first - 1, beforeN - 1).filter(({ kind }) => kind !== KIND.HEADER);
		return [
			this.base(first - 1),
			...items.map((entry) => this.entryFrame(entry)),
			encodeFrame(TYPE.PAGED, { conv: this.conv, n: beforeN - 1 }),
		];
	}

	base(n) {
		return encodeFrame(TYPE.BASE, { conv: this.conv, n, h: this.hashAt(n) });
	}

	upto(who, n = this.entries.length) {
		const mine = this.entries
			.slice(0, n)
			.filter(({ kind, fields }) => kind !== KIND.HEADER && toText(fields.sender) === who);
		return encodeFrame(TYPE.UPTO, {
			conv: this.conv,
			n,
			h: this.hashAt(n),
			sseq: mine.length,
			seenN: mine.at(-1)?.fields.seenN ?? 0,
			mode: this.mode,
		});
	}

	/** One stored thing as it is delivered: HEAD with the receiver's wrap, or ENTRY. */
	frameOf(entry, who) {
		return entry.kind === KIND.HEADER ? this.head(entry, who) : this.entryFrame(entry);
	}

	entryFrame({ n, fields, isGone, kind, hAad, hBox }) {
		if (isGone)
			return encodeFrame(TYPE.GONE, {
				conv: this.conv,
				n,
				kind,
				sender: fields.sender,
				sseq: fields.sseq,
				hAad,
				hBox,
			});
		return encodeFrame(TYPE.ENTRY, { ...fields, n });
	}

	head({ n, fields }, who) {
		const wraps = Array.from({ length: fields.wraps.length / 128 }, (_, i) =>
			fields.wraps.slice(i * 128, i * 128 + 128),
		);
		const own =
			wraps.find((pair) => toText(pair.slice(0, 16)) === who)?.slice(16) ??
			this.granted.get(`${who} ${fields.epoch}`) ??
			NOTHING;
		return encodeFrame(TYPE.HEAD, { ...fields, n, headerConv: fields.conv, conv: this.conv, wrap: own });
	}
}

function headerHashes(fields) {
	const eh = ehBytes(headerFromFrame(fields));
	return { hAad: hashOfAad(eh), hBox: hashOfBox(fields.ehSig), id: ehHashOf(eh).slice(0, 16) };
}

function entryHashes(fields) {
	const { aad, carried } = chained(fields);
	return { hAad: hashOfAad(aad), hBox: hashOfBox(carried), id: fields.msgId };
}

const parents = (level) =>
	Array.from({ length: Math.ceil(level.length / 2) }, (_, i) =>
		level[2 * i + 1] === undefined ? level[2 * i] : h("pse1/rnode", level[2 * i], level[2 * i + 1]),
	);

function path(levels, index) {
	const parts = [];
	for (const [depth, level] of levels.slice(0, -1).entries()) {
		const sibling = level[(index >> depth) ^ 1];
		if (sibling !== undefined) parts.push(sibling);
	}
	return concat(...parts);
}

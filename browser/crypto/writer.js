// Writing into one conversation: the next header when one is due, the next entry, and texts that wait for their
// acknowledgement. Sealed only to the verified members of the header in force.

import { equal, toText } from "./bytes.js";
import { chainStart } from "./chain.js";
import { KIND, sealEntry, sealLeave, signErase } from "./entry.js";
import { REASON, WENT } from "./epoch.js";
import { encodeFrame, TYPE } from "./frames.js";
import { headerFrame, pendingHeader } from "./pending-header.js";
import { EMPTY_KEY_LOG } from "./key-log.js";
import { Refusal } from "./refusal.js";
import { random, wipe } from "./sodium.js";

/** @import { Ctx, Entry, Header, KeyRecord, Line } from "./shapes.d.ts" */
/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {{id: Uint8Array, ikSecret: Uint8Array}} Account */
/** @typedef {{kind: number, readers: string[], order: number, seal: (draft: any, key: Uint8Array) => any, entry: any}} Waiting */
/** @typedef {import("./pending-header.js").Pending} Pending */

const ROTATE_AFTER_DAYS = 30;
const ROTATE_AFTER_ENTRIES = 500;

/** The day of the header that brought the promise of the newest one. @param {import("./headers.js").Headers} headers */
function promisedOn(headers) {
	let at = headers.newest;
	while (at !== undefined && at.header.epoch > 0 && at.header.reasonCode !== REASON.PROMISED)
		at = headers.numbered(at.header.epoch - 1);
	return at?.header.day ?? 0;
}

export class Writer {
	/** @type {Map<string, Waiting>} by msg_id */
	#waiting = new Map();
	/** Headers of mine on their way, each following the one before. @type {Pending[]} */
	#pending = [];
	#order = 0;
	#conversation;
	#account;

	/** @param {Conversation} conversation @param {Account} account */
	constructor(conversation, account) {
		this.#conversation = conversation;
		this.#account = account;
		conversation.reading.onOwnEntry = (id) => this.#waiting.delete(id);
	}

	get isOnTheWay() {
		return this.#waiting.size > 0 || this.#pending.length > 0;
	}

	/** @param {string} id */
	has(id) {
		return this.#waiting.has(id) || this.#isPending(id);
	}

	/** A header that only this text would have brought goes with it. @param {string} id of a text that will not be sent */
	drop(id) {
		this.#waiting.delete(id);
		if (this.#isPending(id) || this.#waiting.size === 0) this.#forgetPending();
	}

	/** The reason for a new header before the next entry, 0 when none is due. @param {number} today */
	rotationReason(today) {
		const epoch = this.#conversation.headers.newest;
		if (epoch === undefined) return 0;
		if (this.#conversation.leaving.length > 0) return WENT;
		if (this.#haveMoved(epoch.header)) return REASON.KEY_CHANGED;
		if (epoch.key === null) return REASON.BAD_WRAP;
		if (this.#promised(epoch.header) !== null) return REASON.PROMISED;
		if (epoch.header.day + ROTATE_AFTER_DAYS <= today) return REASON.AGE;
		return (this.#conversation.head?.n ?? 0) - epoch.n >= ROTATE_AFTER_ENTRIES ? REASON.COUNT : 0;
	}

	/** A bad wrap is mended once a day: two who mend in turn would go on for ever. @param {number} today */
	mayMend(today) {
		const { headers } = this.#conversation;
		const isBad = this.rotationReason(today) === REASON.BAD_WRAP;
		return !isBad || !headers.hasMended(this.#account.id, today);
	}

	/**
	 * Begins a conversation made here: one frame, the header of epoch 0 with its first entry inside.
	 * @param {Omit<Header, "kc" | "wrapsHash">} draft @param {KeyRecord[]} records
	 * @param {{kind: number, body: Uint8Array}} first
	 */
	begin(draft, records, first) {
		const pending = pendingHeader(draft, records, chainStart(draft.conv), this.#account);
		const { id, entry } = this.#newEntry(first.kind, sealing(first.body, this.#account), pending);
		const frame = headerFrame(pending.head, encodeFrame(TYPE.SEND, entry));
		this.#pending = [{ ...pending, frame }];
		return { frame, id };
	}

	/** The same without an entry: how a circle begins. @param {Omit<Header, "kc" | "wrapsHash">} draft @param {KeyRecord[]} records */
	beginAlone(draft, records) {
		const pending = pendingHeader(draft, records, chainStart(draft.conv), this.#account);
		this.#pending = [pending];
		return { frames: [pending.frame], id: pending.id };
	}

	/** @param {Uint8Array} body @param {number} today @param {Uint8Array} [msgId] that of a file that was sealed for it */
	write(body, today, msgId) {
		return this.#framed(KIND.MESSAGE, sealing(body, this.#account), today, msgId);
	}

	/** Where others left a circle before, nothing has to go first: it needs no key. @param {number} day */
	leave(day) {
		const seal = (/** @type {any} */ draft) => sealLeave(draft, day, this.#account.ikSecret);
		const { headers, head, leaving } = this.#conversation;
		this.#checkHere();
		if (leaving.length > 0 && headers.newest !== undefined && head !== null) {
			this.#forgetPending();
			const at = { ...headers.newest, key: new Uint8Array(0), ...head };
			const { id, entry } = this.#newEntry(KIND.LEAVE, seal, at);
			return { frames: [encodeFrame(TYPE.SEND, entry)], id };
		}
		return this.#framed(KIND.LEAVE, seal, day);
	}

	/** Takes lines of mine back. @param {import("./erase.js").Target[]} targets @param {number} today */
	erase(targets, today) {
		const seal = (/** @type {any} */ draft) => signErase(draft, targets, this.#account.ikSecret);
		return this.#framed(KIND.ERASE, seal, today);
	}

	/**
	 * Other readers from here on, by the owner or a host alone: a header that goes by itself. Where somebody left a circle, or somebody's keys moved, that goes first: `isFirst`.
	 * @param {import("./shapes.d.ts").Member[]} members ascending @param {number} reasonCode @param {number} today
	 */
	readers(members, reasonCode, today) {
		const { newest } = this.#conversation.headers;
		const head = this.#conversation.head;
		if (newest === undefined || head === null) throw new Refusal("no-conversation");
		if (this.#pending.length > 0) throw new Refusal("on-its-way");
		this.#checkHere();
		const isFirst = this.#conversation.leaving.length > 0 || this.#haveMoved(newest.header);
		this.#pending = isFirst
			? this.#due(newest, head, this.rotationReason(today), today)
			: [this.#rotation(newest, head, reasonCode, today, members)];
		const last = /** @type {Pending} */ (this.#pending.at(-1));
		return { frames: this.#frames, id: last.id, isFirst };
	}

	/**
	 * An entry that names the header it stands in: made anew whenever that is another.
	 * @param {(at: {header: Header, hash: Uint8Array}) => Uint8Array} bodyAt @param {number} today
	 */
	writeAt(bodyAt, today) {
		const { frames, at } = this.#position(today);
		const { id, entry } = this.#newEntry(KIND.MESSAGE, sealing(bodyAt(at), this.#account), at);
		return { frames: [...frames, encodeFrame(TYPE.SEND, entry)], id };
	}

	/** Account ids (text) that can read now and could not when this text was written. @param {string} id */
	newReaders(id) {
		const waiting = this.#waitingFor(id);
		return this.#readers().filter((reader) => !waiting.readers.includes(reader));
	}

	/** Seals a waiting text again, in its place in the order. @param {string} id @param {number} today */
	again(id, today) {
		if (this.#isPending(id)) {
			this.#forgetPending();
			return { frames: [], id };
		}
		const waiting = this.#waitingFor(id);
		// Whatever header went in front of it has had its answer: what is still due is made anew and sent along.
		this.#forgetPending();
		const { frames, at } = this.#position(today);
		waiting.readers = this.#readers();
		waiting.entry = this.#sealedIn(waiting, waiting.entry.msgId, at);
		return { frames: [...frames, encodeFrame(TYPE.SEND, waiting.entry)], id };
	}

	/**
	 * Takes an acknowledgement whose receipt was verified.
	 * @param {string} id @param {{n: number, h: Uint8Array}} at @returns {{header: boolean, lines: Line[]}}
	 */
	acknowledged(id, at) {
		const pending = this.#pending.find((header) => header.id === id);
		if (pending === undefined) {
			const entry = this.#waiting.get(id)?.entry;
			return { header: false, lines: this.#conversation.confirm(at, { entry }) };
		}
		const lines = this.#conversation.confirm(at, { head: pending.head });
		wipe(pending.key);
		this.#pending = this.#pending.filter((header) => header !== pending);
		return { header: true, lines };
	}

	wipe() {
		this.#forgetPending();
		this.#waiting.clear();
	}

	/** @param {number} kind @param {Waiting["seal"]} seal @param {number} today @param {Uint8Array} [msgId] */
	#framed(kind, seal, today, msgId) {
		const { frames, at } = this.#position(today);
		const { id, entry } = this.#newEntry(kind, seal, at, msgId);
		return { frames: [...frames, encodeFrame(TYPE.SEND, entry)], id };
	}

	/** @param {number} kind @param {Waiting["seal"]} seal @param {{header: Header, hash: Uint8Array, key: Uint8Array, n: number, h: Uint8Array}} at @param {Uint8Array} [msgId] */
	#newEntry(kind, seal, at, msgId = random(16)) {
		const order = ++this.#order;
		/** @type {Waiting} */
		const waiting = {
			kind,
			order,
			seal,
			readers: at.header.members.map(({ accountId }) => toText(accountId)),
			entry: null,
		};
		waiting.entry = this.#sealedIn(waiting, msgId, at);
		const id = toText(msgId);
		this.#waiting.set(id, waiting);
		return { id, entry: waiting.entry };
	}

	/** @param {Waiting} waiting @param {Uint8Array} msgId @param {{header: Header, hash: Uint8Array, key: Uint8Array, n: number, h: Uint8Array}} at */
	#sealedIn({ kind, order, seal }, msgId, { header, hash, key, n, h }) {
		const before = [...this.#waiting.values()].filter((other) => other.order < order).length;
		const draft = {
			kind,
			conv: header.conv,
			epoch: header.epoch,
			ehHash: hash,
			sender: this.#account.id,
			msgId,
			sseq: this.#conversation.ownSseq + before + 1,
			seenN: n,
			seenH: h,
		};
		return seal(draft, key);
	}

	/** Nobody who left a circle writes into it any more. */
	#checkHere() {
		if (this.#conversation.leaving.some((one) => equal(one, this.#account.id))) throw new Refusal("left");
	}

	/** Where the next entry goes: the epoch in force and the head, or a new header and its place. @param {number} today */
	#position(today) {
		const { newest } = this.#conversation.headers;
		const head = this.#conversation.head;
		if (newest === undefined || head === null) throw new Refusal("no-conversation");
		this.#checkHere();
		const reason = this.rotationReason(today);
		if (reason === 0 && newest.key !== null) {
			this.#forgetPending();
			return { frames: [], at: { header: newest.header, hash: newest.hash, key: newest.key, ...head } };
		}
		const isOnItsWay = this.#pending[0]?.closedN === head.n;
		if (!isOnItsWay) {
			this.#forgetPending();
			this.#pending = this.#due(newest, head, reason, today);
		}
		const at = /** @type {Pending} */ (this.#pending.at(-1));
		return { frames: isOnItsWay ? [] : this.#frames, at };
	}

	/**
	 * The header that is due. The one without whoever left a circle leaves all keys as they are: where some moved, the one with the new keys
	 * follows at once, so that no words go to locks that were renewed away.
	 * @param {import("./headers.js").Epoch} newest @param {{n: number, h: Uint8Array}} head @param {number} reason @param {number} today
	 */
	#due(newest, head, reason, today) {
		const due = this.#rotation(newest, head, reason, today);
		if (reason !== WENT || !this.#haveMoved(due.header)) return [due];
		return [due, this.#rotation(due, due, REASON.KEY_CHANGED, today)];
	}

	/** @param {{header: Header, hash: Uint8Array}} before @param {{n: number, h: Uint8Array}} head @param {number} reasonCode @param {number} today @param {import("./shapes.d.ts").Member[]} [others] who reads from here on */
	#rotation({ header, hash }, head, reasonCode, today, others) {
		const { kc, wrapsHash, ...kept } = header;
		const { size: logSize, root: logRoot } = this.#conversation.about.log?.()?.at ?? EMPTY_KEY_LOG.at;
		const members = others ?? this.#membersFor(reasonCode, header);
		const draft = {
			...kept,
			...(reasonCode === REASON.PROMISED ? this.#promised(header) : {}),
			...(logSize > 0 ? { logSize, logRoot } : {}),
			members,
			reasonCode,
			epoch: header.epoch + 1,
			prevEhHash: hash,
			closedN: head.n,
			closedH: head.h,
			authorId: this.#account.id,
			day: Math.max(today, header.day),
		};
		return pendingHeader(draft, [...this.#conversation.about.people.values()].flat(), head.h, this.#account);
	}

	/** @param {number} reasonCode @param {Header} header */
	#membersFor(reasonCode, header) {
		if (reasonCode === REASON.KEY_CHANGED) return this.#membersNow(header);
		const { leaving } = this.#conversation;
		return header.members.filter(({ accountId }) => !leaving.some((one) => equal(one, accountId)));
	}

	/** The promise that all have signed and that this header does not carry yet, or null. @param {Header} header */
	#promised({ agreementHash, retention, members }) {
		const { promised } = this.#conversation;
		if (promised === null || equal(promised.hash, agreementHash)) return null;
		const { signers } = promised;
		if (signers !== undefined && !members.every(({ accountId }) => signers.includes(toText(accountId))))
			return null;
		// Who signed before that one came into force has not agreed to it anew: no reader would take the header.
		if ((promised.signedOn ?? Infinity) < promisedOn(this.#conversation.headers)) return null;
		return { agreementHash: promised.hash, retention: promised.kept ?? retention };
	}

	/** Has a member newer keys than this header names? @param {Header} header */
	#haveMoved(header) {
		const now = this.#membersNow(header);
		return now.some(({ krHash }, i) => !equal(krHash, header.members[i]?.krHash ?? krHash));
	}

	/** The same members with their newest verified keys. @param {Header} header */
	#membersNow(header) {
		return header.members.map((member) => {
			const records = this.#conversation.about.people.get(toText(member.accountId));
			return { ...member, krHash: records?.at(-1)?.hash ?? member.krHash };
		});
	}

	#readers() {
		const members = this.#conversation.headers.newest?.header.members ?? [];
		return members.map(({ accountId }) => toText(accountId));
	}

	/** @param {string} id */
	#waitingFor(id) {
		const waiting = this.#waiting.get(id);
		if (waiting === undefined) throw new Refusal("no-such-text");
		return waiting;
	}

	/** @param {string} id */
	#isPending(id) {
		return this.#pending.some((header) => header.id === id);
	}

	get #frames() {
		return this.#pending.map(({ frame }) => frame);
	}

	#forgetPending() {
		wipe(...this.#pending.map(({ key }) => key));
		this.#pending = [];
	}
}

/** @param {Uint8Array} body @param {Account} account @returns {Waiting["seal"]} */
const sealing =
	(body, { ikSecret }) =>
	(draft, epochKey) =>
		sealEntry(draft, body, { epochKey, ikSecret });

// The headers of one conversation, verified one after the other from epoch 0 (envelope.md, section 7).

import { checkHeader } from "./audit.js";
import { equal, toText } from "./bytes.js";
import { hashOfAad, hashOfBox } from "./chain.js";
import {
	checkFirst,
	checkNext,
	ehBytes,
	ehHashOf,
	headerFromFrame,
	memberOf,
	membersFromBytes,
	openWrap,
	REASON,
} from "./epoch.js";
import { grantIn, openGranted, verifyGrant } from "./grant.js";
import { EMPTY_KEY_LOG } from "./key-log.js";
import { ROLE } from "./people.js";
import { checkKept, Promises } from "./proven.js";
import { Refusal, Trouble } from "./refusal.js";
import { verify, wipe } from "./sodium.js";

export { memberOf } from "./epoch.js";

/** @import { Header, KeyRecord, Member } from "./shapes.d.ts" */
/**
 * @typedef {{header: Header, n: number, hash: Uint8Array, hAad: Uint8Array, hBox: Uint8Array, key: Uint8Array | null}} Epoch
 * @typedef {{accountId: Uint8Array, ekSeeds: Map<number, Uint8Array>}} Reader
 * @typedef {import("./key-log.js").KeyLog} KeyLog
 * @typedef {Map<string, KeyRecord[]>} People verified records by account id (text)
 * @typedef {{checkFirst: (e: Header) => void, checkNext: (e: Header, before: Header) => void}} Rules what one kind of conversation asks of its headers: those of a talk, or circle-rules.js
 * @typedef {(member: Member, day: number) => boolean} Behind whether the programme stood behind somebody on a day
 */

export class Headers {
	#log;
	#conv;
	#reader;
	#people;
	#agreementHash;
	#kept;
	#ownerId;
	#originHash;
	#behind;
	#rules;
	/** @type {Epoch[]} */
	#epochs = [];
	/** Promises that came after the one it began with. */
	promises = new Promises();
	/** What the owner lets others read of before. @type {import("./grant.js").Grant[]} */
	grants = [];
	/** Wraps of epochs to which this reader did not belong. @type {Map<number, Uint8Array>} */
	#keptWraps = new Map();

	/**
	 * @param {{conv: Uint8Array, ownerId: Uint8Array, originHash: Uint8Array, agreementHash: Uint8Array, kept: number | null, reader: Reader, people: People, log?: () => KeyLog | null, behind?: Behind | null, rules?: Rules}} about
	 * originHash = of the owner's record that the conversation's id is bound to; kept = how many months the promise says, null where it says nothing; log = the key log as it was read, null while it does not fit: then nothing is sent anyway; behind = null where the programme's words are not at hand
	 */
	constructor({ conv, ownerId, originHash, agreementHash, kept, reader, people, log, behind, rules }) {
		this.#rules = rules ?? OF_A_TALK;
		this.#log = log ?? nothingRead;
		this.#behind = behind ?? null;
		this.#conv = conv;
		this.#ownerId = ownerId;
		this.#originHash = originHash;
		this.#agreementHash = agreementHash;
		this.#kept = kept;
		this.#reader = reader;
		this.#people = people;
	}

	/** @returns {Epoch | undefined} */
	get newest() {
		return this.#epochs.at(-1);
	}

	/** The keys that opened, by the number of their epoch. @returns {{epoch: number, key: Uint8Array}[]} */
	get keys() {
		return this.#epochs.flatMap(({ header, key }) => (key === null ? [] : [{ epoch: header.epoch, key }]));
	}

	/** @param {number} epoch @returns {Epoch | undefined} */
	numbered(epoch) {
		return this.#epochs[epoch];
	}

	/** The header that takes number n in the chain. @param {number} n */
	at(n) {
		return this.#epochs.find((epoch) => epoch.n === n);
	}

	/** The number after which a member may read: 0, or what the header closes that let them in last. @param {Uint8Array} member */
	beginsAt(member) {
		const joined = this.#epochs.findLast(
			({ header }, i) => i > 0 && isIn(header, member) && !isIn(this.#epochs[i - 1]?.header, member),
		);
		return joined?.header.closedN ?? 0;
	}

	/** Everybody who ever belonged here, in the order they came. @returns {Uint8Array[]} */
	get everyone() {
		/** @type {Uint8Array[]} */
		const all = [];
		for (const { header } of this.#epochs)
			for (const { accountId } of header.members)
				if (!all.some((one) => equal(one, accountId))) all.push(accountId);
		return all;
	}

	/** From which day to which epochs reach; neighbours are one span. @param {number[]} epochs ascending @returns {{from: number, until: number}[]} */
	spansOf(epochs) {
		/** @type {{from: number, until: number, last: number}[]} */
		const spans = [];
		for (const epoch of epochs) {
			const [from, until] = [
				this.numbered(epoch)?.header.day ?? 0,
				this.numbered(epoch + 1)?.header.day ?? 0,
			];
			const before = spans.at(-1);
			if (before?.last === epoch - 1) Object.assign(before, { until, last: epoch });
			else spans.push({ from, until, last: epoch });
		}
		return spans.map(({ from, until }) => ({ from, until }));
	}

	/** @returns {readonly Epoch[]} from the first on */
	get all() {
		return this.#epochs;
	}

	/** Whether somebody belonged here at a number or before it. @param {Uint8Array} member @param {number} n */
	wasMember(member, n) {
		return this.#epochs.some(({ header, n: at }) => at <= n && isIn(header, member));
	}

	/** The header in force for the entry numbered n. @param {number} n */
	inForce(n) {
		return this.#epochs.findLast((epoch) => epoch.n < n);
	}

	/** Whose keys this HEAD names that are not known here, or null: they may be newer than what the house said. For a promise that is not known: of its author. @param {Record<string, any>} frame @returns {string | null} */
	newTo(frame) {
		const row = rowsIn(frame).find(({ accountId, krHash }) => {
			const records = this.#people.get(toText(accountId)) ?? [];
			return !records.some(({ hash }) => equal(hash, krHash));
		});
		if (row !== undefined) return toText(row.accountId);
		return this.#knowsPromiseOf(frame) ? null : toText(frame.authorId);
	}

	/** @param {Record<string, any>} frame */
	#knowsPromiseOf({ agreementHash, epoch }) {
		if (this.numbered(epoch) !== undefined || equal(agreementHash, this.#agreementHash)) return true;
		return this.promises.has(agreementHash);
	}

	/** Has this member mended a bad wrap on this day already? @param {Uint8Array} member @param {number} day */
	hasMended(member, day) {
		return this.#epochs.some(
			({ header }) =>
				header.reasonCode === REASON.BAD_WRAP && header.day === day && equal(header.authorId, member),
		);
	}

	/**
	 * Takes a HEAD frame: verified, its wrap opened. Trouble for one that breaks a rule.
	 * @param {Record<string, any>} frame @returns {Epoch}
	 */
	accept(frame) {
		const header = headerFromFrame(frame);
		const known = this.#epochs[header.epoch];
		const eh = ehBytes(header);
		const hash = ehHashOf(eh);
		if (known !== undefined) return this.#again(known, hash, frame);
		this.#check(header, frame);
		const author = this.#recordOf(header, header.authorId);
		asTrouble(() => verify(author.ik, eh, frame.ehSig));
		const log = this.#log();
		if (log !== null) checkHeader(log, header);
		const hBox = hashOfBox(frame.ehSig);
		const epoch = {
			header,
			n: frame.n,
			hash,
			hAad: hashOfAad(eh),
			hBox,
			key: this.#keyIn(header, frame.wrap),
		};
		this.#epochs.push(epoch);
		this.#keepWrap(header, frame.wrap);
		if (BRINGS_A_PROMISE.includes(header.reasonCode)) this.promises.beginOn(header.day);
		return epoch;
	}

	/** The keys a member signs with in an epoch. @param {Header} header @param {Uint8Array} accountId */
	recordOf(header, accountId) {
		return this.#recordOf(header, accountId);
	}

	wipe() {
		wipe(...this.#epochs.map(({ key }) => key));
		this.#epochs = [];
	}

	/** @param {Epoch} known @param {Uint8Array} hash @param {Record<string, any>} frame */
	#again(known, hash, frame) {
		const isSame =
			equal(known.hash, hash) && known.n === frame.n && equal(known.hBox, hashOfBox(frame.ehSig));
		if (!isSame) throw new Trouble("header");
		this.#keepWrap(known.header, frame.wrap);
		known.key ??= this.#keyIn(known.header, frame.wrap);
		for (const grant of this.grants) this.#openGranted(grant);
		return known;
	}

	/**
	 * Takes in what the owner lets somebody read; refused for anything else.
	 * @param {ReturnType<typeof import("./grant.js").grantJson>} body @param {Uint8Array} sender @param {Epoch} at in which it stands
	 */
	grant(body, sender, { header }) {
		if (!equal(sender, header.ownerId)) throw new Refusal("header");
		const grant = grantIn(body, this.#conv);
		const headers = this.#epochs.slice(0, header.epoch + 1).map((epoch) => epoch.header);
		verifyGrant(grant, { headers, owner: this.#recordOf(header, header.ownerId) });
		this.grants.push(grant);
		this.#openGranted(grant);
	}

	/** Stretches of numbers before this reader came, which their keys open: (after, up to). @returns {{n: number, upto: number}[]} */
	get granted() {
		const from = this.beginsAt(this.#reader.accountId);
		return this.#epochs.flatMap(({ n, key }, i) => {
			const upto = (this.#epochs[i + 1]?.n ?? 0) - 1;
			return key !== null && upto <= from && upto > n ? [{ n, upto }] : [];
		});
	}

	/** @param {import("./grant.js").Grant} grant */
	#openGranted(grant) {
		const mine = this.#people.get(toText(this.#reader.accountId)) ?? [];
		const record = mine.find(({ hash }) => equal(hash, grant.toKrHash));
		const seed = record === undefined ? undefined : this.#reader.ekSeeds.get(record.gen);
		if (seed === undefined || !equal(grant.toId, this.#reader.accountId)) return;
		for (const [epoch] of grant.epochs) {
			const [known, kept] = [this.#epochs[epoch], this.#keptWraps.get(epoch)];
			if (known === undefined || kept === undefined) continue;
			known.key ??= orNull(() => openGranted(grant, known.header, kept, seed));
		}
	}

	/** @param {Header} header @param {Uint8Array} wrapped */
	#keepWrap(header, wrapped) {
		const isMine = memberOf(header, this.#reader.accountId) !== undefined;
		if (!isMine && wrapped.length > 0) this.#keptWraps.set(header.epoch, wrapped);
	}

	/** @param {Header} header @param {Record<string, any>} frame */
	#check(header, frame) {
		const before = this.newest;
		const isHere = equal(header.conv, this.#conv) && equal(frame.conv, this.#conv);
		if (!isHere || frame.n !== header.closedN + 1 || header.epoch !== this.#epochs.length)
			throw new Trouble("header");
		if (!equal(header.ownerId, this.#ownerId)) throw new Trouble("header");
		asTrouble(() =>
			before === undefined ? this.#rules.checkFirst(header) : this.#rules.checkNext(header, before.header),
		);
		for (const member of header.members) this.#checkMember(member, before, header.day);
		if (before === undefined) this.#checkOrigin(header);
		else if (header.reasonCode === REASON.PROMISED) this.promises.checkChanged(header, before.header);
	}

	/** The promise is the one that was shown, or, where an earlier conversation goes on, one that was proven. @param {Header} header */
	#checkFirstPromise(header) {
		if (equal(header.agreementHash, this.#agreementHash)) return checkKept(header, this.#kept);
		if (header.reasonCode !== REASON.CONTINUES) throw new Trouble("header");
		return this.promises.checkBegun(header);
	}

	/** A conversation's id is bound to the keys with which its owner began it. @param {Header} header */
	#checkOrigin(header) {
		const owner = memberOf(header, this.#ownerId);
		if (owner === undefined || !equal(owner.krHash, this.#originHash)) throw new Trouble("header");
		this.#checkFirstPromise(header);
	}

	/** A member's keys are verified ones, and only ever move on; the programme stands behind whoever joins. @param {Member} member @param {Epoch | undefined} before @param {number} day */
	#checkMember(member, before, day) {
		const records = this.#people.get(toText(member.accountId)) ?? [];
		const now = records.findIndex(({ hash }) => equal(hash, member.krHash));
		const row = before?.header.members.find(({ accountId }) => equal(accountId, member.accountId));
		const then = row === undefined ? 0 : records.findIndex(({ hash }) => equal(hash, row.krHash));
		if (now < 0 || now < then) throw new Trouble("header");
		if (this.#needsWord(member, row, before) && this.#behind?.(member, day) === false)
			throw new Trouble("header");
	}

	/** Whoever joins or comes to lead needs the programme's word; nobody to be a client or to lead no more, and who began a talk was looked at then. @param {Member} member @param {Member | undefined} then @param {Epoch | undefined} before */
	#needsWord({ role }, then, before) {
		if (role === ROLE.CLIENT || role === then?.role || (then !== undefined && role === ROLE.SPECIALIST))
			return false;
		return before !== undefined || this.#rules !== OF_A_TALK;
	}

	/** @param {Header} header @param {Uint8Array} accountId @returns {KeyRecord} */
	#recordOf(header, accountId) {
		const member = memberOf(header, accountId);
		const records = this.#people.get(toText(accountId)) ?? [];
		const record = records.find(({ hash }) => member !== undefined && equal(hash, member.krHash));
		if (record === undefined) throw new Trouble("member");
		return record;
	}

	/** The epoch key, or null when no good wrap came. @param {Header} header @param {Uint8Array} wrapped */
	#keyIn(header, wrapped) {
		const me = this.#reader.accountId;
		const member = memberOf(header, me);
		if (member === undefined) return null;
		const seed = this.#reader.ekSeeds.get(this.#recordOf(header, me).gen);
		return seed === undefined ? null : orNull(() => openWrap(header, wrapped, member, seed));
	}
}

/** The members a HEAD names; none where it is malformed, which is said when it is taken. @param {Record<string, any>} frame */
function rowsIn(frame) {
	try {
		return membersFromBytes(frame.members);
	} catch {
		return [];
	}
}

/** @param {Header | undefined} header @param {Uint8Array} member */
const isIn = (header, member) => header !== undefined && memberOf(header, member) !== undefined;

/** @template T @param {() => T} deed @returns {T | null} */
function orNull(deed) {
	try {
		return deed();
	} catch {
		return null;
	}
}

/** @type {Rules} */
const OF_A_TALK = { checkFirst, checkNext };
const nothingRead = () => EMPTY_KEY_LOG;
/** @type {number[]} */
const BRINGS_A_PROMISE = [REASON.BEGIN, REASON.CONTINUES, REASON.PROMISED];

/** @param {() => void} check */
function asTrouble(check) {
	try {
		check();
	} catch {
		throw new Trouble("header");
	}
}

// Epoch headers: who reads from here on, and with which key (envelope.md, section 7).

import { compare, concat, equal, fromLe64, fromText, le64, sized, ZEROS32 } from "./bytes.js";
import { chainStart } from "./chain.js";
import { h, kdf, labelled } from "./hash.js";
import { ROLE } from "./people.js";
import { Refusal } from "./refusal.js";
import { sign, unwrap, wrap } from "./sodium.js";

/** @import { Header, KeyRecord, Member } from "./shapes.d.ts" */
/** @typedef {{accountId: Uint8Array, wrap: Uint8Array}} Wrap */

export const ONE_TO_ONE = 1;
export const CIRCLE = 2;
export const REASON = Object.freeze({
	BEGIN: 1,
	AGE: 2,
	COUNT: 3,
	KEY_CHANGED: 5,
	BAD_WRAP: 6,
	ADDED: 7,
	CONTINUES: 8,
	PROMISED: 9,
	REMOVED: 10,
});
/** Somebody left a circle, as they said themselves. */
export const WENT = 14;
/** @type {number[]} */
const SAME_READERS = [REASON.AGE, REASON.COUNT, REASON.KEY_CHANGED, REASON.BAD_WRAP, REASON.PROMISED];
/** @type {number[]} */
export const OTHER_READERS = [REASON.ADDED, REASON.REMOVED];
const LONGEST_RETENTION = 24;
export const MOST_MEMBERS = 3;
const ROW = 16 + 32 + 8;

/** SHA-256 of nothing: from before the key log, or an author who has read nothing of it. */
export const EMPTY_LOG = fromText("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", 32);

/** @param {number} kind @param {Uint8Array} ownerId @param {Uint8Array} ownerKrHash @param {Uint8Array} rand */
export const convIdOf = (kind, ownerId, ownerKrHash, rand) =>
	h("pse1/conv", kind, sized(ownerId, 16), sized(ownerKrHash, 32), sized(rand, 16)).slice(0, 16);

/** @param {Member[]} members */
const membersPae = (members) =>
	labelled(
		"pse1/members",
		...members.map((m) => labelled("pse1/member", sized(m.accountId, 16), sized(m.krHash, 32), m.role)),
	);

/** @param {Header} e @returns {import("./bytes.js").Piece[]} */
const beforeWraps = (e) => [
	sized(e.conv, 16),
	e.kind,
	e.epoch,
	sized(e.prevEhHash, 32),
	e.closedN,
	sized(e.closedH, 32),
	sized(e.ownerId, 16),
	sized(e.authorId, 16),
	e.retention,
	sized(e.agreementHash, 32),
	membersPae(e.members),
	sized(e.kc, 32),
];

/** @param {Header} e @returns {import("./bytes.js").Piece[]} */
const afterWraps = (e) => [e.logSize, sized(e.logRoot, 32), e.day, e.reasonCode];

/** EH, what the author signs. @param {Header} e */
export const ehBytes = (e) =>
	labelled("pse1/epoch", ...beforeWraps(e), sized(e.wrapsHash, 32), ...afterWraps(e));

/** @param {Header} e */
export const contextOf = (e) => h("pse1/eh-context", ...beforeWraps(e), ...afterWraps(e));

/** @param {Uint8Array} eh of ehBytes */
export const ehHashOf = (eh) => h("pse1/eh", eh);

/** @param {Uint8Array} epochKey @param {Uint8Array} conv @param {number} epoch */
export const kcOf = (epochKey, conv, epoch) => kdf(epochKey, 32, "pse1/ekc", conv, epoch);

/** @param {Wrap[]} wraps ascending by id */
export const wrapsHashOf = (wraps) =>
	h("pse1/wraps", ...wraps.flatMap(({ accountId, wrap: box }) => [accountId, box]));

/** @param {Member} member @param {Header} e */
const wrapContext = (member, e) => h("pse1/wrap", "epoch", member.accountId, member.krHash, contextOf(e));

/**
 * Fills in kc, wraps and wraps_hash, and signs.
 * @param {Omit<Header, "kc" | "wrapsHash">} draft
 * @param {{epochKey: Uint8Array, records: KeyRecord[], ikSecret: Uint8Array}} by one record for each member
 */
export function makeHeader(draft, { epochKey, records, ikSecret }) {
	const keyed = { ...draft, kc: kcOf(epochKey, draft.conv, draft.epoch), wrapsHash: ZEROS32 };
	const wraps = keyed.members.map((member) => wrapFor(member, keyed, epochKey, records));
	const header = { ...keyed, wrapsHash: wrapsHashOf(wraps) };
	const eh = ehBytes(header);
	return { header, eh, ehHash: ehHashOf(eh), sig: sign(ikSecret, eh), wraps };
}

/** @param {Member} member @param {Header} e @param {Uint8Array} epochKey @param {KeyRecord[]} records @returns {Wrap} */
function wrapFor(member, e, epochKey, records) {
	const record = records.find(({ hash }) => equal(hash, member.krHash));
	if (record === undefined) throw new Refusal("not-verified");
	return { accountId: member.accountId, wrap: wrap(record.ek, concat(wrapContext(member, e), epochKey)) };
}

/**
 * The epoch key in a member's own wrap; `not-opened` if it was made for another header, reader or key.
 * @param {Header} e @param {Uint8Array} wrapped @param {Member} member @param {Uint8Array} ekSeed
 */
export function openWrap(e, wrapped, member, ekSeed) {
	const text = unwrap(ekSeed, wrapped);
	const epochKey = text.slice(32);
	if (text.length !== 64 || !equal(text.subarray(0, 32), wrapContext(member, e)))
		throw new Refusal("not-opened");
	if (!equal(kcOf(epochKey, e.conv, e.epoch), e.kc)) throw new Refusal("not-opened");
	return epochKey;
}

/** @param {Header} e refused unless it could be epoch 0 */
export function checkFirst(e) {
	checkShape(e);
	checkBegins(e);
	need(e.reasonCode === REASON.BEGIN || e.reasonCode === REASON.CONTINUES);
	need(e.members.length === 2);
}

/** @param {Header} e refused unless it begins a chain by its owner's hand */
export function checkBegins(e) {
	need(e.epoch === 0 && equal(e.prevEhHash, ZEROS32));
	need(e.closedN === 0 && equal(e.closedH, chainStart(e.conv)));
	need(equal(e.authorId, e.ownerId));
}

/** @param {Header} e @param {Header} before refused unless `e` could follow */
export function checkNext(e, before) {
	checkShape(e);
	checkFollows(e, before);
	if (OTHER_READERS.includes(e.reasonCode)) checkOtherReaders(e, before);
	else {
		need(SAME_READERS.includes(e.reasonCode));
		checkSameReaders(e, before);
	}
}

/** @param {Header} e @param {Header} before refused unless `e` goes on where it stands */
export function checkFollows(e, before) {
	need(e.epoch === before.epoch + 1 && equal(e.prevEhHash, ehHashOf(ehBytes(before))));
	need(e.closedN > before.closedN && e.day >= before.day);
	need(equal(e.conv, before.conv) && e.kind === before.kind && equal(e.ownerId, before.ownerId));
	const hasChanged = !equal(e.agreementHash, before.agreementHash);
	need(hasChanged === (e.reasonCode === REASON.PROMISED));
	need(hasChanged || e.retention === before.retention);
	need(e.logSize > before.logSize || (e.logSize === before.logSize && equal(e.logRoot, before.logRoot)));
	need(memberOf(before, e.authorId) !== undefined);
}

/** @param {Header} e @param {Header} before refused where somebody came, went or got another role */
export function checkSameReaders(e, before) {
	need(e.members.length === before.members.length);
	for (const [i, row] of e.members.entries()) {
		const then = /** @type {Member} */ (before.members[i]);
		need(equal(row.accountId, then.accountId) && row.role === then.role);
		need(equal(row.krHash, then.krHash) || e.reasonCode === REASON.KEY_CHANGED);
	}
}

/** The owner alone adds one, or takes some away and brings in one at most. @param {Header} e @param {Header} before */
function checkOtherReaders(e, before) {
	need(equal(e.authorId, e.ownerId));
	const came = e.members.filter((row) => memberOf(before, row.accountId) === undefined).length;
	const went = before.members.filter((row) => memberOf(e, row.accountId) === undefined).length;
	need(e.reasonCode === REASON.ADDED ? came === 1 && went === 0 : went > 0 && came <= 1);
	for (const row of e.members) {
		const then = memberOf(before, row.accountId) ?? row;
		need(equal(row.krHash, then.krHash) && row.role === then.role);
	}
}

/** @param {Header} header @param {Uint8Array} accountId */
export const memberOf = (header, accountId) =>
	header.members.find((member) => equal(member.accountId, accountId));

/** @param {Header} e */
function checkShape(e) {
	need(e.kind === ONE_TO_ONE);
	checkCommon(e);
	need(e.members.length >= 2 && e.members.length <= MOST_MEMBERS);
	need(
		e.members.every(
			({ accountId, role }) => role === (equal(accountId, e.ownerId) ? ROLE.CLIENT : ROLE.SPECIALIST),
		),
	);
	need(e.members.some(({ accountId }) => equal(accountId, e.ownerId)));
}

/** @param {Header} e refused unless it holds what every kind has to */
export function checkCommon(e) {
	need(e.retention <= LONGEST_RETENTION);
	need((e.logSize === 0) === equal(e.logRoot, EMPTY_LOG));
	need(e.members.every((row, i) => i === 0 || compare(idAt(e, i - 1), row.accountId) < 0));
	need(memberOf(e, e.authorId) !== undefined);
}

/** @param {Header} e @param {number} i */
const idAt = (e, i) => /** @type {Member} */ (e.members[i]).accountId;

/** @param {boolean} holds */
export function need(holds) {
	if (!holds) throw new Refusal("header");
}

/** @param {Member[]} members @returns {Uint8Array} as frames carry them */
export const membersToBytes = (members) =>
	concat(...members.map((m) => concat(m.accountId, m.krHash, le64(m.role))));

/** @param {Uint8Array} bytes @returns {Member[]} */
export function membersFromBytes(bytes) {
	if (bytes.length % ROW !== 0) throw new Refusal("malformed", "members");
	return Array.from({ length: bytes.length / ROW }, (_, i) => {
		const row = bytes.slice(i * ROW, (i + 1) * ROW);
		return { accountId: row.slice(0, 16), krHash: row.slice(16, 48), role: fromLe64(row.slice(48)) };
	});
}

/** @param {Wrap[]} wraps */
export const wrapsToBytes = (wraps) =>
	concat(...wraps.map(({ accountId, wrap: box }) => concat(accountId, box)));

/** @param {Record<string, any>} frame HEAD or HEADER, decoded @returns {Header} */
export function headerFromFrame(frame) {
	const { kind, epoch, prevEhHash, closedN, closedH, ownerId, authorId, retention, agreementHash } = frame;
	const { kc, wrapsHash, logSize, logRoot, day, reasonCode } = frame;
	const members = membersFromBytes(frame.members);
	const begin = {
		conv: frame.headerConv ?? frame.conv,
		kind,
		epoch,
		prevEhHash,
		closedN,
		closedH,
		ownerId,
		authorId,
	};
	return { ...begin, retention, agreementHash, members, kc, wrapsHash, logSize, logRoot, day, reasonCode };
}

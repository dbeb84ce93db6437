// A history grant: the owner lets a member read epochs from before (P16).

import { concat, equal, fromText, pae, sized, toText } from "./bytes.js";
import { ehBytes, ehHashOf, kcOf } from "./epoch.js";
import { h, labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { fieldsOf } from "./strict-json.js";
import { sign, unwrap, verify, wrap } from "./sodium.js";

/** @import { Header, KeyRecord } from "./shapes.d.ts" */
/** @typedef {{conv: Uint8Array, atEhHash: Uint8Array, toId: Uint8Array, toKrHash: Uint8Array, epochs: [number, Uint8Array][], sig: Uint8Array}} Grant */

/** What the owner signs. @param {Grant} grant */
export const grantBytes = ({ conv, atEhHash, toId, toKrHash, epochs }) =>
	labelled(
		"pse1/grant",
		sized(conv, 16),
		sized(atEhHash, 32),
		sized(toId, 16),
		sized(toKrHash, 32),
		pae(...epochs.flatMap(([epoch, eh]) => [epoch, sized(eh, 32)])),
	);

/** The owner lets a member read. @param {Omit<Grant, "sig">} draft @param {Uint8Array} ikSecret @returns {Grant} */
export function signGrant(draft, ikSecret) {
	const grant = { ...draft, sig: new Uint8Array(64) };
	return { ...grant, sig: sign(ikSecret, grantBytes(grant)) };
}

/** Its own fields, as a body carries them. @param {Grant} grant */
export const grantJson = ({ atEhHash, epochs, toId, toKrHash, sig }) => ({
	at: toText(atEhHash),
	epochs: epochs.map(([epoch, eh]) => ({ eh: toText(eh), epoch })),
	kr: toText(toKrHash),
	sig: toText(sig),
	t: "grant",
	to: toText(toId),
});

/** The grant in a body, for the conversation it stands in. @param {ReturnType<typeof grantJson>} body @param {Uint8Array} conv @returns {Grant} */
export const grantIn = ({ at, epochs, kr, to, sig }, conv) => ({
	conv,
	atEhHash: fromText(at, 32),
	toId: fromText(to, 16),
	toKrHash: fromText(kr, 32),
	epochs: epochs.map((row) => {
		const { eh, epoch } = fieldsOf(row, { eh: "text", epoch: "int" });
		return [epoch, fromText(eh, 32)];
	}),
	sig: fromText(sig, 64),
});

/**
 * Refused unless the owner lets a member of the newest header read epochs before it.
 * @param {Grant} grant @param {{headers: Header[], owner: KeyRecord}} known valid headers from epoch 0 on; the record the newest names for its owner
 */
export function verifyGrant(grant, { headers, owner }) {
	const at = /** @type {Header} */ (headers.at(-1));
	need(equal(grant.conv, at.conv) && equal(grant.atEhHash, hashOf(at)));
	const [mine, theirs] = [at.ownerId, grant.toId].map((id) =>
		at.members.find(({ accountId }) => equal(accountId, id)),
	);
	need(mine !== undefined && equal(mine.accountId, owner.accountId) && equal(mine.krHash, owner.hash));
	need(theirs !== undefined && theirs !== mine && equal(theirs.krHash, grant.toKrHash));
	checkEpochs(grant, headers.slice(0, -1));
	verify(owner.ik, grantBytes(grant), grant.sig);
}

/**
 * The key of one granted epoch, for the one it is granted to; it lives with the other wraps.
 * @param {Grant} grant @param {Header} header @param {Uint8Array} epochKey @param {KeyRecord} record
 */
export function wrapGranted(grant, header, epochKey, { accountId, hash, ek }) {
	need(equal(accountId, grant.toId) && equal(hash, grant.toKrHash));
	return wrap(ek, concat(contextOf(grant, header), sized(epochKey, 32)));
}

/** @param {Grant} grant @param {Header} header @param {Uint8Array} wrapped @param {Uint8Array} ekSeed */
export function openGranted(grant, header, wrapped, ekSeed) {
	const text = unwrap(ekSeed, wrapped);
	const epochKey = text.slice(32);
	const fits = text.length === 64 && equal(text.subarray(0, 32), contextOf(grant, header));
	if (!fits || !equal(kcOf(epochKey, header.conv, header.epoch), header.kc)) throw new Refusal("not-opened");
	return epochKey;
}

/** @param {Grant} grant @param {Header[]} before */
function checkEpochs({ epochs }, before) {
	need(epochs.length > 0);
	need(epochs.every(([epoch], i) => i === 0 || (epochs[i - 1]?.[0] ?? epoch) < epoch));
	for (const [epoch, eh] of epochs) {
		const header = before.find((one) => one.epoch === epoch);
		need(header !== undefined && equal(hashOf(header), eh));
	}
}

/** @param {Grant} grant @param {Header} header */
function contextOf(grant, header) {
	const eh = hashOf(header);
	need(grant.epochs.some(([epoch, hash]) => epoch === header.epoch && equal(hash, eh)));
	const of = h("pse1/grant-context", grantBytes(grant), header.epoch);
	return h("pse1/wrap", "grant", grant.toId, grant.toKrHash, of);
}

/** @param {Header} header */
const hashOf = (header) => ehHashOf(ehBytes(header));

/** @param {boolean} holds @returns {asserts holds} */
function need(holds) {
	if (!holds) throw new Refusal("header");
}

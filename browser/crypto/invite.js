// Invites: one link or picture by which two people know each other at once (envelope.md, section 15). Pure functions.

import { concat, equal, fromText, sized, toText } from "./bytes.js";
import { h, h16, kdf } from "./hash.js";
import { Refusal } from "./refusal.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {{how: number, inv: Uint8Array, key: Uint8Array, who: Uint8Array, house: Uint8Array}} Invite what a link carries behind its #, and no server ever sees */
/** @typedef {{accountId: Uint8Array, krHash: Uint8Array, conv: Uint8Array}} Newcomer who came by it: the record their conversation is bound to */

export const HOW = Object.freeze({ LINK: 1, PERSON: 2 });
export const DAYS = 7;
const PART = 16;
const SIZE = 1 + 4 * PART;

/** By these 16 bytes a newcomer knows a specialist. @param {Uint8Array} home @param {KeyRecord} lock the record with which their lock began */
export const whoOf = (home, lock) => h16("pse1/invite-who", sized(home, 16), lock.accountId, lock.hash);

/** By these 16 bytes a newcomer knows the programme itself (P4). @param {{home: Uint8Array, roster: Uint8Array, log: Uint8Array}} programme */
export const houseOf = ({ home, roster, log }) =>
	h16("pse1/invite-house", sized(home, 16), sized(roster, 32), sized(log, 32));

/** @param {Invite} invite @returns {string} the text behind the # of the link */
export function writeInvite({ how, inv, key, who, house }) {
	const parts = [inv, key, who, house].map((part) => sized(part, PART));
	return toText(concat(Uint8Array.of(checkedHow(how)), ...parts));
}

/** @param {unknown} text @returns {Invite} */
export function readInvite(text) {
	const raw = fromText(text, SIZE);
	const part = (/** @type {number} */ i) => raw.slice(1 + i * PART, 1 + (i + 1) * PART);
	return { how: checkedHow(raw[0]), inv: part(0), key: part(1), who: part(2), house: part(3) };
}

/** Refuses an invite of another programme, or of somebody else. @param {Invite} invite @param {{house: Uint8Array, who?: Uint8Array}} expected */
export function checkInvite(invite, { house, who }) {
	if (!equal(invite.house, house)) throw new Refusal("invite-house");
	if (who !== undefined && !equal(invite.who, who)) throw new Refusal("invite-other");
}

/** What a newcomer hands in with the ask: only who has the invite can make it. @param {Invite} invite @param {Newcomer} newcomer @param {Uint8Array} home */
export const bindOf = (invite, newcomer, home) =>
	kdf(secretOf(invite), 32, "pse1/invite-bind", ...context(invite, newcomer, home));

/** What the specialist hands in with the yes, once the bind was right. @param {Invite} invite @param {Newcomer} newcomer @param {Uint8Array} home */
export const yesOf = (invite, newcomer, home) =>
	kdf(secretOf(invite), 32, "pse1/invite-yes", ...context(invite, newcomer, home));

/** @param {Invite} invite */
const secretOf = ({ key }) => h("pse1/invite", sized(key, PART));

/** @param {Invite} invite @param {Newcomer} newcomer @param {Uint8Array} home @returns {(Uint8Array | number)[]} */
const context = ({ how, inv, who }, { accountId, krHash, conv }, home) => [
	sized(home, 16),
	sized(inv, 16),
	checkedHow(how),
	sized(conv, 16),
	sized(accountId, 16),
	sized(krHash, 32),
	sized(who, PART),
];

/** @param {number | undefined} how */
export function checkedHow(how) {
	if (how !== HOW.LINK && how !== HOW.PERSON) throw new Refusal("malformed", "how");
	return how;
}

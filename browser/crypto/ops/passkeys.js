// A passkey as a way in. What an authenticator answers comes from the page, which cannot do without it, and stays here.

import { makeSlot, SLOT } from "../account.js";
import { fromText, toText, ZEROS16 } from "../bytes.js";
import { passkeyAuth, passkeyKek, passkeyKey, passkeySalt } from "../passkey.js";
import { Refusal } from "../refusal.js";
import { random, wipe } from "../sodium.js";
import { readSpare } from "../spare.js";
import { comes } from "./changes.js";

/** @typedef {import("../sealed-core.js").Core} Core */

const ANSWER = 32;

/** What a passkey is asked, before anybody is here. @param {Core} core */
export const passkeyQuestion = ({ programme }) => ({ salt: toText(passkeySalt(programme.home)) });

/**
 * Before one is made: a code that was mistyped is told now, and one that was made and not yet taken is used.
 * @param {Core} core @param {{code?: string}} args
 */
export function beginPasskey(core, { code }) {
	const { programme, passkey, place } = core;
	if (code !== undefined) wipe(readSpare(code));
	const slotId = passkey?.slotId ?? random(16);
	const about = { salt: toText(passkeySalt(programme.home)), username: place.username };
	return { slot_id: toText(slotId), ...about, made: passkey !== null };
}

/** @param {Core} core @param {{slot_id: string, prf: ArrayBuffer}} args handed over, not copied */
export function keepPasskey(core, { slot_id, prf }) {
	const slotId = fromText(slot_id, 16);
	// Nobody is in: nothing is kept.
	core.place;
	core.holdPasskey({ slotId, key: passkeyKey(answerIn(prf), core.programme.home, slotId) });
	return {};
}

/** @param {Core} core @param {import("./changes.js").About} args */
export function addPasskey(core, { code, ...about }) {
	const { programme, place, passkey } = core;
	if (passkey === null) throw new Refusal("malformed");
	const { slotId, key } = passkey;
	const bound = { home: programme.home, username: place.username, slotId };
	const kek = passkeyKek(key, bound);
	const way = { ...bound, accountId: place.accountId, type: SLOT.PASSKEY, g: place.g, salt: ZEROS16 };
	const slot = makeSlot(kek, place.ark, way);
	wipe(kek);
	const auth = passkeyAuth(key, programme.home, slotId);
	return { slot_id: slot.slot_id, payload: comes(core, { slot, auth, about, code }) };
}

/** @param {Core} core @param {{slot_id: string, prf: ArrayBuffer}} args handed over, not copied */
export function startPasskey(core, { slot_id, prf }) {
	const { home } = core.programme;
	const slotId = fromText(slot_id, 16);
	const kek = passkeyKey(answerIn(prf), home, slotId);
	core.lock();
	// Whose place it is, the server says; only that name makes the key that opens it.
	core.comingIn = { username: "", type: SLOT.PASSKEY, kek, slotId };
	return { auth: toText(passkeyAuth(kek, home, slotId)) };
}

/** @param {unknown} prf */
function answerIn(prf) {
	if (!(prf instanceof ArrayBuffer) || prf.byteLength !== ANSWER) throw new Refusal("malformed");
	return new Uint8Array(prf);
}

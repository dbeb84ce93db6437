// New ways in: new words and a new spare code after the old code was used, or only a fresh spare code.

import { makeSlot, SLOT, slotSalt, spareKeys } from "../account.js";
import { toText } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { takeOver } from "../remembered.js";
import { random, wipe } from "../sodium.js";
import { writeSpare } from "../spare.js";
import { ascending } from "../rows.js";
import { PART } from "../state.js";
import { slotRows, stretched } from "../ways.js";

/** @import { MeJson, SlotJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Place} Place */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */

/** @param {Core} core @param {{words: string | string[], day?: number}} args @param {Stretch} stretch */
export async function renewWays(core, { words, day = 0 }, stretch) {
	const { auth, kek } = await stretched(core, core.place.username, words, stretch);
	const wordsSlot = newSlot(core, SLOT.WORDS, kek);
	const spare = newSpare(core);
	wipe(kek);
	const state = stateWith(core, slotRows([wordsSlot, spare.slot], { day }));
	return { payload: { words: { slot: wordsSlot, auth: toText(auth) }, spare, state } };
}

/** @param {Core} core @param {{words: string | string[], day?: number}} args @param {Stretch} stretch */
export async function freshSpare(core, { words, day = 0 }, stretch) {
	const { auth, kek } = await stretched(core, core.place.username, words, stretch);
	wipe(kek);
	const spare = newSpare(core);
	const kept = core.place.book
		.part(PART.TRUST)
		.slots.filter((/** @type {any} */ row) => row.type !== SLOT.SPARE);
	const state = stateWith(core, ascending([...kept, ...slotRows([spare.slot], { day })], "slot_id"));
	return { payload: { ...spare, words_auth: toText(auth), state } };
}

/** The server took the new ways in. @param {Core} core @param {{me: MeJson}} args */
export function renewed(core, { me }) {
	const { place } = core;
	if (core.nextSpare === null || me.account_id !== place.id) throw new Refusal("keys-other");
	takeOver(core, me.state);
	place.roles = me.roles;
	wipe(core.spare);
	core.spare = core.nextSpare;
	core.nextSpare = null;
	return { account_id: place.id, roles: place.roles };
}

/** @param {Core} core */
export function spareCode(core) {
	if (core.spare === null) throw new Refusal("spare-gone");
	return { code: writeSpare(core.spare) };
}

/** @param {Core} core */
export function spareSeen(core) {
	wipe(core.spare);
	core.spare = null;
	return {};
}

/** @param {Core} core @returns {{slot: SlotJson, auth: string}} */
const newSpare = (core) => newSpareOf(core, core.place);

/** For this place, which may be one that is only being made. @param {Core} core @param {Place} place */
export function newSpareOf(core, place) {
	const { home } = core.programme;
	const secret = random(16);
	const { auth, kek } = spareKeys(secret, home, place.username);
	const slot = newSlotOf(home, place, SLOT.SPARE, kek);
	wipe(core.nextSpare, kek);
	core.nextSpare = secret;
	return { slot, auth: toText(auth) };
}

/** @param {Core} core @param {number} type @param {Uint8Array} kek */
export const newSlot = ({ programme, place }, type, kek) => newSlotOf(programme.home, place, type, kek);

/** @param {Uint8Array} home @param {Place} place @param {number} type @param {Uint8Array} kek */
export function newSlotOf(home, { accountId, g, ark, username }, type, kek) {
	return makeSlot(kek, ark, { home, accountId, type, g, salt: slotSalt(type, home, username) });
}

/** The next state, in which only the ways in differ until the server took it. @param {Core} core @param {unknown[]} slots */
export function stateWith({ place: { book } }, slots) {
	return book.draftWith(PART.TRUST, { ...book.part(PART.TRUST), slots });
}

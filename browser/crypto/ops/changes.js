// Adding, removing and exchanging ways in: with the spare code at once, without it after some days (api.md).

import { makeSlot, SLOT, spareKeys } from "../account.js";
import { fromText, toText } from "../bytes.js";
import { deviceKeys, deviceSlotSalt } from "../device.js";
import { Refusal } from "../refusal.js";
import { takeOver } from "../remembered.js";
import { random, wipe } from "../sodium.js";
import { readSpare, writeSpare } from "../spare.js";
import { ascending } from "../rows.js";
import { PART } from "../state.js";
import { slotRows, stretched } from "../ways.js";
import { newSlot, stateWith } from "./ways-in.js";

/** @import { ChangeJson, MeJson, SlotJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */
/** @typedef {{day: number, hash: string, name: string, slot_id: string, type: number}} Row */
/** @typedef {{name?: string, day?: number, code?: string}} About what its owner calls it, today, the spare code as typed */

const KIND = Object.freeze({ ADD: 1, REMOVE: 2, WORDS: 3, ALONG: 4 });
const LONGEST_NAME = 40;

/** @param {Core} core @param {About & {secret: string, pin?: string | null}} args @param {Stretch} stretch */
export async function addDevice(core, { secret, pin = null, code, ...about }, stretch) {
	const { programme, place } = core;
	const bound = { home: programme.home, username: place.username, slotId: random(16) };
	const { auth, kek } = await deviceKeys(fromText(secret, 32), pin, bound, stretch);
	const salt = deviceSlotSalt(bound, pin !== null);
	const way = { ...bound, accountId: place.accountId, type: SLOT.DEVICE, g: place.g, salt };
	const slot = makeSlot(kek, place.ark, way);
	wipe(kek);
	return { slot_id: slot.slot_id, payload: comes(core, { slot, auth, about, code }) };
}

/** Another spare code, to be given to somebody. @param {Core} core @param {About} args */
export function addSpare(core, { code, ...about }) {
	const secret = random(16);
	const { auth, kek } = spareKeys(secret, core.programme.home, core.place.username);
	const slot = newSlot(core, SLOT.SPARE, kek);
	wipe(core.given, kek);
	core.given = secret;
	return { slot_id: slot.slot_id, payload: comes(core, { slot, auth, about, code }) };
}

/** @param {Core} core @param {{words: string | string[], day?: number, code?: string}} args @param {Stretch} stretch */
export async function changeWords(core, { words, code, ...about }, stretch) {
	const { auth, kek } = await stretched(core, core.place.username, words, stretch);
	const slot = newSlot(core, SLOT.WORDS, kek);
	wipe(kek);
	return { slot_id: slot.slot_id, payload: comes(core, { slot, auth, about, code }) };
}

/** @param {Core} core @param {{slot_id: string, code?: string}} args */
export function removeWay(core, { slot_id, code }) {
	const kept = rowsOf(core).filter((row) => row.slot_id !== slot_id);
	return { payload: asked(core, { kind: KIND.REMOVE, slot_id }, kept, code) };
}

/** Taking one's things along changes no way in; it wants the card like one that does, or waits. @param {Core} core @param {{code?: string}} args */
export function askAlong(core, { code }) {
	const proof = spareProof(core, code);
	const wish = { kind: KIND.ALONG, slot_id: toText(random(16)) };
	return { payload: proof === null ? wish : { ...wish, spare_auth: proof } };
}

/** What has waited for its day is done: the state that remembers it. @param {Core} core @param {{change: ChangeJson, day?: number, name?: string}} args */
export function finishChange(core, { change: { slot_id, kind, type, hash }, day = 0, name = "" }) {
	const kept = rowsOf(core).filter((row) => row.slot_id !== slot_id);
	if (kind === KIND.REMOVE) return { payload: { slot_id, state: stateOf(core, kept) } };
	const row = { day, hash: toText(fromText(hash, 32)), name: checkedName(name), slot_id, type };
	return { payload: { slot_id, state: stateOf(core, withRow(kept, row)) } };
}

/** The server took it, or lets it wait. @param {Core} core @param {{me: MeJson}} args */
export function wayChanged(core, { me }) {
	const { place } = core;
	if (me.account_id !== place.id) throw new Refusal("keys-other");
	takeOver(core, me.state);
	core.passkeyTaken([...me.slots, ...(me.changes ?? [])].map(({ slot_id }) => slot_id));
	return ways(core, { me });
}

/** Every way in that the server keeps, with what the state knows of it. @param {Core} core @param {{me: MeJson}} args */
export function ways(core, { me }) {
	const known = new Map(rowsOf(core).map((row) => [row.slot_id, row]));
	return {
		ways: me.slots.map(({ slot_id, type, hash, profile = 0, suspended = false }) => {
			const row = known.get(slot_id);
			const about = row?.hash === hash ? { name: row.name, day: row.day } : { name: "", day: 0 };
			const has = { pin: type === SLOT.DEVICE && profile !== 0, suspended };
			return { slot_id, type, known: row?.hash === hash, ...has, ...about };
		}),
	};
}

/** The person has read that a way in is gone: it is not missed any more. @param {Core} core @param {{me: MeJson}} args */
export function forgetGone(core, { me }) {
	const listed = new Set(me.slots.map(({ slot_id }) => slot_id));
	const { book } = core.place;
	const slots = rowsOf(core).filter((row) => listed.has(row.slot_id));
	book.change(PART.TRUST, { ...book.part(PART.TRUST), slots });
	return {};
}

/** The code that was made to be given away. @param {Core} core */
export function givenCode({ given }) {
	if (given === null) throw new Refusal("spare-gone");
	return { code: writeSpare(given) };
}

/** @param {Core} core */
export function givenSeen(core) {
	wipe(core.given);
	core.given = null;
	return {};
}

/** @param {Core} core @returns {Row[]} */
const rowsOf = ({ place: { book } }) => book.part(PART.TRUST).slots;

/** @param {Core} core @param {Row[]} slots */
const stateOf = (core, slots) => stateWith(core, ascending(slots, "slot_id"));

/** New words take the place of the old ones. @param {Row[]} rows @param {Row} row */
const withRow = (rows, row) => [
	...rows.filter(({ type }) => type !== SLOT.WORDS || row.type !== SLOT.WORDS),
	row,
];

/** @param {Core} core @param {{slot: SlotJson, auth: Uint8Array, about: {name?: string, day?: number}, code: string | undefined}} given */
export function comes(core, { slot, auth, about, code }) {
	const { name = "", day = 0 } = about;
	const kind = slot.type === SLOT.WORDS ? KIND.WORDS : KIND.ADD;
	const [row] = slotRows([slot], { name: checkedName(name), day });
	const change = { kind, slot_id: slot.slot_id, slot, auth: toText(auth) };
	return asked(core, change, withRow(rowsOf(core), /** @type {Row} */ (row)), code);
}

/** With the spare code a state goes along, and it is done at once. @param {Core} core @param {{kind: number, slot_id: string}} change @param {Row[]} slots @param {string | undefined} code */
function asked(core, change, slots, code) {
	const proof = spareProof(core, code);
	return proof === null ? change : { ...change, spare_auth: proof, state: stateOf(core, slots) };
}

/** Of the code that was typed, or of the one that is still on the screen at a first visit. @param {Core} core @param {string | undefined} code */
export function spareProof({ spare, programme, place }, code) {
	const secret = code === undefined ? (spare?.slice() ?? null) : readSpare(code);
	if (secret === null) return null;
	const { auth, kek } = spareKeys(secret, programme.home, place.username);
	wipe(secret, kek);
	return toText(auth);
}

/** @param {unknown} name */
function checkedName(name) {
	if (typeof name !== "string" || [...name].length > LONGEST_NAME) throw new Refusal("text-size");
	return name;
}

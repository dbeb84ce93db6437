// Coming back: five words or the spare code open a slot, the slot opens everything, and state says what changed.

import { bundleHash, checkSlot, openSlot, SLOT, slotHash, slotSalt, spareKeys } from "../account.js";
import { fromText, toText } from "../bytes.js";
import { checkDeviceSlot, deviceKeys } from "../device.js";
import { checkKeys, keysIn } from "../own-keys.js";
import { checkPasskeySlot, passkeyKek } from "../passkey.js";
import { verifyRecords } from "../people.js";
import { verifyClosed } from "../receipt.js";
import { Refusal } from "../refusal.js";
import { wipe } from "../sodium.js";
import { readSpare } from "../spare.js";
import { PART, stateKeyOf } from "../state.js";
import { StateBook } from "../state-book.js";
import { stretched } from "../ways.js";
import { checkedName } from "../words.js";

/** @import { KeyRecord, MeJson, SlotJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Place} Place */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */

/** @param {Core} core @param {{username: string, words: string | string[]}} args @param {Stretch} stretch */
export async function startSignIn(core, { username, words }, stretch) {
	const { auth, kek } = await stretched(core, username, words, stretch);
	core.lock();
	core.comingIn = { username, type: SLOT.WORDS, kek };
	return { auth: toText(auth) };
}

/** @param {Core} core @param {{username: string, code: string}} args */
export function startSpare(core, { username, code }) {
	const secret = readSpare(code);
	const { auth, kek } = spareKeys(secret, core.programme.home, checkedName(username));
	wipe(secret);
	core.lock();
	core.comingIn = { username, type: SLOT.SPARE, kek };
	return { auth: toText(auth) };
}

/** @param {Core} core @param {{slot: SlotJson, me: MeJson}} args */
export const openSignIn = (core, args) => opened(core, args, SLOT.WORDS);

/** @param {Core} core @param {{slot: SlotJson, me: MeJson}} args */
export const openSpare = (core, args) => opened(core, args, SLOT.SPARE);

/** @param {Core} core @param {{username: string, slot_id: string, secret: string, pin?: string | null}} args @param {Stretch} stretch */
export async function startDevice(core, { username, slot_id, secret, pin = null }, stretch) {
	const bound = { home: core.programme.home, username: checkedName(username), slotId: fromText(slot_id, 16) };
	const { auth, kek } = await deviceKeys(fromText(secret, 32), pin, bound, stretch);
	core.lock();
	core.comingIn = { username, type: SLOT.DEVICE, kek, slotId: bound.slotId, hasPin: pin !== null };
	return { auth: toText(auth) };
}

/** @param {Core} core @param {{slot: SlotJson, me: MeJson}} args */
export const openDevice = (core, args) => opened(core, args, SLOT.DEVICE);

/** @param {Core} core @param {{words: string | string[]}} args @param {Stretch} stretch */
export async function closeAuth(core, { words }, stretch) {
	const { auth, kek } = await stretched(core, core.place.username, words, stretch);
	wipe(kek);
	return { auth: toText(auth) };
}

/** @param {Core} core @param {{receipt: unknown}} args */
export function closedReceipt(core, { receipt }) {
	verifyClosed(receipt, { ...core.programme, accountId: core.place.accountId });
	return {};
}

/** The name comes from the server: another than the one the passkey was made for opens nothing. @param {Core} core @param {{slot: SlotJson, me: MeJson}} args */
export function openPasskey(core, args) {
	const coming = comingBy(core, SLOT.PASSKEY);
	const username = checkedName(args.me.username);
	const slotId = /** @type {Uint8Array} */ (coming.slotId);
	const kek = passkeyKek(coming.kek, { home: core.programme.home, username, slotId });
	try {
		return openedWith(core, args, { ...coming, username, kek });
	} finally {
		wipe(kek);
	}
}

/** @param {Core} core @param {{slot: SlotJson, me: MeJson}} args @param {number} type */
const opened = (core, args, type) => openedWith(core, args, comingBy(core, type));

/** @param {Core} core @param {number} type */
function comingBy({ comingIn }, type) {
	if (comingIn?.type !== type) throw new Refusal("locked-out");
	return comingIn;
}

/** @param {Core} core @param {{slot: SlotJson, me: MeJson}} args @param {import("../sealed-core.js").ComingIn} coming */
function openedWith(core, { slot, me }, coming) {
	const { home } = core.programme;
	if (me.username !== coming.username) throw new Refusal("not-opened");
	checkExpected(home, coming, slot);
	const ark = openSlot(coming.kek, slot, { home, accountId: fromText(me.account_id, 16) });
	const place = placeOf(core, { username: coming.username, ark, g: slot.g, me });
	const warnings = warningsOf(place, slot, me);
	core.unlock(place);
	return { ...greetingOf(place), warnings, spare_seen: me.spare_seen };
}

/** Before anything is opened. @param {Uint8Array} home @param {import("../sealed-core.js").ComingIn} coming @param {SlotJson} slot */
function checkExpected(home, { username, type, slotId, hasPin = false }, slot) {
	if (slotId === undefined) checkSlot(slot, type, slotSalt(type, home, username));
	else if (type === SLOT.PASSKEY) checkPasskeySlot(slot, slotId);
	else checkDeviceSlot(slot, { home, username, slotId }, hasPin);
}

/** @param {Place} place */
function greetingOf({ id, roles, book }) {
	return { account_id: id, roles, ...book.part(PART.NOTES) };
}

/** @param {Core} core @param {{username: string, ark: Uint8Array, g: number, me: MeJson}} about @returns {Place} */
function placeOf(core, { username, ark, g, me }) {
	const accountId = fromText(me.account_id, 16);
	if (me.bundle.g !== g || me.state.g !== g) throw new Refusal("bundle");
	const records = verifyRecords(me.key_records, accountId);
	const keys = keysIn(core, ark, accountId, me);
	checkKeys(keys, /** @type {KeyRecord} */ (records.at(-1)));
	const book = StateBook.open(stateKeyOf(ark), { accountId, g }, me.state);
	checkTrust(core, book.part(PART.TRUST), me);
	return { username, accountId, id: toText(accountId), g, ark, records, roles: me.roles, book, ...keys };
}

/** @param {Core} core @param {Record<string, any>} trust @param {MeJson} me */
function checkTrust(core, trust, { bundle }) {
	const { home, roster, log } = core.programme;
	if (trust.home !== toText(home)) throw new Refusal("home-changed");
	if (trust.roster !== toText(roster)) throw new Refusal("roster-changed");
	if (trust.log !== toText(log)) throw new Refusal("log-changed");
	const hash = toText(bundleHash(fromText(bundle.box)));
	if (trust.bundle.ver !== bundle.ver || trust.bundle.hash !== hash) throw new Refusal("bundle");
}

/** Ways in that the server keeps, beside those the state remembers. @param {Place} place @param {SlotJson} slot @param {MeJson} me */
function warningsOf({ book }, slot, me) {
	/** @type {Map<string, string>} */
	const known = new Map(book.part(PART.TRUST).slots.map((/** @type {any} */ row) => [row.slot_id, row.hash]));
	const listed = new Map(me.slots.map(({ slot_id, hash }) => [slot_id, hash]));
	const codes = [];
	if (known.get(slot.slot_id) !== toText(slotHash(slot))) codes.push("way-in-returned");
	for (const [id, hash] of listed) {
		if (!known.has(id)) codes.push("way-in-added");
		else if (known.get(id) !== hash) codes.push("way-in-changed");
	}
	if ([...known.keys()].some((id) => !listed.has(id))) codes.push("way-in-gone");
	return [...new Set(codes)].map((code) => ({ code }));
}

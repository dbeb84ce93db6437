// A person's own device as a way in: a secret that stays on it, and a short number or none (envelope.md, section 3).

import { checkSlot, SLOT } from "./account.js";
import { equal, fromText, keyOf, sized, utf8, ZEROS16 } from "./bytes.js";
import { h16, kdf } from "./hash.js";
import { Refusal } from "./refusal.js";
import { wipe } from "./sodium.js";
import { checkedName } from "./words.js";

/** @import { SlotJson } from "./shapes.d.ts" */
/** @typedef {{home: Uint8Array, username: string, slotId: Uint8Array}} Bound what a device's keys are bound to */

const NUMBER = /^[0-9]{4,8}$/;
const NONE = new Uint8Array(0);

/** @param {unknown} pin @returns {string} four to eight digits */
export function checkedPin(pin) {
	if (typeof pin !== "string" || !NUMBER.test(pin)) throw new Refusal("pin-form");
	return pin;
}

/** The salt with which a short number is stretched. @param {Bound} bound */
export const deviceSaltOf = ({ home, username, slotId }) =>
	h16("pse1/device-salt", sized(home, 16), checkedName(username), sized(slotId, 16));

/** The salt of a device's slot. @param {Bound} bound @param {boolean} hasPin */
export const deviceSlotSalt = (bound, hasPin) => (hasPin ? deviceSaltOf(bound) : ZEROS16);

/**
 * AUTH opens the door at the server, KEK the slot.
 * @param {Uint8Array} secret the device's 32 bytes @param {string | null} pin @param {Bound} bound
 * @param {import("./sealed-core.js").Stretch} stretch
 */
export async function deviceKeys(secret, pin, bound, stretch) {
	const salt = deviceSaltOf(bound);
	const number = pin === null ? NONE : keyOf(await stretch(utf8(checkedPin(pin)), salt));
	const key = kdf(keyOf(secret), 32, "pse1/device", number);
	const { home, username, slotId } = bound;
	const keys = {
		auth: kdf(key, 32, "pse1/device-auth", home, username, slotId),
		kek: kdf(key, 32, "pse1/device-kek", home, username, slotId),
	};
	wipe(key, number);
	return keys;
}

/** Refuses, before anything is derived, any slot but the one this device remembers. @param {SlotJson} slot @param {Bound} bound @param {boolean} hasPin */
export function checkDeviceSlot(slot, bound, hasPin) {
	checkSlot(slot, SLOT.DEVICE, deviceSlotSalt(bound, hasPin));
	if (!equal(fromText(slot.slot_id, 16), bound.slotId)) throw new Refusal("slot");
}

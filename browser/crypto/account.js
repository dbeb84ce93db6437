// Ways in and the bundle: pure functions over bytes (envelope.md, section 3).

import { equal, fromText, keyOf, sized, toText, ZEROS16 } from "./bytes.js";
import { h, h16, kdf, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { OVERHEAD, open, seal } from "./seal.js";
import { random, wipe } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { SlotJson } from "./shapes.d.ts" */
/** @typedef {{gen: number, seed: Uint8Array}} GenSeed */
/** @typedef {{ik: Uint8Array, rand: Uint8Array, ek: GenSeed[], vk: {gen: number, key: Uint8Array}[]}} Bundle */
/** @typedef {{home: Uint8Array, accountId: Uint8Array, slotId: Uint8Array, type: number, g: number, profile: number, salt: Uint8Array}} SlotContext */

export const SLOT = Object.freeze({ WORDS: 1, SPARE: 2, DEVICE: 3, PASSKEY: 4 });
export const ARGON = Object.freeze({ profile: 1, bytes: 33_554_432, passes: 6 });
const SLOT_BOX = OVERHEAD + 32;
/** What is stretched has a salt. @param {Uint8Array} salt */
const profileOf = (salt) => (equal(salt, ZEROS16) ? 0 : ARGON.profile);

/** @param {Uint8Array} home @param {string} username */
export const saltOf = (home, username) => h16("pse1/salt", sized(home, 16), username);

/** @param {Uint8Array} mk stretched @param {Uint8Array} home @param {string} username */
export const wordsKeys = (mk, home, username) => ({
	auth: kdf(mk, 32, "pse1/auth", sized(home, 16), username),
	kek: kdf(mk, 32, "pse1/kek", sized(home, 16), username),
});

/** @param {Uint8Array} secret of the spare code, 16 bytes @param {Uint8Array} home @param {string} username */
export function spareKeys(secret, home, username) {
	const sk = h("pse1/spare", sized(secret, 16));
	const keys = {
		auth: kdf(sk, 32, "pse1/spare-auth", sized(home, 16), username),
		kek: kdf(sk, 32, "pse1/spare-kek", sized(home, 16), username),
	};
	wipe(sk);
	return keys;
}

/** @param {Uint8Array} ik @param {Uint8Array} ek @param {Uint8Array} rand of generation 0 */
export const accountIdOf = (ik, ek, rand) =>
	h("pse1/account", keyOf(ik), keyOf(ek), sized(rand, 16)).slice(0, 16);

/** @param {SlotContext} c */
const slotAad = (c) =>
	labelled(
		"pse1/slot",
		sized(c.home, 16),
		sized(c.accountId, 16),
		sized(c.slotId, 16),
		c.type,
		c.g,
		c.profile,
		sized(c.salt, 16),
	);

/**
 * A new way in.
 * @param {Uint8Array} kek @param {Uint8Array} ark
 * @param {{home: Uint8Array, accountId: Uint8Array, type: number, g: number, salt: Uint8Array, slotId?: Uint8Array}} way a device's lock is bound to its slot's id; the others draw one
 * @param {(size: number) => Uint8Array} [chance] for frozen vectors: the slot's id, then the nonce
 * @returns {SlotJson}
 */
export function makeSlot(kek, ark, way, chance = random) {
	const context = { ...way, slotId: way.slotId ?? chance(16), profile: profileOf(way.salt) };
	return {
		slot_id: toText(context.slotId),
		type: way.type,
		g: way.g,
		profile: context.profile,
		salt: toText(way.salt),
		box: toText(seal(kek, slotAad(context), keyOf(ark), chance)),
	};
}

/**
 * Refuses, before anything is derived, another type, profile or salt than this room would choose.
 * @param {SlotJson} slot @param {number} type @param {Uint8Array} salt
 */
export function checkSlot(slot, type, salt) {
	fieldsOf(slot, { slot_id: "text", type: "int", g: "int", profile: "int", salt: "text", box: "text" });
	if (slot.type !== type) throw new Refusal("slot");
	if (slot.profile !== profileOf(salt)) throw new Refusal("profile-unknown");
	if (!equal(fromText(slot.salt, 16), salt)) throw new Refusal("salt-other");
	fromText(slot.slot_id, 16);
	fromText(slot.box, SLOT_BOX);
}

/**
 * @param {Uint8Array} kek @param {SlotJson} slot @param {{home: Uint8Array, accountId: Uint8Array}} account
 * @returns {Uint8Array} the account root key
 */
export function openSlot(kek, slot, { home, accountId }) {
	const salt = fromText(slot.salt, 16);
	const slotId = fromText(slot.slot_id, 16);
	const aad = slotAad({ home, accountId, slotId, type: slot.type, g: slot.g, profile: slot.profile, salt });
	try {
		return sized(open(kek, aad, fromText(slot.box)), 32);
	} catch {
		throw new Refusal("not-opened");
	}
}

/** @param {SlotJson} slot */
export const slotHash = (slot) =>
	h("pse1/slot-hash", fromText(slot.slot_id, 16), slot.type, slot.g, fromText(slot.box));

/** @param {number} type @param {Uint8Array} home @param {string} username */
export const slotSalt = (type, home, username) => (type === SLOT.SPARE ? ZEROS16 : saltOf(home, username));

/** @param {Uint8Array} ark @param {{home: Uint8Array, accountId: Uint8Array, g: number, ver: number}} c @param {Bundle} bundle */
export function sealBundle(ark, c, bundle) {
	const text = writeBundle(bundle);
	const key = kdf(ark, 32, "pse1/bundle-key");
	const box = seal(key, labelled("pse1/bundle", c.home, c.accountId, c.g, c.ver), pad(text));
	wipe(key, text);
	return box;
}

/** @param {Uint8Array} ark @param {{home: Uint8Array, accountId: Uint8Array, g: number, ver: number}} c @param {Uint8Array} box */
export function openBundle(ark, c, box) {
	const key = kdf(ark, 32, "pse1/bundle-key");
	const padded = open(key, labelled("pse1/bundle", c.home, c.accountId, c.g, c.ver), box);
	const bundle = readBundle(unpad(padded));
	wipe(key, padded);
	return bundle;
}

/** @param {Uint8Array} box */
export const bundleHash = (box) => h("pse1/bundle-hash", box);

/** @param {Bundle} bundle */
export const writeBundle = (bundle) =>
	writeJson({
		ek: bundle.ek.map(({ gen, seed }) => ({ gen, seed: toText(seed) })),
		ik: toText(bundle.ik),
		rand: toText(bundle.rand),
		vk: bundle.vk.map(({ gen, key }) => ({ gen, key: toText(key) })),
	});

/** @param {Uint8Array} bytes @returns {Bundle} */
export function readBundle(bytes) {
	const found = fieldsOf(parseJson(bytes), { ek: "list", ik: "text", rand: "text", vk: "list" });
	return {
		ik: fromText(found.ik, 32),
		rand: fromText(found.rand, 16),
		ek: generations(found.ek).map((/** @type {unknown} */ one) => {
			const { gen, seed } = fieldsOf(one, { gen: "int", seed: "text" });
			return { gen, seed: fromText(seed, 32) };
		}),
		vk: generations(found.vk).map((/** @type {unknown} */ one) => {
			const { gen, key } = fieldsOf(one, { gen: "int", key: "text" });
			return { gen, key: fromText(key, 32) };
		}),
	};
}

/** At least one, ascending, none twice. @param {any[]} rows */
function generations(rows) {
	const isAscending = rows.every((row, i) => i === 0 || rows[i - 1].gen < row.gen);
	if (rows.length === 0 || !isAscending) throw new Refusal("bundle");
	return rows;
}

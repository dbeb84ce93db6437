// What five words derive, and how state remembers ways in.

import { saltOf, slotHash, wordsKeys } from "./account.js";
import { fromText, keyOf, toText, utf8 } from "./bytes.js";
import { wipe } from "./sodium.js";
import { ascending } from "./rows.js";
import { checkedName, phraseOf } from "./words.js";

/** @import { SlotJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Stretch} Stretch */

/**
 * What five words derive for this name.
 * @param {Core} core @param {string} username @param {string | string[]} words @param {Stretch} stretch
 */
export async function stretched(core, username, words, stretch) {
	const { home, five } = core.programme;
	checkedName(username);
	const phrase = utf8(phraseOf(five, words));
	const mk = keyOf(await stretch(phrase, saltOf(home, username)));
	const keys = wordsKeys(mk, home, username);
	wipe(mk, phrase);
	return keys;
}

/** How state remembers ways in: since which day (0: not told), and what their owner calls them. @param {SlotJson[]} slots @param {{day?: number, name?: string}} [about] */
export const slotRows = (slots, { day = 0, name = "" } = {}) =>
	ascending(
		slots.map((slot) => ({
			day,
			hash: toText(slotHash(slot)),
			name,
			slot_id: toText(fromText(slot.slot_id, 16)),
			type: slot.type,
		})),
		"slot_id",
	);

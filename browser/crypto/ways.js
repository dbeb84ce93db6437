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

/** How state remembers ways in. @param {SlotJson[]} slots */
export const slotRows = (slots) =>
	ascending(
		slots.map((slot) => ({
			hash: toText(slotHash(slot)),
			slot_id: toText(fromText(slot.slot_id, 16)),
			type: slot.type,
		})),
		"slot_id",
	);

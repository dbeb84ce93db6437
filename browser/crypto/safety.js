// Safety words: six words by which people who meet or call know each other (envelope.md, section 15).

import { keyOf, sized, utf8 } from "./bytes.js";
import { h } from "./hash.js";

const WORDS = 6;
const SALT = utf8("pse1/safety-salt");

/**
 * @param {import("./words.js").WordList} list the English one, everywhere
 * @param {{accountId: Uint8Array, ik: Uint8Array}} person @param {import("./sealed-core.js").Stretch} stretch slow on purpose
 */
export async function safetyWordsOf(list, { accountId, ik }, stretch) {
	const made = await stretch(h("pse1/safety", sized(accountId, 16), keyOf(ik)), SALT.slice());
	return Array.from({ length: WORDS }, (_, i) => {
		const number = (made[2 * i] ?? 0) | ((made[2 * i + 1] ?? 0) << 8);
		return /** @type {string} */ (list.words[number % list.words.length]);
	});
}

// Safety words, and the same as a picture: people who meet or call know each other (envelope.md, section 15).

import { concat, equal, fromText, keyOf, sized, toText, utf8 } from "./bytes.js";
import { h } from "./hash.js";
import { Refusal } from "./refusal.js";

const WORDS = 6;
const SALT = utf8("pse1/safety-salt");
const VERSION = new Uint8Array([1]);
const PICTURE = 33;

/** @typedef {{accountId: Uint8Array, ik: Uint8Array}} Who */

/**
 * @param {import("./words.js").WordList} list the English one, everywhere
 * @param {Who} person @param {import("./sealed-core.js").Stretch} stretch slow on purpose
 */
export async function safetyWordsOf(list, person, stretch) {
	const made = await stretch(safetyOf(person), SALT.slice());
	return Array.from({ length: WORDS }, (_, i) => {
		const number = (made[2 * i] ?? 0) | ((made[2 * i + 1] ?? 0) << 8);
		return /** @type {string} */ (list.words[number % list.words.length]);
	});
}

/** What stands for a person in words and pictures: their account and identity key. @param {Who} person */
export const safetyOf = ({ accountId, ik }) => h("pse1/safety", sized(accountId, 16), keyOf(ik));

/** What is in the picture that one person shows and the other scans: who both are. @param {{shows: Uint8Array, scans: Uint8Array}} both */
export const safetyPicture = ({ shows, scans }) =>
	toText(concat(VERSION, h("pse1/safety-picture", keyOf(shows), keyOf(scans))));

/**
 * What a camera read, beside what was worked out here; "none" is no picture of the other's.
 * @param {string} text @param {{theirs: string, mine: string}} pictures @returns {"same" | "other" | "none"}
 */
export function pictureSeen(text, { theirs, mine }) {
	const read = readPicture(text);
	if (read === null || text === mine) return "none";
	return equal(read, fromText(theirs, PICTURE)) ? "same" : "other";
}

/** @param {unknown} text */
function readPicture(text) {
	try {
		const read = fromText(text, PICTURE);
		return read[0] === 1 ? read : null;
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

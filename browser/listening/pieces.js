/**
 * Cuts words into the pieces an encoder knows; `coach/listening_coach/pieces.py` does the same.
 * Whole words where they are known, else the longest beginnings that are, the rest marked `##`. A picture is a piece of its own, whichever it is.
 */

export const [UNKNOWN, BEGINS, ENDS, PICTURE] = /** @type {const} */ ([1, 2, 3, 4]);
export const SPECIAL = Object.freeze(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[PICTURE]"]);
const LONGEST = 100;

const CJK =
	/[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
const SPACE = /[\t\n\r\p{Z}]/u;
const GONE = /[\0\ufffd\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;
const ACCENT = /\p{Mn}/gu;
/** ASCII signs that Unicode calls symbols are signs of a sentence here as well. */
const WORD_OR_SIGN = /[!-/:-@[-`{-~\p{P}]|[^!-/:-@[-`{-~\p{P}]+/gu;

/** @param {string} letter one code point */
function isPicture(letter) {
	const point = /** @type {number} */ (letter.codePointAt(0));
	return (point >= 0x1f000 && !CJK.test(letter)) || (point >= 0x2600 && point <= 0x27bf);
}

/** @param {string} text @returns {(string | null)[]} what stands between spaces; null for a picture */
function runs(text) {
	/** @type {(string | null)[]} */
	const found = [];
	let run = "";
	const end = () => {
		if (run !== "") found.push(run);
		run = "";
	};
	for (const letter of text) {
		if (isPicture(letter)) {
			end();
			found.push(null);
		} else if (SPACE.test(letter)) end();
		else if (CJK.test(letter)) {
			end();
			found.push(letter);
		} else if (!GONE.test(letter)) run += letter;
	}
	end();
	return found;
}

/** @param {string} text @returns {(string | null)[]} words and signs in small letters without accents; null for a picture */
export function words(text) {
	return runs(text).flatMap((run) => {
		if (run === null) return [null];
		return run.toLowerCase().normalize("NFD").replace(ACCENT, "").match(WORD_OR_SIGN) ?? [];
	});
}

export class Pieces {
	/** @type {Map<string, number>} */
	#numbers;

	/** @param {readonly string[]} lines the place of each piece is its number */
	constructor(lines) {
		this.#numbers = new Map(lines.map((piece, at) => [piece, at]));
	}

	/** Nothing of it is remembered. @param {string} text @returns {number[]} the numbers of its pieces */
	cut(text) {
		/** @type {Map<string, readonly number[]>} */
		const found = new Map();
		return words(text).flatMap((word) => {
			if (word === null) return [PICTURE];
			const cut = found.get(word) ?? this.#cutWord(Array.from(word));
			found.set(word, cut);
			return cut;
		});
	}

	/** @param {readonly string[]} letters code points @returns {readonly number[]} */
	#cutWord(letters) {
		if (letters.length > LONGEST) return [UNKNOWN];
		/** @type {number[]} */
		const found = [];
		let begins = 0;
		while (begins < letters.length) {
			const [number, ends] = this.#longest(letters, begins);
			if (number === undefined) return [UNKNOWN];
			found.push(number);
			begins = ends;
		}
		return found;
	}

	/** @param {readonly string[]} letters @param {number} begins @returns {[number | undefined, number]} the longest piece from there, and where it ends */
	#longest(letters, begins) {
		for (let ends = letters.length; ends > begins; ends -= 1) {
			const piece = letters.slice(begins, ends).join("");
			const number = this.#numbers.get(begins > 0 ? `##${piece}` : piece);
			if (number !== undefined) return [number, ends];
		}
		return [undefined, begins];
	}
}

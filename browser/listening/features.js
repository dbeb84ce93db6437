/**
 * What the linear heads see of a sentence; `coach/listening_coach/features.py` does the same and says why.
 * @typedef {{same: Map<string, string[]>, small: Set<string>, kinds: Map<string, string[]>, beside: Map<string, string[]>}} Lists
 * @typedef {{stems: Set<string>, marks: string[]}} Before what the client said last, as far as a reply leans on it
 * @typedef {Map<string, string[]>} Groups names by group
 */

const SIGNS = "?!.,;:";
export const PICTURE = "\u263a";
const WORD = /[a-z0-9]+(?:'[a-z0-9]+)*|[?!.,;:\u263a]/gu;
const LONG = 40;
const STEM = 5;
const MOST_TOKENS = 400;
const ENDINGS = ["ing", "ed", "ly"];

/**
 * @param {{same: Record<string, string>, small: string[], kinds: Record<string, string[]>, beside?: Record<string, string[]>}} row as it stands in a pack
 * @returns {Lists}
 */
export function listsOf(row) {
	/** @type {Map<string, string[]>} */
	const kinds = new Map();
	for (const [kind, words] of Object.entries(row.kinds)) {
		for (const word of words) kinds.set(word, [...(kinds.get(word) ?? []), kind]);
	}
	const same = new Map(Object.entries(row.same).map(([one, other]) => [one, other.split(" ")]));
	return { same, small: new Set(row.small), kinds, beside: new Map(Object.entries(row.beside ?? {})) };
}

/** @param {string} letter one code point of a decomposed text */
function plain(letter) {
	const point = letter.codePointAt(0) ?? 0;
	if (point < 0x80) return letter.toLowerCase();
	if (point >= 0x300 && point <= 0x36f) return "";
	if (point === 0x2018 || point === 0x2019 || point === 0x2bc) return "'";
	return point >= 0x1f000 || (point >= 0x2600 && point <= 0x27bf) ? PICTURE : " ";
}

/** @param {string} text @param {Lists} lists @returns {string[]} words and signs, written in one way */
export function tokens(text, lists) {
	let written = "";
	for (const letter of text.normalize("NFKD")) written += plain(letter);
	const words = (written.match(WORD) ?? []).slice(0, MOST_TOKENS);
	return words.flatMap((word) => lists.same.get(word) ?? [word]).map((word) => word.slice(0, LONG));
}

/** @param {string} word @param {Lists} lists */
function shape(word, lists) {
	if (lists.small.has(word) || SIGNS.includes(word) || word === PICTURE) return word;
	for (const ending of ENDINGS) {
		if (word.endsWith(ending) && word.length > ending.length + 2) return `~${ending}`;
	}
	if (word.charAt(0) <= "9") return "~0";
	return word.endsWith("s") && word.length > 3 ? "~s" : "~";
}

/** @param {string[]} items @param {number} most @param {string} name @param {Set<string>} found */
function runs(items, most, name, found) {
	for (let at = 0; at < items.length; at += 1) {
		let run = name;
		for (let length = 1; length <= most && at + length <= items.length; length += 1) {
			run += length === 1 ? items[at] : ` ${items[at + length - 1]}`;
			found.add(run);
		}
	}
	return found;
}

/** @param {string[]} words */
function letters(words) {
	/** @type {Set<string>} */
	const found = new Set();
	for (const word of new Set(words)) {
		const padded = ` ${word} `;
		for (let length = 2; length <= 4; length += 1) {
			for (let at = 0; at + length <= padded.length; at += 1) found.add(`c:${padded.slice(at, at + length)}`);
		}
	}
	return found;
}

/** @param {string[]} words @param {Lists} lists */
function stems(words, lists) {
	return new Set(
		words.filter((word) => word.length > 3 && !lists.small.has(word)).map((word) => word.slice(0, STEM)),
	);
}

/** @param {Iterable<string>} all @param {Lists} lists */
function kindsOf(all, lists) {
	/** @type {Set<string>} */
	const found = new Set();
	for (const run of all) for (const kind of lists.kinds.get(run) ?? []) found.add(kind);
	return found;
}

/** @param {string} text what the client said last @param {Lists} lists @returns {Before} */
export function beforeOf(text, lists) {
	const words = tokens(text, lists);
	const marks = [...kindsOf(runs(words, 4, "", new Set()), lists)]
		.filter((kind) => kind.startsWith("asks"))
		.map((kind) => `b:${kind}`);
	if (words.length === 0) marks.push("b:none");
	else if (words.includes("?")) marks.push("b:?");
	return { stems: stems(words, lists), marks };
}

/** @param {Set<string>} kinds @param {string[]} words */
function pairs(kinds, words) {
	const sorted = [...kinds].sort();
	const found = sorted.map((kind) => `k:${kind}`);
	sorted.forEach((one, at) => {
		for (const other of sorted.slice(at + 1)) found.push(`k:${one}+${other}`);
	});
	found.push(`k:size${Math.min(6, 31 - Math.clz32(words.length + 1))}`);
	if (words.includes("?")) found.push("k:?", ...sorted.map((kind) => `k:?+${kind}`));
	return found;
}

/** @param {string[]} words @param {Before} before @param {Lists} lists */
function leaning(words, before, lists) {
	const own = stems(words, lists);
	if (own.size === 0 || before.stems.size === 0) return [];
	const shared = [...own].filter((stem) => before.stems.has(stem)).length;
	return [`x:shared${Math.min(shared, 3)}`, `x:part${Math.floor((4 * shared) / own.size)}`];
}

/**
 * @param {string} text a sentence
 * @param {Before} before
 * @param {string[]} earlier marks that come from sentences before it
 * @param {Lists} lists
 * @returns {Groups}
 */
export function features(text, before, earlier, lists) {
	const words = tokens(text, lists);
	if (words.every((word) => SIGNS.includes(word))) return new Map();
	const framed = ["^", ...words, "$"];
	const shapes = ["^", ...words.map((word) => shape(word, lists)), "$"];
	return new Map([
		["w", [...runs(framed, 2, "w:", new Set())]],
		["c", [...letters(words.filter((word) => !SIGNS.includes(word)))]],
		["s", [...runs(shapes, 3, "s:", new Set())]],
		["k", pairs(kindsOf(runs(framed, 4, "", new Set()), lists), words)],
		["x", [...leaning(words, before, lists), ...before.marks, ...earlier]],
	]);
}

/** @param {string} name @param {number} buckets */
export function bucket(name, buckets) {
	let value = 0x811c9dc5;
	for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
	value ^= value >>> 15;
	return (value >>> 0) % buckets;
}

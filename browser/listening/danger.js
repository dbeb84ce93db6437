/** Whether a draft holds words of danger that its writer says of themselves. Pure: a text goes in, its own words come out, and nothing is kept. It reads English alone, misses many, and is rather silent than wrong. */
import { shapes } from "./danger-en.js";
import { compiled } from "./danger-shapes.js";

/** What stands in marks is somebody else's. An apostrophe is no mark. */
const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»|^>.*$/gm;
const SENTENCE = /[^.!?\n;…]+/gu;
/** Where a new thought begins within a sentence: a no in one is none in the next. */
const THOUGHT = /,|:|\s-\s|–|—|(?<!\p{L})(?:but|and now|except|so|because|although)(?!\p{L})/iu;
/** Whoever pastes a book is not writing of tonight. */
const LONGEST = 4_000;

const { only, told, over, joke, groups } = compiled(shapes);

/** @param {string} draft @returns {readonly string[]} the words it saw, as they were written; none for nearly every draft */
export function wordsOfDanger(draft) {
	const own = draft
		.slice(-LONGEST)
		.normalize("NFC")
		.replace(QUOTED, (gone) => (gone.length > 3 ? " ".repeat(gone.length) : gone));
	const seen = new Set();
	for (const [sentence] of own.matchAll(SENTENCE)) {
		for (const words of inSentence(sentence)) seen.add(words);
	}
	return Object.freeze([...seen]);
}

/** @param {string} sentence */
function inSentence(sentence) {
	const whole = folded(sentence).low;
	if (told.test(whole)) return [];
	const seen = only.some((one) => one.test(whole)) ? [sentence.trim()] : [];
	for (const thought of sentence.split(THOUGHT)) {
		const { low, from } = folded(thought);
		if (over.test(low) || joke.test(low)) continue;
		const found = first(low);
		if (found !== null) seen.push(thought.slice(from[found.from], (from[found.to - 1] ?? 0) + 1));
	}
	return seen;
}

/** @param {string} low */
function first(low) {
	for (const { shape, no } of groups) {
		const match = shape.exec(low);
		if (match === null) continue;
		const before = low.slice(0, match.index + match[0].length);
		if (no?.test(before)) continue;
		return { from: match.index, to: match.index + match[0].length };
	}
	return null;
}

/** Small letters without accents, apostrophes gone, one space for all else; and from which letter each came. @param {string} text */
function folded(text) {
	let low = " ";
	const from = [0];
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at] ?? "";
		if (sign === "'" || sign === "’") continue;
		const letter = sign.toLowerCase().normalize("NFD")[0] ?? "";
		const isWord = /[\p{L}\p{N}]/u.test(letter);
		if (!isWord && low.endsWith(" ")) continue;
		low += isWord ? letter : " ";
		from.push(at);
	}
	if (!low.endsWith(" ")) {
		low += " ";
		from.push(text.length - 1);
	}
	return { low, from };
}

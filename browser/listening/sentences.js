/**
 * Where the sentences of a draft are; `coach/listening_coach/sentences.py` does the same and says how.
 * @typedef {{from: number, to: number}} Span in code units, as JavaScript counts text
 */

const PICTURES = String.raw`(?:[\u{1F000}-\u{1FAFF}\u2600-\u27BF][\uFE0F\u200D]?)+`;
const END = new RegExp(
	String.raw`[.!?\u2026]+["')\]\u2019\u201d]*(?:[ ]?${PICTURES})?(?=[ \t\r\u00a0\n]|$)|${PICTURES}(?= +[A-Z])|\n`,
	"gu",
);
const SHORT =
	/(?:^|[ \t\r\n\u00a0(])(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[JjSs]r|vs|approx|[Pp]rof|[a-z]\.[a-z]|[A-HJ-Z])\.$/u;
const SPACE = /[ \t\r\n\u00a0]/u;
const GOES_ON = /^[ \t\r\n\u00a0]*[a-z]/u;
const LOOK_BACK = 8;

/**
 * @param {string} text
 * @returns {Span[]} each sentence; spaces around are left out
 */
export function sentences(text) {
	/** @type {Span[]} */
	const found = [];
	let begins = 0;
	for (const match of text.matchAll(END)) {
		const ends = match.index + match[0].length;
		if (match[0] !== "\n" && goesOn(text, begins, ends)) continue;
		take(text, begins, ends, found);
		begins = ends;
	}
	take(text, begins, text.length, found);
	return found;
}

/** @param {string} text @param {number} from @param {number} to @param {Span[]} found */
function take(text, from, to, found) {
	let begins = from;
	let ends = to;
	while (begins < ends && SPACE.test(text.charAt(begins))) begins += 1;
	while (ends > begins && SPACE.test(text.charAt(ends - 1))) ends -= 1;
	if (ends > begins) found.push({ from: begins, to: ends });
}

/** @param {string} text @param {number} begins @param {number} ends */
function goesOn(text, begins, ends) {
	const said = text.slice(Math.max(begins, ends - LOOK_BACK), ends);
	if (said.endsWith("..") || said.endsWith("\u2026")) return GOES_ON.test(text.slice(ends, ends + 2));
	return SHORT.test(said);
}

/**
 * Which lines of a talk the listening coach looks at. Pure, but for reading back page by page.
 * @typedef {import("./lines.js").Line} Line
 */

const DAY = 86_400_000;
/** The mirror looks back this far, and at so many lines at most. */
const [BACK, MOST] = [7 * DAY, 400];

/** What people wrote in words. @param {readonly Line[]} lines */
export const worded = (lines) =>
	lines.filter(({ kind, text }) => (kind === "text" || kind === "hello") && text !== "");

/** What they wrote last, all bubbles since one's own: whoever asks for a suggestion may go on writing. @param {readonly {from: "me" | "them", text: string}[]} lines in words */
export function theirLast(lines) {
	const last = lines.findLastIndex(({ from }) => from === "them");
	const mine = lines.slice(0, last).findLastIndex(({ from }) => from === "me");
	return lines
		.slice(mine + 1, last + 1)
		.map(({ text }) => text)
		.join("\n");
}

/** The last lines of these days, in words, each with when. @param {readonly Line[]} lines @param {number} now */
export const ofTheseDays = (lines, now) =>
	worded(lines)
		.flatMap(({ ts, ...line }) => (ts !== null && ts > now - BACK ? [{ ...line, ts }] : []))
		.slice(-MOST);

/** Until those days are here, or enough of them; without a way to the house what is here has to do. @param {{older: string, lines: readonly Line[], loadOlder: () => Promise<void>}} talk @param {number} now */
export async function fetchTheseDays(talk, now) {
	let before = -1;
	const isThere = () =>
		talk.lines.length >= MOST || talk.lines.some(({ ts }) => ts !== null && ts < now - BACK);
	while (talk.older === "more" && talk.lines.length > before && !isThere()) {
		before = talk.lines.length;
		try {
			await talk.loadOlder();
		} catch {
			return;
		}
	}
}

/**
 * Words of before, for somebody who came to a circle: a host asks, and each hands on their own or does not. Pure.
 * @typedef {import("./circle-shape.js").EarlierAsk} EarlierAsk
 * @typedef {import("./circle-standing.js").Line & {id: string, ts: number | null}} Line
 * @typedef {{me: string, led: readonly {n: number, hosts: readonly string[]}[], members: readonly string[]}} Who
 */

const WEEK = 7 * 86_400_000;
/** So many lines of one person are handed on at most, the newest. */
const MOST = 200;

/** Every question that a host asked, in its order. @param {readonly Line[]} lines as they are shown @param {Who & {at: number}} who @returns {EarlierAsk[]} */
export function earlierAsks(lines, { me, led, members, at }) {
	const hosts = led.at(-1)?.hosts ?? [];
	return lines.flatMap((line) => {
		if (line.card?.t !== "circle-earlier" || line.n === null) return [];
		const { of, to, since } = /** @type {any} */ (line.card);
		const by = line.from === "me" ? me : (line.by ?? "");
		const isHere = members.includes(to) && hosts.includes(by) && at - (line.ts ?? 0) < WEEK;
		const handed = lines.some(
			({ from, card }) => from === "me" && card?.t === "circle-earlier-words" && card.of === of,
		);
		const mine = isHere && to !== me && !handed ? ownBefore(lines, { n: line.n, to, since }) : [];
		return [{ of, to, by, since, isOpen: isHere, handed, mine }];
	});
}

/** To whom, and about which lines of mine, a question was; null where it is not known here. @param {readonly Line[]} lines @param {string} of @returns {{to: string, mine: readonly string[]} | null} */
export function earlierAsked(lines, of) {
	const line = lines.find(({ card }) => card?.t === "circle-earlier" && card.of === of);
	if (line === undefined || line.n === null) return null;
	const { to, since } = /** @type {any} */ (line.card);
	return { to, mine: ownBefore(lines, { n: line.n, to, since }) };
}

/** My words since a moment, of before that person came last. @param {readonly Line[]} lines @param {{n: number, to: string, since: number}} ask */
function ownBefore(lines, { n, to, since }) {
	const came = lines.findLast((line) => (line.n ?? n) < n && line.turn?.came.includes(to))?.n ?? 0;
	const mine = lines.filter(
		(line) =>
			line.from === "me" && line.n !== null && line.n < came && (line.ts ?? 0) >= since && isWords(line),
	);
	return mine.slice(-MOST).map(({ id }) => id);
}

/** @param {Line} line */
const isWords = ({ kind, card }) => kind === "text" || (kind === "card" && card?.t === "circle-line");

/** What was handed on to me, by whom: only what a host had asked for. @param {readonly Line[]} lines @param {readonly EarlierAsk[]} asks @param {string} me */
export function handedToMe(lines, asks, me) {
	const mine = new Set(asks.filter(({ to }) => to === me).map(({ of }) => of));
	return lines.flatMap(({ id, from, by = "", card }) =>
		from === "them" && card?.t === "circle-earlier-words" && mine.has(card.of)
			? [{ id, by, of: String(card.of), box: String(card.box) }]
			: [],
	);
}

/** What was handed on and not taken back since. @template T @param {Readonly<Record<string, T>>} earlier by the line that brought it @param {readonly {id: string, card?: {t: string}}[]} lines @returns {Readonly<Record<string, T>>} */
export const stillHanded = (earlier, lines) =>
	Object.fromEntries(
		lines.flatMap(({ id, card }) =>
			card?.t === "circle-earlier-words" && id in earlier ? [[id, /** @type {any} */ (earlier[id])]] : [],
		),
	);

/** Words that nobody asked for count for nothing. @param {readonly EarlierAsk[]} asks */
export function isAsked(asks) {
	const known = new Set(asks.map(({ of }) => of));
	return (/** @type {{card?: Record<string, any>}} */ { card }) =>
		card?.t !== "circle-earlier-words" || known.has(card.of);
}

/** Who came while I was here, and leads not. @param {readonly Line[]} lines @param {Who} who */
export function cameHere(lines, { me, led, members }) {
	const hosts = led.at(-1)?.hosts ?? [];
	const came = new Set(lines.flatMap(({ turn }) => turn?.came ?? []));
	return [...came].filter((one) => one !== me && members.includes(one) && !hosts.includes(one));
}

/** When the last meeting was opened, of those I was at; null without one. @param {readonly Line[]} lines */
export const lastMet = (lines) =>
	lines.findLast(({ card }) => card?.t === "circle-meeting" && card.step === OPENED)?.ts ?? null;

const OPENED = 2;

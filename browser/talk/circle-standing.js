import { NOTHING_STOOD } from "./circle-stood.js";

/**
 * How a circle stands, by its lines in their order: what it agreed on, what each is called, whose turn it is. Pure.
 * What only a host may do counts from a host alone: whoever led where the line stands.
 * @typedef {import("./circle-shape.js").Agreement} Agreement
 * @typedef {import("./circle-shape.js").Meeting} Meeting
 * @typedef {import("./circle-shape.js").Quiet} Quiet
 * @typedef {import("./circle-shape.js").Round} Round
 * @typedef {{n: number | null, from: "me" | "them", by?: string, kind: string, card?: {t: string} & Record<string, any>, text?: string, turn?: Readonly<{came: readonly string[], went: readonly string[]}> | null}} Line
 * @typedef {{n: number, hosts: readonly string[]}} Led from this number on
 * @typedef {{me: string, led: readonly Led[], members: readonly string[]}} Who members: who is in it now
 * @typedef {{agreement: Agreement | null, round: Round | null, meeting: Meeting | null, quiet: Quiet | null, names: ReadonlyMap<string, string>, welcomed: readonly string[]}} Standing
 */

/** Words that were taken back were said: their turn is not had twice. */
const SPOKEN = new Set(["text", "att", "taken-back"]);
/** Cards that are words of somebody's own. */
const WORDS = new Set(["circle-line", "story-shared"]);
const [SET, OPENED] = [1, 2];
/** The last number that an agreement may have. */
const LAST_VERSION = 9_999;

/** What comes after a version: after the last one there is, the first again, so that nobody ends agreements by going there. @param {number} ver */
export const nextVersion = (ver) => (ver >= LAST_VERSION ? 1 : ver + 1);

/** @param {readonly Line[]} lines in their order @param {Who} who @param {import("./circle-stood.js").Stood} [stood] what is remembered of those up to a number @returns {Standing} */
export function standingOf(lines, who, stood = NOTHING_STOOD) {
	const { agreement, meeting, quiet, welcomed } = stood;
	/** @type {any} */
	const now = { round: null, meeting, quiet, names: new Map(stood.names), welcomed: [...welcomed] };
	now.agreement = agreement === null ? null : { ...agreement, accepted: [...agreement.accepted] };
	for (const line of lines) {
		const by = line.from === "me" ? who.me : (line.by ?? "");
		if (line.n === null || line.n > stood.n) take(now, { line, by, leads: leads(who.led, by, line.n) });
		else if (line.card?.t === "circle-called" && !stood.names.has(by)) now.names.set(by, line.card.name);
	}
	if (now.round !== null) now.round = settled(now.round, who.members);
	return Object.freeze(now);
}

/** Who led where a line stands; one that is on its way stands behind all. @param {readonly Led[]} led @param {string} by @param {number | null} n */
function leads(led, by, n) {
	const then = n === null ? led.at(-1) : led.findLast((one) => one.n < n);
	return then?.hosts.includes(by) ?? false;
}

/** @param {any} now @param {{line: Line, by: string, leads: boolean}} said */
function take(now, said) {
	const { line, by } = said;
	const { t = "" } = line.card ?? {};
	if (line.turn) goes(now.round, line.turn);
	else if (SPOKEN.has(line.kind) || WORDS.has(t)) speaks(now.round, by, false);
	else if (said.leads) (OF_HOSTS[t] ?? OF_ALL[t])?.(now, line.card, by);
	else OF_ALL[t]?.(now, line.card, by);
}

/** What anybody may do. @type {Record<string, (now: any, card: any, by: string) => void>} */
const OF_ALL = {
	"circle-called": ({ names }, { name }, by) => names.set(by, name),
	"circle-accepts": ({ agreement }, { ver }, by) => {
		if (agreement?.ver === ver && !agreement.accepted.includes(by)) agreement.accepted.push(by);
	},
	"circle-pass": ({ round }, { of }, by) => {
		if (round?.of === of) speaks(round, by, true);
	},
	"circle-welcome": ({ welcomed }, { to }) => {
		if (!welcomed.includes(to)) welcomed.push(to);
	},
};

/** What hosts alone may do. @type {Record<string, (now: any, card: any, by: string) => void>} */
const OF_HOSTS = {
	"circle-agreement": (now, { ver, words }, by) => {
		const before = now.agreement?.ver ?? 0;
		if (ver > before || ver === nextVersion(before)) now.agreement = { ver, words, by, accepted: [by] };
	},
	"circle-round": (now, { of, order, words }, by) => {
		now.round = { of, words, by, order, done: [], turn: null, isOver: false, skipped: [], gone: new Set() };
	},
	"circle-next": ({ round }, { of, over, who }) => {
		if (round?.of !== of) return;
		const turn = turnOf(round);
		if (over) round.isOver = true;
		else if (who === undefined || who === turn) round.skipped.push(turn);
	},
	"circle-meeting": (now, { of, step, at, words }) => {
		const before = now.meeting?.of === of ? now.meeting : { of, at, words: "", closing: "" };
		now.meeting = {
			...before,
			step,
			at: step === SET ? at : before.at,
			words: step <= OPENED && words !== "" ? words : before.words,
			closing: step > OPENED ? words : "",
		};
	},
	"circle-earlier": () => {},
	"circle-quiet": (now, { from, till, zone }) => {
		now.quiet = from === till ? null : { from, till, zone };
	},
};

/** What hosts alone may do is nobody else's to say. @param {Line} line @param {Pick<Who, "me" | "led">} who */
export const isTheirs = ({ n, by = "", from, card }, { me, led }) =>
	!Object.hasOwn(OF_HOSTS, card?.t ?? "") || leads(led, from === "me" ? me : by, n);

/** Words of somebody's own, which they may take back. @param {Pick<Line, "kind" | "card">} line */
export const isWordsOfOwn = ({ kind, card }) => kind === "text" || WORDS.has(card?.t ?? "");

/** What whoever comes is told again. */
const TOLD_AGAIN = new Set(["circle-agreement", "circle-quiet"]);

/** An agreement that is said once more for whoever came is no news to those who had it; one of mine that does not go is shown all the same. @template {Line & {state?: string}} T @param {readonly T[]} lines @returns {T[]} */
export function withoutSaidAgain(lines) {
	/** @type {Map<string, string>} */
	const stands = new Map();
	return lines.filter(({ card, state = "stored" }) => {
		if (card === undefined || !TOLD_AGAIN.has(card.t)) return true;
		const said = JSON.stringify(Object.entries(card).toSorted());
		const isSaidAgain = stands.get(card.t) === said;
		stands.set(card.t, said);
		return !isSaidAgain || state === "asks" || state === "refused";
	});
}

/** Whoever went holds nobody up, from where they went. @param {any} round @param {{came: readonly string[], went: readonly string[]}} turn */
function goes(round, { came, went }) {
	for (const one of went) round?.gone.add(one);
	for (const one of came) round?.gone.delete(one);
}

/** Words count as one's turn only while it is; whoever speaks otherwise takes nobody's. @param {any} round @param {string} by @param {boolean} passed */
function speaks(round, by, passed) {
	if (round === null || turnOf(round) !== by) return;
	round.done.push({ accountId: by, passed });
}

/** @param {any} round @param {readonly string[] | null} [members] @returns {string | null} */
function turnOf({ order, done, skipped, gone, isOver }, members = null) {
	if (isOver) return null;
	const had = new Set([...done.map((/** @type {any} */ one) => one.accountId), ...skipped, ...gone]);
	return (
		order.find((/** @type {string} */ one) => !had.has(one) && (members === null || members.includes(one))) ??
		null
	);
}

/** Whoever went meanwhile holds nobody up. @param {any} round @param {readonly string[]} members @returns {Round} */
function settled(round, members) {
	const { of, words, by, order, done } = round;
	return { of, words, by, order, done, turn: turnOf(round, members) };
}

import { answers, asks, isForHelpers, isHelper, mayAnswer, turns } from "./circle-helping.js";
import { NOTHING_STOOD } from "./circle-stood.js";

/**
 * How a circle stands, by its lines in their order: what it agreed on, what each is called, whose turn it is. Pure.
 * What only a host may do counts from a host alone: whoever led where the line stands; some of it from whoever helped host there.
 * @typedef {import("./circle-shape.js").Agreement} Agreement
 * @typedef {import("./circle-shape.js").Meeting} Meeting
 * @typedef {import("./circle-shape.js").Quiet} Quiet
 * @typedef {import("./circle-shape.js").Round} Round
 * @typedef {{n: number | null, from: "me" | "them", by?: string, kind: string, ts?: number | null, card?: {t: string} & Record<string, any>, text?: string, turn?: Readonly<{came: readonly string[], went: readonly string[]}> | null}} Line
 * @typedef {{n: number, hosts: readonly string[]}} Led from this number on
 * @typedef {{line: Line, by: string, leads: boolean, led: readonly Led[]}} Said
 * @typedef {{me: string, led: readonly Led[], members: readonly string[]}} Who members: who is in it now
 * @typedef {{agreement: Agreement | null, round: Round | null, meeting: Meeting | null, quiet: Quiet | null, names: ReadonlyMap<string, string>, welcomed: readonly string[], helping: ReadonlyMap<string, import("./circle-helping.js").Help>, denied: ReadonlySet<Line>}} Standing `denied`: lines that were not their writer's to say
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
	const [past, now, denied] = [begun(NOTHING_STOOD), begun(stood), new Set()];
	for (const line of lines) {
		const then = line.n === null || line.n > stood.n ? now : past;
		if (!hears(then, line, who)) denied.add(line);
	}
	for (const [id, name] of past.names) if (!now.names.has(id)) now.names.set(id, name);
	if (now.round !== null) now.round = settled(now.round, who.members);
	return Object.freeze({ ...now, denied });
}

/** Whether it was its writer's to say; whoever leads helps no more. @param {any} now @param {Line} line @param {Who} who */
function hears(now, line, { me, led }) {
	for (const one of now.helping.keys()) if (leads(led, one, line.n)) now.helping.delete(one);
	const by = line.from === "me" ? me : (line.by ?? "");
	const said = { line, by, leads: leads(led, by, line.n), led };
	if (!maySay(now, said)) return false;
	take(now, said);
	return true;
}

/** @param {import("./circle-stood.js").Stood} stood @returns {any} */
function begun({ agreement, meeting, quiet, names, welcomed, helping }) {
	return {
		...{ round: null, meeting, quiet, names: new Map(names), welcomed: [...welcomed] },
		...{ helping: new Map(helping) },
		agreement: agreement === null ? null : { ...agreement, accepted: [...agreement.accepted] },
	};
}

/** What hosts alone may do is nobody else's to say, but for what somebody who helps host does in an hour. @param {any} now @param {{line: Line, by: string, leads: boolean}} said */
function maySay(now, { line: { card }, by, leads: isHost }) {
	if (card?.t === "circle-helps") return mayAnswer(now.helping, /** @type {any} */ (card), by);
	if (isHost || !Object.hasOwn(OF_HOSTS, card?.t ?? "")) return true;
	return isHelper(now.helping, by) && isForHelpers(card, now);
}

/** Who led where a line stands; one that is on its way stands behind all. @param {readonly Led[]} led @param {string} by @param {number | null} n */
function leads(led, by, n) {
	const then = n === null ? led.at(-1) : led.findLast((one) => one.n < n);
	return then?.hosts.includes(by) ?? false;
}

/** @param {any} now @param {Said} said */
function take(now, said) {
	const { line, by } = said;
	const { t = "" } = line.card ?? {};
	if (line.turn) goes(now, line.turn);
	else if (line.kind === "left") now.helping.delete(by);
	else if (SPOKEN.has(line.kind) || WORDS.has(t)) speaks(now.round, by, false);
	else (OF_HOSTS[t] ?? OF_ALL[t])?.(now, line.card, by, said);
}

/** What anybody may do. @type {Record<string, (now: any, card: any, by: string, said: Said) => void>} */
const OF_ALL = {
	"circle-called": ({ names }, { name }, by) => names.set(by, name),
	"circle-accepts": ({ agreement }, { ver }, by) => {
		if (agreement?.ver === ver && !agreement.accepted.includes(by)) agreement.accepted.push(by);
	},
	"circle-pass": ({ round }, { of }, by) => {
		if (round?.of === of) speaks(round, by, true);
	},
	"circle-helps": ({ helping }, card, by) => answers(helping, card, by),
	"circle-welcome": ({ welcomed }, { to }) => {
		if (!welcomed.includes(to)) welcomed.push(to);
	},
};

/** What hosts alone may do. @type {Record<string, (now: any, card: any, by: string, said: Said) => void>} */
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
	"circle-helper": ({ helping }, card, by, { line: { n, ts }, led }) => {
		if (!card.on || !leads(led, card.to, n)) asks(helping, card, { by, ts });
	},
	"circle-quiet": (now, { from, till, zone }) => {
		now.quiet = from === till ? null : { from, till, zone };
	},
};

/** Words of somebody's own, which they may take back. @param {Pick<Line, "kind" | "card">} line */
export const isWordsOfOwn = ({ kind, card }) => kind === "text" || WORDS.has(card?.t ?? "");

/** What whoever comes is told again: of what, and what it says. @type {Record<string, (card: any, by: string) => [about: string, says: unknown]>} */
const TOLD_AGAIN = {
	"circle-agreement": ({ ver, words }) => ["", [ver, words]],
	"circle-helper": ({ of, on, to }) => [to, [of, on]],
	"circle-helps": ({ of, yes }, by) => [by, [of, yes]],
	"circle-meeting": ({ of, step, at, words }) => ["", [of, step, step === SET ? at : 0, words]],
	"circle-quiet": ({ from, till, zone }) => ["", [from, till, zone]],
};

/** What is said once more for whoever came is no news to those who had it; one of mine that does not go is shown all the same. @template {Line & {state?: string}} T @param {readonly T[]} lines @returns {T[]} */
export function withoutSaidAgain(lines) {
	/** @type {Map<string, string>} */
	const stands = new Map();
	return lines.filter(({ by = "", from, card, state = "stored" }) => {
		const told = TOLD_AGAIN[card?.t ?? ""];
		if (told === undefined) return true;
		const [about, says] = told(card, from === "me" ? from : by);
		const [key, said] = [`${card?.t} ${about}`, JSON.stringify(says)];
		const isSaidAgain = stands.get(key) === said;
		stands.set(key, said);
		return !isSaidAgain || state === "asks" || state === "refused";
	});
}

/** Whoever went holds nobody up, from where they went, and helps no more. @param {any} now @param {{came: readonly string[], went: readonly string[]}} turn */
function goes({ round, helping }, turn) {
	for (const one of turn.went) round?.gone.add(one);
	for (const one of turn.came) round?.gone.delete(one);
	turns(helping, turn);
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

/**
 * What holds for stories from one's own life: when one may be offered, to whom, and how two people see one telling. Pure.
 * @typedef {import("./lines.js").Line} Line
 * @typedef {import("../crypto/story.js").Layer} Layer
 * @typedef {import("../crypto/story.js").Story} Story
 * @typedef {import("../crypto/story.js").Told} Told
 * @typedef {import("../crypto/story.js").Opened} Opened
 * @typedef {{says: number, on: string | null, mores: number, moreAt: number}} Answer what one person said last, and after how many shared layers they asked for more: two devices that ask for one more ask for one
 * @typedef {{of: string, from: "me" | "them", by: string, offer: Line | null, answers: ReadonlyMap<string, Answer>, answer: number, answeredOn: string | null, shared: readonly Line[], sharedAt: number, sharedAts: readonly number[]}} Telling one story in one talk: what was asked, answered and shared; `answers` by account ("me" for mine), `answer` mine where I was asked, else what all who answered agree on
 */

import { AUDIENCE, LONGEST, MOST_TOLD } from "../crypto/story.js";
import { isHard } from "./hard-lines.js";

const [YES, NOT_NOW, MORE] = [1, 2, 3];
const DAY = 86_400_000;
/** How many words people read in a minute without haste. */
const PACE = 180;

/** @param {string} text */
export const wordsOf = (text) => text.split(/\s+/u).filter((word) => word !== "").length;

/** How many characters a layer may have. @param {number} k */
export const longestOf = (k) => LONGEST[k] ?? 0;

/** @param {number} words */
export const minutesOf = (words) => Math.max(1, Math.ceil(words / PACE));

/** Every telling that stands in these lines, in the order in which they began. @param {readonly Line[]} lines @returns {readonly Telling[]} */
export function tellingsIn(lines) {
	/** @type {Map<string, any>} */
	const found = new Map();
	for (const [at, line] of lines.entries()) if (line.card !== undefined) begin(found, line, line.card, at);
	for (const [at, line] of lines.entries()) {
		if (line.card?.t === "story-answer") answered(found.get(line.card.of), line, line.card, at);
		// Whoever went said yes to nothing that is told once they are back.
		for (const id of line.turn?.went ?? []) for (const one of found.values()) one.answers.delete(id);
	}
	return Object.freeze([...found.values()].map((one) => Object.freeze({ ...one, ...together(one) })));
}

/** @param {Map<string, any>} found @param {Line} line @param {Record<string, any>} card @param {number} at */
function begin(found, { from, by = "", ...line }, { t, of }, at) {
	if (t !== "story-offer" && t !== "story-shared") return;
	const nothing = { of, from, by, offer: null, answers: new Map(), shared: [], sharedAt: -1, sharedAts: [] };
	const one = found.get(of) ?? nothing;
	// A telling belongs to whoever began it; the same name by somebody else is none of theirs.
	if (one.from !== from || (one.by !== "" && by !== "" && one.by !== by)) return;
	const whole = { ...line, from, by };
	if (t === "story-offer") found.set(of, { ...one, offer: whole });
	else
		found.set(of, {
			...one,
			...{ shared: [...one.shared, whole], sharedAt: at, sharedAts: [...one.sharedAts, at] },
		});
}

/** @param {any} one @param {Line} line @param {Record<string, any>} card @param {number} at */
function answered(one, { from, by = "", date }, { says }, at) {
	if (one === undefined || (one.from === from && (one.by === by || from === "me"))) return;
	const who = from === "me" ? "me" : by;
	const before = one.answers.get(who) ?? { says: 0, on: null, mores: 0, moreAt: -1 };
	const now = says === MORE ? moreOf(one, before, at) : { says, on: date };
	one.answers.set(who, { ...before, ...now });
}

/** One more for each layer that was shared: what two devices, or two presses, said of the same layer is one. @param {any} one @param {Answer} before @param {number} at */
function moreOf({ sharedAts }, before, at) {
	const isRepeated =
		before.moreAt >= 0 && !sharedAts.some((/** @type {number} */ each) => each > before.moreAt && each < at);
	return { mores: before.mores + (isRepeated ? 0 : 1), moreAt: at };
}

/** Whether it says once more what its writer said of the same telling just before: from another device, or by a press that came twice. @param {readonly Line[]} lines @param {Line} line an answer */
export function isSaidAlready(lines, line) {
	const { from, by, card } = line;
	const isOfIt = (/** @type {Line} */ one) =>
		one.card?.of === card?.of && ["story-answer", "story-shared"].includes(one.card?.t ?? "");
	const at = lines.findIndex(({ id }) => id === line.id);
	const before = lines
		.slice(0, Math.max(0, at))
		.findLast(
			(one) => isOfIt(one) && (one.card?.t === "story-shared" || (one.from === from && one.by === by)),
		);
	return before?.card?.t === "story-answer" && before.card.says === card?.says;
}

/** Mine where I was asked; where I asked, one not now stands above every yes. @param {Telling} one */
function together({ from, answers }) {
	const all = (from === "me" ? [...answers.values()] : [answers.get("me")]).filter((one) => one?.says);
	const last = all.findLast((one) => one?.says === NOT_NOW) ?? all.at(-1);
	return { answer: last?.says ?? 0, answeredOn: last?.on ?? null };
}

/** Whether more was asked for since something was told: by me where I was told it, else by anybody. @param {Telling} one */
export const wantsMore = ({ from, answers, shared, sharedAt }) =>
	shared.length > 0 &&
	[...answers].some(([who, { moreAt }]) => (from === "me" || who === "me") && moreAt > sharedAt);

/** Which layers were told already, by the talk or by my own account: what was told for some days stands no longer in the talk. @param {Pick<Telling, "of" | "shared">} one @param {readonly Told[]} told */
export const toldLayers = ({ of, shared }, told) =>
	new Set([
		...shared.map(({ card }) => Number(card?.k)),
		...told.filter((row) => row.of === of && row.told > 0).map(({ k }) => k),
	]);

/**
 * Who of those that would read it has not said yes, or, once something was told, not asked for more than that. Words go when this is empty.
 * @param {Telling} one @param {{readers: readonly string[], told: readonly Told[]}} at `readers`: everybody else who reads now, by account
 */
export function notYetOf(one, { readers, told }) {
	const layers = toldLayers(one, told).size;
	return readers.filter((id) => {
		const said = one.answers.get(id) ?? (readers.length === 1 ? one.answers.get("") : undefined);
		return layers === 0 ? said?.says !== YES : (said?.mores ?? 0) < layers;
	});
}

/** May its teller tell it now, or tell more of it? @param {Telling} one @param {{readers: readonly string[], told: readonly Told[]}} at */
export const isWished = (one, at) => at.readers.length > 0 && notYetOf(one, at).length === 0;

/** Waits for a yes or a no: nothing was shared yet. @param {Telling} one */
const isOpen = ({ offer, answer, shared }) => offer !== null && answer === 0 && shared.length === 0;

/**
 * Why nothing is offered in this talk now; null where it may be. Nobody is asked twice on one day, nor while they still think
 * about it, nor on a bad day.
 * @param {readonly Line[]} lines @param {{date: string, day: number, now: number, told: readonly Told[], isBadDay: boolean}} at `told`: what I asked in this talk, by my own account
 * @returns {"bad-day" | "waits" | "today" | null}
 */
export function whyNoOffer(lines, { date, day, now, told, isBadDay }) {
	if (isBadDay || isBadIn(lines, { date, now })) return "bad-day";
	const mine = tellingsIn(lines).filter(({ from }) => from === "me");
	if (mine.some(isOpen)) return "waits";
	const isNoToday = mine.some((one) => one.answer === NOT_NOW && one.answeredOn === date);
	return isNoToday || isAsked(told, { day, mine }) ? "today" : null;
}

/** By my own account, where nothing came of it yet: neither a yes nor words. @param {readonly Told[]} told @param {{day: number, mine: readonly Telling[]}} at */
function isAsked(told, { day, mine }) {
	const isYes = (/** @type {string} */ of) =>
		mine.some((one) => one.of === of && (one.answer === YES || one.shared.length > 0));
	return told.some(({ asked, of, told: on }) => asked === day && on === 0 && !isYes(of));
}

/** Whether this story was asked about in a talk today: what another device noted counts before its line is here. @param {Pick<Story, "told">} story @param {{convs: readonly string[], day: number, lines: readonly Line[]}} at */
export const wasAskedIn = ({ told }, { convs, day, lines }) =>
	isAsked(
		told.filter(({ conv }) => convs.includes(conv)),
		{ day, mine: tellingsIn(lines).filter(({ from }) => from === "me") },
	);

/** Somebody told of a bad day or of not being safe, today or within a day. @param {readonly Line[]} lines @param {{date: string, now: number}} at */
export const isBadIn = (lines, { date, now }) =>
	lines.some((line) => isHard(line) && (line.ts === null || line.date === date || line.ts > now - DAY));

/** Whether a layer is for whoever this talk is with: only a specialist has people they support. @param {Layer} layer @param {{convs: readonly string[], mine: string}} talk */
export const isFor = (layer, { convs, mine }) =>
	layer.who === AUDIENCE.SUPPORTED
		? mine === "specialist"
		: layer.who === AUDIENCE.NAMED && layer.with.some((conv) => convs.includes(conv));

/** What of a story may be offered in a talk. @param {Pick<Story, "layers">} story @param {{convs: readonly string[], mine: string}} talk */
export const layersFor = ({ layers }, talk) => layers.filter((layer) => isFor(layer, talk));

/** Another layer, or other words for one; null where another device wrote something else there meanwhile. @param {Story} story @param {Layer | null} before as it was shown @param {Layer} layer @returns {Story | null} */
export function withLayer(story, before, layer) {
	const now = story.layers.find(({ k }) => k === layer.k) ?? null;
	if (!isSame(now, before) && !isSame(now, layer)) return null;
	const others = story.layers.filter(({ k }) => k !== layer.k);
	return { ...story, layers: [...others, layer].sort((one, other) => one.k - other.k) };
}

/** Without a layer, unless it says something else by now. @param {Story} story @param {Layer} before @returns {Story} */
export const withoutLayer = (story, before) => ({
	...story,
	layers: story.layers.filter((one) => one.k !== before.k || !isSame(one, before)),
});

/** What is noted of one layer of one telling; where there is no room, the oldest that is over makes some. @param {Story} story @param {Pick<Told, "of" | "k"> & Partial<Told>} row @returns {Story} */
export function withTold(story, row) {
	const isIt = (/** @type {Told} */ one) => one.of === row.of && one.k === row.k;
	const before = story.told.find(isIt);
	const empty = { asked: 0, conv: "", opened: 0, over: 0, told: 0 };
	// Told anew it is not over, and nobody opened it yet.
	const anew = row.told === undefined ? {} : { opened: 0, over: 0 };
	if (before !== undefined)
		return { ...story, told: story.told.map((one) => (isIt(one) ? { ...one, ...anew, ...row } : one)) };
	const full = story.told.length >= MOST_TOLD;
	const goes = story.told.find(({ over, told }) => over > 0 || told === 0) ?? story.told[0];
	const kept = full ? story.told.filter((one) => one !== goes) : story.told;
	return { ...story, told: [...kept, { ...empty, ...row }] };
}

/** Its time is over: what was told for some days is shown no more. @param {{until: number}} card @param {number} day */
export const isOver = ({ until }, day) => until > 0 && day > until;

/** Is it open to this person's eyes already? @param {readonly Opened[]} openings @param {{of: string, k: number}} card @param {(by: string) => boolean} isWho */
export const openingOf = (openings, { of, k }, isWho) =>
	openings.find((one) => one.of === of && one.k === k && isWho(one.by)) ?? null;

/** @param {unknown} one @param {unknown} other */
const isSame = (one, other) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/** @param {any} value */
const inOrder = (value) =>
	value === null ? null : Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));

/** What came with these lines of mine: files of mine that answer one of them. @param {readonly Line[]} lines of the talk @param {readonly Line[]} told @returns {Line[]} */
export const cameWith = (lines, told) =>
	lines.filter(
		({ from, kind, re }) =>
			from === "me" && kind === "att" && told.some(({ msg }) => msg !== null && msg === re),
	);

/** May I add my voice to what I told? Once, while everybody who reads now said yes to this story, and not on a bad day. @param {Line} line @param {{lines: readonly Line[], telling: Telling | undefined, readers: readonly string[], isBadDay: boolean}} at */
export const mayAddVoice = (line, { lines, telling, readers, isBadDay }) =>
	line.msg !== null &&
	!isBadDay &&
	readers.length > 0 &&
	readers.every((id) => telling?.answers.get(id)?.says === YES) &&
	cameWith(lines, [line]).length === 0;

/** A story in words: its layers, how long they are, what they touch on, and who may be offered them. */
import { minutesOf, wordsOf } from "../talk/story-rules.js";
import { say, sayCount } from "../words/index.js";
import { dayWords, listed } from "./days.js";
import { ownName } from "./own-name.js";

/** @typedef {import("../crypto/story.js").Layer} Layer */
/** @typedef {import("../crypto/story.js").Told} Told */
/** @typedef {import("./seen.d.ts").View} View */
/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** So much of a note of one's own stands beside a name. */
const mostOfNote = 60;
export const layers = Object.freeze([1, 2, 3]);
export const notes = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

/** Like "A line: 12 words, about 1 minute". @param {{k: number, size: number}} layer */
export function lengthWords({ k, size }) {
	const length = sayCount("stories.words", size);
	const time = sayCount("stories.minutes", minutesOf(size));
	return say("stories.length", { layer: say(`stories.layer.${k}`), length, time });
}

/** @param {string} b */
export const sizeOf = (b) => wordsOf(b);

/** @param {{notes: readonly number[], own: string}} layer */
export function notesWords({ notes: all, own }) {
	const named = [...all.map((note) => say(`stories.note.${note}`)), ...(own === "" ? [] : [own])];
	return named.length === 0 ? "" : say("stories.touches", { notes: named.join("; ") });
}

/** Who may be offered a layer, by the names one calls them. @param {Pick<Layer, "who" | "with">} layer @param {View} view */
export function audienceWords({ who, with: convs }, view) {
	if (who === 3) return say("stories.for-supported");
	if (who === 1) return say("stories.for-nobody");
	// One person may have had two talks with me; two people of one name stay two.
	const names = [...new Set(convs.map((conv) => nameIn(conv, view)))];
	return say("stories.for-named", { names: listed(names) });
}

/** Whom a talk is with: everybody one walks with in it, else whoever it was with. @param {string} conv @param {View} view */
export function nameIn(conv, view) {
	const all = view.relationships.filter(
		(relation) => relation.conv === conv || relation.earlier.includes(conv),
	);
	const now = all.filter(isNow);
	const named = now.length > 0 ? now : all.slice(0, 1);
	if (named.length === 0) return circleOf(conv, view)?.name ?? say("see.them");
	return listed(named.map((one) => nameApart(one, view)));
}

/** A circle one is in, by its talk. @param {string} conv @param {View} view */
export const circleOf = (conv, view) => circlesOf(view).find((one) => one.conv === conv) ?? null;

/** The circles one is in and that go on. @param {View} view @returns {readonly import("../talk/circle-shape.d.ts").Listed[]} */
export function circlesOf({ parts }) {
	/** @type {readonly import("../talk/circle-shape.d.ts").Listed[]} */
	const all = parts?.circles?.circles ?? [];
	return all.filter(({ conv, state }) => conv !== null && ["open", "resting"].includes(state));
}

/** @param {Relationship} one @param {View} view */
function nameApart(one, view) {
	const name = ownName(one, say("see.them"));
	const apart = apartIn(one, view);
	return apart === "" ? name : `${name} (${apart})`;
}

/** What tells somebody from another who is called the same: since when one walks with them, and where that is one day, one's own note. Empty where nobody is. @param {Relationship} one @param {View} view */
export function apartIn(one, view) {
	const name = ownName(one, say("see.them"));
	const alike = view.relationships.filter(
		(other) =>
			other.conv !== null &&
			other.other.accountId !== one.other.accountId &&
			ownName(other, say("see.them")) === name,
	);
	if (alike.length === 0) return "";
	const since = say("stories.since", { day: dayWords(dayOf(one)) });
	const isOneDay = alike.some((other) => dayOf(other) === dayOf(one));
	const begins = [...one.note.trim()].slice(0, mostOfNote).join("");
	return isOneDay && begins !== "" ? `${since}, ${begins}` : since;
}

/** @param {Relationship} one */
const dayOf = ({ agreedOn, askedOn }) => agreedOn ?? askedOn;

/** @param {Relationship} one */
const isNow = ({ state, conv }) => ["active", "paused"].includes(state) && conv !== null;

/** Talks with people one walks with now, each once: where somebody stands in, two walk in one talk, and what is told there both hear. @param {View} view @returns {readonly {conv: string, people: readonly Relationship[]}[]} */
export function talksNow({ relationships }) {
	const now = relationships.filter(isNow);
	const convs = [...new Set(now.map(({ conv }) => conv ?? ""))];
	return convs.map((conv) => ({ conv, people: now.filter((one) => one.conv === conv) }));
}

/** The steps of one telling, each with its day. @param {Told} one */
export function toldWords({ asked, told, opened, over }) {
	const steps = /** @type {const} */ ([
		["asked", asked],
		["told", told],
		["opened", opened],
		["over", over],
	]);
	return steps
		.filter(([, day]) => day > 0)
		.map(([step, day]) => say(`stories.was-${step}`, { day: dayWords(day) }))
		.join(" ");
}

/** What of a story stands in a talk, in a copy that anyone can read. @param {{t: string} & Record<string, any>} card */
export function storyInCopy(card) {
	if (card.t === "story-offer")
		return `(${say("stories.copy-offer", { length: lengthWords(/** @type {any} */ (card)) })})`;
	if (card.t === "story-answer") return say(`stories.answer.${card.says}`);
	if (card.t !== "story-shared") return "";
	const isOver = card.until > 0 && Math.floor(Date.now() / 86_400_000) > card.until;
	if (isOver) return `(${say("stories.over-mine")})`;
	const head = say("stories.copy-shared", { layer: say(`stories.layer.${card.k}`) });
	return [`(${head})`, notesWords(/** @type {any} */ (card)), card.said]
		.filter((part) => part !== "")
		.join("\n");
}

/** What happened in a circle, in words: whatever in a talk of many is more than what somebody said. Pure. */
import { say } from "../words/index.js";
import { earlierSaid } from "./circle-earlier.js";
import { fromTill } from "./circle-hours.js";
import { calledIn } from "./circle-words.js";
import { clockWords, dateHeading, listed } from "./days.js";
import { today } from "./today.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/lines.js").Line} Line */

const kinds = new Set(["left", "forgotten", "newer", "unopened", "taken-back"]);

/** Who does it, by name; oneself is called you. @param {Line} line @param {CircleNow} now */
const params = (line, now) => ({ name: calledIn(now, line.by) });

/** Empty for a line of words. @param {Line} line @param {CircleNow} now */
export function happened(line, now) {
	if (line.kind === "turn") return turned(line, now);
	if (kinds.has(line.kind)) return say(`circle.was.${line.kind}${you(line)}`, params(line, now));
	return line.kind === "card" ? carded(line, now) : "";
}

/** @param {Line} line */
const you = ({ from }) => (from === "me" ? "-you" : "");

/** @param {Line} line @param {CircleNow} now */
function turned({ turn }, now) {
	const names = (/** @type {readonly string[]} */ ids) => listed(ids.map((id) => calledIn(now, id)));
	const [came, went] = [turn?.came ?? [], turn?.went ?? []];
	return [
		came.length === 0 ? "" : say("circle.was.came", { names: names(came) }),
		went.length === 0 ? "" : say("circle.was.went", { names: names(went) }),
	]
		.filter((part) => part !== "")
		.join(" ");
}

/** @param {Line} line @param {CircleNow} now */
function carded(line, now) {
	const card = /** @type {{t: string} & Record<string, any>} */ (line.card);
	const who = params(line, now);
	if (card.t === "circle-meeting") return met(line, card, who);
	if (card.t === "circle-welcome")
		return say(`circle.was.welcome${you(line)}`, { ...who, to: calledIn(now, card.to) });
	if (card.t === "circle-called") return say(`circle.was.called${you(line)}`, { called: card.name });
	if (card.t === "circle-quiet")
		return say(`circle.was.${card.from === card.till ? "loud" : "quiet"}${you(line)}`, {
			...who,
			...fromTill(/** @type {any} */ (card)),
		});
	if (card.t === "circle-next")
		return say(`circle.was.${card.over ? "round-over" : "next"}${you(line)}`, who);
	if (card.t.startsWith("circle-help")) return helped(line, card, now);
	if (card.t.startsWith("circle-earlier")) return earlierSaid(line, now);
	return known.has(card.t) ? say(`circle.was.${card.t.slice("circle-".length)}${you(line)}`, who) : "";
}

/** Who helps host. @param {Line} line @param {Record<string, any>} card @param {CircleNow} now */
function helped(line, card, now) {
	const who = { ...params(line, now), to: calledIn(now, card.to) };
	if (card.t === "circle-helps") return say(`circle.was.helps${card.yes ? "" : "-not"}${you(line)}`, who);
	return say(`circle.was.helper${card.on ? "" : "-over"}${you(line)}`, who);
}

const known = new Set(["circle-agreement", "circle-accepts", "circle-round", "circle-pass"]);

/** @param {Line} line @param {Record<string, any>} card @param {{name: string}} who */
function met(line, { step, at }, who) {
	const moment = new Date(at);
	const day = new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
	const when = {
		day: dateHeading(day.toISOString().slice(0, 10), today()),
		time: clockWords(at),
	};
	return say(`circle.was.meeting-${step}${you(line)}`, { ...who, ...when });
}

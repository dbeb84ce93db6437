/** What one can do about somebody else in a circle: under what they wrote, and beside their name. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { calledIn } from "./circle-words.js";
import { dots } from "./mark.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").InCircle} InCircle */
/** @typedef {import("../talk/lines.js").Line} Line */
/** @typedef {import("./screen.js").Screen & {acting: string}} Page `acting`: what is open, by a line or a person */

/** Cards that are words of somebody's own. */
const SAID = new Set(["circle-line", "story-shared"]);

/** Something that somebody else said; what happened by them is found by way of their name. @param {Line} line */
const isTheirs = ({ from, by, msg, kind, card, held }) =>
	from === "them" &&
	by !== undefined &&
	msg !== null &&
	(kind === "text" || held === true || SAID.has(card?.t ?? ""));

/** Arrows go from one to the next; one of them is a stop for whoever goes by keys. @param {KeyboardEvent} event */
function walk(event) {
	const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
	if (step === 0) return;
	event.preventDefault();
	const here = /** @type {HTMLElement} */ (event.currentTarget);
	const all = /** @type {HTMLElement[]} */ ([...(here.closest(".log")?.querySelectorAll(".dots") ?? [])]);
	all[all.indexOf(here) + step]?.focus();
}

/** @param {Page} page @param {string} key @param {string} label @param {boolean} isStop */
function opens(page, key, label, isStop) {
	const press = async () => {
		page.acting = page.acting === key ? "" : key;
		await page.updateComplete;
		page.querySelector(".line-acts")?.scrollIntoView({ block: "nearest" });
	};
	return html`<button class="dots" type="button" tabindex=${isStop ? 0 : -1} aria-expanded=${page.acting === key} aria-label=${label} @click=${press} @keydown=${walk}>${dots}</button>`;
}

/** @typedef {{circle: string, ref: string, line?: string}} About as the page of a concern takes it: which circle, who, which line */

/** @param {Page} page @param {string} label @param {CircleNow} now @param {About} about */
const acts = (page, label, now, about) => html`<div class="line-acts" role="group" aria-label=${label}>
	<div class="acts-row">
		<button class="choice" type="button" @click=${() => page.go({ screen: "concern", ...about })}>${say("concern.line-act")}</button>
	</div>
	${unseenAct(page, now, about.ref)}
</div>`;

/** Not to be shown somebody's lines any more, by one press and without a reason; or to be shown them again. @param {import("./screen.js").Screen} page @param {CircleNow} now @param {string} who */
export function unseenAct(page, now, who) {
	const isUnseen = now.unseen.includes(who);
	const name = calledIn(now, who);
	const press = async () => {
		const deed = isUnseen ? "seeAgain" : "unsee";
		if (!(await page.attempt(() => page.room.doing("circles", deed, now.id, who)))) return;
		page.tell(say(isUnseen ? "circle.seen-done" : "circle.unseen-done", { name }));
		// The line it was pressed under is gone.
		/** @type {HTMLElement | null} */ (page.querySelector(".log"))?.focus();
	};
	return html`<div class="acts-row"><button class="choice" type="button" ?disabled=${page.busy} @click=${press}>${say(isUnseen ? "circle.see-again" : "circle.unsee")}</button></div>
		<p class="soft small">${say(isUnseen ? "circle.unseen" : "circle.unsee-why", { name })}</p>`;
}

/** @param {Line} line @param {CircleNow} now */
const lineLabel = ({ by }, now) => say("circle.line-do", { name: calledIn(now, by) });

/** Beside a line. @param {Line} line @param {CircleNow} now @param {Page} page */
export function lineDots(line, now, page) {
	if (!isTheirs(line)) return nothing;
	const isStop = page.acting === line.id || now.lines.findLast(isTheirs)?.id === line.id;
	return opens(page, line.id, lineLabel(line, now), isStop);
}

/** Under a line, once it is opened. @param {Line} line @param {CircleNow} now @param {Page} page */
export function lineActs(line, now, page) {
	const { by = "", id } = line;
	if (!isTheirs(line) || page.acting !== id) return nothing;
	return acts(page, lineLabel(line, now), now, { circle: String(now.id), ref: by, line: id });
}

/** @param {InCircle} one @param {CircleNow} now */
const personLabel = ({ accountId }, now) => say("circle.person-do", { name: calledIn(now, accountId) });

/** Beside somebody's name. @param {InCircle} one @param {CircleNow} now @param {Page} page */
export const personDots = (one, now, page) =>
	one.isMe ? nothing : opens(page, one.accountId, personLabel(one, now), true);

/** Under their name: that they are not read here, or what one can do. @param {InCircle} one @param {CircleNow} now @param {Page} page */
export function personActs(one, now, page) {
	const { accountId: ref } = one;
	if (page.acting === ref) return acts(page, personLabel(one, now), now, { circle: String(now.id), ref });
	if (!now.unseen.includes(ref)) return nothing;
	return html`<p class="small soft">${say("circle.unseen", { name: calledIn(now, ref) })}</p>`;
}

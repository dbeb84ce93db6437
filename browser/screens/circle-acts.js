/** What one can do about somebody else in a circle: under what they wrote, and beside their name. */
import { html, nothing } from "../vendor/lit.js";
import { saidIn } from "../talk/circle-said.js";
import { say } from "../words/index.js";
import { calledIn } from "./circle-words.js";
import { dots } from "./mark.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/lines.js").Line} Line */
/** @typedef {import("./screen.js").Screen & {acting: string}} Page `acting`: what is open, by a line or a person */

/** Something of somebody else's that can be shown; by what they call themselves nobody stops. @param {Line} line */
const isTheirs = (line) =>
	line.from === "them" &&
	line.by !== undefined &&
	line.msg !== null &&
	saidIn(line) !== "" &&
	line.card?.t !== "circle-called";

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

/** @param {Page} page @param {string} label @param {{circle: string, ref: string, line?: string}} about */
const acts = (page, label, about) => html`<div class="line-acts" role="group" aria-label=${label}>
	<div class="acts-row">
		<button class="choice" type="button" @click=${() => page.go({ screen: "concern", ...about })}>${say("concern.line-act")}</button>
	</div>
</div>`;

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
	return acts(page, lineLabel(line, now), { circle: String(now.id), ref: by, line: id });
}

/** Beside somebody's name. @param {import("../talk/circle-shape.d.ts").InCircle} one @param {CircleNow} now @param {Page} page */
export function personActs({ accountId, isMe }, now, page) {
	if (isMe) return nothing;
	const label = say("circle.person-do", { name: calledIn(now, accountId) });
	const isOpen = page.acting === accountId;
	const open = isOpen ? acts(page, label, { circle: String(now.id), ref: accountId }) : nothing;
	return html`<div class="row">${opens(page, accountId, label, true)}</div>
		${open}`;
}

/** In the talk: what is on its way between three, for each of them in their own words. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** Whoever left still reads until the talk's owner says so: one press. @param {Conversation} conversation @param {{follow: (shown: {left: string, name: string | null, comes: string | null}) => unknown, busy: boolean}} how */
export function leftNote({ company = [], relationship: { leaving, other } }, { follow, busy }) {
	const left = leaving ?? "";
	const of = (/** @type {string} */ id) => company.find(({ accountId }) => accountId === id);
	const known = of(left)?.name ?? null;
	const about = { name: known ?? say("see.them"), other: other.name ?? say("see.them") };
	const comes = other.accountId !== left && of(other.accountId)?.reads !== true;
	const press = () => follow({ left, name: known, comes: other.name });
	return html`<section class="note stack">
		<p role="status">${say(comes ? "left.comes" : "talk.not-leaving", about)}</p>
		<div class="row"><button class="button" type="button" ?disabled=${busy} @click=${press}>${say(comes ? "left.bring" : "left.let-go", about)}</button></div>
	</section>`;
}

/** @param {Conversation} conversation @param {(place: {screen: string, id: string}) => void} go @param {number} today */
export function handNote({ relationship: one, conv }, go, today) {
	const { handover = null } = one;
	if (handover === null) return nothing;
	const { kind, state, to, from, until } = handover;
	const side = one.mine === "client" ? "mine" : one.came === null ? "from" : "to";
	const id = `handnote.${side}-${standing({ kind, state, until }, side, today)}`;
	if (!canSay(id)) return nothing;
	const names = { other: to.name ?? say("see.them"), from: from.name ?? say("see.them") };
	return html`<section class="note stack">
		<p role="status">${say(id, { name: ownName(one, say("see.them")), ...names, day: dayWords(until ?? 0) })}</p>
		${side === "mine" ? html`<div class="row"><button class="button quiet" type="button" @click=${() => go({ screen: "hand", id: conv })}>${say("handnote.open")}</button></div>` : nothing}
	</section>`;
}

/** What is said of it: on the day that was named the client is asked, and to the others it is as it was. @param {Pick<import("./seen.d.ts").Handover, "kind" | "state" | "until">} handover @param {string} side @param {number} today */
function standing({ kind, state, until }, side, today) {
	if (state !== "together" || until === null) return state;
	if (until > today) return kind === "handover" ? "stays" : state;
	if (side !== "mine") return state;
	return kind === "handover" ? "over" : "due";
}

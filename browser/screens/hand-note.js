/** In the talk: what is on its way between three, for each of them in their own words. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** Whoever left still reads until the talk's owner says so: one press. @param {Conversation} conversation @param {{letGo: (id: string, name: string | null) => unknown, go: (place: {screen: string, id: string}) => void, busy: boolean}} how */
export function leftNote({ company = [], conv, relationship }, { letGo, go, busy }) {
	const id = relationship.leaving ?? "";
	const known = company.find(({ accountId }) => accountId === id)?.name ?? null;
	const name = known ?? say("see.them");
	const areThree = company.filter(({ reads }) => reads).length > 1;
	const press = areThree
		? html`<button class="button" type="button" ?disabled=${busy} @click=${() => letGo(id, known)}>${say("left.let-go", { name })}</button>`
		: html`<button class="button quiet" type="button" @click=${() => go({ screen: "hand", id: conv })}>${say("handnote.open")}</button>`;
	return html`<section class="note stack">
		<p role="status">${say(areThree ? "talk.not-leaving" : "left.alone", { name })}</p>
		<div class="row">${press}</div>
	</section>`;
}

/** @param {Conversation} conversation @param {(place: {screen: string, id: string}) => void} go @param {number} today */
export function handNote({ relationship: one, conv }, go, today) {
	const { handover = null } = one;
	if (handover === null) return nothing;
	const { kind, state, to, from, until } = handover;
	const side = one.mine === "client" ? "mine" : one.came === null ? "from" : "to";
	const isDue = state === "together" && kind === "stand-in" && until !== null && until <= today;
	const id = `handnote.${side}-${isDue ? "due" : state}`;
	if (!canSay(id)) return nothing;
	const names = { other: to.name ?? say("see.them"), from: from.name ?? say("see.them") };
	return html`<section class="note stack">
		<p role="status">${say(id, { name: ownName(one, say("see.them")), ...names, day: dayWords(until ?? 0) })}</p>
		${side === "mine" ? html`<div class="row"><button class="button quiet" type="button" @click=${() => go({ screen: "hand", id: conv })}>${say("handnote.open")}</button></div>` : nothing}
	</section>`;
}

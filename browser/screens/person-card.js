/** A person one can ask, in short: who they are, why they may fit, when they answer. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { replyLine } from "./reply.js";

/** @typedef {import("./seen.d.ts").Person} Person */
/** @typedef {import("./seen.d.ts").Reason} Reason */

/** @param {string} name */
export function face(name) {
	return html`<span class="face" aria-hidden="true">${[...name][0] ?? ""}</span>`;
}

/** @param {Reason} reason */
export function reasonWords(reason) {
	if (reason.kind === "lang") return say("reason.lang", { lang: say(`lang.${reason.id}`) });
	return say(`fact.${reason.id}.line`);
}

/**
 * @param {Person} person
 * @param {{ more: (person: Person) => void, ask: (person: Person) => void, pass?: (person: Person) => void }} acts
 */
export function personCard(person, acts) {
	return html`<li class="card person">
		<div class="person-head">
			${face(person.name)}
			<div><h2 class="theirs">${person.name}</h2><p class="soft theirs">${person.line}</p></div>
		</div>
		${person.reasons.length > 0 ? reasons(person) : nothing}
		<p class="small soft">${replyLine(person.reply)}</p>
		${person.runsDesk ? html`<p class="small">${say("person.desk")}</p>` : nothing}
		${person.free ? nothing : again(person)}
		<div class="row">
			${person.free ? askButton(person, acts) : nothing}
			<button class="link" type="button" @click=${() => acts.more(person)}>
				${say("people.more", { name: person.name })}
			</button>
			${acts.pass === undefined ? nothing : passButton(person, acts.pass)}
		</div>
	</li>`;
}

/** @param {Person} person */
function reasons(person) {
	return html`<div class="why">
		<h3 class="small">${say("people.why", { name: person.name })}</h3>
		<ul class="ticks">${person.reasons.filter(known).map(reason)}</ul>
	</div>`;
}

/** @param {Reason} one */
function known(one) {
	return one.kind === "lang" ? canSay(`lang.${one.id}`) : canSay(`fact.${one.id}.line`);
}

/** @param {Reason} one */
function reason(one) {
	return html`<li>
		${reasonWords(one)}${one.matters ? html`<span class="most">${say("people.most")}</span>` : nothing}
	</li>`;
}

/** @param {Person} person */
function again(person) {
	if (person.againDay === null) return html`<p>${say("people.not-free", { name: person.name })}</p>`;
	return html`<p>${say("people.again-day", { name: person.name, day: dayWords(person.againDay) })}</p>`;
}

/**
 * @param {Person} person
 * @param {(person: Person) => void} pass
 */
function passButton(person, pass) {
	return html`<button class="link" type="button" @click=${() => pass(person)}>
		${say("people.pass", { name: person.name })}
	</button>`;
}

/**
 * @param {Person} person
 * @param {{ ask: (person: Person) => void }} acts
 */
function askButton(person, acts) {
	return html`<button class="button" type="button" @click=${() => acts.ask(person)}>
		${say("people.ask", { name: person.name })}
	</button>`;
}

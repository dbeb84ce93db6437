/** Three to five people, with reasons; honest when there is one, or none. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { findAgain } from "./find-again.js";
import { personCard } from "./person-card.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Person} Person */
/** @typedef {NonNullable<import("./seen.d.ts").View["finding"]>} Finding */

/** @type {Record<string, [string, string]>} */
const verdicts = {
	several: ["people.title", "people.lead"],
	one: ["people.one", "people.one-lead"],
	"none-fit": ["people.no-fit", "people.no-fit-lead"],
	"none-free": ["people.none", "people.none-lead"],
	nobody: ["people.none", "people.none-lead"],
};

export class RoomPeople extends Screen {
	/** @override */
	connectedCallback() {
		super.connectedCallback();
		findAgain(this);
	}

	/** @override */
	render() {
		const { finding } = this.view;
		if (finding === null || finding.state === "loading") return this.#loading();
		if (finding.state === "failed") return this.#failed();
		return this.#ready(finding);
	}

	#loading() {
		return html`<section class="page"><h1 tabindex="-1">${say("people.title")}</h1><p class="soft" role="status">${say("plain.starting")}</p></section>`;
	}

	#failed() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("people.title")}</h1>
			<p class="wrong" role="alert">${say("trouble.offline")}</p>
			<div class="row"><button class="button" type="button" @click=${this.#look}>${say("do.try-again")}</button></div>
		</section>`;
	}

	/** @param {Finding} finding */
	#ready(finding) {
		const [title, lead] = verdicts[finding.verdict ?? "several"] ?? ["people.title", "people.lead"];
		const name = finding.people[0]?.name ?? "";
		return html`<section class="page wide">
			<h1 tabindex="-1">${say(title)}</h1>
			<p class="lead">${say(leadFor(finding) ?? lead, { name })}</p>
			<ul class="plain cards">${finding.people.map((one) => personCard(one, this.#acts))}</ul>
			${finding.refused > 0 ? html`<p class="note">${say("people.refused", { programme: this.view.config?.programme ?? "" })}</p>` : nothing}
			${name === "" || finding.verdict === "none-free" ? this.#helpLines() : nothing}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "wishes" })}>
					${say("people.change")}
				</button>
				<button class="link" type="button" @click=${this.#look}>${say("people.look")}</button>
			</div>
		</section>`;
	}

	#helpLines() {
		return html`<div class="calm stack">
			<p>${say("people.none-help")}</p>
			<div class="row"><button class="button" type="button" @click=${this.#help}>${say("top.help")}</button></div>
		</div>`;
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));

	#look = () => {
		const wishes = this.view.finding?.wishes ?? { facts: [], langs: [], matters: null, anyone: true };
		return this.attempt(() => this.room.find(wishes));
	};

	/** Shows others instead; it needs no reason and nobody learns of it. @param {Person} person */
	#pass = async ({ accountId }) => {
		const wishes = this.view.finding?.wishes;
		if (!wishes) return;
		const passed = [...(wishes.passed ?? []), accountId];
		if (!(await this.attempt(() => this.room.find({ ...wishes, passed })))) return;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
		this.tell(say("people.passed"));
	};

	#acts = {
		/** @param {Person} person */
		more: (person) => this.go({ screen: "person", id: person.accountId }),
		/** @param {Person} person */
		ask: (person) => this.go({ screen: "hello", id: person.accountId }),
		pass: this.#pass,
	};
}

/** @param {Finding} finding a lead that says more than the verdict alone, or null */
function leadFor({ wishes, verdict, people }) {
	if (verdict === "several" && wishes.anyone) return "people.lead-anyone";
	return verdict === "one" && people.length > 1 ? "people.one-others-lead" : null;
}

customElements.define("room-people", RoomPeople);

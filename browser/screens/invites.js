/** A specialist's links: make one, show it, and see what became of the others. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { squaresFor } from "./squares-for.js";
import "./sure.js";

/** @typedef {import("../talk/inviting.js").Invite} Invite */

export class RoomInvites extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		how: { state: true },
		shown: { state: true },
		copied: { state: true },
	};

	constructor() {
		super();
		/** @type {"link" | "person"} */
		this.how = "person";
		/** the one that is being handed over */
		this.shown = "";
		this.copied = false;
	}

	/** Nothing else says when a link was used, or brought again. @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		await this.quietly(() => this.room.refresh());
	}

	/** @override */
	render() {
		const invites = this.view.invites ?? [];
		const open = invites.find(({ inviteId, text }) => inviteId === this.shown && text !== null);
		return html`<section class="page">
			<h1 tabindex="-1">${say("links.title")}</h1>
			${open === undefined ? this.#making() : this.#handing(open)}
			<section class="part">
				<h2>${say("links.yours")}</h2>
				${invites.length === 0 ? html`<p class="soft">${say("links.none")}</p>` : nothing}
				<ul class="plain stack">${invites.map((one) => this.#one(one))}</ul>
			</section>
		</section>`;
	}

	#making() {
		return html`<p class="lead">${say("links.lead")}</p>
			<p>${say("links.rule")} ${say("links.only")}</p>
			<form class="stack" autocomplete="off" @submit=${this.#make}>
				<fieldset>
					<legend>${say("links.how")}</legend>
					<div class="stack">${this.#choice("person")} ${this.#choice("link")}</div>
				</fieldset>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>
						${say(this.busy ? "links.making" : "links.make")}
					</button>
				</div>
			</form>`;
	}

	/** @param {"link" | "person"} how */
	#choice(how) {
		return html`<label class="choice">
			<input
				autocomplete="off"
				type="radio"
				name="how"
				.checked=${this.how === how}
				@change=${() => {
					this.how = how;
				}}
			/>
			<span>${say(`links.${how}`)}<br /><span class="small soft">${say(`links.${how}-why`)}</span></span>
		</label>`;
	}

	/** @param {Invite} invite */
	#handing({ how, text, ends }) {
		const link = `${location.origin}${location.pathname}#invite=${text}`;
		return html`<section class="card stack">
			<h2 id="handing" tabindex="-1">${say(how === "person" ? "links.show" : "links.send")}</h2>
			${how === "person" ? html`<p>${say("links.show-or")}</p>${squaresFor(link, say("links.picture"))}` : nothing}
			${how === "link" ? html`<p class="own-words small link-text">${link}</p>` : nothing}
			<p class="small soft">${say("links.ends", { day: dayWords(ends) })} ${say("links.only")}</p>
			${this.copied ? html`<p role="status">${say("do.copied")}</p>` : nothing} ${this.troubleNote()}
			<div class="row">
				<button class=${how === "link" ? "button" : "button quiet"} type="button" @click=${() => this.#copy(link)}>
					${say("links.copy")}
				</button>
				<button class="button quiet" type="button" @click=${() => this.#hand("")}>${say("links.done")}</button>
			</div>
		</section>`;
	}

	/** @param {Invite} one */
	#one(one) {
		return html`<li class="card stack">
			<p><strong>${say(`links.how-${one.how}`)}</strong> <span class="soft">${this.#state(one)}</span></p>
			${one.again ? html`<p class="note" role="alert">${say("links.again")}</p>` : nothing}
			<div class="row">${this.#acts(one)}</div>
		</li>`;
	}

	/** @param {Invite} one */
	#state({ state, ends, accountId }) {
		const met = this.view.relationships.find(({ other }) => other.accountId === accountId);
		if (state === "used" && met) return say("links.used-by", { name: ownName(met, say("see.someone")) });
		return say(`links.${state}`, { day: dayWords(ends) });
	}

	/** @param {Invite} one */
	#acts(one) {
		const { state, inviteId } = one;
		if (state === "open")
			return html`<button class="link" type="button" @click=${() => this.#hand(inviteId)}>${say("links.show-again")}</button>
				<room-sure
					.label=${say("links.take-back")}
					.question=${say("links.take-back-sure")}
					.yes=${say("links.take-back-yes")}
					@yes=${() => this.#takeBack(inviteId)}
				></room-sure>`;
		return html`<button class="link" type="button" aria-label=${say("links.put-away-what", { link: this.#state(one) })} ?disabled=${this.busy} @click=${() => this.#takeBack(inviteId)}>
			${say("links.put-away")}
		</button>`;
	}

	/** @param {Event} event */
	#make = async (event) => {
		event.preventDefault();
		let made = "";
		await this.attempt(async () => {
			made = await this.room.makeInvite(this.how);
		});
		if (made !== "") await this.#hand(made);
	};

	/** @param {string} inviteId */
	async #hand(inviteId) {
		this.shown = inviteId;
		this.copied = false;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector(inviteId === "" ? "h1" : "#handing"))?.focus();
	}

	/** @param {string} link */
	async #copy(link) {
		this.copied = await this.attempt(() => navigator.clipboard.writeText(link));
	}

	/** @param {string} inviteId */
	async #takeBack(inviteId) {
		if (inviteId === this.shown) this.shown = "";
		await this.attempt(() => this.room.takeInviteBack(inviteId));
	}
}

customElements.define("room-invites", RoomInvites);

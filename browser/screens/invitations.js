/** Links to give to somebody one knows: made, shown while the visit lasts, taken back. Whether anybody came is told to nobody. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import { squaresFor } from "./squares-for.js";
import "./sure.js";

/** @typedef {import("../talk/ripple.js").Invitation} Invitation */

const most = 3;

export class RoomInvitations extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		invitations: { attribute: false },
		shown: { state: true },
		copied: { state: true },
	};

	constructor() {
		super();
		/** @type {readonly Invitation[]} */
		this.invitations = [];
		/** the one that is being handed over */
		this.shown = 0;
		this.copied = false;
	}

	/** @override */
	render() {
		const handed = this.invitations.find(({ number, code }) => number === this.shown && code !== null);
		return html`<section class="part stack">
			<h2>${say("came.title")}</h2>
			<p>${say("came.lead")}</p>
			<p class="soft">${say("came.quiet")}</p>
			${handed === undefined ? this.#making() : this.#handing(handed)}
			${this.invitations.length === 0 ? nothing : this.#open()}
		</section>`;
	}

	#making() {
		if (this.invitations.length >= most) return html`<p>${say("came.enough")}</p>${this.troubleNote()}`;
		return html`${this.troubleNote()}
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#make}>${say("came.make")}</button>
			</div>`;
	}

	/** @param {Invitation} invitation */
	#handing({ code, ends }) {
		const link = `${location.origin}${location.pathname}#came=${code}`;
		return html`<section class="card stack">
			<h3 id="came-handing" tabindex="-1">${say("came.hand")}</h3>
			<p>${say("came.hand-how", { day: dayWords(ends) })}</p>
			${squaresFor(link, say("came.picture"))}
			<p class="own-words small link-text">${link}</p>
			${this.copied ? html`<p role="status">${say("do.copied")}</p>` : nothing} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" @click=${() => this.#copy(link)}>${say("came.copy")}</button>
				<button class="button quiet" type="button" @click=${() => this.#hand(0)}>${say("came.done")}</button>
			</div>
		</section>`;
	}

	#open() {
		return html`<h3>${say("came.open")}</h3>
			<ul class="plain stack">
				${this.invitations.map(
					(one, at) => html`<li class="card stack">
						<p>${say("came.open-until", { at: at + 1, day: dayWords(one.ends) })}</p>
						${one.code === null ? html`<p class="small soft">${say("came.gone")}</p>` : nothing}
						<div class="row">${this.#acts(one, at + 1)}</div>
					</li>`,
				)}
			</ul>
			<p class="small soft">${say("came.same")}</p>`;
	}

	/** @param {Invitation} one @param {number} at */
	#acts({ number, code }, at) {
		const again = html`<button class="link" type="button" @click=${() => this.#hand(number)}>${say("came.show", { at })}</button>`;
		return html`${code === null || number === this.shown ? nothing : again}
			<room-sure
				.label=${say("came.take-back", { at })}
				.question=${say("came.take-back-sure")}
				.yes=${say("came.take-back-yes")}
				@yes=${() => this.#takeBack(number)}
			></room-sure>`;
	}

	#make = async () => {
		let made = 0;
		await this.attempt(async () => {
			made = await this.room.doing("ripple", "invite");
		});
		if (made !== 0) await this.#hand(made);
	};

	/** @param {number} number */
	async #hand(number) {
		this.shown = number;
		this.copied = false;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (
			this.querySelector(number === 0 ? "button" : "#came-handing")
		)?.focus();
	}

	/** @param {string} link */
	async #copy(link) {
		this.copied = await this.attempt(() => navigator.clipboard.writeText(link));
	}

	/** @param {number} number */
	async #takeBack(number) {
		if (number === this.shown) this.shown = 0;
		if (await this.attempt(() => this.room.doing("ripple", "takeInvitationBack", number)))
			this.tell(say("came.taken-back"));
	}
}

customElements.define("room-invitations", RoomInvitations);

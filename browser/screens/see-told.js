/** Who else was let read something: each package that was told with a yes, to whom, from when and until when, and who could before. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/telling.js").Telling} Telling */
/** @typedef {import("../talk/telling.js").Account} Account */

const TOLD = 3;

export class RoomSeeTold extends Screen {
	/** @override */
	static properties = { ...Screen.properties, convs: { attribute: false }, account: { state: true } };

	constructor() {
		super();
		/** The talks it is looked at for. @type {readonly string[]} */
		this.convs = [];
		/** Null while it is looked up, and where it cannot be. @type {Account | null} */
		this.account = null;
	}

	/** @override */
	async firstUpdated() {
		await this.attempt(async () => {
			this.account = await this.room.telling("account");
		});
	}

	/** @override */
	render() {
		return html`<div class="stack">
			<h2 class="minor">${say("see.told")}</h2>
			${this.troubleNote()} ${this.account === null ? this.#looking() : this.#all(this.account)}
			<p><button class="link small noprint" type="button" @click=${() => this.go({ screen: "told" })}>${say("see.told-more")}</button></p>
		</div>`;
	}

	#looking() {
		return this.busy ? html`<p class="small soft" role="status">${say("told.looking")}</p>` : nothing;
	}

	/** @param {Account} account */
	#all({ tellings, emergencies, whole }) {
		const mine = tellings.filter((one) => this.#isOfHere(one)).toReversed();
		const danger = emergencies.filter((one) => this.#isOfHere(one));
		const contact = this.view.config?.contact.name ?? "";
		return html`${whole ? nothing : html`<p class="wrong" role="alert">${say("told.not-whole", { contact })}</p>`}
			${mine.length + danger.length === 0 ? html`<p class="small soft">${say("see.told-none")}</p>` : nothing}
			<ul class="plain">
				${mine.map((one) => this.#one(one))}
				${danger.map((one) => this.#danger(one))}
			</ul>`;
	}

	/** What was told to me is no part of who can see this talk; nor is what was told of another. @param {{part: number, conv: string}} one */
	#isOfHere({ part, conv }) {
		return part !== TOLD && this.convs.includes(conv);
	}

	/** @param {import("../talk/telling.js").Emergency} one */
	#danger({ day, fits }) {
		const contact = this.view.config?.contact.name ?? "";
		if (!fits) return html`<li><p class="small wrong">${say("danger.not-signed", { contact })}</p></li>`;
		return html`<li><p class="small">${say("see.told-danger", { day: dayWords(day) })}</p></li>`;
	}

	/** @param {Telling} one */
	#one(one) {
		if (!one.fits && one.endedOn === null)
			return html`<li><p class="small wrong">${say("told.not-signed")}</p></li>`;
		return html`<li>
			<strong class="theirs">${one.terms?.to.name ?? say("wall.someone")}</strong>
			<p class="small soft">${this.#until(one)} ${this.#opened(one)}</p>
		</li>`;
	}

	/** @param {Telling} one */
	#until({ from, until, endedOn }) {
		const [first, last] = [dayWords(from), dayWords(until)];
		if (endedOn === null) return say("see.told-until", { from: first, until: last });
		return say("see.told-ended", { from: first, until: dayWords(endedOn) });
	}

	/** @param {Telling} one */
	#opened({ openedOn, endedOn }) {
		if (openedOn !== null) return say("told.opened", { day: dayWords(openedOn) });
		return say(endedOn === null ? "see.told-not-yet" : "see.told-never");
	}
}

customElements.define("room-see-told", RoomSeeTold);

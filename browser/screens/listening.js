/** The listening coach: what it does, how often it is wrong, on and off. For specialists alone. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { fullerSizeOf, mistakesOf, sizeOf } from "./coach-card.js";
import { Screen } from "./screen.js";

const WHAT = ["marks", "asks", "here", "yours", "quiet", "english"];
/** What somebody can do about a fuller part that is not here. @type {Readonly<Record<string, string>>} */
const AGAIN = Object.freeze({ waits: "fetch", offline: "again", odd: "again", stopped: "again" });

export class RoomListening extends Screen {
	/** @override */
	static properties = { ...Screen.properties, card: { state: true }, turned: { state: true } };

	constructor() {
		super();
		/** @type {any} what the pack says of itself */
		this.card = null;
		/** @type {"on" | "off" | null} */
		this.turned = null;
	}

	/** @override */
	firstUpdated() {
		this.quietly(async () => {
			this.card = (await this.room.reading("listening", "card")) ?? null;
		});
	}

	/** @override */
	render() {
		const isOn = this.view.listening === true;
		return html`<section class="page">
			<h1 tabindex="-1">${say("listening.title")}</h1>
			<p class="lead">${say("listening.lead")}</p>
			<ul>${WHAT.map((one) => html`<li>${say(`listening.what.${one}`)}</li>`)}</ul>
			<section class="part stack">
				<h2>${say(isOn ? "listening.is-on" : "listening.is-off")}</h2>
				<p class="soft">${say(isOn ? "listening.off-why" : "listening.on-why")}</p>
				${isOn ? nothing : this.#cost()}
				${this.troubleNote()}
				<p role="status">${this.#said()}</p>
				<div class="row">
					<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#turn(!isOn)}>
						${say(isOn ? "listening.off" : "listening.on")}
					</button>
				</div>
				${isOn ? this.#fuller() : nothing}
			</section>
			${this.card === null ? nothing : this.#card()}
		</section>`;
	}

	#said() {
		if (this.busy) return say("listening.fetching");
		return this.turned === null ? nothing : say(`listening.turned-${this.turned}`);
	}

	/** How much is fetched, before it is. */
	#cost() {
		const mb = this.card === null ? null : fullerSizeOf(this.card);
		return mb === null ? nothing : html`<p class="soft">${say("listening.fuller-cost", { mb })}</p>`;
	}

	/** What became of the fuller part. */
	#fuller() {
		const mb = this.card === null ? null : fullerSizeOf(this.card);
		const state = this.#state;
		if (mb === null || state === "none") return nothing;
		const again = AGAIN[state];
		return html`<p class="soft" role="status">${say(`listening.fuller.${state}`, { mb })}</p>
			${
				again === undefined
					? nothing
					: html`<div class="row">
						<button class="link" type="button" ?disabled=${this.busy} @click=${this.#fetch}>${say(`listening.fuller-${again}`, { mb })}</button>
					</div>`
			}`;
	}

	/** @returns {string} */
	get #state() {
		return this.view.parts?.listening?.fuller ?? "none";
	}

	#fetch = async () => {
		await this.attempt(() => this.room.reading("listening", "fetch"));
		await this.#backToButton();
	};

	/** What could not be pressed meanwhile has lost the focus, or is gone: whoever has no mouse goes on from here. */
	async #backToButton() {
		await this.updateComplete;
		if (document.activeElement !== document.body) return;
		/** @type {HTMLElement | null} */ (this.querySelector(".part .button"))?.focus();
	}

	#card() {
		const isFuller = this.view.listening === true && this.#state === "here";
		const mistakes = mistakesOf(isFuller ? this.card.encoder : this.card);
		return html`<section class="part stack">
			<h2>${say("listening.mistakes")}</h2>
			<p>${say("listening.mistakes-why")}</p>
			<ul>${mistakes.map(mistakeSaid).map((words) => html`<li>${words}</li>`)}</ul>
			<p class="soft">${say("listening.about", { size: sizeOf(this.card), version: this.card.version })}</p>
		</section>`;
	}

	/** @param {boolean} on */
	async #turn(on) {
		this.turned = null;
		if (await this.attempt(() => this.room.reading("listening", "turn", on))) this.turned = on ? "on" : "off";
		await this.#backToButton();
	}
}

/** @param {ReturnType<typeof mistakesOf>[number]} mistake */
function mistakeSaid({ mark, times, found, much }) {
	const told = { mark: say(`ear.mark.${mark}`), times };
	if (found === null) return say("listening.mistake-only", told);
	return much === "some"
		? say("listening.mistake", { ...told, found })
		: say(`listening.mistake-${much}`, told);
}

customElements.define("room-listening", RoomListening);

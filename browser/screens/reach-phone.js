/** The number of a phone: left, proved by a code that comes there, taken away. */
import { html } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { Screen } from "./screen.js";

const PART = "hearing";

export class RoomReachPhone extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		reach: { attribute: false },
		wish: { attribute: false },
		keep: { attribute: false },
	};

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Reach | null} */
		this.reach = null;
		/** what stands in the form above: when and how often @type {() => object | null} */
		this.wish = () => null;
		/** tells the page what is kept now @type {(reach: import("./seen.d.ts").Reach) => void} */
		this.keep = () => {};
	}

	/** @override */
	render() {
		const { reach } = this;
		if (reach === null) return html``;
		return html`<section class="part stack">
			<h2>${say("reach.text")}</h2>
			<p class="soft">${say("reach.text-why")}</p>
			${this.#stands(reach)} ${this.troubleNote()}
		</section>`;
	}

	/** @param {import("./seen.d.ts").Reach} reach */
	#stands(reach) {
		const { number } = reach;
		if (reach.number_confirmed) {
			return html`<p role="status">${say("reach.text-there", { number })}</p>
				<div class="row">${this.#off("reach.text-off")}</div>`;
		}
		if (number === "") return this.#ask();
		if (reach.number_returned) {
			return html`<p class="note" role="status">${say("reach.text-returned", { number })}</p>
				<div class="row">${this.#off("reach.text-other")}</div>`;
		}
		return this.#prove(number);
	}

	#ask() {
		return html`<form autocomplete="off" class="stack" novalidate @submit=${this.#leave}>
			<div class="field">
				<label for="number">${say("reach.text-number")}</label>
				<p class="hint" id="number-hint">${say("reach.text-hint")}</p>
				<input autocomplete="off" id="number" name="number" type="tel" maxlength="40" aria-describedby="number-hint" />
			</div>
			<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("reach.text-do")}</button></div>
		</form>`;
	}

	/** @param {string} number */
	#prove(number) {
		return html`<form autocomplete="off" class="stack" novalidate @submit=${this.#show}>
			<p role="status">${say("reach.text-sent", { number })}</p>
			<div class="field">
				<label for="code">${say("reach.text-code")}</label>
				<input autocomplete="off" id="code" name="code" type="text" inputmode="numeric" maxlength="20" />
			</div>
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("reach.text-show")}</button>
				${this.#off("reach.text-other")}
			</div>
		</form>`;
	}

	/** @param {string} words */
	#off(words) {
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#drop}>${say(words)}</button>`;
	}

	/** @param {SubmitEvent} event */
	#leave = (event) => {
		event.preventDefault();
		return this.#keeps("leaveNumber", field(event, "number"), spokenLanguage());
	};

	/** The number is proved; then what was chosen above counts from now on, which may fail by itself. @param {SubmitEvent} event */
	#show = (event) => {
		event.preventDefault();
		const [code, wish] = [field(event, "code"), this.wish()];
		return this.attempt(async () => {
			this.keep(await this.room.doing(PART, "showCode", code));
			if (wish !== null) this.keep(await this.room.doing(PART, "choose", wish));
		});
	};

	#drop = () => this.#keeps("dropNumber");

	/** @param {string} deed @param {...any} given */
	#keeps(deed, ...given) {
		return this.attempt(async () => this.keep(await this.room.doing(PART, deed, ...given)));
	}
}

/** @param {SubmitEvent} event @param {string} name */
function field(event, name) {
	const form = /** @type {HTMLFormElement} */ (event.target);
	return String(new FormData(form).get(name) ?? "").trim();
}

customElements.define("room-reach-phone", RoomReachPhone);

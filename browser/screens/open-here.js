/** One's own device: one tap or a short number opens the place. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { workNote } from "./making.js";
import { numberField, typedIn } from "./own-fields.js";
import { Screen } from "./screen.js";

export class RoomOpenHere extends Screen {
	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("open-here.title")}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.view.device?.wantsWords ? this.#five() : this.#form()}</div>
		</section>`;
	}

	#form() {
		const { device } = this.view;
		return html`<p class="lead">${say("open-here.lead", { name: device?.username ?? "" })}</p>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				${device?.pin ? numberField("open-here.number", null) : nothing} ${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("open-here.open")}</button>
				</div>
			</form>
			${this.#words("link")}`;
	}

	#five() {
		return html`<p class="lead">${say("open-here.five")}</p>
			${this.#words("button")}`;
	}

	/** @param {"link" | "button"} kind */
	#words(kind) {
		const how = { screen: "come-back", id: "words" };
		return html`<div class="row">
			<button class=${kind} type="button" @click=${() => this.go(how)}>${say(this.view.device?.wantsWords ? "ways.words" : "open-here.words")}</button>
		</div>`;
	}

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const wasLocked = this.view.door === "locked";
		const pin = this.view.device?.pin ? { pin: typedIn(this, "pin") } : {};
		if (await this.attempt(() => this.room.openHere(pin))) {
			if (!wasLocked) this.stand();
			return;
		}
		if (this.trouble?.code === "device-gone") this.go({ screen: "come-back", id: "words" });
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("#pin"))?.focus();
	};
}

customElements.define("room-open-here", RoomOpenHere);

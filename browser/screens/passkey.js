/** The device's own lock as a way in: what it is, what it leaves behind, and making one under the spare code. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { workNote } from "./making.js";
import { textField, typedIn } from "./own-fields.js";
import "./proof.js";
import { Screen } from "./screen.js";

export class RoomPasskey extends Screen {
	/** @override */
	static properties = { ...Screen.properties, needsWords: { state: true } };

	constructor() {
		super();
		this.needsWords = false;
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("passkey.title")}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.view.passkeys ? this.#form() : this.#cannot()}</div>
		</section>`;
	}

	#cannot() {
		return html`<p class="lead">${say("passkey.cannot")}</p>
			<div class="row">${this.#back()}</div>`;
	}

	#form() {
		return html`<p class="lead">${say("passkey.lead")}</p>
			<p>${say("passkey.is")}</p>
			<div class="note stack">
				<p>${say("passkey.leaves", { name: this.view.me?.username ?? "" })}</p>
				<p>${say("passkey.who")}</p>
				<p>${say("passkey.shared")}</p>
			</div>
			<details class="aside">
				<summary>${say("passkey.more")}</summary>
				<p class="small soft">${say("passkey.or")}</p>
				<p class="small soft">${say("passkey.copied")}</p>
			</details>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				${textField("passkey-name", "passkey.name", "passkey.name-hint")}
				<room-proof .room=${this.room} .view=${this.view} .needsWords=${this.needsWords}></room-proof>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("passkey.done")}</button>
					${this.#back()}
				</div>
			</form>`;
	}

	#back() {
		return html`<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>`;
	}

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const { proof } = /** @type {import("./proof.js").RoomProof} */ (this.querySelector("room-proof"));
		const before = this.room.view.changes.length;
		const how = { name: typedIn(this, "passkey-name"), ...proof };
		if (await this.attempt(() => this.room.addPasskey(how))) {
			this.tell(say(this.room.view.changes.length > before ? "change.waits" : "passkey.made"));
			this.go({ screen: "place" });
			return;
		}
		if (this.trouble?.code === "not-fresh") this.needsWords = true;
	};
}

customElements.define("room-passkey", RoomPasskey);

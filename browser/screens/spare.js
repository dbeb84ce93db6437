/** The spare code's door: for those who lost their five words. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { tidied } from "./come-back.js";
import { workNote } from "./making.js";
import { Screen } from "./screen.js";

export class RoomSpare extends Screen {
	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("spare.title")}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.#form()}</div>
		</section>`;
	}

	#form() {
		return html`<p class="lead">${say("spare.lead")}</p>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				${field("username", say("return.name"), say("return.name-hint"))}
				${field("code", say("spare.code"), "")} ${this.troubleNote()}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("spare.open")}</button></div>
			</form>
			<button class="link" type="button" @click=${() => this.go({ screen: "neither" })}>${say("spare.neither")}</button>`;
	}

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const username = tidied(this.#value("username"));
		const done = await this.attempt(() =>
			this.room.comeBackWithSpare({ username, code: this.#value("code") }),
		);
		await this.updateComplete;
		if (!done) /** @type {HTMLElement | null} */ (this.querySelector("#code"))?.focus();
	};

	/** @param {string} id */
	#value(id) {
		return /** @type {HTMLInputElement | null} */ (this.querySelector(`#${id}`))?.value ?? "";
	}
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} hint
 */
function field(id, label, hint) {
	return html`<div class="field">
		<label for=${id}>${label}</label>
		${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
		<input
			id=${id}
			autocomplete="off"
			autocapitalize="none"
			autocorrect="off"
			spellcheck="false"
			aria-describedby=${hint ? `${id}-hint` : nothing}
		/>
	</div>`;
}

customElements.define("room-spare", RoomSpare);

/** If others look at this screen: what the tab says, only today, and what cannot be hidden. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import { neutralTitles, tabTitle } from "./tab.js";
import { whatOthersFind } from "./tips.js";
import { onlyTodayChoice } from "./only-today.js";

export class RoomLookedAt extends Screen {
	/** @override */
	render() {
		return html`<section class="part stack" aria-labelledby="looked-title">
			<h2 id="looked-title">${say("looked.title")}</h2>
			${this.#titles()} ${this.#own()}
			<div class="stack">${onlyTodayChoice(this.room, this.view)}</div>
			<p>${whatOthersFind()}</p>
		</section>`;
	}

	#titles() {
		const now = tabTitle(this.view);
		return html`<fieldset>
			<legend>${say("tab.choose")}</legend>
			<div class="choices">
				${neutralTitles.map((id) => this.#choice(say(`tab.${id}`), now))}
			</div>
		</fieldset>`;
	}

	/**
	 * @param {string} title
	 * @param {string} now
	 */
	#choice(title, now) {
		return html`<label class="choice">
			<input autocomplete="off" type="radio" name="tab-title" .checked=${title === now} @change=${() => this.#call(title)} />
			${title}
		</label>`;
	}

	#own() {
		return html`<form autocomplete="off" class="field" @submit=${this.#ownTitle}>
			<label for="tab-own">${say("tab.own")}</label>
			<p class="hint" id="tab-own-hint">${say("tab.own-hint")}</p>
			<input id="tab-own" autocomplete="off" maxlength="40" aria-describedby="tab-own-hint" />
			<div class="row"><button class="button quiet" type="submit">${say("tab.use")}</button></div>
		</form>`;
	}

	/** @param {Event} event */
	#ownTitle = (event) => {
		event.preventDefault();
		const field = /** @type {HTMLInputElement} */ (this.querySelector("#tab-own"));
		this.#call(field.value);
		field.value = "";
	};

	/** @param {string} title */
	#call(title) {
		this.room.setTitle(title);
		this.tell(say("tab.now", { title: tabTitle(this.room.view) }));
	}
}

customElements.define("room-looked-at", RoomLookedAt);

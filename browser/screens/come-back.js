/** Coming back, or opening a locked place again: name and five words. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { lockAfter, usualLock } from "./lock-after.js";
import { workNote } from "./making.js";
import { Screen } from "./screen.js";
import "./words-field.js";

export class RoomComeBack extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		username: { state: true },
		words: { state: true },
		minutes: { state: true },
	};

	constructor() {
		super();
		this.username = "";
		this.words = "";
		this.minutes = usualLock;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		if (this.view?.door === "locked") this.username = this.view.username ?? "";
		if (this.view?.device) this.username = this.view.device.username;
	}

	/** @override */
	render() {
		const locked = this.view.door === "locked";
		return html`<section class="page">
			<h1 tabindex="-1">${say(this.#title(locked))}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.#form(locked)}</div>
		</section>`;
	}

	/** @param {boolean} locked */
	#title(locked) {
		if (!locked) return "return.title";
		return this.view.line === "ended" ? "signed-out.title" : "locked.title";
	}

	/** @param {boolean} locked */
	#lead(locked) {
		if (!locked) return "return.lead";
		return this.view.line === "ended" ? "signed-out.lead" : "locked.lead";
	}

	/** @param {boolean} locked */
	#form(locked) {
		return html`<p class="lead">${say(this.#lead(locked))}</p>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				${this.#name()}
				<room-words-field
					.room=${this.room}
					.view=${this.view}
					.wrong=${Number(this.trouble?.place ?? 0)}
					@words=${this.#typedWords}
				></room-words-field>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>
						${say(locked ? "locked.open" : "return.open")}
					</button>
				</div>
				${this.view.device === null ? this.#lockAfter() : nothing}
			</form>
			<div class="row">
				${this.view.passkeys ? this.#passkey() : nothing}
				<button class="link" type="button" @click=${() => this.go({ screen: "spare" })}>${say("return.forgot")}</button>
				${locked ? this.#other() : this.#new()}
			</div>`;
	}

	#lockAfter() {
		return lockAfter(this.minutes, (minutes) => {
			this.minutes = minutes;
		});
	}

	#name() {
		const wrong = this.trouble?.code === "name-odd";
		return html`<div class="field">
			<label for="username">${say("return.name")}</label>
			<p class="hint" id="username-hint">${say("return.name-hint")}</p>
			<input
				id="username"
				autocomplete="off"
				autocapitalize="none"
				autocorrect="off"
				spellcheck="false"
				aria-describedby="username-hint"
				aria-invalid=${String(wrong)}
				.value=${this.username}
				@input=${this.#typedName}
			/>
		</div>`;
	}

	#passkey() {
		return html`<button class="link" type="button" ?disabled=${this.busy} @click=${this.#openWithPasskey}>${say("return.passkey")}</button>`;
	}

	#openWithPasskey = async () => {
		const wasLocked = this.view.door === "locked";
		const lockAfter = this.minutes;
		if ((await this.attempt(() => this.room.comeBackWithPasskey({ lockAfter }))) && !wasLocked) this.stand();
	};

	#other() {
		return html`<button class="link" type="button" @click=${() => location.reload()}>${say("locked.other")}</button>`;
	}

	#new() {
		if (this.view.config?.doorOpen === false) return nothing;
		return html`<button class="link" type="button" @click=${() => this.go({ screen: "come-in", id: "new" })}>
			${say("return.new")}
		</button>`;
	}

	/** @param {Event} event */
	#typedName = (event) => {
		this.username = /** @type {HTMLInputElement} */ (event.target).value;
	};

	/** @param {CustomEvent<string>} event */
	#typedWords = (event) => {
		this.words = event.detail;
	};

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		const username = tidied(this.username);
		const how = { username, words: this.words, lockAfter: this.minutes };
		const wasLocked = this.view.door === "locked";
		if (await this.attempt(() => this.room.comeBack(how))) {
			if (!wasLocked) this.stand();
			return;
		}
		await this.updateComplete;
		const field = this.trouble?.code === "name-odd" ? "#username" : "#five";
		/** @type {HTMLElement | null} */ (this.querySelector(field))?.focus();
	};
}

/**
 * @param {string} name as typed
 * @returns {string} as names are written here: small letters, parts joined by hyphens
 */
export function tidied(name) {
	return name
		.trim()
		.toLowerCase()
		.replace(/[\s_–-]+/g, "-");
}

customElements.define("room-come-back", RoomComeBack);

/** Things to say once, one after the other: a changed name, a new way in, the last visit. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords, momentWords } from "./days.js";
import { Screen } from "./screen.js";

export class RoomNotices extends Screen {
	/** @override */
	render() {
		const { door, notices, lastOpened } = this.view;
		if (door === "inside" && this.#isWithSomeone()) return this.#noUse();
		if (door !== "inside" || (notices.length === 0 && lastOpened === null)) return nothing;
		return html`<div class="notices">
			${notices[0] === undefined ? this.#opened(lastOpened ?? 0) : this.#notice(notices[0].code)}
		</div>`;
	}

	/** Came by a link, and is not looking for anybody. */
	#isWithSomeone() {
		const { invite, step } = this.view;
		return invite?.state === "open" && !["finding", null].includes(step);
	}

	#noUse() {
		return html`<div class="notices"><section class="calm stack" role="status">
			<p>${say(this.view.step === "home" || this.view.step === "joining" ? "invited.specialist" : "invited.busy")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.room.dropInvite()}>${say("notice.read")}</button>
			</div>
		</section></div>`;
	}

	/** @param {number} moment when this place was opened before now */
	#opened(moment) {
		const { when, day, time } = momentWords(moment, Date.now());
		const { contact, programme } = this.#params();
		return html`<section class="opened" aria-label=${say("top.place")}>
			<p role="status">${say(`opened.${when}`, { day, time })}</p>
			<details class="aside">
				<summary>${say("opened.no")}</summary>
				<ol>
					<li>${say("opened.no-1")}</li>
					<li>${say("opened.no-2")}</li>
					<li>${say("opened.no-3", { contact, programme })}</li>
				</ol>
			</details>
			<button class="link" type="button" @click=${() => this.room.openingSeen()}>${say("opened.yes")}</button>
		</section>`;
	}

	/** @param {string} code */
	#notice(code) {
		const id = canSay(`notice.${code}`) ? `notice.${code}` : "notice.other";
		return html`<section class="calm stack" role="alert">
			<p>${say(id, this.#params())}</p>
			${code === "name-changed" ? html`<p class="words given">${this.view.me?.username}</p>` : nothing}
			<div class="row">
				${code === "wall-changed" ? html`<button class="button" type="button" @click=${() => this.go({ screen: "wall" })}>${say("wall.open")}</button>` : nothing}
				<button class="button quiet" type="button" @click=${() => this.room.noticed(code)}>
					${say(code === "name-changed" ? "come-in.done" : "notice.read")}
				</button>
			</div>
		</section>`;
	}

	#params() {
		const { config, me } = this.view;
		const until = me?.standsBehindUntil ?? null;
		return {
			contact: config?.contact.name ?? "",
			programme: config?.programme ?? "",
			day: until === null ? "" : dayWords(until),
			last: config === null || config.closesOn === null ? "" : dayWords(config.closesOn),
		};
	}
}

customElements.define("room-notices", RoomNotices);

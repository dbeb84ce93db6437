/** People from before: what was written stays to read, and a client may ask the same person again. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { face } from "./person-card.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** So many are opened to learn what they called themselves. */
const mostOpened = 20;

export class RoomEarlier extends Screen {
	#opened = new Set();

	/** @override */
	updated() {
		const nameless = this.#people().filter((one) => one.other.name === null && one.readable);
		for (const { conv } of nameless.slice(0, mostOpened)) this.#open(conv ?? "");
	}

	/** @param {string} conv */
	#open(conv) {
		if (conv === "" || this.#opened.has(conv)) return;
		this.#opened.add(conv);
		this.quietly(async () => {
			await this.room.look(conv);
			await this.room.lookAway(conv);
		});
	}

	#people() {
		return this.view.relationships.filter((one) => one.state === "ended" && one.conv !== null);
	}

	/** @override */
	render() {
		const people = this.#people();
		if (people.length === 0) return nothing;
		return html`<section class="part">
			<h2>${say("earlier.title")}</h2>
			<p class="soft small">${say("earlier.lead")}</p>
			<ul class="plain">${people.map((one) => this.#one(one))}</ul>
		</section>`;
	}

	/** @param {Relationship} one */
	#one(one) {
		const name = ownName(one, say("see.someone"));
		return html`<li class="card person-head earlier">
			${face(name)}
			<div>
				<h3 class="theirs">${name}</h3>
				${one.endedOn === null ? nothing : html`<p class="soft small">${say("earlier.ended", { day: dayWords(one.endedOn) })}</p>`}
				${one.readable ? nothing : html`<p class="soft small">${say("earlier.gone")}</p>`}
			</div>
			<div class="row">${one.readable ? this.#read(one, name) : nothing} ${this.#again(one, name)}</div>
		</li>`;
	}

	/**
	 * @param {Relationship} one
	 * @param {string} name
	 */
	#read(one, name) {
		return html`<button class="link" type="button" @click=${() => this.go({ screen: "talk", id: one.conv ?? "" })}>
			${say("earlier.read", { name })}
		</button>`;
	}

	/**
	 * @param {Relationship} one
	 * @param {string} name
	 */
	#again(one, name) {
		const isNewest =
			this.view.relationships.find(({ other }) => other.accountId === one.other.accountId) === one;
		if (!one.mayAskAgain || !isNewest || this.view.step !== "finding") return nothing;
		return html`<button
			class="button quiet"
			type="button"
			@click=${() => this.go({ screen: "hello", id: one.other.accountId })}
		>
			${say("earlier.again", { name })}
		</button>`;
	}
}

customElements.define("room-earlier", RoomEarlier);

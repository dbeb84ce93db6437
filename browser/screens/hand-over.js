/** Before wishes leave the device: exactly what goes, to whom, and how long it stays. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { turned } from "./chips.js";
import "./not-these.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Wishes} Wishes */

export class RoomHandOver extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		wishes: { attribute: false },
		took: { state: true },
		notThese: { state: true },
		pressed: { state: true },
	};

	constructor() {
		super();
		/** @type {Wishes} */
		this.wishes = { facts: [], langs: [], matters: null, anyone: true };
		/** @type {import("../talk/choosing.js").Choice["took"] | null} */
		this.took = null;
		/** Whom they named before; null until it is read. @type {readonly string[] | null} */
		this.notThese = null;
		/** Pressed here, and not handed over yet. @type {ReadonlySet<string>} */
		this.pressed = new Set();
	}

	/** @override */
	firstUpdated() {
		this.quietly(async () => {
			const { took, notThese } = await this.room.choosing("read");
			this.took = took;
			this.notThese = notThese;
		});
	}

	/** @override */
	render() {
		const programme = this.view.config?.programme ?? "";
		return html`<section class="page">
			<h1 tabindex="-1">${say("hand.title", { programme })}</h1>
			<p class="lead">${say("hand.lead", { programme })}</p>
			${handedList(this.wishes)}
			${this.#not()}
			<h2>${say("hand.next")}</h2>
			<ol>${["1", "2", "3"].map((step) => html`<li>${say(`hand.next-${step}`, { programme })}</li>`)}</ol>
			<p>${say("hand.gone")}</p>
			${this.#took()} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#hand}>${say("hand.do", { programme })}</button>
				<button class="button quiet" type="button" @click=${this.#rather}>${say("hand.not")}</button>
			</div>
		</section>`;
	}

	#not() {
		const { notThese, pressed } = this;
		if (notThese === null) return nothing;
		const { add } = this.#change();
		return html`<room-not-these
			.room=${this.room}
			.view=${this.view}
			.wishes=${this.wishes}
			.chosen=${[...notThese.filter((id) => !pressed.has(id)), ...add]}
			@named=${this.#name}
		></room-not-these>`;
	}

	#took() {
		return this.took === null ? nothing : tookList(this.took);
	}

	/** @param {CustomEvent<import("../talk/choosing.js").Change>} event */
	#name = ({ detail }) => {
		this.pressed = [...detail.add, ...detail.remove].reduce(turned, this.pressed);
	};

	#change() {
		const before = this.notThese ?? [];
		const pressed = [...this.pressed];
		return {
			add: pressed.filter((id) => !before.includes(id)),
			remove: pressed.filter((id) => before.includes(id)),
		};
	}

	#hand = async () => {
		if (await this.attempt(() => this.room.choosing("handOver", this.wishes, this.#change())))
			this.go({ screen: "choose" });
	};

	#rather = () => this.dispatchEvent(new CustomEvent("rather"));
}

/** What was ticked, thing by thing. @param {Wishes} wishes */
export function handedList({ facts, langs, matters, anyone }) {
	return html`<div class="calm stack">
		<h2 class="minor">${say("hand.list")}</h2>
		<ul>
			${anyone ? html`<li>${say("hand.anyone")}</li>` : facts.map((id) => html`<li>${say(`fact.${id}`)}</li>`)}
			${langs.map((id) => html`<li>${say("reason.lang", { lang: say(`lang.${id}`) })}</li>`)}
			${matters === null ? nothing : html`<li>${say("hand.most", { what: labelOf(matters, langs) })}</li>`}
		</ul>
	</div>`;
}

/** How long both ways take. @param {import("../talk/choosing.js").Choice["took"]} took */
export function tookList({ ownChoice, programme }) {
	return html`<dl class="small">
		<dt>${say("took.own")}</dt><dd>${tookWords(ownChoice)}</dd>
		<dt>${say("took.programme")}</dt><dd>${tookWords(programme)}</dd>
	</dl>`;
}

/** @param {number | null} days within which half of the people had somebody */
export function tookWords(days) {
	return days === null ? say("took.unknown") : sayCount("took.half", Math.max(1, days));
}

/** @param {string} id @param {readonly string[]} langs */
function labelOf(id, langs) {
	return say(langs.includes(id) ? `lang.${id}` : `fact.${id}`);
}

customElements.define("room-hand-over", RoomHandOver);

/** The people around oneself, drawn by the device from its own list: to look at, or to print. It is sent to nobody. */
import { html, nothing, svg } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { ownName } from "./own-name.js";
import { aroundMe, rings, spots, wide } from "./rings.js";
import { Screen } from "./screen.js";

/** @typedef {import("./rings.js").Near} Near */

const middle = wide / 2;
const titles = ["around.with-me", "around.i-walk"];

export class RoomAround extends Screen {
	/** @override */
	static properties = { ...Screen.properties, nameless: { state: true } };

	constructor() {
		super();
		/** whether the picture goes without names */
		this.nameless = false;
	}

	/** @override */
	render() {
		const all = aroundMe(this.view.relationships);
		const drawn = all.map((some, ring) => some.slice(0, rings[ring]?.room));
		return html`<section class="page">
			<h1 tabindex="-1">${say("around.title")}</h1>
			<p class="lead">${say("around.lead")}</p>
			${all.flat().length === 0 ? html`<p>${say("around.none")}</p>` : this.#sheet(drawn, all.flat().length)}
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "ripple" })}>${say("ripple.title")}</button></div>
		</section>`;
	}

	/** @param {readonly (readonly Near[])[]} drawn @param {number} all */
	#sheet(drawn, all) {
		const left = all - drawn.flat().length;
		return html`<div class="sheet flat stack">
				<figure class="around">
					<svg viewBox="0 0 ${wide} ${wide}" role="img" aria-label=${this.#label(drawn)}>
						${rings.map(({ radius }) => svg`<circle class="around-ring" cx=${middle} cy=${middle} r=${radius}></circle>`)}
						${drawn.map((some, ring) => this.#threads(some, ring))}
						${drawn.map((some, ring) => this.#dots(some, ring, drawn))}
						<circle class="around-me" cx=${middle} cy=${middle} r="26"></circle>
						<text class="around-you" x=${middle} y=${middle + 5} text-anchor="middle">${say("around.you")}</text>
					</svg>
				</figure>
				<p class="small soft">${say("around.key")}</p>
				${this.nameless ? nothing : drawn.map((some, ring) => this.#names(some, ring, drawn))}
				${left > 0 ? html`<p class="small soft">${sayCount("around.more", left)}</p>` : nothing}
			</div>
			<label class="choice" for="around-nameless">
				<input id="around-nameless" type="checkbox" autocomplete="off" .checked=${this.nameless} @change=${this.#turn} />
				<span>${say("around.nameless")}</span>
			</label>
			<p class="small soft">${say("around.paper")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
			</div>`;
	}

	/** @param {readonly (readonly Near[])[]} drawn */
	#label([near = [], far = []]) {
		return say("around.picture", { near: near.length, far: far.length });
	}

	/** @param {readonly Near[]} some @param {number} ring */
	#threads(some, ring) {
		return spots(some.length, rings[ring]?.radius ?? 0).map(
			({ x, y }) => svg`<line class="around-thread" x1=${middle} y1=${middle} x2=${x} y2=${y}></line>`,
		);
	}

	/** @param {readonly Near[]} some @param {number} ring @param {readonly (readonly Near[])[]} drawn */
	#dots(some, ring, drawn) {
		const first = firstOf(ring, drawn);
		return spots(some.length, rings[ring]?.radius ?? 0).map(
			(
				{ x, y },
				at,
			) => svg`<circle class=${some[at]?.isNow ? "around-now" : "around-before"} cx=${x} cy=${y} r="14"></circle>
				${this.nameless ? nothing : svg`<text class=${some[at]?.isNow ? "around-number" : "around-number before"} x=${x} y=${y + 5} text-anchor="middle">${first + at}</text>`}`,
		);
	}

	/** @param {readonly Near[]} some @param {number} ring @param {readonly (readonly Near[])[]} drawn */
	#names(some, ring, drawn) {
		if (some.length === 0) return nothing;
		return html`<section class="stack">
			<h2>${say(titles[ring] ?? "")}</h2>
			<ol class="around-names" start=${firstOf(ring, drawn)}>
				${some.map(({ one, isNow }) => html`<li><span class="own-name">${ownName(one, say("see.them"))}</span>${isNow ? nothing : html` <span class="soft small">${say("around.before")}</span>`}</li>`)}
			</ol>
		</section>`;
	}

	#turn = () => {
		this.nameless = !this.nameless;
	};
}

/** The number of a ring's first dot. @param {number} ring @param {readonly (readonly Near[])[]} drawn */
const firstOf = (ring, drawn) => 1 + drawn.slice(0, ring).flat().length;

customElements.define("room-around", RoomAround);

/** With neither words nor code: the honest page. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomNeither extends Screen {
	/** @override */
	render() {
		const programme = this.view.config?.programme ?? "";
		return html`<section class="page">
			<h1 tabindex="-1">${say("neither.title")}</h1>
			<p class="lead">${say("neither.lead", { programme })}</p>
			<section>
				<h2>${say("neither.can")}</h2>
				<ul>
					${["1", "2", "3"].map((one) => html`<li>${say(`neither.do-${one}`)}</li>`)}
				</ul>
			</section>
			<div class="row">
				<button class="button" type="button" @click=${this.#anew}>${say("neither.new")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "come-back" })}>
					${say("neither.look")}
				</button>
			</div>
		</section>`;
	}

	#anew = () => {
		if (this.view.door === "locked") location.reload();
		else this.go({ screen: "come-in" });
	};
}

customElements.define("room-neither", RoomNeither);
